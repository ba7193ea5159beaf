"""Rulings on claims, on hands of chains and on dependences, from the command to the counts."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from valla.cli.check import check
from valla.cli.inspect import inspect
from valla.cli.judge import judge
from valla.errors import UsageError

TEXT = """The gate was certainly rotten. Two say so:

“Tom Harkness told me that the gate was rotten, and I believed him at once.”
Jane Pollock, By the Water, 1888, p. 41

“Harkness told me that the gate would not see another spring in that valley.”
Ada Lund, Valley Days, 1890, p. 3
"""
WHO = ["--by", "Ines", "--why", "the letters say so", "--at", "2026-05-01"]


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str) -> None:
    CliRunner().invoke(judge, arguments, standalone_mode=False, catch_exceptions=False)


def inspected(essay: Path) -> dict[str, Any]:
    out = CliRunner().invoke(inspect, [str(essay)], standalone_mode=False, catch_exceptions=False).output
    found: dict[str, Any] = json.loads(out)
    return found


def claim_in(tables: dict[str, Any]) -> str:
    return next(str(row["id"]) for row in tables["claims"] if row["quotations"])


def test_the_stemma_is_on_the_wire(essay: Path) -> None:
    stemma = inspected(essay)["stemma"]

    assert [[hand["name"] for hand in row["hands"]] for row in stemma["chains"]] == [
        ["Tom Harkness", "Jane Pollock", "By the Water"],
        ["Harkness", "Ada Lund", "Valley Days"],
    ]
    assert stemma["supports"][0]["sentence"].startswith("2 reports, 1 origin, 1 independent line")
    assert TEXT[slice(*(stemma["chains"][0]["hands"][0]["at"][key] for key in ("start", "end")))] == "Tom Harkness"
    assert {row["id"] for row in stemma["witnesses"]} >= {row["giver"] for row in stemma["dependences"]}


def test_a_rejected_claim_is_gone_and_its_support_with_it(essay: Path) -> None:
    run(str(essay), "reject", claim_in(inspected(essay)), *WHO)

    after = inspected(essay)

    assert not [row for row in after["claims"] if row["quotations"]]
    assert after["stemma"]["supports"] == []


def test_an_accepted_claim_says_so(essay: Path) -> None:
    run(str(essay), "accept", claim_in(inspected(essay)), *WHO)

    assert [row["accepted"] for row in inspected(essay)["claims"] if row["quotations"]] == [True]


def test_a_rejected_hand_leaves_its_chain_and_the_count_follows(essay: Path) -> None:
    hand = inspected(essay)["stemma"]["chains"][1]["hands"][0]["id"]
    run(str(essay), "reject", hand, *WHO)

    stemma = inspected(essay)["stemma"]

    assert [one["name"] for one in stemma["chains"][1]["hands"]] == ["Ada Lund", "Valley Days"]
    assert stemma["supports"][0]["sentence"].startswith("2 reports, 2 origins, 2 independent lines")


def test_a_denied_dependence_is_counted_no_more(essay: Path) -> None:
    step = next(row["id"] for row in inspected(essay)["stemma"]["dependences"] if row["taker"] == "person:ada lund")
    run(str(essay), "reject", step, *WHO)

    stemma = inspected(essay)["stemma"]

    assert step not in {row["id"] for row in stemma["dependences"]}
    assert stemma["supports"][0]["sentence"].startswith("2 reports, 2 origins, 2 independent lines")


def test_a_ruling_that_took_something_out_is_not_without_subject(essay: Path) -> None:
    tables = inspected(essay)
    run(str(essay), "reject", claim_in(tables), *WHO)
    run(str(essay), "reject", tables["stemma"]["chains"][1]["hands"][0]["id"], *WHO)

    out = (
        CliRunner().invoke(check, [str(essay), "--select", "R121", "--format", "concise"], standalone_mode=False).output
    )

    assert "R121" not in out


def test_a_quotation_can_be_neither_accepted_nor_rejected(essay: Path) -> None:
    name = str(inspected(essay)["quotations"][0]["id"])

    with pytest.raises(UsageError, match="cannot be accepted or rejected"):
        run(str(essay), "accept", name, *WHO)
