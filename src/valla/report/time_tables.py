"""Dates, events and facts as objects of the wire schema."""

from valla.model.dates import Contradiction, Event, Relation, Relative, When
from valla.model.facts import Fact
from valla.model.investigation import Investigation
from valla.report.jsons import Json
from valla.report.tables import Place
from valla.text.calendar import iso_of


def day_or_none(day: int | None) -> str | None:
    """Return a day as ISO 8601 writes it."""
    return None if day is None else iso_of(day)


def date_object(row: When, place: Place) -> Json:
    """Return a date."""
    return {
        **place(row.span),
        "edtf": row.edtf,
        "id": row.id,
        "text": row.words,
        "earliest": day_or_none(row.earliest),
        "latest": day_or_none(row.latest),
        "precision": row.precision.value,
        "approximate": row.approximate,
        "dates": row.dates.value,
        "relative": relative_object(row.relative) if row.relative is not None else None,
        "inferred": row.inferred,
        "fault": row.fault,
    }


def relative_object(row: Relative) -> Json:
    """Return how a date is told from another moment."""
    return {"bearing": row.bearing.value, "amount": row.amount, "unit": row.unit, "anchor": row.anchor}


def event_object(row: Event, tables: Investigation, place: Place) -> Json:
    """Return an event."""
    return {
        **place(row.span),
        "id": row.id,
        "text": row.span.of(tables.document.text),
        "kind": row.kind.value,
        "names": list(row.names),
        "subject": row.subject,
        "cue": row.cue,
        "dates": list(row.when),
        "supposed": row.supposed,
        "reported": row.reported,
        "earliest": day_or_none(row.earliest),
        "latest": day_or_none(row.latest),
    }


def relation_object(row: Relation, place: Place) -> Json:
    """Return a statement about the order of two events."""
    return {**place(row.span), "earlier": row.earlier, "later": row.later}


def contradiction_object(row: Contradiction, place: Place) -> Json:
    """Return a chain that cannot hold."""
    return {
        "events": list(row.events),
        "statements": [relation_object(statement, place) for statement in row.relations],
        "circle": row.circle,
    }


def fact_object(row: Fact) -> Json:
    """Return a fact."""
    return {
        "person": row.person,
        "aliases": list(row.aliases),
        "kind": row.kind,
        "edtf": row.edtf,
        "source": row.source,
    }
