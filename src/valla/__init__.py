"""Valla: a source-criticism engine."""

__version__ = "0.1.0"
