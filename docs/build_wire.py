"""Write docs/guide/wire-schema.md from the JSON Schema of the package; with --check, only tell whether it is current."""  # noqa: INP001  (a script beside the pages, no package)

import sys
from pathlib import Path

from valla.report.wire_page import render_wire_page

PAGE = Path(__file__).parent / "guide" / "wire-schema.md"


def main() -> int:
    """Write or check the page; return 1 where a check finds it out of date."""
    wanted = render_wire_page()
    if "--check" not in sys.argv:
        PAGE.write_text(wanted, "utf-8")
        return 0
    if PAGE.read_text("utf-8") == wanted:
        return 0
    sys.stderr.write("docs/guide/wire-schema.md is out of date: run `make docs`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
