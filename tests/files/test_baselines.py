"""The baseline file: written sorted, read strictly."""

from pathlib import Path

import pytest

from valla.errors import ConfigError
from valla.files.baselines import read_baseline, render_baseline

ROWS = [("ff01", "T101", "one word"), ("aa02", "C102", "no page"), ("ff01", "T101", "one word")]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(render_baseline(ROWS), encoding="utf-8")

    assert read_baseline(path) == {"ff01", "aa02"}


def test_the_order_of_findings_does_not_show_in_the_file() -> None:
    assert render_baseline(ROWS) == render_baseline(reversed(ROWS))


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "{}", '{"schema": "other", "findings": []}', '{"schema": "valla.baseline/1", "findings": [3]}'],
)
def test_a_file_that_is_no_baseline_is_refused_with_advice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match="valla baseline"):
        read_baseline(path)


def test_a_baseline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no baseline there"):
        read_baseline(tmp_path / "absent.json")
