"""A weighing as plain data and as JSON, in the form of weighing-1.schema.json. Figures keep every digit here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from valla.model.weights import Pool, Weighing

VERSION = 1


def read_weighing_schema() -> str:
    """Return the JSON Schema of the report."""
    return (files("valla.report.weighing") / "weighing-1.schema.json").read_text("utf-8")


def render_json(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return weighings, and the pool of several, as JSON."""
    whole = {
        "valla": "weighing",
        "version": VERSION,
        "weighings": [weighing_data(row) for row in weighings],
        "pool": plain(pool),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def weighing_data(weighing: Weighing) -> dict[str, Any]:
    """Return one weighing: the case by name, and every table."""
    case = weighing.case
    head = {"case": case.name, "question": case.question, "about": case.about, "analyst": case.analyst}
    tables = {field.name: plain(getattr(weighing, field.name)) for field in fields(weighing) if field.name != "case"}
    return head | tables


def plain(value: Any) -> Any:  # noqa: ANN401  (any row becomes plain data)
    """Return rows as mappings, tuples as lists, and words of a vocabulary as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value
