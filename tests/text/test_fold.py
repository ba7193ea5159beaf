"""Folding, and the way back from every folded letter."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.text.fold import fold_letters, key_of, letters_of

TRICKY = st.sampled_from(
    [
        "a",
        "B",
        "é",
        "e\u0301",
        "ﬁ",
        "ﬃ",
        "æ",
        "ſ",
        "-\n  ",
        "\u00ad",
        "—",
        " ",
        "\n\n",
        "12",
        "𝔄",
        "𐐀",
        "ß",
        "İ",
        "ѣ",
        "日",
        "'",
        "\u200b",
    ]
)
TEXTS = st.lists(TRICKY | st.characters(), max_size=1500).map("".join)


@given(TEXTS)
def test_every_letter_leads_back_to_the_character_that_gave_it(text: str) -> None:
    folded = fold_letters(text)

    places = [folded.place(index) for index in range(len(folded.letters))]

    assert places == sorted(places)
    rebuilt = [letters_of(text[place]) for place in sorted(set(places))]
    assert "".join(rebuilt) == folded.letters


@given(TEXTS, TEXTS)
def test_a_text_folds_as_its_pieces_do(one: str, other: str) -> None:
    assert letters_of(one + other) == letters_of(one) + letters_of(other)
    assert fold_letters(one + other).letters == letters_of(one) + letters_of(other)


def test_the_way_back_holds_across_blocks() -> None:
    text = "Coun-\n ter ﬁne 𝔄e\u0301\u00ad—x " * 400

    folded = fold_letters(text)

    assert folded.letters.startswith("counterfineaex")
    last = len(folded.letters) - 1
    assert text[folded.place(last)] == "x"
    assert folded.place(last) == len(text) - 2
    for index in (0, 511, 512, 513, 2047, 2048, last):
        assert letters_of(text[folded.place(index)]).count(folded.letters[index]) > 0


@pytest.mark.parametrize("index", [-1, 3])
def test_there_is_no_letter_outside_the_text(index: int) -> None:
    with pytest.raises(IndexError):
        fold_letters("a b c").place(index)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reﬁned", "re-\nfined"),
        ("re\u00adfined", "refined"),
        ("café", "cafe\u0301"),
        ("Straße", "STRASSE"),
        ("don’t", "don't"),
        ("𝔄𝔅", "ab"),
        ("Encyclopædia", "encyclopaedia"),
        ("ſaid", "said"),
    ],
)
def test_typography_makes_no_difference_to_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@given(st.text())
def test_a_key_does_not_depend_on_how_the_text_was_composed(text: str) -> None:
    assert key_of(normalize("NFC", text)) == key_of(normalize("NFD", text))
