"""C130 title-variant: a title is written in two ways.

## What it finds
Two citations whose titles are the same but for a word or two that are nearly alike: a letter lost, a singular for a
plural. Volumes, years and numbers that differ make different works, and a title that is merely cut short is no variant.

## Why it matters
A reader who looks for a title that does not exist may conclude that the work does not. Programs that count sources
count one work twice.

## What it does not mean
Not which of the two spellings is right. Two works may bear almost the same title.

## What to do
Compare with the title page, and write the title alike throughout.
"""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Citation
from valla.rules.citing import citation_lines
from valla.rules.phrases import quote_words
from valla.text.fingerprints import bare_words

RULE = Rule(code="C130", name="title-variant", severity=Severity.NOTE, since="0.1")

ALIKE = 75
"""From 0 to 100: how alike two words must be to be one word misspelt or inflected."""
COMPARED = 100
"""Earlier titles with the same first word that a title is held against."""
LEAST = 2
"""Words that a title must have: single words that are nearly alike are mostly two works."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each title that is nearly, but not quite, one that was cited before."""
    seen: dict[str, dict[str, Citation]] = defaultdict(dict)
    for line in citation_lines(investigation):
        title = line[0].title
        folded = bare_words(title) if title else ""
        if len(folded.split()) < LEAST or folded in seen[folded.split()[0]]:
            continue
        earlier = next((row for known, row in seen[folded.split()[0]].items() if is_variant(known, folded)), None)
        if earlier is not None:
            yield RULE.finding(
                line[0].at,
                f"Cited here as {quote_words(title or '')}, before as {quote_words(earlier.title or '')}.",
                quotation=line[0].quotation,
                evidence=(investigation.document.anchor(earlier.at),),
            )
        if len(seen[folded.split()[0]]) < COMPARED:
            seen[folded.split()[0]][folded] = line[0]


def is_variant(one: str, other: str) -> bool:
    """Tell whether two folded titles differ in few words, each nearly like its fellow, and in no number."""
    pairs = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    compared = min(len(one.split()), len(other.split()))
    if not pairs or len(pairs) > max(1, compared // 4):
        return False
    return all(ratio(*pair) >= ALIKE and not any(char.isdigit() for char in "".join(pair)) for pair in pairs)
