"""Whose word is set aside for an interest, and whose is believed: cues in the author's own sentences."""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.investigation import Investigation
from valla.model.quotations import Found
from valla.text.prose import author_sentences
from valla.text.words import flatten

_ANYBODY = r"(?:any(?:one|body)|every(?:one|body)|(?:any|every) [a-z]{3,14}|a [a-z]{3,14}|all [a-z]{3,14})"
_DENY = r"(?:deny|denies|profess|protest|plead|swear|say so|say that|say this|say it|claim)"
SET_ASIDE = re.compile(
    rf"\b{_ANYBODY} (?:[a-z]+ ){{0,6}}?(?:would|will) (?:[a-z]+ )?{_DENY}\b|"
    rf"\b(?:naturally|of course),? (?:he|she|they|a [a-z]{{3,14}}|the [a-z]{{3,14}}|[A-Z][\w’-]+) (?:would|will) (?:[a-z]+ )?{_DENY}\b",
    re.IGNORECASE,
)
TRUSTED = re.compile(
    r"\b(?:had|has|have|with|can have had|could have had) (?:absolutely )?no (?:conceivable |possible |earthly )?(?:reason|motive|interest|cause)"
    r"(?: whatever)? (?:to (?:lie|invent|deceive|mislead|make)|for (?:lying|inventing|deceiving))|"
    r"\b(?:we|one) (?:can|may) be (?:certain|sure|confident)[^.;:]{0,60}\b(?:truth|truthful(?:ly)?|sincere(?:ly)?|accurate(?:ly)?|honest(?:ly)?)\b|"
    r"\bmust have (?:believed|been (?:sincere|telling the truth))|\bword (?:may|can|must) be (?:trusted|believed)\b",
    re.IGNORECASE,
)


def sets_aside(words: str) -> bool:
    """Tell whether a sentence sets a denial aside because anybody in that place would deny."""
    return SET_ASIDE.search(flatten(words)) is not None


def trusts(words: str) -> bool:
    """Tell whether a sentence believes somebody because he is sincere, or had no reason to lie."""
    return TRUSTED.search(flatten(words)) is not None


def own_sentences(investigation: Investigation) -> Iterator[Span]:
    """Yield the author's own sentences, those that ask left out."""
    found = Found(quotations=investigation.quotations, settings=investigation.settings)
    return (row.span for row in author_sentences(investigation.document, found) if not row.question)
