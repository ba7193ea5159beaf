"""What stands where a title may stand and is none: a day, a reign, a page, an office, a language, a stray letter."""

import re

from valla.quote.lexicon.grammar import NO_NAMES
from valla.quote.lexicon.prints import CITIES, PAPERS_KEPT, WORK_NOUNS
from valla.quote.lexicon.roles import BODIES, RANKS, SEATS

_SHAPES = re.compile(
    r"(?:To (?:[Tt]he (?:[Rr]ight|[Mm]ost|[Rr]everend|[Hh]onou?rable|[Kk]ing|[Qq]ueen|[Ee]ditor)|[Mm]y)\b.*|FROM (?:THE|the|A|a|AN|an) .*|[^\W\d_]{1,2}|cr|[Uu]t sup(?:ra)?\.?|(?:Anno|A\^o)\b.*|[Pp](?:ages?|p?\.) ?\d*"
    r"|(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})(?:,? \d{4})?"
    r"|(?:James|Elizabeth|Charles|Henry|Edward|George|William|Mary|Anne|Louis|Philip|Victoria|Richard) [IVX]{1,4})"
)
SENTENCE = 3
"""More words than so, beginning with a small letter and naming no paper, are the author's own sentence."""

LANGUAGES = frozenset(
    "english french german latin greek russian italian spanish dutch polish arabic hebrew chinese persian turkish".split()
)
PAPERS = frozenset(
    "letter letters note notes examination confession speech telegram interview deposition document".split()
)
"""Words that say what kind of paper is meant; without italics they are the title of none."""

_NO_WORKS = (
    LANGUAGES
    | NO_NAMES
    | CITIES
    | ((RANKS | SEATS | BODIES) - WORK_NOUNS - PAPERS_KEPT)
    | frozenset("original copy office majesty page viz translation photograph engraving italics emphasis".split())
) - frozenset({"bible", "constitution", "dictionary", "encyclopaedia", "encyclopedia", "gospel", "gazette", "times"})


def is_no_title(title: str) -> bool:
    """Tell whether words are no title of a work, whatever place they stand in."""
    bare = title.strip(" .,;:_*’'")
    small = bare[:1].islower() and len(bare.split()) > SENTENCE
    if small and not any(word in WORK_NOUNS for word in bare.casefold().split()):
        return True
    return not bare or _SHAPES.fullmatch(bare) is not None or bare.casefold() in _NO_WORKS
