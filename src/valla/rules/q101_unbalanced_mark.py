"""Q101 unbalanced-mark: the marks around a quotation do not balance.

## What it finds
A quotation whose marks do not balance: one is missing, doubled, turned the wrong way or of another family than its
partner, or the marks are never closed. Valla repairs such marks for its own reading, never in your text, and says what
it assumed. Where it could make no quotation out of a mark that has no partner, it points at the mark.

## Why it matters
Where the marks fail, a reader cannot tell whose words they are. An author's comment may pass for the words of a
witness, or a witness's words for the author's.

## What it does not mean
Not that the quotation is wrong. Marks are lost in copying, by word processors and in scans; the words between them may
be exact. Nor is Valla's repair certain: look at the reason that it gives. Where the words may run on in the paragraph below, as
in letters and verses whose marks are opened anew at each paragraph and closed at the last, nothing is said.

## What to do
Look up where the quotation begins and ends in the source, and set the mark there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Fault, Repair, Stray
from valla.rules.phrases import end_sentence, quote_words

RULE = Rule(code="Q101", name="unbalanced-mark", severity=Severity.WARNING, since="0.1")

FAULTS = {
    Fault.MISSING_OPEN: "The opening mark is missing before {after}",
    Fault.MISSING_CLOSE: "The closing mark is missing after {before}",
    Fault.REVERSED: "The mark {place} is turned the wrong way",
    Fault.DOUBLED: "The mark {place} is doubled",
    Fault.MIXED: "The mark {place} is of another family than its partner",
    Fault.UNCLOSED: "The marks are never closed; the quotation was taken to end after {before}",
}
OPEN = frozenset({Fault.MISSING_CLOSE, Fault.UNCLOSED})
FURTHER = 4
"""Blocks below that are looked at, for those without a letter are passed over."""
MARK = re.compile(r"[“”\"„«»‟‹›]|(?<![^\W_])[‘'](?=\w)")
AROUND = 28
"""Code points on either side of a mark by which it can be found."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each repair of a mark, at the mark or at the place where it should stand."""
    text = investigation.document.text
    for repair in investigation.repairs:
        if repair.fault in FAULTS and not goes_on(investigation.document, repair):
            yield RULE.finding(neighbourhood(text, repair.at), describe(text, repair), quotation=repair.quotation)
    for stray in investigation.strays:
        yield RULE.finding(neighbourhood(text, stray.at), tell_stray(text, stray))


def tell_stray(text: str, stray: Stray) -> str:
    """Return the words for a mark of which nothing was made."""
    if stray.opens:
        after = quote_words(words_after(text, stray.at.end))
        return f"The mark before {after} is never closed, and where the quotation would end could not be made out; it was left out."
    before = quote_words(words_before(text, stray.at.start))
    return f"The mark after {before} closes nothing, and where the quotation would begin could not be made out; it was left out."


def goes_on(document: Document, repair: Repair) -> bool:
    """Tell whether a mark that seems to be missing may stand further down: the words run on in the paragraph below.

    Printers open the marks of a long quotation anew at each paragraph and close them at the last; a letter's greeting, a
    verse and a signature are paragraphs, too.
    """
    if repair.fault is Fault.DOUBLED:
        return not stands_twice(document.text, repair.at.start)
    if repair.fault not in OPEN:
        return False
    following = bisect_right(document.blocks, repair.at.start, key=lambda block: block.span.start)
    for block in document.blocks[following : following + FURTHER]:
        words = block.span.of(document.text)
        if any(letter.isalpha() for letter in words):
            first = MARK.search(words)
            return first is not None and (first.start() <= 1 or not words[first.start() - 1].isspace())
    return False


def stands_twice(text: str, at: int) -> bool:
    """Tell whether the mark at a place, or beside it, is the same letter for letter as its neighbour."""
    beside = text[max(0, at - 1) : at + 2]
    return any(one == two and MARK.match(one) is not None for one, two in pairwise(beside))


def describe(text: str, repair: Repair) -> str:
    """Return the fault in words, with the words beside it and what was assumed."""
    before = words_before(text, repair.at.start)
    after = words_after(text, repair.at.end)
    told = FAULTS[repair.fault].format(
        before=quote_words(before), after=quote_words(after), place=say_place(before.strip(), after.strip())
    )
    return end_sentence(f"{told}: {repair.reason}" if repair.reason else told)


def say_place(before: str, after: str) -> str:
    """Return where a mark stands, by the words on either side of it."""
    if before and after:
        return f"between {quote_words(before)} and {quote_words(after)}"
    return f"before {quote_words(after)}" if after else f"after {quote_words(before)}"


def words_before(text: str, end: int) -> str:
    """Return the last few whole words before a place, of its own line."""
    line = text[max(0, end - AROUND) : end].rpartition("\n")[2]
    return line if len(line) < AROUND else line.partition(" ")[2] or line


def words_after(text: str, start: int) -> str:
    """Return the first few whole words behind a place, of its own line."""
    line = text[start : start + AROUND].partition("\n")[0]
    return line if len(line) < AROUND else line.rpartition(" ")[0] or line


def neighbourhood(text: str, at: Span) -> Span:
    """Return a mark's place widened to the words beside it, so that there is something to point at."""
    before, after = words_before(text, at.start), words_after(text, at.end)
    return Span(at.start - len(before), at.end + len(after))
