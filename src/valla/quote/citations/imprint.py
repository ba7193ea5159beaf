"""Place, publisher, edition, editors and translators."""

import re
from dataclasses import dataclass

from valla.quote.citations.fields import USED, Sheet, tidy
from valla.quote.citations.persons import whole_name
from valla.quote.lexicon.grammar import OPENERS
from valla.quote.lexicon.prints import CITIES, PUBLISHER_WORDS

CITY = 3
"""Words of a city ("Frankfurt am Main"), and of a publisher that only its place in the citation shows."""

HOUSE = 7
"""Words of a publisher; more are a title."""

_CAP = r"[A-ZÀ-ÖØ-ÞА-ЯŁŚŠŽČ]"
_WORD = rf"(?:S(?:t|te|ankt)\. )?{_CAP}[\w’-]{{0,30}}"
_PLACE = (
    rf"(?:{_CAP}\.(?= ?:)|{_WORD})(?:[ /&-]{{1,3}}{_WORD}){{0,3}}(?:, {_CAP}[\w.]{{0,12}})?(?:[/;–] ?{_WORD}){{0,2}}"
)
_COLON = re.compile(
    rf"(?<![^\x01.,( \[?!])(?P<place>{_PLACE}) ?: (?P<publisher>[^():;\x01]{{2,70}}?)(?=(?:,? ?\x01)|[),.;]?\s*$|\)|, \d|\. [\x01\dSPpC]|, \x01)"
)
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,90})\)")
_THESIS = re.compile(
    r"\((?:[^(),]{0,20}(?:diss|thesis|Diss|Thesis)[^(),]{0,20}), (?P<publisher>[^(),]{3,60})[^()]{0,20}\)"
)

_EDITION = re.compile(
    r"(?<![^\W_])(?:\d{1,2}(?:st|nd|rd|th|e|ª)? ?(?:ed|edn|edition|éd|Aufl|Auflage|изд)\b\.?|(?:[Rr]ev|[Ee]nl|[Nn]ew|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Rr]evised|[Ff]irst)\.? (?:ed|edn|edition|Edition|Ed)\b\.?)"
)
_CAPNAMES = r"(?P<names>(?:[^\W\d_][\w’.-]{0,30}[ ,&]{0,3}){1,8}?)"
_TRANSLATOR = re.compile(
    rf"(?<![^\W_])(?:[Tt]rans(?:lated|l|lation)?\.?(?: and ed(?:ited|\.))?(?: by)?|[Tt]r\.(?: by)?|übers(?:etzt)?\.?(?: von)?|trad(?:uit|uzione|ucción)?\.?(?: par| di| de| por)?|[Пп]ер\. с [а-я]{{3,8}}\.) {_CAPNAMES}(?=[(),.;:\x01]|$)"
)
_EDITOR = re.compile(
    rf"(?<![^\W_])(?:[Ee]ds?\.(?: by)?|[Ee]dited by|[Hh]rsg\.(?: von)?|hg\. von|éd\.|sous la dir\. de|a cura di|под ред\.|[Пп]од ред\.|comp\. by|compiled by|introd\. by|with an introduction by) (?!\d){_CAPNAMES}(?=[(),.;:\x01]|$)"
)
_EDITOR_MARK = re.compile(
    r",? ?\((?:eds?|[Hh]g|[Hh]rsg|dir|ed|сост)\.?\)|, ?(?:eds?\.|editors?|comp\.|translator)(?=[,.\s]|$)"
)

