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
from valla.trace.runs import Field

LONGEST = 300
"""Code points of the source that a cut shows."""

STRAY = 2
"""Words that may stand between the cue and the quotation without loosening it: "but, he added,"."""

FEWEST = 3
"""Quotations of fewer words say nothing that could be qualified."""


def cuts_of(first: Word, last: Word, before: Field, behind: Field, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Return the qualifiers cut off before the first and behind the last source word of a quotation."""
    return (*_cut_behind(last, behind, lexicon), *_cut_before(first, before, lexicon))


def _cut_behind(last: Word, field: Field, lexicon: Lexicon) -> Iterator[Cut]:
    """Yield the qualifier with which the source goes on before its sentence ends."""
    text, shift = field.stretch.text, field.stretch.start
    start = last.end - shift
    end = sentence_end(text, start)
    rest = words_in(text, start, end)
    cue = next((phrase for phrase in lexicon.cues if _begins(rest, phrase)), None)
    if cue is None or any(mark in text[start : rest[0].start] for mark in ".!?:"):
        return
    words = text[rest[0].start : min(end, rest[0].start + LONGEST)]
    yield Cut(cue=text[rest[0].start : rest[len(cue) - 1].end], words=words)


def _cut_before(first: Word, field: Field, lexicon: Lexicon) -> Iterator[Cut]:
    """Yield the words of denial or doubt right behind which the quotation begins."""
    text, shift = field.stretch.text, field.stretch.start
    start = sentence_start(text, first.start - shift)
    lead = words_in(text, start, first.start - shift)
    for phrase in lexicon.denials:
        if len(phrase) <= len(lead) and _ends(lead, phrase):
            cue = lead[-len(phrase)]
            yield Cut(
                cue=text[cue.start : lead[-1].end], words=text[cue.start : first.start - shift].strip(), at_end=False
            )
            return


def _begins(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    """Tell whether words begin with a phrase."""
    return len(words) >= len(phrase) and all(word.key == key for word, key in zip(words, phrase, strict=False))


def _ends(words: Sequence[Word], phrase: Sequence[str]) -> bool:
    """Tell whether words end with a phrase."""
    return all(word.key == key for word, key in zip(words[-len(phrase) :], phrase, strict=True))
