"""Titles in italics are read as titles in underscores are; what else is set in italics is none."""

import pytest

from valla import attribute_quotations, find_quotations
from valla.model.anchors import DocumentId, Span
from valla.model.works import Citation, Reference
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.apart import titles_apart
from valla.read import read_document


def read(words: str) -> Reading:
    """Return the reading of a citation in which what stands between # and # is in italics."""
    bare, italics = unmarked(words)
    reading = read_citation(bare, 0, italics)
    assert reading is not None
    assert reading.raw == bare
    return reading


def unmarked(words: str) -> tuple[str, tuple[Span, ...]]:
    """Return words without their marks, and the stretches that stood between two."""
    pieces = words.split("#")
    spans, at = [], 0
    for n, piece in enumerate(pieces):
        if n % 2:
            spans.append(Span(at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), tuple(spans)


@pytest.mark.parametrize(
    "words",
    [
        "#Human Tides#, p. 858",
        "Ada Penn, #Salt, Iron & Rope#, p. 103",
        "Penn, #Salt#, p. 21",
        "#Salt: For and Against#, 1911, p. 50",
        "#Penn’s Collected Pamphlets#, p. 153",
        "“The Mill,” #Harbour Studies# 12, no. 3 (1950): 45",
        "Ada Penn, #Salt and Iron# (Ormley: Quay Press, 1911), 42",
        "Penn, #Op. Cit.#, pp. 54-5",
        "#Ibid.#, p. 7",
        "Ada Penn, quoted in Amos Reed, #Human Tides#, p. 9",
        "Amos Reed (Ada Penn, #Human Tides#)",
        "letter of Ada Penn to Amos Reed, 4 May 1890, in #Letters of a Miller#, p. 5",
    ],
)
def test_italics_count_like_underscores(words: str) -> None:
    reading = read(words)
    marked = read_citation(words.replace("#", "_"))

    assert marked is not None
    names = ("author", "title", "container", "volume", "pages", "year", "publisher", "kind", "reference")
    assert [getattr(reading, name) for name in names] == [getattr(marked, name) for name in names]
    assert (reading.via and reading.via.title) == (marked.via and marked.via.title)


def test_the_names_keep_their_places_in_the_document() -> None:
    words, italics = unmarked("Ada Penn, quoted in Amos Reed, #Human Tides#, p. 9")

    reading = read_citation(words, 1000, tuple(Span(row.start + 1000, row.end + 1000) for row in italics))

    assert reading is not None
    assert reading.via is not None
    assert reading.via.authors[0].span == Span(
        1000 + words.index("Amos"), 1000 + words.index("Amos") + len("Amos Reed")
    )
    assert reading.via.title == "Human Tides"


@pytest.mark.parametrize(
    "words",
    [
        "#Ada Penn, Human Tides, p. 858#",  # the whole citation
        "Ada Penn, Human T#ides#, p. 858",  # half a word
        "Ada Penn, Human Tides, #passim#",
        "Ada Penn, Human Tides, p. 858, #emphasis added#",
        "#See also# Ada Penn, Human Tides, p. 858",
        "#Cf.# Ada Penn, Human Tides, p. 858",
        "Ada Penn, Human Tides, p. 858 (#not# p. 859)",
        "J. #Penn#, Human Tides, p. 858",
        "#“Human Tides”#, p. 3",  # its own marks tell it, and that it is no book
        "He came. #He saw the mill. The mill was shut.# Penn, p. 4",
    ],
)
def test_what_is_no_title_sets_nothing_apart(words: str) -> None:
    bare, italics = unmarked(words)

    assert titles_apart(bare, 0, italics) == ()


@pytest.mark.parametrize(
    "words", ["#Penn, Ada#, #Human Tides#, 1911", "#Ada Penn#, #Human Tides#, 1911", "#Ada Penn#, Human Tides, 1911"]
)
def test_an_author_in_bold_is_no_title(words: str) -> None:
    reading = read(words)

    assert (reading.author, reading.title, reading.year) == ("Ada Penn", "Human Tides", "1911")


@pytest.mark.parametrize(
    ("words", "title", "container", "kind"),
    [
        ("Ada Penn, interview with Ruth Vane, #The Weir Gazette#, 3 May 1937", "interview with Ruth Vane", "The Weir Gazette", "interview"),
        ("Minutes of the weir, undated, in P. Orme, #Chronicle# (1721), p. 9", "Minutes of the weir, undated", "Chronicle", None),
        ("#Journal of Harbour Studies#, 12(3), 45–67", None, "Journal of Harbour Studies", None),
    ],
)  # fmt: skip
def test_a_book_or_paper_in_italics_holds_what_is_named_before(
    words: str, title: str, container: str, kind: str
) -> None:
    reading = read(words)

    assert (reading.title, reading.container, reading.kind) == (title, container, kind)


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("Ada Penn, _Salt_, p. 268 and p. 269", "268, 269"),
        ("Ada Penn, _Salt_, p. 43, p. 144 and pp. 175–8", "43, 144, 175-8"),
        ("Ada Penn, “Salt”, pp. 279–91, _Harbour Studies_, vol. 6, p. 286", "286"),
        ("Ada Penn, “Salt”, pp. 279–91, _Harbour Studies_, vol. 6, p. 300", "279-91"),
    ],
)
def test_each_page_behind_a_label_of_its_own_is_read(words: str, pages: str) -> None:
    reading = read_citation(words)

    assert reading is not None
    assert reading.pages == pages


