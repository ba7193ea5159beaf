"""How fast long work goes on, and how long it will take: one line on the standard error, rewritten now and then."""

import time
from collections.abc import Callable
from typing import TextIO

EVERY = 0.5
"""Seconds between two lines; where the standard error is no terminal a line is written every SELDOM seconds."""

SELDOM = 10.0


def rate_line(doing: str, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> Callable[[int, int], None]:
    """Return a function that is told of the bytes done and their whole number, and shows rate and time left."""
    begun = clock()
    shown = [begun]
    terminal = stream.isatty()

    def tell(done: int, whole: int) -> None:
        now = clock()
        if now - shown[0] < (EVERY if terminal else SELDOM) and not (terminal and done >= whole):
            return
        shown[0] = now
        line = "" if done >= whole else rate_text(doing, done, whole, now - begun)
        stream.write(f"\r{line:<72}\r" if terminal else f"{line}\n" if line else "")
        stream.flush()

    return tell


def rate_text(doing: str, done: int, whole: int, seconds: float) -> str:
    """Return the line itself."""
    rate = done / seconds if seconds else 0.0
    left = f", {(whole - done) / rate:.0f} s left" if rate else ""
    return f"{doing} {done / 1e6:.0f} of {whole / 1e6:.0f} MB, {rate / 1e6:.0f} MB/s{left}"
