"""What a weighing looks like: text, JSON, one page for the browser, and forms for other programs."""

from collections.abc import Callable, Mapping, Sequence

from valla.model.weights import Pool, Weighing
from valla.report.weighing.exports import render_argdown, render_bif, render_csv
from valla.report.weighing.page import render_page
from valla.report.weighing.text import render_text
from valla.report.weighing.wire import read_weighing_schema, render_json

Render = Callable[[Sequence[Weighing], Pool | None], str]
WEIGHINGS: Mapping[str, Render] = {
    "text": render_text,
    "json": render_json,
    "html": render_page,
    "argdown": render_argdown,
    "bif": render_bif,
    "csv": render_csv,
}
"""The forms of a report by name."""

__all__ = ["WEIGHINGS", "read_weighing_schema"]
