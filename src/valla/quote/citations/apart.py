"""Titles that a file sets apart by italics or bold: the stretches within a citation that count as `_..._` would.

Readers tell of every stretch (`Document.italics`); here those are left out that mean something else: whole sentences and
whole citations, half a word, a word that is only stressed, a signal such as "See" or "ibid.", the name of a person.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from valla.model.anchors import Span
from valla.quote.citations.marked import LATIN, PAIRS
from valla.quote.citations.persons import is_titular, whole_name
from valla.quote.lexicon.given import MEN, WOMEN
from valla.quote.sentences import sentence_edges

MOST = 25
"""Words of a title at most."""

TRIMMED = " \t\n\u00a0,;:–—-"
_LEAD = re.compile(r"(?:in|see|from|cf\.?|also|and)\s+(?=[^\W\da-z_])")
_PLACE = re.compile(r"[,.;:]?\s+(?:pp?|vols?|nos?|ch|S|s|с)\.?$")
_WORD = re.compile(r"[^\W_]+")
_INVERTED = re.compile(r"[^\W\d_a-z][\w’'-]+, (?:[^\W\d_a-z]\.[ -]?|[^\W\d_a-z][\w’'-]+ ?){1,3}")
_SIGNALS = frozenset(
    "see also cf e g but compare with accord contra generally id ibid ibidem idem op loc cit supra infra et seq al passim note notes "
    "v vs and in emphasis italics added mine original my his her vide sub nom viz".split()
) | {word for phrase in LATIN for word in re.split(r"[ .]", phrase)}


def titles_apart(words: str, start: int, italics: Sequence[Span]) -> tuple[Span, ...]:
    """Return which stretches of italics in some words, which begin at an offset of the document, may be titles.

    Offsets are the document's; `italics` are sorted and disjoint. Each is given without the marks at its ends.
    """
    made = []
    for row in within(italics, Span(start, start + len(words))):
        begin, end = bare(words, row.start - start, row.end - start)
        if begin < end and may_be_title(words, begin, end):
            made.append((begin, end))
    return tuple(Span(start + begin, start + end) for begin, end in made if not is_person(words, begin, end, len(made)))


def within(italics: Sequence[Span], span: Span) -> Iterator[Span]:
    """Yield what stands of each stretch in a span."""
    at = bisect_left(italics, span.start, key=lambda row: row.end)
    while at < len(italics) and italics[at].start < span.end:
        cut = Span(max(span.start, italics[at].start), min(span.end, italics[at].end))
        if cut:
            yield cut
        at += 1


def bare(words: str, begin: int, end: int) -> tuple[int, int]:
    """Return a stretch without marks, "in" or "p." at its ends."""
    place = _PLACE.search(words[begin:end])
    end = begin + place.start() if place else end
    while begin < end and words[begin] in TRIMMED + ")]":
        begin += 1
    while begin < end and (words[end - 1] in TRIMMED + "([" or is_lone_bracket(words[begin:end])):
        end -= 1
    begin += bool(begin < end and words[begin] in "([" and words[end - 1] not in ")]")
    lead = _LEAD.match(words, begin, end)
    return lead.end() if lead else begin, end


def is_lone_bracket(words: str) -> bool:
    """Tell whether words end in a bracket that they do not open."""
    return words[-1] in ")]" and words.count("(["[words[-1] == "]"]) < words.count(words[-1])


def may_be_title(words: str, begin: int, end: int) -> bool:
    """Tell whether a stretch has the shape of a title: whole words, raised, no sentences, and not all that there is."""
    said = words[begin:end]
    if (begin and words[begin - 1].isalnum()) or (end < len(words) and words[end].isalnum()):
        return False
    if said[0] in PAIRS and said[-1] in PAIRS[said[0]]:  # the title's own marks say as much, and which kind it is
        return False
    parts = _WORD.findall(said)
    raised = any(part[0].isalpha() and not part[0].islower() for part in parts)
    if not raised or len(parts) > MOST or all(part.lower() in _SIGNALS for part in parts):
        return False
    if not is_raised(said) and sentence_edges(said, 0, len(said)):  # "Anarchy! An Anthology" is a title nevertheless
        return False
    return bool(_WORD.search(words, 0, begin) or _WORD.search(words, end))


def is_raised(said: str) -> bool:
    """Tell whether most long words begin with a capital, as in an English title."""
    long = [part for part in _WORD.findall(said) if len(part) > 3]  # noqa: PLR2004 - shorter ones are small in titles
    return 2 * sum(not part[0].islower() for part in long) > len(long)


def is_person(words: str, begin: int, end: int, many: int) -> bool:
    """Tell whether a stretch is the author's name, and the title comes behind it: "<b>Mill, J. S.</b>, <i>Logic</i>"."""
    if _WORD.search(words, 0, begin):
        return is_rest_of_name(words, begin, end)
    said = words[begin:end].rstrip(".")
    after = words[end:].lstrip(" ,.:")
    if _INVERTED.fullmatch(said):
        return bool(after) and _WORD.search(after) is not None
    name = whole_name(said, 0)
    if name is None or len(name.words) < 2 or is_titular(name.words, ranked=bool(name.ranks)):  # noqa: PLR2004 - "Leviathan"
        return False
    if many > 1 or after[:1] in PAIRS:
        return re.match(r"(?:in|In) ", after) is None
    return said.split()[0].lower() in WOMEN | MEN and re.match(r"(?:The |An? )?[A-ZÀ-Þ][\w’-]+ ", after) is not None


def is_rest_of_name(words: str, begin: int, end: int) -> bool:
    """Tell whether a stretch goes on with a name that began before it: "J. <b>Mill</b>", "Lucy <b>Parsons</b>"."""
    before = words[:begin].rstrip()
    last = before.rpartition(" ")[2]
    initial = len(last) == 2 and last[0].isupper() and last[1] == "."  # noqa: PLR2004 - a letter and its stop
    return (initial or last.lower() in WOMEN | MEN) and " " not in words[begin:end].strip()
