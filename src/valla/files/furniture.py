"""The inside of the process that tells an article from the furniture of its page."""

import json
import sys
from importlib import import_module
from typing import Any

from valla.files.limits import allowance_for, lock_down

BLOCKS = frozenset({"p", "head", "item", "cell", "quote", "code"})


def main(_reader: str, form: str, _name: str, _more: str) -> None:
    """Write the paragraphs of the article of the page on the standard input."""
    extract = import_module("trafilatura").bare_extraction
    data = sys.stdin.buffer.read()
    lock_down(allowance_for(form, len(data)).work)
    sys.stdout.buffer.write(json.dumps(list(paragraphs_of(extract, data.decode("utf-8", "replace")))).encode())
    sys.stdout.buffer.flush()


def paragraphs_of(extract: Any, page: str) -> list[str]:  # noqa: ANN401  (a function of a library without types)
    """Return the paragraphs of the article; none where the library stumbles."""
    try:
        found = extract(page, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False)
    except Exception:  # noqa: BLE001  (whatever it stumbles on, the page is read whole)
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return ["".join(row.itertext()) for row in body.iter() if row.tag in BLOCKS]
