from dataclasses import replace

import pytest
from eval.marked import Gold, compile_marked
from eval.scoring import Answer, Reading, names_one, same_work, score_reading
from hypothesis import given
from hypothesis import strategies as st

SOURCE = (
    'Ada Penn wrote: ⟦q sp="Ada Penn / Penn" w="The Long Ledger"|“We counted the sacks twice.”⟧ The ⟦s|“audit”⟧ was '
    'over. ⟦q sp="Ira Stone / Stone"|“Twice,⟦-|” said Ira Stone, “⟧and wrongly.”⟧ See ⟦t|“Sums for Bakers.”⟧ Perhaps '
    "⟦s opt|“so”⟧."
)
GOLD = compile_marked(SOURCE)


def perfect(gold: Gold) -> list[Answer]:
    said = [
        Answer(
            start=mark.start,
            end=mark.end,
            kind=mark.kind,
            speaker=(mark.speakers or (None,))[0],
            work=(mark.works or (None,))[0],
        )
        for mark in gold.quotations
    ]
    return said + [Answer(start=mark.start, end=mark.end, scare=True) for mark in gold.scares if not mark.optional]


def scored(answers: list[Answer]) -> dict[str, float]:
    score = score_reading(GOLD, Reading(answers=tuple(answers)))
    return {
        "exact": score.exact.f1,
        "overlap": score.overlap.f1,
        "scare": score.scare.f1,
        "speaker": score.speakers.rate,
        "work": score.works.rate,
        "alarms": score.title_alarms,
    }


def test_the_gold_itself_scores_full_marks() -> None:
    assert scored(perfect(GOLD)) == {"exact": 1, "overlap": 1, "scare": 1, "speaker": 1, "work": 1, "alarms": 0}


def test_a_broken_quotation_is_right_in_its_parts_too() -> None:
    broken = GOLD.quotations[1]
    pieces = [Answer(start=start, end=end, speaker="Stone") for start, end in broken.parts]

    assert scored([answer for answer in perfect(GOLD) if answer.start != broken.start] + pieces)["exact"] == 1


def test_a_scare_quotation_called_a_quotation_counts_against_both() -> None:
    answers = [replace(answer, scare=False) for answer in perfect(GOLD)]

    assert scored(answers)["scare"] == 0
    assert scored(answers)["overlap"] == pytest.approx(0.8)


def test_a_title_called_a_quotation_is_an_alarm() -> None:
    title = GOLD.titles[0]

    assert scored([*perfect(GOLD), Answer(start=title.start, end=title.end)])["alarms"] == 1


def test_a_doubtful_case_is_neither_asked_for_nor_counted_against() -> None:
    doubtful = next(mark for mark in GOLD.scares if mark.optional)
    answer = Answer(start=doubtful.start, end=doubtful.end)

    assert scored([*perfect(GOLD), answer]) == scored(perfect(GOLD))


def test_finding_nothing_scores_nothing() -> None:
    assert scored([])["overlap"] == 0


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 80), st.booleans()), max_size=12))
def test_figures_stay_between_nothing_and_everything(spans: list[tuple[int, int, bool]]) -> None:
    figures = scored([Answer(start=at, end=at + size, scare=scare) for at, size, scare in spans])

    assert all(0 <= figures[key] <= 1 for key in ("exact", "overlap", "scare", "speaker", "work"))
    assert figures["exact"] <= figures["overlap"] + 1e-9


@pytest.mark.parametrize(
    ("name", "right"),
    [("Ada Penn", True), ("Mrs Penn", True), ("Penn", True), ("Ada", False), ("Stone", False), (None, False)],
)
def test_a_name_is_right_when_it_ends_in_the_same_surname(name: str | None, right: bool) -> None:
    assert names_one(name, ["Ada Penn"]) is right


def test_a_title_is_right_without_its_articles_and_with_its_subtitle() -> None:
    assert same_work("Long Ledger: a tale", "The Long Ledger")
    assert not same_work("The Short Ledger", "The Long Account")
