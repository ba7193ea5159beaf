"""Reading: the same words from every form, a way back to every one of them, and no exception but ReadError."""

import html
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.errors import ReadError
from valla.model.anchors import DocumentId, Span
from valla.model.documents import BlockKind, Document
from valla.read import read_document

PROSE = [
    "The Weir Inquiry",
    "The sluice-keeper said nothing for a week. Then he wrote to the council, and the council lost the letter.",
    "“I opened it at dawn,” he wrote, “and I would open it again.”",
    "Letter of 4 May, Town Archive, box 9",
    "Nobody asked him who had the second key, although three people had been seen with one in the same month.",
]
MARKED = st.text(alphabet="ab \n\r\t<>&;/#*_`[]()!\"'“”-=pqx1.:^", max_size=300)


def read(words: str | bytes, name: str) -> Document:
    data = words.encode() if isinstance(words, str) else words
    return read_document(data, id=DocumentId("essay"), name=name)


def blocks_of(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.txt", "\n\n".join(PROSE)),
        ("a.md", "\n\n".join(PROSE)),
        ("a.html", "<title>x</title><body>" + "\n".join(f"<p>{html.escape(row)}</p>" for row in PROSE)),
    ],
)
def test_every_form_gives_the_same_paragraphs(name: str, words: str) -> None:
    document = read(words, name)

    assert blocks_of(document) == PROSE
    for block in document.blocks:
        there = document.origin(block.span)
        assert html.unescape(words[there.start : there.end]) == block.span.of(document.text)


def test_a_line_a_paragraph_stays_a_line_a_paragraph() -> None:
    document = read("\n".join(PROSE), "a.txt")

    assert blocks_of(document) == PROSE


def test_lines_of_one_width_are_one_paragraph() -> None:
    words = (
        "It was said in the town that the keeper had never been seen near\nthe weir after dark, and that the key had\n"
        "hung in the office of the board ever since the flood of the year\nbefore, when the old lock was forced and a\n"
        "new one fitted by the smith, who remembered the day and the sum.\n\nThe board kept no book of the keys.\n"
    )

    assert len(read(words, "a.txt").blocks) == 2


def test_windows_line_ends_map_back_to_the_file() -> None:
    words = "One line.\r\nAnother “quoted” line.\r\n"
    document = read(words, "a.txt")
    at = document.text.index("quoted")

    assert "\r" not in document.text
    assert document.origin(Span(at, at + 6)).of(words) == "quoted"


def test_a_form_feed_begins_a_page_and_tears_no_paragraph() -> None:
    document = read("First page ends in\n\fthe middle of a sentence.\f\nThird.", "a.txt")

    assert document.page(0) == "1"
    assert document.page(document.text.index("middle")) == "2"
    assert document.page(document.text.index("Third")) == "3"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8-sig", "“Ни слова,” he wrote."),
        ("utf-16", "“Ни слова,” he wrote."),
        ("utf-16-le", "He wrote a long line in plain English, and nothing but that."),
        ("cp1252", "“Déjà vu,” he wrote to the mayor – and “nothing new” to the café’s owner."),
        ("cp1251", "Он написал: «Ни слова больше об этом деле», и уехал в деревню навсегда."),
        ("koi8_r", "Он написал: «Ни слова больше об этом деле», и уехал в деревню навсегда."),
    ],
)
def test_old_encodings_are_read_and_a_guess_is_said(encoding: str, words: str) -> None:
    document = read((words * 5).encode(encoding, "replace"), "a.txt")

    assert document.text == (words * 5).encode(encoding, "replace").decode(encoding)
    assert bool(document.warnings) is (encoding in {"cp1252", "cp1251", "koi8_r"})


def test_a_few_broken_bytes_are_shown_and_told_of() -> None:
    document = read("“Né à Orléans,” wrote he. ".encode() * 200 + b"\xff.", "a.txt")

    assert document.encoding == "utf-8"
    assert document.text.count("\ufffd") == 1
    assert "1 character" in document.warnings[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 and more"),
        ("a.txt", b"%PDF-1.7 and more"),
        ("a.docx", b"PK\x03\x04 and more"),
        ("a.odt", b"plain"),
        ("a.txt", bytes(range(256)) * 8),
        ("a.txt", b"   \n\t\n"),
        ("a.html", b"<html><head><title>only</title></head><script>x</script></html>"),
    ],
)
def test_what_is_no_text_is_refused_by_name(name: str, data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, name)

    assert str(caught.value).startswith(name)
    assert "\n" not in str(caught.value)


