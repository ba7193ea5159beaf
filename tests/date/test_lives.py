"""What the lives of persons allow and forbid: true statements are left alone, and those of the dead are found."""

import os
import random
from datetime import date
from pathlib import Path

import pytest
from eval.lives import FACTS, Message, naming, read_messages, spoken

from valla.files.facts import open_facts, read_facts
from valla.model.facts import Fact

LIVES = """name,aliases,born,died
Ada Penn,Penn; Mayor Penn,1801-03-02,1866-11-30
Ira Stone,Stone,1795,1840-06-01
Olaf Reiss,,1840-01-07,1912-05-19
"""
WORDS = (
    "The bridge over the river will be finished before the first snow comes to the hills. Of the loan of 1837 nothing is "
    "left but the interest, and the clerk has no hope of it. In the year of the flood Mayor Penn sold the meadow, and "
    "nobody has blamed her since. The roads are bad, and the tolls have brought in less than they did last year. "
    "We remember Ira Stone, who gave the town its school and died before it opened. The school has ninety children now."
)
COUNT = 200
FEW = 24
"""Statements of our own sentences: they are but a handful."""


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a sample, no secret


@pytest.fixture
def lives() -> tuple[Fact, ...]:
    return tuple(read_facts(LIVES, "lives.csv"))


@pytest.fixture
def messages() -> list[Message]:
    return [
        Message(speaker=speaker, day=date(year, 1 + year % 12, 1 + year % 28), text=WORDS)
        for speaker, years in (("Ada Penn", range(1830, 1866, 3)), ("Ira Stone", range(1818, 1840, 3)), ("Olaf Reiss", range(1871, 1912, 4)))
        for year in years
    ]  # fmt: skip


def test_what_the_living_said_is_no_anachronism(messages: list[Message], lives: tuple[Fact, ...]) -> None:
    assert spoken(messages, lives, drawn(1), FEW) == 0


def test_what_the_dead_said_is_one_every_time(messages: list[Message], lives: tuple[Fact, ...]) -> None:
    assert spoken(messages, lives, drawn(2), FEW, later=100) == FEW


def test_to_name_the_dead_is_no_anachronism(messages: list[Message], lives: tuple[Fact, ...]) -> None:
    count, found = naming(messages, lives, drawn(3), FEW)

    assert count == FEW
    assert found == 0


@pytest.mark.skipif("VALLA_SOTU" not in os.environ, reason="VALLA_SOTU does not name a folder of annual messages")
def test_no_anachronism_is_claimed_of_annual_messages() -> None:
    facts, messages = open_facts((FACTS,)), read_messages(Path(os.environ["VALLA_SOTU"]))

    assert spoken(messages, facts, drawn(4), COUNT) == 0
    assert naming(messages, facts, drawn(4), COUNT) == (COUNT, 0)
