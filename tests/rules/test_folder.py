"""The set of rules is sound: plates, pages, specifications, and finding and choosing them."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import valla
from valla.errors import ConfigError
from valla.model.findings import Severity
from valla.rules import LoadedRule, all_rules, find_rule, select_rules
from valla.rules.pages import FAMILIES, HEADINGS, Measure, parts_of, render_page, summary_of
from valla.rules.scenarios import read_spec

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RULES = all_rules()
EACH = pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.rule.code)


def spec_of(loaded: LoadedRule) -> str:
    return (HERE / f"{loaded.module}.md").read_text("utf-8")


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_rules", ROOT / "docs" / "build_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_rules_of_the_first_issue_are_all_there() -> None:
    asked = "Q101 Q102 Q110 C101 C102 C103 C110 C120 T101 T102 T103 T104 T105 T110 T111 T112 T120 T130 T190"

    assert set(asked.split()) <= {loaded.rule.code for loaded in RULES}


def test_rules_come_sorted_by_code_with_no_code_and_no_name_twice() -> None:
    codes = [loaded.rule.code for loaded in RULES]

    assert codes == sorted(set(codes))
    assert len({loaded.rule.name for loaded in RULES}) == len(RULES)


@EACH
def test_a_plate_has_the_code_and_the_name_of_its_file(loaded: LoadedRule) -> None:
    code, _, name = loaded.module.partition("_")

    assert (loaded.rule.code, loaded.rule.name) == (code.upper(), name.replace("_", "-"))
    assert loaded.rule.code[0] in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", loaded.rule.name)


@EACH
def test_a_page_begins_with_code_name_and_one_sentence(loaded: LoadedRule) -> None:
    first = loaded.rule.page.partition("\n")[0]

    assert first.startswith(f"{loaded.rule.code} {loaded.rule.name}: ")
    assert summary_of(loaded).endswith(".")


@EACH
def test_a_page_has_the_four_headings_in_order_and_words_under_each(loaded: LoadedRule) -> None:
    parts = parts_of(loaded)

    assert tuple(parts) == HEADINGS
    assert all(len(text) > 20 for text in parts.values())


@EACH
def test_a_specification_fires_first_is_silent_somewhere_and_resists_a_temptation(loaded: LoadedRule) -> None:
    scenarios = read_spec(spec_of(loaded))
    own = [[row for row in scenario.expected if row.code == loaded.rule.code] for scenario in scenarios]
    tempting = [rows for scenario, rows in zip(scenarios, own, strict=True) if scenario.title.startswith("Tempting: ")]

    assert len(scenarios) >= 3
    assert own[0]
    assert [] in own
    assert tempting
    assert not any(tempting)
    assert len({scenario.title for scenario in scenarios}) == len(scenarios)
    assert spec_of(loaded).startswith(f"# {loaded.rule.code} {loaded.rule.name}\n")


def test_no_specification_is_an_orphan() -> None:
    assert {path.stem for path in HERE.glob("*.md")} == {loaded.module for loaded in RULES}


def test_the_pages_on_disk_are_up_to_date() -> None:
    assert load_script().stale_pages() == []


def test_a_measured_rule_below_nine_in_ten_is_not_in_the_default_set() -> None:
    for code, measures in load_script().read_precision().items():
        rule = find_rule(code).rule
        right, wrong = sum(row.right for row in measures), sum(row.wrong for row in measures)

        assert right + wrong > 0, code
        assert not rule.default or right / (right + wrong) >= 0.9, f"{code}: {right} of {right + wrong}"


def test_a_page_tells_its_precision_only_where_it_is_known_or_known_to_be_missing() -> None:
    loaded = find_rule("T102")
    measure = Measure(name="the letters", right=57, wrong=3, measured="2026-11-24")

    assert "Precision" not in render_page(loaded)
    assert "Precision: not yet measured." in render_page(loaded, precision=[])
    assert "57 of 60 findings right on the letters, measured 2026-11-24" in render_page(loaded, precision=[measure])


def test_a_page_shows_the_first_scenario_as_its_example() -> None:
    loaded = find_rule("T102")
    spec = spec_of(loaded)

    page = render_page(loaded, spec)

    assert read_spec(spec)[0].title in page
    assert read_spec(spec)[1].title not in page
    assert "## Example" not in render_page(loaded)


def test_a_rule_is_found_by_code_or_name_in_any_case() -> None:
    assert find_rule("t102") == find_rule("Polarity-Changed") == find_rule("T102")


@pytest.mark.parametrize(
    ("wrong", "near"), [("T120x", "T120"), ("polarity-change", "polarity-changed"), ("qualifier-cutt", "qualifier-cut")]
)
def test_a_slip_is_answered_with_the_nearest_rule(wrong: str, near: str) -> None:
    with pytest.raises(ConfigError, match=f"unknown rule '{wrong}'; did you mean '{near}'"):
        select_rules([wrong])


def test_what_is_near_to_nothing_is_answered_with_where_to_look() -> None:
    with pytest.raises(ConfigError, match="valla rule --all"):
        find_rule("xylophone")


@given(st.text(max_size=200) | st.from_regex(r"\s?[TQCRtqcrX][0-9]{0,3}x?", fullmatch=True))
def test_any_selector_gives_rules_or_one_clear_line(selector: str) -> None:
    labels = {label.casefold() for loaded in RULES for label in (loaded.rule.code, loaded.rule.name)}
    beginnings = {loaded.rule.code[:length].casefold() for loaded in RULES for length in (1, 2, 3)}
    default = {row.rule.code[:length].casefold() for row in RULES if row.rule.default for length in (1, 2, 3)}

    if selector.strip().casefold() in labels | beginnings:
        assert bool(select_rules([selector])) is (selector.strip().casefold() in labels | default)
    else:
        with pytest.raises(ConfigError, match="unknown rule"):
            select_rules([selector])


def codes(*select: str, extend: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.code for rule in select_rules(select, extend, ignore)]


def test_nothing_selected_is_the_default_set() -> None:
    assert codes() == [loaded.rule.code for loaded in RULES if loaded.rule.default]
    assert "T107" not in codes()


def test_a_beginning_selects_the_default_rules_that_begin_so() -> None:
    assert set(codes("C")) == {code for code in codes() if code.startswith("C")}
    assert codes("T13") == ["T130"]
    assert "T107" not in codes("T10")


def test_a_rule_outside_the_default_set_is_asked_when_it_is_named() -> None:
    assert codes("T107") == codes("spelling-changed") == ["T107"]
    assert "T107" in codes(extend=("T107",))


def test_what_is_ignored_is_ignored_however_it_was_selected() -> None:
    assert codes("T101", "T102", ignore=("altered",)) == ["T102"]
    assert codes("T107", ignore=("T10",)) == []


def test_rules_are_found_in_an_archive_as_in_a_checkout(tmp_path: Path) -> None:
    package = Path(valla.__file__).parent
    archive = tmp_path / "valla.zip"
    with zipfile.ZipFile(archive, "w") as bundle:
        for path in sorted(package.rglob("*.py")):
            bundle.write(path, path.relative_to(package.parent))
    script = "import valla.rules as r; print(len(r.all_rules()), r.__file__)"

    said = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(archive)!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.split()[0] == str(len(RULES))
    assert "valla.zip" in said


def test_no_rule_weighs_a_matter_of_form_as_heavily_as_a_change_of_words() -> None:
    errors = {loaded.rule.code for loaded in RULES if loaded.rule.severity is Severity.ERROR}

    assert errors == {"T102", "T103", "T104", "T105", "T130"}
