import pytest
from tests.quote.finding import search

from valla.model.quotations import Fault

LINE = "\nAbbot Wilfrey, Chronicle, p. 31\n\nNo later writer adds to it."


@pytest.mark.parametrize(
    ("text", "words", "fault"),
    [
        (
            f"The mill is gone and the bread with it.”{LINE}",
            "The mill is gone and the bread with it.",
            Fault.MISSING_OPEN,
        ),
        (
            f"“The mill is gone and the bread with it.{LINE}",
            "The mill is gone and the bread with it.",
            Fault.MISSING_CLOSE,
        ),
        (f"”The mill is gone and the bread with it.”{LINE}", "The mill is gone and the bread with it.", Fault.REVERSED),
        ("He called it “a trap with a carpet“ and left.", "a trap with a carpet", Fault.REVERSED),
        ("He called the stair ““a trap with a carpet”” in June.", "a trap with a carpet", Fault.DOUBLED),
        ('He wrote that it was “a trap with a carpet" and left.', "a trap with a carpet", Fault.MIXED),
        ("He said: The stair is as sound as ever.” He smiled.", "The stair is as sound as ever.", Fault.MISSING_OPEN),
        ("He wrote: “The stair is rotten. Nobody goes up.", "The stair is rotten. Nobody goes up.", Fault.UNCLOSED),
    ],
)
def test_a_broken_mark_is_repaired_and_the_repair_says_why(text: str, words: str, fault: Fault) -> None:
    _, found = search(text)

    assert [row.anchor.exact for row in found.quotations] == [words]
    assert [row.fault for row in found.repairs] == [fault]
    assert found.repairs[0].quotation == found.quotations[0].id
    assert found.repairs[0].reason


def test_the_place_of_a_repair_is_the_mark_or_the_place_where_it_should_stand() -> None:
    document, found = search(f"The mill is gone.\n\n”The bread is dear.”{LINE}")

    assert [row.at.of(document.text) for row in found.repairs] == ["”"]


def test_the_same_marks_inside_the_marks_are_told() -> None:
    _, found = search("“They spoke of the “lower road” as if there were another.”\nCanon Hale, A Parish (1922)")

    assert [(row.fault, row.quotation) for row in found.repairs] == [(Fault.NESTED, found.quotations[1].id)]


def test_sound_marks_are_not_repaired() -> None:
    _, found = search("“We were three,” he said. She wrote: “He said, ‘Go,’ and I went.” The „Brücke“ stood.")

    assert found.repairs == ()


def test_a_mark_that_is_lost_swallows_no_more_than_its_paragraph() -> None:
    text = "He wrote: “The stair is rotten.\n\nNobody went up.\n\nShe wrote: “It is sound.”\n\nThe house was sold."

    _, found = search(text)

    assert [row.anchor.exact for row in found.quotations] == ["The stair is rotten.", "It is sound."]


def test_a_quotation_stops_at_a_heading() -> None:
    _, found = search("# One\n\n“The first is open.\n\n# Two\n\n“The second is closed.”\n", "md")

    assert [row.anchor.exact for row in found.quotations] == ["The first is open.", "The second is closed."]


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' kennel, the '90s, 'tis said, rock 'n' roll, and the keeper's 6' 4\" pole.",
        "L’homme d’aujourd’hui n’est plus celui d’hier.",
        "The workers’ party met in ’98; nobody came but the boys’ fathers.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(text: str) -> None:
    _, found = search(text)

    assert found.quotations == ()
