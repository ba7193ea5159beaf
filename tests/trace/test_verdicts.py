"""What is said of a quotation, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trace.bench import Essay, source, trace_one

from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageStart
from valla.model.quotations import Found, Insertion, Quotation, QuotationId, QuotationKind
from valla.model.traces import HARMLESS, Concern, Verdict
from valla.trace import trace_quotations

LETTERS = """\
Our cousin Ambrose wrote from Lindau that the ice had broken on the lake, and that forty sledges were lost between the
islands. He had seen nothing of it himself. The ferryman swore that every driver was warned at the customs house, and
that Ambrose himself had carried the warning to the inn. I have his word for it, and I do not doubt it.

The magistrate came on Thursday the 9th of February. He asked three questions and wrote down two answers. "You must
have known the ice was thin," he said to the ferryman. The ferryman replied that all the drivers knew it, but that the
merchants at Bregenz would pay only for the shorter road. Doctor Imhof may have heard this; he was standing at the door.
"""
MEMOIR = """\
Many years later I read the letter again. It says that the ferryman swore that every driver was warned at the customs
house, and that Ambrose himself had carried the warning to the inn. We children were told another story, in which the
ice spoke with the voice of a bishop and nobody listened.
"""
HOME = source("letters", LETTERS, title="Letters from the Lake", author="Clara Rhomberg", year="1841")
LATER = source("memoir", MEMOIR, title="A Childhood in Lindau", author="Otto Rhomberg", year="1880")
CITED = {"title": "Letters from the Lake", "author": "Clara Rhomberg"}
WORDS = LETTERS.split()


def concerns(words: str) -> list[Concern]:
    return [edit.concern for edit in trace_one(words, HOME, **CITED).edits if edit.concern not in HARMLESS]


def test_an_end_that_the_source_does_not_go_on_with_is_one_addition() -> None:
    end = "owned the brewery of a rich uncle to whom we never spoke"
    trace = trace_one(
        f"that every driver was warned at the customs house, and that Ambrose himself {end}", HOME, **CITED
    )
    assert [(edit.quoted, edit.source) for edit in trace.edits] == [(end, "")]


def test_a_misread_end_is_still_met() -> None:
    end = "liad carrieb tlie warmng to tke imn"
    trace = trace_one(
        f"that every driver was warned at the customs house, and that Ambrose himself {end}", HOME, **CITED
    )
    assert trace.passages[0].anchor.exact.endswith("carried the warning to the inn")


@pytest.mark.parametrize(
    ("words", "concern"),
    [
        ("that forty sledges were not lost between the islands", Concern.POLARITY),
        ("The ferryman swore that every driver was unwarned at the customs house", Concern.POLARITY),
        ("I have his word for it, and I do doubt it", Concern.POLARITY),
        ("that fifty sledges were lost between the islands", Concern.NUMBER),
        ("He asked 4 questions and wrote down two answers", Concern.NUMBER),
        ("The magistrate came on Thursday the 7th of February", Concern.DATE),
        ("The magistrate came on Tuesday the 9th of February", Concern.DATE),
        ("that Matthias himself had carried the warning to the inn", Concern.NAME),
        ("Doctor Imhof must have heard this", Concern.MODALITY),
        ("The ferryman replied that some the drivers knew it", Concern.QUANTIFIER),
        ("that the ice had melted on the lake, and that forty sledges were lost", Concern.WORD),
    ],
)
def test_each_guard_minds_its_words(words: str, concern: Concern) -> None:
    assert concern in concerns(words)


@pytest.mark.parametrize(
    "words",
    [
        "THE MAGISTRATE CAME ON THURSDAY the 9th of February",
        "that 40 sledges were lost between the islands",
        "He asked three questions and wrote down 2 answers",
        "[t]he ferryman swore that every driver was warned",
        "[The ferryman] had seen nothing of it himself",
        "the merchants (of whom more below) at Bregenz would pay only for the shorter road",
        "every driver was warned at the customs house (emphasis added), and that Ambrose himself [sic] had carried",
        "the ice had broken on the lake, and that forty sledges were lost . . .",
        "… the ice had broken on the lake, and that forty sledges were lost",
    ],
)
def test_what_changes_no_word_is_no_alteration(words: str) -> None:
    assert concerns(words) == []
    assert trace_one(words, HOME, **CITED).verdict in {Verdict.VERBATIM, Verdict.VARIANT}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_words_taken_from_a_source_are_found_verbatim_there(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 6))
    last = data.draw(st.integers(first + 5, min(len(WORDS), first + 60)))
    said = " ".join(WORDS[first:last])

    trace = trace_one(said, HOME, LATER, **CITED)

    assert trace.verdict is Verdict.VERBATIM
    assert trace.likeness == 1.0
    [passage] = trace.passages
    assert passage.anchor.exact == passage.anchor.span.of(LETTERS)
    assert " ".join(passage.anchor.exact.split()).strip('".,;') in said


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_one_word_put_in_is_never_verbatim(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 12))
    last = data.draw(st.integers(first + 10, min(len(WORDS), first + 40)))
    place = data.draw(st.integers(first + 1, last - 1))
    said = " ".join([*WORDS[first:place], "quietly", *WORDS[place:last]])

    trace = trace_one(said, HOME, **CITED)

    assert trace.verdict is Verdict.ALTERED
    assert [(edit.quoted, edit.source) for edit in trace.edits if edit.concern not in HARMLESS] == [("quietly", "")]


def test_an_edit_leads_to_its_words_in_the_essay_and_in_the_source() -> None:
    words = "The magistrate came on Thursday the 7th of March"

    trace = trace_one(words, HOME, **CITED)

    for edit in trace.edits:
        assert edit.at.of(words) == edit.quoted
        assert edit.source_at.of(LETTERS) == edit.source


def test_places_that_do_not_stand_together_are_a_splice() -> None:
    unmarked = trace_one(
        "the ice had broken on the lake, and that forty sledges were lost. He asked three questions and wrote down two answers",
        HOME,
    )
    turned = trace_one("He asked three questions and wrote down two answers … the ice had broken on the lake", HOME)

    assert unmarked.verdict is Verdict.SPLICED
    assert not unmarked.gaps[0].marked
    assert unmarked.gaps[0].words > 40
    assert turned.verdict is Verdict.SPLICED
    assert turned.gaps[0].out_of_order
    assert turned.gaps[0].hidden is None


def test_words_joined_from_two_documents_are_a_splice_of_both() -> None:
    trace = trace_one(
        "The magistrate came on Thursday the 9th of February; the ice spoke with the voice of a bishop", HOME, LATER
    )

    assert trace.verdict is Verdict.SPLICED
    assert {passage.document for passage in trace.passages} == {"letters", "memoir"}
    assert trace.gaps[0].other_document


def test_a_work_that_quotes_the_cited_one_is_a_rival_and_not_the_source() -> None:
    words = "the ferryman swore that every driver was warned at the customs house"

    home = trace_one(words, HOME, LATER, **CITED)
    nameless = trace_one(words, HOME, LATER)

    assert home.passages[0].document == nameless.passages[0].document == "letters"
    assert [rival.document for rival in home.rivals] == ["memoir"]


def test_words_that_stand_in_another_work_than_the_cited_one_are_elsewhere() -> None:
    words = "the ice spoke with the voice of a bishop and nobody listened"

    held = trace_one(words, HOME, LATER, **CITED)
    not_held = trace_one(words, LATER, **CITED)

    assert held.verdict is not_held.verdict is Verdict.ELSEWHERE
    assert held.wanted is None
    assert not_held.wanted == "Clara Rhomberg, Letters from the Lake"
    assert "not held" in not_held.reason


def test_words_quoted_through_the_work_in_which_they_stand_are_not_elsewhere() -> None:
    words = "the ferryman swore that every driver was warned at the customs house"

    trace = trace_one(words, LATER, **CITED, via="Otto Rhomberg, A Childhood in Lindau")

    assert trace.verdict is Verdict.VERBATIM


def test_nothing_is_called_missing_that_may_be_in_what_is_not_held() -> None:
    words = "The bishop himself paid for the sledges out of the alms of the cathedral chapter"
    part = source("letters", LETTERS, title="Letters from the Lake", author="Clara Rhomberg", partial=True)
    foreign = source("letters", LETTERS, title="Letters from the Lake", author="Clara Rhomberg", language="de")

    assert trace_one(words, HOME, **CITED).verdict is Verdict.NOT_FOUND
    assert trace_one(words, part, **CITED).verdict is Verdict.UNCHECKED
    assert trace_one(words, LATER, **CITED).verdict is Verdict.UNCHECKED
    assert trace_one(words, HOME).verdict is Verdict.UNCHECKED
    assert trace_one(words, foreign, **CITED).verdict is Verdict.UNCHECKED
    assert trace_one("the bishop", HOME, **CITED).verdict is Verdict.TOO_SHORT
    assert trace_one(words, **CITED).verdict is Verdict.UNCHECKED


def test_every_verdict_has_its_reason_and_every_unchecked_named_work_is_wanted() -> None:
    trace = trace_one("He asked for bread", **CITED)

    assert trace.reason == "the library is empty"
    assert trace.wanted == "Clara Rhomberg, Letters from the Lake"


def test_short_words_are_found_only_where_they_should_stand() -> None:
    assert trace_one("he was standing", HOME, LATER).verdict is Verdict.TOO_SHORT
    assert trace_one("he was standing", HOME, LATER, **CITED).verdict is Verdict.VERBATIM


def test_the_source_before_and_behind_is_asked_for_what_was_cut() -> None:
    behind = trace_one("The ferryman replied that all the drivers knew it", HOME, **CITED)
    denied = trace_one(
        "the bridge was sold to the Swabians in exchange for salt",
        source("a", "It is not true that the bridge was sold to the Swabians in exchange for salt and wine."),
    )

    assert [(cut.cue, cut.at_end) for cut in behind.cuts] == [("but", True)]
    assert [(cut.cue, cut.at_end) for cut in denied.cuts] == [("It is not true that", False)]


def test_a_place_has_its_page() -> None:
    half = LETTERS.index("The magistrate")
    paged = source("letters", LETTERS, pages=(PageStart(at=0, label="11"), PageStart(at=half, label="12")))

    early = trace_one("that forty sledges were lost between the islands", paged)
    late = trace_one("He asked three questions and wrote down two answers", paged)

    assert (early.passages[0].anchor.page, late.passages[0].anchor.page) == ("11", "12")


def test_an_essay_among_its_own_sources_is_not_its_own_witness() -> None:
    words = "The bishop himself paid for the sledges out of the alms of the cathedral chapter"

    trace = trace_one(words, source("a copy", words), HOME)

    assert trace.verdict is Verdict.UNCHECKED
    assert trace.sought == ("letters",)


def test_a_nested_quotation_is_sought_where_the_one_around_it_should_stand() -> None:
    inner = "You must have known the ice was thin"
    outer = f'The magistrate came on Thursday the 9th of February. "{inner}," he said'
    document = Document(id=DocumentId("essay"), name="essay", text=outer)
    spans = {
        QuotationId("outer"): Span(0, len(outer)),
        QuotationId("inner"): Span(outer.index(inner), outer.index(inner) + len(inner)),
    }
    rows = tuple(
        Quotation(
            id=name, anchor=document.anchor(span), kind=QuotationKind.INLINE, parts=(span,), reason="by hand",
            nested_in=QuotationId("outer") if name == "inner" else None,
        )
        for name, span in spans.items()
    )  # fmt: skip

    traces = trace_quotations(document, Found(quotations=rows), (), MemoryLibrary.shelve([HOME, LATER]))

    assert [trace.quotation for trace in traces] == ["outer", "inner"]
    assert " ".join(traces[1].passages[0].anchor.exact.split()) == inner


def test_what_the_finder_calls_an_insertion_is_no_word_of_the_source() -> None:
    said = "Our cousin Ambrose who was then at school wrote from Lindau that the ice had broken"
    document = Document(id=DocumentId("essay"), name="essay", text=said)
    put_in = "who was then at school"
    name = QuotationId("one")
    row = Quotation(
        id=name,
        anchor=document.anchor(Span(0, len(said))),
        kind=QuotationKind.INLINE,
        parts=(Span(0, len(said)),),
        reason="x",
    )
    insertion = Insertion(quotation=name, at=Span(said.index(put_in), said.index(put_in) + len(put_in)), words=put_in)

    [trace] = trace_quotations(
        document, Found(quotations=(row,), insertions=(insertion,)), (), MemoryLibrary.shelve([HOME])
    )

    assert trace.verdict is Verdict.VERBATIM
    assert [edit.concern for edit in trace.edits] == [Concern.EDITORIAL]


def test_the_parts_of_a_quotation_keep_their_places_in_the_essay() -> None:
    text = 'He wrote "that the ice had broken on the lake," as we saw, "and that forty sledges were lost."'
    one = Span(text.index("that"), text.index(',"'))
    other = Span(text.index("and that"), text.rindex('."'))
    document = Document(id=DocumentId("essay"), name="essay", text=text)
    whole = Span(one.start, other.end)
    row = Quotation(
        id=QuotationId("q"), anchor=document.anchor(whole), kind=QuotationKind.INLINE, parts=(one, other), reason="x"
    )

    [trace] = trace_quotations(document, Found(quotations=(row,)), (), MemoryLibrary.shelve([HOME]))

    assert trace.verdict is Verdict.VERBATIM
    assert trace.passages[0].quoted == whole


def test_two_shelvings_give_equal_traces_whatever_the_order_of_the_sources() -> None:
    essay = (
        Essay()
        .quote("the ferryman swore that every driver was warned at the customs house")
        .quote("He asked three questions")
    )

    assert essay.trace([HOME, LATER]) == essay.trace([LATER, HOME])


def test_words_garbled_beyond_telling_are_not_called_absent() -> None:
    garbled = "tbe iee hqd brokcn om thc lahe anb thqt forly slcdgcs wene losl betwccn"

    trace = trace_one(garbled, HOME, **CITED)

    assert trace.verdict in {Verdict.UNCHECKED, Verdict.VARIANT, Verdict.ALTERED}
    assert (
        trace_one("The bishop himself paid for the sledges out of the alms of the chapter", HOME, **CITED).verdict
        is Verdict.NOT_FOUND
    )


def test_a_work_in_which_only_a_few_of_the_words_stand_is_no_place_of_the_quotation() -> None:
    words = "He told the council that the ice had broken on the lake, but nobody in the whole town would pay for new sledges or for the widows of the drowned"

    trace = trace_one(words, HOME)

    assert trace.verdict is Verdict.UNCHECKED


def test_words_with_which_the_source_reports_are_not_lost_words_of_the_quotation() -> None:
    reported = source(
        "reported",
        'The clerk was asked again. "The ice," said the ferryman, "was black and rotten at the eastern pier." He sat down.',
    )

    trace = trace_one("The ice was black and rotten at the eastern pier", reported)

    assert trace.verdict is Verdict.VERBATIM
    assert [edit.concern for edit in trace.edits] == [Concern.EDITORIAL]
