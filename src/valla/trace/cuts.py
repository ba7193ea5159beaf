"""Qualifiers of the source that stand just outside the quotation.

"The ships may sail" is another sentence than "the ships may sail, provided that ...". A cut is told where the source goes
on, within its sentence, with such a word right behind the last quoted one, or where the first quoted word comes right
behind words that deny, doubt or suppose what is quoted.
"""

from collections.abc import Iterator, Sequence

from valla.model.traces import Cut
from valla.text.lexicon import Lexicon
from valla.text.sentences import sentence_end, sentence_start
from valla.text.words import Word, words_in

LONGEST = 300
"""Code points of the source that a cut shows."""

CUE = 60
"""Code points in which a cue is looked for before its sentence is read."""

GLANCE = 20
"""Code points in which the word next to the quotation is looked at; it is whole if another stands behind it."""

STOPS = ".!?:…"


def cut_behind(text: str, start: int, lexicon: Lexicon) -> Iterator[Cut]:
    """Yield the qualifier with which the source goes on behind a word that ends there, before its sentence ends."""
    if _is_other(text, start, start + GLANCE, 0, lexicon.first_of_cues):
        return
    rest = words_in(text, start, start + CUE)
    if not rest or rest[0].key not in lexicon.first_of_cues:
        return
    cue = next((phrase for phrase in lexicon.cues if _begins(rest, phrase)), None)
    if cue is None or any(mark in STOPS for mark in text[start : rest[0].start]):
        return
    end = sentence_end(text, start)
    rest = words_in(text, start, end)
    if _begins(rest, cue):
        words = text[rest[0].start : min(end, rest[0].start + LONGEST)]
        yield Cut(cue=text[rest[0].start : rest[len(cue) - 1].end], words=words)


def cut_before(text: str, end: int, lexicon: Lexicon) -> Iterator[Cut]:
    """Yield the words of denial or doubt right behind which a word begins that starts there."""
    if _is_other(text, max(0, end - GLANCE), end, -1, lexicon.last_of_denials):
        return
    near = words_in(text, max(0, end - CUE), end)
    if not near or near[-1].key not in lexicon.last_of_denials:
        return
    if not any(_ends(near, row) for row in lexicon.denials):
        return
    lead = words_in(text, sentence_start(text, end), end)
    phrase = next((row for row in lexicon.denials if _ends(lead, row)), None)
    if phrase is not None:
        cue = lead[-len(phrase)]
        words = text[cue.start : end].strip()
        yield Cut(cue=text[cue.start : lead[-1].end], words=words, at_end=False)


def _is_other(text: str, start: int, end: int, at: int, sought: frozenset[str]) -> bool:
    """Tell at little cost whether the first or the last word of a few plain letters is none of those sought.

    It is whole if there is another behind or before it. Where lines end or brackets stand more must be read to tell.
    """
    near = text[start:end]
    if "[" in near or not near.isprintable():
        return False
    words = words_in(near)
    return len(words) > 1 and words[at].key not in sought


def _begins(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    """Tell whether words begin with a phrase."""
    return len(words) >= len(phrase) and all(word.key == key for word, key in zip(words, phrase, strict=False))


def _ends(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    """Tell whether words end with a phrase."""
    return len(words) >= len(phrase) and all(
        word.key == key for word, key in zip(words[-len(phrase) :], phrase, strict=True)
    )
