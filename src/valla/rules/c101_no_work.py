"""C101 no-work: no work is named in which a quotation could be looked up.

## What it finds
A quotation for which the text names no work: no book, article, letter, record or newspaper in which it could be looked
up. A dialogue counts once, however many turns it has. For a fragment of a few words this is only a note, and nothing is
said of it where its paragraph cites a work for another quotation. A text that cites nothing at all, as most newspaper
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

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationKind
from valla.rules.phrases import name_place
from valla.rules.scope import block_around, names_work

RULE = Rule(code="C101", name="no-work", severity=Severity.WARNING, since="0.1")

MANY = 5
"""Quotations without a work up to which each is reported also where the whole text cites nothing."""
LABEL = 160
"""Code points between two turns of one dialogue: a mark, a label and a line end, no paragraph of prose."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation without a work; where the text cites none for any of many, report it once."""
    bare = [group for group in dialogues(investigation) if not any(is_cited(investigation, row) for row in group)]
    citing = citing_blocks(investigation)
    told = [group[0] for group in bare if not leans_on_neighbour(investigation, group[0], citing)]
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


def leans_on_neighbour(investigation: Investigation, quotation: Quotation, citing: frozenset[Span]) -> bool:
    """Tell whether a fragment stands in a paragraph that cites a work for another quotation."""
    fragment = quotation.kind is QuotationKind.FRAGMENT
    return fragment and block_around(investigation.document, quotation.span) in citing


def citing_blocks(investigation: Investigation) -> frozenset[Span]:
    """Return the paragraphs in which a work is cited for a quotation."""
    cited = (row.span for row in investigation.quotations if is_cited(investigation, row))
    blocks = (block_around(investigation.document, span) for span in cited)
    return frozenset(block for block in blocks if block is not None)
