"""Q110 no-speaker: nobody is named as the speaker of a quotation.

## What it finds
A whole sentence in marks with nothing around it that says whose it is: no name before or behind it, not so much as a
“he”, no line under it, no note, and no work whose author or whose own voice it could be. Half a sentence that is built
into the author's own is left alone, and so are quotations inside quotations and the turns of a dialogue. Where many
quotations have no speaker, as in a history that goes on quoting from one paper for pages, this is told once for all.

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
from valla.rules.citing import has_note
from valla.rules.phrases import end_sentence

RULE = Rule(code="Q110", name="no-speaker", severity=Severity.NOTE, since="0.1", default=False)

WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"(?<=[^\s.!?:“”\"'‘’(\[—–-])[ \u00a0\n]+[“\"'‘(_*]*[A-ZÀ-ÞА-Я]")
"""A capital behind a word that ends no sentence: most likely a name or a title."""
PERSONS = frozenset(
    "i he she they we who er sie wir ich il elle ils elles je nous lui lei он она они мы я él ella ellos yo io noi".split()
)
"""Pronouns that stand for a speaker, in several languages."""
MANY = 12
"""Quotations without a speaker up to which each is reported."""
SENTENCE_ENDS = frozenset(".!?…")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation of which nobody can be told to be the speaker; where they are many, once for all of them."""
    told = [row for row in investigation.reported() if is_sentence(investigation, row) and is_bare(investigation, row)]
    if len(told) <= MANY:
        for quotation in told:
            reason = investigation.attribution[quotation.id].reason
            message = end_sentence(f"Who says this cannot be told: {reason}")
            yield RULE.finding(quotation.span, message, quotation=quotation.id)
    else:
        yield RULE.finding(
            told[0].span,
            f"For {len(told)} quotations it cannot be told who speaks; this is the first.",
            quotation=told[0].id,
            evidence=tuple(row.anchor for row in told[1:]),
        )


def is_bare(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether a quotation has an attribution to nobody, and nothing else that leads to a speaker."""
    attribution = investigation.attribution.get(quotation.id)
    if attribution is None or attribution.name is not None:
        return False
    return not has_voice(investigation, quotation) and not has_note(investigation, quotation)


def is_sentence(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence of its own and no turn of a dialogue."""
    if quotation.kind in {QuotationKind.TURN, QuotationKind.FRAGMENT}:
        return False
    words = quotation.words(investigation.document.text).strip()
    return words[-1:] in SENTENCE_ENDS and not words[:1].islower()


def has_voice(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether anything around a quotation says whose it is: its sentence, a line or label of its own, a citation."""
    citation = investigation.citation.get(quotation.id)
    if citation is not None and (citation.author is not None or citation.named):
        return True
    setting = investigation.setting.get(quotation.id)
    if setting is None:
        return False
    text = investigation.document.text
    around = (span.of(text) for span in (setting.cue, setting.tail) if span is not None)
    return setting.line is not None or setting.label is not None or any(names_somebody(words) for words in around)


def names_somebody(words: str) -> bool:
    """Tell whether words hold a pronoun for a person, or a capital that does not merely begin a sentence."""
    return NAME.search(words) is not None or any(word.casefold() in PERSONS for word in WORD.findall(words))
