"""Tantivy and edlib: windows of the texts in a full-text index, the best ten by BM25, the fewest edits among these."""

from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import edlib
import tantivy
from bench.trace.peers.shelf import Answer, Ask, Place, join_texts, lowered, octets
from bench.trace.words import plain_words

Row = dict[str, Any]

NAME = "tantivy BM25 + edlib"
WINDOW, STEP = 1_200, 600
BEST = 10
MOST = 0.3


def open_peer(library: Path) -> Ask:
    """Build the index in a folder of its own."""
    shelf = join_texts(library)
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("start", stored=True, indexed=False)
    builder.add_text_field("body", stored=False, tokenizer_name="default", index_option="freq")
    index = tantivy.Index(builder.build(), path=mkdtemp())
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    small, signs = lowered(shelf.text), octets(shelf.text)
    for start in range(0, len(small), STEP):
        writer.add_document(tantivy.Document(start=start, body=small[start : start + WINDOW]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(quote: str, _cited: str | None) -> Answer:
        words = plain_words(quote)
        if not words:
            return Answer()
        terms = [tantivy.Query.term_query(index.schema, "body", word) for word in dict.fromkeys(words)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        starts = [searcher.doc(address)["start"][0] for _, address in searcher.search(query, BEST).hits]
        wanted = octets(quote)
        fewest, place = int(MOST * len(wanted)) + 1, None
        for start in starts:
            begun = max(0, start - len(wanted) // 2)
            window = signs[begun : start + WINDOW + len(wanted) // 2]
            found: Row = edlib.align(wanted, window, mode="HW", task="locations", k=max(0, fewest - 1))
            if 0 <= found["editDistance"] < fewest:
                first, last = found["locations"][0]
                fewest, place = found["editDistance"], shelf.place(begun + (first or 0), begun + last + 1)
        return Answer(places=_placed(place))

    return ask


def _placed(place: Place | None) -> list[Place]:
    """Return a place as a list."""
    return [place] if place else []
