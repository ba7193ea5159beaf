"""Who was asked, where the words that follow are only called an answer: "X was asked whether", "Y asked X"."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import ACCUSATIVE
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.clauses import is_passive, subject_before
from valla.quote.speakers.phrases import Subject
from valla.quote.tokens import Token

ANSWERS = frozenset("answer reply response retort rejoinder".split())
_ASKING = frozenset("ask asks asked questioned questions pressed challenged interrogated interviewed told put".split())


def who_was_asked(sentence: Sequence[Token]) -> Subject | None:
    """Return the person to whom a question was put in a sentence; the last of several questions counts."""
    for place in range(len(sentence) - 1, -1, -1):
        if sentence[place].low not in _ASKING:
            continue
        if is_passive(sentence, place):
            return subject_before(sentence, place)
        after = place + 1
        if after < len(sentence) and sentence[after].low in ACCUSATIVE:
            return None
        chunk = chunk_at(sentence, after) if after < len(sentence) else None
        if chunk and chunk.name.sort is Sort.PERSON:
            return Subject(chunk.name, 0.6, "who was asked in the sentence before")
    return None
