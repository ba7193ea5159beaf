"""Titles that stand in marks: quotation marks of every family, underscores, asterisks."""

from dataclasses import dataclass

from valla.quote.citations.fields import Sheet, tidy

PAIRS = {"“": "”“", "„": "“”", "«": "»", "‘": "’", '"': '"', "_": "_", "*": "*", "”": "”", "»": "«"}
_ITALIC = "_*"


@dataclass(frozen=True, slots=True)
class Marked:
    """A title between marks: where it stands on the sheet, marks included, and whether it is set in italics."""

    start: int
    stop: int
    title: str
    italic: bool


def take_marked(sheet: Sheet) -> list[Marked]:
    """Take every marked title from the sheet, in order."""
    found = find_marked(sheet)
    for row in found:
        sheet.use(row.start, row.stop)
    return found


def find_marked(sheet: Sheet) -> list[Marked]:
    """Return every marked title on the sheet, in order."""
    found = []
    place = 0
    while place < len(sheet.left):
        apart = _apart(sheet, place)
        if apart:
            found.append(apart)
            place = apart.stop
            continue
        mark = sheet.left[place]
        closing = _closing_of(sheet.left, place) if mark in PAIRS else None
        if closing is None:
            place += 1
            continue
        title = tidy(sheet.words[place + 1 : closing])
        if title and _worth(title):
            found.append(Marked(place, closing + 1, title, mark in _ITALIC))
        place = closing + 1
    return found


def _apart(sheet: Sheet, place: int) -> Marked | None:
    """Return the title that begins at a place because the file sets it apart, less what of it is used already."""
    stop = sheet.apart.get(place)
    if stop is None:
        return None
    start = next((at for at in range(place, stop) if sheet.left[at].isalnum()), stop)
    title = tidy(sheet.words[start:stop])
    return Marked(start, stop, title, italic=True) if title and _worth(title) else None


def _worth(title: str) -> bool:
    """Tell a title from a mark for an abbreviation such as _ib._ or _op. cit._ or a sub nomine."""
    return len(title) > 1 and title.casefold() not in LATIN


LATIN = frozenset(
    {
        "sub nom",
        "s.v",
        "passim",
        "et al",
        "sub nomine",
        "vide",
        "e.g",
        "i.e",
        "viz",
        "cf",
        "sic",
        "supra",
        "infra",
        "circa",
        "recte",
        "note",
        "see",
        "alias",
        "inter alia",
    }
)
"""Words that are set in italics and are no titles."""


def _closing_of(words: str, place: int) -> int | None:
    """Return the index of the mark that closes the title opened at a place; the last one where they do not match."""
    mark = words[place]
    if not _opens(words, place):
        return None
    if mark in '_*"':
        closing = words.find(mark, place + 1)
        while closing != -1 and not _closes(words, closing):
            closing = words.find(mark, closing + 1)
        return closing if closing != -1 else None
    if mark == "‘":
        return _single_closing(words, place)
    depth, last = 1, None
    for index in range(place + 1, len(words)):
        if words[index] == mark and place != index and index + 1 < len(words) and words[index + 1].isalnum():
            depth += 1
        elif words[index] in PAIRS[mark] and _closes(words, index):
            depth, last = depth - 1, index
            if depth == 0:
                return index
    return last


def _single_closing(words: str, place: int) -> int | None:
    """Return the mark that closes a single one: the first before the end of a field, for within one it is an apostrophe."""
    closings = [index for index in range(place + 1, len(words)) if words[index] == "’" and _closes(words, index)]
    ends = (index for index in closings if not words[index + 1 :].lstrip()[:1].isalnum())
    return next(ends, closings[-1] if closings else None)


def _opens(words: str, place: int) -> bool:
    """Tell whether a mark may open: a letter or another mark follows, no letter goes before."""
    if place + 1 >= len(words) or (words[place + 1].isspace() and words[place] != "«"):
        return False
    if place and words[place - 1].isalnum():
        return False
    return words[place] in _ITALIC or _begins_field(words[:place].rstrip())


def _begins_field(before: str) -> bool:
    """Tell whether a mark begins a field: a mark pulled out of a title, as in 'The "League" of X', does not."""
    return not before or not before[-1].isalnum() or before.rsplit(" ", 1)[-1].lower() in _LEADS


_LEADS = frozenset(
    "in book article essay entitled titled called named his her their the see from of paper by on speech pamphlet piece".split()
) - {"the", "of"}


def _closes(words: str, place: int) -> bool:
    """Tell whether a mark may close: it is no apostrophe inside a word."""
    return place + 1 >= len(words) or not words[place + 1].isalnum()
