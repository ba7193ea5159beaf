"""What a line below or a note says of where words stand, and what it only says of the paper they are on."""

import pytest

from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.works import Citation
from valla.quote import attribute_quotations, find_quotations
from valla.quote.citations import read_citation
from valla.read import read_document


@pytest.mark.parametrize(
    "words",
    [
        '_Addressed_ "To the Right Honourable the Warden of the Harbour give these."',
        "Endorsed in another hand, “Of the Harbour and its Wall.”",
        "*Superscribed* “To my loving Brother at Penny Quay”",
    ],
)
def test_what_stands_on_the_outside_of_a_letter_is_no_work(words: str) -> None:
    assert read_citation(words) is None


def test_a_work_that_is_addressed_to_someone_is_one() -> None:
    reading = read_citation("Ada Penn, _An Address to the Warden of the Harbour_, 1871, p. 4.")

    assert reading is not None
    assert reading.title == "An Address to the Warden of the Harbour"


@pytest.mark.parametrize(
    ("words", "author", "title", "pages"),
    [
        ("Stone, Harbours, p. 74 and pp. 77-8", "Stone", "Harbours", "74, 77-8"),
        ("Stone, Rolf, p. 3", "Rolf Stone", None, "3"),
        ("Ada Penn, Bread, Roses & Coal, p. 103", "Ada Penn", "Bread, Roses & Coal", "103"),
        (
            "Ada Penn, Rolf Stone and Tony Marsh, A History of Moles, 1901, p. 4",
            "Ada Penn, Rolf Stone and Tony Marsh",
            "A History of Moles",
            "4",
        ),
        ("Op. Cit., p. 74 and pp. 74-75", None, None, "74, 74-75"),
        ("cf. Penn 1871, 44; Stone 1872, 9", "Penn", None, "44"),
        ("see Penn, The Mole, p. 44; and Stone, Harbours, p. 9", "Penn", "The Mole", "44"),
    ],
)
def test_the_fields_of_a_short_citation(words: str, author: str | None, title: str | None, pages: str) -> None:
    reading = read_citation(words)

    assert reading is not None
    assert (reading.author, reading.title, reading.pages) == (author, title, pages)


@pytest.mark.parametrize(
    "words",
    [
        "see sections 2 and 3.1 for more on this",
        "See sections A.2.14 and B.4 for further details",
        "chapter IV above",
        "Appendix H",
    ],
)
def test_a_place_in_the_authors_own_text_is_no_work(words: str) -> None:
    assert read_citation(words) is None


def cited(text: str) -> list[Citation]:
    """Return the citations of the quotations of a text."""
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")
    return list(attribute_quotations(document, find_quotations(document)).citations)


def test_a_title_of_words_that_the_text_uses_is_no_author() -> None:
    text = (
        "All human action is bound by habit, and of human action the board knew little: “What is done twice is done for "
        "ever, and nobody in the harbour asks why it is done.” [Human Action, p. 858] That is all."
    )

    assert [(row.author, row.title) for row in cited(text)] == [(None, "Human Action")]


def test_a_bracket_behind_a_question_belongs_to_the_words_before_it() -> None:
    text = "Who believed Stone's claim that “the harbour must rebuild itself by its own hands”? [Harbour Papers, p. 306] Few."

    assert [(row.title, row.pages) for row in cited(text)] == [("Harbour Papers", "306")]


@pytest.mark.parametrize(
    ("author", "title", "told"),
    [
        ("Ada Penn", "letter from Penn to Stone", None),
        ("Ada Penn", "Letters from Ormley", "Ada Penn"),
        (None, "Letters from Ormley", None),
        ("Ada Penn", None, "Ada Penn"),
    ],
)
def test_an_author_is_told_once(author: str | None, title: str | None, told: str | None) -> None:
    citation = Citation(quotation=QuotationId("essay@1-2"), at=Span(3, 4), raw="x", author=author, title=title)

    assert citation.told_author == told


@pytest.mark.parametrize(
    ("words", "author", "title", "container"),
    [
        (
            "Penn, “The Mole,” in Rolf Stone, ed., Harbours of the North (Ormley: Fell & Co., 1871), 44-49",
            "Penn",
            "The Mole",
            "Harbours of the North",
        ),
        (
            "“Form: A Critique”, pp. 98-115, Moles and Harbours, U. Pagan and R. E. Rowe (eds.), p. 100",
            None,
            "Form: A Critique",
            "Moles and Harbours",
        ),
        (
            "Rolf Stone (ed.), For Harbours: History and Practice, pp. 127-149",
            None,
            "For Harbours: History and Practice",
            None,
        ),
        (
            "“Common Harbours”, _Harbour Studies_, vol. 3, no. 2, Autumn 1895, pp. 145-164",
            None,
            "Common Harbours",
            "Harbour Studies",
        ),
        ("The Winter 1871 Floods, p. 3", None, "The Winter 1871 Floods", None),
    ],
)
def test_editors_are_no_authors_and_take_none_away(
    words: str, author: str | None, title: str | None, container: str | None
) -> None:
    reading = read_citation(words)

    assert reading is not None
    assert (reading.author, reading.title, reading.container) == (author, title, container)
