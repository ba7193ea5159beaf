"""Whether the words beside a quotation report that somebody said it."""

import re

from valla.quote.lexicon.grammar import ARTICLES, DETERMINERS, POSSESSIVES
from valla.quote.lexicon.roles import PAPERS, PEOPLE, RANKS
from valla.quote.lexicon.verbs import NOUN_TWINS, REPORTING, THAT_ONLY, WEAK
from valla.quote.notemarks import CERTAIN
from valla.quote.sentences import one_line

WORD = re.compile(r"[^\W\d_][\w’'-]*")
NAMING = frozenset(
    "call calls called calling describe describes described describing term terms termed terming label labels labelled labeled "
    "labelling dub dubs dubbed dubbing denounce denounces denounced denouncing brand brands branded branding characterise "
    "characterised characterize characterized characterizing characterises characterizes dismiss dismisses dismissed dismissing "
    "condemn condemns condemned condemning ridicule ridiculed mock mocked deride derided praise praised hail hailed refer refers "
    "referred referring style styled speak speaks spoke spoken speaking write writes wrote written writing cite cites cited "
    "liken likens likened compare compares compared enter enters entered list lists listed inscribed registered marked signed entitled "
    "nannte nennt genannt bezeichnete appelle appela qualifie qualifia назвал назвала называл".split()
)
"""Verbs whose object a short quotation may be: called it "a farce", wrote of "wreckers"."""
SAYING = REPORTING | NAMING
SPEAKING = REPORTING - THAT_ONLY
STRONG = SPEAKING - WEAK
BETWEEN = frozenset(
    "as of about to him her it them us me this that these those himself herself itself themselves a an simply merely only even for on by".split()
)
CALLING = frozenset(
    "call calls called calling term terms termed dub dubbed dubs name named label labelled nannte nannten nennt".split()
)
RELATIVES = frozenset("that which what whom who whose as was".split())
BEING = frozenset(
    "is are was were be been being became become remained remains sei seien ist war waren wäre est était".split()
)
NOTE_MARK = re.compile(rf"{CERTAIN}$")
SHORT, NEAR, FAR = (
    2,
    3,
    12,
)  # words of a short quotation; words within which its verb must stand, and that of a longer one
PASSIVE = frozenset(
    "is are was were be been being so has have had often sometimes also commonly usually generally then now".split()
)
NO_CUE = frozenset("so-called self-styled self-proclaimed".split())
QUOTING = re.compile(
    r"(?:\b(?:last|final|only|first) word (?:was|is)|\bin (?:the|his|her|their|its|one’s|one's) (?:own )?(?:\w+ )?(?:words|phrase|view|opinion|formulation)(?: of)?|according to|"
    r"\bin [^\W\d_][\w’' -]{1,40}[’']s? (?:own )?(?:words|phrase|view|opinion|formulation)|"
    r"\bas [^,;.]{2,50} (?:puts?|said|says|wrote|writes|noted|observed|remarked|expressed|phrased|told|recalled)\b[^,;.]{0,20}|"
    r"\b(?:the|his|her|their|its|an?|my|our|[’']s) (?:[\w’']+ ){0,3}(?:words|phrase|remark|reply|answer|verdict|dictum|motto|slogan|cry|shout|order|warning|"
    r"caption|inscription|legend|message|sentence|description|lines?|rejoinder|retort|maxim|saying|"
    r"promise|claim|statement|assertion|question|observation|comment|conclusion|admission|confession|boast|complaint|demand|call|appeal|assurance|advice)"
    r"(?: (?:that|of|was|is|were|to))?)[,:]?\s*$",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:(?:t(?:ells?|old)|asked|answered|assured|warned|reminded|promised) |"
    r"(?:sa(?:id|ys)|wr(?:ote|ites|itten)|remarked|repl(?:ied|ies)|explained|confessed|admitted|confided|whispered|shouted) to )"
    r"(?:him|her|them|me|us|you|it|[^\W\d_a-z][\w’'-]+)[,:]?\Z",
)
"""To whom the words were said stands between the verb and the mark."""
VIEWED = re.compile(
    r"(?:.{0,60}[,;] )?(?:According to|For|To|In (?:the )?[^,]{2,40}(?:[’']s?)? (?:eyes|view|opinion|words|judgment|judgement|estimation|account)|In the (?:eyes|view|opinion|judgment) of) [^\W\d_]",
    re.DOTALL,
)
WHOSE_VIEW = re.compile(r"\b(?:according to whom|for whom|in whose (?:view|opinion|eyes|words))\b")
"""A sentence that opens by saying in whose eyes it is so."""
ALLOWING = frozenset("allow allowed allows grant granted grants held holds found finds showed shows taught".split())
SAID_NOUNS = frozenset(
    "reason report rumour rumor story news word view opinion remark claim statement argument objection retort reply answer conclusion belief verdict complaint comment observation".split()
) | frozenset({"was", "is"})
HEAD = r"[\s,–—-]{0,3}(?:as |so |thus )?"
PERSON = (
    r"(?:(?:he|she|they|I|we|it|one|who)|(?:(?:the|an?|his|her|my|their) (?:[\w’']+[ ]){0,2}[^\W\d_]+)|"
    r"(?:[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|von|van|of|and)){0,4}))"
)
VERB_FIRST = re.compile(
    HEAD
    + r"([^\W\d_]+)(?: sich)? (?:[^\W\d_a-z]|he\b|she\b|they\b|I\b|we\b|the\b|his\b|her\b|one\b|an?\b|my\b|er\b|sie\b|der\b|die\b|il\b|elle\b|le\b)"
)
ANSWERED = re.compile(
    HEAD
    + r"(?:came|was|were|is|ran|runs)(?: back)? (?:the|his|her|their|my|its|[^\W\d_a-z][\w.’'-]{1,20})(?: [\w.’'-]{1,20}){0,3} "
    r"?(?:reply|answer|response|retort|rejoinder|comment|verdict|words|cry|motto|maxim|headline|message)\b|"
    + HEAD
    + r"according to \w|"
    + HEAD
    + PERSON
    + r" (?:liked|likes|used|loved|loves|began|went on|continued) to \w+"
)
VERB_LAST = re.compile(
    HEAD + PERSON + r" (?:(?:has|had|have|would|later|then|also|once|first|\w{3,12}ly) ){0,2}([^\W\d_]+)(?![\w-])"
)


