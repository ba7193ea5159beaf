from collections.abc import Iterator
from pathlib import Path

import pytest
from eval.gate import Measured

from eval import gate

Sets = dict[str, Measured | None]


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    return tmp_path / "floors.json"


def run(arguments: list[str], exact: float, *, alarms: float = 1, digest: str = "a") -> int:
    def measure() -> Iterator[tuple[str, Measured | None]]:
        yield "gold/dev", Measured(digest=digest, figures={"exact_f1": exact, "title_alarms": alarms})
        yield "seed", None

    return gate.main(arguments, measure)


@pytest.mark.usefixtures("floors")
def test_a_figure_under_its_floor_fails() -> None:
    assert run(["--raise"], 0.9) == 0
    assert run([], 0.9) == 0
    assert run([], 0.89) == 1


@pytest.mark.usefixtures("floors")
def test_more_alarms_than_were_pinned_fail() -> None:
    run(["--raise"], 0.9, alarms=1)

    assert run([], 0.9, alarms=0) == 0
    assert run([], 0.9, alarms=2) == 1


@pytest.mark.usefixtures("floors")
def test_raising_never_lowers() -> None:
    run(["--raise"], 0.9)

    assert run(["--raise"], 0.8) == 1
    assert run([], 0.9) == 0


def test_lowering_keeps_its_reason(floors: Path) -> None:
    run(["--raise"], 0.9)

    assert run(["--lower", "--because", "the gold was wrong in two places"], 0.8) == 0
    assert "the gold was wrong in two places" in floors.read_text(encoding="utf-8")
    assert "exact_f1 0.9 to 0.8" in floors.read_text(encoding="utf-8")


@pytest.mark.usefixtures("floors")
@pytest.mark.parametrize("arguments", [["--lower"], ["--because", "no flag"], ["--lower", "--because", " "]])
def test_lowering_takes_a_flag_and_a_sentence(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        run(arguments, 0.8)


@pytest.mark.usefixtures("floors")
def test_changed_gold_asks_for_new_floors() -> None:
    run(["--raise"], 0.9)

    assert run([], 0.95, digest="b") == 1
    assert run(["--raise"], 0.95, digest="b") == 1
    assert run(["--lower", "--because", "two texts were added"], 0.95, digest="b") == 0


@pytest.mark.usefixtures("floors")
def test_a_set_that_is_not_there_is_skipped_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--raise"], 0.9) == 0

    assert "SKIPPED seed" in capsys.readouterr().out
