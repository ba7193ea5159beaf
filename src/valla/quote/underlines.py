"""Lines that say whose words stand above them: "–Name, Work (1936)", "(Work, p. 12)", "letter from A to B".

No single trait makes such a line. A dash or brackets around it, a name at its head, a year, a page, a title in
capitals speak for it; verbs, a colon and common words in plenty speak against it. The sum is a weight, and who asks
decides how much is enough: little for a line right below a closing mark, more for one after a blank line.
"""

import re

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import AUXILIARIES, OPENERS
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.lexicon.verbs import NOUN_TWINS, REPORTING

LONGEST = 300
BELOW, APART, BEHIND, BEHIND_BARE = 2, 3, 3, 4
"""What is enough right below a quotation, after a blank line, behind its mark, and there without dash or bracket."""
SURE = 5  # enough where no mark shows that the quotation has ended

DASH = re.compile(r"(?:[–—―‒~]|-{1,3})\s*(?=[^\W\d_a-z]|[“”\"«‘'(\[*_]|[a-z]+ )")
BRACKETED = re.compile(r"[(\[].*[)\]][.,;]?$", re.DOTALL)
INSIDE_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
INSIDE_MARKS = re.compile(r"[“”\"«„][^“”\"«»„]*[”“\"»]?")
NAME = re.compile(
    r"(?:(?:[Bb]y|From|[Ii]n) )?(?:[^\W\d_a-z][\w’'.-]*)(?:,? (?:[^\W\d_a-z][\w’'.&-]*|de|du|von|van|der|den|la|le|of|ibn|bin|al|and|&|und|et|y)){0,6}"
    r"(?=\s*(?:[,(:;“‘\"–—-]|$))"
)
SOURCE = re.compile(
    r"(?:[–—―-]\s*)?(?:an?|the|his|her)?\s?(?:(?:quoted|cited|reported|reprinted|printed|published|translated|from|in|see|source|ibid|idem|op\. ?cit|"
    r"loc\. ?cit|according to|letter|interview|speech|testimony|statement|diary|memoirs?|telegram|memorandum|conversation|"
    r"article|report|cf|aus|zitiert|cité|источник)\b)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:1[0-9]|20)\d\d\b|\bpp?\.\s?\d|\b(?:vol|no|nr|ch|chap|sec|art|fol|ff?|bd|t|с|стр|S)\.\s?[\dIVXLC]|§|"
    r"\b(?:ibid|idem|op\.\s?cit|loc\.\s?cit|ebd|там же)\b|\b(?:chapter|volume|page|part|act)\s+[\dIVXLC]+\b|\b[IVX]{1,4}[.:,]\s?\d|\b\d{1,3}:\d",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
SPOKEN = re.compile(r"[:,]\s*[“\"«„][^“”\"«»„]*[.!?][”“\"»]$")  # a sentence in marks is what somebody says
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
STAGE = frozenset(
    "laughs laughter applause pause pauses silence crying cries weeps weeping sighs smiles smiling noise interruption"
    " inaudible indistinct crosstalk sic emphasis cheers continues continuing nods".split()
)
PLAIN = (
    (REPORTING - NOUN_TWINS - WORK_NOUNS)
    | (AUXILIARIES - {"a"})
    | frozenset({"came", "took", "became", "made", "gave", "left", "went", "got", "stood", "lay", "sat"})
)
FURNITURE = re.compile(
    r"[\[(]?(?:illustration|facsimile|plate|figure|fig\.|table|footnote|transcriber|appendix|chapter|contents|index|errata)\b",
    re.IGNORECASE,
)
"""Beginnings of what stands between the paragraphs of a book and says nothing of them."""
SMALL = 3  # letters of a word that may be small in a title


def weigh_line(words: str) -> int:
    """Return how much speaks for a line being an attribution; below zero it is plain prose."""
    words = words.strip()
    if not words or len(words) > LONGEST or FURNITURE.match(words):
        return -9
    return weigh_shape(words) + weigh_words(words)


def weigh_shape(words: str) -> int:
    """Weigh the edges of a line: its dash, its brackets, its last character."""
    weight = 3 if DASH.match(words) else 0
    if words[0] in "([" and is_one_bracket(words):
        weight += -4 if is_stage(words) else 3
    if words[-1] in ":?!,;":
        weight -= 5 if words[-1] == ":" else 2
    elif words[-1] == ".":
        weight -= 0 if weight or PLACE.search(words) else 1
    else:
        weight += 1
    return weight


def weigh_words(words: str) -> int:
    """Weigh what a line says: a name or a kind of paper at its head, a place in a work, capitals, verbs."""
    bare = words.strip("()[]–—―-*_ ")
    core = INSIDE_MARKS.sub(" ", INSIDE_BRACKETS.sub(" ", bare)) or bare
    weight = 2 if PLACE.search(words) else 0
    weight -= 9 if SPOKEN.search(words) else 0
    weight += 3 if ADDRESS.match(bare) else 0
    if SOURCE.match(bare) or names_head(bare):
        weight += 2
    long = [word for word in WORD.findall(core) if len(word) > SMALL]
    small = [word for word in long if word[0].islower()]
    weight -= min(6, 2 * sum(word.casefold() in PLAIN for word in WORD.findall(core) if word[0].islower()))
    if len(long) > 1 and 5 * len(small) <= 2 * len(long):
        weight += 1
    elif 5 * len(small) > 3 * len(long) and not SOURCE.match(bare):
        weight -= 2
    return weight


def names_head(words: str) -> bool:
    """Tell whether a line begins with what may be a name, followed by a comma, a bracket or nothing."""
    match = NAME.match(words)
    if match is None:
        return False
    first = WORD.match(words)
    return first is not None and first.group().casefold() not in OPENERS - {"by", "from", "in"}


def is_one_bracket(words: str) -> bool:
    """Tell whether the bracket with which a line begins is closed only at its end, or never."""
    deep = 0
    for at, letter in enumerate(words):
        deep += (letter in "([") - (letter in ")]")
        if deep == 0:
            return not words[at + 1 :].strip(" .,;")
    return BRACKETED.match(words) is not None


def is_stage(words: str) -> bool:
    """Tell whether a bracket is a stage direction, such as "(Laughter.)"."""
    inside = [word.casefold() for word in WORD.findall(words)]
    return not any(len(word) > 1 for word in inside) or inside[0] in STAGE or inside[-1] in STAGE


def starts_marked(words: str) -> bool:
    """Tell whether a tail is set off by a dash or a bracket."""
    return bool(DASH.match(words)) or words[:1] in ("(", "[")


def is_tail(words: str) -> bool:
    """Tell whether what follows a closing mark to the end of its paragraph is an attribution."""
    words = words.strip()
    return bool(words) and weigh_line(words) >= (BEHIND if starts_marked(words) else BEHIND_BARE)


def trailing_line(text: str, span: Span) -> Span | None:
    """Return the attribution in brackets or behind a dash with which words end that no mark closes."""
    words = span.of(text).rstrip()
    least = max(0, len(words) - LONGEST)
    at = max(words.rfind(mark, least) for mark in (" (", " [", "\n(", "\n[", " –", " —", "\n–", "\n—", " -- "))
    tail = words[at:].strip() if at > 0 else ""
    if not tail or words[:at].rstrip()[-1] not in ".?!…”\"»’'*_":
        return None
    if not (tail.endswith((")", "]", ").")) or DASH.match(tail)) or weigh_line(tail) < SURE:
        return None
    start = span.start + at + 1
    return Span(start, span.start + len(words))


def blanks_before(text: str, at: int) -> str:
    """Return the blanks that stand right before a place."""
    start = at
    while start and text[start - 1].isspace():
        start -= 1
    return text[start:at]