_FULL = rf"(?:{_CAP}\. ?){{0,3}}{_CAP}[\w’-]{{1,30}}(?: (?:de |von |van )?{_CAP}[\w’-]{{1,30}})?"
_EDITORS_LATER = re.compile(
    rf"(?:(?<=, )|(?<=\b[Ii]n ))(?:{_FULL}(?:, {_FULL}){{0,3}}(?:,? (?:and|&|und|et) {_FULL})?)(?:,? ?\((?:[Ee]ds?|[Hh]rsg|[Hh]g|dir)\.?\)|, (?:eds?\.|editors?)),?"
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where and by whom a work was printed, and who put it into another tongue."""

    place: str | None = None
    publisher: str | None = None
    translator: str | None = None
    edited: bool = False  # the names at the head are editors
    editors: bool = False  # some names are, wherever they stand


def take_hands(sheet: Sheet, behind: int | None = None) -> Imprint:
    """Take editions, editors and translators from the sheet; `behind` is where its first title in marks ends, if it has one."""
    sheet.take(_EDITION)
    translator = sheet.take(_TRANSLATOR)
    later = _EDITORS_LATER.search(sheet.left, behind) if behind is not None else None
    if later:  # "“Title”, in X, ed., Book": whose book it is does not tell who wrote the words
        sheet.use(*later.span())
    sheet.take(_EDITOR)
    mark = sheet.take(_EDITOR_MARK)
    head = mark is not None and (behind is None or mark.start() < behind)
    named = tidy(translator["names"]) if translator else None
    return Imprint(translator=named, edited=head, editors=mark is not None)


def take_imprint(sheet: Sheet) -> Imprint:
    """Take place and publisher: "(Place: Publisher", "Place: Publisher,", "(Place", in this order."""
    thesis = sheet.take(_THESIS)
    if thesis:
        return Imprint(publisher=tidy(thesis["publisher"]))
    chosen = None
    for match in _COLON.finditer(sheet.left):
        if _is_imprint(sheet.left, match):
            chosen = match
    if chosen:
        sheet.use(*chosen.span())
        return Imprint(place=_place(chosen["place"]), publisher=_publisher(chosen["publisher"]))
    return _take_bracket(sheet)


def _place(words: str) -> str | None:
    """Return a place; the letter that stands for a city in Russian books keeps its full stop."""
    place = tidy(words)
    return f"{place}." if place and (len(place) == 1 or words.rstrip().endswith(".")) else place


def _is_imprint(words: str, match: re.Match[str]) -> bool:
    """Tell place and publisher from title and subtitle."""
    before = words[: match.start()].rstrip()
    if not before or before[-1] not in f".,({USED}?![":
        return False
    publisher = match["publisher"]
    if match["place"].lower() in OPENERS:
        return False
    if before[-1] == "(":
        return True
    last = re.split(r"[ ,/]", match["place"].split(",")[0].rstrip("."))[-1].lower()
    known = last in CITIES or _has_publisher_word(publisher)
    article = publisher.split(" ", 1)[0] in {"A", "An", "The", "Der", "Die", "Das", "Le", "La", "Les", "Un", "Une"}
    head = before.replace(USED, " ").strip(" ,.(")
    if not known and whole_name(head, 0):  # "X (ed.), For Harbours: History and Practice"
        return False
    return known or (not article and len(publisher.split()) <= CITY and words[match.end() :].lstrip(" ,")[:1] == USED)


def _has_publisher_word(words: str) -> bool:
    return any(word.strip(".,").lower() in PUBLISHER_WORDS for word in words.split())


def _take_bracket(sheet: Sheet) -> Imprint:
    """Take "(London, " or "(Cork" left of a year in brackets."""
    for match in _IN_BRACKETS.finditer(sheet.left):
        inside = match["inside"].replace(USED, " ").strip(" ,;:")
        if inside and inside.split()[-1].lower() in CITIES and len(inside.split()) <= CITY:
            sheet.use(*match.span())
            return Imprint(place=tidy(inside))
        dated = match["inside"].rstrip(" .").endswith(USED) and all(
            word[0].isupper() or word in {"and", "&"} for word in inside.split()
        )
        if (
            inside
            and (_has_publisher_word(inside) or (dated and "," in match["inside"]))
            and len(inside.split()) <= HOUSE
        ):
            sheet.use(*match.span())
            return Imprint(publisher=_publisher(inside))
    return Imprint()


def _publisher(words: str) -> str | None:
    """Return the name of a publisher without the label "Publisher"."""
    return tidy(re.sub(r"^(?:Publishers?|Verlag)[,:] ", "", words.strip()))


def is_city(words: str) -> bool:
    """Tell whether a few words are a city that prints."""
    parts = [part for part in re.split(r"[ /&,]+", words.strip(" .,")) if part]
    if not all(
        part[0].isupper() or part in {"and", "am", "an", "der", "on", "upon", "le", "la", "the"} for part in parts
    ):
        return False
    return bool(parts) and parts[-1].lower().strip(".") in CITIES and len(parts) <= CITY + 1


def is_publisher(words: str) -> bool:
    """Tell whether a few words hold one that publishers bear in their name."""
    return _has_publisher_word(words) and len(words.split()) <= HOUSE


def split_publisher(words: str) -> str | None:
    """Return a publisher's name as it should be kept."""
    return _publisher(words)
