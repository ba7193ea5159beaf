"""Line ends of a PDF: a hyphen there is taken out or kept as the document itself writes the word elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from valla.read.pdf_letters import Line
from valla.read.pdf_paragraphs import hyphened

WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
LAST = re.compile(r"([^\W\d_]+)[-‐\u00ad‑]$")
FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words that stand whole on a line somewhere in the document, hyphens made alike."""

    words: frozenset[str]

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Tell whether the hyphen between a line and the next belongs to the word."""
        first, last = FIRST.match(after), LAST.search(before)
        if first is None or last is None:
            return True
        if not first[0][0].islower() or before.endswith("\u2011"):
            return not before.endswith("\u00ad")
        whole = f"{last[1]}{first[0]}".casefold()
        return f"{last[1]}-{first[0]}".casefold() in self.words and whole not in self.words


def spelling_of(lines: Iterable[Line]) -> Spelling:
    """Return the words of a document as its lines spell them, those torn at line ends left out."""
    words: set[str] = set()
    for line in lines:
        found = [match[0] for match in WORD.finditer(line.letters)]
        words.update(
            word.replace("‐", "-").replace("‑", "-").casefold() for word in found[: -1 if hyphened(line) else None]
        )
    return Spelling(frozenset(words))
