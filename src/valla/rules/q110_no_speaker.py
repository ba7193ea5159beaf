"""Q110 no-speaker: nobody is named as the speaker of a quotation.

## What it finds
A quotation of a sentence or more for which the text names nobody: no speaker before, after or under it, and no work
whose author or whose own voice it could be. Quotations inside quotations, fragments of a few words and the turns of a
dialogue are left alone.

## Why it matters
Words without a mouth cannot be weighed. Whether a witness was present, had an interest or was in a position to know
can only be asked of somebody.

## What it does not mean
Not that nobody said it, and not that the author hides who did: the name may stand further off than Valla looks, or the
witness may need protection.

## What to do
Name the speaker near the quotation, or say why he or she cannot be named and how you know the words.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind
from valla.model.works import Citation
from valla.rules.phrases import end_sentence

RULE = Rule(code="Q110", name="no-speaker", severity=Severity.NOTE, since="0.1")

SHORT = 6
"""Words below which a fragment is a borrowed phrase whose speaker the sentence need not name."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation with an attribution to nobody."""
    for quotation in investigation.reported():
        attribution = investigation.attribution.get(quotation.id)
        if attribution is None or attribution.name is not None:
            continue
        citation = investigation.citation.get(quotation.id)
        if not has_voice(citation) and asks_for_speaker(investigation, quotation):
            told = f"Who says this cannot be told: {attribution.reason}"
            yield RULE.finding(quotation.span, end_sentence(told), quotation=quotation.id)


def has_voice(citation: Citation | None) -> bool:
    """Tell whether the citation names an author, or a work that speaks for itself as newspapers and records do."""
    return citation is not None and (citation.author is not None or citation.named)


def asks_for_speaker(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether a reader must ask who speaks here."""
    if quotation.kind is QuotationKind.TURN:
        return False
    words = len(quotation.words(investigation.document.text).split())
    return quotation.kind is not QuotationKind.FRAGMENT or words >= SHORT
