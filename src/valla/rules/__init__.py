"""Rules: an investigation to its findings, one module a rule.

A rule module is named by its code and its name (`t102_polarity_changed.py`) and holds three things: its docstring, which
is the page of the manual; `RULE`, the plate on its door; and `check(investigation)`, which yields findings. It is found
by listing this folder; there is no register to edit. Its specification is the page of the same name in tests/rules.
"""

from valla.model.findings import Finding
from valla.model.investigation import Investigation
from valla.rules.folder import LoadedRule, all_rules, find_rule
from valla.rules.selection import select_rules


def run_rules(investigation: Investigation, codes: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """Return the findings of the rules with these codes, or of the default set, sorted by place, code and message."""
    asked = [loaded for loaded in all_rules() if (loaded.rule.default if codes is None else loaded.rule.code in codes)]
    return tuple(sorted((found for loaded in asked for found in loaded.check(investigation)), key=order_of))


def order_of(finding: Finding) -> tuple[int, int, str, str, str]:
    """Return the total order of findings: by place, code and message, and by quotation where all of these agree."""
    return (finding.span.start, finding.span.end, finding.code, finding.message, finding.quotation or "")


__all__ = ["LoadedRule", "all_rules", "find_rule", "run_rules", "select_rules"]
