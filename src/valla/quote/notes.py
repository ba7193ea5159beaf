"""The citations in the body of a note, which may be nothing but citations, or an argument with some in it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.quotations import Found
from valla.model.works import Reference
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.apart import titles_apart
from valla.quote.citations.fields import LONGEST
from valla.quote.sentences import sentence_edges
from valla.quote.speakers.scenes import veil
from valla.quote.tokens import VEIL

SPOKEN = 9
"""Quoted words in a note that are more than these are speech and no title."""

SHADE = "\ufffb"
"""Stands in for each code point of a title in italics, where only the words around it are looked at."""

_SEPARATOR = re.compile(rf";\s+(?=[^\W\da-z]|{SHADE})")
_NEXT = re.compile(
    rf"(?<=[\d)nfe_*”\"{SHADE}])\.\s+(?=(?:See |Cf\. |Also )?(?:[A-ZÀ-Þ][\w’.-]{{0,20}} ){{0,3}}[A-ZÀ-Þ][\w’-]{{1,20}}, [_*“\"‘«{SHADE}])"
)
_GOES_ON = re.compile(
    r"(?<=[\d)])\.\s+(?=(?:He|She|It|They|This|These|That|The|In|But|Here|There|An?|His|Her|Er|Sie|Es|Il|Elle|On)\s)"
)
_DASH = re.compile(r"(?<=[.”\"’)])\s?(?:——|—|--)\s?(?=[A-ZÀ-Þ][a-zà-ÿ’]+ )")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,300})[)\]]")
_BEHIND_SPEECH = re.compile(rf"{VEIL}[”\"’'.,;\s]{{0,4}}(?:etc\.)?\s?(?:--|—|–) ?(?=[_*A-ZÀ-Þ“\"(])")
_HEAD_END = re.compile(
    r"[,;:] (?:where|which|who|whom|whose|in which|but|and|with|although|though|he|she|they|this|these|cf|see|has|gives|says|writes|states|prints|quotes|records|adds|remarks|describes|speaks|calls)\b"
)
_VERB_BEHIND = re.compile(
    r"^[^()]{2,60}\([^()]{3,200}\) (?!(?:translated|edited|revised|printed|published|reprinted|quoted|cited|pages|vols|volumes|series|notes|this|his|its|as)\b)[a-z]{3,12}(?:s|ed)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_OUTSIDE = re.compile(rf"_[^_]*_|\*[^*]*\*|\([^()]*\)|“[^”]*”|\"[^\"]*\"|«[^»]*»|[{VEIL}{SHADE}]+")
_SENTENCE_WORDS = frozenset(
    """
    is was has had were are been being that who which whom he she they it this these those his not would could should did
    does do says said states writes wrote tells told adds added remarks speaks observes mentions declares seems appears
    there their him them we us our i my if because although however thus when where ist war hat haben sind nicht daß dass
    est était a ont qui que pas était sont был была было это не что который
    """.split()
)


def note_citations(
    text: str, body: Span, spoken: Sequence[Span], italics: Sequence[Span] = ()
) -> Iterator[tuple[Span, Reading]]:
    """Yield the citations in the body of a note, in order; `spoken` are the quotations that stand in it."""
    stop = min(body.end, body.start + LONGEST)
    words = veil(text[body.start : stop], [_within(span, body) for span in spoken if body.covers(span)])
    shaded = shade(words, body.start, italics)
    for start, end in _pieces(shaded):
        yield from _piece_citations(words[start:end], shaded[start:end], body.start + start, italics)


def shade(words: str, start: int, italics: Sequence[Span]) -> str:
    """Return words, which begin at an offset of the document, with the titles in italics shaded."""
    rows = titles_apart(words, start, italics) if italics else ()
    return veil(words, [_within(row, Span(start, start)) for row in rows], by=SHADE)


def _within(span: Span, body: Span) -> Span:
    return Span(span.start - body.start, span.end - body.start)


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of a note stand: its citations, and its sentences where it argues."""
    cuts = {match.end() for pattern in (_SEPARATOR, _NEXT, _GOES_ON, _DASH) for match in pattern.finditer(words)}
    held = [match.span() for match in _OUTSIDE.finditer(words)]
    edges = [edge for edge in sentence_edges(words, 0, len(words)) if not any(a < edge < b for a, b in held)]
    edges = [0, *edges, len(words)]
    if any(is_prose(words[start:end]) for start, end in pairwise(edges)):
        cuts.update(edges[1:-1])
    places = [0, *sorted(cuts), len(words)]
    yield from pairwise(places)


