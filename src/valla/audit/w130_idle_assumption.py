"""W130 idle-assumption: an assumption predicts nothing.

## What it finds
An assumption that no source and no origin names in its `when`.

## Why it matters
"Forged", "planted" or "framed" that changes the chances of no report explains nothing and cannot be tested; it only
looks like caution.

## What it does not mean
Not that it is untrue.

## What to do
Say in `when` what each report it touches would look like if it held, or leave it out.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W130", name="idle-assumption", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report an assumption predicts nothing."""
    case = docket.case
    used = {name for row in case.reports for name, _ in row.when}
    for row in case.assumptions:
        if row.name not in used:
            yield remark(RULE, row.at, row.name, f"'{row.name}' changes the chances of no report.")
