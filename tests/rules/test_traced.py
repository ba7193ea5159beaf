"""The rules of tracing on rows built by hand: what no scenario shows as sharply."""

from dataclasses import replace

import pytest
from tests.rules.rows import BOOK, SOURCE, altered, cited, document, edit, found, in_source, quotation

from valla.model.anchors import Span
from valla.model.findings import Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind
from valla.model.traces import Concern, Cut, Gap, Passage, Trace, Verdict
from valla.rules import run_rules


@pytest.mark.parametrize(
    ("code", "concern"),
    [
        ("T101", Concern.WORD),
        ("T102", Concern.POLARITY),
        ("T103", Concern.NUMBER),
        ("T104", Concern.DATE),
        ("T105", Concern.NAME),
        ("T106", Concern.QUANTIFIER),
        ("T106", Concern.MODALITY),
        ("T107", Concern.SPELLING),
        ("T107", Concern.SCAN),
    ],
)
def test_each_concern_is_one_rules_affair(code: str, concern: Concern) -> None:
    text = "We seldom doubted Hale."
    change = replace(edit(text, "Hale", "clerk", concern), source="Reed")
    investigation = altered(text, change)

    family = [f"T10{number}" for number in range(1, 8)]

    assert [name for name in family if found(name, investigation)] == [code]


@pytest.mark.parametrize(
    ("quoted", "source", "code"),
    [
        ("Hale", "Reed", "T105"),
        ("Hale", "he", "T105"),
        ("Hale", "", "T105"),
        ("John of Hale", "the clerk", "T101"),
        ("that", "asks Hale", "T101"),
        ("", "whom Hale knew", "T101"),
        ("the Bishop", "the King", "T105"),
    ],
)
def test_a_name_among_other_words_makes_no_change_of_name(quoted: str, source: str, code: str) -> None:
    text = "We seldom doubted Hale."
    change = replace(edit(text, "Hale", "clerk", Concern.NAME), quoted=quoted, source=source)
    investigation = altered(text, change)

    assert [name for name in ("T101", "T105") if found(name, investigation)] == [code]


@pytest.mark.parametrize("concern", [Concern.TYPOGRAPHY, Concern.EDITORIAL])
def test_typography_and_brackets_are_no_rules_affair(concern: Concern) -> None:
    text = "We seldom doubted the clerk."

    told = run_rules(altered(text, edit(text, "seldom", "never", concern)))

    assert not [finding for finding in told if finding.code.startswith("T")]


def test_several_differences_of_one_quotation_are_one_finding() -> None:
    text = "We seldom trusted the clerk."
    edits = (edit(text, "seldom", "never", Concern.WORD), edit(text, "trusted", "doubted", Concern.WORD))

    [finding] = found("T101", altered(text, *edits))

    assert finding.message == "“seldom” where the source has “never”; “trusted” where the source has “doubted”."
    assert finding.quotation is not None
    assert [anchor.document for anchor in finding.evidence] == [BOOK]


def test_of_many_differences_the_first_four_are_told() -> None:
    text = "aa bb cc dd ee ff"
    edits = [edit(text, word, "clerk", Concern.WORD) for word in text.split()]

    [finding] = found("T101", altered(text, *edits))

    assert finding.message.endswith("“dd” where the source has “clerk”; and 2 more differences.")


def test_a_loss_is_shown_among_the_words_of_the_source() -> None:
    text = "We doubted the clerk."
    lost = replace(edit(text, "doubted", "never ", Concern.POLARITY), quoted="", at=Span(3, 3))

    [finding] = found("T102", altered(text, lost))

    assert finding.message == "Leaves out “never”, where the source has “We never doubted the clerk. He”."
    assert finding.severity is Severity.ERROR


def test_an_addition_is_shown_among_the_words_of_the_essay() -> None:
    text = "We never really doubted the clerk."
    added = replace(edit(text, "really ", "", Concern.WORD), source_at=Span(9, 9))

    [finding] = found("T101", altered(text, added))

    assert finding.message == "Adds “really” in “We never really doubted the clerk.”, which the source does not have."


def test_a_difference_from_a_work_that_is_not_cited_weighs_less_and_names_the_work() -> None:
    text = "We seldom doubted the clerk."
    change = edit(text, "seldom", "never", Concern.POLARITY)

    [finding] = found("T102", altered(text, change, verdict=Verdict.ELSEWHERE))

    assert finding.severity is Severity.WARNING
    assert finding.message == "“seldom” where “The Gate Book” has “never”."


def test_where_no_work_was_made_out_the_finding_says_which_one_it_was_compared_with() -> None:
    text = "We seldom doubted the clerk."

    [finding] = found("T102", altered(text, edit(text, "seldom", "never", Concern.POLARITY), named=False))

    assert finding.severity is Severity.ERROR
    assert finding.message.endswith(" No work was made out for them; the words were found in “The Gate Book”.")


def nested(outer: Verdict, inner: Verdict) -> Investigation:
    text = "He said: We seldom doubted the clerk."
    around, within = quotation(text, text), quotation(text, "We seldom doubted the clerk.")
    change = edit(text, "seldom", "never", Concern.WORD)
    passages = (Passage(anchor=in_source(SOURCE), quoted=within.span),)

    def trace(row: Quotation, verdict: Verdict) -> Trace:
        placed = verdict is Verdict.ALTERED
        return Trace(
            quotation=row.id,
            verdict=verdict,
            passages=passages if placed else (),
            edits=(change,) if placed else (),
            reason="the work is not held",
        )

    return Investigation(
        document=document(text),
        quotations=(around, replace(within, nested_in=around.id)),
        traces=(trace(around, outer), trace(within, inner)),
    )


