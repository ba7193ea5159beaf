"""Words that remember where they stood: folding, tokenising, comparing. Pure, and known to every stage."""
