"""Fingerprints: a finding keeps its name while the text around it changes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.report.affair import FINDINGS, LETTER, POLARITY, TEXT, investigation

from valla.model.anchors import DocumentId, Span, anchored
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.text.fingerprints import bare_words, fingerprint, fingerprint_findings

QUOTED = "no ship came in that night"


def tables(before: str, quoted: str = QUOTED) -> tuple[Investigation, Quotation]:
    """Return an investigation of one quotation behind some other text."""
    text = f"{before}“{quoted}” and more"
    span = Span(len(before) + 1, len(before) + 1 + len(quoted))
    row = Quotation(
        id=QuotationId(f"a@{span.start}-{span.end}"),
        anchor=anchored(DocumentId("a"), text, span),
        kind=QuotationKind.INLINE,
        parts=(span,),
        reason="marks",
    )
    return Investigation(document=Document(id=DocumentId("a"), name="a", text=text), quotations=(row,)), row


def print_of(before: str, quoted: str = QUOTED) -> str:
    made, row = tables(before, quoted)
    return fingerprint_findings(made, [POLARITY.finding(row.span, "lost", quotation=row.id)])[0]


@given(st.text(max_size=200))
def test_text_before_a_quotation_does_not_change_its_fingerprint(before: str) -> None:
    assert print_of(before) == print_of("")


def test_typography_and_line_ends_do_not_change_it() -> None:
    assert print_of("", "No ship\ncame in, that night!") == print_of("")


def test_another_word_does() -> None:
    assert print_of("", "a ship came in that night") != print_of("")


def test_the_rule_does() -> None:
    made, row = tables("")
    other = replace(POLARITY, code="T103").finding(row.span, "lost", quotation=row.id)

    assert fingerprint(made, other, 0) != print_of("")


def test_equal_findings_are_numbered_in_their_order() -> None:
    made, row = tables("")
    finding = POLARITY.finding(row.span, "lost", quotation=row.id)

    prints = fingerprint_findings(made, [finding, finding])

    assert prints == (fingerprint(made, finding, 0), fingerprint(made, finding, 1))
    assert prints[0] != prints[1]


def test_a_finding_without_a_quotation_is_known_by_its_own_words_or_by_its_message() -> None:
    made = investigation()
    empty = POLARITY.finding(Span(3, 3), "nothing stands here")

    assert fingerprint(made, POLARITY.finding(LETTER.span, "a"), 0) == fingerprint(made, FINDINGS[1], 0)
    assert fingerprint(made, empty, 0) == fingerprint(made, replace(empty, span=Span(9, 9)), 0)


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    for name in fingerprint_findings(investigation(), FINDINGS):
        assert len(name) == 16
        assert int(name, 16) >= 0


@given(st.text())
def test_bare_words_are_bare(text: str) -> None:
    assert bare_words(bare_words(text)) == bare_words(text)
    assert bare_words(TEXT)
