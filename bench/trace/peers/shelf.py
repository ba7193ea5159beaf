"""What every adapter needs: the texts of a folder, one long text of them all, and the way back from it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Place = tuple[str, int | None, int | None]
"""A document and a stretch of it, in code points; no offsets where a tool tells none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a tool says of one quotation: a verdict in Valla's words, if it gives any, and places."""

    verdict: str | None = None
    places: Sequence[Place] = ()


Ask = Callable[[str, str | None], Answer]
"""A quotation and the work that is named for it, if any."""

SEAM = "\n\n\x00\n\n"
"""What stands between two documents in the long text: nothing that a quotation has."""


def texts_in(library: Path) -> Iterator[tuple[str, str]]:
    """Yield the documents of a folder with their texts, in the order of their names; line ends stay what they are."""
    for path in sorted(library.rglob("*.txt")):
        yield path.relative_to(library).as_posix(), path.read_bytes().decode()


def lowered(text: str) -> str:
    """Return a text in small letters, every sign at its old place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[:1] for sign in text)


def octets(text: str) -> bytes:
    """Return a text in small letters with one byte for each sign, as edlib compares fastest; rare signs become "?"."""
    return lowered(text).encode("latin-1", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Long:
    """All texts as one, and where each begins."""

    text: str
    names: tuple[str, ...]
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """Return a stretch of the long text as one of its document."""
        number = bisect_right(self.starts, start) - 1
        return self.names[number], start - self.starts[number], end - self.starts[number]


def join_texts(library: Path) -> Long:
    """Lay all texts of a folder end to end."""
    names, texts, starts, length = [], [], [], 0
    for name, text in texts_in(library):
        names.append(name)
        texts.append(text)
        starts.append(length)
        length += len(text) + len(SEAM)
    return Long(text=SEAM.join(texts), names=tuple(names), starts=tuple(starts))
