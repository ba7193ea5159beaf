"""Scare quotations: marks that carry distance, a term or a name, and report nobody's saying."""

import re
from collections.abc import Callable
from itertools import pairwise

from valla.quote.lexicon.grammar import ARTICLES, AUXILIARIES, DETERMINERS, NOMINATIVE, POSSESSIVES, PREPOSITIONS
from valla.quote.lexicon.verbs import NOUN_TWINS
from valla.quote.notemarks import CERTAIN
from valla.quote.phrase import WORD, Phrase
from valla.quote.saying import BEING, STRONG, leads_in, says_after, says_before

LONG = 7  # words that no term has
TWO = 2
SHORT = 3  # words that are a term unless something shows that they were said
TERM = re.compile(
    r"\b(?:so-called|so called|self-styled|self-proclaimed|known as|nicknamed|codenamed|code-named|termed|the (?:term|word|name|label|notion|concept|idea|"
    r"expression|adjective|noun|epithet|nickname|buzzword|doctrine|theory|principle|category|role|status|era|age|problem|question) ?(?:of|for)?|"
    r"called (?:the|a|an)|what (?:is|was|are|were) (?:called|termed|known as)|is called|are called|was called|were called|"
    r"kind of|sort of|sogenannte[nrms]?|soi-disant|dite?s?|так называем\w+)\s*(?:the |a |an )?$",
    re.IGNORECASE,
)
CLAUSE_WORDS = (AUXILIARIES - {"a"}) | NOMINATIVE | POSSESSIVES
AFTER_VERB = PREPOSITIONS | ARTICLES
NEXT_WORD = re.compile(r"\s((\w+)(?:'\w+)?)")  # "s'écria" is one
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
DEFINES = re.compile(r"\s(?:is|was|are|were|means|meant|does|did|stands|has)\b")
OPEN_CLAUSE = re.compile(r"(?:^|[,:;.!?…–—(\[]|--)\s*$")


def distance_reason(phrase: Phrase) -> str | None:
    """Return why words in marks are a scare quotation, or None where they report what somebody said."""
    if is_term_defined(phrase):
        return "a word or a phrase of which the sentence says what it is"
    if not phrase.words or any(shows(phrase) for shows in SPOKEN_FIRST):
        return None
    if TERM.search(phrase.before[-60:]) and phrase.length < LONG - 1 and phrase.stop not in ("!", "?"):
        return "a word before it says that it is a term or a name"
    if is_name(phrase):
        return "a name in marks, every long word with a capital"
    if any(shows(phrase) for shows in SPOKEN_LAST):
        return None
    if sized(phrase) <= SHORT:
        return "a word or a phrase built into the author's own sentence, and no act of saying is reported"
    return "a noun phrase in marks, and no act of saying is reported"


def is_term_defined(phrase: Phrase) -> bool:
    """Tell whether a short phrase behind a colon is the subject of a sentence about it: : "herb tea" is not "grass"."""
    if (
        not phrase.words
        or not phrase.words[0].islower()
        or phrase.length > SHORT
        or phrase.stop in (",", ".", "!", "?")
    ):
        return False
    return phrase.before.rstrip().endswith(":") and DEFINES.match(phrase.after) is not None


def sized(phrase: Phrase) -> int:
    """Return how many words a phrase has; one that begins with a preposition is no term and counts as longer."""
    return phrase.length + (phrase.length == TWO and phrase.words[0].lower() in PREPOSITIONS)


def is_long(phrase: Phrase) -> bool:
    """Tell whether a phrase is longer than any term."""
    return sized(phrase) >= LONG


def is_referenced(phrase: Phrase) -> bool:
    """Tell whether a note or a page is given for the very words."""
    return sized(phrase) > TWO and REFERENCE.match(phrase.after) is not None


def is_sentence(phrase: Phrase) -> bool:
    """Tell whether words in marks are all there is of a sentence: nothing before them, a capital, a stop."""
    first = next((letter for letter in phrase.inner if letter.isalnum()), "")
    return not phrase.before.strip() and phrase.length > 1 and first.isupper() and phrase.stop in (".", "!", "?", "…")


