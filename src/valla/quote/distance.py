"""Scare quotations: marks that carry distance, a term or a name, and report nobody's saying."""

import re

from valla.quote.lexicon.grammar import ARTICLES, AUXILIARIES, NOMINATIVE, POSSESSIVES
from valla.quote.saying import says_after, says_before

WORD = re.compile(r"[^\W_][\w’'-]*")
LONG = 7  # words that no term has
TERM = re.compile(
    r"\b(?:so-called|so called|self-styled|self-proclaimed|known as|nicknamed|codenamed|code-named|termed|the (?:term|word|name|label|notion|concept|idea|"
    r"expression|adjective|noun|epithet|nickname|buzzword|doctrine|theory|principle|category|role|status|era|age|problem|question) ?(?:of|for)?|"
    r"called (?:the|a|an)|what (?:is|was|are|were|[\w’' -]{2,30}) (?:called?|calls?|term(?:ed|s)?|know|knew)|is called|are called|was called|were called|"
    r"kind of|sort of|sogenannte[nrms]?|soi-disant|dite?s?|так называем\w+)\s*(?:the |a |an )?$",
    re.IGNORECASE,
)
OPEN_CLAUSE = re.compile(r"(?:^|[,:;.!?…–—(\[]|--)\s*$")


def distance_reason(before: str, inner: str, after: str) -> str | None:
    """Return why words in marks are a scare quotation, or None where they report what somebody said.

    `before` and `after` are the words of the sentence around the marks.
    """
    words = WORD.findall(inner)
    length = len(words)
    if length >= LONG:
        return None
    if TERM.search(before[-60:]) and length < LONG - 1 and not ends_sentence(inner):
        return "a word before it says that it is a term or a name"
    if says_before(before, length) or (
        says_after(after) and (OPEN_CLAUSE.search(before) or inner.rstrip()[-1:] in ",?!.")
    ):
        return None
    if stands_alone(before, inner, length):
        return None
    if length <= 3:  # noqa: PLR2004
        return "a word or a phrase built into the author's own sentence, and no act of saying is reported"
    if is_clause(words):
        return None
    return "a noun phrase in marks, and no act of saying is reported"


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
    small = {word.casefold() for word in words}
    verbs = (AUXILIARIES - {"a"}) | NOMINATIVE | POSSESSIVES
    return (
        bool(small & verbs)
        or words[0].casefold() in {"to", "not", "no", "never"}
        or (
            not words[0][0].isupper()
            and words[0].casefold() not in ARTICLES
            and any(word.endswith("ing") for word in words[:1])
        )
    )
