"""Two surnames: spellings of one, or only alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.name.distance import sounds_apart
from valla.name.folding import sounds_of
from valla.name.likeness import likeness_of
from valla.name.soundex import codes_of
from valla.name.syllables import readings_of

NAMES = st.text(alphabet="abcdefghijklmnoprstuvyzšćżłёжшщя'- ", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Щербаков", "Shcherbakov"),
        ("Schtscherbakow", "Shcherbakov"),
        ("Vuković", "Vukovitch"),
        ("Hsiao Tso", "Xiao Zuo"),
        ("Kuo Mo-jo", "Guo Moruo"),
        ("Novák", "Novak"),
        ("Hardenberg", "Hardenbreg"),
    ],
)
def test_spellings_of_one_name_are_sure(one: str, other: str) -> None:
    assert likeness_of(one, other).sure
    assert likeness_of(one, other).reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sukhotin", "Sukhotina"),
        ("Petrov", "Petrovsky"),
        ("Orlov", "Orlovist"),
        ("Mann", "Munn"),
        ("Hsiao Tso", "Hsiao Ko"),
        ("Stuart", "Stuarts"),
    ],
)
def test_names_that_are_only_alike_are_not_merged(one: str, other: str) -> None:
    assert not likeness_of(one, other).sure


@given(NAMES, NAMES)
def test_likeness_does_not_ask_who_comes_first(one: str, other: str) -> None:
    assert likeness_of(one, other) == likeness_of(other, one)
    assert 0 <= likeness_of(one, other).score <= 1


@given(NAMES)
def test_a_name_is_its_own_spelling(name: str) -> None:
    assert likeness_of(name, name).sure
    assert likeness_of(name, name.upper()).sure


@given(NAMES, NAMES)
def test_sounds_are_as_far_apart_one_way_as_the_other(one: str, other: str) -> None:
    mine, theirs = sounds_of(one.lower()), sounds_of(other.lower())

    assert sounds_apart(mine, theirs) == pytest.approx(sounds_apart(theirs, mine))
    assert sounds_apart(mine, mine) == 0


def test_codes_are_those_of_the_published_table() -> None:
    assert codes_of("Auerbach") == {"097500", "097400"}
    assert codes_of("Moskowitz") == {"645740"}
    assert codes_of("Moskovitz") == {"645740"}


def test_wade_is_read_into_pinyin() -> None:
    assert "zengguofan" in readings_of("Tseng Kuo-fan")
    assert not readings_of("Shakespeare")
