"""The inside of a drawing process: pictures of passages of a PDF, made under the limits under which it is read."""

import json
import sys
from base64 import b64encode
from dataclasses import asdict
from importlib import import_module
from typing import Any

from valla.errors import ReadError
from valla.files.limits import allowance_for, lock_down
from valla.read.pdf_boxes import Drawn, Wanted, draw_passages


def main(_reader: str, _form: str, name: str, most: str) -> None:
    """Draw the passages that the first line of the standard input lists from the PDF that follows it; write the answer."""
    request, _, data = sys.stdin.buffer.read().partition(b"\n")
    pages = import_module("valla.read.pdf_file").count_pages(data)
    lock_down(allowance_for("pdf", len(data), pages).work)
    wanted = [Wanted(sheet=sheet, letters=tuple((a, b) for a, b in letters)) for sheet, letters in json.loads(request)]
    try:
        drawn = draw_passages(data, name, wanted, int(most))
    except (ReadError, MemoryError):
        drawn = [None for _ in wanted]
    sys.stdout.buffer.write(json.dumps(list(map(packed, drawn))).encode())
    sys.stdout.buffer.flush()


def packed(drawn: Drawn | None) -> dict[str, Any] | None:
    """Return a picture as JSON has it."""
    return asdict(drawn) | {"picture": b64encode(drawn.picture).decode()} if drawn else None
