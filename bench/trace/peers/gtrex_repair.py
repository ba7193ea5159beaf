"""gtrex: the library as one source, each quotation through its repair, which verifies first and aligns where that fails."""

import warnings
from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, join_texts
from gtrex import Policy, Repairer

NAME = "gtrex"
LARGEST = 6
"""Size of a library in MB up to which it can be measured: above it takes minutes or all memory for one quotation."""
VERDICTS = {
    "accepted": "verbatim",
    "normalized": "verbatim",
    "salvaged": "altered",
    "substituted": "altered",
    "annotated": "altered",
}


def open_peer(library: Path) -> Ask:
    """Lay the texts end to end."""
    warnings.simplefilter("ignore")
    shelf = join_texts(library)
    tool = Repairer(shelf.text, Policy())

    def ask(quote: str, _cited: str | None) -> Answer:
        repaired = tool.repair(quote)
        certificate = repaired.after or repaired.before
        if certificate.verdict == "stitched":
            return Answer(verdict="elided")
        spans = [
            (row.start, row.end)
            for row in (certificate, repaired.alignment)
            if row is not None and row.start is not None
        ]
        verdict = VERDICTS.get(repaired.action)
        if verdict is None or not spans:
            return Answer(verdict=verdict or "unchecked")
        return Answer(verdict=verdict, places=[shelf.place(*spans[0])])

    return ask
