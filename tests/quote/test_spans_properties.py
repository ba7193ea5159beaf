import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Block, BlockKind, Document
from valla.model.quotations import Found, Quotation, QuotationId
from valla.quote import find_quotations
from valla.quote.bounds import MOST

WORDS = [
    "The mill",
    "is gone",
    "he said",
    "Ada Penn",
    "wrote that",
    "letter from A. Penn",
    "p. 4",
    "(1912)",
    "…",
    "don’t",
    "the boys’",
    "NAME:",
    "[Name:]",
    "Q.",
]
MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "„", "``", "''", "‹", "›", "「", "」", "–", "(", ")", "[", "]", "[4]"]
GAPS = [" ", "", "\n", "\n\n", "\n\n\n", ". ", ", ", ": ", "\u00a0"]
MESS = st.lists(st.sampled_from(WORDS + MARKS + GAPS), max_size=60).map("".join)
KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.NOTE, BlockKind.ITEM, BlockKind.CODE]
)


def documented(text: str) -> Document:
    return Document(id=DocumentId("mess"), name="mess.txt", text=text)


@given(MESS)
@settings(max_examples=300, deadline=None)
def test_every_row_stands_where_it_says_and_every_table_is_sorted(text: str) -> None:
    found = find_quotations(documented(text))

    assert_sound(text, found)


@given(st.lists(st.tuples(MESS, KINDS), max_size=6), st.sampled_from(["text", "markdown", "html"]))
@settings(max_examples=200, deadline=None)
def test_blocks_of_any_kind_yield_sound_rows(pieces: list[tuple[str, BlockKind]], form: str) -> None:
    text, blocks = "", []
    for words, kind in pieces:
        if words.strip():
            start = len(text) + len(words) - len(words.lstrip())
            blocks.append(Block(span=Span(start, start + len(words.strip())), kind=kind, level=1))
        text += words + "\n\n"
    document = Document(id=DocumentId("mess"), name="mess", text=text, blocks=tuple(blocks), form=form)

    assert_sound(text, find_quotations(document))


@given(MESS)
@settings(max_examples=100, deadline=None)
def test_two_runs_find_the_same(text: str) -> None:
    assert find_quotations(documented(text)) == find_quotations(documented(text))


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_at_all_is_read(text: str) -> None:
    assert_sound(text, find_quotations(documented(text)))


def assert_sound(text: str, found: Found) -> None:
    order = [(row.span.start, -row.span.end) for row in found.quotations]
    ids = [row.id for row in found.quotations]
    by_id = {row.id: row for row in found.quotations}
    assert order == sorted(order)
    assert len(set(ids)) == len(ids)
    assert [row.quotation for row in found.settings] == ids
    for row in found.quotations:
        assert_placed(text, row, by_id)
    assert all(by_id[row.quotation].span.covers(row.at) for row in found.ellipses)
    assert all(by_id[row.quotation].span.covers(row.at) for row in found.insertions)
    assert {row.quotation for row in found.repairs} <= set(ids)
    assert all(row.anchor.exact == row.anchor.span.of(text) for row in found.titles)


def assert_placed(text: str, row: Quotation, by_id: dict[QuotationId, Quotation]) -> None:
    assert row.id == f"mess@{row.span.start}-{row.span.end}"
    assert row.anchor.exact == row.span.of(text)
    assert row.anchor.exact.strip() == row.anchor.exact
    assert any(letter.isalnum() for letter in row.anchor.exact)
    assert row.reason
    assert all(one.end <= two.start for one, two in zip(row.parts, row.parts[1:], strict=False))
    if row.nested_in:
        assert by_id[row.nested_in].span.covers(row.span)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "“a ",
        "a” ",
        '"a" ',
        "“a ‘b ",
        "'a b' ",
        "“abc\n\n",
        "“abc\n–Bob\n\n",
        "Bob: hi.\n\nAnn: no.\n\n",
        '"Mr. ',
        "“(((",
        "… . . ",
        "[" * 9,
        "`",
        "«a»b",
    ],
)
def test_a_text_of_nothing_but_marks_comes_to_an_end_with_bounded_tables(piece: str) -> None:
    """With work that grew with the square of the text this would hold up the whole suite; bench/ has the times."""
    found = find_quotations(documented(piece * (100_000 // len(piece))))

    assert len(found.quotations) <= MOST
