"""A text as the engine sees it: bytes of UTF-8, with the way to its code points and pages."""

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Protocol

import numpy as np

from valla.library import Stretch
from valla.library.letters import Bytes, Whole, cuts_of
from valla.library.places import Range
from valla.model.documents import PageStart
from valla.model.works import Holding

STRETCH = 8 << 20
"""Bytes of a stretch in which places are gathered by themselves."""

STEP = 1 << 16
"""Bytes between two places whose code points are known."""

NEAR_START = 1 << 20
"""Bytes from the start of a text within which code points are counted from there."""

FIRST_BYTE = -64
"""Bytes below, as signed numbers, go on with a code point; others begin one."""

OUTWARD = 64
"""Bytes by which a stretch is widened to the next white space."""

Pages = tuple[PageStart, ...]

SPACES = frozenset(b" \t\r\n\f\v")


class Scroll:
    """The text of a volume while it is open; offsets asked for are bytes, those told are code points."""

    def __init__(self, data: Bytes, *, plain: bool, pages: Pages | Callable[[], Pages] = ()) -> None:
        """Take the bytes of a text; `plain` tells that all are ASCII. Its pages may be looked for when asked for."""
        self.data, self.plain, self._pages = data, plain, pages

    @cached_property
    def pages(self) -> Pages:
        """Where its pages begin."""
        return self._pages() if callable(self._pages) else self._pages

    @classmethod
    def of(cls, text: str, pages: Pages = ()) -> "Scroll":
        """Return a text as a scroll; half a pair, which UTF-8 cannot write, is written as a question mark."""
        return cls(np.frombuffer(text.encode("utf-8", "replace"), np.uint8), plain=text.isascii(), pages=pages)

    @cached_property
    def _steps(self) -> Whole:
        """How many code points stand before every STEP bytes."""
        parts = range(0, max(1, len(self.data)), STEP)
        return np.cumsum([0, *(self._heads(start, start + STEP) for start in parts)], dtype=np.int64)

    def _heads(self, start: int, end: int) -> int:
        """Return how many code points begin between two bytes."""
        return int(np.count_nonzero(self.data[start:end].view(np.int8) >= FIRST_BYTE))

    def __len__(self) -> int:
        """Return the number of code points."""
        return len(self.data) if self.plain or not len(self.data) else int(self._steps[-1])

    @cached_property
    def cuts(self) -> list[int]:
        """Where the text is cut into stretches."""
        return cuts_of(self.data, STRETCH)

    def point(self, byte: int) -> int:
        """Return how many code points stand before a byte."""
        if self.plain:
            return byte
        if byte < NEAR_START:
            return self._heads(0, byte)
        step = byte // STEP
        return int(self._steps[step]) + self._heads(step * STEP, byte)

    def byte(self, point: int) -> int:
        """Return the byte at which a code point begins; the end of the text for those behind it."""
        if self.plain or not len(self.data):
            return min(point, len(self.data))
        step = bisect_right(self._steps, point) - 1
        heads = np.flatnonzero(self.data[step * STEP : (step + 1) * STEP].view(np.int8) >= FIRST_BYTE)
        nth = point - int(self._steps[step])
        return step * STEP + int(heads[nth]) if nth < len(heads) else len(self.data)

    def read(self, start: int, end: int) -> str:
        """Return the text between two bytes; the end of a page is the end of a line, so that words are joined over it."""
        data = self.data[start:end].tobytes()
        if b"\f" in data:
            data = data.replace(b"\n\f", b"\n ").replace(b"\f", b"\n")
        return data.decode("utf-8", "replace")

    def excerpt(self, start: int, end: int) -> str:
        """Return the text between two code points, cut at its ends."""
        return self.read(self.byte(max(0, start)), self.byte(max(0, end)))

    def stretch(self, span: Range) -> Stretch:
        """Return a range as a stretch, moved out to the next white space, with the pages that it touches."""
        start, end = self._outward(span.start, -1), self._outward(min(span.end, len(self.data)), 1)
        text, at = self.read(start, end), self.point(start)
        first = max(0, bisect_right(self.pages, at, key=lambda page: page.at) - 1)
        last = bisect_right(self.pages, at + len(text), key=lambda page: page.at)
        return Stretch(start=at, text=text, pages=self.pages[first:last])

    def _outward(self, byte: int, step: int) -> int:
        """Move an edge out to the next white space, or at least to the edge of a character."""
        window = self.data[max(0, byte - OUTWARD) : byte][::-1] if step < 0 else self.data[byte : byte + OUTWARD]
        near = window.tobytes()
        space = next((n for n, letter in enumerate(near) if letter in SPACES), None)
        if space is not None:
            return byte + step * space
        if len(near) < OUTWARD:
            return byte + step * len(near)
        while 0 < byte < len(self.data) and self.data[byte] & 0xC0 == 0x80:
            byte += step
        return byte


class Volume(Protocol):
    """A document of a library, closed; it can be sent to another process and opened there."""

    @property
    def holding(self) -> Holding:
        """The document and the work that it is."""
        ...

    @property
    def size(self) -> int:
        """How many bytes its text has, about."""
        ...

    @property
    def light(self) -> bool:
        """Tell whether it is opened without being read."""
        ...

    def open(self) -> Scroll:
        """Return its text."""
        ...
