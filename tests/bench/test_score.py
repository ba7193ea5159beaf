import pytest
from bench.trace.score import Row, matched, overlap, score, verdict_f1


def part(start: int, end: int, document: str = "a.txt") -> Row:
    return {"document": document, "start": start, "end": end}


def row(verdict: str, *parts: Row, name: str = "q", kind: str = "k", accept: tuple[str, ...] = ()) -> Row:
    return {"id": name, "kind": kind, "verdict": verdict, "parts": list(parts), "accept": list(accept)}


def trace(verdict: str | None, *passages: Row, name: str = "q") -> Row:
    return {"id": name, "verdict": verdict, "passages": list(passages)}


@pytest.mark.parametrize(
    ("passage", "shared"),
    [
        (part(10, 30), 1.0),
        (part(10, 20), 0.5),
        (part(0, 40), 0.5),
        (part(30, 50), 0.0),
        (part(10, 30, "b.txt"), 0.0),
    ],
)
def test_the_overlap_is_what_two_places_share_of_what_they_span(passage: Row, shared: float) -> None:
    assert overlap(part(10, 30), passage) == pytest.approx(shared)


def test_one_passage_over_an_elision_finds_both_parts_and_one_over_a_splice_finds_neither() -> None:
    near, far = (part(0, 50), part(90, 140)), (part(0, 50), part(5_000, 5_050))

    assert matched(near, [part(0, 140)]) == (2, 1)
    assert matched(far, [part(0, 5_050)]) == (0, 0)
    assert matched((near[1], near[0]), [part(0, 140)]) == (0, 0)


def test_precision_is_over_passages_and_recall_over_parts() -> None:
    result = score(
        [row("spliced", part(0, 50), part(5_000, 5_050))],
        [trace("altered", part(0, 50), part(700, 800), part(900, 950))],
    )

    assert result.precision == pytest.approx(1 / 3)
    assert result.recall == pytest.approx(1 / 2)
    assert result.f1 == pytest.approx(0.4)
    assert result.right == {"k": 0.0}


def test_a_passage_for_an_absent_quotation_is_an_alarm_and_so_is_a_verdict_of_presence() -> None:
    gold = [row("unchecked", name=name) for name in "abcd"]
    traces = [
        trace("not-found", name="a"),
        trace("unchecked", part(0, 9), name="b"),
        trace("variant", name="c"),
        trace("too-short", name="d"),
    ]

    result = score(gold, traces)

    assert result.alarms == pytest.approx(0.5)
    assert result.confusion == {"absent": {"absent": 2, "too-short": 1, "variant": 1}}
    assert result.absence_told == pytest.approx(0.5)


def test_only_what_was_answered_is_scored_and_the_rest_is_told() -> None:
    gold = [row("verbatim", part(0, 50), name="a"), row("verbatim", part(60, 90), name="b")]

    result = score(gold, [trace("verbatim", part(0, 50), name="a")])

    assert (result.done, result.asked, result.f1) == (1, 2, 1.0)


def test_too_short_is_let_pass_where_the_gold_says_so_but_a_wrong_place_is_not() -> None:
    gold = [row("verbatim", part(0, 12), accept=("too-short",))]

    silent, wrong = score(gold, [trace("too-short")]), score(gold, [trace("too-short", part(70, 82))])

    assert silent.confusion == {"verbatim": {"verbatim": 1}}
    assert silent.right == {"k": 1.0}
    assert wrong.f1 == 0.0


def test_a_tool_without_offsets_is_scored_by_documents_alone() -> None:
    gold = [row("verbatim", part(0, 50), name="a"), row("verbatim", part(0, 50, "b.txt"), name="b")]

    result = score(gold, [trace(None, {"document": "a.txt"}, name="a"), trace(None, {"document": "c.txt"}, name="b")])

    assert result.f1 is None
    assert result.document_f1 == pytest.approx(0.5)
    assert result.right == {"k": 0.5}
    assert result.macro_f1 is None


def test_the_f1_of_verdicts_counts_each_class_of_the_gold() -> None:
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("c", "d")]

    assert verdict_f1(pairs) == pytest.approx({"a": 2 / 3, "b": 2 / 3, "c": 0.0})
