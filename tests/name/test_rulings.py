"""Rulings join, part and settle; the later counts."""

from tests.name.gathering import gathered, persons, ruling

from valla.model.judgements import Ruling

VANES = "The mill belonged to Josiah Vane. Doctor Amos Pell wrote a letter, and Vane burnt it. Pell wrote again."
PAIR = ("person:josiah-vane", "person:amos-pell")
ALIKE = "The engineer Belitsky wrote to the board. The engineer Belotsky wrote to the court."


def test_two_are_ruled_one() -> None:
    [row] = persons(gathered(VANES, ruling(Ruling.SAME, *PAIR))).values()

    assert len(row.mentions) == 4
    assert row.was == ("person:amos-pell",)
    assert "I looked" in row.merged[-1]


def test_the_later_ruling_counts() -> None:
    made = gathered(VANES, ruling(Ruling.SAME, *PAIR), ruling(Ruling.DIFFERENT, *PAIR, line=2))

    assert len(persons(made)) == 2


def test_a_mention_is_given_to_another() -> None:
    bare = next(row.id for row in gathered(VANES).mentions if row.surface == "Vane")

    made = persons(gathered(VANES, ruling(Ruling.SAME, bare, "person:amos-pell")))

    assert bare in made["person:amos-pell"].mentions
    assert len(made["person:josiah-vane"].mentions) == 1


def test_a_spelling_is_parted_from_its_person() -> None:
    text = "Pavel Shcherbatov wrote it. Schtscherbatow died in 1861."
    first, second = (row.id for row in gathered(text).mentions)

    made = persons(gathered(text, ruling(Ruling.DIFFERENT, first, second)))

    assert [len(row.mentions) for row in made.values()] == [1, 1]


def test_a_proposal_is_accepted_or_goes() -> None:
    name = gathered(ALIKE).proposals[0].id

    accepted, rejected = (gathered(ALIKE, ruling(kind, name)) for kind in (Ruling.ACCEPT, Ruling.REJECT))

    assert len(persons(accepted)) == 1
    assert len(persons(rejected)) == 2
    assert not rejected.proposals


def test_a_ruling_on_nothing_changes_nothing() -> None:
    assert gathered(VANES, ruling(Ruling.SAME, "person:x", "person:y")) == gathered(VANES)
