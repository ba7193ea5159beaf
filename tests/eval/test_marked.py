from pathlib import Path

import pytest
from eval.marked import compile_marked, trim_span

GOLD = sorted((Path(__file__).parents[2] / "eval" / "gold").rglob("*.gold"))


def words(source: str, letter: str = "q") -> list[str]:
    gold = compile_marked(source)
    return [gold.text[mark.start : mark.end] for mark in gold.marks if mark.letter == letter]


def test_the_marks_of_quotation_stand_outside_the_span() -> None:
    assert words('He said ⟦q sp="Penn"|“It rained.”⟧ again') == ["It rained."]


def test_entities_and_tags_at_the_edges_are_trimmed() -> None:
    assert words('<p>⟦q sp="Penn"|&lsquo;<i>It rained.</i>&rsquo;⟧</p>') == ["It rained."]


def test_a_hole_parts_a_quotation_into_the_words_on_either_side() -> None:
    [mark] = compile_marked('⟦q sp="Penn"|“It rained,⟦-|” she said, “⟧all night.”⟧').quotations

    assert len(mark.parts) == 2
    assert mark.span == (mark.parts[0][0], mark.parts[1][1])


def test_a_mark_inside_a_quotation_is_nested() -> None:
    gold = compile_marked('⟦q sp="Penn"|“She said ⟦q sp="Ash"|‘no’⟧ twice.”⟧')

    assert [mark.nested for mark in gold.quotations] == [False, True]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("⟦s|open", "not closed"),
        ("closed⟧", "not opened"),
        ("⟦-|hole⟧", "stands in no quotation"),
        ("⟦q|nobody may say it⟧", "who may be its speaker"),
    ],
)
def test_marks_that_cannot_be_meant_are_refused(source: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        compile_marked(source)


def test_a_span_of_nothing_but_marks_is_left_alone() -> None:
    assert trim_span("““””", 0, 4) == (0, 4)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_gold_file_compiles_to_text_without_marks(path: Path) -> None:
    gold = compile_marked(path.read_text(encoding="utf-8"))

    assert not set("⟦⟧") & set(gold.text)
    assert 200 <= len(gold.text.split()) <= 500
    assert all(gold.text[start:end].strip() for mark in gold.marks for start, end in mark.parts)


def test_the_gold_holds_enough_to_measure() -> None:
    golds = [compile_marked(path.read_text(encoding="utf-8")) for path in GOLD]

    assert sum(not mark.optional for gold in golds for mark in gold.quotations) >= 150
    assert sum(not mark.optional for gold in golds for mark in gold.scares) >= 40
    assert sum(not mark.optional for gold in golds for mark in gold.titles) >= 25
