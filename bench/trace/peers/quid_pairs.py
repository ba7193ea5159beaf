"""Quid: the library as one source text, prepared once, against each quotation, at the tool's own settings."""

from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, join_texts
from quid.core.Quid import Quid

NAME = "Quid"
LARGEST = 2
"""Size of a library in MB up to which it can be measured: above it takes minutes or all memory for one quotation."""


def open_peer(library: Path) -> Ask:
    """Prepare the long text as the source."""
    shelf = join_texts(library)
    tool = Quid()
    positions, hashes = tool.prepare_source_data(shelf.text)

    def ask(quote: str, _cited: str | None) -> Answer:
        matches = tool.compare(shelf.text, quote, positions, hashes)
        best: dict[tuple[int, int], tuple[int, int]] = {}
        for match in matches:
            best.setdefault(
                (match.target_span.start, match.target_span.end), (match.source_span.start, match.source_span.end)
            )
        return Answer(places=[shelf.place(*span) for span in best.values()])

    return ask
