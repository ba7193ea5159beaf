"""Who is named where, and which names are one person's."""

from hypothesis import given
from hypothesis import strategies as st
from tests.name.gathering import gathered, persons

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


def test_a_bare_surname_is_whoever_was_last_named_in_full() -> None:
    text = "Josiah Vane owned the mill. His nephew Edward Vane kept the books. Vane burnt them."
    made = gathered(text)
    bare = next(row for row in made.mentions if row.surface == "Vane")

    assert bare.entity == "person:edward-vane"
    assert bare.inferred


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
