"""Scare quotations: marks that carry distance, a term or a name, and report nobody's saying."""

import re
from itertools import pairwise

from valla.quote.lexicon.grammar import ARTICLES, AUXILIARIES, DETERMINERS, NOMINATIVE, POSSESSIVES, PREPOSITIONS
from valla.quote.lexicon.verbs import NOUN_TWINS
from valla.quote.notemarks import CERTAIN
from valla.quote.saying import BEING, STRONG, leads_in, says_after, says_before
from valla.quote.titles import capital_shape

WORD = re.compile(r"[^\W_][\w’'-]*")
LONG = 7  # words that no term has
TERM = re.compile(
    r"\b(?:so-called|so called|self-styled|self-proclaimed|known as|nicknamed|codenamed|code-named|termed|the (?:term|word|name|label|notion|concept|idea|"
    r"expression|adjective|noun|epithet|nickname|buzzword|doctrine|theory|principle|category|role|status|era|age|problem|question) ?(?:of|for)?|"
    r"called (?:the|a|an)|what (?:is|was|are|were) (?:called|termed|known as)|is called|are called|was called|were called|"
    r"kind of|sort of|sogenannte[nrms]?|soi-disant|dite?s?|так называем\w+)\s*(?:the |a |an )?$",
    re.IGNORECASE,
)
CLAUSE_WORDS = (AUXILIARIES - {"a"}) | NOMINATIVE | POSSESSIVES
AFTER_VERB = PREPOSITIONS | ARTICLES
BARE_VERB = re.compile(rf"\s(?:{'|'.join(sorted(STRONG - NOUN_TWINS))})\b")
LIST = re.compile(r"[”“\"’'»«],\s*$")  # words in marks one after another
REFERENCE = re.compile(
    rf"[.,;:]?(?:{CERTAIN}|\d{{1,3}}(?!\d))|"
    r"\s?\([^()]{0,120}(?:\b(?:1[5-9]|20)\d\d\b|\bpp?\.\s?\d|[Ii]bid|\d{1,3}[:.]\d|\bS\. ?\d|\bTr\. \d|, \d)[^()]{0,60}\)"
)
NOUN_PLACE = (
    DETERMINERS
    | PREPOSITIONS
    | BEING
    | frozenset("and or but not as than more most very only called new old own".split())
)
OPEN_CLAUSE = re.compile(r"(?:^|[,:;.!?…–—(\[]|--)\s*$")


def distance_reason(before: str, inner: str, after: str) -> str | None:
    """Return why words in marks are a scare quotation, or None where they report what somebody said.

    `before` and `after` are the words of the sentence around the marks.
    """
    words = WORD.findall(inner)
    length = max(len(words), sum(letter > "\u3000" for letter in inner) // 2)  # no blanks part words in East Asia
    if length == 2 and words[0].lower() in PREPOSITIONS:  # noqa: PLR2004
        length += 1  # no noun phrase, so no term
    if length >= LONG:
        return None
    if spoken_in_passing(before, inner, after):
        return None
    if REFERENCE.match(after) and length > 2:  # noqa: PLR2004
        return None
    if TERM.search(before[-60:]) and length < LONG - 1 and not ends_sentence(inner):
        return "a word before it says that it is a term or a name"
    if (
        length > 1
        and capital_shape(inner)
        and not is_clause(words)
        and not leads_in(before)
        and not ends_sentence(inner)
    ):
        return "a name in marks, every long word with a capital"
    if says_before(before, length) or (
        says_after(after) and (OPEN_CLAUSE.search(before) or inner.rstrip()[-1:] in ",?!.")
    ):
        return None
    if stands_alone(before, inner, length):
        return None
    if length <= 3:  # noqa: PLR2004
        return "a word or a phrase built into the author's own sentence, and no act of saying is reported"
    if is_clause(words) or not in_noun_place(before):
        return None
    return "a noun phrase in marks, and no act of saying is reported"


def spoken_in_passing(before: str, inner: str, after: str) -> bool:
    """Tell whether the stops show speech: a comma before the marks and a stop in them, or a verb of saying right behind."""
    stop = inner.rstrip()[-1:]
    if stop in ",?!" and BARE_VERB.match(after):
        return True
    return stop in ",.?!" and before.rstrip().endswith(",") and not LIST.search(before)


def in_noun_place(before: str) -> bool:
    """Tell whether the words before the marks leave room for a noun only: an article, a possessive, a preposition, a copula."""
    words = WORD.findall(before[-40:])
    last = words[-1].lower() if words else ""
    return not last or last in NOUN_PLACE or last.endswith(("’s", "'s", "s’", "ed", "ly"))


def ends_sentence(inner: str) -> bool:
    """Tell whether words end as a sentence does."""
    return inner.rstrip()[-1:] in ("!", "?")


def stands_alone(before: str, inner: str, length: int) -> bool:
    """Tell whether words in marks are a sentence of their own: a capital at the head, a stop at the end, nothing before."""
    first = next((letter for letter in inner if letter.isalnum()), "")
    stopped = inner.rstrip()[-1:] in (".", "!", "?", "…")
    free = OPEN_CLAUSE.search(before) is not None
    return first.isupper() and stopped and (free or inner.rstrip()[-1] in "!?") and (length > 1 or free)


def is_clause(words: list[str]) -> bool:
    """Tell whether words hold a verb or a pronoun, so that they can be somebody's saying and no mere name of a thing."""
    small = [word.lower() for word in words]
    if any(one.islower() and one.endswith(("ed", "ing")) and two in AFTER_VERB for one, two in pairwise(words)):
        return True
    if any(word in CLAUSE_WORDS for word in small) or small[0] in {"not", "no", "never"}:
        return True
    to = small.index("to") if "to" in small else -1
    return 0 <= to < len(words) - 1 and words[to + 1][0].islower() and small[to + 1] not in ARTICLES | POSSESSIVES
