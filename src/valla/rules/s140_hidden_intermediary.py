"""S140 hidden-intermediary: one work is cited, and the words are those of another that quotes it.

## What it finds
A quotation that differs from the cited work where another work on the shelf, which holds the same passage, has the
quotation's very words: its error, or its cut.

## Why it matters
Whoever copies a quotation from another book copies its mistakes with it. The shared error shows the way that the words came, and an unnamed pair of hands has chosen them.

## What it does not mean
Not that the author hid it on purpose. Both may have used an edition that is not on the shelf.

## What to do
Look the words up in the cited work, quote them as it has them, or name the work through which they came.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import HARMLESS, Passage, Trace
from valla.rules.citing import is_own_work
from valla.rules.phrases import count_of, name_place
from valla.text.words import words_in

RULE = Rule(code="S140", name="hidden-intermediary", severity=Severity.WARNING, since="0.2", default=False)

SAME = 8
"""Words that must stand in the other work exactly as they are quoted."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation whose differences from the cited work are those of another work."""
    for quotation, trace in investigation.traced():
        citation = investigation.citation.get(quotation.id)
        if citation is not None and (citation.via is None or is_own_work(citation)):
            borrowed = differences(trace)
            rival = lender(trace, quotation.words(investigation.document.text)) if borrowed else None
            if rival is not None:
                yield RULE.finding(
                    quotation.span,
                    f"{name_place(investigation, rival.anchor)} has these very words; the cited work differs in {count_of(borrowed, 'place')}.",
                    quotation=quotation.id,
                    evidence=(rival.anchor, trace.passages[0].anchor),
                )


def differences(trace: Trace) -> int:
    """Return in how many places the quotation differs from the cited work in more than form."""
    hidden = [gap for gap in trace.gaps if not gap.marked and gap.words]
    return sum(edit.concern not in HARMLESS for edit in trace.edits) + len(hidden) if trace.passages else 0


def lender(trace: Trace, words: str) -> Passage | None:
    """Return the place in another work where the words stand as they are quoted."""
    quoted = [word.key for word in words_in(words)]
    home = {passage.document for passage in trace.passages}
    for rival in trace.rivals:
        if (
            rival.document not in home
            and len(quoted) >= SAME
            and [word.key for word in words_in(rival.anchor.exact)] == quoted
        ):
            return rival
    return None
