"""Patterns that are compiled in two steps answer as if they were compiled in one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.stemma import inside, patterns, tellings
from valla.stemma.awaited import START, Awaited
from valla.stemma.parties import PARTY

AWAITED = {
    name: one
    for module in (patterns, inside, tellings)
    for name, one in vars(module).items()
    if isinstance(one, Awaited)
}
WORDS = (
    "told|said|gave|had it from|was told by|on the word of|taken down by|recorded in 1720 by|quoted|as saying|According to|"
    "interviewed by|questioned again by|in an interview with|kept by|a letter that|had sent to|a note by|cites|follows|in his|"
    "diary|letter|from|it went to|His words are reported by|’s story is known from|in conversation with|copied by|account of|"
    "to|by|of|me|him|her|that|the|a|an|his|my|one|two|several|this newspaper|clerk|miller’s wife|bosun|old|Ada Penn|Ira Stone|"
    "J. Saar|Mr. Rook|Captain von Dal|Board|Émile|Ann’s|the clerk’s|on duty|de|which was told by|says|;|,|.|:|“|”"
)
TEXT = st.lists(st.sampled_from(WORDS.split("|")), max_size=14).map(" ".join)


@pytest.mark.parametrize("name", sorted(AWAITED))
@given(text=TEXT)
def test_the_looser_pattern_misses_nothing(name: str, text: str) -> None:
    """Every match of the whole pattern is found, in any stretch, and no other."""
    awaited, whole = AWAITED[name], re.compile(AWAITED[name].pattern)
    for start in (0, 3):
        stretch = (text, start, len(text))
        assert spans(awaited.finditer(*stretch)) == spans(whole.finditer(*stretch))
        assert spans([awaited.search(*stretch)]) == spans([whole.search(*stretch)])
        assert spans([awaited.match(*stretch)]) == spans([whole.match(*stretch)])


def spans(matches: object) -> list[tuple[tuple[int, int], ...] | None]:
    """Return where each match and each of its groups stands."""
    return [match and tuple(match.regs) for match in matches]  # type: ignore[attr-defined]


@given(text=TEXT)
def test_every_party_begins_as_the_looser_pattern_expects(text: str) -> None:
    """What a party may begin with is told whole."""
    for match in re.finditer(PARTY, text):
        assert re.match(START, match.group())


def test_the_whole_pattern_waits_until_something_is_met() -> None:
    """A text that interviews nobody does not pay for the pattern of interviews."""
    awaited = Awaited(patterns.INTERVIEWED.pattern)
    assert awaited.search("The miller asked by letter, and nobody was questioned.") is None
    assert "whole" not in vars(awaited)
    assert awaited.search("She was questioned by Ira Stone.") is not None
    assert "whole" in vars(awaited)
