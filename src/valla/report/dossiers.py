"""Everything that is known of one quotation, gathered from the tables for a reader."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TypeVar

from valla.model.anchors import Span
from valla.model.findings import Finding
from valla.model.investigation import Investigation, Outcome
from valla.model.quotations import Attribution, Insertion, Link, Omission, Quotation, QuotationId, Repair
from valla.model.traces import Trace, Verdict
from valla.model.works import Citation
from valla.text.fingerprints import fingerprint_findings

Row = TypeVar("Row", Insertion, Link, Omission, Repair)


class Standing(StrEnum):
    """Whether a finding counts, and if not, why."""

    NEW = "new"
    SUPPRESSED = "suppressed"
    KNOWN = "known"  # it is in the baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding as a report lists it."""

    finding: Finding
    fingerprint: str
    standing: Standing = Standing.NEW
    reason: str = ""  # why it was suppressed


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One quotation with all that was found about it; `number` counts from 1 those that report someone's words."""

    number: int
    quotation: Quotation
    attribution: Attribution | None
    citation: Citation | None
    links: tuple[Link, ...]
    repairs: tuple[Repair, ...]
    trace: Trace | None
    entries: tuple[Entry, ...]

    @property
    def verdict(self) -> Verdict | None:
        """Return how the words stand to the sources; None for marks that quote nobody."""
        if self.trace is not None:
            return self.trace.verdict
        return None if self.quotation.scare else Verdict.UNCHECKED

    @property
    def counting(self) -> tuple[Entry, ...]:
        """Return the findings that count."""
        return tuple(entry for entry in self.entries if entry.standing is Standing.NEW)


def list_entries(outcome: Outcome) -> tuple[Entry, ...]:
    """Return every finding of an outcome with its fingerprint and its standing, in the order of the text."""
    rows = [
        *((finding, Standing.NEW, "") for finding in outcome.findings),
        *((finding, Standing.SUPPRESSED, reason) for finding, reason in outcome.suppressed),
        *((finding, Standing.KNOWN, "") for finding in outcome.known),
    ]
    rows.sort(key=lambda row: (*order_of(row[0]), row[1].value, row[2]))
    prints = fingerprint_findings(outcome.investigation, [finding for finding, _, _ in rows])
    return tuple(
        Entry(finding=finding, fingerprint=name, standing=standing, reason=reason)
        for (finding, standing, reason), name in zip(rows, prints, strict=True)
    )


def by_weight(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return findings with the gravest first, each weight in the order of the text."""
    return tuple(sorted(entries, key=lambda entry: entry.finding.severity.rank))


def order_of(finding: Finding) -> tuple[Span, str, str]:
    """Return the order in which findings are listed and numbered: by place, rule and message."""
    return (finding.span, finding.code, finding.message)


def gather_dossiers(investigation: Investigation, entries: Iterable[Entry]) -> tuple[Dossier, ...]:
    """Return one dossier for each quotation, scare quotations included, in the order of the text."""
    by_quotation = defaultdict(list)
    for entry in entries:
        by_quotation[entry.finding.quotation].append(entry)
    links, repairs = group_rows(investigation.links), group_rows(investigation.repairs)
    numbers = count(1)
    return tuple(
        Dossier(
            number=0 if row.scare else next(numbers),
            quotation=row,
            attribution=investigation.attribution.get(row.id),
            citation=investigation.citation.get(row.id),
            links=tuple(links.get(row.id, ())),
            repairs=tuple(repairs.get(row.id, ())),
            trace=investigation.trace.get(row.id),
            entries=tuple(by_quotation.get(row.id, ())),
        )
        for row in investigation.quotations
    )


def group_rows(rows: Iterable[Row]) -> dict[QuotationId, list[Row]]:
    """Return rows by the quotation they speak of, each list in the order of its table."""
    grouped: dict[QuotationId, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.quotation].append(row)
    return grouped


def loose_entries(investigation: Investigation, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the findings that belong to no quotation."""
    return tuple(entry for entry in entries if entry.finding.quotation not in investigation.quotation)
