"""Audit: a case to what an analyst should look at before weighing it, one module a rule.

A rule module is named by its code and its name (`w120_shared_root.py`) and holds three things: its docstring, which is
the page of the manual; `RULE`, the plate on its door; and `check(docket)`, which yields findings. It is found by listing
this folder. Its specification is the page of the same name in tests/audit. Findings of the weight `error` forbid
weighing. Why these rules have a room of their own is told in docs/decisions/0009-weighing.md.
"""

from valla.audit.folder import LoadedCheck, all_checks
from valla.model.arguments import Standing
from valla.model.cases import Case, CaseFinding, Docket
from valla.model.findings import Severity


def audit_case(case: Case, standings: tuple[Standing, ...] = ()) -> tuple[CaseFinding, ...]:
    """Return the findings of every rule on a case and the standing of its arguments, by place, code and message."""
    docket = Docket(case=case, standings=standings)
    return tuple(sorted(found for loaded in all_checks() for found in loaded.check(docket)))


def forbids_weighing(findings: tuple[CaseFinding, ...]) -> bool:
    """Tell whether any finding is one that a case cannot be weighed with."""
    return any(finding.severity is Severity.ERROR for finding in findings)


__all__ = ["LoadedCheck", "all_checks", "audit_case", "forbids_weighing"]
