"""L140 silence-as-proof: absence of evidence is argued from as proof.

## What it finds
A sentence that says that nothing was found, or that a person never mentioned a thing, where a conclusion is drawn from it
in the same sentence or the next; cue-based, and the cues are shown.

## Why it matters
Silence proves something only where the silent witness would have known and would have spoken, and where the record is
whole. That must be shown first.

## What it does not mean
Not that the conclusion is wrong. Silence can be strong evidence where speech was to be expected.

## What to do
Say why the witness should have known and spoken, and that the record is complete.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.rules.silence import arguments_from_silence

RULE = Rule(code="L140", name="silence-as-proof", severity=Severity.WARNING, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each conclusion from silence, once where two silences bear it."""
    for row in arguments_from_silence(investigation):
        yield RULE.finding(row.sentence, f"{quote_words(row.absent)} is argued from ({quote_words(row.drawn)}).")
