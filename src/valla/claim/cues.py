"""Cues in a sentence: where they stand and what they mark."""

from collections.abc import Iterator

from valla.claim.lexicon import STRONG_CUES, WEAK_CUES
from valla.model.anchors import Span
from valla.model.claims import Cue


def cues_in(text: str, span: Span, *, strong: bool) -> tuple[Cue, ...]:
    """Return the cues of a sentence, sorted by place; of the strong kinds or of the weak ones."""
    return tuple(sorted(_cues(text, span, strong=strong)))


def _cues(text: str, span: Span, *, strong: bool) -> Iterator[Cue]:
    """Yield each cue once."""
    for kind, pattern in (STRONG_CUES if strong else WEAK_CUES).items():
        for match in pattern.finditer(text, span.start, span.end):
            yield Cue(at=Span(match.start(), match.end()), kind=kind, words=match.group())
