"""edlib: the stretch of any document with the fewest edits, up to a quarter of the quotation's letters."""

from pathlib import Path

import edlib
from bench.trace.peers.shelf import Answer, Ask, octets, texts_in

NAME = "edlib infix"
MOST = 0.25


def open_peer(library: Path) -> Ask:
    """Read the texts."""
    texts = [(name, octets(text)) for name, text in texts_in(library)]

    def ask(quote: str, _cited: str | None) -> Answer:
        wanted = octets(quote)
        fewest, place = int(MOST * len(wanted)) + 1, None
        for name, text in texts:
            if fewest == 0:
                break
            found = edlib.align(wanted, text, mode="HW", task="locations", k=fewest - 1)
            if found["editDistance"] >= 0:
                start, end = found["locations"][0]
                fewest, place = found["editDistance"], (name, start or 0, end + 1)
        return Answer(places=[place] if place else [])

    return ask
