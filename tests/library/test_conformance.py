"""What every shelf must do; a new engine is added to SHELVES and changes nothing here."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trace.bench import source

from valla.library import Library, Sheaf, Stretch
from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageStart
from valla.model.quotations import QuotationId
from valla.model.traces import Passage, Probe, Trace, Verdict
from valla.model.works import Citation
from valla.trace.judge import JudgeWords
from valla.trace.rarity import learn_rarity

Shelve = Callable[[Iterable[Source]], Library]
SHELVES: list[Shelve] = [MemoryLibrary.shelve]

PROSE = (
    "The pilot came aboard at the second bell and asked for the chart of the outer sands. Nobody could find it, though "
    "the mate remembered that it had been folded into the log book before they left the roads of Norderney. They went "
    "in without it, sounding with the lead, and grounded twice before the tide carried them over the bar at evening. "
)
OTHER = (
    "Grain was dear that winter, and the bakers of the upper town mixed it with beans and with the meal of acorns. " * 3
)


def probe(words: str, *homes: str, name: str = "q") -> Probe:
    span = Span(0, len(words))
    return Probe(
        quotation=QuotationId(name),
        span=span,
        text=words,
        offsets=(span,),
        homes=tuple(DocumentId(home) for home in homes),
    )


def placed(asked: Probe, sheaves: Sequence[Sheaf]) -> list[Trace]:
    """Judge by nothing but whether the words stand in a stretch as they are."""
    return [trace for sheaf in sheaves for trace in _placed(asked, sheaf)][:1]


def _placed(asked: Probe, sheaf: Sheaf) -> Iterator[Trace]:
    for stretch in sheaf.stretches:
        at = stretch.text.find(asked.text)
        if at >= 0:
            document = Document(id=sheaf.holding.document, name="", text=" " * stretch.start + stretch.text)
            anchor = document.anchor(Span(stretch.start + at, stretch.start + at + len(asked.text)))
            passage = Passage(anchor=anchor, quoted=asked.span)
            yield Trace(quotation=asked.quotation, verdict=Verdict.VERBATIM, passages=(passage,), reason="found")


@pytest.mark.parametrize("shelve", SHELVES)
def test_holdings_are_sorted_and_know_their_length(shelve: Shelve) -> None:
    library = shelve([source("b", OTHER), source("a", PROSE)])

    assert [holding.document for holding in library.holdings()] == ["a", "b"]
    assert [holding.length for holding in library.holdings()] == [len(PROSE), len(OTHER)]


@pytest.mark.parametrize("shelve", SHELVES)
def test_two_sources_of_one_id_are_refused(shelve: Shelve) -> None:
    with pytest.raises(ValueError, match="two sources"):
        shelve([source("a", OTHER), source("a", PROSE)])


@pytest.mark.parametrize("shelve", SHELVES)
@given(start=st.integers(-5, 400), end=st.integers(-5, 400))
def test_an_excerpt_is_cut_at_the_ends_of_its_document(shelve: Shelve, start: int, end: int) -> None:
    library = shelve([source("a", PROSE)])

    assert library.excerpt(DocumentId("a"), start, end) == PROSE[max(0, start) : max(0, end)]


@pytest.mark.parametrize("shelve", SHELVES)
@given(st.data())
@settings(deadline=None, max_examples=60)
def test_words_taken_from_a_source_are_put_to_the_judge_where_they_stand(shelve: Shelve, data: st.DataObject) -> None:
    text = OTHER + PROSE + OTHER
    first = data.draw(st.integers(len(OTHER), len(OTHER) + len(PROSE) - 40))
    length = data.draw(st.integers(30, 200))
    words = text[first : min(first + length, len(OTHER) + len(PROSE))]
    library = shelve([source("a", text), source("b", OTHER)])

    traces = list(library.compare([probe(words)], placed))

    assert [trace.passages[0].anchor.span.of(text) for trace in traces if trace.passages[0].document == "a"] == [words]


@pytest.mark.parametrize("shelve", SHELVES)
def test_probes_of_equal_words_get_an_answer_each(shelve: Shelve) -> None:
    words = "the mate remembered that it had been folded"
    library = shelve([source("a", PROSE)])

    traces = library.compare(
        [probe(words, name="one"), probe("nothing of the kind was ever written"), probe(words, name="two")], placed
    )

    assert sorted(trace.quotation for trace in traces) == ["one", "two"]


@pytest.mark.parametrize("shelve", SHELVES)
def test_a_stretch_is_a_piece_of_its_document_with_the_pages_it_touches(shelve: Shelve) -> None:
    text = OTHER * 20 + PROSE + OTHER * 20
    pages = tuple(PageStart(at=at, label=str(at // 500)) for at in range(0, len(text), 500))
    seen: list[Stretch] = []

    def look(_probe: Probe, sheaves: Sequence[Sheaf]) -> list[Trace]:
        seen.extend(stretch for sheaf in sheaves for stretch in sheaf.stretches)
        return []

    list(shelve([source("a", text, pages=pages)]).compare([probe("folded into the log book before they left")], look))

    [stretch] = seen
    assert text[stretch.start : stretch.start + len(stretch.text)] == stretch.text
    assert len(stretch.text) < len(text) / 4
    assert stretch.pages[0].at <= stretch.start
    assert all(page.at <= stretch.start + len(stretch.text) for page in stretch.pages)


@pytest.mark.parametrize("shelve", SHELVES)
def test_words_below_the_shortest_seed_and_an_empty_shelf_are_asked_in_vain(shelve: Shelve) -> None:
    assert list(shelve([source("a", PROSE)]).compare([probe("at"), probe("")], placed)) == []
    assert list(shelve([]).compare([probe("the pilot came aboard")], placed)) == []
    assert shelve([]).holdings() == ()


@pytest.mark.parametrize("shelve", SHELVES)
def test_a_citation_is_recognised_by_the_works_held(shelve: Shelve) -> None:
    library = shelve([source("a", PROSE, title="The Outer Sands"), source("b", OTHER, title="A Winter of Beans")])
    citation = Citation(quotation=QuotationId("q"), at=Span(0, 0), raw="Outer Sands, p. 4", title="The Outer Sands")

    recognition = library.holds(citation)

    assert [holding.document for holding in recognition.holdings] == ["a"]


def test_the_judge_can_be_sent_to_another_process() -> None:
    library = MemoryLibrary.shelve([source("a", PROSE)])
    judge = JudgeWords(rarity=learn_rarity(library, Document(id=DocumentId("e"), name="e", text="x")))
    asked = probe("the mate remembered that it had been folded into the log book", "a")

    here = list(library.compare([asked], judge))
    there = list(library.compare([asked], pickle.loads(pickle.dumps(judge))))  # noqa: S301  (made here)

    assert [trace.verdict for trace in here] == [Verdict.VERBATIM]
    assert here == there


@given(st.lists(st.text(alphabet="abc .…\n", max_size=40), max_size=6), st.text(alphabet="abc .\n", max_size=600))
@settings(deadline=None, max_examples=60)
def test_no_text_is_too_odd_for_the_judge(words: list[str], text: str) -> None:
    library = MemoryLibrary.shelve([source("a", text)])
    judge = JudgeWords(rarity=learn_rarity(library, Document(id=DocumentId("e"), name="e", text=text)))
    probes = [probe(said, "a", name=str(number)) for number, said in enumerate(words)]

    traces = list(library.compare(probes, judge))

    assert all(passage.anchor.span.of(text) == passage.anchor.exact for trace in traces for passage in trace.passages)
