"""Marked passages compiled to a text and what should be found in it.

`⟦q|words⟧` is a quotation, `⟦s|words⟧` a scare quotation, `⟦t|words⟧` a title; `⟦-|words⟧` inside a quotation are the
author's own words that break into it. Marks of quotation at the edges do not belong to what is found.
"""

import re
from dataclasses import dataclass

TOKEN = re.compile(r"⟦(?P<letter>[qst-])\||(?P<close>⟧)")
EDGES = " \t\n\u00a0“”„‟\"«»‹›‘’‚‛'`「」,"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the spans in it, by letter."""

    text: str
    spans: dict[str, set[tuple[int, int]]]


def compile_passage(source: str) -> Marked:
    """Return the text of a marked passage and the trimmed spans of its marks."""
    text, stack, raw, last = "", [], [], 0
    for token in TOKEN.finditer(source):
        text += source[last : token.start()]
        last = token.end()
        if token["letter"]:
            stack.append((token["letter"], len(text)))
        else:
            letter, start = stack.pop()
            raw.append((letter, start, len(text)))
    text += source[last:]
    spans: dict[str, set[tuple[int, int]]] = {"q": set(), "s": set(), "t": set()}
    for letter, start, end in raw:
        if letter in spans:
            spans[letter].add(trim(text, start, end))
    return Marked(text, spans)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without quotation marks, blanks and commas at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGES))
    return start, start + len(words.strip(EDGES))
