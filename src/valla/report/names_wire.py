"""Names and rulings as objects of the wire schema."""

from valla.model.investigation import Investigation
from valla.model.judgements import Judgement, standing
from valla.model.names import Entity, Mention, Proposal, Spelling
from valla.report.jsons import Json
from valla.report.tables import Place


def entity_object(row: Entity, tables: Investigation, place: Place) -> Json:
    """Return an entity with its spellings and mentions."""
    return {
        "id": row.id,
        "kind": row.kind.value,
        "name": row.name,
        "given": list(row.given),
        "spellings": [spelling_object(one) for one in row.spellings],
        "surnames": [spelling_object(one) for one in row.surnames],
        "mentions": [mention_object(tables.mention[name], place) for name in row.mentions],
        "merged": list(row.merged),
        "may_be": list(row.may_be),
        "was": list(row.was),
    }


def spelling_object(row: Spelling) -> Json:
    """Return one spelling with its counts."""
    return {"surface": row.surface, "count": row.count, "author": row.author}


def mention_object(row: Mention, place: Place) -> Json:
    """Return one place at which an entity is named."""
    return {
        "id": row.id,
        **place(row.span),
        "surface": row.surface,
        "confidence": row.confidence,
        "inferred": row.inferred,
        "quoted": row.quoted,
        "reason": row.reason,
    }


def proposal_object(row: Proposal) -> Json:
    """Return a merge that is only proposed."""
    return {"id": row.id, "one": row.one, "other": row.other, "score": row.score, "reason": row.reason}


def ruling_objects(judgements: tuple[Judgement, ...]) -> list[Json]:
    """Return every ruling in the order of its file, and whether it stands."""
    counting = {row.line for row in standing(judgements)}
    return [
        {
            "by": row.by,
            "at": row.at,
            "kind": row.kind.value,
            "on": list(row.on),
            "field": row.field,
            "value": row.value,
            "why": row.why,
            "stands": row.line in counting,
        }
        for row in judgements
    ]
