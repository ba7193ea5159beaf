"""Names for findings that outlive edits elsewhere in the text.

A fingerprint is made of the rule, of the quoted words (case, punctuation and white space apart) and of the number of
earlier findings with the same two; never of a line or an offset. So a finding keeps its name when text is added or
removed around it, and loses it when the quoted words themselves change.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from valla.model.findings import Finding
from valla.model.investigation import Investigation

LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that two of a hundred thousand findings meet about once in four billion runs."""


def fingerprint_findings(investigation: Investigation, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return one fingerprint for each finding, in the order given; equal findings are numbered in that order."""
    seen: Counter[tuple[str, str]] = Counter()
    prints = []
    for finding in findings:
        key = (finding.code, known_by(investigation, finding))
        prints.append(fingerprint_of(*key, seen[key]))
        seen[key] += 1
    return tuple(prints)


def fingerprint(investigation: Investigation, finding: Finding, occurrence: int) -> str:
    """Return the fingerprint of a finding that is preceded by `occurrence` findings of the same rule and words."""
    return fingerprint_of(finding.code, known_by(investigation, finding), occurrence)


def fingerprint_of(code: str, words: str, occurrence: int) -> str:
    """Return the hexadecimal digest of the three things that name a finding."""
    named = "\0".join((code, words, str(occurrence)))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def known_by(investigation: Investigation, finding: Finding) -> str:
    """Return the words that a finding is known by: those of its quotation, else of its place, else its message."""
    text = investigation.document.text
    quotation = investigation.quotation.get(finding.quotation) if finding.quotation else None
    words = quotation.words(text) if quotation else finding.span.of(text)
    return bare_words(words) or bare_words(finding.message)


def bare_words(text: str) -> str:
    """Return the letters and digits of a text in one case and one form, with single blanks between the words."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in folded).split())
