"""The reports: what `valla check` shows, in every form, as pure functions from an outcome to a text."""

from collections.abc import Callable, Mapping

from valla.model.investigation import Outcome
from valla.report.annotations import render_annotations
from valla.report.junit import render_junit
from valla.report.lines import render_concise, render_github
from valla.report.markdown import render_markdown
from valla.report.page import render_html
from valla.report.sarif import render_sarif
from valla.report.style import Style
from valla.report.text import render_text
from valla.report.wire import render_json, render_jsonl

FORMATS: Mapping[str, Callable[[Outcome, Style], str]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
    "jsonl": render_jsonl,
    "sarif": render_sarif,
    "github": render_github,
    "junit": render_junit,
    "markdown": render_markdown,
    "html": render_html,
    "annotations": render_annotations,
}
"""Every form of a report by its name."""

__all__ = ["FORMATS", "Style"]
