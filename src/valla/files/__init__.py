"""Valla's own files and the doors to the disk: documents, shelves, settings, baselines."""
