"""Places found by compiled code: those that the arrays find, whatever the texts hold and whoever reads which part."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valla.library.harvest import Harvest, Likely
from valla.library.letters import REACH
from valla.library.places import Piece, Reaped, gather_all
from valla.library.seeds import Sown, sow
from valla.library.swift import is_swift, read_seeds
from valla.library.volumes import Scroll
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe

if is_swift():
    from valla.library.gleaning import Gleaner
else:
    pytest.skip("numba is not here: the compiled engine is NOT tested", allow_module_level=True)

WORDS = (
    "the pilot came aboard second bell and asked for chart of outer sands nobody could find it été ﬁne 中国 𝐚𝐛𝐜 … ..."
)
TEXTS = st.lists(
    st.sampled_from(WORDS.split()) | st.text("tuvß\u0301-\n.’ 𝒜ﷺ", max_size=4), min_size=1, max_size=400
).map(" ".join)
"""Few words, so that quotations stand in many places."""


def probe(text: str, homes: Sequence[str], *, everywhere: bool, garbled: bool = False) -> Probe:
    span = Span(0, len(text))
    return Probe(
        quotation=QuotationId("q"),
        span=span,
        text=text,
        offsets=(span,),
        homes=tuple(DocumentId(home) for home in homes),
        everywhere=everywhere,
        garbled=garbled,
    )


def parts_of(texts: Sequence[str], chance: int) -> list[Piece]:
    """Return texts as pieces, each cut once at a blank."""
    pieces = []
    for number, text in enumerate(texts):
        data = Scroll.of(text).data
        cut = data.tobytes().find(b" ", len(data) * chance // 10) + 1
        cuts = [0, cut, len(data)] if 0 < cut < len(data) else [0, len(data)]
        pieces.append(Piece(data, 0, cuts, number))
    return pieces


def by_arrays(sown: Sown, pieces: Sequence[Piece], names: Sequence[DocumentId]) -> list[Likely]:
    harvest, marks = Harvest(sown, names), sown.marks()
    for piece in pieces:
        for first, last in zip(piece.cuts[:-1], piece.cuts[1:], strict=True):
            harvest.add(gather_all(sown, [Reaped(*read_seeds(piece.data, first, last, marks), piece.document)]))
    return harvest.likeliest()


@given(st.lists(TEXTS, min_size=1, max_size=9), st.data())
@settings(deadline=None, max_examples=120)
def test_the_likeliest_places_are_those_that_arrays_find(texts: list[str], data: st.DataObject) -> None:
    names = [DocumentId(f"{number}") for number in range(len(texts))]
    starts = st.integers(0, max(map(len, texts)))
    quotes = [text[at : at + 300] for text in texts for at in data.draw(st.lists(starts, max_size=3))]
    homes = data.draw(
        st.lists(st.lists(st.sampled_from(names), max_size=2), min_size=len(quotes), max_size=len(quotes))
    )
    flags = [(data.draw(st.booleans()), data.draw(st.booleans())) for _ in quotes]
    sown = sow(
        [
            probe(text, home, everywhere=everywhere, garbled=garbled)
            for text, home, (everywhere, garbled) in zip(quotes, homes, flags, strict=True)
        ]
    )
    pieces = parts_of(texts, data.draw(st.integers(0, 9)))
    gleaners = [Gleaner(sown, names) for _ in range(2)]  # as of two processes
    jobs = [[piece] for piece in pieces[:2]] + [pieces[2:]]

    harvest = Harvest(sown, names)
    for job in filter(None, jobs):
        harvest.add(gleaners[data.draw(st.integers(0, 1))].glean(job))

    assert harvest.likeliest() == by_arrays(sown, pieces, names)


def test_a_stretch_is_read_no_further_than_its_last_seeds_need() -> None:
    text = "the pilot came aboard " * 900
    whole = Scroll.of(text).data
    sown = sow([probe("the pilot came aboard the pilot", (), everywhere=False)])
    cuts = [0, 22 * 400, 22 * 800]
    piece = Piece(whole[cuts[1] : cuts[2] + REACH], cuts[1], cuts[1:], 0)

    found = Gleaner(sown, [DocumentId("a")]).glean([piece])

    assert np.all(found.start >= cuts[1] - 200)
    assert len(found.start)
    assert Harvest(sown, [DocumentId("a")]).likeliest() == []


def test_whatever_stands_many_times_is_counted_as_arrays_count_it() -> None:
    texts = ["a pilot came aboard at noon. " * 300, "nobody asked. " * 200 + "a pilot came aboard at noon"]
    names = [DocumentId("a"), DocumentId("b")]
    sown = sow([probe("a pilot came aboard at noon", ["b"], everywhere=False), probe("at noon", (), everywhere=True)])
    pieces = parts_of(texts, 5)

    harvest = Harvest(sown, names)
    harvest.add(Gleaner(sown, names).glean(pieces))

    assert harvest.likeliest() == by_arrays(sown, pieces, names)
