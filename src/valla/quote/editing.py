"""What an editor did to quoted words: omissions that are marked, and words put in brackets."""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.quotations import Insertion, Mark, Omission, QuotationId
from valla.quote.lexicon.grammar import ARTICLES, NOMINATIVE, POSSESSIVES, PREPOSITIONS, SUBORDINATORS

DOTS = re.compile(
    r"[\[(<]\s?(?:…|\.\s?\.\s?\.(?:\s?\.)?|\*{3})\s?[\])>]|…[….]*|\.{3,}|\.(?:[ \u00a0]\.){2,3}|\*(?:\s?\*){2}(?!\*)|(?<=\s)[–—]\s?[–—](?=\s)"
)
LONGEST = 400  # characters in an editor's brackets
SQUARE = re.compile(r"\[([^\[\]]{1,400})\]")
ROUND = re.compile(r"\(([^()]{2,200})\)")
NOTE_MARK = re.compile(r"\d{1,4}|[*†‡§]+|[Ff]ootnote.*|[Nn]ote \d+|[ivx]{1,5}|sic\.?|fn\.? ?\d+", re.IGNORECASE)
GAP = re.compile(r"[….]\s?$|\.\s\.\s?$")
WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]$")
NAME_WORDS = 4  # of a person named in brackets behind a pronoun
NEEDS_NOUN = (PREPOSITIONS | SUBORDINATORS | ARTICLES | POSSESSIVES | frozenset({"that", "than"})) - frozenset(
    "in on out up down off over".split()
)


def find_omissions(text: str, quotation: QuotationId, parts: tuple[Span, ...]) -> Iterator[Omission]:
    """Yield the omissions marked in the parts of a quotation; an interrupted last sentence is marked in the same way."""
    for part in parts:
        for match in DOTS.finditer(text, part.start, part.end):
            mark = Mark.BRACKETED if match.group()[0] in "[(<" else Mark.ELLIPSIS
            yield Omission(quotation=quotation, at=Span(*match.span()), mark=mark)


def find_insertions(text: str, quotation: QuotationId, parts: tuple[Span, ...]) -> Iterator[Insertion]:
    """Yield the words in brackets that an editor put into a quotation."""
    for part in parts:
        for match in SQUARE.finditer(text, part.start, part.end):
            if is_insertion(text, match):
                yield insertion(quotation, match, replaces=replaces_letters(text, match))
        for match in ROUND.finditer(text, part.start, part.end):
            if is_gloss(text, part, match):
                yield insertion(quotation, match, replaces=False)


def insertion(quotation: QuotationId, match: re.Match[str], *, replaces: bool) -> Insertion:
    """Return the row of one bracket."""
    return Insertion(quotation=quotation, at=Span(*match.span()), words=match.group(1), replaces=replaces)


def is_insertion(text: str, match: re.Match[str]) -> bool:
    """Tell whether square brackets hold words, and neither dots nor the mark of a note."""
    words = match.group(1).strip()
    if DOTS.fullmatch(match.group()) or not any(letter.isalnum() for letter in words):
        return False
    if len(words) == 1 and words.isalpha():  # [A] behind a word is the mark of a note, [A]nd is not
        return text[match.end() : match.end() + 1].isalpha() or text[match.start() - 1 : match.start()].isspace()
    return words.casefold().strip("!?. ") == "sic" or NOTE_MARK.fullmatch(words) is None


def replaces_letters(text: str, match: re.Match[str]) -> bool:
    """Tell whether the brackets touch a word and so stand for letters of it: [t]he, walk[ed]."""
    return text[match.end() : match.end() + 1].isalpha() or text[max(0, match.start() - 1) : match.start()].isalpha()


def is_gloss(text: str, part: Span, match: re.Match[str]) -> bool:
    """Tell whether round brackets fill a gap in a quoted sentence: nothing else stands where the sentence needs a noun.

    Brackets of the quoted author's own stand beside a complete sentence; these follow a preposition, a conjunction, an
    omission, or a pronoun that they explain by a name.
    """
    before = text[max(part.start, match.start() - 24) : match.start()]
    words = match.group(1)
    if any(letter.isdigit() for letter in words[:1]) or not before.strip():
        return False
    if GAP.search(before):
        after = text[match.end() : match.end() + 2]
        return bool(after.strip()) and after.strip()[0].islower() and words[:1].isalpha()
    word = WORD_BEFORE.search(before)
    if word is None:
        return False
    small = word.group(1).casefold()
    return small in NEEDS_NOUN or (
        small in NOMINATIVE and small != "i" and words[0].isupper() and len(words.split()) <= NAME_WORDS
    )
