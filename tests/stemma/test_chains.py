"""Hands in their order, as the words and the citations state them; texts are invented."""

import pytest

from valla.corridor import investigate
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.investigation import Investigation
from valla.read import read_document
from valla.stemma.persons import same_name


def tables_of(text: str) -> Investigation:
    return investigate(read_document(text.encode(), id=DocumentId("essay"), name="essay.txt"), MemoryLibrary(()))


def hands_of(text: str) -> list[list[str]]:
    return [[hand.name for hand in chain.hands] for chain in tables_of(text).stemma.chains]


def test_who_told_the_speaker_stands_before_him_and_the_work_after_him() -> None:
    text = "She wrote in her memoirs:\n\n“Tom Harkness told me that the gate was rotten, and I believed him.”\nJane Pollock, By the Water, 1888, p. 41\n"

    assert hands_of(text) == [["Tom Harkness", "Jane Pollock", "By the Water"]]


def test_a_speaker_known_through_a_hearing_comes_with_the_hearing() -> None:
    text = "The clerk kept notes.\n\n“The porter, Brandl, at his first examination declared that the door was open, and nobody asked him more.”\nPaul Reimer, A Clerk's Notes, 1871, p. 9\n"

    assert hands_of(text) == [["Brandl", "first examination", "Paul Reimer", "A Clerk's Notes"]]


def test_each_claim_is_told_in_one_sentence_with_its_reports_origins_and_lines() -> None:
    text = "The gate was certainly rotten. Two say so:\n\n“Tom Harkness told me that the gate was rotten, and I believed him.”\nJane Pollock, By the Water, 1888, p. 41\n\n“Harkness told me that it would not see another spring.”\nAda Lund, Valley Days, 1890, p. 3\n"

    said = [row.sentence for row in tables_of(text).stemma.supports]

    assert said == ["2 reports, 1 origin, 1 independent line; all pass through Tom Harkness."]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Captain R. Orde", "Orde", True),
        ("Reimer, Paul", "Paul Reimer", True),
        ("P. Reimer", "Paul Reimer", True),
        ("Paul Reimer", "Anna Reimer", False),
        ("Haldrey", "Haldry", True),
        ("Holt", "Hold", False),
        ("", "", False),
    ],
)
def test_names_agree_by_surname_and_what_is_given(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
