"""Findings in the margin: comments in a copy of a Word file, highlights in a copy of a PDF, annotations for archives."""

import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from lxml import etree
from tests.read import renderings, samples

from valla.cli import main
from valla.files.margin import Gloss
from valla.files.margin_docx import comment_docx
from valla.files.opening import open_document
from valla.model.anchors import Span
from valla.model.documents import Locus
from valla.read.docx import read_docx
from valla.read.pdf_boxes import passage_boxes

W = samples.W.split('"')[1]
ESSAY = (
    f'<w:document {samples.W}><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The gardener wrote: “The roses </w:t></w:r>'
    "<w:r><w:t>were cut after I came, and not by me.”</w:t></w:r></w:p></w:body></w:document>"
)
SOURCE = "The roses were cut before I came, and not by me."
QUOTED = "The roses were cut after I came, and not by me."


def checked(tmp_path: Path, name: str, data: bytes, *more: str) -> str:
    """Check an essay against one source and return what is printed."""
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "book.txt").write_text(SOURCE)
    (tmp_path / name).write_bytes(data)
    command, *rest = more
    return CliRunner().invoke(main, [command, str(tmp_path / name), "-l", str(tmp_path / "shelf"), *rest]).output


def commented(data: bytes) -> dict[str, str]:
    """Return the words under each comment of a Word file, by what the comment says."""
    import io  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    said = {row.get(f"{{{W}}}id"): "".join(row.itertext()) for row in comments}
    made: dict[str, str] = {}
    open_: set[str] = set()
    for row in body.iter():
        if row.tag == f"{{{W}}}commentRangeStart":
            open_.add(row.get(f"{{{W}}}id"))
        elif row.tag == f"{{{W}}}commentRangeEnd":
            open_.discard(row.get(f"{{{W}}}id"))
        elif row.tag == f"{{{W}}}t":
            for number in open_:
                made[said[number]] = made.get(said[number], "") + (row.text or "")
    return made


def test_a_finding_becomes_a_comment_on_its_words_and_the_essay_stays_as_it_was(tmp_path: Path) -> None:
    data = samples.docx_with({"word/document.xml": ESSAY.encode()})

    checked(tmp_path, "essay.docx", data, "annotate", "-o", str(tmp_path / "copy.docx"))

    made = commented((tmp_path / "copy.docx").read_bytes())
    assert any(said.startswith("T101") and words == QUOTED for said, words in made.items()), made
    assert (tmp_path / "essay.docx").read_bytes() == data
    assert read_docx((tmp_path / "copy.docx").read_bytes(), "copy").text == read_docx(data, "essay").text


def test_a_file_without_comments_gets_a_part_for_them_and_its_names(tmp_path: Path) -> None:
    parts = {name: words.encode() for name, words in samples.DOCX.items() if name != "word/comments.xml"}
    data = renderings.zipped({**parts, "word/document.xml": ESSAY.encode()})

    checked(tmp_path, "essay.docx", data, "annotate", "-o", str(tmp_path / "copy.docx"))

    with zipfile.ZipFile(tmp_path / "copy.docx") as archive:
        assert b"/word/comments.xml" in archive.read("[Content_Types].xml")
        assert b"comments.xml" in archive.read("word/_rels/document.xml.rels")
    assert QUOTED in commented((tmp_path / "copy.docx").read_bytes()).values()


def test_the_essay_itself_is_never_written_over(tmp_path: Path) -> None:
    data = samples.docx_with({"word/document.xml": ESSAY.encode()})

    checked(tmp_path, "essay.docx", data, "annotate", "-o", str(tmp_path / "essay.docx"))

    assert (tmp_path / "essay.docx").read_bytes() == data


def test_comments_that_are_there_already_are_kept() -> None:
    parts = read_docx(samples.docx(), "a")
    start = parts.text.index("Nobody")
    loci = tuple(row for row in parts.loci if row.text.start <= start < row.text.end)
    shift = start - loci[0].text.start
    words = Locus(text=Span(start, start + 6), part=loci[0].part, item=loci[0].item, start=loci[0].start + shift)

    made = commented(comment_docx(samples.docx(), "a", [Gloss(words="T101 altered: x", loci=(words,))]))

    assert made == {"Really?": " Nobody saw it.", "T101 altered: x": "Nobody"}


def test_a_pdf_gets_highlights_with_notes_on_its_words(tmp_path: Path) -> None:
    words = b'BT /F1 12 Tf 72 700 Td (The gardener wrote: "The roses were cut after I came, and not by me.") Tj ET'

    checked(tmp_path, "essay.pdf", samples.pdf(words), "annotate", "-o", str(tmp_path / "copy.pdf"))

    copy = (tmp_path / "copy.pdf").read_bytes()
    assert b"/Highlight" in copy
    assert len(pypdfium2.PdfDocument(copy)) == 1
    assert open_document(tmp_path / "copy.pdf").text == open_document(tmp_path / "essay.pdf").text


def test_a_passage_can_be_shown_on_its_page(tmp_path: Path) -> None:
    data = samples.pdf(b"BT /F1 12 Tf 72 700 Td (The keeper opened the gate at dawn.) Tj ET")
    (tmp_path / "a.pdf").write_bytes(data)
    document = open_document(tmp_path / "a.pdf")
    at = document.text.index("gate")

    [(sheet, (left, bottom, right, top))] = passage_boxes(data, "a.pdf", document.loci_of(Span(at, at + 4)))

    assert sheet == 0
    assert 150 < left < right < 230
    assert 690 < bottom < 701 < top < 715


def test_annotations_point_by_words_and_by_place(tmp_path: Path) -> None:
    made = json.loads(
        checked(
            tmp_path,
            "essay.txt",
            f"He wrote: “{SOURCE.replace('before', 'after')}”".encode(),
            "check",
            "--format",
            "annotations",
        )
    )

    [row] = [row for row in made["items"] if "T101" in row["body"][1]["value"]]
    quote, place = row["target"]["selector"]
    assert quote["exact"] == QUOTED
    assert place["end"] - place["start"] == len(QUOTED)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"


@pytest.mark.skipif(
    not renderings.has_office(), reason="LibreOffice is not on this machine: the copy is not opened in it"
)
def test_the_copy_opens_in_libreoffice_with_the_comments_at_the_right_words(tmp_path: Path) -> None:
    data = samples.docx_with({"word/document.xml": ESSAY.encode()})
    checked(tmp_path, "essay.docx", data, "annotate", "-o", str(tmp_path / "copy.docx"))

    (tmp_path / "copy.odt").write_bytes(renderings.converted(tmp_path / "copy.docx", "odt"))

    document = open_document(tmp_path / "copy.odt")
    said = {row.words: document.text[row.at.start :] for row in document.comments}
    assert any(words.startswith("T101") and text.startswith(QUOTED) for words, text in said.items()), said