def test_markdown_loses_its_markup_and_nothing_else() -> None:
    words = "He said **never** and [_nothing_](http://x/a(b)) else \\* &amp; `so`.\n\n> Quoted *words*\n> go on.\n"
    document = read(words, "a.md")

    assert blocks_of(document) == ["He said never and nothing else * & so.", "Quoted words\ngo on."]
    assert document.blocks[1].kind is BlockKind.QUOTE
    for piece in ("never", "nothing", "else", "Quoted", "words", "go on"):
        at = document.text.index(piece)
        assert document.origin(Span(at, at + len(piece))).of(words) == piece


def test_markdown_notes_are_bound_to_their_marks() -> None:
    document = read("“Never,” he wrote.[^a] And so on.[^b]\n\n[^a]: Letters, p. 4.\n[^b]: Diary, p. 5.\n", "a.md")

    assert [(note.label, note.body.of(document.text)) for note in document.notes] == [
        ("a", "Letters, p. 4."),
        ("b", "Diary, p. 5."),
    ]


def test_plain_notes_are_bound_to_their_marks() -> None:
    document = read("He wrote it.[1] And again.[2]\n\nMore of it.\n\n[1] Letters, p. 4.\n\n[2] Diary, p. 5.\n", "a.txt")

    assert [(note.label, note.body.of(document.text)) for note in document.notes] == [
        ("1", "Letters, p. 4."),
        ("2", "Diary, p. 5."),
    ]
    assert [block.kind for block in document.blocks].count(BlockKind.NOTE) == 2


def test_page_notes_are_bound_to_their_marks() -> None:
    words = (
        '<p>He wrote it.<sup><a href="#f1">1</a></sup></p><ol><li id="f1">Letters, p. 4. <a href="#r1">^</a></li></ol>'
    )
    document = read(words, "a.html")

    assert [(note.label, note.body.of(document.text)) for note in document.notes] == [("1", "Letters, p. 4. ^")]


def test_pages_show_what_a_reader_sees() -> None:
    words = (
        "<p>He&nbsp;said &ldquo;no&rdquo;<script>alert(1)</script>\n  and <q>went</q>.</p>"
        "<blockquote>Quoted.<footer>The Clerk</footer></blockquote><!-- valla: ignore[T101] seen -->"
    )
    document = read(words, "a.html")

    assert blocks_of(document) == ["He\xa0said “no” and “went”.", "Quoted.", "The Clerk"]
    assert [block.kind for block in document.blocks][1:] == [BlockKind.QUOTE, BlockKind.QUOTE]
    assert document.remarks[0].words.strip() == "valla: ignore[T101] seen"


def test_a_remark_in_plain_text_is_no_part_of_it() -> None:
    words = "First.\n<!-- valla: ignore[C102] seen -->\nSecond."
    document = read(words, "a.txt")

    assert "valla" not in document.text
    assert document.remarks[0].words.strip() == "valla: ignore[C102] seen"
    at = document.text.index("Second")
    assert document.origin(Span(at, at + 6)).of(words) == "Second"


def test_the_lines_of_the_file_are_known() -> None:
    assert read("a\r\nb\nc", "a.txt").lines == (0, 3, 5)


@given(words=MARKED, name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_every_piece_that_maps_point_by_point_is_the_same_there(words: str, name: str) -> None:
    try:
        document = read(words, name)
    except ReadError:
        return
    for segment in document.segments:
        if len(segment.text) == len(segment.source):
            here, there = segment.text.of(document.text), segment.source.of(words)
            assert [a for a in zip(here, there, strict=True) if a[0] != a[1] and not (a[0] + a[1]).isspace()] == []
    assert all(a.text.end <= b.text.start and a.source.end <= b.source.start for a, b in pairwise(document.segments))
    assert "\r" not in document.text


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_bytes_of_any_kind_give_a_document_or_one_line(data: bytes, name: str) -> None:
    try:
        document = read_document(data, id=DocumentId("x"), name=name)
    except ReadError:
        return
    assert all(block.span.end <= len(document.text) for block in document.blocks)


@given(words=MARKED, name=st.sampled_from(["a.txt", "a.md", "a.html"]), data=st.data())
def test_the_way_back_stays_inside_the_file(words: str, name: str, data: st.DataObject) -> None:
    try:
        document = read(words, name)
    except ReadError:
        return
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))

    there = document.origin(Span(start, end))

    assert 0 <= there.start <= there.end <= len(words)
