"""L110 booster-instead-of-evidence: "obviously" stands where evidence should.

## What it finds
A sentence of the author's own with a booster ("obviously", "of course", "no doubt") for which neither a quotation nor a work
nor a word of evidence is offered.

## Why it matters
A booster asks the reader to agree without looking. Where there is evidence, it is not needed.

## What it does not mean
Not that the sentence is untrue. Some things are obvious.

## What to do
Give the evidence, or leave the word out.
"""

from collections.abc import Iterator

from valla.model.claims import ClaimKind, ClaimStatus, CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.rules.standing import cites_near, first_cue

RULE = Rule(code="L110", name="booster-instead-of-evidence", severity=Severity.NOTE, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each booster on a claim for which nothing is offered."""
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.BOOSTER)
        plain = claim.kind is ClaimKind.OWN and claim.status is ClaimStatus.ASSERTED
        if cue and plain and not first_cue(claim, CueKind.EVIDENCE) and not cites_near(investigation, claim.span):
            yield RULE.finding(claim.span, f"{quote_words(cue.words)}, and nothing is offered for it.")
