"""Titles in quotation marks: names of works, papers and chapters, which are no words of anyone's."""

import re

from valla.quote.lexicon.grammar import COORDINATORS, OPENERS, PREPOSITIONS
from valla.quote.lexicon.prints import NEWSPAPER_WORDS
from valla.quote.underlines import PLACE

WORD = re.compile(r"[^\W_][\w’'-]*")
PRINTS = (
    r"(?:books?|articles?|essays?|pamphlets?|leaflets?|brochures?|papers?|chapters?|novels?|poems?|stor(?:y|ies)|plays?|films?|movies?|songs?|hymns?|"
    r"ballads?|operas?|paintings?|musicals?|documentar(?:y|ies)|programmes?|programs?|series|episodes?|podcasts?|blogs?|stud(?:y|ies)|thes[ei]s|"
    r"dissertations?|monographs?|memoirs?|autobiograph(?:y|ies)|editorials?|columns?|magazines?|newspapers?|journals?|periodicals?|weekl(?:y|ies)|"
    r"reviews?|lectures?|sections?|appendix|volumes?|works?|collections?|anthology|edition|treatise|report|speech|sermon|"
    r"broadcast|website|site|game|album|piece|Buch|Büchlein|Schrift|Werk|Band|Lied|Gedicht|Erzählung|Tagebuch|Aufsatz|Artikel|Roman|Zeitschrift|Zeitung|livre|article|journal|roman|книг[аеу]|стать[яеию]|газет[аеыу]|журнал[ае]?)"
)
HEADED = re.compile(
    r"(?:\b(?:entitled|titled|headed|headlined|captioned|intitulée?|betitelt)|under the (?:title|heading|headline|rubric)(?: of)?|"
    r"the (?:title|headline|heading)(?: of| was| is| ran| read)?|(?:with|bore|bearing) the (?:title|heading|headline))[,:]?\s*[(\[]?$",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"\b{PRINTS}(?: ?\([^()]*\))?(?:,? (?:called|named|on|of|about|in|for|the|his|her|their|its|under the name(?: of)?)|(?: [a-zß-ÿа-я’']+){{1,6}},)?,?\s*[(\[]?$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|authored|edited|translated|reviewed|reprinted|serialised|serialized|penned|composed|compiled|wrote|co-authored|writing|read)\s*$",
    re.IGNORECASE,
)
NEAR_PRESS = re.compile(
    r"\b(?:interview(?:ed|s)?|articles?|published|printed|wrote|written|writes?|reported|reports?|appeared|appears|told|magazine|newspaper|paper|"
    r"journal|issues?|numbers?|editors?|edit(?:ion|ed)|reviews?|correspondent|columns?|readers?|pages?|subscrib\w+|serialised|serialized)\b[^.!?]{0,40}"
    r"\b(?:in|with|for|to|from|by|of|on)(?: the(?: [a-z]{2,12})?)?\s*$",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:^|[(;:.\]]\s*|\b[Ss]ee (?:also )?|\b[Cc]f\.? |\b[Ii]n )(?:\[?\w{1,4}\]? ?)?(?:[^\W\d_a-z][\w.’'-]*,? (?:and |& |de |von |van )?){0,5}[^\W\d_a-z][\w.’'-]*, $"
)
IMPRINT = re.compile(
    r",?\s*(?:\((?:[^()]{0,60}[,:] ?)?(?:c\. ?)?(?:1[5-9]|20)\d\d[a-z]?\)|(?:in|In|from)\s+(?:the\s+|The\s+)?_?[^\W\d_a-z][^.;]{2,80}(?:\d|\()|"
    r"(?:vol|no|nr|pp?|ch)\.\s?\d|(?:[^\W\d_a-z][\w.&-]*,? |of |and |the |for ){1,6}(?:\d|\()|(?:1[5-9]|20)\d\d\b)"
)
EMPHASIS = re.compile(r"([_*])[^_*]+\1[.,;:]?")
POSSESSOR = re.compile(r"(?:[^\W\d_a-z][\w.]*[’']s?|\b[Ss]ee(?: also)?|\b[Ii]n (?:his|her|the)) $")
PUBLISHER = re.compile(r",? \([^()]{2,60}(?:&|Press|Co\.|Sons|Verlag|, (?:1[5-9]|20)\d\d)[^()]{0,30}\)")
NUMBERED = re.compile(r"[,.]?\s*(?:\d|\(|pp?\.|vol|no\.|ed\.|trans)|[,.;)].{0,60}(?:\d\d|ibid|op\. cit)")
APPOSED = re.compile(
    rf",?\s*(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:[^\W\d_a-z][\w.]* ?){{1,3}}[’']s?) (?:[\w’'-]+ ){{0,4}}(?i:{PRINTS})\b"
)
GOES_ON = re.compile(
    r"\s*(?:(?:of|and|in|on|against|the|or|for|from|to|with|at|by|de|du|des|der|von)\s+){1,3}(?:_?[^\W\d_a-z])"
)
CAPITAL_ARTICLE = re.compile(r"(?:[,;:–—(]|[a-z]{2,})\s+_?(?:The|A|An|Der|Die|Das|Le|La|Les|L’)\s*$")
SMALL = PREPOSITIONS | COORDINATORS
LAW_REVIEW = re.compile(r"\s*(?:\d{1,4} )?(?:[^\W\d_a-z][\w.’'&-]*,? |of |and |the |for |in ){1,8}(?:\(|\d|vol|no)")
PRESS = frozenset(
    "times post herald gazette tribune journal telegraph guardian chronicle courier echo bulletin zeitung tageblatt".split()
)
NAMES_PLACE = re.compile(
    r"\b(?:at|near|behind|outside|called|named|as)\s*$"
)  # houses, inns and persons have such names
MIDDLE = re.compile(r"[a-z]\s*$")
LONG_NAME = 7  # words that no name of a thing has, all with capitals
LONGEST = 25  # words of a title


