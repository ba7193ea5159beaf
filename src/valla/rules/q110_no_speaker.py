"""Q110 no-speaker: nobody is named as the speaker of a quotation.

## What it finds
A quotation of a sentence or more for which the text names nobody: no speaker before, after or under it, not so much as a
“he”, and no work whose author or whose own voice it could be. Quotations inside quotations, fragments of a few words and
the turns of a dialogue are left alone.

## Why it matters
Words without a mouth cannot be weighed. Whether a witness was present, had an interest or was in a position to know
can only be asked of somebody.

## What it does not mean
Not that nobody said it, and not that the author hides who did: the name may stand further off than Valla looks, or the
witness may need protection.

## What to do
Name the speaker near the quotation, or say why he or she cannot be named and how you know the words.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind
from valla.model.works import Citation
from valla.rules.phrases import end_sentence

RULE = Rule(code="Q110", name="no-speaker", severity=Severity.NOTE, since="0.1")

LETTERS = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"(?<=[^\s.!?:“”\"'‘’(\[—–-])[ \u00a0\n]+[“\"'‘(_*]*[A-ZÀ-ÞА-Я]")
"""A capital behind a word that ends no sentence: most likely a name or a title."""
PERSONS = frozenset(
    "i he she they we who er sie wir ich il elle ils elles je nous lui lei он она они мы я él ella ellos yo io noi".split()
)
"""Pronouns that stand for a speaker, in several languages."""

SHORT = 6
"""Words below which a fragment is a borrowed phrase whose speaker the sentence need not name."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation with an attribution to nobody."""
    for quotation in investigation.reported():
        attribution = investigation.attribution.get(quotation.id)
        if attribution is None or attribution.name is not None:
            continue
        citation = investigation.citation.get(quotation.id)
        if not has_voice(citation) and asks_for_speaker(investigation, quotation) and is_bare(investigation, quotation):
            told = f"Who says this cannot be told: {attribution.reason}"
            yield RULE.finding(quotation.span, end_sentence(told), quotation=quotation.id)


def has_voice(citation: Citation | None) -> bool:
    """Tell whether the citation names an author, or a work that speaks for itself as newspapers and records do."""
    return citation is not None and (citation.author is not None or citation.named)


def is_bare(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether the words around a quotation name nobody: no name that Valla may have missed, and no pronoun."""
    setting = investigation.setting.get(quotation.id)
    spans = (setting.cue, setting.tail) if setting is not None else ()
    around = [span.of(investigation.document.text) for span in spans if span is not None]
    return not any(names_somebody(words) for words in around)


def names_somebody(words: str) -> bool:
    """Tell whether words hold a pronoun for a person, or a capital that does not merely begin a sentence."""
    return NAME.search(words) is not None or any(word.casefold() in PERSONS for word in LETTERS.findall(words))


def asks_for_speaker(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether a reader must ask who speaks here."""
    if quotation.kind is QuotationKind.TURN:
        return False
    words = len(quotation.words(investigation.document.text).split())
    return quotation.kind is not QuotationKind.FRAGMENT or words >= SHORT
