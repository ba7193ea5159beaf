"""The rules of quotations, citations and reading on rows built by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rows import BOOK, ESSAY, HELD, cited, document, found, in_source, quotation

from valla.model.anchors import DocumentId, Span, anchored
from valla.model.documents import Paging, Remark
from valla.model.investigation import Investigation
from valla.model.quotations import Attribution, Mark, Omission, Quotation, QuotationId, QuotationKind, Setting
from valla.model.traces import Passage, Trace, Verdict
from valla.model.works import Intake, Receipt
from valla.rules import all_rules, run_rules
from valla.rules.echoes import find_echoes
from valla.rules.phrases import quote_words
from valla.rules.r190_unused_suppression import report
from valla.settle import pardon_of


def test_an_empty_investigation_gives_no_findings() -> None:
    empty = Investigation(document=document("Nothing is quoted here."))

    assert run_rules(empty, frozenset(loaded.rule.code for loaded in all_rules())) == ()


def uncited(count: int) -> Investigation:
    text = " ".join(f"Speaker {n} said that the gate number {n} was shut." for n in range(count))
    rows = tuple(quotation(text, f"the gate number {n} was shut.") for n in range(count))
    return Investigation(document=document(text), quotations=rows)


def test_a_text_that_cites_nothing_at_all_is_told_so_once() -> None:
    assert len(found("C101", uncited(5))) == 5

    [finding] = found("C101", uncited(6))

    assert finding.message.startswith("For 6 quotations Valla made out no work")
    assert len(finding.evidence) == 5


def test_an_author_with_a_year_leads_to_a_work() -> None:
    text = "The gate was shut (Reed 1871)."
    row = quotation(text, "The gate was shut")
    investigation = Investigation(document=document(text), quotations=(row,))

    assert found("C101", investigation)
    assert not found("C101", replace(investigation, citations=(cited(row, author="Reed", year="1871"),)))


def test_several_quotations_under_one_line_are_told_once_that_it_has_no_page_and_no_year() -> None:
    text = "One was shut. Two was open. Reed, The Gate Book"
    rows = (quotation(text, "One was shut."), quotation(text, "Two was open."))
    line = quotation(text, "Reed, The Gate Book").span
    citations = tuple(cited(row, title="The Gate Book", raw="Reed, The Gate Book", at=line) for row in rows)  # type: ignore[arg-type]
    settings = tuple(Setting(quotation=row.id, line=line) for row in rows)
    investigation = Investigation(document=document(text), quotations=rows, citations=citations, settings=settings)

    assert [finding.span for finding in found("C102", investigation)] == [line]
    assert [finding.span for finding in found("C103", investigation)] == [line]


def test_a_year_in_the_title_is_not_the_year_of_the_work() -> None:
    text = "The gate was shut."
    row = quotation(text, text)
    title = "The Gates of the North, 1780-1820"

    def investigation(raw: str) -> Investigation:
        citation = cited(row, title=title, raw=raw)
        settings = (Setting(quotation=row.id, line=row.span),)
        return Investigation(document=document(text), quotations=(row,), citations=(citation,), settings=settings)

    assert found("C103", investigation(f"Reed, {title}"))
    assert not found("C103", investigation(f"Reed, {title}. Carn, 1871"))


@pytest.mark.parametrize(
    ("pages", "page", "differs"),
    [
        ("12", "12", False),
        ("12", "13", True),
        ("pp. 12-14", "13", False),
        ("134-7", "136", False),
        ("134–7", "138", True),
        ("13", "12", False),  # the passage begins at the foot of the page before
        ("xii", "3", False),
        ("ch. 9", "3", False),
        ("12", None, False),
        ("12", "xii", False),
    ],
)
def test_pages_are_compared_as_numbers(pages: str, page: str | None, *, differs: bool) -> None:
    text = "He kept the keys"
    row = quotation(text, text)
    anchor = replace(in_source(text), page=page)
    trace = Trace(
        quotation=row.id,
        verdict=Verdict.VERBATIM,
        passages=(Passage(anchor=anchor, quoted=row.span),),
        reason="word for word",
    )
    citation = cited(row, title="The Gate Book", pages=pages)
    investigation = Investigation(
        document=document(text),
        quotations=(row,),
        traces=(trace,),
        citations=(citation,),
        holdings=(replace(HELD, paging=Paging.PRINTED),),
    )

    assert bool(found("T140", investigation)) is differs


def test_a_speaker_is_not_missed_where_the_citation_names_the_author() -> None:
    text = "The gate was shut, and nobody had the key."
    row = quotation(text, text)
    attribution = Attribution(quotation=row.id, reason="no name stands near")
    investigation = Investigation(document=document(text), quotations=(row,), attributions=(attribution,))

    [finding] = found("Q110", investigation)

    assert finding.message == "Who says this cannot be told: no name stands near."
    assert not found("Q110", replace(investigation, citations=(cited(row, author="Reed"),)))


def test_a_refused_source_is_told_of_and_a_skipped_one_is_not() -> None:
    receipts = (
        Receipt(document=DocumentId("scan"), intake=Intake.REFUSED, reason="is a PNG picture"),
        Receipt(document=DocumentId("manifest"), intake=Intake.SKIPPED, reason="is a manifest"),
        Receipt(document=BOOK, intake=Intake.READ, warnings=("its encoding was guessed",)),
    )
    investigation = Investigation(document=document("Nothing."), receipts=receipts)

    assert [row.message for row in found("R101", investigation)] == ["A source was not read. scan: is a PNG picture."]
    assert [row.message for row in found("R102", investigation)] == ["In the source book: its encoding was guessed."]


def remarked(words: str) -> Investigation:
    return Investigation(document=replace(document("Nothing."), remarks=(Remark(at=3, words=words),)))


@given(
    st.builds(
        "{}{}{}{}{}".format,
        st.sampled_from(["", " "]),
        st.sampled_from(["valla: ", "valla:", "Valla: ", ""]),
        st.sampled_from(["ignore", "ignore-file", "skip", ""]),
        st.sampled_from(["[T101]", "[T101, altered]", "[]", "T101", "[" + "T" * 201 + "]"]),
        st.sampled_from(["", " ", " \n", " because", " a reason\nof two lines"]),
    )
)
def test_a_remark_either_suppresses_or_is_reported(words: str) -> None:
    investigation = remarked(words)

    suppresses = pardon_of(investigation.document.remarks[0], investigation.document) is not None

    assert bool(found("R191", investigation)) is not suppresses


def test_an_unknown_rule_in_a_suppression_is_told_with_the_nearest() -> None:
    [finding] = found("R190", remarked("valla: ignore[T101, altred] known"))

    assert finding.message == "There is no rule “altred” to suppress; did you mean altered?"


def test_an_idle_suppression_is_told_by_its_codes_and_its_place() -> None:
    finding = report(Span(3, 3), ["T101", "T102"], "valla.toml, [[suppress]] number 2")

    assert finding.message == (
        "This suppression of T101 and T102 suppresses nothing (valla.toml, [[suppress]] number 2); it can be removed."
    )


WORDS = st.lists(
    st.sampled_from(
        ["the", "gate", "was", "shut", "at", "nine", "and", "nobody", "had", "seen", "key", "lamp", "river", "cold"]
    ),
    max_size=30,
)


@given(first=WORDS, second=WORDS)
def test_an_echo_is_word_for_word_exactly_where_one_wording_holds_the_other(
    first: list[str], second: list[str]
) -> None:
    one, two = " ".join(first), " ".join(second)
    text = f"[{one}] {two}."
    rows = (
        Quotation(
            id=QuotationId(f"essay@{start}-{end}"),
            anchor=anchored(ESSAY, text, Span(start, end)),
            kind=QuotationKind.INLINE,
            parts=(Span(start, end),),
            reason="between marks",
        )
        for start, end in ((1, 1 + len(one)), (3 + len(one), 3 + len(one) + len(two)))
        if start < end
    )

    echoes = list(find_echoes(Investigation(document=document(text), quotations=tuple(rows))))

    if min(len(first), len(second)) >= 8 and (f" {one} " in f" {two} " or f" {two} " in f" {one} "):
        assert len(echoes) == 1
        assert echoes[0].changes == ()
    for echo in echoes:
        assert all(change.earlier != change.later for change in echo.changes)


def test_what_an_ellipsis_leaves_out_is_no_second_wording() -> None:
    long = "The lower gate lets through more water, as I told the clerk, than the upper one has ever done."
    short = "The lower gate lets through more water … than the upper one has ever done."
    text = f"{long} {short}"
    rows = (quotation(text, long), quotation(text, short))
    hole = text.index("…")
    omission = Omission(quotation=rows[1].id, at=Span(hole, hole + 1), mark=Mark.ELLIPSIS)
    investigation = Investigation(document=document(text), quotations=rows)

    assert found("Q121", investigation)
    assert not found("Q121", replace(investigation, ellipses=(omission,)))


@given(st.text(max_size=400), st.integers(min_value=20, max_value=120))
def test_quoted_words_of_a_message_stand_on_one_line_of_bounded_length(words: str, limit: int) -> None:
    told = quote_words(words, limit)

    assert len(told.splitlines()) == 1
    assert len(told) <= limit + 5


def test_a_text_that_was_examined_in_part_says_so() -> None:
    marks = Investigation(document=document("“" * 2000))
    some = Investigation(document=document("Nothing is quoted here."), unexamined=40)

    assert [row.message for row in found("R102", marks)] == [
        "2,000 quotation marks in a row were left aside as an ornament."
    ]
    assert found("R102", some)[0].message.startswith("No quotation was examined, of about 40")
