"""Quotations that stand in a source as they are: found letter by letter, with no alignment of words.

Most quotations do, or nearly so; so this way is tried first, and everything that it is not sure of (a word broken at a
line end, words joined, brackets, a footnote mark between) is left to the alignment, which gives the same answer later.
"""

import re
from collections.abc import Iterator, Sequence

from valla.library import Sheaf, Stretch
from valla.model.anchors import Span
from valla.model.traces import Cut, Passage, Trace, Verdict
from valla.text.fold import key_of
from valla.text.lexicon import lexicon_of
from valla.text.words import words_in
from valla.trace.asked import Asked
from valla.trace.cuts import cut_before, cut_behind
from valla.trace.edits import HYPHENS, broken
from valla.trace.lines import lines_of
from valla.trace.rows import FEWEST, anchor_in

_SPELT = re.compile(r"[^\W\d_]+")
_ALNUM = bytes(byte for byte in range(128) if chr(byte).isalnum())
_OTHERS = bytes(byte for byte in range(256) if byte not in _ALNUM)
_LOWER = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")


def stands_whole(asked: Asked, sheaf: Sheaf, significance: float) -> Trace | None:
    """Return the trace of a quotation whose words stand in a document one behind the other; None where that is not sure."""
    if not asked.plain:
        return None
    places = [(stretch, span) for stretch in _likely(asked, sheaf) for span in _places(asked, asked.sought, stretch)]
    if not places:
        return None
    (stretch, span), *others = places
    quoted = asked.at
    return Trace(
        quotation=asked.probe.quotation,
        verdict=Verdict.VERBATIM,
        passages=(_passage(sheaf, stretch, span, quoted),),
        cuts=_cuts(asked, stretch, span),
        rivals=tuple(_passage(sheaf, *place, quoted) for place in others),
        sought=(sheaf.holding.document,),
        likeness=1.0,
        significance=significance,
        reason="word for word",
    )


def _likely(asked: Asked, sheaf: Sheaf) -> list[Stretch]:
    """Return the stretches that have the letters of the words one behind the other, or those of all that was quoted."""
    lines = zip(sheaf.stretches, lines_of(sheaf.stretches), strict=True)
    wanted = {asked.bare, asked.letters}
    return [stretch for stretch, line in lines if any(map(line.letters.__contains__, wanted))]


def _passage(sheaf: Sheaf, stretch: Stretch, span: Span, quoted: Span) -> Passage:
    """Return a place as a passage."""
    return Passage(anchor=anchor_in(stretch, sheaf.holding.document, span), quoted=quoted)


def _places(asked: Asked, sought: str, stretch: Stretch) -> Iterator[Span]:
    """Yield where the words stand in a stretch, in order; offsets are those of the document."""
    start = stretch.text.find(asked.run)
    if start >= 0:
        rows: Iterator[tuple[int, int]] = _as_they_are(asked.run, stretch.text)
    elif stretch.text.isascii() and sought.isascii():
        rows = _by_bytes(sought, stretch.text)
    else:
        rows = _by_letters(sought, stretch.text)
    for first, last in rows:
        if _is_sure(asked, stretch.text, first, last):
            yield Span(stretch.start + first, stretch.start + last)


def _as_they_are(run: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a run of words stands with its blanks and marks."""
    start = text.find(run)
    while start >= 0:
        yield start, start + len(run)
        start = text.find(run, start + 1)


def _by_bytes(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where letters and figures stand in a text of ASCII, whatever stands between them."""
    data = text.encode("ascii")
    letters, wanted = data.translate(_LOWER, _OTHERS), sought.encode("ascii")
    start = letters.find(wanted)
    if start < 0:
        return
    at = [place for place, byte in enumerate(data) if byte in _ALNUM_SET]
    while start >= 0:
        yield at[start], at[start + len(wanted) - 1] + 1
        start = letters.find(wanted, start + 1)


_ALNUM_SET = frozenset(_ALNUM)


def _by_letters(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where letters and figures stand in any text, whatever stands between them."""
    folded = key_of(text)
    start = folded.find(sought)
    if start < 0:
        return
    at = [place for place, letter in enumerate(text) for _ in key_of(letter)]
    while start >= 0:
        yield at[start], at[start + len(sought) - 1] + 1
        start = folded.find(sought, start + 1)


def _is_sure(asked: Asked, text: str, first: int, last: int) -> bool:
    """Tell whether a stretch of a text has the quoted words and no others, none of them broken or joined."""
    if (first and _binds(text[first - 1])) or (last < len(text) and _binds(text[last])):
        return False
    said = text[first:last]
    if said == asked.run:
        return True
    if broken(said):
        return False
    return tuple(word.key for word in words_in(said)) == asked.keys


def _binds(letter: str) -> bool:
    """Tell whether a letter beside a word may belong to it."""
    return letter.isalnum() or letter in HYPHENS or letter in "'’‘_^[]{}" or ord(letter) > 0x2FF  # noqa: PLR2004  (marks)


def _cuts(asked: Asked, stretch: Stretch, span: Span) -> tuple[Cut, ...]:
    """Return the qualifiers just outside the quotation, if it says enough to be qualified."""
    if len(asked.keys) < FEWEST:
        return ()
    lexicon = lexicon_of(_spelt(stretch.text))
    text = stretch.text
    start, end = span.start - stretch.start, span.end - stretch.start
    return (*cut_behind(text, end, lexicon), *cut_before(text, start, lexicon))


def _spelt(text: str) -> Sequence[str]:
    """Return the words of a text, good enough to tell its language."""
    return _SPELT.findall(text.lower())
