"""Rulings on other tables than names: a person's word put in the place of what was worked out.

Each is a pure function from a table and the rulings to the table as ruled. Rulings on names are the name room's own
affair; a stage that can be overruled in one field asks `valla.model.judgements.ruled_values` for it.
"""

from dataclasses import replace

from valla.model.claims import Claim
from valla.model.judgements import Judgement, ruled_proposals, ruled_values
from valla.model.quotations import Attribution
from valla.model.traces import PLACED, Trace, Verdict

VERDICTS = frozenset(verdict.value for verdict in Verdict)


def overrule_speakers(
    attributions: tuple[Attribution, ...], judgements: tuple[Judgement, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions, each ruled speaker in the place of the one that was found."""
    ruled = ruled_values(judgements, "speaker")
    return tuple(_ruled_speaker(row, ruled.get(row.quotation)) for row in attributions)


def _ruled_speaker(row: Attribution, ruling: Judgement | None) -> Attribution:
    """Return one attribution as ruled."""
    if ruling is None:
        return row
    reason = f"ruled by {ruling.by}: {ruling.why}"
    return replace(row, name=ruling.value, at=None, entity=None, confidence=1.0, reason=reason)


def overrule_verdicts(traces: tuple[Trace, ...], judgements: tuple[Judgement, ...]) -> tuple[Trace, ...]:
    """Return the traces, each ruled verdict in the place of the one that was found, where the trace can bear it."""
    ruled = ruled_values(judgements, "verdict")
    return tuple(_ruled_verdict(row, ruled.get(row.quotation)) for row in traces)


def _ruled_verdict(row: Trace, ruling: Judgement | None) -> Trace:
    """Return one trace as ruled: a verdict that places the words needs the passages that were found."""
    if ruling is None or not can_bear(row, str(ruling.value)):
        return row
    verdict = Verdict(str(ruling.value))
    reason = f"ruled {verdict} by {ruling.by}: {ruling.why}"
    if verdict not in PLACED:
        return replace(row, verdict=verdict, passages=(), edits=(), gaps=(), cuts=(), reason=reason)
    edits = () if verdict is Verdict.VERBATIM else row.edits
    return replace(row, verdict=verdict, edits=edits, reason=reason)


def can_bear(row: Trace, value: str) -> bool:
    """Tell whether a trace can have a verdict: one that places the words cannot stand without a passage."""
    return value in VERDICTS and (Verdict(value) not in PLACED or bool(row.passages))


def overrule_claims(
    claims: tuple[Claim, ...], judgements: tuple[Judgement, ...]
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return the claims without those that rulings reject, the accepted ones marked; and the ids of those taken out."""
    ruled = ruled_proposals(judgements)
    kept = (row for row in claims if ruled.get(row.id, True))
    gone = (str(row.id) for row in claims if not ruled.get(row.id, True))
    return tuple(replace(row, accepted=True) if row.id in ruled else row for row in kept), tuple(gone)


def ruled_dates(judgements: tuple[Judgement, ...]) -> dict[str, str]:
    """Return the ruled dates, in EDTF, by the id of the date that each overrules."""
    return {subject: row.value for subject, row in ruled_values(judgements, "date").items() if row.value is not None}
