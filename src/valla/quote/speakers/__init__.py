"""Who says a quotation: by its cue, its tail, its label, its attribution, and by who spoke before."""