def leads_in(before: str) -> bool:
    """Tell whether the words right before a quotation announce it: a colon, a verb of saying with its comma."""
    before = NOTE_MARK.sub("", one_line(before).rstrip()).rstrip()
    if not before:
        return False
    if before[-1] in ":：":
        return True
    words = WORD.findall(before[-60:])
    last = words[-1].lower() if words else ""
    if TOLD.search(before):
        return True
    return last in STRONG or (before[-1] == "," and any(is_verb(words, at) for at in range(-1, -5, -1)))


def is_verb(words: list[str], at: int) -> bool:
    """Tell whether a word is a verb of saying and no noun of the same shape."""
    if len(words) < -at:
        return False
    word = words[at].lower()
    if word not in SAYING:
        return False
    if word in THAT_ONLY:
        return at < -1 and words[at + 1].lower() == "that"
    before = words[at - 1].lower() if len(words) > -at else ""
    return not (
        word in NOUN_TWINS
        and (before in ARTICLES or before in POSSESSIVES or before.endswith(("’s", "'s", "s’", "s'")))
    )


def says_before(before: str, length: int) -> bool:
    """Tell whether words before a quotation of `length` words in its sentence report that somebody said it.

    The shorter the quotation, the nearer must the verb stand, for a word in marks may stand in any sentence.
    """
    before = NOTE_MARK.sub("", one_line(before).rstrip()) + " "
    if leads_in(before) or QUOTING.search(before[-80:]) or holds_view(before, length):
        return True
    words = WORD.findall(before[-160:])
    reach = NEAR if length <= SHORT and words[-1:] != ["as"] else FAR
    if length > SHORT and is_predicate(words):
        reach = FAR + 2
    return any(is_verb(words, -back) and reports(words, back, length) for back in range(1, min(reach, len(words)) + 1))


