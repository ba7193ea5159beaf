"""Marked passages compiled to a text and what should be found in it.

`⟦q|words⟧` is a quotation, `⟦s|words⟧` a scare quotation, `⟦t|words⟧` a title; `⟦-|words⟧` inside a quotation are the
author's own words that break into it. Marks of quotation at the edges do not belong to what is found.
"""

import re
from dataclasses import dataclass

TOKEN = re.compile(r"⟦(?P<letter>[qst-])\||(?P<close>⟧)")
MARKUP = re.compile(r"<[^>]*>|&\w+;|\n> ?")
EDGES = " \t\n\u00a0“”„‟\"«»‹›‘’‚‛'`「」,"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the spans in it, by letter."""

    text: str
    spans: dict[str, set[tuple[int, int]]]

    def words(self) -> dict[str, list[str]]:
        """Return the marked words by letter, without marks and markup, for texts whose places change when read."""
        return {letter: sorted(bare(self.text[a:b]) for a, b in spans) for letter, spans in self.spans.items()}


def compile_passage(source: str) -> Marked:
    """Return the text of a marked passage and the trimmed spans of its marks."""
    text = ""
    last = 0
    stack: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    for token in TOKEN.finditer(source):
        text += source[last : token.start()]
        last = token.end()
        if token["letter"]:
            stack.append((token["letter"], len(text)))
        else:
            spans.append((*stack.pop(), len(text)))
    text += source[last:]
    return Marked(text, {kind: {trim(text, a, b) for letter, a, b in spans if letter == kind} for kind in "qst"})


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without quotation marks, blanks and commas at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGES))
    return start, start + len(words.strip(EDGES))


def bare(words: str) -> str:
    """Return words without marks, markup and stops at their edges."""
    return MARKUP.sub(" ", words).strip(EDGES + ".*_")
