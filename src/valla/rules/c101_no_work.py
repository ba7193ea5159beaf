"""C101 no-work: no work is named in which a quotation could be looked up.

## What it finds
A quotation for which the text names no work: no book, article, letter, record or newspaper in which it could be looked
up. A dialogue counts once, however many turns it has, and for a fragment of a few words this is only a note.

Nothing is said where the mark of a note stands beside the quotation or beside its speaker, or where a page is given in
brackets. A quotation without a line under it is left alone if the words before it give a date, or if a work by its
speaker is named shortly before or behind it; where nobody is named, any work in the paragraph will do. Where many
quotations name no work, as in most newspaper articles and in histories that go on quoting from one paper for pages, this
is told once for all of them.

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

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind, Setting
from valla.rules.citing import BESIDE, has_note, names_work
from valla.rules.phrases import name_place
from valla.rules.scope import block_around

RULE = Rule(code="C101", name="no-work", severity=Severity.WARNING, since="0.1")

Places = list[tuple[int, str]]

FEW, MANY = 5, 12
"""Quotations without a work up to which each is reported: in a text that cites nothing at all, and in one that does."""
BEFORE, BEHIND, FAR_BEFORE = 600, 300, 2000
"""Code points before and behind a quotation in which a work that is named may be its own; the last in a text with notes."""
BRACKET = re.compile(r"[^()\n]*(?:\n[^()\n]+)*\([^()]{0,200}?\d")
PAGE = re.compile(r"[^()\n]{0,8}\(\s*(?:pp?|ff?|fol|l|ch|cap|§)\.?\s*[\divxlc]")
LABEL = 160
"""Code points between two turns of one dialogue: a mark, a label and a line end, no paragraph of prose."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation without a work; where they are many, once for all of them."""
    bare = [group for group in dialogues(investigation) if not any(is_cited(investigation, row) for row in group)]
    places = gather_places(investigation)
    told = [group[0] for group in bare if not leans_on(investigation, group[0], places)]
    if len(told) <= (MANY if investigation.citations else FEW):
        for quotation in told:
            yield report(investigation, quotation)
    else:
        yield report_all(told)


def report_all(told: list[Quotation]) -> Finding:
    """Return one finding for many quotations, at the first of them; the others are its evidence."""
    return RULE.finding(
        told[0].span,
        f"For {len(told)} quotations Valla made out no work in which they could be looked up; this is the first.",
        quotation=told[0].id,
        severity=Severity.NOTE,
        evidence=tuple(row.anchor for row in told[1:]),
    )


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


def leans_on(investigation: Investigation, quotation: Quotation, places: Places) -> bool:
    """Tell whether a reader is led to a work in another way: by a note, a page in brackets, or the words around."""
    if has_note(investigation, quotation):
        return True
    text, end = investigation.document.text, quotation.span.end
    if PAGE.match(text, end, end + BESIDE):
        return True
    setting = investigation.setting.get(quotation.id)
    if setting is not None and setting.line is not None:
        return False  # a line under the quotation is where the work should stand
    if setting is None or (setting.cue is None and setting.tail is None):
        return quotation.kind is QuotationKind.FRAGMENT
    return is_placed(investigation, quotation, setting) or has_work_near(investigation, quotation, places)


def is_placed(investigation: Investigation, quotation: Quotation, setting: Setting) -> bool:
    """Tell whether the words that lead up to a quotation date it, or a bracket behind it holds a number.

    Whoever writes "in his letter of 9 May 1871" names a paper, if not where it lies.
    """
    text, end = investigation.document.text, quotation.span.end
    cue = setting.cue.of(text) if setting.cue is not None else ""
    return any(char.isdigit() for char in cue) or BRACKET.match(text, end, end + BEHIND) is not None


def has_work_near(investigation: Investigation, quotation: Quotation, places: Places) -> bool:
    """Tell whether a work by the speaker is named before or behind a quotation; any in its paragraph, if nobody is named.

    A text with notes goes on quoting from a paper long after the note that names it.
    """
    voice = voice_of(investigation, quotation)
    before = FAR_BEFORE if investigation.document.notes else BEFORE
    start, end = quotation.span.start - before, quotation.span.end + BEHIND
    block = block_around(investigation.document, quotation.span)
    if not voice and block is not None:
        start, end = block.start, block.end
    first = bisect_left(places, start, key=lambda row: row[0])
    last = bisect_left(places, end, key=lambda row: row[0])
    near = {name for _, name in places[first:last]}
    if not voice:
        return bool(near) or quotation.kind is QuotationKind.FRAGMENT
    return voice in near


def gather_places(investigation: Investigation) -> Places:
    """Return where a reader is led to a work, in order, each with the last name of the author or of the speaker.

    A place counts for each of them. The mark of a note has no name, nor has a title.
    """
    places = {(note.mark.start, "") for note in investigation.document.notes}
    places |= {(title.anchor.span.start, "") for title in investigation.titles}
    for citation in investigation.citations:
        attribution = investigation.attribution.get(citation.quotation)
        names = (citation.author, attribution.name if attribution is not None else None)
        places |= {(citation.at.start, last_name(name)) for name in names}
    return sorted(places)


def voice_of(investigation: Investigation, quotation: Quotation) -> str:
    """Return the last name of a quotation's speaker in one case; empty where nobody is named."""
    attribution = investigation.attribution.get(quotation.id)
    return last_name(attribution.name if attribution is not None else None)


def last_name(name: str | None) -> str:
    """Return the last word of a name in one case."""
    return (name or "").casefold().rpartition(" ")[2]
