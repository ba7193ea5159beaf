"""Which paragraphs of a saved web page are its article: told by trafilatura (the extra `valla[web]`), in a process apart.

Nothing is fetched. Without the extra, or with VALLA_WEB=off, no paragraph is told of and the whole page is read.
"""

import json
import os
from importlib.util import find_spec

from valla.errors import ReadError
from valla.files.child import answer_of
from valla.files.limits import allowance_for

CHOICE = "VALLA_WEB"


def choose_article(original: str) -> tuple[str, ...]:
    """Return the paragraphs of the article of a page; none where nothing tells them."""
    if os.environ.get(CHOICE, "").strip().lower() == "off" or find_spec("trafilatura") is None:
        return ()
    data = original.encode("utf-8", "replace")
    try:
        answer = answer_of("html", data, "page", allowance_for("html", len(data)), work="valla.files.furniture")
        rows = json.loads(answer)
    except (ReadError, ValueError):
        return ()
    return tuple(map(str, rows)) if isinstance(rows, list) else ()
