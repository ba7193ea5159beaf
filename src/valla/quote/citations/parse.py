"""Reading a citation from its words: first the forms with a grammar of their own, then one field after the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from valla.model.anchors import Span
from valla.quote.citations.apart import titles_apart
from valla.quote.citations.courts import read_court
from valla.quote.citations.edges import trim
from valla.quote.citations.fields import LONGEST, Reading, tidy
from valla.quote.citations.persons import is_titular, whole_name
from valla.quote.citations.plain import read_fields
from valla.quote.citations.untitled import LANGUAGES, PAPERS, is_no_title
from valla.quote.people import Name

DEPTH = 3
"""How many "quoted in" may follow one another in one citation."""

_PRINTED = frozenset({"reprinted", "printed", "published", "reproduced"})
_VIA = re.compile(
    r"(?:(?:as |also )?(?P<verb>quoted|cited|qtd\.?|quot\.?|reprinted|printed|published|reproduced|mentioned|recounted) (?:in|by|from|after|after:|en)\b"
    r"|\bapud\b|\b[Zz]it(?:iert|\.)? (?:nach|bei|in)\b:?|\b[Cc]ité(?:e|s|es)? (?:par|dans|in)\b|\b[Цц]ит(?:ируется|\.)? ?по\b:?|\b[Cc]it(?:ato|ada|ado|\.) (?:in|da|en|por)\b|\bap\.)[: ]",
    re.IGNORECASE,
)
_NAME_IN = re.compile(r"^(?P<name>[^,;:()“\"]{2,60}?),? in: (?=[A-ZÀ-Þ])")
_CONTRIBUTION = re.compile(r"^(?P<name>[^,;:()“\"\d]{2,60}), [Ii]n (?:the )?(?P<rest>[A-ZÀ-Þ].+)$", re.DOTALL)
_ROMAN = re.compile(r"[ivxlc]{1,6}")
_OWNER = re.compile(r"(?P<owner>[A-ZÀ-Þ][\w-]{1,30})[’']s [“\"‘'_*]{0,2}$")
_NUMBER = re.compile(r",? (?:[Nn]os?|NOS?|[Vv]ols?|pp?|[Ff]ols?)\.?$")
_OFFICE = re.compile(r"(?:[A-Z]\.? ?){2,5}")
_CALENDAR = re.compile(rf"(?:[NO]\. ?S\.? ?)?\(?(?:{'|'.join(sorted(LANGUAGES))}|[NO]\. ?S\.?)?\)?", re.IGNORECASE)
_PERSON = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][a-zà-ÿ’'-]+")
_OUTSIDE = re.compile(
    r"[_*]{0,2}(?:addressed|endorsed|indorsed|superscribed|directed|docketed|sealed)(?![a-z])", re.IGNORECASE
)
"""What stands on the outside of a letter is no work: "Addressed 'To the Warden of the Harbour, these'"."""
_TELLS_WITHIN = re.compile(
    r"^(?:see|cf|compare|vide|as|discussed|also)\b|\b(?:above|below|supra|infra|(?:sub)?sections?|appendix|figures?|next|previous)\b|§",
    re.IGNORECASE,
)
"""Without one of these, "Part II, ch. 3" may be the place in a work that was just named."""
_OWN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2}|(?<![\d.])(?:1[5-9]|20)\d\d(?![\d.])")
"""A name, a title or a year, without which such a reference leads to no other work; its first word apart."""
_JUDGE = re.compile(r", (?:C\. ?)?JJ?\.(?:, (?:dissenting|concurring)[^,;]{0,60})?$")
_NAME_BRACKET = re.compile(r"^(?P<name>[^()\[\],;:]{2,80}?),? ?\((?P<inside>.{3,})$", re.DOTALL)


def read_citation(words: str, start: int = 0, italics: Sequence[Span] = ()) -> Reading | None:
    """Return what the words of a citation say; `start` is where they stand in the document.

    `italics` are the stretches that the file sets apart (`Document.italics`), in the document's offsets. None where the
    words hold neither a work nor a person. Only the first 2,000 code points are read.
    """
    return _read(words, start, titles_apart(words[:LONGEST], start, italics) if italics else (), 0)


def _read(words: str, start: int, apart: Sequence[Span], depth: int) -> Reading | None:
    """Read a citation or a part of one; `apart` are the titles in italics, in the document's offsets."""
    trimmed = trim(words[:LONGEST])
    if trimmed is None or _OUTSIDE.match(trimmed[1]) or _leads_within(trimmed[1]):
        return None
    first, inner = trimmed
    inner, base = _first_of(inner), start + first
    reading = (
        (None if _meets(apart, base, inner) else _read_lone_name(inner, base))
        or read_court(inner, base)
        or _read_via(inner, base, apart, depth)
        or _read_contribution(inner, base, apart, depth)
        or _read_bracketed(inner, base, apart, depth)
        or read_fields(inner, base, apart)
    )
    return replace(_by_volume(reading), raw=words, start=start, stop=start + len(words)) if reading else None


