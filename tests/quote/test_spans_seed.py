import json
from pathlib import Path

import pytest
from tests.quote.finding import read_text

from valla.quote import find_quotations

SEED = Path(__file__).parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed essay is not here (../shared/seed)")


def spans(*, scare: bool) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    document = read_text((SEED / "essay.txt").read_text(encoding="utf-8"))
    rows = find_quotations(document).quotations
    wanted = {(row["start"], row["end"]) for row in gold["quotations"] if row["is_scare_quote"] is scare}
    return wanted, {(row.span.start, row.span.end) for row in rows if row.scare is scare}


@pytest.mark.parametrize(("scare", "floor"), [(False, 0.97), (True, 0.9)])
def test_the_quotations_of_the_seed_are_found_to_the_letter(scare: bool, floor: float) -> None:
    wanted, found = spans(scare=scare)

    assert 2 * len(wanted & found) / (len(wanted) + len(found)) >= floor
