"""Set the README's excerpt to what the demo says now; with --check, only tell whether it is current."""  # noqa: INP001  (a script beside the pages, no package)

import re
import sys
from importlib.resources import as_file, files
from pathlib import Path

from valla.cli.work import investigate_essay, settle_essay
from valla.files.settings import Settings
from valla.report import FORMATS, Style

README = Path(__file__).parents[1] / "README.md"
EXCERPT = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)
WIDTH = 84
SHOWN = ("“I cannot answer for the light", "“I did speak of the oil", "“The seaward shutter")
CLOSING = " findings in "


def report_of_demo() -> str:
    """Return the terminal report of the demo, without colours."""
    with as_file(files("valla.demo") / "affair") as affair:
        settings = Settings(library=(str(affair / "sources"),), facts=(str(affair / "lives.csv"),))
        essay = affair / "essay.md"
        outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    return FORMATS["text"](outcome, Style(width=WIDTH))


def excerpt_from(report: str) -> str:
    """Return the entries that the README shows, and the counts."""
    entries = re.split(r"\n\n(?=line \d|Not checked|\d+ findings)", report)
    shown = [entry for entry in entries if any(words in entry.partition("\n")[0] for words in SHOWN)]
    counts = [entry for entry in entries if CLOSING in entry.partition("\n")[0]]
    return "\n\n[...]\n\n".join(entry.strip() for entry in (*shown, *counts)) + "\n"


def main() -> int:
    """Write or check the excerpt; return 1 where a check finds it out of date."""
    readme = README.read_text("utf-8")
    excerpt = excerpt_from(report_of_demo())
    if "--check" not in sys.argv:
        README.write_text(EXCERPT.sub(lambda _: excerpt, readme, count=1), "utf-8")
        return 0
    if EXCERPT.findall(readme)[:1] == [excerpt]:
        return 0
    sys.stderr.write("the excerpt in README.md is out of date: run `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
