"""T102 polarity-changed: a negation was lost, added or exchanged.

## What it finds
A quotation that differs from its source by a negation: a “not”, “never”, “no” or “without” that was lost, added or
exchanged, or a word turned into its contrary (“honest” and “dishonest”).

## Why it matters
One short word reverses the testimony, and the rest of the sentence, which is exact, vouches for it. Tools that measure
likeness rate such a change as the slightest of all.

## What it does not mean
Not that the reversal is the author's: printers drop a “not” too, and the copy in your library may be the faulty one. Nor
is every change of a negation a change of sense (“not uncommon” and “common” lie near each other).

## What to do
Compare with another copy of the source. If the words are wrong, correct them and look again at every sentence that
rests on them.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import report_edits

RULE = Rule(code="T102", name="polarity-changed", severity=Severity.ERROR, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that differs from its source by a negation."""
    yield from report_edits(RULE, investigation, frozenset({Concern.POLARITY}))
