"""Where sentences, paragraphs and turns end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.text.sentences import paragraphs_between, sentence_end, sentence_start, starts_sentence, turns_in

TEXT = "He met Mr. Orme at noon. “Was it late?” asked the clerk. It was not; the St. Anne clock had struck."


@pytest.mark.parametrize(
    ("word", "begins"),
    [("He", True), ("Orme", False), ("Was", True), ("It", True), ("Anne", False), ("met", False), ("St", False)],
)
def test_a_word_knows_whether_it_begins_a_sentence(word: str, begins: bool) -> None:
    assert starts_sentence(TEXT, TEXT.index(word)) is begins


def test_an_abbreviation_ends_no_sentence() -> None:
    assert TEXT[: sentence_end(TEXT, 0)] == "He met Mr. Orme at noon."
    assert TEXT[sentence_start(TEXT, TEXT.index("had")) :].strip().startswith("It was not")


def test_a_blank_line_within_a_sentence_is_a_page_break_and_no_paragraph() -> None:
    assert paragraphs_between("he went\n\non to the gate") == 0
    assert paragraphs_between("he went.\n\nOn the next day") == 1


def test_turns_of_speakers_are_known_by_their_labels() -> None:
    assert turns_in("I went. THE PRESIDENT: Where? Orme: Home. He said: nothing") == ("THE PRESIDENT", "Orme")


@given(st.text(alphabet="aB .?!\n\"'", max_size=80), st.integers(0, 80))
def test_a_sentence_ends_behind_its_start(text: str, offset: int) -> None:
    offset = min(offset, len(text))

    assert sentence_start(text, offset) <= offset <= sentence_end(text, offset) <= len(text)
