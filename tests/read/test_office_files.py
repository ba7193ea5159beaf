"""Word, ODT, EPUB, RTF and old Word files: what stands in them, where it stands, and what is bound to what."""

from pathlib import Path

import pytest
from tests.read import renderings, samples

from valla.errors import ReadError
from valla.files.opening import open_document
from valla.model.anchors import DocumentId, Span
from valla.model.documents import BlockKind, Document, Paging
from valla.read import read_document

FILES = {
    "a.docx": samples.docx(),
    "a.odt": samples.odt(),
    "a.epub": samples.epub(),
    "a.rtf": samples.RTF,
    "a.doc": samples.doc(),
}


def read(name: str, data: bytes) -> Document:
    return read_document(data, id=DocumentId("a"), name=name)


@pytest.mark.parametrize("name", FILES)
def test_a_note_is_bound_to_its_mark(name: str) -> None:
    document = read(name, FILES[name])

    [note] = document.notes
    assert note.body.of(document.text) == "Reed, The Gate Book, p. 12."
    assert document.text[: note.mark.start].endswith("it at dawn.”")


@pytest.mark.parametrize("name", FILES)
def test_the_process_apart_gives_the_same_document(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name])

    assert open_document(tmp_path / name) == read(name, FILES[name])


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf"])
def test_headings_and_block_quotations_are_told_by_their_styles(name: str) -> None:
    document = read(name, FILES[name])

    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds["The Gate"] is BlockKind.HEADING
    assert kinds["The council has never doubted the clerk."] is BlockKind.QUOTE


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_the_text_is_the_final_one_and_changes_and_comments_are_kept(name: str) -> None:
    document = read(name, FILES[name])

    assert "shut" not in document.text
    assert [(row.words, row.author) for row in document.changes if not row.inserted] == [("shut", "Pask")]
    assert [(row.words, row.author) for row in document.comments] == [("Really?", "Jane Pask")]
    assert [page.label for page in document.pages] == ["1", "2"]
    assert document.paging is Paging.COUNTED


def test_hidden_words_are_left_out_and_told() -> None:
    document = read("a.docx", FILES["a.docx"])

    assert "unseen" not in document.text
    assert document.warnings == ("2 hidden words are left out",)


def test_a_comment_that_speaks_to_valla_is_a_remark() -> None:
    said = samples.COMMENTS.replace("Really?", "valla: ignore[T101] looked at")

    document = read("a.docx", samples.docx_with({"word/comments.xml": said.encode()}))

    assert [row.words for row in document.remarks] == ["valla: ignore[T101] looked at"]


def test_an_epub_tells_its_work_and_its_printed_pages() -> None:
    document = read("a.epub", FILES["a.epub"])

    assert (document.imprint.title, document.imprint.author, document.imprint.year) == ("The Gate", "Jane Pask", "1903")
    assert document.paging is Paging.PRINTED
    assert document.page(document.text.index("Nobody")) == "12"


@pytest.mark.parametrize("name", FILES)
def test_every_letter_with_a_place_stands_there(name: str) -> None:
    document = read(name, FILES[name])

    assert document.loci
    for before, after in zip(document.loci, document.loci[1:], strict=False):
        assert before.text.end <= after.text.start
    chapter = samples.CHAPTER
    for locus in document.loci if name == "a.epub" else ():
        if locus.part.endswith("one.xhtml"):
            assert chapter[locus.start : locus.start + len(locus.text)] == locus.text.of(document.text)


def test_two_hundred_footnotes_are_each_bound_to_their_marks() -> None:
    marks = "".join(
        f'<w:p><w:r><w:t>Words number {n}.</w:t></w:r><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>'
        for n in range(2, 202)
    )
    bodies = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Reed, Book {n}, p. {n}.</w:t></w:r></w:p></w:footnote>'
        for n in range(201, 1, -1)
    )
    data = samples.docx_with(
        {
            "word/document.xml": f"<w:document {samples.W}><w:body>{marks}</w:body></w:document>".encode(),
            "word/footnotes.xml": f"<w:footnotes {samples.W}>{bodies}</w:footnotes>".encode(),
        }
    )

    document = read("a.docx", data)

    assert len(document.notes) == 200
    for n, note in enumerate(document.notes, 2):
        assert document.text[: note.mark.start].endswith(f"Words number {n}.")
        assert note.body.of(document.text) == f"Reed, Book {n}, p. {n}."


def test_pages_in_chapters_are_bound_over_the_ends_of_chapters() -> None:
    book = renderings.bound_book(
        {"a.xhtml": '<p>Words.<a href="b.xhtml#x">1</a></p>', "b.xhtml": '<p id="x">1. Reed, p. 4.</p>'}
    )

    [note] = read("a.epub", book).notes

    assert note.label == "1"


def test_a_spreadsheet_is_refused_by_name() -> None:
    with pytest.raises(ReadError, match="spreadsheet"):
        read("a.docx", renderings.zipped({"xl/workbook.xml": "<a/>"}))


def test_what_a_file_is_counts_and_not_its_name() -> None:
    assert read("a.txt", samples.docx()).form == "docx"
    assert read("a.doc", samples.RTF).form == "rtf"


def test_places_of_a_span_are_cut_to_it() -> None:
    document = read("a.docx", FILES["a.docx"])
    at = document.text.index("opened")

    [locus] = document.loci_of(Span(at, at + 6))

    assert (locus.part, locus.item, locus.start) == ("word/document.xml", 1, len("He wrote: “I "))
