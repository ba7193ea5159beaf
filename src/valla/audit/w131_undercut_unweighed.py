"""W131 undercut-unweighed: an objection to a source stands, and the weighing knows nothing of it.

## What it finds
An argument that undercuts a source and names no assumption, or one that does not touch that source.

## Why it matters
Arguments and probabilities are two reckonings that are never mixed: an undercut reaches the second only as an
assumption that an analyst writes.

## What it does not mean
Not that the objection is right.

## What to do
Name the assumption by which it enters (`assumption: pressed`), and let the source say what it would be under it.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark, ties_of
from valla.model.arguments import Label
from valla.model.cases import CaseFinding, Docket, Place
from valla.model.findings import Rule, Severity

RULE = Rule(code="W131", name="undercut-unweighed", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report an objection to a source stands, and the weighing knows nothing of it."""
    case = docket.case
    touched = {row.name: ties_of(case, row) for row in case.sources}
    stand = {row.name for row in docket.standings if row.label is Label.IN}
    for argument in case.arguments:
        if argument.name not in stand:
            continue
        for target in argument.undercuts:
            if target in touched and argument.assumption not in touched[target]:
                at = Place(argument.line, 1)
                yield remark(
                    RULE, at, argument.name, f"'{argument.name}' undercuts '{target}', and no assumption says so."
                )