def is_prose(words: str) -> bool:
    """Tell a sentence from a citation: it holds words that no citation holds outside its titles."""
    if _VERB_BEHIND.search(words):
        return True
    bare = _OUTSIDE.sub(" ", words)
    small = [word for word in _WORD.findall(bare) if word.islower()]
    telling = sum(word in _SENTENCE_WORDS for word in small)
    return telling > 1 or (telling == 1 and len(small) > 5)  # noqa: PLR2004 - "the work that is", not "see that volume"


def _piece_citations(words: str, shaded: str, start: int, italics: Sequence[Span]) -> Iterator[tuple[Span, Reading]]:
    """Yield the citations of one piece: the whole, or in a sentence those in brackets and behind quoted speech."""
    if not words.strip():
        return
    if VEIL not in words and not is_prose(shaded):
        reading = read_citation(words, start, italics)
        if reading and is_citation(reading):
            yield Span(start, start + len(words.rstrip())), reading
            return
    head = _HEAD_END.search(words)
    if head and VEIL not in words[: head.start()] and not is_prose(shaded[: head.start()]):
        reading = read_citation(words[: head.start()], start, italics)
        if reading and is_citation(reading):
            yield Span(start, start + head.start()), reading
    for begin, end in sorted(_asides(words)):
        reading = read_citation(words[begin:end], start + begin, italics)
        if reading and is_citation(reading):
            yield Span(start + begin, start + end), reading


def _asides(words: str) -> set[tuple[int, int]]:
    """Return where citations may stand within a sentence."""
    brackets = {match.span() for match in _BRACKET.finditer(words)}
    behind = {(match.end(), len(words.rstrip())) for match in _BEHIND_SPEECH.finditer(words)}
    return {(a, b) for a, b in brackets if not any(c <= a for c, _ in behind)} | behind


def spoken_in(found: Found) -> list[Span]:
    """Return the quotations that are speech and no titles in marks."""
    rows = (row for row in found.quotations if row.nested_in is None and not row.scare)
    return [row.span for row in rows if len(row.anchor.exact.split()) > SPOKEN]


def is_all_title(reading: Reading) -> bool:
    """Tell whether a marked title of several words is nearly all that a citation says: "_State Trials_."."""
    title, said = reading.title or "", " ".join(reading.raw.split())
    long = [word for word in _WORD.findall(title) if len(word) > 3]  # noqa: PLR2004 - shorter ones are small in titles
    raised = 2 * sum(not word[0].islower() for word in long) > len(long) and not any(mark in title for mark in ";!?")
    return raised and " " in title and len(said) - len(title) <= len(title) and not title[0].islower()


SHORT_LETTER = 120
"""Code points of a letter cited by who wrote it to whom."""


def is_citation(reading: Reading) -> bool:
    """Tell a citation from a sentence of a note: a place in a work, a shelfmark, a marked title or a reference back."""
    if reading.reference is not Reference.FULL or reading.archive or reading.via:
        return True
    if reading.kind and reading.author and reading.taker and len(reading.raw) < SHORT_LETTER:  # "X to Y, December 2"
        return True
    if reading.marked and (reading.author or reading.pages or reading.year or reading.volume):
        return True
    if reading.marked and reading.title and is_all_title(reading):
        return True
    titled = bool(reading.title or reading.container)
    short = len(reading.raw) < 300  # noqa: PLR2004 - a longer one is an argument with a date in it
    if (
        titled
        and short
        and (
            reading.pages
            or reading.publisher
            or (reading.year and reading.author)
            or (reading.container and reading.year)
        )
    ):
        return len((reading.title or "").split()) <= 25  # noqa: PLR2004 - no title is longer than this without marks
    return bool(reading.author and reading.pages and short and not titled) or bool(
        reading.author and reading.year and not titled
    )
