"""What the rules report: the plate on a rule's door, and one finding."""

from dataclasses import dataclass, field
from enum import StrEnum

from valla.model.anchors import Anchor, Span
from valla.model.quotations import QuotationId


class Severity(StrEnum):
    """How much a finding weighs for someone who must decide whether to print."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Finding:
    """One thing an editor should look at: where, what, and the evidence for it.

    `span` is in the essay's text. `evidence` are places elsewhere (in a source, or in the essay) that bear it out.
    """

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    quotation: QuotationId | None = None
    evidence: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Rule:
    """The plate on a rule's door. A rule outside the default set runs only when it is selected."""

    code: str
    name: str
    severity: Severity
    since: str
    default: bool = True
    page: str = field(default="", compare=False)  # its page of the manual, for reports that carry it (SARIF, HTML)

    def finding(
        self,
        span: Span,
        message: str,
        *,
        quotation: QuotationId | None = None,
        evidence: tuple[Anchor, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this rule; a case that is graver or lighter than the rule may say so."""
        return Finding(
            span=span,
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=message,
            quotation=quotation,
            evidence=evidence,
        )
