"""T107 spelling-changed: words are spelt otherwise than in the source.

## What it finds
A quotation whose words are those of its source in another spelling: an older one, a regional one, another way of writing
a foreign name, or letters that a scan confused.

## Why it matters
Where the letters themselves are evidence (in the dating of a document, or in an edition) a modernised spelling must be
announced.

## What it does not mean
Not that anything is wrong. Most quotations are modernised by good custom, and scans misread letters by the thousand;
therefore this rule speaks only when it is asked for.

## What to do
Say once, in a note on your practice, that spelling is modernised; or quote to the letter.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import report_edits

RULE = Rule(code="T107", name="spelling-changed", severity=Severity.NOTE, since="0.1", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that spells words otherwise than its source."""
    yield from report_edits(RULE, investigation, frozenset({Concern.SPELLING, Concern.SCAN}))
