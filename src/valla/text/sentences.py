"""Where sentences, paragraphs and turns of speech begin and end, as far as marks and capitals tell.

No grammar is asked: a stop, a question mark or an exclamation mark ends a sentence if what follows does not go on in
lower case; abbreviations and initials do not end one.
"""

import re

_CLOSING = "\"'”’»›)]*_"
_OPENING = "\"'“‘„‚«‹([*_—–-"
_STOP = re.compile(rf"[.!?…。！？]+[{re.escape(_CLOSING)}]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-zА-Яа-я]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Vol|vol|pp|cf|etc|viz|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Fr|"
    r"Sir|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|ed|eds|op|cit|ibid|i\.e|e\.g))$"
)
_PARAGRAPH = re.compile(r"\n[ \t\r]{0,80}\n")
_TURN = re.compile(
    r"(?:^|(?<=[.!?…\"”’)\]])\s|\n\s{0,20})([A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}):\s(?=[\"“A-Z(\[])"
)


def starts_sentence(text: str, offset: int) -> bool:
    """Tell whether the word at an offset begins a sentence, a line of speech or the text."""
    at = offset - 1
    while at >= 0 and (text[at].isspace() or text[at] in _OPENING):
        if text[at] in '"“„«([' and at and not text[at - 1].isalnum():
            return True  # what opens in quotation marks or brackets may have its capital from there
        at -= 1
    if at >= 0 and text[at] in _CLOSING:
        while at >= 0 and text[at] in _CLOSING:
            at -= 1
        return at >= 0 and text[at] in ".!?…"
    return at < 0 or (text[at] in ".!?:…;" and not (text[at] == "." and _is_abbreviated(text, at)))


def _is_abbreviated(text: str, stop: int) -> bool:
    """Tell whether the stop at an offset belongs to an abbreviation or an initial."""
    return _ABBREVIATED.search(text, max(0, stop - 8), stop) is not None


def sentence_end(text: str, offset: int, limit: int = 600) -> int:
    """Return where the sentence that goes on at an offset ends, its stop included; at most `limit` further on."""
    stop = min(len(text), offset + limit)
    paragraph = _PARAGRAPH.search(text, offset, stop)
    if paragraph:
        stop = paragraph.start()
    for match in _STOP.finditer(text, offset, stop):
        if _ends(text, match):
            return match.end()
    return stop


def _ends(text: str, match: "re.Match[str]") -> bool:
    """Tell whether a stop ends its sentence."""
    following = text[match.end() : match.end() + 40].lstrip(" \t\r\n" + _OPENING)
    if following and following[0].islower():
        return False
    return text[match.start()] != "." or not _is_abbreviated(text, match.start())


def sentence_start(text: str, offset: int, limit: int = 600) -> int:
    """Return where the sentence begins that an offset stands in; at most `limit` back."""
    first = max(0, offset - limit)
    start = first
    for match in _PARAGRAPH.finditer(text, first, offset):
        start = match.end()
    for match in _STOP.finditer(text, start, offset):
        if match.end() < offset and _ends(text, match):
            start = match.end()
    return start


def paragraphs_between(text: str) -> int:
    """Count the paragraph ends in a text; a blank line inside a sentence is the break of a page, not of a paragraph."""
    count = 0
    for match in _PARAGRAPH.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()].rstrip(" \t\r\n" + _CLOSING)
        if not before or before[-1] in ".!?…:;":
            count += 1
    return count


def turns_in(text: str) -> tuple[str, ...]:
    """Return the labels of the speakers whose turns begin in a text ("THE PRESIDENT:", "Orme:")."""
    return tuple(match[1].strip() for match in _TURN.finditer(text))
