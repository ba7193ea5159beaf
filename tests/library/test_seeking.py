"""Single quotations looked up by compiled code: the judge is given what he is given without it, whatever is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from valla.library import Sheaf
from valla.library.indexed import IndexedLibrary, Part
from valla.library.letters import seeds_in
from valla.library.segments import Text, build_segment
from valla.library.swift import is_swift
from valla.library.usage import Usage
from valla.library.volumes import Scroll
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe, Trace
from valla.model.works import Holding

if not is_swift():
    pytest.skip("numba is not here: the compiled engine is NOT tested", allow_module_level=True)

WORDS = (
    "the pilot came aboard second bell and asked for chart of outer sands nobody could find it été ﬁne 中国 𝐚𝐛𝐜 … ..."
)
FAR = "8 " * 210
"""So much that what stands behind it is another place."""

TEXTS = st.lists(
    st.sampled_from([*WORDS.split(), FAR]) | st.text("tuvß\u0301-\n.’ 𝒜ﷺ\ud800", max_size=4), min_size=1, max_size=400
).map(" ".join)
"""Few words, so that quotations stand in many places."""

CROWDED = "the pilot came aboard, the second bell rang. " * 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A text in memory that is cut in two."""

    holding: Holding
    text: str
    light: bool = False

    @property
    def size(self) -> int:
        """Return how long it is, about."""
        return len(self.text)

    def open(self) -> Scroll:
        """Return the text."""
        scroll = Scroll.of(self.text)
        cut = scroll.data.tobytes().find(b" ", len(scroll.data) // 2) + 1
        scroll.cuts = [0, cut, len(scroll.data)] if 0 < cut < len(scroll.data) else [0, len(scroll.data)]
        return scroll


def library(texts: Sequence[str], *, unread: int, scale: float) -> IndexedLibrary:
    """Return texts as a library with two segments, the last few in none; its seeds are `scale` times as common as there."""
    leaves = [Leaf(holding=holding(number), text=text) for number, text in enumerate(texts)]
    known = len(leaves) - unread
    groups = [range(0, known, 2), range(1, known, 2)]
    parts = [part(leaves, group) for group in groups if group]
    shelf = IndexedLibrary(leaves, parts, range(known, len(leaves)), workers=1)
    seeds = np.sort(np.concatenate([seeds_in(leaf.open().data, 0, 1 << 20)[0] for leaf in leaves]))
    shelf.usage = Usage(seeds, scale)
    return shelf


def holding(number: int) -> Holding:
    name = f"{number:03}"
    return Holding(document=DocumentId(name), title=name, described_by="manifest")


def part(leaves: Sequence[Leaf], group: range) -> Part:
    """Return some texts as a segment; one of them is no longer held."""
    scrolls = [leaves[number].open() for number in group] + [Scroll.of(WORDS * 3)]
    segment = build_segment(
        (Text(row.data, row.cuts) for row in scrolls), sum(len(row.data) for row in scrolls), swift=False
    )
    return Part(segment, (*group, None))


def given_to_the_judge(shelf: IndexedLibrary, asked: Sequence[Probe]) -> list[list[tuple[object, ...]]]:
    """Return what the judge is given for each probe, asked one by one."""
    told: list[list[tuple[object, ...]]] = []

    def judge(probe: Probe, sheaves: Sequence[Sheaf]) -> Sequence[Trace]:
        told[-1].append((probe.text, *((sheaf.holding.document, sheaf.stretches) for sheaf in sheaves)))
        return []

    for probe in asked:
        told.append([])
        assert not list(shelf.compare([probe], judge))
    return told


def probe(text: str, homes: Sequence[DocumentId], *, everywhere: bool) -> Probe:
    span = Span(0, len(text))
    return Probe(
        quotation=QuotationId("q"), span=span, text=text, offsets=(span,), homes=tuple(homes), everywhere=everywhere
    )


@st.composite
def questions(draw: st.DrawFn) -> tuple[IndexedLibrary, list[Probe]]:
    """Return a library and quotations from it, some of them expected somewhere."""
    texts = draw(st.lists(TEXTS, min_size=1, max_size=9))
    shelf = library(
        texts, unread=draw(st.integers(0, min(2, len(texts) - 1))), scale=draw(st.sampled_from([0.0, 60.0, 400.0]))
    )
    starts = st.integers(0, max(map(len, texts)))
    quotes = [text[at : at + 300] for text in texts for at in draw(st.lists(starts, min_size=1, max_size=3))]
    homes = st.lists(st.sampled_from(shelf.documents()), max_size=2)
    return shelf, [probe(words, draw(homes), everywhere=draw(st.booleans())) for words in quotes]


def crowded(unread: int) -> tuple[IndexedLibrary, list[Probe]]:
    """Return a library one work of which has a few words again and again, and all else that could go wrong."""
    spread = [f"{FAR.join([WORDS[:80]] * 9)}{FAR.join([WORDS[:40]] * 9)}"] * 3
    texts = [CROWDED, WORDS * 40, *spread, f"{CROWDED} … {WORDS}", WORDS[::-1] * 9, "", "中国" * 900, "ﷺ " * 300]
    shelf = library(texts, unread=unread, scale=0.0)
    quotes = [
        CROWDED[:60],
        WORDS[:80],
        f"{CROWDED[:200]} … asked for chart",
        "",
        ".",
        "the",
        "中国" * 60,
        "ﷺ " * 40,
        WORDS * 9,
        CROWDED * 3,
    ]
    return shelf, [probe(words, [DocumentId("000")][:at], everywhere=bool(at)) for words in quotes for at in range(2)]


@given(questions())
@example(crowded(0))
@example(crowded(2))
@settings(deadline=None, max_examples=150)
def test_the_judge_is_given_what_he_is_given_without_compiled_code(asked: tuple[IndexedLibrary, list[Probe]]) -> None:
    shelf, probes = asked
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("valla.library.indexed.OFTEN", 1 << 30)
        known = given_to_the_judge(shelf, probes)
        patch.setattr("valla.library.indexed.OFTEN", 0)

        assert given_to_the_judge(shelf, probes) == known


def test_compiled_code_is_loaded_for_who_asks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = library([WORDS * 9], unread=0, scale=0.0)
    monkeypatch.setattr("valla.library.indexed.OFTEN", 2)
    asked = probe(WORDS, [], everywhere=False)
    given_to_the_judge(shelf, [asked, asked])
    assert "_seeker" not in vars(shelf)

    given_to_the_judge(shelf, [asked])
    assert "_seeker" in vars(shelf)


def test_compiled_code_is_loaded_at_once_for_who_says_so() -> None:
    shelf = library([WORDS * 9], unread=0, scale=0.0)
    asked = [probe(WORDS, [], everywhere=False)]
    known = given_to_the_judge(shelf, asked)
    shelf.make_ready()

    assert given_to_the_judge(shelf, asked) == known
    assert "_seeker" in vars(shelf)


def test_what_compiled_code_leaves_to_the_arrays_has_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = library([WORDS * 40, CROWDED], unread=0, scale=0.0)
    asked = [probe(WORDS * 7, [], everywhere=False), probe(CROWDED, [], everywhere=False)]
    known = given_to_the_judge(shelf, asked)
    assert all(known)
    monkeypatch.setattr("valla.library.indexed.OFTEN", 0)
    monkeypatch.setattr("valla.library.seeking.ROOM", 4)
    assert given_to_the_judge(shelf, asked) == known

    monkeypatch.setattr("valla.library.seeking.LONGEST", 100)
    monkeypatch.setattr("valla.library.seeking.WIDEST", 30)
    assert given_to_the_judge(shelf, asked) == known
