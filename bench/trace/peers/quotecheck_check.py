"""quotecheck: the library as one text; it tells where a match begins, and the quotation's length is taken for its own."""

from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, join_texts
from quotecheck import check

NAME = "quotecheck"
LARGEST = 6
"""Size of a library in MB up to which it can be measured: above it takes minutes or all memory for one quotation."""
VERDICTS = {"found": "verbatim", "interleaved": "verbatim", "drift": "altered", "absent": "unchecked"}


def open_peer(library: Path) -> Ask:
    """Lay the texts end to end."""
    shelf = join_texts(library)

    def ask(quote: str, _cited: str | None) -> Answer:
        match = check(quote, shelf.text)
        found = [shelf.place(match.offset, match.offset + len(quote))] if match.offset >= 0 else []
        return Answer(verdict=VERDICTS[match.status], places=found)

    return ask
