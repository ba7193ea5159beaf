"""Words that remember where they stood: folding, tokens, differences. Imports only the model."""
