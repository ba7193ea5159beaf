"""The floors of chains, origins, claims and rules of evidence."""

import pytest
from eval.evidence import (
    OURS,
    investigate_text,
    measure_gold,
    score_chains,
    score_claims,
    score_defects,
    score_origins,
)
from eval.seed import read_seed, seed_is_here

from valla.rules import all_rules


@pytest.mark.parametrize(("half", "chains", "claims"), [("dev", 0.85, 0.9), ("test", 0.5, 0.9)])
def test_own_gold_keeps_its_floors(half: str, chains: float, claims: float) -> None:
    scores, _ = measure_gold(half)

    assert scores["chains"].found >= chains * scores["chains"].wanted
    assert scores["claims"].found >= claims * scores["claims"].wanted
    assert scores["claims"].right >= 0.85 * scores["claims"].proposed


@pytest.mark.parametrize("half", ["dev", "test"])
def test_no_rule_of_the_default_set_speaks_wrongly_on_own_gold(half: str) -> None:
    default = {row.rule.code for row in all_rules() if row.rule.default} & OURS
    scores, _ = measure_gold(half)

    assert not {code: score for code, score in scores.items() if code in default and score.right < score.proposed}


@pytest.mark.skipif(not seed_is_here(), reason="../shared/seed is not here")
def test_the_real_essay_keeps_its_floors() -> None:
    text, gold = read_seed()
    tables = investigate_text(text, "essay.txt")
    chains, claims = score_chains(tables, gold)[0], score_claims(tables, gold)

    assert chains.found >= 19
    assert chains.proposed - chains.right <= 4
    assert score_origins(tables, gold)[0] >= 6
    assert claims.found >= 19
    assert claims.right >= 0.5 * claims.proposed
    # It was 3 of 5 until S150 left the default set, which on long texts was right in 2 cases of 5, and L150, which found none here.
    assert "  high    2/4" in list(score_defects(tables, gold))
