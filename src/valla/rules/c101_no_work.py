"""C101 no-work: no work is named in which a quotation could be looked up.

## What it finds
A quotation for which the text names no work: no book, article, letter, record or newspaper in which it could be looked
up. A dialogue counts once, however many turns it has. For a fragment of a few words this is only a note. Nothing is said
where the mark of a note stands beside the quotation or beside its speaker, where a page is given in brackets, and where
the paragraph cites a work for other words of the same speaker. A text that cites nothing at all, as most newspaper
articles do, is told so once.

## Why it matters
A quotation that cannot be looked up cannot be checked by anybody. Everything that is built on it rests on the author's
word.

## What it does not mean
Not that the words were never said. The author may have heard them, or have cited the work in a place where Valla does
not look for it.

## What to do
Name the work and the page; for words that you heard yourself, say when and where. If Valla found the words in your
library, the finding says where.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind
from valla.rules.phrases import name_place
from valla.rules.scope import block_around, names_work

RULE = Rule(code="C101", name="no-work", severity=Severity.WARNING, since="0.1")

Voices = dict[Span, frozenset[str]]

MANY = 5
"""Quotations without a work up to which each is reported also where the whole text cites nothing."""
BESIDE = 40
"""Code points behind a quotation in which the mark of a note or a page in brackets belongs to it."""
PAGE = re.compile(r"[^()\n]{0,8}\(\s*(?:pp?|ff?|fol|l|ch|cap|§)\.?\s*[\divxlc]")
LABEL = 160
"""Code points between two turns of one dialogue: a mark, a label and a line end, no paragraph of prose."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation without a work; where the text cites none for any of many, report it once."""
    bare = [group for group in dialogues(investigation) if not any(is_cited(investigation, row) for row in group)]
    voices = cited_voices(investigation)
    told = [group[0] for group in bare if not leans_on(investigation, group[0], voices)]
    if len(told) > MANY and not investigation.citations:
        first = told[0]
        message = f"None of the {len(told)} quotations of this text names a work; this is the first."
        yield RULE.finding(first.span, message, quotation=first.id)
        return
    for quotation in told:
        yield report(investigation, quotation)


def report(investigation: Investigation, quotation: Quotation) -> Finding:
    """Return the finding for one quotation, with its place where the library has it."""
    trace = investigation.trace.get(quotation.id)
    fragment = quotation.kind is QuotationKind.FRAGMENT
    passages = tuple(row.anchor for row in trace.passages) if trace is not None else ()
    message = "No work is named in which these words could be looked up."
    if passages:
        message = f"No work is named; the library has these words in {name_place(investigation, passages[0])}."
    severity = Severity.NOTE if fragment else RULE.severity
    return RULE.finding(quotation.span, message, quotation=quotation.id, evidence=passages, severity=severity)


def dialogues(investigation: Investigation) -> Iterator[list[Quotation]]:
    """Yield each quotation alone, but the turns of one dialogue together."""
    group: list[Quotation] = []
    for quotation in investigation.reported():
        if group and not (is_turn(group[-1]) and is_turn(quotation) and follows(group[-1], quotation)):
            yield group
            group = []
        group.append(quotation)
    if group:
        yield group


def is_turn(quotation: Quotation) -> bool:
    """Tell whether a quotation is one turn of a dialogue."""
    return quotation.kind is QuotationKind.TURN


def follows(earlier: Quotation, later: Quotation) -> bool:
    """Tell whether nothing but a label stands between two turns."""
    return later.span.start - earlier.span.end <= LABEL


def is_cited(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether a work is named for a quotation."""
    return names_work(investigation.citation.get(quotation.id))


def leans_on(investigation: Investigation, quotation: Quotation, voices: Voices) -> bool:
    """Tell whether a reader is led to a work in another way: by a note, a page in brackets, or the same paragraph."""
    if has_note(investigation, quotation):
        return True
    text, end = investigation.document.text, quotation.span.end
    if PAGE.match(text, end, end + BESIDE):
        return True
    block = block_around(investigation.document, quotation.span)
    cited = voices.get(block, frozenset()) if block is not None else frozenset()
    voice = voice_of(investigation, quotation)
    return bool(cited) and (quotation.kind is QuotationKind.FRAGMENT or not voice or voice in cited or "" in cited)


def has_note(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether the mark of a note stands in a quotation or in the words that lead up to it or follow it."""
    setting = investigation.setting.get(quotation.id)
    spans = [quotation.span, *((setting.cue, setting.tail) if setting is not None else ())]
    start = min(span.start for span in spans if span is not None)
    end = max(span.end for span in spans if span is not None) + BESIDE
    notes = investigation.document.notes
    first = bisect_left(notes, start, key=lambda note: note.mark.start)
    return first < len(notes) and notes[first].mark.start < end


def cited_voices(investigation: Investigation) -> Voices:
    """Return for each paragraph the speakers for whose words a work is cited in it."""
    voices: dict[Span, set[str]] = {}
    for row in investigation.quotations:
        block = block_around(investigation.document, row.span) if is_cited(investigation, row) else None
        if block is not None:
            voices.setdefault(block, set()).add(voice_of(investigation, row))
    return {block: frozenset(names) for block, names in voices.items()}


def voice_of(investigation: Investigation, quotation: Quotation) -> str:
    """Return the last name of a quotation's speaker in one case; empty where nobody is named."""
    attribution = investigation.attribution.get(quotation.id)
    name = attribution.name if attribution is not None else None
    return (name or "").casefold().rpartition(" ")[2]
