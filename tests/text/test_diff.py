"""The cheapest way from one run of words to another."""

from hypothesis import given
from hypothesis import strategies as st

from valla.text.diff import ADDED, LOST, REPLACED, align

RUNS = st.lists(st.sampled_from(["a", "b", "c", "ab", "bc", "abc"]), max_size=9)


def price(one: str, other: str) -> float:
    return 0.0 if one == other else REPLACED


@given(RUNS, RUNS)
def test_steps_lead_through_both_runs_without_a_gap(quoted: list[str], source: list[str]) -> None:
    steps = align(quoted, source, price)

    assert [word for step in steps for word in range(step.p, step.q)] == list(range(len(quoted)))
    assert [word for step in steps for word in range(step.s, step.t)] == list(range(len(source)))
    assert sum(step.price for step in steps) <= ADDED * len(quoted) + LOST * len(source) + 1e-6


@given(RUNS)
def test_a_run_answers_to_itself_for_nothing(run: list[str]) -> None:
    steps = align(run, run, price)

    assert [(step.p, step.q, step.s, step.t) for step in steps] == [(at, at + 1, at, at + 1) for at in range(len(run))]
    assert not any(step.price for step in steps)


@given(RUNS, RUNS, RUNS)
def test_a_run_is_found_inside_a_longer_one_when_both_ends_are_free(
    run: list[str], one: list[str], other: list[str]
) -> None:
    steps = align(run, [*one, *run, *other], price, free_start=True, free_end=True)

    assert sum(step.price for step in steps) == 0


def test_words_that_were_split_or_joined_answer_to_each_other() -> None:
    [first, second] = align(["together", "a", "part"], ["to", "gether", "apart"], price)

    assert (first.p, first.q, first.s, first.t) == (0, 1, 0, 2)
    assert (second.p, second.q, second.s, second.t) == (1, 3, 2, 3)
