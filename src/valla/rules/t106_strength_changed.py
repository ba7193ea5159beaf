"""T106 strength-changed: a statement goes further or less far than in its source.

## What it finds
A quotation in which a statement goes further or less far than in its source: “all” for “some”, “always” for “often”,
“must” for “may”, a “perhaps” or an “only” lost or added.

## Why it matters
Caution is part of testimony. Whoever takes away the “perhaps” of a witness makes him swear to what he only supposed.

## What it does not mean
Not that the sense is always changed: “shall” and “will”, “every” and “each” often mean the same, and translations
choose freely between them.

## What to do
Compare with the source and give its own words.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import report_edits

RULE = Rule(code="T106", name="strength-changed", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that differs from its source by a word of quantity or of certainty."""
    yield from report_edits(RULE, investigation, frozenset({Concern.QUANTIFIER, Concern.MODALITY}))
