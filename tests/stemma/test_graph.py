"""Lines and the hands that all pass, held against the plain definitions on small graphs and against a known plan."""

from itertools import combinations

import pytest
from eval.transmission import make_transmission
from hypothesis import given
from hypothesis import strategies as st

from valla.stemma.graph import Web, count_lines, hands_all_pass, weave

NODES = [*"abcdefg", "end"]
PAIRS = st.lists(st.tuples(st.sampled_from(NODES[:-1]), st.sampled_from(NODES)), min_size=1, max_size=14)


def reaches(web: Web, without: frozenset[str]) -> bool:
    """Tell whether the end is reached when some hands are taken out."""
    seen, waiting = set[str](), [node for node in web.sources if node not in without]
    while waiting:
        node = waiting.pop()
        if node not in seen and node not in without:
            seen.add(node)
            waiting += web.after.get(node, ())
    return web.end in seen


def nodes_of(web: Web) -> list[str]:
    return sorted({*web.sources, *web.after, *(node for nodes in web.after.values() for node in nodes)} - {web.end})


@given(PAIRS, st.sets(st.sampled_from(NODES[:-1])))
def test_a_hand_that_all_pass_is_one_without_which_nothing_arrives(
    pairs: list[tuple[str, str]], begin: set[str]
) -> None:
    web = weave(pairs, "end", begin)
    wanted = (
        {node for node in nodes_of(web) if not reaches(web, frozenset({node}))} if reaches(web, frozenset()) else set()
    )

    assert set(hands_all_pass(web)) == wanted


@given(PAIRS, st.sets(st.sampled_from(NODES[:-1])))
def test_there_are_as_many_lines_as_hands_that_must_be_cut(pairs: list[tuple[str, str]], begin: set[str]) -> None:
    web = weave(pairs, "end", begin)
    cut = next(
        size
        for size in range(len(NODES))
        if any(not reaches(web, frozenset(hands)) for hands in combinations(nodes_of(web), size))
    )

    assert count_lines(web) == cut


@pytest.mark.parametrize(("lines", "neck"), [(5, 0), (40, 0), (12, 3), (300, 1)])
def test_ten_thousand_documents_give_what_the_plan_says(lines: int, neck: int) -> None:
    """How long it takes is measured in bench/transmission.py."""
    pairs, through, wanted = make_transmission(lines, documents=10_000, lines=lines, neck=neck)

    web = weave(pairs, "essay")

    assert (hands_all_pass(web), count_lines(web)) == (through, wanted)


def test_a_copy_of_a_copy_adds_no_line() -> None:
    pairs = [("letter", "gazette"), ("letter", "mercury"), ("gazette", "essay"), ("mercury", "essay")]
    longer = [*pairs, ("mercury", "almanac"), ("almanac", "essay")]

    assert count_lines(weave(pairs, "essay")) == count_lines(weave(longer, "essay")) == 1
    assert hands_all_pass(weave(longer, "essay")) == ("letter",)
