"""A saved web page is read without its furniture, and every letter of it keeps its place in the file."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.read import renderings

from valla.files import article as door
from valla.files.opening import open_document
from valla.model.anchors import DocumentId
from valla.read import read_document
from valla.read.article import read_article

TELLING = (
    "In the spring of that year the lower weir gave way, and eleven fields were lost to the river within a night.",
    "The keeper wrote: “I opened the sluice at dawn, and I would open it again if the council asked me to.”",
    "The council has never doubted the honesty of the clerk, and it never will.",
)
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news of the county</a></li></ul></nav>'
ASIDE = '<aside><h3>Read also</h3><p><a href="/x">“Ten gardens you must see”, writes our reporter on the spot</a></p></aside>'
FOOT = "<footer><p>Copyright of the County Gazette. All rights reserved. Write to us.</p></footer>"
PAGE = (
    f'<html lang="en"><head><title>The weir</title></head><body>{NAV}<article><h1>The weir</h1>'
    f'<p>{TELLING[0]}</p>{ASIDE}<p>{TELLING[1]}<sup><a href="#n1">1</a></sup></p><blockquote><p>{TELLING[2]}</p></blockquote></article>'
    f'<div class="notes"><p id="n1">1. Reed, The Gate Book, p. 12.</p></div>{FOOT}</body></html>'
)
ABSENT = find_spec("trafilatura") is None or find_spec("lxml_html_clean") is None


def test_paragraphs_are_chosen_and_their_text_is_our_own() -> None:
    parts = read_article(PAGE, ["The weir", *(row.replace("“", '"') for row in TELLING)])

    assert [block.span.of(parts.text) for block in parts.blocks][:2] == ["The weir", TELLING[0]]
    assert "gardens" not in parts.text
    assert "Copyright" not in parts.text
    assert "“I opened the sluice" in parts.text
    assert parts.warnings == ("5 paragraphs around the article (menus, teasers, links) were left out",)


def test_the_note_of_a_paragraph_that_stays_is_kept() -> None:
    parts = read_article(PAGE, TELLING)

    [note] = parts.notes
    assert note.body.of(parts.text).endswith("Reed, The Gate Book, p. 12.")


def test_every_letter_leads_back_to_the_file() -> None:
    document = read_document(PAGE.encode(), id=DocumentId("a"), name="a.html", article=lambda _: TELLING)

    for words in (TELLING[0], "I opened the sluice at dawn", "Reed, The Gate Book"):
        start = document.text.index(words)
        at = document.origin(type(document.blocks[0].span)(start, start + len(words)))
        assert PAGE[at.start : at.end] == words


def test_where_no_article_is_told_the_whole_page_is_read() -> None:
    assert "Copyright" in read_article(PAGE, ()).text
    assert "Copyright" in read_article(PAGE, ["Something else that stands nowhere on the page at all."]).text


def test_without_the_extra_the_whole_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(door.CHOICE, "off")
    (tmp_path / "a.html").write_text(PAGE, "utf-8")

    document = open_document(tmp_path / "a.html")

    assert "Copyright" in document.text
    assert document.warnings == ()


@pytest.mark.skipif(ABSENT, reason="the extra valla[web] is not installed: the article is not told from its page")
def test_the_extra_tells_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")

    document = open_document(tmp_path / "a.html")

    assert all(words in document.text for words in TELLING)
    assert "Copyright" not in document.text
    assert "All the news" not in document.text
    assert len(document.notes) == 1


@pytest.mark.skipif(ABSENT, reason="the extra valla[web] is not installed: the article is not told from its page")
def test_a_page_without_furniture_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(renderings.as_html())

    assert open_document(tmp_path / "a.html").warnings == ()
