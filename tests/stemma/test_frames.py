"""What a verb of telling makes of the parties around it; texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.model.anchors import Span
from valla.stemma.antecedents import meant, named_before
from valla.stemma.folk import is_somebody
from valla.stemma.frames import steps_in
from valla.stemma.parties import Party
from valla.stemma.persons import same_name
from valla.stemma.retelling import retell
from valla.stemma.tellings import tellings_in

WORDS = st.lists(
    st.sampled_from(
        [
            "told",
            "was told by",
            "heard from",
            "Mr. Pask",
            "the clerk",
            "he",
            "his account",
            ",",
            ".",
            "printed by",
            "“",
            "to",
        ]
    ),
    max_size=30,
).map(" ".join)


def pairs(text: str) -> list[tuple[str, str]]:
    return [(step.giver.name, step.taker.name) for step in steps_in(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("The clerk told Mrs Voss of it.", "The clerk", "Mrs Voss"),
        ("Mrs Voss was told by the clerk that it burnt.", "the clerk", "Mrs Voss"),
        ("Major Holt heard of it from a sutler named Brock.", "a sutler named Brock", "Major Holt"),
        ("The curate got the tale from the sacristan.", "the sacristan", "The curate"),
        ("The Argus reprinted the Leader.", "the Leader", "The Argus"),
        ("Lady Amory remembers her father saying that it was cracked.", "her father", "Lady Amory"),
        ("Poole's account is drawn from the papers of his uncle.", "his uncle", "Poole"),
        ("Sergeant Coates attributed the remark to the chaplain.", "the chaplain", "Sergeant Coates"),
        ("Inspector Reed questioned Dunn on the stairs.", "Dunn", "Inspector Reed"),
        ("The officials of Rye reported to the consul that it was stolen.", "The officials of Rye", "the consul"),
    ],
)
def test_a_verb_says_who_gave_it_to_whom(text: str, giver: str, taker: str) -> None:
    assert (giver, taker) in pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Winter received a hundred pounds from him at his chambers.",
        "They were related to the Mayor of Rye by marriage.",
        "As the Mayor complained, his men were wont to lie.",
        "The plan told against the house.",
    ],
)
def test_what_only_looks_like_a_telling_is_none(text: str) -> None:
    assert pairs(text) == []


def test_a_pronoun_means_who_opened_the_sentence_before() -> None:
    text = "Tulk's successor thought so. Mr. Rudge was asked about the lamp. He had that from the clerk."
    at = text.index("He had")

    assert meant(Party("he", Span(at, at + 2)), named_before(text, 0, at), None) == Party("Mr. Rudge", Span(29, 38))


def test_nobody_tells_himself() -> None:
    text = "The surgeon Otto Lind kept a diary. Brand had told him that the pumps would stop."
    made = retell(text, Span(0, len(text)), tellings_in(text, Span(0, len(text))), None)

    assert [made.parties[one].name for one in made.before.get(1, ())] == ["Brand"]
    assert made.parties[1].name == "The surgeon Otto Lind"


def test_whoever_had_it_last_passes_it_on() -> None:
    text = "Corporal Hay wrote to the family of it; the letter passed to a cousin."

    assert ("it", "a cousin") in pairs(text)


@pytest.mark.parametrize(("word", "somebody"), [("stoker", True), ("chemist", True), ("letter", False)])
def test_a_word_is_known_for_somebody(word: str, somebody: bool) -> None:
    assert is_somebody(word) is somebody


def test_a_description_before_a_name_is_no_part_of_it() -> None:
    assert same_name("the journalist Olga Marsh", "Olga Marsh")
    assert same_name("the bosun, Henrik Saar", "Saar")
    assert not same_name("the journalist Olga Marsh", "Ida Marsh")


@given(text=WORDS)
def test_steps_stand_in_the_text_and_come_in_its_order(text: str) -> None:
    steps = list(steps_in(text, Span(0, len(text))))

    assert [step.at for step in steps] == sorted(step.at for step in steps)
    for step in steps:
        for party in (step.giver, step.taker):
            assert text[party.at.start : party.at.start + len(party.words)] == party.words or party.pronoun
