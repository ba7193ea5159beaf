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

import re
from collections.abc import Iterator

from valla.model.claims import Claim, ClaimKind, CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.rules.standing import cites_near, first_cue
from valla.text.words import flatten

RULE = Rule(code="L110", name="booster-instead-of-evidence", severity=Severity.NOTE, since="0.2", default=False)


LEADS = re.compile(
    r"\W*(?:And |But |So |Yet )?(?:Obviously|Clearly|Certainly|Of course|Undoubtedly|No doubt|Surely|Evidently|Plainly|Undeniably|"
    r"Unquestionably|Needless to say|Without (?:a |any )?doubt|Beyond (?:all |any )?doubt|Everyone knows)\b"
)
"""A booster that a sentence begins with: it stands for the evidence; one further on says how sure the author is of a part."""
BECAUSE = re.compile(r"[,;] (?:for|since|as|seeing that)\b|\bas (?:even|the|these|his|her|it|there)\b", re.IGNORECASE)
REASONED = (
    CueKind.EVIDENCE,
    CueKind.CONCLUSION,
    CueKind.SUPPOSITION,
    CueKind.ABSENCE,
    CueKind.REASON,
    CueKind.NAMELESS,
)
"""Cues of a sentence that does more than assure."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each booster on a claim for which nothing is offered."""
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.BOOSTER)
        if cue and LEADS.match(claim.anchor.exact) and stands_bare(claim) and not cites_near(investigation, claim.span):
            yield RULE.finding(claim.span, f"{quote_words(cue.words)}, and nothing is offered for it.")


def stands_bare(claim: Claim) -> bool:
    """Tell whether a claim is the author's and neither a quotation, a work, a reason nor a word of evidence stands with it."""
    offered = claim.quotations or claim.works or first_cue(claim, *REASONED)
    return claim.kind is ClaimKind.OWN and not offered and not BECAUSE.search(flatten(claim.anchor.exact))
