"""The cases on which other tools were tried: a charter of three paragraphs, and twelve ways of quoting it.

The last column of that trial is what is asked here. (The twelfth case, a lost opening mark, is for the room that finds
quotations.)
"""

import pytest
from tests.trace.bench import Essay, source, trace_one

from valla.model.traces import HARMLESS, Concern, Trace, Verdict

CHARTER = """\
The wardens of the bridge shall levy one penny from every laden cart, provided that no cart carrying the harvest of a
widow be made to pay. They shall keep a true account of all tolls, and lay it before the aldermen on the second Tuesday
of March in each year, although the aldermen may excuse them in a time of plague.

In the year 1487 the wardens did not repair the eastern arch, for the timber which had been cut in the royal forest at
Hollin was never delivered. The mason, Piers Wetherby, warned them by letter that the central pier was moving; his warn-
ing was read aloud in the guildhall and then forgotten. Nobody was punished for it.

When the flood came, the colour of the river changed to that of clay within one hour. Four boats were sunk below the
mill. The bridge stood until evening, and then the eastern arch fell into the water together with the toll house.
"""
BRIDGE = source("bridge charter", CHARTER, author="Town of Hollin", year="1488")
CITED = {"title": "Bridge Charter", "author": "Town of Hollin"}


def traced(words: str) -> Trace:
    return trace_one(words, BRIDGE, **CITED)


def grave(trace: Trace) -> list[tuple[Concern, str, str]]:
    return [(edit.concern, edit.quoted, edit.source) for edit in trace.edits if edit.concern not in HARMLESS]


@pytest.mark.parametrize(
    "words",
    [
        "the timber which had been cut in the royal forest at Hollin was never delivered",
        "Four boats were sunk below the mill.",
    ],
)
def test_words_as_they_stand_are_verbatim_and_have_their_place(words: str) -> None:
    trace = traced(words)

    assert trace.verdict is Verdict.VERBATIM
    [passage] = trace.passages
    assert " ".join(passage.anchor.exact.split()) == words.rstrip(".")
    assert passage.anchor.span.of(CHARTER) == passage.anchor.exact
    assert not trace.edits
    assert not trace.cuts


def test_a_reworded_phrase_is_altered_and_shown_word_by_word() -> None:
    trace = traced(
        "The bridge stood until evening, and then the eastern arch tumbled down the stream with the toll house."
    )

    assert trace.verdict is Verdict.ALTERED
    assert {concern for concern, _, _ in grave(trace)} == {Concern.WORD}
    assert any("tumbled" in quoted for _, quoted, _ in grave(trace))
    assert any("fell" in source_words for _, _, source_words in grave(trace))


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("The wardens of the bridge shall levy one penny from every laden cart", "provided that"),
        ("lay it before the aldermen on the second Tuesday of March in each year", "although"),
    ],
)
def test_a_quotation_that_stops_before_a_qualifier_is_verbatim_with_the_cut_shown(words: str, cue: str) -> None:
    trace = traced(words)

    assert trace.verdict is Verdict.VERBATIM
    [cut] = trace.cuts
    assert cut.cue == cue
    assert cut.words.startswith(cue)
    assert cut.at_end


def test_a_negation_that_was_dropped_changes_the_sense() -> None:
    trace = traced("In the year 1487 the wardens did repair the eastern arch, for the timber was delivered")

    assert trace.verdict is Verdict.ALTERED
    assert (Concern.POLARITY, "", "not") in grave(trace)


def test_a_negation_that_was_put_in_changes_the_sense() -> None:
    trace = traced("The mason, Piers Wetherby, never warned them by letter that the central pier was moving")

    assert trace.verdict is Verdict.ALTERED
    assert grave(trace) == [(Concern.POLARITY, "never", "")]


def test_an_honest_omission_is_elided_and_hides_nothing_that_matters() -> None:
    trace = traced("the timber … was never delivered")

    assert trace.verdict is Verdict.ELIDED
    [gap] = trace.gaps
    assert gap.marked
    assert gap.words == 10
    assert gap.hidden == "which had been cut in the royal forest at\nHollin"
    assert set(gap.concerns) <= {Concern.NAME}


def test_an_omission_over_a_paragraph_is_a_splice_that_tells_how_far_and_what() -> None:
    trace = traced("the aldermen may excuse them in a time of plague ... the wardens did not repair the eastern arch")

    assert trace.verdict is Verdict.SPLICED
    [gap] = trace.gaps
    assert gap.marked
    assert gap.words == 4
    assert gap.hidden == ".\n\nIn the year 1487"
    assert "paragraph" in trace.reason


def test_a_word_broken_at_a_line_end_of_the_source_is_verbatim_and_noted() -> None:
    trace = traced("his warning was read aloud in the guildhall and then forgotten")

    assert trace.verdict is Verdict.VERBATIM
    assert [edit.concern for edit in trace.edits] == [Concern.TYPOGRAPHY]
    assert "line end" in trace.reason


def test_a_changed_date_is_grave_beside_a_spelling_that_is_not() -> None:
    trace = traced("In the year 1478 the wardens did not repaire the eastern arch")
    river = traced("the color of the river changed to that of clay within one hour")

    assert trace.verdict is Verdict.ALTERED
    assert grave(trace) == [(Concern.DATE, "1478", "1487")]
    assert Concern.SPELLING in {edit.concern for edit in trace.edits}
    assert river.verdict is Verdict.VARIANT
    assert [(edit.quoted, edit.source) for edit in river.edits] == [("color", "colour")]


def test_invented_words_are_not_found_and_what_was_searched_is_told() -> None:
    trace = traced("The wardens sold the lead of the chapel roof to pay for their own feast at Candlemas")

    assert trace.verdict is Verdict.NOT_FOUND
    assert trace.sought == ("bridge charter",)
    assert "Bridge Charter" in trace.reason


def test_the_same_invented_words_are_unchecked_where_a_part_of_the_work_is_held() -> None:
    part = source("bridge charter", CHARTER, author="Town of Hollin", partial=True)

    trace = trace_one("The wardens sold the lead of the chapel roof to pay for their own feast", part, **CITED)

    assert trace.verdict is Verdict.UNCHECKED
    assert trace.wanted == "Town of Hollin, Bridge Charter"
    assert "part" in trace.reason


def test_all_cases_keep_their_verdicts_when_they_stand_in_one_essay_and_no_work_is_cited() -> None:
    essay = Essay()
    for words in (
        "the timber which had been cut in the royal forest at Hollin was never delivered",
        "The mason, Piers Wetherby, never warned them by letter that the central pier was moving",
        "the timber which had been cut … was never delivered",
        "The wardens sold the lead of the chapel roof to pay for their own feast at Candlemas",
    ):
        essay.quote(words)

    verdicts = [trace.verdict for trace in essay.trace([BRIDGE])]

    assert verdicts == [Verdict.VERBATIM, Verdict.ALTERED, Verdict.ELIDED, Verdict.UNCHECKED]
