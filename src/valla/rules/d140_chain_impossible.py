"""D140 chain-impossible: statements about the order of events that cannot all hold.

## What it finds
Statements of the text that one event came before or after another, which together go round in a circle, or which put
an event before another that is dated earlier. The shortest such chain is named.

## Why it matters
Each statement may look right by itself; only together are they impossible. Invented sequences are seldom free of it.

## What it does not mean
Not which of the statements is wrong: one of the chain is, and the rule cannot know which.

## What to do
Go through the chain and look up each step.
"""

from collections.abc import Iterator

from valla.model.dates import Contradiction, EventId
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words

RULE = Rule(code="D140", name="chain-impossible", severity=Severity.WARNING, since="0.2", default=False)
SHOWN = 6
"""Steps of a chain that the message tells; the evidence has all."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each chain at its first statement in the text."""
    for chain in investigation.contradictions:
        spans = sorted(row.span for row in chain.relations)
        if spans:
            yield RULE.finding(
                spans[0],
                say_chain(investigation, chain),
                evidence=tuple(investigation.document.anchor(span) for span in spans[1:]),
            )


def say_chain(investigation: Investigation, chain: Contradiction) -> str:
    """Return a chain in words."""
    names = [say_event(investigation, event) for event in chain.events[:SHOWN]]
    if len(chain.events) > SHOWN:
        names.append(f"{len(chain.events) - SHOWN} more")
    end = "and that before the first" if chain.circle else "but the first is dated later than the last"
    return f"These cannot all hold: {' before '.join(names)}, {end}."


def say_event(investigation: Investigation, event: EventId) -> str:
    """Return an event in words: whose it is and what, else the words that tell of it."""
    row = investigation.event.get(event)
    if row is None:
        return event
    if row.subject is not None and row.cue:
        return f"{row.subject} ({row.cue})"
    return quote_words(row.span.of(investigation.document.text), 50)
