"""When two words may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.model.traces import Concern
from valla.text.variants import kinship, letters_apart, same_spelling, skeleton_of

KNOWN = frozenset(
    "plan plane for four wine vine marched matched the and not now could would honour honor from form "
    "prosecution persecution casual causal already modern their elements kept keep".split()
)


def stranger(word: str, _beside: str) -> bool:
    return word not in KNOWN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("honour", "honor"), ("vpon", "upon"), ("iustice", "justice"), ("centre", "center"), ("maketh", "makes"),
        ("travelled", "traveled"), ("organise", "organize"), ("publike", "public"), ("hath", "has"), ("neuer", "never"),
        ("majestie", "majesty"), ("kinge", "king"), ("shipp", "ship"), ("judgment", "judgement"), ("bloc", "block"),
        ("trotzky", "trotsky"), ("noe", "no"), ("yf", "if"), ("domestick", "domestic"), ("mencioned", "mentioned"), ("faire", "fair"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_are_told(one: str, other: str) -> None:
    assert kinship(one, other, stranger) is Concern.SPELLING
    assert kinship(other, one, stranger) is Concern.SPELLING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tbe", "the"), ("aud", "and"), ("modem", "modern"), ("l932", "1932"), ("t0", "to"), ("tlieir", "their"),
        ("5irnply", "simply"), ("aheady", "already"), ("elernents", "elements"),
    ],
)  # fmt: skip
def test_misread_letters_are_told(one: str, other: str) -> None:
    known = frozenset({*KNOWN, "simply", "to"})

    assert kinship(one, other, lambda word, _: word not in known and not word.isdigit()) is Concern.SCAN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plan", "plane"), ("for", "four"), ("wine", "vine"), ("marched", "matched"), ("not", "now"), ("could", "would"),
        ("from", "form"), ("prosecution", "persecution"), ("casual", "causal"), ("1936", "1986"), ("12", "13"),
        ("l932", "1933"), ("affected", "effected"),
    ],
)  # fmt: skip
def test_two_words_are_two_however_alike(one: str, other: str) -> None:
    assert kinship(one, other, stranger) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("howse", "house"), ("frends", "friends"), ("beleefe", "belief"), ("trewe", "true"), ("barrells", "barrels"),
        ("coles", "coals"), ("themselfes", "themselves"), ("countreyes", "countries"), ("yeare", "year"),
        ("receave", "receive"), ("zinovieff", "zinoviev"),
    ],
)  # fmt: skip
def test_the_bolder_habits_know_the_spelling_of_other_times(one: str, other: str) -> None:
    assert same_spelling(one, other, bold=True)
    assert not same_spelling(one, "ferryman", bold=True)


WRITTEN = st.text("aeioucfhklnpqrstuvwxyz", min_size=3, max_size=7)


@given(WRITTEN, WRITTEN, st.booleans())
def test_words_are_one_spelling_where_their_skeletons_are_one(one: str, other: str, bold: bool) -> None:
    assert same_spelling(one, other, bold=bold) == (skeleton_of(one, bold=bold) == skeleton_of(other, bold=bold))


@given(st.text("aeioucfhkpqtuvwxy", max_size=3), st.text("aeioucfhkpqtuvwxy", max_size=3), st.booleans())
def test_first_letters_that_habits_exchange_are_all_known(one: str, other: str, bold: bool) -> None:
    one, other = one + "rte", other + "rte"
    assert same_spelling(one, other, bold=bold) == (skeleton_of(one, bold=bold) == skeleton_of(other, bold=bold))


@given(st.text("abcdeimnr1", max_size=12), st.text("abcdeimnr1", max_size=12))
def test_the_distance_of_letters_does_not_depend_on_the_side(one: str, other: str) -> None:
    assert letters_apart(one, other) == pytest.approx(letters_apart(other, one))
    assert letters_apart(one, one) == 0
    assert letters_apart(one, other) <= max(len(one), len(other))
