"""Which works on the shelf a citation means; a wrong "held" would make a wrong "not found"."""

import pytest

from valla.library.recognition import Recognition, grade_of, recognise
from valla.library.register import Register
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.works import Citation, Holding


def work(name: str, title: str, author: str | None = None, year: str | None = None, *aliases: str) -> Holding:
    return Holding(document=DocumentId(name), title=title, author=author, year=year, aliases=aliases)


SHELF = (
    work("trial-31", "Report of the Inquest: The Case of the Salt Ring", "Ministry of Justice", "1931"),
    work("trial-33", "Report of the Inquest in the Case of the Grain and Sugar Bloc: evening sittings", "Ministry of Justice", "1933"),
    work("wreck", "What the Wreck Was", "Samuel Rowe Garland, D.C.L.", "1897"),
    work("was-wreck", "What Was the Wreck? The Old Story Tested", "John Gerrard", "1897"),
    work("harbour", "The Harbour and the Law", "Agnes Petrovsky", "1922"),
    work("coast", "The Coast and the Law", "Agnes Petrovsky", "1925"),
    work("diary", "The Diary of Ruth Amsel", None, "1861"),
    work("letter-3", "Letter to Silas Kern, 3 May 1861", "Abel Amsel", "1861"),
    work("letter-9", "Letter to Silas Kern, 9 June 1861", "Abel Amsel", "1861"),
    work("mercury", "Lindau Mercury, 14 December 1861", None, "1861"),
    work("memoirs", "Memoirs", "Ilse Brandt", "1950"),
    work("donation", "The Treatise of Lorenz Wallis on the Gift", "Lorenz Wallis; translator C. Bole", "1440; tr. 1922", "De falsa donatione"),
)  # fmt: skip


def ask(**fields: str) -> Recognition:
    raw = fields.pop("raw", ", ".join(fields.values()))
    return recognise(Citation(quotation=QuotationId("q"), at=Span(0, 0), raw=raw, **fields), SHELF)  # type: ignore[arg-type]


def documents(recognition: Recognition) -> list[str]:
    return [holding.document for holding in recognition.holdings]


@pytest.mark.parametrize(
    ("fields", "document"),
    [
        ({"title": "Report of the Inquest in the Case of the “Grain and Sugar Block”"}, "trial-33"),
        ({"title": "Report of the Inquest", "year": "1933"}, "trial-33"),
        ({"title": "Report of the Inquest: the Case of the Salt-Ring", "year": "1931"}, "trial-31"),
        ({"title": "What the Wreck Was", "author": "S. R. Garland"}, "wreck"),
        ({"title": "What was the Wreck?", "author": "Father Gerrard"}, "was-wreck"),
        ({"title": "Harbour and the Law", "author": "Petrovskii"}, "harbour"),
        ({"title": "Diary", "author": "Ruth Amsel"}, "diary"),
        ({"title": "Diary of Ruth Amsel"}, "diary"),
        (
            {"title": "letter to Silas Kern", "author": "Abel Amsel", "raw": "Abel Amsel to Silas Kern, 3 May 1861"},
            "letter-3",
        ),
        ({"container": "Lindau Mercury", "raw": "Lindau Mercury, 14 December 1861, p. 2"}, "mercury"),
        ({"title": "Memoirs", "author": "Brandt"}, "memoirs"),
        ({"title": "De falsa donatione", "author": "Wallis"}, "donation"),
        ({"title": "On the Gift", "author": "Wallis"}, "donation"),
        ({"raw": "see What the Wreck Was, p. 12"}, "wreck"),
    ],
)
def test_the_cited_work_is_known(fields: dict[str, str], document: str) -> None:
    recognition = ask(**fields)

    assert documents(recognition) == [document]
    assert recognition.certain, recognition.reason


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Report of the Inquest", "year": "1938"},
        {"title": "The River and the Law", "author": "Agnes Petrovsky"},
        {"title": "What the Wreck Was", "author": "Tobias Lund"},
        {"title": "A History of the Mercury", "author": "Tobias Lund"},
        {
            "title": "letter to Silas Kern",
            "author": "Abel Amsel",
            "raw": "Abel Amsel to Silas Kern, 12 July 1862",
            "year": "1862",
        },
        {"container": "Lindau Mercury", "raw": "Lindau Mercury, 2 January 1862", "year": "1862"},
        {"title": "Diary", "author": "Otto Lund"},
        {"raw": "see p. 12"},
    ],
)
def test_a_work_that_is_not_held_is_not_taken_for_one_that_is(fields: dict[str, str]) -> None:
    recognition = ask(**fields)

    assert not recognition.certain
    assert recognition.reason


@pytest.mark.parametrize(
    ("fields", "choice"),
    [
        ({"title": "Report of the Inquest"}, {"trial-31", "trial-33"}),
        ({"author": "Agnes Petrovsky"}, {"harbour", "coast"}),
        ({"title": "letter to Silas Kern", "author": "Abel Amsel"}, {"letter-3", "letter-9"}),
        ({"container": "Lindau Mercury"}, {"mercury"}),
        ({"title": "Memoirs"}, {"memoirs"}),
        ({"title": "What the Wreck Was", "author": "Garland", "year": "1912"}, {"wreck"}),
    ],
)
def test_a_choice_is_left_open_and_said(fields: dict[str, str], choice: set[str]) -> None:
    recognition = ask(**fields)

    assert set(documents(recognition)) == choice
    assert not recognition.certain
    assert recognition.reason


def test_the_work_through_which_it_is_quoted_is_no_more_than_that() -> None:
    recognition = ask(title="Speech at the Weir", author="Karl Dorn", via="Ilse Brandt, Memoirs, p. 9")

    assert not recognition.holdings
    assert [holding.document for holding in recognition.through] == ["memoirs"]


def test_editions_of_one_work_are_held_together() -> None:
    editions = (work("a", "The Salt Road", "Ada Lund", "1901"), work("b", "The Salt Road", "Ada Lund", "1920"))
    citation = Citation(quotation=QuotationId("q"), at=Span(0, 0), raw="x", title="The Salt Road", author="Lund")

    recognition = recognise(citation, editions)

    assert [holding.document for holding in recognition.holdings] == ["a", "b"]
    assert recognition.certain


@pytest.mark.parametrize(
    "words", [holding.title for holding in SHELF] + ["Garland, What the Wreck Was", "the Law", "Wallis"]
)
@pytest.mark.parametrize("field", ["title", "container", "author", "raw"])
def test_the_register_leaves_out_only_what_would_be_given_no_grade(words: str, field: str) -> None:
    fields = {"raw": words, field: words}
    citation = Citation(quotation=QuotationId("q"), at=Span(0, 0), **fields)  # type: ignore[arg-type]
    asked = Register(SHELF).asked_for(citation)

    assert [row for row in SHELF if grade_of(citation, row)] == [row for row in asked if grade_of(citation, row)]
