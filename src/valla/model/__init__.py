"""The nouns: frozen rows, one module a family. Nothing here imports anything else of valla."""
