"""Words and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.text.words import bounds_in, cuts_in, keys_by_piece, keys_in, words_in

MIXED = st.lists(
    st.sampled_from(
        [
            "word",
            "Re-\n  ",
            "\u00ad",
            "[",
            "]",
            "12",
            "{",
            "}",
            "'",
            "’",
            " ",
            "\n",
            ".",
            "—",
            "_",
            "^",
            "U.S.",
            "é",
            "日",
        ]
    ),
    max_size=60,
).map("".join)


def keys(text: str) -> list[str]:
    return [word.key for word in words_in(text)]


@given(MIXED | st.text())
def test_words_stand_in_order_apart_and_where_they_say(text: str) -> None:
    words = words_in(text)

    assert all(one.end <= other.start for one, other in pairwise(words))
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(word.key for word in words if text[word.start].isascii())


PIECES = st.lists(
    st.sampled_from([*"aZé1 -'\n.,[]{}_Ss", "[S. 12]", "[Pg 3]", "[12]", "U.S.", "rn-\n  m", "\u00ad", "ﬁ", "日"])
)


@given(PIECES.map("".join) | st.text())
def test_keys_and_places_alone_are_those_of_the_words(text: str) -> None:
    """Whoever asks for one of the two gets it sooner, and the same."""
    words = words_in(text)
    assert keys_in(text) == tuple(word.key for word in words)
    assert bounds_in(text) == [(word.start, word.end) for word in words]


TORN = st.lists(
    st.sampled_from(
        [*"aZé1 -'\n.,[]{}", "a b", "x y z", "[Pg x", "[page x", "[12 ", "S x]", "a [p b]", "-\n  ", "\n 12 \n"]
    )
)


@given((PIECES | TORN).map("".join) | st.text())
def test_a_text_that_is_cut_is_read_as_the_whole(text: str) -> None:
    """No word goes over a cut, and no sign that is no word, however near to each other they are."""
    cuts, words = cuts_in(text, every=1), words_in(text)
    assert [key for piece in keys_by_piece(text, cuts) for key in piece] == [word.key for word in words]
    bounds = [row for start, end in pairwise(cuts) for row in bounds_in(text, start, end)]
    assert bounds == [(word.start, word.end) for word in words]


@given(MIXED, st.integers(0, 1000))
def test_a_shift_moves_the_places_and_nothing_else(text: str, shift: int) -> None:
    plain = words_in(text)

    moved = words_in(text, shift=shift)

    assert [(word.start - shift, word.end - shift, word.key) for word in moved] == [tuple(word) for word in plain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("his warn-\n  ing came", ["his", "warning", "came"]),
        ("re\u00adfine the oil", ["refine", "the", "oil"]),
        ("“[t]he keeper stop[ped]”", ["the", "keeper", "stopped"]),
        ("the court[12] rose,[3] and left[a] again¹", ["the", "court", "rose", "and", "left", "again"]),
        ("to _put off_[60] your one_[471] of", ["to", "put", "off", "your", "one", "of"]),
        ("going [Pg 12] home {13} at [p. 14] last", ["going", "home", "at", "last"]),
        ("one page\n  14\nanother", ["one", "page", "another"]),
        ("[a] man, [a]nd so", ["a", "man", "and", "so"]),
        ("y^{e} _whole_ par_tial_", ["ye", "whole", "partial"]),
        ("the U.S.S.R. in 1,000 homes at 10:30", ["the", "ussr", "in", "1000", "homes", "at", "10.30"]),
        ("from 1932-33 on", ["from", "1932", "33", "on"]),
        ("Orme—Vane--Holt", ["orme", "vane", "holt"]),
        ("counter-march", ["countermarch"]),
        ("end.The next", ["end", "the", "next"]),
        ("日本 text", ["日", "本", "text"]),
    ],
)
def test_typography_breaks_no_word(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize("piece", ["[ ", "a-", "a'", "1,", "a\u0301", "- \n", "\n   ", "[1", "{", "a.b."])
def test_a_long_run_of_one_piece_comes_to_an_end(piece: str) -> None:
    """With work that grew with the square of the text this would hold up the whole suite; bench/ has the times."""
    assert len(words_in(piece * 100_000)) <= 100_000 * len(piece)
