"""RapidFuzz: the stretch of any document that is most like the quotation, from a likeness of 75 in 100 on."""

from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, lowered, texts_in
from rapidfuzz import fuzz

NAME = "rapidfuzz partial_ratio_alignment"
LEAST = 75.0


def open_peer(library: Path) -> Ask:
    """Read the texts."""
    texts = [(name, lowered(text)) for name, text in texts_in(library)]

    def ask(quote: str, _cited: str | None) -> Answer:
        wanted, best, place = lowered(quote), LEAST, None
        for name, text in texts:
            found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=best)
            if found is not None and (place is None or found.score > best):
                best, place = found.score, (name, found.dest_start, found.dest_end)
        return Answer(places=[place] if place else [])

    return ask
