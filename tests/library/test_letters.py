"""Seeds of any text: each where its word begins, and the same however a text is read."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valla.library import sieve
from valla.library.letters import SEED, cuts_of, seeds_in
from valla.library.segments import Text, build_segment, look_up, seed_at, seeds_in_windows, windows_at
from valla.library.swift import CUT_SHORT, Marks, is_swift
from valla.library.volumes import Scroll
from valla.text.fold import letters_of

TEXTS = st.text(
    st.sampled_from("abc tuvwxyzé\u0301ﬁœßшБ中国\u00ad-\n.,1“’ 𝒜𐐀ﷺ") | st.characters(exclude_categories=["Cs"]),
    max_size=300,
)


def bytes_of(text: str) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
    return np.frombuffer(text.encode(), np.uint8)


@given(TEXTS, st.binary(max_size=12), st.integers(1, 40))
@settings(deadline=None, max_examples=150)
def test_a_text_is_sifted_block_by_block_for_the_same_seeds(text: str, noise: bytes, block: int) -> None:
    data = np.frombuffer(text.encode() + noise + b" the pilot came aboard, " + text.encode(), np.uint8)
    every, places = seeds_in(data, 0, len(data))
    marks = Marks(np.unique(every[::2]), np.unique(every[1::2] >> CUT_SHORT))
    known = marks.sought(every, places)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sieve, "BLOCK", block)
        patch.setattr(sieve, "SPARE", 3)
        found = marks.sought(*sieve.sift(data, 0, len(data), marks.mesh))

    assert np.array_equal(found[0], known[0])
    assert np.array_equal(found[1], known[1])


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_equal_letters_from_a_word_on_have_equal_seeds_whatever_stands_between(text: str) -> None:
    plain = "the pilot came aboard at the second bell"
    spoilt = f"{text}\n\nThe pi\u00adlot c-\name aboard, at “the” ſecond bell"

    seeds, _ = seeds_in(bytes_of(plain), 0, len(plain))
    others, _ = seeds_in(bytes_of(spoilt), 0, len(spoilt.encode()))

    assert set(seeds[:3].tolist()) <= set(others.tolist())


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_a_seed_stands_at_the_byte_of_its_first_letter(text: str) -> None:
    data = text.encode()
    seeds, at = seeds_in(bytes_of(text), 0, len(data))

    for place in at.tolist():
        assert letters_of(data[place:].decode()[0])
    assert len(set(zip(seeds.tolist(), at.tolist(), strict=True))) == len(at)


@given(TEXTS.map(lambda text: text.replace("\f", " ")).filter(bool), st.integers(0, 400))
@settings(deadline=None, max_examples=150)
def test_a_scroll_leads_from_bytes_to_code_points_and_back(text: str, point: int) -> None:
    scroll = Scroll.of(text)

    assert len(scroll) == len(text)
    assert scroll.excerpt(0, len(text)) == text
    assert scroll.byte(point) == len(text[:point].encode())
    assert scroll.point(scroll.byte(point)) == min(point, len(text))
    assert scroll.excerpt(point, point + 7) == text[point : point + 7]


def test_a_text_is_cut_behind_a_blank_and_loses_nothing() -> None:
    text = "some words in a row\n" * 2000
    cuts = cuts_of(bytes_of(text), 5000)

    assert cuts[0] == 0
    assert cuts[-1] == len(text)
    assert all(text[cut - 1].isspace() for cut in cuts[1:])
    assert len(cuts) > 5


@given(TEXTS)
@settings(deadline=None, max_examples=80)
def test_a_segment_tells_every_place_of_every_seed(text: str) -> None:
    data = bytes_of(text + " the pilot came aboard at the second bell " + text)
    segment = build_segment([Text(data, [0, len(data)])], len(data), swift=False)
    seeds, at = seeds_in(data, 0, len(data))

    quick, told = seeds_in_windows(windows_at(data, at))
    assert np.array_equal(quick[told], seeds[told])
    assert [seed_at(data, place) for place in at.tolist()] == seeds.tolist()
    for seed, place in list(zip(seeds, at, strict=True))[:20]:
        one = np.array([seed], np.uint64)
        none = np.zeros(0, np.uint64)
        assert place in look_up([segment], one, none)[0].place
        assert place in look_up([segment], none, one >> CUT_SHORT)[0].place


@pytest.mark.skipif(not is_swift(), reason="numba is not here: the compiled index is NOT tested")
@given(st.lists(TEXTS | st.text("ab c\n-1", max_size=200), min_size=1, max_size=4), st.integers(1, 9))
@settings(deadline=None, max_examples=120)
def test_the_compiled_index_has_the_same_bytes(texts: list[str], copies: int) -> None:
    rows = [bytes_of(text * copies + " a b cd efghi") for text in texts]
    pages = [Text(data, [0, len(data) // 2, len(data)]) for data in rows]
    size = sum(len(data) for data in rows)

    slow, swift = (build_segment(pages, size, swift=swift) for swift in (False, True))

    for name in ("edges", "marks", "places", "bases"):
        one, other = getattr(slow, name), getattr(swift, name)
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)


def test_a_seed_is_twelve_letters() -> None:
    assert SEED == 12
    one, _ = seeds_in(bytes_of("abcdefghikl"), 0, 11)
    other, _ = seeds_in(bytes_of("abcdefghiklm"), 0, 12)
    assert one[0] != other[0]
