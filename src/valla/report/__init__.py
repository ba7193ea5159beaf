"""The reports: what `valla check` shows, in every form, as pure functions from an outcome to a text."""

from collections.abc import Callable, Mapping

from valla.late import late
from valla.model.investigation import Outcome
from valla.report.style import Style

FORMATS: Mapping[str, Callable[[Outcome, Style], str]] = {
    "text": late("valla.report.text:render_text"),
    "concise": late("valla.report.lines:render_concise"),
    "json": late("valla.report.wire:render_json"),
    "jsonl": late("valla.report.wire:render_jsonl"),
    "sarif": late("valla.report.sarif:render_sarif"),
    "github": late("valla.report.lines:render_github"),
    "junit": late("valla.report.junit:render_junit"),
    "markdown": late("valla.report.markdown:render_markdown"),
    "html": late("valla.report.page:render_html"),
    "annotations": late("valla.report.annotations:render_annotations"),
}
"""Every form of a report by its name."""

__all__ = ["FORMATS", "Style"]