def is_spoken_in_passing(phrase: Phrase) -> bool:
    """Tell whether the stops show speech: a comma before the marks and a stop in them, or a verb of saying right behind."""
    following = NEXT_WORD.match(phrase.after)
    if phrase.stop in (",", "?", "!") and following and (STRONG - NOUN_TWINS).intersection(following.groups()):
        return True
    listed = LIST.search(phrase.before) is not None or (phrase.length == 1 and phrase.stop == ",")
    return phrase.stop in (",", ".", "?", "!") and phrase.before.rstrip().endswith(",") and not listed


def is_name(phrase: Phrase) -> bool:
    """Tell whether a phrase has the capitals of a name, and is neither announced nor a clause."""
    if phrase.length == 1 or not phrase.shaped or phrase.stop in ("!", "?"):
        return False
    small = [word for word in phrase.words if word[0].islower()]
    return not (small and is_clause(small)) and not leads_in(phrase.before)


def is_reported_before(phrase: Phrase) -> bool:
    """Tell whether the words before the marks report that somebody said it."""
    return says_before(phrase.before, sized(phrase))


def is_reported_behind(phrase: Phrase) -> bool:
    """Tell whether the words behind the marks report it, the phrase standing as a speech would."""
    free = OPEN_CLAUSE.search(phrase.before) is not None or phrase.stop in (",", "?", "!", ".")
    return free and says_after(phrase.after)


def is_answered(phrase: Phrase) -> bool:
    """Tell whether the phrase stops as speech does and words of saying follow at once."""
    return phrase.stop in (",", "?", "!") and OPEN_CLAUSE.search(phrase.before) is not None and says_after(phrase.after)


def stands_alone(phrase: Phrase) -> bool:
    """Tell whether words in marks are a sentence of their own: a capital at the head, a stop at the end, nothing before."""
    first = next((letter for letter in phrase.inner if letter.isalnum()), "")
    if not first.isupper() or phrase.stop not in (".", "!", "?", "…"):
        return False
    free = OPEN_CLAUSE.search(phrase.before) is not None
    return free or (phrase.stop in ("!", "?") and phrase.length > 1)


def is_no_noun(phrase: Phrase) -> bool:
    """Tell whether a longer phrase is a clause, or stands where its sentence leaves no room for a noun."""
    return sized(phrase) > SHORT and (is_clause(phrase.words) or not in_noun_place(phrase.before))


def in_noun_place(before: str) -> bool:
    """Tell whether the words before the marks leave room for a noun only: an article, a possessive, a preposition, a copula."""
    words = WORD.findall(before[-40:])
    last = words[-1].lower() if words else ""
    return not last or last in NOUN_PLACE or last.endswith(("’s", "'s", "s’", "ed", "ly"))


def is_clause(words: list[str]) -> bool:
    """Tell whether words hold a verb or a pronoun, so that they can be somebody's saying and no mere name of a thing."""
    small = [word.lower() for word in words]
    if any(one.islower() and one.endswith(("ed", "ing")) and two in AFTER_VERB for one, two in pairwise(words)):
        return True
    if any(word in CLAUSE_WORDS for word in small) or small[0] in {"not", "no", "never"}:
        return True
    to = small.index("to") if "to" in small else -1
    return 0 <= to < len(words) - 1 and words[to + 1][0].islower() and small[to + 1] not in ARTICLES | POSSESSIVES


Test = Callable[[Phrase], bool]
SPOKEN_FIRST: tuple[Test, ...] = (is_long, is_sentence, is_spoken_in_passing, is_answered, is_referenced)
"""What shows that words were said, whatever stands before them."""
SPOKEN_LAST: tuple[Test, ...] = (is_reported_before, is_reported_behind, stands_alone, is_no_noun)
"""What shows it where no word says that they are a term or a name."""
