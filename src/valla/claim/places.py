"""Where each of the author's sentences stands: in its paragraph, in the text, behind a question or a quotation."""

from collections.abc import Iterator, Sequence

from valla.claim.offers import Offers
from valla.claim.weight import Place
from valla.text.prose import Sentence

OPENING = 3
"""Sentences with which a text opens."""


def places_of(sentences: Sequence[Sentence], offers: Offers) -> tuple[Place, ...]:
    """Return the place of each sentence."""
    return tuple(_places(sentences, offers))


def _places(sentences: Sequence[Sentence], offers: Offers) -> Iterator[Place]:
    """Yield the place of each sentence."""
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1] if number else None
        behind = sentences[number + 1] if number + 1 < len(sentences) else None
        first = before is None or before.block != sentence.block
        last = behind is None or behind.block != sentence.block
        yield Place(
            closes=last and not first,
            ends=behind is None,
            begins=number < OPENING,
            answers=before is not None and before.question and not first,
            takes_up=first and offers.stands_before(sentence),
        )
