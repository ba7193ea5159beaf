"""The stemma as an object of the wire schema: chains with their hands, witnesses, dependences, origins, lines, copies."""

from valla.model.anchors import Span
from valla.model.witnesses import Chain, Copying, Dependence, Hand, Origin, Stemma, Support, Witness
from valla.report.jsons import Json
from valla.report.tables import Place


def stemma_object(stemma: Stemma, place: Place) -> Json:
    """Return every table of the stemma."""
    return {
        "essay": stemma.essay,
        "chains": [chain_object(row, place) for row in stemma.chains],
        "witnesses": [witness_object(row) for row in stemma.witnesses],
        "dependences": [dependence_object(row, place) for row in stemma.dependences],
        "origins": [origin_object(row) for row in stemma.origins],
        "supports": [support_object(row) for row in stemma.supports],
        "copies": [copy_object(row) for row in stemma.copies],
    }


def chain_object(row: Chain, place: Place) -> Json:
    """Return one chain; its hands from the mouth to the work that is nearest to the essay."""
    return {
        "id": row.id,
        **place(row.at),
        "quotation": row.quotation,
        "claim": row.claim,
        "hands": [{"id": row.link(hand), **hand_object(hand, place)} for hand in row.hands],
    }


def hand_object(hand: Hand, place: Place) -> Json:
    """Return one hand."""
    return {
        "witness": hand.witness,
        "name": hand.name,
        "role": hand.role.value,
        "at": at_object(hand.at, place),
        "confidence": hand.confidence,
        "basis": hand.basis.value,
        "reason": hand.reason,
    }


def at_object(at: Span | None, place: Place) -> Json | None:
    """Return the place of a row, or nothing where no words of the essay state it."""
    return dict(place(at)) if at is not None else None


def witness_object(row: Witness) -> Json:
    """Return one node of the stemma."""
    return {"id": row.id, "name": row.name, "role": row.role.value}


def dependence_object(row: Dependence, place: Place) -> Json:
    """Return one line of the stemma."""
    return {
        "id": row.id,
        "giver": row.giver,
        "taker": row.taker,
        "basis": row.basis.value,
        "confidence": row.confidence,
        "reason": row.reason,
        "at": at_object(row.at, place),
        "proposed": row.proposed,
    }


def origin_object(row: Origin) -> Json:
    """Return one origin that several statements share."""
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "statements": list(row.statements),
        "independent": row.independent,
        "reason": row.reason,
    }


def support_object(row: Support) -> Json:
    """Return what stands behind one claim."""
    return {
        "claim": row.claim,
        "chains": list(row.chains),
        "origins": row.origins,
        "lines": row.lines,
        "through": list(row.through),
        "sentence": row.sentence,
    }


def copy_object(row: Copying) -> Json:
    """Return one pair of sources that share errors."""
    return {
        "earlier": row.earlier,
        "later": row.later,
        "shared": row.shared,
        "errors": row.errors,
        "score": row.score,
        "directed": row.directed,
        "reason": row.reason,
    }
