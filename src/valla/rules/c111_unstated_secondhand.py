"""C111 unstated-secondhand: the cited work is by another than the speaker.

## What it finds
Words of one person for which a work by another is cited, without a word on how they came into it: a general speaks, and
the citation names a biography that somebody wrote thirty years later.

## Why it matters
The author of the cited work is a witness of his own. How he knew the words, and in what state they reached him, is the
first thing that a reader must ask, and the citation hides that there is anything to ask.

## What it does not mean
Not that the words are wrong, nor that the author of the work invented them. Editors of letters and collectors of
documents are cited in just this way. Valla also takes the one name for the other where a text names both; therefore this
rule speaks only when it is asked for.

## What to do
Say from where the cited work has the words: "quoted in", "as told to", "letter printed in".
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.citing import citation_lines, is_own_work
from valla.rules.phrases import quote_words

RULE = Rule(code="C111", name="unstated-secondhand", severity=Severity.NOTE, since="0.1", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation of a work that is by another than the speaker and through which the words must have come."""
    for line in citation_lines(investigation):
        for citation in line:
            attribution = investigation.attribution.get(citation.quotation)
            speaker = attribution.name if attribution is not None else None
            if citation.via and is_own_work(citation) and speaker is not None:
                yield RULE.finding(
                    citation.at,
                    f"{speaker} speaks; the work cited is {quote_words(citation.via)}. How the words came into it is not said.",
                    quotation=citation.quotation,
                )
                break
