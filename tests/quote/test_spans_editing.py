import pytest
from tests.quote.finding import search

from valla.model.quotations import Mark


@pytest.mark.parametrize(
    ("dots", "mark"),
    [
        ("…", Mark.ELLIPSIS),
        ("...", Mark.ELLIPSIS),
        ("....", Mark.ELLIPSIS),
        (". . .", Mark.ELLIPSIS),
        ("* * *", Mark.ELLIPSIS),
        ("[...]", Mark.BRACKETED),
        ("[…]", Mark.BRACKETED),
        ("(...)", Mark.BRACKETED),
        ("[. . .]", Mark.BRACKETED),
    ],
)
def test_an_omission_is_marked_by_dots_of_many_kinds(dots: str, mark: Mark) -> None:
    document, found = search(f"He wrote: “The mill is gone {dots} and the bread is dear this year.”")

    assert [(row.at.of(document.text), row.mark) for row in found.ellipses] == [(dots, mark)]


def test_an_omission_in_a_nested_quotation_belongs_to_both() -> None:
    _, found = search("He wrote: “She said to us all: ‘The mill … is gone for good.’ And it was.”")

    assert {row.quotation for row in found.ellipses} == {row.id for row in found.quotations}


def test_dots_outside_a_quotation_are_no_omission() -> None:
    _, found = search("The mill … is gone. He wrote: “The bread is dear this year.”")

    assert found.ellipses == ()


@pytest.mark.parametrize(
    ("bracket", "replaces"),
    [("[t]he", True), ("walk[ed]", True), ("[Wilfrey]", False), ("[sic]", False), ("[at the mill]", False)],
)
def test_square_brackets_hold_an_editors_words(bracket: str, replaces: bool) -> None:
    _, found = search(f"He wrote: “In that year {bracket} river took the lower mill.”")

    assert [(f"[{row.words}]" in bracket, row.replaces) for row in found.insertions] == [(True, replaces)]


def test_round_brackets_that_fill_a_gap_in_the_sentence_are_an_editors() -> None:
    _, found = search("He wrote: “We had known of it before (the fall of the mill in 1312), and we said nothing.”")

    assert [row.words for row in found.insertions] == ["the fall of the mill in 1312"]


@pytest.mark.parametrize("bracket", ["(as they say)", "[4]", "[12]", "[...]", "(about forty of them)"])
def test_other_brackets_are_the_sources_own_or_the_mark_of_a_note(bracket: str) -> None:
    _, found = search(f"He wrote: “The brethren {bracket} complained of the bread that year.”")

    assert found.insertions == ()
