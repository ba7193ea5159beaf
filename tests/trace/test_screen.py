"""The first look at a stretch: bounds that no alignment may exceed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.model.anchors import Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe
from valla.text.words import words_in
from valla.trace.asked import read_asked
from valla.trace.chains import best_chain, told_at_most, told_by
from valla.trace.lines import line_of
from valla.trace.parts import LONGEST
from valla.trace.rarity import Rarity
from valla.trace.runs import find_runs
from valla.trace.screen import rough_words

RARITY = Rarity(counts={"the": 900, "of": 700, "mill": 3, "river": 5}, total=20_000, words=1_000_000)
WORDS = st.lists(st.sampled_from("the of mill river burnt ferry 1,000 clerk's [t]he".split()), min_size=2, max_size=40)


def probe_of(text: str) -> Probe:
    """Return a text as a quotation that is all of its essay."""
    span = Span(0, len(text))
    return Probe(quotation=QuotationId("q"), span=span, text=text, offsets=(span,))


@given(WORDS, WORDS)
def test_the_bounds_hold_for_every_chain(quoted: list[str], source: list[str]) -> None:
    """What the best chain tells is never above either bound: else a place could be thrown out that is one.

    The quick bound counts word by word, so a run that was trimmed is asked for its own words, not for an even share.
    """
    asked, text = read_asked(probe_of(" ".join(quoted))), " ".join(source)
    field = line_of(text, 0)
    runs = find_runs(asked.quoted, [field], RARITY)
    chain = best_chain(runs, asked.quoted, [field])
    told = told_by(chain, asked.quoted, LONGEST)
    of_words = [run._replace(bits=RARITY.tells(asked.quoted.keys[run.p : run.q])) for run in chain]
    words = rough_words(text)
    assert words is not None
    assert told <= told_at_most(runs) + 1e-9
    assert told_by(of_words, asked.quoted, LONGEST) <= asked.screen(RARITY).runs(words) + 1e-9


@pytest.mark.parametrize(
    "text",
    [
        "The miller's boy, half-asleep, saw the ferry--and ran.",
        "Broken at the end of a line: the wa-\nter rose.",
        "Curly “marks” — and the clerk’s café, ﬁnished.",
        "A note[12] behind a word, and _italics_ too.",
    ],
)
def test_rough_words_are_the_words(text: str) -> None:
    """In common prose the rough reading and the careful one give the same keys."""
    assert rough_words(text) == [word.key for word in words_in(text)]


def test_other_scripts_are_left_to_the_careful_reading() -> None:
    """Where words are told otherwise nothing is thrown out."""
    assert rough_words("昨日の新聞") is None


def test_what_shares_no_run_tells_nothing() -> None:
    """Common words in another order are no run, however many."""
    screen = read_asked(probe_of("the clerk of the mill")).screen(RARITY)
    assert screen.runs(["of", "the", "of", "of"]) == 0.0
    assert screen.share(["of", "the", "of", "of"]) > 0.0