def _first_of(words: str) -> str:
    """Return the first of several citations that semicolons part: "Penn 1871, 44; Stone 1872, 9"."""
    for match in _PARTED.finditer(words[:LONGEST]):
        if _FIGURE.search(words, 0, match.start()) and _FIGURE.search(words, match.end()):
            return words[: match.start()]
    return words


_PARTED = re.compile(r";\s(?:(?:and|also|see|cf\.?|see also|compare) )?(?=[A-ZÀ-ÞА-Я][\w’.-]*(?: |,))")
_FIGURE = re.compile(r"\d")


def _leads_within(words: str) -> bool:
    """Tell whether words refer to a place in the text they stand in, and to no other work."""
    if len(words) >= LONGEST_WITHIN or not _TELLS_WITHIN.search(words) or _OWN.search(words, 1):
        return False
    steps = [word.strip(".,;").lower() for word in re.split(r"[\s,;]+", words.replace("§", " § ")) if word.strip(".,;")]
    after_lead = list(dropwhile(_LEADS_TO.__contains__, steps))
    rest = list(dropwhile(lambda step: step in _PARTS or _PART.fullmatch(step) is not None, after_lead))
    return len(rest) < len(after_lead) and after_lead[0] in _PARTS and all(word.isalpha() for word in rest)


LONGEST_WITHIN = 200
"""Code points of a reference to the author's own text, at most."""
_LEADS_TO = frozenset(
    "see cf compare vide as also but and or in discussed shown noted argued explained mentioned".split()
)
_PARTS = frozenset(
    "section sections subsection subsections sec sect sects § part parts chapter chapters chap ch appendix appendices figure figures "
    "fig figs table tables note notes footnote footnotes page pages next previous last preceding following above below supra infra and or to of".split()
)
_PART = re.compile(r"(?:[a-z]{0,2}\.?\d[\w.–-]{0,12}|[a-z]|[ivxlc]{1,6}|[–-])")
"""What a reference to a place in the author's own text is made of, behind what leads to it."""


def _meets(apart: Sequence[Span], base: int, words: str) -> bool:
    """Tell whether a title in italics stands in some words."""
    return any(row.start < base + len(words) and row.end > base for row in apart)


def _by_volume(reading: Reading) -> Reading:
    """Read a "title" in small Roman figures as the volume that it is: "i. xiv"; leave out what is no title at all."""
    reading = _owned(_by_person(reading))
    if reading.title is None:
        return reading
    if reading.archive and _OFFICE.fullmatch(reading.title):  # "S.P.O. _Domestic Papers_ vii. 86"
        return replace(reading, title=None, archive=f"{reading.title.rstrip('.')}. {reading.archive}")
    if (
        is_no_title(reading.title)
        or reading.title.count("_") % 2
        or (not reading.marked and reading.title.casefold() in PAPERS)
    ):
        return replace(reading, title=None)  # a day, a reign, a stray letter; "Letter iii."
    if not _ROMAN.fullmatch(reading.title):
        return replace(reading, title=_NUMBER.sub("", reading.title) or reading.title)
    return replace(reading, title=None, volume=reading.volume or reading.title)


def _owned(reading: Reading) -> Reading:
    """Give a marked title to the one whose it is said to be, not to whoever is named first: "Mill's letter. Bell's _Logic_"."""
    if not reading.marked or reading.author is None or reading.title is None or reading.kind:
        return reading
    at = reading.raw.find(reading.title)
    match = _OWNER.search(reading.raw, max(0, at - 40), at) if at > 0 else None
    if match is None or match["owner"] in reading.author:
        return reading
    name = whole_name(match["owner"], reading.start + match.start("owner"))
    return replace(reading, author=match["owner"], authors=(name,) if name else ())


