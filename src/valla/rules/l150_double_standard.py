"""L150 double-standard: silence counts on one side and not on the other.

## What it finds
Two sentences of one text: in one a conclusion is drawn from the absence of evidence, in the other the author says that
absence proves little or nothing. Both are shown.

## Why it matters
A rule of evidence that holds for one side only is no rule.

## What it does not mean
Not that the two cases are alike: the record may be whole in one and in ruins in the other. Then that should be said.

It is asked only by name: of the two findings in texts read so far, one was disputed by another reader of the same essay.

## What to do
Say why silence counts in the one case and not in the other.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.rules.silence import drawn_from, refused_in, silence_in

RULE = Rule(code="L150", name="double-standard", severity=Severity.WARNING, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each refusal of an argument from silence in a text that makes one."""
    made = [row for row in investigation.claims if silence_in(row) and drawn_from(investigation, row)]
    for claim in investigation.claims:
        if made and refused_in(claim):
            words = quote_words(made[0].anchor.exact)
            yield RULE.finding(
                claim.span,
                f"Here absence is said to prove little; elsewhere the text argues from it: {words}",
                evidence=tuple(row.anchor for row in made),
            )
