"""What "it" means: the body or the paper that the sentences before speak of."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    COPULAS,
    PREPOSITIONS,
)
from valla.quote.lexicon.prints import PAPERS_KEPT
from valla.quote.lexicon.roles import BODIES, PAPERS
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.phrases import Subject, phrase, phrase_start
from valla.quote.speakers.told import maker_in
from valla.quote.tokens import Kind, Token


def thing_before(word: str, sentences: Sequence[Sequence[Token]]) -> Subject | None:
    """Return the body or the paper that is the subject of the sentence before: "The report runs to sixty pages. It concedes"."""
    for sentence in sentences[:2]:
        maker = maker_in(sentence)
        if maker:
            return maker
        for place, token in enumerate(sentence[:10]):
            start = phrase_start(sentence, place, 0)
            governed = (start > 0 and sentence[start - 1].low in PREPOSITIONS) or sentence[start].low in PREPOSITIONS
            named = None if governed else _thing_at(sentence, place)
            if named is None and (token.low in COPULAS or token.low in REPORTING):
                break
            if named:
                return Subject(named, 0.35, f"“{word}”: subject of a sentence before")
    return _last_body(word, sentences[0]) if sentences else None


def _last_body(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the last body that a sentence names anywhere: "the reply of the provincial council, which noted"."""
    for place in range(len(sentence) - 1, 0, -1):
        token = sentence[place]
        if token.lower and token.low in BODIES - PAPERS and phrase_start(sentence, place, 0) < place:
            named = phrase(sentence, phrase_start(sentence, place, 0), place, Sort.BODY)
            return Subject(named, 0.3, f"“{word}”: a body named in a sentence before")
    return None


def _thing_at(sentence: Sequence[Token], place: int) -> Name | None:
    """Return the body or paper that is named at a place of a sentence, its article with it."""
    chunk = chunk_at(sentence, place)
    if chunk and chunk.name.sort is Sort.BODY and len(chunk.name.words) > 1:
        return chunk.name
    if sentence[place].low in BODIES | PAPERS_KEPT and place and sentence[place - 1].kind in {Kind.WORD, Kind.POSS}:
        return phrase(sentence, phrase_start(sentence, place, 0), place, Sort.BODY)
    return None
