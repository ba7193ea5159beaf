"""`python -m valla` is the same as `valla`."""

from valla.cli import run

run()
