"""Letters, diaries, testimony, speeches and interviews cited by what they are: "Letter from X to Y", "diary of X"."""

import re
from dataclasses import dataclass

from valla.quote.citations.fields import Sheet, tidy
from valla.quote.lexicon.prints import LETTER_NOUNS, STATEMENT_NOUNS
from valla.quote.people import Chunk, Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.tokens import tokenise

_LETTER = re.compile(
    rf"^(?:[Aa]n? |[Tt]he )?(?:[\w-]{{0,20}} )?(?:{LETTER_NOUNS})s? (?:from|of|by|de|von|di|от) (?=\S)", re.IGNORECASE
)
_STATEMENT = re.compile(
    rf"^(?:from )?(?:the )?(?:[\w-]{{0,20}} )?(?P<noun>{STATEMENT_NOUNS})s? (?:of|by|from|with) (?=\S)", re.IGNORECASE
)
_INTERVIEW = re.compile(
    r"^(?:from )?(?:an? |the )?(?:[\w-]{0,20} )?(?:interview|conversation|discussion|talk)s? (?:of|with|between|by) (?=\S)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:Talks|Conversations|Discussions|Interviews) ")
_TO = re.compile(r"^[ ,]*(?:to|an|à|a|к|addressed to) (?=\S)")
_BEFORE = re.compile(r"^[ ,]*(?:before|to|at|vor|devant) (?:the )?(?=[A-ZÀ-Þ])")
_BY = re.compile(r"^[ ,]*(?:by|with|and|conducted by) (?=[A-ZÀ-Þ])")
_TAIL = re.compile(r",? (?:(?:as )?told to|in conversation with) (?=[A-ZÀ-Þ])")
_TRAILING = re.compile(
    rf"^[ ,]*(?P<kind>(?:{STATEMENT_NOUNS})|interview|{LETTER_NOUNS}|transcript|address|broadcast|sworn statement)s?(?=[ ,.;)]|$)"
    r"(?P<number>,? (?:no|nr|num)\.? ?\d{1,5})?(?P<rest>(?: (?:with|by|to|before|at|in|of|on|for) (?:the )?[^,;().\d]{2,60})?)",
    re.IGNORECASE,
)
_HIS = re.compile(r"^(?:his|her|their|the) (?:[a-z]{2,15} ){0,2}[a-z]{3,15}")


@dataclass(frozen=True, slots=True)
class Statement:
    """Who stated it, of what kind, to or before or with whom; `title` are the words that name it; `stop` is after them."""

    author: Name
    kind: str
    title: str | None
    stop: int
    taker: str | None = None
    taker_name: Name | None = None


def read_statement(sheet: Sheet, start: int) -> Statement | None:
    """Return the statement with which a citation begins; None where it does not begin with one."""
    return _letter(sheet, start) or _interview(sheet, start) or _statement(sheet, start) or _bare_letter(sheet, start)


def _letter(sheet: Sheet, start: int) -> Statement | None:
    """Read "letter from X to Y"; the addressee may be missing."""
    head = _LETTER.match(sheet.left[start:])
    writer = _chunk(sheet, start + head.end()) if head else None
    if writer is None:
        return None
    stop = writer.name.span.end
    name, taker, stop = _taker(sheet, stop, _TO)
    return Statement(writer.name, "letter", tidy(sheet.words[start:stop]), stop, taker, name)


def _bare_letter(sheet: Sheet, start: int) -> Statement | None:
    """Read "X to Y, 8 March 1864": two names with "to" between are a letter, named by the two."""
    writer = _chunk(sheet, start)
    if writer is None or writer.name.sort is not Sort.PERSON:
        return None
    name, taker, stop = _taker(sheet, writer.name.span.end, re.compile(r"^ to (?=\S)"))
    if taker is None or sheet.left[stop:].lstrip()[:1] not in {"", ",", ".", ";", "(", "\x01", "—", "-"}:
        return None
    return Statement(writer.name, "letter", None, stop, taker, name)


