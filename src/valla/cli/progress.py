"""What a person sees of long work: one line on the standard error, only where that is a terminal."""

import sys
from collections.abc import Callable

import click

Progress = Callable[[int, int, str], None]
"""Called with the number of things done, their whole number, and the name of the one at hand."""

WIDTH = 72


def progress_line(doing: str) -> Progress:
    """Return a progress that rewrites one line; it is silent where the standard error is no terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _whole, _name: None
    return lambda done, whole, name: show(doing, done, whole, name)


def show(doing: str, done: int, whole: int, name: str) -> None:
    """Rewrite the line, and clear it when all is done."""
    line = "" if done >= whole else f"{doing} {done + 1}/{whole} {name}"
    printable = "".join(letter if letter.isprintable() else "?" for letter in line)
    click.echo(f"\r{printable[:WIDTH]:<{WIDTH}}\r", nl=False, err=True)