def holds_view(before: str, length: int) -> bool:
    """Tell whether the sentence says in whose view, or by whose report, its predicate holds."""
    words = [word.lower() for word in WORD.findall(before[-160:])]
    if not words or (length <= SHORT and words[-1] not in BEING):
        return False
    if length > SHORT and WHOSE_VIEW.search(before[-160:]):
        return True
    if length > SHORT and VIEWED.match(before[-160:]) and (words[-1] in BEING or words[-1] in ARTICLES | {"as", "to"}):
        return True
    at = max((place for place, word in enumerate(words) if word == "that"), default=0)
    told = [word.lower() for word in WORD.findall(before[-160:])[:at]]
    near = told[-5:]
    if length < SHORT and (len(words) - at > SINGLE or not near or near[-1] not in STRONG):
        return False
    return (
        words[-1] not in DETERMINERS - {"that"}
        and bool(near)
        and (any(word in STRONG | ALLOWING and word not in NOUN_TWINS for word in near) or near[-1] in SAID_NOUNS)
    )


SINGLE = 4
"""Words from "that" to the marks where a single word is what was said: thundered that it was "treason"."""


def is_predicate(words: list[str]) -> bool:
    """Tell whether the words before a quotation end in a copula, so that the quotation is what is said of something."""
    last = [word.lower() for word in words[-2:]]
    return bool(last) and (last[-1] in BEING or (len(last) > 1 and last[0] in BEING and last[1] in ARTICLES))


def reports(words: list[str], back: int, length: int) -> bool:
    """Tell whether a verb of saying that stands so many words back has the quotation for its object."""
    verb = words[-back].lower()
    between = [word.lower() for word in words[len(words) - back + 1 :]]
    subject = [word.lower() for word in words[-back - 6 : len(words) - back]]
    if verb in CALLING and all(word in ARTICLES for word in between) and is_name_clause(words, back, length):
        return False
    if verb in NAMING and verb.endswith("ed") and subject and subject[-1] in PASSIVE and "as" not in between:
        return False
    if length <= SHORT and back > NEAR and verb not in NAMING:
        return False
    if verb in NAMING and length <= SHORT and ANYBODY.intersection(subject[-2:]):
        return False
    person = len(words) > back and is_one_person(words[-back - 1])
    if verb in CALLING and person and 0 < len(between) <= CALLED and between[0] in ARTICLES | POSSESSIVES:
        return not any(word in RELATIVES for word in between)
    if verb in {"read", "reads"} and subject[-1:] and subject[-1] in PAPERS:
        return not between
    if verb in WEAK and verb not in NAMING:
        return not between and length > SHORT
    if all(word in BETWEEN for word in between):
        return verb in NAMING or not between or length > SHORT
    if verb in NAMING and "as" in between:
        return True
    return length > SHORT and not (between[-1] in DETERMINERS and length <= SHORT + 2)


ANYBODY = frozenset("they we people one you everyone everybody".split())
"""Subjects whose word for a thing is nobody's saying: they called it "progress"."""
CALLED = 4
"""Words of the object of "called the whole affair"."""


def is_one_person(word: str) -> bool:
    """Tell whether a word before a verb is one person: a name, "he", "she", a role in the singular."""
    return word[0].isupper() or word in {"he", "she"} or (word in PEOPLE | RANKS and not word.endswith("s"))


def is_name_clause(words: list[str], back: int, length: int) -> bool:
    """Tell whether "that the papers called", "what we call" gives a thing its name, and reports no one person's words."""
    clause = words[max(0, len(words) - back - 6) : len(words) - back]
    relative = next((at for at in range(len(clause) - 1, -1, -1) if clause[at].lower() in RELATIVES), None)
    if relative is None:
        return False
    subject = clause[relative + 1 :]
    person = any(word[0].isupper() and word != "I" for word in subject) or any(
        word in {"he", "she"} for word in subject
    )
    return not person or length <= SHORT


def says_after(after: str) -> bool:
    """Tell whether the words right behind a quotation report that somebody said it: he said, said X, X wrote."""
    after = one_line(after)
    matches = (VERB_FIRST.match(after), VERB_LAST.match(after))
    return ANSWERED.match(after) is not None or any(match.group(1).lower() in SPEAKING for match in matches if match)
