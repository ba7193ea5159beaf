"""W120 shared-root: two sources come from one root, and nothing in the case joins them.

## What it finds
Sources with the same `root` (a deposit, a file, an office) that have no origin, no assumption and no witness in
common.

## Why it matters
What came out of one hand can have gone wrong in one stroke. Weighed as if independent, each of them adds its full
weight again.

## What it does not mean
Not that they are copies of one another.

## What to do
Give them a common origin (`from`), or an assumption that touches both (`when`).
"""

from collections.abc import Iterator

from valla.audit.remarks import listed, remark, ties_of
from valla.model.cases import CaseFinding, Docket, Source
from valla.model.findings import Rule, Severity

RULE = Rule(code="W120", name="shared-root", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report two sources come from one root, and nothing in the case joins them."""
    case = docket.case
    roots: dict[str, list[Source]] = {}
    for row in case.sources:
        if row.root and not row.silent:
            roots.setdefault(row.root, []).append(row)
    for root, rows in roots.items():
        apart = [row for row in rows[1:] if not ties_of(case, row) & ties_of(case, rows[0])]
        if apart:
            names = listed([rows[0].name, *(row.name for row in apart)])
            yield remark(
                RULE, apart[0].at, apart[0].name, f"{names} come from one root, {root}, and nothing joins them."
            )
