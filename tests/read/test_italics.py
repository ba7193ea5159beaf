"""What a file sets apart by italics, bold, underline or cite, from every reader that knows of it."""

import json

import pytest
from tests.read import samples
from tests.read.renderings import zipped

from valla.errors import ReadError
from valla.files.parcel import pack_parts, unpack_parts
from valla.model.anchors import DocumentId, Span
from valla.read import read_document
from valla.read.italics import settle_italics
from valla.read.page import read_page

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODT = (
    f'xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0" xmlns:style="{OFFICE}:style:1.0" '
    f'xmlns:fo="{OFFICE}:xsl-fo-compatible:1.0"'
)


def apart(data: bytes, name: str) -> list[str]:
    """Return the words that a file sets apart."""
    document = read_document(data, id=DocumentId("a"), name=name)
    return [row.of(document.text) for row in document.italics]


def run(words: str, form: str = "") -> str:
    """Return a run of a Word file."""
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word(*runs: str) -> bytes:
    """Return a Word file of one paragraph, with a style for emphasis and one for links."""
    styles = "".join(
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>{form}</w:style>'
        for name, form in (
            ("Emphasis", "<w:rPr><w:i/></w:rPr>"),
            ("BookTitle", '<w:basedOn w:val="Emphasis"/>'),
            ("Roman", '<w:basedOn w:val="Emphasis"/><w:rPr><w:i w:val="0"/></w:rPr>'),
            ("Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>'),
        )
    )
    return samples.docx_with(
        {
            "word/document.xml": f"<w:document {W}><w:body><w:p>{''.join(runs)}</w:p></w:body></w:document>".encode(),
            "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>".encode(),
        }
    )


def odt(words: str) -> bytes:
    """Return an ODT file of one paragraph, with the styles T1 (italics), T2 (plain weight) and T3 (underlined)."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {form}/></style:style>'
        for name, form in (
            ("T1", 'fo:font-style="italic"'),
            ("T2", 'fo:font-weight="normal"'),
            ("T3", 'style:text-underline-style="solid"'),
        )
    )
    body = f"<office:body><office:text><text:p>{words}</text:p></office:text></office:body>"
    content = f"<office:document-content {ODT}><office:automatic-styles>{styles}</office:automatic-styles>{body}</office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}, 0)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>In his <i>Gate Book</i> he <b>wrote</b> it.", ["Gate Book", "wrote"]),
        ("<p>In <cite>The Ledger</cite>, <em>not <strong>there</strong></em>.", ["The Ledger", "not there"]),
        ("<p>In <i>Salt</i> <i>and Iron</i> and <b>Rope</b> <i>Ends</i>.", ["Salt and Iron", "Rope", "Ends"]),
        ('<p>In <span style="font-style: italic">Salt</span><span> he</span> wrote.', ["Salt"]),
        ('<p>In <span class="calibre italic">Salt <span>and</span> Iron</span> he wrote.', ["Salt and Iron"]),
        ("<p><i>The whole paragraph is in italics.</i></p><p>This is not.", []),
        ("<p>Never <b>closed<p>and yet <i>Salt</i> is known.", ["closed", "Salt"]),
        ("<p>See </i> and <u>http://mill.example/salt</u> and <i>…</i> and <pre>x <i>y</i></pre>", []),
    ],
)
def test_a_page_tells_what_it_sets_apart(page: str, expected: list[str]) -> None:
    assert apart(page.encode(), "a.html") == expected


def test_a_text_in_a_frame_keeps_its_titles() -> None:
    page = "<pre>He wrote it down in the <i>Gate Book</i> that night.\n\nNobody else did so.</pre>"

    assert apart(page.encode(), "a.html") == ["Gate Book"]


def test_an_epub_tells_it_of_every_chapter() -> None:
    chapter = b"<html><body><p>He wrote in the <i>Gate Book</i> of it.</p></body></html>"
    names = [name for name in samples.EPUB if name.endswith(".xhtml")]

    found = apart(samples.epub_with(dict.fromkeys(names, chapter)), "a.epub")

    assert found
    assert set(found) == {"Gate Book"}


def test_markdown_tells_it_and_keeps_escaped_stars() -> None:
    words = "In his *Gate Book* and **The Ledger**, in <i>Salt</i>, but \\*never\\* so.\n\n*All of it.*\n"

    assert apart(words.encode(), "a.md") == ["Gate Book", "The Ledger", "Salt"]


def test_a_word_file_tells_it_by_runs_and_by_styles() -> None:
    data = word(
        run("In "),
        run("Gate", "<w:i/>"),
        run(" Book", "<w:i/>"),
        run(" and ", '<w:i w:val="0"/>'),
        run("Salt", '<w:rStyle w:val="BookTitle"/>'),
        run(" by "),
        run("nobody", '<w:rStyle w:val="Roman"/>'),
        run(" at "),
        run("the mill", '<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>'),
        run(" and ", '<w:u w:val="none"/>'),
        run("Rope", "<w:b/>"),
    )

    assert apart(data, "a.docx") == ["Gate Book", "Salt", "Rope"]


def test_an_odt_file_tells_it_by_the_styles_of_its_words() -> None:
    words = (
        'In <text:span text:style-name="T1">Salt <text:span text:style-name="T2">and</text:span><text:s/>Iron</text:span> '
        'he <text:span text:style-name="T2">wrote</text:span> of <text:span text:style-name="T3">Rope</text:span>.'
    )

    assert apart(odt(words), "a.odt") == ["Salt and Iron", "Rope"]


def test_an_rtf_file_tells_it_in_text_and_notes() -> None:
    data = (
        rb"{\rtf1\ansi In {\i Salt and \b Iron} he wrote; \b Rope\b0  and \ul Ends\ulnone , {\i x\plain y}.\par"
        rb"{\i All of it.}\par Reed{\footnote \chftn  Reed, {\i The Gate Book}, 42.} said so.\par}"
    )

    assert apart(data, "a.rtf") == ["Salt and Iron", "Rope", "Ends", "x", "The Gate Book"]


def test_a_pdf_tells_it_by_its_fonts() -> None:
    page = (
        b"BT /F1 12 Tf 72 700 Td (He wrote it in the ) Tj /F2 12 Tf (Gate Book, ) Tj "
        b"(Salt and Iron) Tj /F1 12 Tf (, \\(p. 12\\), and nobody else in the town did so that year or in any other one.) Tj ET"
    )

    assert apart(samples.pdf(page), "a.pdf") == ["Gate Book, Salt and Iron"]


def test_a_pdf_in_one_slanted_font_sets_nothing_apart() -> None:
    page = b"BT /F2 12 Tf 72 700 Td (The keeper wrote it down that very night in the book.) Tj ET"

    assert apart(samples.pdf(page), "a.pdf") == []


def test_plain_text_sets_nothing_apart() -> None:
    assert apart(b"In his _Gate Book_ he wrote *nothing* of it.", "a.txt") == []


def test_stretches_are_sorted_and_disjoint_whatever_was_found() -> None:
    parts = read_page("<p>One two three four five.<p>Six seven.")
    found = [(8, 13, "i"), (4, 10, "b"), (14, 14, "i"), (19, 30, "i"), (0, 3, "i"), (9, 11, "u")]

    rows = settle_italics(parts.text, parts.blocks, found)

    assert [row.of(parts.text) for row in rows] == ["One", "two three", "five.", "Six"]


@pytest.mark.parametrize("rows", [[[4, 7], [0, 3]], [[0, 5], [4, 7]], [[3, 3], [4, 7]], [[0, 999]]])
def test_a_reading_process_is_not_believed_that_sends_what_no_reader_would(rows: list[list[int]]) -> None:
    packed = json.loads(pack_parts(read_page("<p>In <i>Salt</i> he wrote.")))
    assert unpack_parts(json.dumps(packed).encode(), "a").italics == (Span(3, 7),)

    packed["parts"]["italics"] = rows

    with pytest.raises(ReadError):
        unpack_parts(json.dumps(packed).encode(), "a")


@pytest.mark.parametrize("page", ["<i>" * 8_000 + "x", "<p>a <i>b</i> " * 8_000, "<span style='a'>" * 8_000 + "x"])
def test_hostile_pages_are_read_and_bounded(page: str) -> None:
    parts = read_page(page)

    assert len(parts.italics) <= len(parts.text)
    assert all(one.end <= two.start for one, two in zip(parts.italics, parts.italics[1:], strict=False))
