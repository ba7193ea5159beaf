"""The command line as a person meets it: exit statuses, one clear line for bad input, equal bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HONEST = 'The clerk wrote in his Day Book (1871, p. 4): "The gate was shut at nine and opened by nobody."\n'
SOURCE = "Day Book\n\nby Amos Reed\n\nThe gate was shut at nine and opened by nobody. So it stayed.\n"
ALTERED = HONEST.replace("by nobody", "by somebody")


def valla(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    return subprocess.run(
        [sys.executable, "-m", "valla", *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def affair(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "day-book.txt").write_text(SOURCE)
    (tmp_path / "honest.txt").write_text(HONEST)
    (tmp_path / "altered.txt").write_text(ALTERED)
    return tmp_path


def assert_one_clear_line(result: subprocess.CompletedProcess[str], *says: str) -> None:
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    for words in says:
        assert words in lines[0]


def test_an_honest_quotation_leaves_with_0(affair: Path) -> None:
    result = valla("check", "honest.txt", "--library", "sources", cwd=affair)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("command", ["check", "trace", "index"])
def test_a_library_of_links_is_not_taken_for_an_empty_one(affair: Path, command: str) -> None:
    (affair / "linked").mkdir()
    for name in ("one.txt", "two.txt"):
        (affair / "linked" / name).symlink_to(affair / "sources" / "day-book.txt")
    (affair / "quotes.jsonl").write_text('{"id": "1", "quote": "the gate was shut at nine"}\n')
    asked = {
        "check": ("honest.txt", "--library", "linked"),
        "trace": ("quotes.jsonl", "--library", "linked", "--quiet"),
        "index": ("linked", "--quiet"),
    }

    result = valla(command, *asked[command], cwd=affair)

    [line] = [line for line in result.stderr.splitlines() if "link" in line]
    assert "2 symbolic links in the library refused (one.txt)" in line


def test_an_index_in_the_library_changes_no_byte_of_what_is_told(affair: Path) -> None:
    (affair / "quotes.jsonl").write_text('{"id": "1", "quote": "the gate was shut at nine and opened by nobody"}\n')
    asked = [
        ("check", "altered.txt", "--library", "sources", "--format", "json"),
        ("inspect", "altered.txt", "--library", "sources"),
        ("trace", "quotes.jsonl", "--library", "sources", "--quiet"),
    ]
    before = [valla(*words, cwd=affair) for words in asked]
    assert valla("index", "sources", "--quiet", cwd=affair).returncode == 0

    after = [valla(*words, cwd=affair) for words in asked]

    assert [(row.returncode, row.stdout, row.stderr) for row in after] == [
        (row.returncode, row.stdout, row.stderr) for row in before
    ]


def test_a_source_changed_since_it_was_indexed_is_read_as_it_is_and_told_of(affair: Path) -> None:
    (affair / "quotes.jsonl").write_text('{"id": "1", "quote": "the gate was shut at nine and opened by nobody"}\n')
    assert valla("index", "sources", "--quiet", cwd=affair).returncode == 0
    (affair / "sources" / "day-book.txt").write_text(SOURCE.replace("by nobody", "by somebody"))

    checked = valla("check", "altered.txt", "--library", "sources", cwd=affair)
    traced = valla("trace", "quotes.jsonl", "--library", "sources", "--quiet", cwd=affair)

    assert checked.returncode == 0, checked.stdout
    assert '"altered"' in traced.stdout
    [line] = traced.stderr.splitlines()
    assert "day-book.txt" in line
    assert "valla index" in line


def test_an_altered_quotation_leaves_with_1_and_shows_both_words(affair: Path) -> None:
    result = valla("check", "altered.txt", "--library", "sources", cwd=affair)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "somebody" in result.stdout
    assert "nobody" in result.stdout


def test_without_a_library_nothing_looks_like_a_pass(affair: Path) -> None:
    result = valla("check", "honest.txt", cwd=affair)

    assert "could not be checked" in result.stdout or "unchecked" in result.stdout
    assert valla("check", "honest.txt", "--strict", cwd=affair).returncode == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("absent.txt", None, "absent.txt"),
        ("empty.txt", b"", "empty.txt"),
        ("blank.txt", b" \n\n\t\n", "blank.txt"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "picture.txt"),
        ("paper.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "paper.pdf"),
        ("noise.txt", bytes(range(256)) * 64, "noise.txt"),
    ],
)
def test_an_essay_that_cannot_be_read_gets_one_line(affair: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        (affair / name).write_bytes(content)

    assert_one_clear_line(valla("check", name, cwd=affair), says)


def test_a_folder_as_essay_gets_one_line(affair: Path) -> None:
    assert_one_clear_line(valla("check", "sources", cwd=affair), "sources", "folder")


def test_an_essay_above_the_limit_gets_one_line(affair: Path) -> None:
    (affair / "long.txt").write_text("word " * 300_000)

    assert_one_clear_line(valla("check", "long.txt", "--max-size", "1", cwd=affair), "long.txt", "1 MiB")


def test_a_library_that_is_not_there_gets_one_line(affair: Path) -> None:
    assert_one_clear_line(valla("check", "honest.txt", "--library", "nowhere", cwd=affair), "nowhere")


def test_an_unknown_setting_gets_one_line(affair: Path) -> None:
    (affair / "valla.toml").write_text("libary = []\n")

    assert_one_clear_line(valla("check", "honest.txt", cwd=affair), "valla.toml", "libary", "library")


def test_an_unknown_rule_gets_one_line(affair: Path) -> None:
    assert_one_clear_line(valla("check", "honest.txt", "--select", "T999", cwd=affair), "T999")


def test_an_output_that_cannot_be_written_gets_one_line(affair: Path) -> None:
    assert_one_clear_line(valla("check", "honest.txt", "--output", "no/such/report.txt", cwd=affair), "report.txt")


def test_an_unreadable_source_among_good_ones_is_told_of_and_the_rest_is_read(affair: Path) -> None:
    (affair / "sources" / "broken.txt").write_bytes(bytes(range(256)) * 64)

    result = valla("check", "honest.txt", "--library", "sources", "--format", "json", cwd=affair)

    assert "broken.txt" in result.stderr
    assert "Traceback" not in result.stderr
    assert [trace["verdict"] for trace in json.loads(result.stdout)["traces"]] == ["verbatim"]


def test_a_million_quotation_marks_come_to_an_end(affair: Path) -> None:
    (affair / "marks.txt").write_text('"' * 1_000_000)

    result = valla("check", "marks.txt", "--format", "concise", cwd=affair)

    assert result.returncode in {0, 1}, result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl", "sarif", "github", "html"])
def test_two_runs_give_equal_bytes(affair: Path, form: str) -> None:
    runs = [valla("check", "altered.txt", "-l", "sources", "--format", form, cwd=affair).stdout for _ in range(2)]

    assert runs[0] == runs[1]
    assert runs[0]


def test_the_form_of_the_report_never_changes_the_status(affair: Path) -> None:
    forms = ("text", "concise", "json", "jsonl", "sarif", "github", "html")

    assert {
        valla("check", "altered.txt", "-l", "sources", "--format", form, cwd=affair).returncode for form in forms
    } == {1}


def test_a_baseline_leaves_only_what_is_new(affair: Path) -> None:
    made = valla("baseline", "altered.txt", "-l", "sources", cwd=affair)
    known = valla("check", "altered.txt", "-l", "sources", "--baseline", "valla-baseline.json", cwd=affair)
    (affair / "altered.txt").write_text("A new first line.\n\n" + ALTERED)
    moved = valla("check", "altered.txt", "-l", "sources", "--baseline", "valla-baseline.json", cwd=affair)
    (affair / "altered.txt").write_text(ALTERED.replace("at nine", "at seven"))
    changed = valla("check", "altered.txt", "-l", "sources", "--baseline", "valla-baseline.json", cwd=affair)

    assert made.returncode == 0, made.stderr
    assert (known.returncode, moved.returncode, changed.returncode) == (0, 0, 1)


def test_a_suppression_with_a_reason_is_kept_and_an_idle_one_is_reported(affair: Path) -> None:
    remark = "<!-- valla: ignore[altered, T102, T101] the clerk's own correction -->\n\n"
    (affair / "pardoned.md").write_text(remark + ALTERED)
    (affair / "idle.md").write_text(remark + HONEST)

    assert valla("check", "pardoned.md", "-l", "sources", "--select", "T", cwd=affair).returncode == 0
    idle = valla("check", "idle.md", "-l", "sources", "--format", "concise", cwd=affair)
    assert "R190" in idle.stdout


def test_a_suppression_in_the_settings_counts_too(affair: Path) -> None:
    entry = '[[suppress]]\ncode = "{}"\nwords = "opened by somebody"\nreason = "seen"\n'
    (affair / "valla.toml").write_text("".join(entry.format(code) for code in ("T101", "T102")))

    result = valla("check", "altered.txt", "-l", "sources", "--select", "T101,T102", cwd=affair)

    assert result.returncode == 0, result.stdout


def test_inspect_prints_every_table(affair: Path) -> None:
    result = valla("inspect", "altered.txt", "-l", "sources", cwd=affair)
    tables = json.loads(result.stdout)

    assert result.returncode == 0
    keys = {"schema", "document", "quotations", "traces", "entities", "dates", "claims", "links", "findings"}
    assert keys <= tables.keys()
    [quotation] = tables["quotations"]
    assert ALTERED[quotation["start"] : quotation["end"]].startswith("The gate was shut")


def test_rule_explains_and_lists(affair: Path) -> None:
    page = valla("rule", "qualifier-cut", cwd=affair)
    table = valla("rule", "--all", cwd=affair)

    assert page.returncode == table.returncode == 0
    assert "What it does not mean" in page.stdout
    assert "T112" in table.stdout
    assert_one_clear_line(valla("rule", "T000", cwd=affair), "T000")
    assert_one_clear_line(valla("rule", cwd=affair), "name a rule")


def test_config_tells_where_each_setting_comes_from(affair: Path) -> None:
    (affair / "valla.toml").write_text("strict = true\n")

    result = valla("config", "honest.txt", "--select", "T", cwd=affair)

    assert "strict = true  # valla.toml" in result.stdout
    assert 'select = ["T"]  # command line' in result.stdout


def test_the_demo_says_where_its_report_lies(tmp_path: Path) -> None:
    result = valla("demo", "affair", cwd=tmp_path)

    assert result.returncode == 0, result.stderr
    assert "affair/report.html" in result.stdout
    assert (tmp_path / "affair" / "report.html").stat().st_size > 10_000
