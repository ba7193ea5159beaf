"""C120 ibid-unresolved: a citation points back at nothing.

## What it finds
A citation that points back ("ibid.", "op. cit.", "loc. cit.", "idem") where no earlier citation can be made out that it
points to. A short title whose full form is given nowhere is no such pointer and is left alone.

## Why it matters
Such a citation leads nowhere. When paragraphs are moved or a note is struck out, "ibid." silently comes to mean another
work.

## What it does not mean
Not that the source does not exist: the citation that it pointed to may have been lost in editing, or may stand in a
form that Valla does not read.

## What to do
Write the citation out, at least with author and short title.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Citation, Reference
from valla.rules.citing import citation_lines
from valla.rules.phrases import quote_words

RULE = Rule(code="C120", name="ibid-unresolved", severity=Severity.WARNING, since="0.1")

WANTED = {
    Reference.IBID: "no work is cited before it",
    Reference.LOC_CIT: "no place is cited before it",
    Reference.IDEM: "no author is named before it",
    Reference.OP_CIT: "no work of this author is cited before it",
}


LONGEST = 12
"""Words of a reference back, at most; in more of them it stands among other citations, and points at one of those."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation line that points back at nothing."""
    for line in citation_lines(investigation):
        if line[0].unresolved and line[0].reference in WANTED and len(line[0].raw.split()) <= LONGEST:
            yield RULE.finding(line[0].at, describe(line[0]), quotation=line[0].quotation)


def describe(citation: Citation) -> str:
    """Return what the citation points at in vain."""
    return f"{quote_words(citation.raw)} cannot be followed: {WANTED[citation.reference]}."