def _by_person(reading: Reading) -> Reading:
    """Read a "newspaper" that is a person's name as the author, and leave out one that is a language or a calendar."""
    container = reading.container or ""
    if _CALENDAR.fullmatch(container):
        return replace(reading, container=None)
    name = whole_name(container, reading.start) if _PERSON.fullmatch(container) and not reading.author else None
    return replace(reading, container=None, author=name.value, authors=(name,)) if name else reading


def _read_contribution(inner: str, base: int, apart: Sequence[Span], depth: int) -> Reading | None:
    """Read "X, in Transactions of Y, vol. 5": X wrote something in Y."""
    match = _CONTRIBUTION.match(inner)
    name = whole_name(match["name"], base + match.start("name")) if match else None
    if match is None or name is None or depth >= DEPTH:
        return None
    rest = match.start("rest")
    if _meets(apart, base, match["name"]):
        return None
    within = _read(match["rest"], base + rest, apart, depth + 1)
    if within is None or within.author or not (within.title or within.container):
        return None
    return replace(within, author=name.value, authors=(name,), title=None, container=within.container or within.title)


def _read_lone_name(inner: str, base: int) -> Reading | None:
    """Read a line that is a name and nothing else: who speaks, and no work."""
    inner = _JUDGE.sub("", inner)
    name = whole_name(inner.strip(" .,;:"), base + len(inner) - len(inner.lstrip(" .,;:")))
    if name is None or is_titular(name.words, ranked=bool(name.ranks)):
        return None
    return Reading(raw=inner, start=base, stop=base + len(inner), speaker=name, authors=(name,), author=name.value)


def _read_via(inner: str, base: int, apart: Sequence[Span], depth: int) -> Reading | None:
    """Read "X, quoted in Y, Title": X is the author, the rest the work through which he is quoted."""
    match = _VIA.search(inner) or _NAME_IN.match(inner)
    if match is None or depth >= DEPTH:
        return None
    tail = inner[match.end() :]
    through = _read(tail, base + match.end(), apart, depth + 1)
    if through is None or not (through.names_work or through.author):
        return None
    lead = match["name"] if "name" in match.groupdict() else inner[: match.start()]
    head = _read(lead.rstrip(" ,;("), base, apart, depth + 1)
    words = tidy(tail)
    kind = _kind_of(match)
    if head is None:
        return Reading(raw=inner, start=base, stop=base + len(inner), via=through, via_words=words, via_kind=kind)
    authors = head.authors or ((head.speaker,) if head.speaker else ())
    author = head.author or (head.speaker.value if head.speaker else None)
    return replace(head, authors=authors, author=author, via=through, via_words=words, via_kind=kind)


def _read_bracketed(inner: str, base: int, apart: Sequence[Span], depth: int) -> Reading | None:
    """Read "X (Author, Work)", in which X speaks, and "Author (Work, 1950)"."""
    match = _NAME_BRACKET.match(inner)
    if match is None or depth >= DEPTH:
        return None
    name = whole_name(match["name"], base + match.start("name"))
    inside = match["inside"].rstrip(". ")
    inside = inside[:-1] if inside.endswith(")") and inside.count(")") > inside.count("(") else inside
    if name is None or _meets(apart, base, match["name"]) or (")" in inside and inside.count(")") > inside.count("(")):
        return None
    within = _read(inside, base + match.start("inside"), apart, depth + 1)
    if within is None:
        return None
    return _join_bracket(name, within)


def _join_bracket(name: Name, within: Reading) -> Reading | None:
    """Join the name before a bracket with the citation inside it."""
    if within.author and (within.title or within.container or within.archive or within.via) and within.kind is None:
        return replace(within, speaker=name)
    if within.title or within.container or within.archive or within.via:
        return replace(within, speaker=name, authors=(name,), author=name.value)
    if within.authors and within.author and within.year and not within.pages and " " not in within.author:
        return replace(within, speaker=name, authors=(name,), author=name.value, container=within.author)
    if within.author and within.year and within.pages:
        return replace(within, speaker=name)
    return None


def _kind_of(match: re.Match[str]) -> str:
    """Return by what a work hands words on: "quoted", "cited" or "printed"."""
    verb = (match.groupdict().get("verb") or "quoted").rstrip(".").lower()
    if verb in _PRINTED:
        return "printed"
    return "cited" if verb == "cited" else "quoted"
