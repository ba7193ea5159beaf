"""R120 ruling-contradicted: a later ruling says the opposite of an earlier one.

## What it finds
Two rulings in the rulings file on one thing that do not agree: the same two names joined and parted, a proposal accepted
and rejected, or one field set to two values. The later one in the file counts.

## Why it matters
Two people have judged differently, or one has changed their mind; a reader should know that the matter was open.

## What it does not mean
Not that either ruling is wrong, and not that the file is damaged: nothing in it is ever rewritten.

## What to do
Look at both reasons. If the later one should not stand, add a third ruling.
"""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.judgements import Judgement, overruled

RULE = Rule(code="R120", name="ruling-contradicted", severity=Severity.NOTE, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each ruling that a later one contradicts."""
    for earlier, later in overruled(investigation.judgements):
        told = f"{in_words(earlier)} was ruled by {earlier.by} (line {earlier.line}); {later.by} ruled {in_words(later)} (line {later.line}), which counts."
        yield RULE.finding(place_of(investigation, later), told)


def in_words(row: Judgement) -> str:
    """Return a ruling in a few words."""
    about = " and ".join(row.on)
    return f"“{row.field} of {about}: {row.value}”" if row.field else f"“{row.kind}: {about}”"


def place_of(investigation: Investigation, row: Judgement) -> Span:
    """Return the place of the first row that a ruling is on; the beginning of the essay where it has none."""
    spans: dict[str, Span] = {str(mention.id): mention.span for mention in investigation.mentions}
    spans |= {str(one.id): investigation.mention[one.mentions[0]].span for one in investigation.entities}
    spans |= {str(quotation.id): quotation.span for quotation in investigation.quotations}
    spans |= {str(one.id): one.span for one in investigation.claims}
    spans |= {chain.link(hand): chain.at for chain in investigation.stemma.chains for hand in chain.hands}
    return next((spans[name] for name in row.subject if name in spans), Span(0, 0))
