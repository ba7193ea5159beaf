"""The web page: what stands in it, that it needs nothing from outside, and that it stays small."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from tests.report.affair import FOG, LETTER, QUOTATIONS, investigation, nothing_found, outcome

from valla.model.anchors import DocumentId, Span, anchored
from valla.model.documents import Document
from valla.model.findings import Rule, Severity
from valla.model.investigation import Investigation, Outcome
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.model.traces import Passage, Trace, Verdict
from valla.report import FORMATS, Style
from valla.report.page.essay import before_marks, is_wrapped


def page_of(made: Outcome) -> str:
    return FORMATS["html"](made, Style())


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(outcome())


def test_the_policy_allows_only_the_style_and_the_script_of_the_page(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    style, script = (
        re.search(r"<style>(.*?)</style>", page, re.DOTALL),
        re.search(r"<script>(.*)</script>", page, re.DOTALL),
    )

    assert policy
    assert style
    assert script
    allowed = policy[1].replace("&#x27;", "'")
    assert "default-src 'none'" in allowed
    for part in (style[1], script[1]):
        assert f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in allowed
    assert "unsafe" not in allowed


def test_no_element_carries_a_style_or_a_handler_of_its_own(page: str) -> None:
    body = page[page.index("<body>") :]

    assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)=", body)


def test_every_quotation_is_marked_in_the_text_and_has_its_card(page: str) -> None:
    for quotation in QUOTATIONS:
        key = f"{quotation.span.start}-{quotation.span.end}"
        assert f'data-q="{key}"' in page
        assert (f'id="card-{key}"' in page, f'id="q-{key}"' in page) == (not quotation.scare, not quotation.scare)


def test_every_finding_has_a_name_that_outlives_the_run(page: str) -> None:
    assert len(set(re.findall(r'id="f-([0-9a-f]{16})"', page))) == len(outcome().findings) + 2


def test_each_verdict_has_a_line_of_its_own_so_that_colour_never_tells_alone(page: str) -> None:
    looks = re.findall(r"\.v-([a-z-]+) \{ --c: var\([^)]*\); (--style: \S+; --thick: \S+;)", page)

    assert {verdict for verdict, _ in looks} >= {verdict.value for verdict in Verdict}
    assert len({look for _, look in looks}) == len(looks)


def test_the_two_texts_stand_side_by_side_with_their_differences(page: str) -> None:
    card = page[page.index(f'id="card-{LETTER.span.start}-') :]
    card = card[: card.index("</article>")]

    assert re.search(
        r'<ins class="changed" data-kind="date"><span class="vh">in the essay only: </span>9th</ins>', card
    )
    assert re.search(
        r'<del class="changed" data-kind="negation"><span class="vh">in the source only: </span>never', card
    )
    assert "minutes-1911, p. 14" in card
    assert "The source goes on: " in card


def test_what_a_join_hides_is_shown_between_the_passages(page: str) -> None:
    assert "9 words left out behind the ellipsis, among them a name" in page
    assert "but for Mr Hale" in page


def test_a_repaired_mark_is_shown_with_its_reason(page: str) -> None:
    assert "[repaired: the opening mark is missing; a closing mark has no opening one" in page


def test_headings_of_the_essay_stand_below_those_of_the_page(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_note_and_its_mark_lead_to_each_other(page: str) -> None:
    assert 'href="#note-1"' in page
    assert 'href="#mark-1"' in page
    assert page.count('id="mark-1"') == page.count('id="note-1"') == 1


def test_the_works_that_are_missing_and_the_sources_that_were_read_are_listed(page: str) -> None:
    assert "Works you would need" in page
    assert "Evening Post, 12 May 1911" in page
    assert "refused" in page
    assert "2 sources were read; 1 file was left out." in page


def test_a_page_without_anything_checked_says_so_at_its_head() -> None:
    shown = page_of(nothing_found())

    assert "This is not a pass" in shown[: shown.index("<svg")]
    assert "No library was given" in shown


def test_controls_that_need_the_script_are_hidden_without_it(page: str) -> None:
    for name in ("tools", "walk"):
        assert re.search(rf'<div class="{name}" hidden>', page)
    assert '<details id="filters" hidden>' in page


def test_every_word_of_the_essay_is_on_the_page_once_and_in_order(page: str) -> None:
    essay = page[page.index('<div class="essay') : page.index("</article>")]
    essay = re.sub(
        r'<(?:a|span) class="(?:tag|flag|repair|folio|note-back)[^>]*>.*?</(?:a|span)>(?:</span>)*', "", essay
    )
    shown = re.sub(r"<[^>]*>", "", essay)

    words = outcome().investigation.document.text.split()
    at = 0
    for word in words:
        at = shown.index(word.strip("“‘"), at)


def test_an_essay_without_blocks_is_still_shown_in_paragraphs() -> None:
    tables = investigation()
    bare = replace(tables, document=replace(tables.document, blocks=()))

    assert page_of(Outcome(investigation=bare, findings=())).count('<p dir="auto">') > 5


def test_the_sign_of_a_quotation_stands_before_its_opening_marks() -> None:
    text = "He said: “‘Yes’, she wrote.”"

    assert before_marks(text, text.index("Yes")) == text.index("“")
    assert before_marks(text, text.index("she")) == text.index("she")


def test_lines_broken_by_a_typist_are_set_anew_and_verse_is_not() -> None:
    typed = "\n".join(["a line of about the length at which a typist breaks it off"] * 5)
    verse = "\n".join(["short lines", "are kept"] * 5)

    assert is_wrapped(Document(id=DocumentId("a"), name="a", text=typed))
    assert not is_wrapped(Document(id=DocumentId("a"), name="a", text=verse))
    assert is_wrapped(Document(id=DocumentId("a"), name="a", text=verse, form="markdown"))
    assert not is_wrapped(Document(id=DocumentId("a"), name="a", text=typed, form="html"))


def large(number: int) -> Outcome:
    """Return the outcome for an essay of `number` paragraphs with a quotation and a finding each."""
    rule = Rule(code="T101", name="altered", severity=Severity.WARNING, since="0.1.0")
    paragraph = (
        "The keeper of the light wrote “no ship came in before the morning of that day” and more. " + "Words. " * 75
    )
    text, essay, source = "\n\n".join([paragraph] * number), DocumentId("long"), DocumentId("source")
    spans = [Span(at + 31, at + 77) for at in range(0, len(text), len(paragraph) + 2)]
    rows = [
        Quotation(
            id=QuotationId(f"long@{span.start}-{span.end}"),
            anchor=anchored(essay, text, span),
            kind=QuotationKind.INLINE,
            parts=(span,),
            reason="marks",
        )
        for span in spans
    ]
    traces = [
        Trace(
            quotation=row.id,
            verdict=Verdict.VERBATIM,
            passages=(Passage(anchor=anchored(source, text, row.span), quoted=row.span),),
            reason="word for word",
        )
        for row in rows
    ]
    tables = Investigation(
        document=Document(id=essay, name="long.txt", text=text), quotations=tuple(rows), traces=tuple(traces)
    )
    return Outcome(
        investigation=tables, findings=tuple(rule.finding(row.span, "a finding", quotation=row.id) for row in rows)
    )


def test_a_long_essay_gives_a_page_of_a_few_megabytes_that_grows_with_it_alone() -> None:
    small, great = len(page_of(large(80)).encode()), len(page_of(large(800)).encode())

    assert great < 5_000_000
    assert great < small * 11


def test_a_page_with_more_quotations_than_it_can_hold_says_how_many_have_no_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("valla.report.page.MOST_CARDS", 3)
    shown = page_of(outcome())

    assert shown.count('<article class="card') == 4  # three, and the finding that belongs to no quotation
    assert f'id="card-{LETTER.span.start}-' in shown
    assert "7 quotations have no card here" in shown


def test_the_card_of_a_quotation_in_a_work_that_is_not_held_names_the_work(page: str) -> None:
    card = page[page.index(f'id="card-{FOG.span.start}-') :]

    assert "Evening Post, 12 May 1911" in card[: card.index("</article>")]