def cited(page: str) -> Citation | None:
    """Return the citation of the first quotation of a page."""
    document = read_document(page.encode(), id=DocumentId("a"), name="a.html")
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    return next((row for row in said.citations if row.quotation == found.quotations[0].id), None)


SAID = "“The gate was shut at noon, and nobody had asked me for the key.”"


@pytest.mark.parametrize(
    ("page", "title", "pages"),
    [
        (f"<p>{SAID} [<b>Human Tides</b>, p. 858]</p>", "Human Tides", "858"),
        (f"<p>Reed said it: {SAID}<a href='#n'>1</a></p><p id='n'>1 Penn, <i>Origins of the Quarrel</i>, 42.</p>", "Origins of the Quarrel", "42"),
        (f"<p>In his <i>Letters from Ormley</i> he wrote: {SAID}</p>", "Letters from Ormley", None),
        (f"<p>The keeper says in <i>Salt</i>: {SAID}</p>", "Salt", None),
        (f"<p><i>The Gate Book</i> Reed left us has it: {SAID}</p>", "The Gate Book", None),
    ],
)  # fmt: skip
def test_a_page_gives_the_title_to_its_quotation(page: str, title: str, pages: str | None) -> None:
    citation = cited(page)

    assert citation is not None
    assert (citation.title, citation.pages, citation.reference) == (title, pages, Reference.FULL)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>He <i>never</i> said so to the clerk: {SAID}</p>",
        f"<p><b>Amos Reed:</b> {SAID}</p>",
        f"<p><i>Nobody</i> believed the miller when he said: {SAID}</p>",
        f"<p>The <b>National Union of Millers</b> said: {SAID}</p>",
        f"<p><i>All the keepers of the lower gate and the mill were asked by</i> the clerk, who said: {SAID}</p>",
    ],
)
def test_stressed_words_and_names_are_no_works(page: str) -> None:
    citation = cited(page)

    assert citation is None or citation.title is None


def test_the_title_nearest_to_a_quotation_is_its_place() -> None:
    page = f"<p>The <i>Northern Clarion</i> praised “a voice like a good blanket”, while Amos Reed, writing in <i>The Quay Week</i>, said: {SAID}</p>"
    document = read_document(page.encode(), id=DocumentId("a"), name="a.html")
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    works = {row.quotation: row.title or row.container for row in said.citations}

    assert [works.get(row.id) for row in found.quotations] == ["Northern Clarion", "The Quay Week"]


def test_a_list_that_begins_with_the_same_word_is_another_work() -> None:
    page = (
        f"<p>So says one: {SAID} [<b>Salt, Iron and Rope</b>, p. ix]</p>"
        "<p>So says another: “Nothing of the kind has ever been seen on this river.” [Penn, <b>Salt</b>, p. 21]</p>"
    )
    citation = cited(page)

    assert citation is not None
    assert (citation.author, citation.title) == (None, "Salt, Iron and Rope")
