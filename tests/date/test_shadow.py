"""The shadow of a text: the same length, the same letters but for words of dates, which are drawn over as words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.date.finding import draft_dates
from valla.date.shadow import BREAK, DRAWN, ORDINAL, shadow_of
from valla.date.stamps import write_draft
from valla.date.vocabulary import MONTHS, ORDINALS, SEASONS, WEEKDAYS

WORDS = sorted({*MONTHS, *WEEKDAYS, *SEASONS, *ORDINALS})
CASES = (str, str.capitalize, str.upper, str.title)
WORD = st.builds(lambda word, case: case(word), st.sampled_from(WORDS), st.sampled_from(CASES))
PIECE = st.one_of(
    WORD, st.text(max_size=4), st.sampled_from([" ", ", ", "-", "\n", "\r\n", "\n\n", "ſ", "\ua000", "\ua009"])
)
TEXT = st.lists(PIECE, max_size=30).map("".join)
MARKS = re.compile(f"[{DRAWN}{ORDINAL}]+")


@given(TEXT)
def test_every_place_of_the_shadow_is_one_of_the_text(text: str) -> None:
    """Lengths agree, and what is not drawn over is the letter of the text."""
    shadow = shadow_of(text)
    assert len(shadow) == len(text)
    ours = {*DRAWN, *ORDINAL, BREAK}
    assert all(
        one == other or one in ours or "\ua000" <= other <= "\ua00a" for one, other in zip(shadow, text, strict=True)
    )


@given(TEXT)
def test_only_whole_words_of_time_are_drawn_over(text: str) -> None:
    """Under each mark stands a word of the vocabulary with no letter beside it."""
    for mark in MARKS.finditer(shadow_of(text)):
        words = text[mark.start() : mark.end()].lower().replace("ſ", "s")
        assert re.sub(r"[-\s]+", "-", words) in WORDS
        assert not text[mark.end() : mark.end() + 1].isalnum()


@pytest.mark.parametrize("stranger", ["\ua000", "\ua003\ua003", "\ue000", "\U000f0000"])
def test_letters_of_the_shadow_in_the_text_are_no_words(stranger: str) -> None:
    """A text may hold the very letters with which words are drawn over: they date nothing, and hide nothing."""
    text = f"In {stranger} 1920, on 3 {stranger} and on 3 March 1921."
    plain = text.replace(stranger, "ő" * len(stranger))
    assert [write_draft(row) for row in draft_dates(text)] == ["1920", "1921-03-03"]
    assert [row.start for row in draft_dates(text)] == [row.start for row in draft_dates(plain)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Michaelmaſ 1650", ["1650-09-29"]), ("the twentieſ", ["192X"]), ("mıchaelmas 1650", ["1650"])],
)
def test_letters_of_old_prints_are_read_and_others_do_no_harm(text: str, edtf: list[str]) -> None:
    """The long "s" is one; a dotless "i" is none of ours."""
    assert [write_draft(row) for row in draft_dates(text)] == edtf


def test_no_date_goes_on_behind_the_end_of_a_paragraph() -> None:
    """A line may end inside a date, a paragraph may not."""
    assert [write_draft(row) for row in draft_dates("in 3 March\n1921")] == ["1921-03-03"]
    assert [write_draft(row) for row in draft_dates("on 3 March\n\n1921")] == ["XXXX-03-03", "1921"]


def test_a_date_may_begin_at_the_second_word_of_an_ordinal() -> None:
    """What stands before "page twenty" is no day; the words behind it may be one."""
    shadow = shadow_of("twenty-first May")
    assert [place.start() for place in re.finditer(ORDINAL[0], shadow)] == [0, 7]
