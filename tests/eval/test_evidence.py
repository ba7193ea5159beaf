"""The floors of chains, origins, claims and rules of evidence; the gate holds the figures themselves."""

import pytest
from eval.evidence import OURS, figures_of_half, figures_of_seed, measure_gold
from eval.seed import seed_is_here

from valla.rules import all_rules


def test_own_gold_keeps_its_floors() -> None:
    dev, test = figures_of_half("dev"), figures_of_half("test")

    assert dev["chains_recall"] >= 0.68
    assert dev["chains_precision"] >= 0.8
    assert dev["origins_recall"] >= 0.45
    assert dev["claims_recall"] >= 0.75
    assert dev["claims_precision"] >= 0.65
    assert test["chains_recall"] >= 0.38
    assert test["chains_precision"] >= 0.55
    assert test["claims_recall"] >= 0.7
    assert test["claims_precision"] >= 0.6
    assert test["rules_precision"] >= 0.85


@pytest.mark.parametrize("round_asked", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("half", ["dev", "test"])
def test_no_rule_of_the_default_set_speaks_wrongly_on_own_gold(half: str, round_asked: int) -> None:
    """In the last rounds no rule was labelled; in the texts of the sixth some rules only, which each text lists."""
    default = {row.rule.code for row in all_rules() if row.rule.default} & OURS
    scores, _ = measure_gold(half, round_asked)

    assert not {code: score for code, score in scores.items() if code in default and score.right < score.proposed}


@pytest.mark.skipif(not seed_is_here(), reason="../shared/seed is not here")
def test_the_real_essay_keeps_its_floors() -> None:
    figures = figures_of_seed()

    assert figures["chains_recall"] >= 0.95
    assert figures["origins"] >= 0.75
    assert figures["claims_recall"] >= 0.76
    assert figures["claims_precision"] >= 0.5
    assert figures["defects_recall"] >= 0.55
    assert figures["defects_high_recall"] >= 0.6
    assert figures["defects_precision"] >= 0.85
