from collections.abc import Iterable

import pytest
from tests.quote.marked import Marked, bare, compile_passage, trim
from tests.quote.passages import MARKDOWN, PAGES, PASSAGES

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.quotations import Found
from valla.quote import find_quotations
from valla.read import read_document


def read(marked: Marked, ending: str) -> Document:
    return read_document(marked.text.encode(), id=DocumentId("passage"), name=f"passage.{ending}")


def spans_by_letter(found: Found) -> dict[str, list[Span]]:
    return {
        "q": [row.span for row in found.quotations if not row.scare],
        "s": [row.span for row in found.quotations if row.scare],
        "t": [row.anchor.span for row in found.titles],
    }


def trimmed(text: str, spans: Iterable[Span]) -> set[tuple[int, int]]:
    return {trim(text, span.start, span.end) for span in spans}


@pytest.mark.parametrize("name", PASSAGES)
def test_every_quotation_scare_quotation_and_title_of_a_passage_is_found_and_nothing_else(name: str) -> None:
    marked = compile_passage(PASSAGES[name].strip("\n"))
    document = read(marked, "txt")

    spans = spans_by_letter(find_quotations(document))

    assert document.text == marked.text
    assert {letter: trimmed(document.text, spans[letter]) for letter in "qst"} == marked.spans


@pytest.mark.parametrize(
    ("name", "ending"), [*((name, "md") for name in MARKDOWN), *((name, "html") for name in PAGES)]
)
def test_the_same_is_found_in_texts_with_markup(name: str, ending: str) -> None:
    marked = compile_passage((MARKDOWN | PAGES)[name].strip("\n"))
    document = read(marked, ending)

    spans = spans_by_letter(find_quotations(document))

    assert {
        letter: sorted(bare(span.of(document.text)) for span in spans[letter]) for letter in "qst"
    } == marked.words()


@pytest.mark.parametrize("name", PASSAGES)
def test_a_document_without_blocks_yields_nothing_that_cannot_be_placed(name: str) -> None:
    text = compile_passage(PASSAGES[name].strip("\n")).text

    found = find_quotations(Document(id=DocumentId("bare"), name="bare.txt", text=text))

    assert all(row.anchor.exact == row.span.of(text) for row in found.quotations)
