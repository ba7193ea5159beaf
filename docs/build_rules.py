"""Write the pages of the rules, docs/rules/*.md, from the rules, their specifications and eval/precision.json.

`python docs/build_rules.py` writes them; with `--check` it only tells which are out of date, and then leaves with 1.
"""  # noqa: INP001  (a script, no package)

import json
import re
import sys
from pathlib import Path

from valla.audit import all_checks
from valla.rules import all_rules
from valla.rules.pages import Measure, fenced, render_index, render_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "rules"
SPECS = ROOT / "tests" / "rules"
CASE_SPECS = ROOT / "tests" / "audit"
SCENARIO = re.compile(r"^## ([^\n]+)\n\n```case\n(.*?)```\n\n```findings\n(.*?)```$", re.MULTILINE | re.DOTALL)
PRECISION = ROOT / "eval" / "precision.json"


def read_precision(path: Path = PRECISION) -> dict[str, list[Measure]]:
    """Return the measures of each rule: {code: {set: {right, wrong, measured}}} in the file."""
    table = json.loads(path.read_text("utf-8"))
    return {code: [Measure(name=name, **row) for name, row in sets.items()] for code, sets in table.items()}


def build_pages() -> dict[Path, str]:
    """Return every page with its place."""
    precision = read_precision()
    pages = {PAGES / "index.md": render_index((*all_rules(), *all_checks()), dict(precision))}
    for loaded in all_rules():
        spec = (SPECS / f"{loaded.module}.md").read_text("utf-8")
        pages[PAGES / f"{loaded.rule.code}.md"] = render_page(loaded, spec, precision.get(loaded.rule.code, []))
    for check in all_checks():
        spec = (CASE_SPECS / f"{check.module}.md").read_text("utf-8")
        pages[PAGES / f"{check.rule.code}.md"] = f"{render_page(check)}\n{case_example(spec)}"
    return pages


def case_example(spec: str) -> str:
    """Return the first scenario of a rule for case files as the example of its page."""
    title, case, found = SCENARIO.findall(spec)[0]
    lines = ["## Example", "", f"{title}. The case:", "", *fenced(case), "", "Valla reports:", "", *fenced(found)]
    return "\n".join([*lines, ""])


def stale_pages() -> list[str]:
    """Return what is wrong with the pages on disk: those that differ, are missing, or belong to no rule."""
    pages = build_pages()
    wrong = [f"{path.name} is out of date" for path, text in pages.items() if text != text_at(path)]
    wrong += [f"{path.name} belongs to no rule" for path in PAGES.glob("*.md") if path not in pages]
    return sorted(wrong)


def text_at(path: Path) -> str | None:
    """Return what a page holds; None where it is not there."""
    return path.read_text("utf-8") if path.is_file() else None


def write_pages() -> None:
    """Write every page and remove those that belong to no rule."""
    pages = build_pages()
    PAGES.mkdir(exist_ok=True)
    for path in set(PAGES.glob("*.md")) - set(pages):
        path.unlink()
    for path, text in pages.items():
        path.write_text(text, "utf-8")


def main(words: list[str]) -> int:
    """Do what the command line says and return the status."""
    if words == ["--check"]:
        wrong = stale_pages()
        sys.stderr.writelines(f"docs/rules: {line}; run `make docs`\n" for line in wrong)
        return int(bool(wrong))
    write_pages()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