def capital_shape(inner: str) -> bool:
    """Tell whether every long word begins with a capital or a figure, as in an English title."""
    words = WORD.findall(inner)
    long = [word for word in words if len(word) > 3 and word not in SMALL]  # noqa: PLR2004 - small words stay small
    if not words or (inner.isupper() and len(words) > 1) or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    capital = sum(not word[0].islower() for word in long)
    if not long:
        return all(not word[0].islower() for word in words)
    if 2 * sum(not word[0].islower() for word in words) < len(words):
        return False
    return capital == len(long) or (len(long) > 4 and capital >= 0.8 * len(long))  # noqa: PLR2004


def is_sentence(inner: str) -> bool:
    """Tell whether the words end as a sentence does; a question may be a title."""
    return inner.rstrip().endswith((".", "!", "…", ";")) and not inner.rstrip().endswith(("vol.", "etc."))


def title_reason(before: str, inner: str, after: str, *, note: bool, heading: bool) -> str | None:
    """Return why words in marks are a title, or None. `before` and `after` are the words around them in their paragraph."""
    words = WORD.findall(inner)
    if not words or len(words) > LONGEST or words[0][0].islower():
        return None
    if HEADED.search(before[-60:]):
        return "a word before it says that it is a title"
    if before.rstrip().endswith(":"):
        return None
    shaped = capital_shape(inner)
    if NAMED.search(before[-80:]) and (
        shaped or (len(words) > 1 and not is_sentence(inner) and not after.startswith(","))
    ):
        return "the name of a kind of work stands before it"
    if shaped and not is_sentence(inner):
        return shaped_reason(before, inner, after, len(words), heading=heading)
    if note and not is_sentence(inner.rstrip(",")) and cites(before, after):
        return "it stands where a citation has its title"
    return None


def shaped_reason(before: str, inner: str, after: str, length: int, *, heading: bool) -> str | None:
    """Return why words of which every long one has a capital are a title."""
    if EMPHASIS.fullmatch(inner) and (length > 1 or POSSESSOR.search(before[-40:]) or IMPRINT.match(after)):
        return "emphasis and marks together set it off as a title"
    citing = cites(before, after) or (inner.endswith(",") and LAW_REVIEW.match(after))
    if citing and (length > 1 or AUTHOR.search(before[-80:])):
        return "it stands where a citation has its title"
    if APPOSED.match(after) and (length > 1 or inner.endswith(",")):
        return "the name of a kind of work stands behind it"
    if length > 1 and words_article(inner) and MIDDLE.search(before[-20:]) and not NAMES_PLACE.search(before[-20:]):
        return "a capital article inside the marks in the middle of a sentence, as in a title"
    if PUBLISHED.search(before[-30:]) and length > 1 and not inner.endswith(","):
        return "a verb of publishing has it for its object"
    if (
        NEAR_PRESS.search(before[-120:])
        and (length > 1 or inner[0].isupper())
        and not after.startswith((" said", " says"))
    ):
        return "it is named as the place of a publication"
    if not heading and (CAPITAL_ARTICLE.search(before[-40:]) and GOES_ON.match(after)):
        return "a part of a title that stands around it"
    if length > 1 and words_of_press(inner):
        return "the name of a newspaper"
    if length >= LONG_NAME:
        return "every long word has a capital, as in a title"
    return None


def cites(before: str, after: str) -> bool:
    """Tell whether an author stands before the marks and an imprint behind them, or an imprint that leaves no doubt."""
    author = AUTHOR.search(before[-80:]) is not None
    imprint = IMPRINT.match(after) is not None
    if POSSESSOR.search(before[-40:]) and (imprint or PUBLISHER.match(after)):
        return True
    if author:
        return imprint or not after.strip(" .;,)]") or NUMBERED.match(after) is not None
    return imprint and re.match(r",?\s*\((?:[^()]{0,60}[,:] ?)?(?:c\. ?)?(?:1[5-9]|20)\d\d\)", after) is not None


def words_article(inner: str) -> bool:
    """Tell whether words begin with a capital article."""
    return inner.lstrip("_*").startswith(("The ", "A ", "An ", "Der ", "Die ", "Das ", "Le ", "La ", "Les "))


def words_of_press(inner: str) -> bool:
    """Tell whether the last word is one in which newspapers end; a word that names other things too needs an article."""
    words = [word.lower() for word in WORD.findall(inner)]
    if len(words) > 4 or words[-1] not in NEWSPAPER_WORDS:  # noqa: PLR2004 - names of newspapers are short
        return False
    return words[-1] in PRESS or words[0] in OPENERS | {"daily", "weekly", "evening", "morning"}
