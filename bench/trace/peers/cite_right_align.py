"""cite-right: a prepared corpus at its own settings, on one thread; every citation's evidence is a place."""

import os
from pathlib import Path

from bench.trace.peers.shelf import Answer, Ask, texts_in
from cite_right import PreparedCitationCorpus, SourceDocument

NAME = "cite-right"
os.environ.setdefault("RAYON_NUM_THREADS", "1")  # on a busy machine its threads wait for each other at full speed


def open_peer(library: Path) -> Ask:
    """Prepare the corpus."""
    corpus = PreparedCitationCorpus.from_sources(
        [SourceDocument(id=name, text=text) for name, text in texts_in(library)]
    )

    def ask(quote: str, _cited: str | None) -> Answer:
        spans = corpus.align(quote)
        best = [row.citations[0] for row in spans if row.citations]
        return Answer(places=[(row.source_id, row.char_start, row.char_end) for row in best])

    return ask