def test_a_difference_inside_a_nested_quotation_is_told_once() -> None:
    assert len(found("T101", nested(Verdict.ALTERED, Verdict.ALTERED))) == 1


def test_a_nested_quotation_speaks_for_itself_where_the_outer_one_was_not_found() -> None:
    [finding] = found("T101", nested(Verdict.UNCHECKED, Verdict.ALTERED))

    assert finding.span.start == 9


def test_of_two_unchecked_quotations_one_inside_the_other_one_is_told() -> None:
    [finding] = found("T190", nested(Verdict.UNCHECKED, Verdict.UNCHECKED))

    assert finding.span.start == 0


HIDDEN = "unless the mayor asked for them, "


def elided(hidden: str, *, verdict: Verdict = Verdict.ELIDED, **changes: bool | str) -> Investigation:
    text = "He kept the keys, … and the book as well."
    row = quotation(text, text)
    gap = Gap(after=0, at=Span(18, 19), marked=True, words=len(hidden.split()), hidden=hidden)
    trace = Trace(
        quotation=row.id,
        verdict=verdict,
        passages=(
            Passage(anchor=in_source("He kept the keys, "), quoted=Span(0, 18)),
            Passage(anchor=in_source("and the book as well."), quoted=Span(20, len(text))),
        ),
        gaps=(replace(gap, **changes),),  # type: ignore[arg-type]
        reason="two places",
    )
    return Investigation(
        document=document(text), quotations=(row,), traces=(trace,), citations=(cited(row, title="The Gate Book"),)
    )


def which(investigation: Investigation) -> list[str]:
    return [code for code in ("T110", "T111", "T113") if found(code, investigation)]


@pytest.mark.parametrize(
    ("hidden", "code"),
    [
        (HIDDEN, "T113"),
        ("which hung on a nail, ", "T110"),
        ("not the lower ones, ", "T113"),
        ("all of them. It was cold. There was no moon. He sang ", "T110"),
        ("all of them. He sang, though nobody asked him, ", "T113"),
        ("all of them. But he lost them. He sang ", "T113"),
    ],
)
def test_an_ellipsis_is_one_rules_affair(hidden: str, code: str) -> None:
    assert which(elided(hidden)) == [code]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"marked": False}, "without a mark"),
        ({"out_of_order": True}, "stands before the words that it follows here"),
        ({"other_document": True}, "stands in another document"),
        ({"hidden": "all of them. MAYOR: I have them. He sang "}, "behind the ellipsis, with the words of MAYOR:"),
        ({}, "5 words before “and the book as well.” are left out behind the ellipsis"),
    ],
)
def test_a_splice_is_told_by_its_kind_and_once(changes: dict[str, bool | str], says: str) -> None:
    hidden = changes.pop("hidden", "unless the mayor asked for")
    investigation = elided(str(hidden), verdict=Verdict.SPLICED, **changes)

    [finding] = found("T111", investigation)

    assert says in finding.message
    assert which(investigation) == ["T111"]


CUT = Cut(cue="unless", words="unless the mayor asked for them")


def cut_off(text: str, words: str, kind: QuotationKind = QuotationKind.INLINE) -> Investigation:
    row = quotation(text, words, kind)
    trace = Trace(
        quotation=row.id,
        verdict=Verdict.VERBATIM,
        passages=(Passage(anchor=in_source("He kept the keys"), quoted=row.span),),
        cuts=(CUT,),
        reason="word for word",
    )
    return Investigation(document=document(text), quotations=(row,), traces=(trace,))


def test_a_cut_qualifier_is_a_warning_and_only_a_note_for_a_fragment() -> None:
    text = "Reed says: He kept the keys. Nothing more."

    [whole] = found("T112", cut_off(text, "He kept the keys"))
    [part] = found("T112", cut_off(text, "He kept the keys", QuotationKind.FRAGMENT))

    assert whole.message == "The source goes on: “unless the mayor asked for them”."
    assert (whole.severity, part.severity) == (Severity.WARNING, Severity.NOTE)


def test_a_qualifier_that_the_author_tells_is_not_cut() -> None:
    assert found("T112", cut_off("Reed says: He kept the keys, unless the mayor came.", "He kept the keys")) == ()


def test_a_qualifier_that_another_quotation_gives_is_not_cut() -> None:
    text = (
        f"Reed says: He kept the keys. {'Much was said of it in the town. ' * 4}Then: unless the mayor asked for them."
    )
    rest = quotation(text, "unless the mayor asked for them")
    other = Trace(
        quotation=rest.id,
        verdict=Verdict.VERBATIM,
        passages=(Passage(anchor=in_source("unless the mayor asked for them"), quoted=rest.span),),
        reason="word for word",
    )
    alone = cut_off(text, "He kept the keys")

    assert found("T112", alone)
    assert not found("T112", replace(alone, quotations=(*alone.quotations, rest), traces=(*alone.traces, other)))