def _statement(sheet: Sheet, start: int) -> Statement | None:
    """Read "testimony of X before Y", "diary of X"."""
    head = _STATEMENT.match(sheet.left[start:])
    chunk = _chunk(sheet, start + head.end()) if head else None
    if head is None or chunk is None or chunk.name.sort is not Sort.PERSON:
        return None
    kind = head["noun"].lower()
    stop = chunk.name.span.end
    name, taker, stop = (
        _taker(sheet, stop, _BEFORE) if not kind.startswith(("diar", "memoir", "note")) else (None, None, stop)
    )
    first = start + 5 if head[0].lower().startswith("from ") else start
    words = sheet.words[first:stop]
    return Statement(
        chunk.name, kind, tidy(words[4:] if words.lower().startswith("the ") else words), stop, taker, name
    )


def _interview(sheet: Sheet, start: int) -> Statement | None:
    """Read "interview of X by Y", "interview with X by Y", "conversation between X and Y"."""
    head = _INTERVIEW.match(sheet.left[start:])
    chunk = _chunk(sheet, start + head.end()) if head else None
    if head is None or chunk is None or chunk.name.sort is not Sort.PERSON or _PLURAL.match(head[0]):
        return None
    name, taker, stop = _taker(sheet, chunk.name.span.end, _BY)
    words = sheet.words[start:stop]
    return Statement(
        chunk.name,
        "interview",
        tidy(re.sub(r"^(?:[Ff]rom )?(?:an? |the )?(?:further )?", "", words)),
        stop,
        taker,
        name,
    )


def _taker(sheet: Sheet, stop: int, link: re.Pattern[str]) -> tuple[Name | None, str | None, int]:
    """Return the name after a link such as "to" or "before", its words, and the index after it."""
    match = link.match(sheet.left[stop:])
    if match is None:
        return None, None, stop
    chunk = _chunk(sheet, stop + match.end())
    if chunk:
        return chunk.name, chunk.name.value, chunk.name.span.end
    his = _HIS.match(sheet.left[stop + match.end() :])
    if his:
        return None, his[0], stop + match.end() + his.end()
    return None, None, stop


def _chunk(sheet: Sheet, start: int) -> Chunk | None:
    """Return the name at an index of the sheet, an article before it passed over."""
    words = sheet.left[start : start + 200]
    if words.lower().startswith("the "):
        start, words = start + 4, words[4:]
    tokens = tokenise(words, start)
    return chunk_at(tokens, 0) if tokens else None


def take_telling(sheet: Sheet) -> Name | None:
    """Take ", as told to Y" from the sheet and return Y."""
    match = _TAIL.search(sheet.left)
    chunk = _chunk(sheet, match.end()) if match else None
    if match is None or chunk is None:
        return None
    sheet.use(match.start(), chunk.name.span.end)
    return chunk.name


@dataclass(frozen=True, slots=True)
class Kindred:
    """The kind of a statement that follows its author's name: "X, interview with Y", "X, speech at Z"."""

    kind: str
    title: str
    taker: str | None
    stop: int


_OWN_TITLES = frozenset({"memoirs", "memoir", "diary", "diaries", "autobiography", "reminiscences", "recollections"})


def kind_after(sheet: Sheet, stop: int) -> Kindred | None:
    """Return the kind of statement named after the author."""
    match = _TRAILING.match(sheet.left[stop:])
    if not match:
        return None
    rest = match["rest"].strip(" \x01")
    if match["kind"][0].isupper() and not rest and match["kind"].lower() not in _OWN_TITLES:
        return None  # "X, Evidence" is the short title of a book
    title = tidy(match["kind"] + (match["number"] or "").replace(",", "") + " " + rest) or match["kind"]
    taker = (
        re.sub(r"^(?:with|by|to|before) (?:the (?=[a-z]))?", "", rest)
        if rest.startswith(("with ", "by ", "to ", "before "))
        else None
    )
    return Kindred(match["kind"].lower(), title, taker or None, stop + match.end())
