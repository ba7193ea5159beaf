"""Counts: how many findings of which weight, how many quotations with which verdict, which works are missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from valla.model.findings import Severity
from valla.model.investigation import Outcome
from valla.model.quotations import QuotationId
from valla.model.traces import UNTOLD, Verdict
from valla.report.dossiers import Dossier
from valla.report.plain import on_one_line

NO_WORK = ""
"""The work that would be needed where the text names none."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Wanted:
    """A work that is not held, and the quotations that it would settle; an empty `work` stands for none named."""

    work: str
    quotations: tuple[QuotationId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of one outcome. `verdicts` and `severities` have an entry for every member, zeros included."""

    quotations: int  # those that report someone's words, nested ones included
    scare: int
    findings: int
    suppressed: int
    known: int
    severities: dict[Severity, int]
    verdicts: dict[Verdict, int]
    wanted: tuple[Wanted, ...]  # the work that would settle most comes first; "none named" comes last

    @property
    def checked(self) -> int:
        """Return how many quotations were compared with a source."""
        return self.quotations - sum(self.verdicts[verdict] for verdict in UNTOLD)


def tally_outcome(outcome: Outcome, dossiers: Iterable[Dossier]) -> Tally:
    """Return the counts of an outcome."""
    quoting = [dossier for dossier in dossiers if not dossier.quotation.scare]
    severities = Counter(finding.severity for finding in outcome.findings)
    verdicts = Counter(dossier.verdict for dossier in quoting)
    return Tally(
        quotations=len(quoting),
        scare=len(outcome.investigation.quotations) - len(quoting),
        findings=len(outcome.findings),
        suppressed=len(outcome.suppressed),
        known=len(outcome.known),
        severities={severity: severities[severity] for severity in Severity},
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        wanted=list_wanted(quoting),
    )


def list_wanted(dossiers: Iterable[Dossier]) -> tuple[Wanted, ...]:
    """Return the works that unchecked quotations would need."""
    needs: dict[str, list[QuotationId]] = defaultdict(list)
    spelling: dict[str, str] = {}
    for dossier in dossiers:
        if dossier.verdict is Verdict.UNCHECKED:
            work = wanted_work(dossier)
            name = spelling.setdefault(work.casefold(), work)
            needs[name].append(dossier.quotation.id)
    rows = (Wanted(work=work, quotations=tuple(ids)) for work, ids in needs.items())
    return tuple(sorted(rows, key=lambda row: (row.work == NO_WORK, -len(row.quotations), row.work)))


def wanted_work(dossier: Dossier) -> str:
    """Return the name of the work in which an unchecked quotation could be looked up."""
    if dossier.trace is not None and dossier.trace.wanted:
        return on_one_line(dossier.trace.wanted)
    citation = dossier.citation
    if citation is None or not (citation.named or citation.author):
        return NO_WORK
    return on_one_line(
        ", ".join(filter(None, (citation.told_author, citation.title or citation.container or citation.archive)))
    )
