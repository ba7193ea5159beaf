"""Settings files: found upward, read strictly, merged under the command line."""

from pathlib import Path

import pytest

from valla.errors import ConfigError
from valla.files.config import read_config
from valla.files.settings import Settings, Suppression, merge_settings, parse_settings
from valla.model.findings import Severity


def essay_below(folder: Path, *names: str) -> Path:
    place = folder.joinpath(*names)
    place.mkdir(parents=True)
    return place / "essay.txt"


def test_without_a_settings_file_everything_has_its_default(tmp_path: Path) -> None:
    assert read_config(None, tmp_path / "essay.txt") == Settings()


def test_the_nearest_settings_file_upward_wins(tmp_path: Path) -> None:
    essay = essay_below(tmp_path, "a", "b")
    (tmp_path / "valla.toml").write_text("strict = true\n")
    (tmp_path / "a" / "valla.toml").write_text('ignore = ["C102"]\n')

    settings = read_config(None, essay)

    assert settings.ignore == ("C102",)
    assert settings.strict is False
    assert settings.origin("ignore") == "valla.toml"
    assert settings.origin("strict") == "default"


def test_a_pyproject_counts_only_where_it_speaks_of_valla(tmp_path: Path) -> None:
    essay = essay_below(tmp_path, "a", "b")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (tmp_path / "pyproject.toml").write_text('[tool.valla]\nfail-level = "error"\n')

    assert read_config(None, essay).fail_level is Severity.ERROR


def test_paths_are_taken_from_the_folder_of_the_settings_file(tmp_path: Path) -> None:
    essay = essay_below(tmp_path, "a")
    (tmp_path / "valla.toml").write_text('library = ["sources"]\nbaseline = "known.json"\n')

    settings = read_config(None, essay)

    assert settings.library == (str(tmp_path / "sources"),)
    assert settings.baseline == str(tmp_path / "known.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("libary = ['x']", "did you mean 'library'?"),
        ("zzzqqq = 1", "known are:"),
        ("strict = 'yes'", "'strict' must be true or false"),
        ("max-size = true", "whole number"),
        ("max-size = 0", "whole number"),
        ("select = [1]", "list of strings"),
        ("fail-level = 'grave'", "'fail-level' must be one of"),
        ("per-file-ignore = 3", "table"),
        ("[[suppress]]\ncode = 'T112'", "needs a reason"),
        ("[[suppress]]\nreason = 'seen'", "name the finding"),
        ("[[suppress]]\nreason = 'seen'\nkode = 'x'", "unknown key 'kode'"),
        ("[[suppress]]\nreason = 'seen'\ncode = 3", "must be a string"),
        ("suppress = 3", "list of tables"),
        ("strict = ", "not valid TOML"),
        ("a = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "valla.toml").write_text(text)

    with pytest.raises(ConfigError) as caught:
        read_config(None, tmp_path / "essay.txt")

    assert says in str(caught.value)
    assert "valla.toml" in str(caught.value)


def test_a_named_settings_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such settings file"):
        read_config(tmp_path / "absent.toml", tmp_path / "essay.txt")


def test_a_settings_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "valla.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError, match="not valid TOML"):
        read_config(None, tmp_path / "essay.txt")


def test_the_command_line_wins_and_suppressions_add_up() -> None:
    entry = {"code": "T112", "reason": "the clause is quoted below"}
    below = parse_settings({"strict": True, "select": ["T"], "suppress": [entry]}, "valla.toml")
    above = parse_settings({"select": ["C"], "suppress": [entry | {"code": "C102"}]}, "command line")

    merged = merge_settings(below, above)

    assert merged.select == ("C",)
    assert merged.strict is True
    assert [row.code for row in merged.suppress] == ["T112", "C102"]
    assert merged.origin("select") == "command line"
    assert merged.origin("strict") == "valla.toml"


def test_a_suppression_keeps_where_it_stands() -> None:
    settings = parse_settings({"suppress": [{"finding": "ab12", "reason": "seen by the desk"}]}, "valla.toml")

    assert settings.suppress == (
        Suppression(finding="ab12", reason="seen by the desk", source="valla.toml, [[suppress]] number 1"),
    )
