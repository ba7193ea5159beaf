"""Seeds of what a garbled quotation may have been: one letter that is often misread spoils none of them."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.trace.bench import source

from valla.library import Sheaf
from valla.library.letters import SHORT_SEED, letter, pack
from valla.library.memory import MemoryLibrary
from valla.library.readings import CONFUSED, seeds_meant, without_figures
from valla.library.seeds import sow
from valla.library.swift import CUT_SHORT
from valla.model.anchors import Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe, Trace

PAIRS = [pair for row in CONFUSED.split() for one, other in [row.split("=")] for pair in ((one, other), (other, one))]


def probe(text: str, *, garbled: bool) -> Probe:
    span = Span(0, len(text))
    return Probe(quotation=QuotationId("q"), span=span, text=text, offsets=(span,), garbled=garbled)


def likely(library: MemoryLibrary, words: str, *, garbled: bool) -> list[str]:
    """Return the documents in which some words are likeliest to stand."""
    seen: list[str] = []

    def judge(_: Probe, sheaves: Sequence[Sheaf]) -> list[Trace]:
        seen.extend(row.holding.document for row in sheaves)
        return []

    assert list(library.compare([probe(words, garbled=garbled)], judge)) == []
    return seen


def short_seed(text: str) -> int:
    return int(pack(letter(text.encode()).numbers)[0] >> CUT_SHORT)


@given(st.sampled_from(PAIRS), st.integers(0, SHORT_SEED - 2), st.text("abdghkmpsxz", min_size=14, max_size=14))
def test_a_letter_misread_for_another_is_read_back(pair: tuple[str, str], at: int, rest: str) -> None:
    meant, read = pair
    written, seen = rest[:at] + meant + rest[at:], rest[:at] + read + rest[at:]
    row = letter(seen.encode())

    seeds, rank = seeds_meant(row.numbers, np.array([0]), np.array([len(row.numbers)]))

    assert short_seed(written) in seeds.tolist()
    assert rank.tolist() == [0] * len(seeds)


def test_no_letter_behind_the_piece_is_taken_in() -> None:
    row = letter(b"arn qxz m ud then more")
    first, end = np.array([0]), np.array([SHORT_SEED])

    seeds, _ = seeds_meant(row.numbers, first, end)

    assert short_seed("arn qxz r nu d") in seeds.tolist() or short_seed("arn qxz rn ud") in seeds.tolist()
    assert short_seed("a m qxz m ud t") not in seeds.tolist()
    assert short_seed("a m qxz m ud t") in seeds_meant(row.numbers, first, end + 1)[0].tolist()


@given(st.text("ab01568 -.é", max_size=30))
def test_figures_are_letters_only_in_words_and_take_no_more_room(text: str) -> None:
    piece = text.encode()

    read = without_figures(piece)

    assert len(read) == len(piece)
    assert without_figures(b"in 1505, the 5ame h0use") == b"in 1505, the same house"


def test_a_quotation_of_which_no_seed_is_whole_is_found_where_it_stands() -> None:
    words = "the harbour master counted eleven barges under the northern bridge"
    read = "tbe hurbour mastcr connted elcven bargcs nnder fhe n0rthcrn hridge"
    other = "nobody knew what the pilot had written in the margin of his chart, and nobody asked. " * 40
    library = MemoryLibrary.shelve([source("a", other), source("b", other + words + ". " + other), source("c", other)])
    plain, doubted = (sow([probe(read, garbled=garbled)]) for garbled in (False, True))

    assert len(doubted.short.keys) > 4 * len(plain.short.keys)
    assert likely(library, read, garbled=True) == ["b"]
    assert likely(library, read, garbled=False) == []
