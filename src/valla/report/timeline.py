"""The timeline: every dated event in the order of its days, as text, CSV, JSON and SVG.

An event whose day is in doubt has a bar from the first to the last day that it may be; an open end fades. The table
says the same for readers who do not see, or do not trust, the picture.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.dates import Event, Precision, When
from valla.model.investigation import Investigation
from valla.report.jsons import write_json
from valla.report.places import ruler_of
from valla.report.plain import on_one_line, shorten
from valla.report.time_tables import day_or_none
from valla.text.calendar import iso_of
from valla.text.edtf import bounds_of
from valla.text.lives import match_lives
from valla.text.omissions import united

LONGEST = 160
"""Code points of an event's words that a line shows."""
HEAD = re.compile(r"\A(?:\[\^?\w{1,12}\]:? ?)?[—–-]? ?")
SCHEMA = "valla.timeline/1"
SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")
"""What makes a cell a formula in a spreadsheet; an apostrophe before it keeps it text."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Entry:
    """One line of the timeline. Days are numbers (see `valla.model.dates.Day`); `span` is None for a fact."""

    first: int  # for the order: the earliest day, else the latest
    last: int
    label: str
    earliest: int | None
    latest: int | None
    edtf: str
    kind: str
    names: tuple[str, ...] = ()
    source: str = ""
    doubtful: bool = False  # approximate, or only inferred


def list_entries(tables: Investigation) -> tuple[Entry, ...]:
    """Return the dated events, and the facts about persons who are named, in the order of their days."""
    return tuple(sorted({*_event_entries(tables), *_fact_entries(tables)}))


def _event_entries(tables: Investigation) -> list[Entry]:
    """Return the events that have bounds, from their own date or from the order of events."""
    ruler = ruler_of(tables.document)
    cited = united([row.at for row in tables.citations])
    made = []
    for event in tables.events:
        when = tables.when.get(event.when[0]) if event.when else None
        if when is not None and is_imprint(when, cited):
            continue
        earliest, latest, edtf = _bounds(event, when)
        if earliest is None and latest is None:
            continue
        line = ruler.place(event.span).line
        made.append(
            _entry(
                earliest,
                latest,
                label=_label(tables, event.span),
                edtf=edtf,
                kind=event.kind.value,
                names=event.names,
                source=f"{on_one_line(tables.document.name)}, line {line}",
                doubtful=when is None or when.approximate or when.inferred is not None,
            )
        )
    return made


def is_imprint(when: When, cited: Sequence[Span]) -> bool:
    """Tell whether a date is only the year of a work that is cited: nothing that happened, and no line of a timeline.

    `cited` are the places of citations, apart and in order. A letter's own day in a citation stays.
    """
    after = bisect_right(cited, when.span.start, key=lambda span: span.start)
    inside = after > 0 and cited[after - 1].covers(when.span)
    return inside and when.precision.rank >= Precision.YEAR.rank


def _bounds(event: Event, when: When | None) -> tuple[int | None, int | None, str]:
    """Return the bounds of an event with the EDTF they come from; an inferred date counts here, marked as doubtful."""
    if when is not None and when.inferred is not None:
        guess = bounds_of(when.inferred)
        return (guess.earliest, guess.latest, when.inferred) if guess is not None else (None, None, "")
    return event.earliest, event.latest, (when.edtf or "") if when is not None else ""


def _label(tables: Investigation, span: Span) -> str:
    """Return the words of an event, shortened, without the mark of a note or the dash before them."""
    return shorten(HEAD.sub("", on_one_line(span.of(tables.document.text))), LONGEST)


def _entry(
    earliest: int | None,
    latest: int | None,
    *,
    label: str,
    edtf: str,
    kind: str,
    names: tuple[str, ...],
    source: str,
    doubtful: bool,
) -> Entry:
    """Return one line."""
    known = [day for day in (earliest, latest) if day is not None]
    return Entry(
        first=known[0],
        last=known[-1],
        label=label,
        earliest=earliest,
        latest=latest,
        edtf=edtf,
        kind=kind,
        names=names,
        source=source,
        doubtful=doubtful,
    )


def _fact_entries(tables: Investigation) -> list[Entry]:
    """Return the facts about persons who are the subject of an event."""
    names = {row.subject for row in tables.events if row.subject is not None}
    made = []
    for person in {life.person: life for life in match_lives(names, tables.facts).values()}.values():
        for fact in person.facts:
            bounds = bounds_of(fact.edtf) if fact.edtf else None
            if bounds is not None and (bounds.earliest is not None or bounds.latest is not None):
                label = f"{on_one_line(fact.person)}: {fact.kind}"
                made.append(
                    _entry(
                        bounds.earliest,
                        bounds.latest,
                        label=label,
                        edtf=fact.edtf,
                        kind=f"fact: {fact.kind}",
                        names=(fact.person,),
                        source=fact.source,
                        doubtful=bounds.approximate,
                    )
                )
    return made


def render_timeline_text(tables: Investigation) -> str:
    """Return one line an event, for a terminal."""
    rows = [f"{put_span(row):<25} {row.kind:<16} {row.label}  [{row.source}]" for row in list_entries(tables)]
    return "\n".join([*rows, ""]) if rows else "No event of this text has a date.\n"


def put_span(row: Entry) -> str:
    """Return the days of an entry: one day, or from the first to the last; an open end is an ellipsis."""
    first, last = (day_or_none(day) or "…" for day in (row.earliest, row.latest))
    about = "~" if row.doubtful else ""
    return f"{about}{first}" if first == last else f"{about}{first} – {last}"


def render_timeline_csv(tables: Investigation) -> str:
    """Return a table with a head line."""
    rows = [
        (day_or_none(row.earliest) or "", day_or_none(row.latest) or "", row.edtf, _yes(row.doubtful), row.kind, "; ".join(row.names), row.label, row.source)
        for row in list_entries(tables)
    ]  # fmt: skip
    return _write_rows(("earliest", "latest", "edtf", "doubtful", "kind", "names", "what", "source"), rows)


def _yes(value: object) -> str:
    """Return a truth value for a table."""
    return "yes" if value else ""


def render_timeline_forensic(tables: Investigation) -> str:
    """Return the three columns that tools for forensic timelines read; an event in doubt has a line for either end."""
    rows = []
    for row in list_entries(tables):
        ends = [(day, which) for day, which in ((row.earliest, "earliest"), (row.latest, "latest")) if day is not None]
        single = row.earliest == row.latest
        for day, which in ends[:1] if single else ends:
            told = row.kind if single else f"{row.kind} ({which})"
            rows.append((f"{iso_of(day)}T00:00:00+00:00", told, f"{row.label} [{row.source}]"))
    return _write_rows(("datetime", "timestamp_desc", "message"), rows)


def _write_rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return CSV; a cell that a spreadsheet would take for a formula is kept text."""
    lines = [head, *([_inert(cell) for cell in row] for row in rows)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


def _quoted(cell: str) -> str:
    """Return a cell, in quotation marks where it needs them (RFC 4180)."""
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '",\n\r') else cell


def _inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a year before our era keeps its minus."""
    formula = cell.startswith(SPREADSHEET) and not (cell.startswith("-") and cell[1:5].isdigit())
    return f"'{cell}" if formula else cell


def render_timeline_json(tables: Investigation) -> str:
    """Return the entries as JSON."""
    rows = [
        {
            "earliest": day_or_none(row.earliest),
            "latest": day_or_none(row.latest),
            "edtf": row.edtf or None,
            "doubtful": row.doubtful,
            "kind": row.kind,
            "names": list(row.names),
            "what": row.label,
            "source": row.source,
        }
        for row in list_entries(tables)
    ]
    return write_json({"schema": SCHEMA, "document": tables.document.name, "entries": rows}) + "\n"
