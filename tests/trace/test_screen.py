"""The first look at a stretch: bounds that no alignment may exceed, and short cuts that change no answer."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import partial_ratio

from valla.library import Sheaf, Stretch
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe
from valla.model.works import Holding
from valla.text.words import words_in
from valla.trace.asked import Asked, read_asked
from valla.trace.chains import _leap, best_chain, told_at_most, told_by
from valla.trace.lines import line_of, lowered
from valla.trace.misread import SOUGHT, may_be_like
from valla.trace.parts import LONGEST
from valla.trace.quoted import plain_quoted, read_quoted
from valla.trace.rarity import Rarity
from valla.trace.runs import OFTEN, TELLING, Run, find_runs
from valla.trace.screen import share, told_by_letters, told_by_runs, worth_reading
from valla.trace.verbatim import _likely, _places

RARITY = Rarity(counts={"the": 900, "of": 700, "mill": 3, "river": 5}, total=20_000, words=1_000_000)
WORDS = st.lists(st.sampled_from("the of mill river burnt ferry 1,000 clerk's [t]he ™ Éclair".split()), max_size=24)
QUOTED = WORDS.filter(lambda words: len(words) > 1)
SIGNS = st.lists(
    st.sampled_from("the of mill The Mill mi-\nll river 12 ( ) ... [mill] burnt, “ferry” ™ é\u0301".split(" ")),
    max_size=16,
)


def probe_of(text: str) -> Probe:
    """Return a text as a quotation that is all of its essay."""
    span = Span(0, len(text))
    return Probe(quotation=QuotationId("q"), span=span, text=text, offsets=(span,))


def asked_of(words: list[str]) -> Asked:
    """Return words as they are asked for."""
    return read_asked(probe_of(" ".join(words)), RARITY)


@given(QUOTED, WORDS)
def test_the_bounds_hold_for_every_chain(quoted: list[str], source: list[str]) -> None:
    """What the best chain tells is never above either bound: else a place could be thrown out that is one.

    The quick bound counts word by word, so a run that was trimmed is asked for its own words, not for an even share.
    """
    asked, field = asked_of(quoted), line_of(" ".join(source), 0)
    runs = find_runs(asked.net, [field.keys])
    chain = best_chain(runs, asked.quoted, [field])
    told = told_by(chain, asked.quoted, LONGEST)
    of_words = [run._replace(bits=RARITY.tells(asked.quoted.keys[run.p : run.q])) for run in chain]
    assert told <= told_at_most(runs) + 1e-9 <= told_by_runs(asked, field) + 1e-9
    assert told_by(of_words, asked.quoted, LONGEST) <= told_by_letters(asked, field)


def test_what_stands_between_words_and_has_letters_is_left_to_the_words() -> None:
    """A page mark or a trade mark parts the letters of two words that stand one behind the other."""
    asked = asked_of(["burnt", "ferry"])
    assert told_by_letters(asked, line_of("burnt ferry")) > told_by_letters(asked, line_of("burnt mill")) > 0
    assert told_by_letters(asked, line_of("burnt™ ferry")) == inf
    assert told_by_letters(asked, line_of("burnt [Pg 12] ferry")) == inf


def test_in_other_scripts_nothing_is_thrown_out_at_first_sight() -> None:
    asked = asked_of(["burnt", "ferry"])
    lines = [line_of("昨日の新聞"), line_of("the mill"), line_of("the burnt ferry")]
    assert told_by_runs(asked, lines[0]) == inf
    assert worth_reading(asked, lines, 20.0) == [0, 2]


def test_where_no_stretch_tells_enough_all_are_read() -> None:
    assert worth_reading(asked_of(["the", "mill"]), [line_of("of the"), line_of("mill")], 100.0) == [0, 1]


def test_what_shares_no_run_tells_nothing() -> None:
    """Common words in another order are no run, however many."""
    asked = asked_of("the clerk of the mill".split())
    assert told_by_letters(asked, line_of("of the of of")) == pytest.approx(0.0, abs=1e-5)
    assert share(asked, ["of", "the", "of", "of"]) > 0.0


@given(QUOTED, st.lists(WORDS, min_size=1, max_size=3))
def test_runs_are_those_that_a_plain_search_finds(quoted: list[str], sources: list[list[str]]) -> None:
    """Every pair of places is tried: a run begins where the words before differ, and goes on as long as words agree."""
    asked, fields = asked_of(quoted), [line_of(" ".join(words)).keys for words in sources]
    assert find_runs(asked.net, fields) == sorted(_all_runs(asked, fields))


def _all_runs(asked: Asked, fields: list[tuple[str, ...]]) -> list[Run]:
    """Return the same, pair by pair."""
    net, rows = asked.net, []
    for number, theirs in enumerate(fields):
        for p in range(len(net.keys)):
            for s in range(len(theirs)):
                goes_on = p and s and net.piece[p - 1] == net.piece[p] and net.keys[p - 1] == theirs[s - 1]
                agree = [
                    net.keys[p + at] == theirs[s + at] and net.piece[p] == net.piece[p + at]
                    for at in range(min(len(net.keys) - p, len(theirs) - s))
                ]
                length = (*agree, False).index(False)
                bits = Rarity.together(net.telling[p : p + length])
                single = length == 1 and theirs.count(theirs[s]) > OFTEN
                if length and not goes_on and not single and bits >= TELLING:
                    rows.append(Run(p, number, s, length, bits))
    return rows


RUNS = st.lists(
    st.builds(
        Run,
        p=st.integers(0, 30),
        field=st.integers(0, 1),
        s=st.integers(0, 60),
        length=st.integers(1, 5),
        bits=st.sampled_from([8.0, 8.25, 12.0, 20.0, 31.7]),
    ),
    max_size=16,
).map(sorted)


@given(RUNS, st.integers(0, 36))
def test_the_best_chain_is_that_of_the_plain_programme(runs: list[Run], mark: int) -> None:
    """Runs are tried the best first and not all of them; the textbook programme tries every pair."""
    quoted = asked_of(["mill"] * 36).quoted
    quoted = replace(quoted, piece=tuple(int(word >= mark) for word in range(36)))
    fields = [line_of("mill " * 70, 0), line_of("ferry " * 70, 500)]
    scores: list[float] = []
    ways: list[list[Run]] = []
    for run in runs:
        best, way = run.bits, [run]
        for before, (one, score) in enumerate(zip(runs, scores, strict=False)):
            cut = max(0, one.q - run.p, one.t - run.s if one.field == run.field and one.s <= run.s else 0)
            if cut < run.length:
                gain = score + run.bits * (1 - cut / run.length) - _leap(one, run, cut, quoted, fields)
                best, way = max((best, way), (gain, [*ways[before], run.trimmed(cut)]), key=lambda row: row[0])
        scores.append(best)
        ways.append(way)
    expected = ways[scores.index(max(scores))] if scores else []
    assert best_chain(runs, quoted, fields) == expected


@given(st.text(alphabet="aB é-'.,;1\n“”", min_size=1))
def test_a_plain_quotation_is_read_as_every_other(text: str) -> None:
    asked = read_asked(probe_of(text), RARITY)
    if asked.plain:
        assert plain_quoted(asked.probe, asked.words) == read_quoted(asked.probe)


@given(QUOTED, SIGNS.map(" ".join), st.integers(0, 200))
def test_no_stretch_in_which_the_words_stand_is_passed_over(quoted: list[str], text: str, at: int) -> None:
    """That their letters stand there is asked first: it must be so wherever the words themselves are found."""
    asked = asked_of(quoted)
    stretch = Stretch(start=0, text=f"{text[:at]} {' '.join(quoted).upper()} {text[at:]}")
    sheaf = Sheaf(holding=Holding(document=DocumentId("d"), title="A title", length=99), stretches=(stretch,))
    places = list(_places(asked, asked.sought, stretch)) if asked.plain else []
    assert not places or _likely(asked, sheaf) == [stretch]


@given(SIGNS.map(" ".join), SIGNS.map("\n".join))
def test_lines_are_those_of_the_words(one: str, other: str) -> None:
    """Keys, places and small letters are worked out piece by piece, when they are asked."""
    text = f"{one} {'the mill of the river ' * 12}{other}"
    line, words = line_of(text, 7), words_in(text)
    assert line.keys == tuple(word.key for word in words)
    assert [line.bounds[at] for at in reversed(range(len(line)))] == [(word.start, word.end) for word in words[::-1]]
    assert line.bounds[1:4] == [(word.start, word.end) for word in words[1:4]]
    small = {word.key for word in words if text[word.start].islower()}
    assert [key in lowered([line]) for key in line.keys] == [key in small for key in line.keys]
    assert all(line.begin(at + 1) >= line.end(at) for at, _ in pairwise(range(len(line))))


@given(st.text(alphabet="abcd", min_size=1, max_size=40), st.text(alphabet="abcde", max_size=90), st.integers(40, 95))
def test_what_has_a_score_may_have_it(sought: str, text: str, score: int) -> None:
    """The quick bound on likeness passes over nothing that rapidfuzz finds like enough."""
    sought, text = sought * (SOUGHT // len(sought) + 1), "".join(letter * 3 for letter in text)
    assert may_be_like(sought, text, score) or partial_ratio(sought, text, score_cutoff=score) == 0
    changed = sought[: SOUGHT // 2] + text[:30] + sought[SOUGHT // 2 :]
    for start in (0, len(sought) // 2, len(sought)):
        whole = text[:start] + changed + text[start:]
        assert may_be_like(sought, whole, score) or partial_ratio(sought, whole, score_cutoff=score) == 0


def test_what_is_nothing_like_is_told_without_an_alignment() -> None:
    assert not may_be_like("the mill by the river burnt down " * 4, "quotations of accounts " * 30, 79)
