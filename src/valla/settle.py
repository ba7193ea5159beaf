"""Which findings count: suppressions with their reasons, the baseline, and the severity that fails a run.

A finding is suppressed by a remark in the document (`valla: ignore[T112] reason`, for the paragraph in which it stands
or, on a line of its own, for the next one; `valla: ignore-file[T112] reason` for the whole document) or by an entry of
the settings. Both need a reason. What suppresses nothing is reported by rule R190, what gives no reason by R191.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Document, Remark
from valla.model.findings import Finding, Rule
from valla.model.investigation import Investigation, Outcome
from valla.model.traces import UNTOLD
from valla.rules import r190_unused_suppression as unused_rule
from valla.text.fingerprints import fingerprint_findings

FORM = re.compile(r"\s*valla:\s*ignore(?P<file>-file)?\[(?P<codes>[^\]]{1,200})\]\s*(?P<reason>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Pardon:
    """One suppression, whatever it was written in: what it fits, why, and where it stands for a message."""

    reason: str
    codes: frozenset[str] = frozenset()  # codes or names; empty fits every rule
    within: Span | None = None  # findings that touch this span; None is the whole document
    finding: str | None = None  # the fingerprint of one finding
    words: str | None = None  # words that the finding's place contains
    at: int = 0
    source: str = ""

    def fits(self, finding: Finding, fingerprint: str, text: str) -> bool:
        """Tell whether this pardon covers a finding."""
        if self.finding is not None and self.finding != fingerprint:
            return False
        if self.codes and not self.codes & {finding.code, finding.name}:
            return False
        if self.within is not None and not (self.within.touches(finding.span) or self.within.covers(finding.span)):
            return False
        return self.words is None or squeeze(self.words) in squeeze(finding.span.of(text))


def squeeze(words: str) -> str:
    """Return words in lower case with single blanks, so that line ends and case do not matter."""
    return " ".join(words.casefold().split())


def read_pardons(document: Document) -> tuple[Pardon, ...]:
    """Return the suppressions written in the document itself; those without a reason are left to rule R191."""
    made = (pardon_of(remark, document) for remark in document.remarks)
    return tuple(pardon for pardon in made if pardon is not None)


def pardon_of(remark: Remark, document: Document) -> Pardon | None:
    """Return the suppression that a remark states; None where it states none, or gives no reason."""
    match = FORM.fullmatch(remark.words)
    if match is None or not match["reason"].strip():
        return None
    return Pardon(
        reason=match["reason"].strip(),
        codes=frozenset(code.strip() for code in match["codes"].split(",")),
        within=None if match["file"] else scope_of(remark, document),
        at=remark.at,
        source="remark in the document",
    )


def scope_of(remark: Remark, document: Document) -> Span:
    """Return the block in which a remark stands, or the one that follows it."""
    for block in document.blocks:
        if remark.at <= block.span.end and (remark.at < block.span.end or block.span.start < remark.at):
            return block.span
    return Span(remark.at, len(document.text))


def settle_findings(  # the arguments are the tables that decide, each by its name
    investigation: Investigation,
    findings: Sequence[Finding],
    *,
    pardons: Sequence[Pardon] = (),
    baseline: frozenset[str] = frozenset(),
    rules: tuple[Rule, ...] = (),
    version: str = "",
) -> Outcome:
    """Return the outcome: findings that count, those suppressed with their reasons, and those of the baseline."""
    ordered = tuple(sorted(findings, key=order_of))
    prints = fingerprint_findings(investigation, ordered)
    every = (*read_pardons(investigation.document), *pardons)
    pardoned = {n: pardon_for(*pair, every, investigation) for n, pair in enumerate(zip(ordered, prints, strict=True))}
    idle = report_idle(every, {pardon for pardon in pardoned.values() if pardon}, rules)
    suppressed = tuple((ordered[n], pardon.reason) for n, pardon in sorted(pardoned.items()) if pardon)
    known = known_of((*ordered, *idle), investigation, baseline)
    rest = [*(row for n, row in enumerate(ordered) if pardoned[n] is None), *idle]
    return Outcome(
        investigation=investigation,
        findings=tuple(sorted((row for row in rest if row not in known), key=order_of)),
        suppressed=suppressed,
        known=tuple(sorted((row for row in rest if row in known), key=order_of)),
        rules=rules,
        version=version,
    )


def known_of(findings: Iterable[Finding], investigation: Investigation, baseline: frozenset[str]) -> frozenset[Finding]:
    """Return the findings that a baseline knows, numbered as `valla baseline` numbers them: idle suppressions too."""
    if not baseline:
        return frozenset()
    every = tuple(sorted(findings, key=order_of))
    prints = fingerprint_findings(investigation, every)
    return frozenset(row for row, key in zip(every, prints, strict=True) if key in baseline)


def order_of(finding: Finding) -> tuple[Span, str, str]:
    """Return the total order of findings: by place, code and message."""
    return (finding.span, finding.code, finding.message)


def pardon_for(
    finding: Finding, fingerprint: str, pardons: Iterable[Pardon], investigation: Investigation
) -> Pardon | None:
    """Return the first suppression that covers a finding, or None."""
    text = investigation.document.text
    return next((pardon for pardon in pardons if pardon.fits(finding, fingerprint, text)), None)


def report_idle(pardons: Iterable[Pardon], used: set[Pardon], rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    """Report each suppression that suppressed nothing, unless the rules it speaks of were not asked."""
    if unused_rule.RULE not in rules:
        return ()
    asked = {rule.code for rule in rules} | {rule.name for rule in rules}
    idle = (pardon for pardon in pardons if pardon not in used and (not pardon.codes or pardon.codes & asked))
    return tuple(unused_rule.report(Span(pardon.at, pardon.at), sorted(pardon.codes), pardon.source) for pardon in idle)


def exit_status(outcome: Outcome, *, fail_rank: int, strict: bool) -> int:
    """Return 1 where a finding at or above the failing severity stands, or (strictly) where anything is unchecked."""
    if any(finding.severity.rank <= fail_rank for finding in outcome.findings):
        return 1
    return int(strict and any(trace.verdict in UNTOLD for trace in outcome.investigation.traces))
