"""The parts that reports are made of: columns, layers, collations, places, counts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.affair import IN_TIME, LAID_UP, LETTER, PILOT, TEXT, TRACES, investigation, outcome

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, Segment
from valla.model.traces import Verdict
from valla.report.collation import Piece, Relation, collate
from valla.report.columns import width_of, wrap
from valla.report.dossiers import gather_dossiers, list_entries
from valla.report.facing import set_cells
from valla.report.naming import name_pages
from valla.report.page.layers import Layer, slice_text
from valla.report.places import ruler_of
from valla.report.plain import shorten, show_safely
from valla.report.tally import tally_outcome

WORDS = st.text(max_size=300)


@given(WORDS, st.integers(min_value=2, max_value=60))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= width for line in lines)


@given(WORDS, st.integers(min_value=1, max_value=80))
def test_a_shortened_text_is_short_and_on_one_line(text: str, limit: int) -> None:
    short = shorten(text, limit)

    assert len(short) <= limit + 1
    assert "\n" not in short


@given(WORDS)
def test_showing_safely_twice_changes_nothing_more(text: str) -> None:
    assert show_safely(show_safely(text)) == show_safely(text)


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(st.tuples(st.integers(0, 5), SPANS)), st.integers(0, 60))
def test_slices_cover_the_text_once_and_know_what_lies_on_them(drawn: list[tuple[int, Span]], length: int) -> None:
    layers = [Layer(rank, span, "mark", ()) for rank, span in drawn]
    slices = list(slice_text(length, layers, (), ()))

    assert [number for part in slices for number in range(part.span.start, part.span.end)] == list(range(length))
    for part in slices:
        expected = {layer for layer in layers if layer.span.end <= length and layer.span.covers(part.span)}
        assert not len(part.span) or set(part.layers) == expected


@pytest.mark.parametrize("trace", [trace for trace in TRACES if trace.passages], ids=lambda trace: trace.verdict.value)
def test_a_collation_holds_the_quotation_and_its_passages_whole(trace: object) -> None:
    found = next(row for row in TRACES if row is trace)
    whole = investigation().quotation[found.quotation].span
    pieces = collate(found, (whole,), TEXT)

    assert "".join(piece.quoted for piece in pieces) == whole.of(TEXT)
    for number, passage in enumerate(found.passages):
        held = "".join(
            piece.source for piece in pieces if piece.passage == number and piece.relation is not Relation.JOIN
        )
        assert held == passage.anchor.exact


def test_a_lost_word_is_a_piece_without_a_quoted_side() -> None:
    pieces = collate(TRACES[1], LETTER.parts, TEXT)

    changed = [(piece.quoted, piece.source) for piece in pieces if piece.relation is Relation.CHANGED]
    assert changed == [("", "never"), ("9th", "7th")]


def test_a_join_stands_between_its_passages() -> None:
    for quotation, trace in ((LAID_UP, TRACES[3]), (IN_TIME, TRACES[4])):
        joins = [piece for piece in collate(trace, quotation.parts, TEXT) if piece.gap]
        assert [piece.passage for piece in joins] == [1]


def test_quoted_words_that_no_passage_explains_stand_alone() -> None:
    narrow = replace(
        TRACES[2],
        passages=(replace(TRACES[2].passages[0], quoted=Span(LETTER.span.start + 4, LETTER.span.start + 9)),),
        edits=(),
    )

    alone = [piece.quoted for piece in collate(narrow, LETTER.parts, TEXT) if piece.relation is Relation.ALONE]
    assert alone[0] == "the "
    assert alone[1].endswith("resolved to act")


def test_an_edit_that_points_outside_its_passage_loses_no_word() -> None:
    astray = replace(TRACES[1].edits[0], source_at=Span(0, 9000))
    pieces = collate(replace(TRACES[1], edits=(astray,)), LETTER.parts, TEXT)

    assert "".join(piece.quoted for piece in pieces) == LETTER.span.of(TEXT)


def test_a_stop_behind_the_last_passage_is_no_difference_and_is_told_once() -> None:
    short = replace(TRACES[7].passages[0], quoted=Span(PILOT.span.start, PILOT.span.end - 5))
    pieces = collate(replace(TRACES[7], passages=(short,)), (Span(PILOT.span.start, PILOT.span.end - 4),), TEXT)

    assert not any(piece.differs for piece in pieces)
    assert "".join(piece.source for piece in pieces) == short.anchor.exact


def test_an_edit_before_its_passage_is_told_once() -> None:
    start = LETTER.span.start
    early = replace(
        TRACES[1].edits[1], at=Span(start, start + 9), quoted="the Board", source_at=Span(30, 30), source=""
    )
    moved = replace(TRACES[1].passages[0], quoted=Span(start + 10, LETTER.span.end))
    pieces = collate(replace(TRACES[1], passages=(moved,), edits=(early,)), LETTER.parts, TEXT)

    assert "".join(piece.quoted for piece in pieces) == LETTER.span.of(TEXT)


def test_what_the_author_says_between_two_parts_is_no_part_of_the_collation() -> None:
    span = LETTER.span
    parts = (Span(span.start, span.start + 9), Span(span.start + 18, span.end))
    pieces = collate(TRACES[1], parts, TEXT)

    assert "received" not in "".join(piece.quoted for piece in pieces)


def test_words_that_differ_in_their_blanks_still_stand_over_each_other() -> None:
    piece = Piece(
        relation=Relation.SAME,
        quoted="house in the old Palace , from whence",
        source="house in the old palace, from whence",
    )

    cells = [(cell.quoted, cell.source) for cell in set_cells([piece])]
    assert cells[:4] == [("house", "house"), ("in", "in"), ("the", "the"), ("old", "old")]
    assert cells[-2:] == [("from", "from"), ("whence", "whence")]


def test_a_word_cut_by_a_difference_is_one_cell() -> None:
    pieces = [
        Piece(relation=Relation.CHANGED, quoted="fifty", source="forty"),
        Piece(relation=Relation.SAME, quoted=", on", source=", on"),
    ]

    assert [(cell.quoted, cell.source) for cell in set_cells(pieces)] == [("fifty,", "forty,"), ("on", "on")]


def test_a_lost_word_stays_apart_from_its_neighbours() -> None:
    pieces = [
        Piece(relation=Relation.SAME, quoted="I did ", source="I did "),
        Piece(relation=Relation.CHANGED, quoted="", source="not"),
        Piece(relation=Relation.SAME, quoted="speak", source=" speak"),
    ]

    cells = [(cell.quoted, cell.source) for cell in set_cells(pieces)]
    assert cells == [("I", "I"), ("did", "did"), ("", "not"), ("speak", "speak")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(ending: str) -> None:
    text = ending.join(["one", "two", "three"])
    place = ruler_of(Document(id=DocumentId("a"), name="a", text=text)).place(Span(text.index("three"), len(text)))

    assert (place.line, place.column, place.end_line, place.end_column) == (3, 1, 3, 6)


def test_lines_are_those_of_the_original_where_the_reader_recorded_them() -> None:
    segment = Segment(text=Span(0, 3), source=Span(10, 13))
    document = Document(id=DocumentId("a"), name="a", text="two", segments=(segment,), lines=(0, 4, 8))

    assert ruler_of(document).place(Span(0, 3)).line == 3
    assert ruler_of(document).place(Span(0, 3)).column == 3


@pytest.mark.parametrize(
    ("pages", "shown"),
    [("88", "p. 88"), ("36-40", "pp. 36-40"), ("ch. 9", "ch. 9"), ("xii", "xii"), ("12, 14", "pp. 12, 14")],
)
def test_pages_are_named_as_they_are_read(pages: str, shown: str) -> None:
    assert name_pages(pages) == shown


def test_the_counts_of_verdicts_add_up_to_the_quotations() -> None:
    made = outcome()
    tally = tally_outcome(made, gather_dossiers(made.investigation, list_entries(made)))

    assert sum(tally.verdicts.values()) == tally.quotations == 10
    assert tally.scare == 1
    assert tally.checked == tally.quotations - tally.verdicts[Verdict.UNCHECKED]
    assert sum(tally.severities.values()) == tally.findings


def test_a_quotation_that_was_not_traced_is_counted_as_unchecked() -> None:
    made = replace(outcome(), investigation=replace(investigation(), traces=()))
    tally = tally_outcome(made, gather_dossiers(made.investigation, ()))

    assert tally.verdicts[Verdict.UNCHECKED] == 10
    assert tally.wanted[0].work == "Evening Post"
    assert tally.wanted[-1].work == ""
