"""Who is named where, and which names are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.name.gathering import gathered, persons, ruling

from valla.model.judgements import Ruling
from valla.model.names import EntityKind

MILL = (
    "The mill belonged to Josiah Vane. Doctor Amos Pell wrote a letter to the Board of Trade in London. "
    "Vane burnt it, and Pell’s wife saw the fire."
)


def surfaces(text: str, kind: EntityKind) -> list[str]:
    return [row.surface for row in gathered(text).mentions if row.kind is kind]


def test_persons_groups_and_places_are_told_apart() -> None:
    assert surfaces(MILL, EntityKind.PERSON) == ["Josiah Vane", "Amos Pell", "Vane", "Pell"]
    assert surfaces(MILL, EntityKind.GROUP) == ["Board of Trade"]
    assert surfaces(MILL, EntityKind.PLACE) == ["London"]


def test_ranks_and_possessives_are_outside_of_a_name() -> None:
    found = surfaces(
        "Colonel Thomas Layton’s affidavit is lost. Mrs. Layton wrote to General Otto von Brandt.", EntityKind.PERSON
    )

    assert found == ["Thomas Layton", "Layton", "Otto von Brandt"]


def test_followers_are_no_persons() -> None:
    assert surfaces("Josiah Vane wrote it. The Vanists and the Vaneites believed it.", EntityKind.PERSON) == [
        "Josiah Vane"
    ]


def test_a_common_word_with_a_capital_is_no_person() -> None:
    assert (
        surfaces("The strike began. Strike after strike followed, and Reports said nothing.", EntityKind.PERSON) == []
    )


def owner_of(text: str, surface: str = "Vane") -> str:
    made = gathered(text)
    return next(str(row.entity) for row in made.mentions if row.surface == surface)


def test_a_bare_surname_is_whoever_was_last_named_in_full() -> None:
    text = (
        "Josiah Vane owned the mill. It burnt. Years later came Edward Vane. The auditor asked him. Vane said nothing."
    )
    made = gathered(text)
    bare = next(row for row in made.mentions if row.surface == "Vane")

    assert bare.entity == "person:edward-vane"
    assert bare.inferred


def test_a_bare_surname_of_which_nothing_tells_is_proposed_to_each() -> None:
    made = gathered("Josiah Vane owned the mill. His nephew Edward Vane kept the books. Vane burnt them.")
    bare = next(row for row in made.entities if row.id == "person:vane")

    assert bare.may_be == ("person:edward-vane", "person:josiah-vane")
    assert {(row.one, row.other) for row in made.proposals} == {
        ("person:edward-vane", "person:vane"),
        ("person:josiah-vane", "person:vane"),
    }


def test_an_accepted_proposal_leaves_no_doubt() -> None:
    text = "Josiah Vane owned the mill. His nephew Edward Vane kept the books. Vane burnt them."
    made = gathered(text, ruling(Ruling.ACCEPT, "person:josiah-vane~person:vane"))

    assert {row.id for row in made.entities if row.kind is EntityKind.PERSON} == {
        "person:josiah-vane",
        "person:edward-vane",
    }
    assert made.proposals == ()


@pytest.mark.parametrize(
    "told",
    [
        "Josiah Vane, the miller, quarrelled with Edward Vane, the clerk. The miller Vane won.",
        "Josiah Vane quarrelled with his son Edward Vane. The elder Vane won.",
        "Josiah Vane, the painter, met Edward Vane, the clerk, at noon. Vane painted the mill.",
        "Josiah Vane owned the mill. His widow, Martha Vane, sold it. In the end Vane was a poor man.",
    ],
)
def test_what_stands_beside_a_bare_surname_tells_whose_it_is(told: str) -> None:
    assert owner_of(told) == "person:josiah-vane"


def test_the_section_tells_whose_a_bare_surname_is() -> None:
    text = "# The father\n\nJosiah Vane built it.\n\n# The son\n\nEdward Vane sold it.\n\nVane died in 1870."

    assert owner_of(text) == "person:edward-vane"


def test_given_names_forbid_a_merge_and_initials_do_not() -> None:
    made = persons(
        gathered("Lev Orlovsky wrote it. Leon Orlovsky signed it. Boris Orlovsky burnt it. L. Orlovsky said so.")
    )

    assert [len(row.mentions) for row in made.values()] == [3, 1]


def test_man_and_woman_are_two() -> None:
    made = persons(gathered("Nikolai Sukhotin wrote it. Anna Sukhotina signed it, and Sukhotina said so."))

    assert [len(row.mentions) for row in made.values()] == [1, 2]


def test_two_transliterations_are_one_person_with_a_reason() -> None:
    [row] = persons(gathered("Pavel Shcherbatov wrote it. Schtscherbatow died in 1861.")).values()

    assert len(row.mentions) == 2
    assert row.merged


def test_what_is_in_between_is_proposed_only() -> None:
    made = gathered("The engineer Belitsky wrote to the board. The engineer Belotsky wrote to the court.")

    assert len(persons(made)) == 2
    assert [(row.one, row.other) for row in made.proposals] == [("person:belitsky", "person:belotsky")]


def test_ids_come_from_the_name_and_the_place() -> None:
    before, after = gathered(MILL), gathered("It rained. " + MILL)

    assert list(persons(before)) == list(persons(after)) == ["person:josiah-vane", "person:amos-pell"]
    assert before.mentions[0].id == "essay@21-32"


@given(st.text(alphabet="AaBbVv nex.,’'“”-&\n()0", max_size=200))
def test_any_text_gives_tables_that_hang_together(text: str) -> None:
    made = gathered(f"x {text}")
    ids = {row.id for row in made.mentions}

    assert {name for row in made.entities for name in row.mentions} == ids
    assert {row.entity for row in made.mentions} == {row.id for row in made.entities}
    assert all(row.span.start < row.span.end for row in made.mentions)
    assert len({row.id for row in made.entities}) == len(made.entities)
