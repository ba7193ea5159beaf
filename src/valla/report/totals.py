"""The totals in words. What could not be checked has its own count and is never told as a success."""

from valla.model.findings import Severity
from valla.model.traces import Verdict
from valla.report.phrases import count_of, count_severity, join_words
from valla.report.tally import Tally

OUTCOMES = {
    Verdict.VERBATIM: ("word for word as in the source", "word for word as in the source"),
    Verdict.VARIANT: ("in another spelling", "in another spelling"),
    Verdict.ELIDED: ("shortened with a mark", "shortened with a mark"),
    Verdict.ALTERED: ("differs from the source", "differ from the source"),
    Verdict.SPLICED: ("joins separate places", "join separate places"),
    Verdict.ELSEWHERE: ("found in another work than the one cited", "found in another work than the one cited"),
    Verdict.NOT_FOUND: ("not found in the cited work", "not found in the cited work"),
    Verdict.TOO_SHORT: ("too short to be traced", "too short to be traced"),
    Verdict.UNCHECKED: ("could not be checked", "could not be checked"),
}


def say_findings(tally: Tally) -> str:
    """Return the first sentence: how many findings, in how many quotations, of which weight."""
    where = f"in {count_of(tally.quotations, 'quotation')}"
    if not tally.findings:
        return f"No findings {where}."
    weights = [count_severity(tally.severities[level], level) for level in Severity if tally.severities[level]]
    return f"{count_of(tally.findings, 'finding')} {where}: {join_words(weights)}."


def say_verdicts(tally: Tally) -> tuple[tuple[Verdict, str], ...]:
    """Return each verdict that was given with its count in words; the unchecked come last, and are always told."""
    told = [verdict for verdict in OUTCOMES if tally.verdicts[verdict]]
    return tuple((verdict, f"{tally.verdicts[verdict]:,} {outcome_words(verdict, tally)}") for verdict in told)


def outcome_words(verdict: Verdict, tally: Tally) -> str:
    """Return what happened to the quotations of a verdict, in the singular or the plural."""
    one, many = OUTCOMES[verdict]
    return one if tally.verdicts[verdict] == 1 else many


def say_caution(tally: Tally) -> str:
    """Return what the totals do not mean; empty where every quotation was checked."""
    unchecked = tally.quotations - tally.checked
    if not tally.quotations:
        return "No quotation was found, so nothing was compared. This is not a pass."
    if not tally.checked:
        return "No quotation was compared with a source. This is not a pass: nothing is known of their words."
    if unchecked:
        return f"{unchecked:,} of {count_of(tally.quotations, 'quotation')} could not be checked: nothing is known of their words."
    return ""


def say_set_aside(tally: Tally) -> str:
    """Return what does not count: suppressed findings and those of the baseline; empty where there are none."""
    parts = []
    if tally.suppressed:
        parts.append(f"{count_of(tally.suppressed, 'finding')} suppressed with a reason")
    if tally.known:
        parts.append(f"{count_of(tally.known, 'finding')} known from the baseline")
    return f"Not counted: {join_words(parts)}." if parts else ""
