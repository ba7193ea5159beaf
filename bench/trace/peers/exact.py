"""Exact search: the words in small letters, with single spaces and without points, must stand one after another."""

from array import array
from bisect import bisect_right
from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, texts_in
from bench.trace.words import WORD

NAME = "exact search"


def open_peer(library: Path) -> Ask:
    """Fold every text into words, keep where each word stands."""
    folded, names, first = [], [], []
    at, begins, ends = array("Q"), array("Q"), array("Q")
    length = 1
    for name, text in texts_in(library):
        names.append(name)
        first.append(len(at))
        for match in WORD.finditer(text):
            word = match[0].lower()
            folded.append(word)
            at.append(length)
            begins.append(match.start())
            ends.append(match.end())
            length += len(word) + 1
        folded.append("\x00")
        length += 2
    whole = " " + " ".join(folded) + " "

    def ask(quote: str, _cited: str | None) -> Answer:
        wanted = " ".join(match[0].lower() for match in WORD.finditer(quote))
        found = whole.find(f" {wanted} ")
        if found < 0:
            return Answer(verdict="unchecked")
        start = bisect_right(at, found + 1) - 1
        last = start + wanted.count(" ")
        return Answer(verdict="verbatim", places=[(names[bisect_right(first, start) - 1], begins[start], ends[last])])

    return ask
