"""Titles in quotation marks: names of works, papers and chapters, which are no words of anyone's."""

import re
from collections.abc import Callable

from valla.quote.lexicon.grammar import OPENERS
from valla.quote.lexicon.prints import NEWSPAPER_WORDS
from valla.quote.lexicon.verbs import NOUN_TWINS
from valla.quote.phrase import Phrase
from valla.quote.saying import STRONG

PRINTS = (
    r"(?:(?:author|editor|translator|publisher|text|reader|hero|pages|preface|introduction|edition|copy) of|books?|articles?|essays?|pamphlets?|leaflets?|brochures?|papers?|chapters?|novels?|poems?|stor(?:y|ies)|plays?|films?|movies?|songs?|hymns?|"
    r"ballads?|operas?|paintings?|musicals?|documentar(?:y|ies)|programmes?|programs?|series|episodes?|podcasts?|blogs?|stud(?:y|ies)|thes[ei]s|"
    r"dissertations?|monographs?|memoirs?|autobiograph(?:y|ies)|editorials?|columns?|magazines?|newspapers?|journals?|periodicals?|weekl(?:y|ies)|"
    r"reviews?|lectures?|sections?|appendix|volumes?|works?|collections?|anthology|edition|treatise|report|speech|sermon|"
    r"broadcast|website|site|game|album|piece|Buch|Büchlein|Schrift|Werk|Band|Lied|Gedicht|Erzählung|Tagebuch|Aufsatz|Artikel|Roman|Zeitschrift|Zeitung|livre|article|journal|roman|книг[аеу]|стать[яеию]|газет[аеыу]|журнал[ае]?)"
)
HEADED = re.compile(
    r"(?:\[(?:illustration|plate|figure|fig\.|map)[ \d.ivxl]{0,8}:|\b(?:subtitle|subtitled|entitled|titled|headed|headlined|captioned|intitulée?|betitelt)|under the (?:title|heading|headline|rubric)(?: of)?|"
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


DATED = re.compile(r",?\s*\((?:[^()]{0,60}[,:] ?)?(?:c\. ?)?(?:1[5-9]|20)\d\d\)")
ARTICLES = ("The ", "A ", "An ", "Der ", "Die ", "Das ", "Le ", "La ", "Les ")
SHORT_NAME = 4  # words of a newspaper's name


def title_reason(phrase: Phrase) -> str | None:
    """Return why words in marks are a title, or None."""
    if not phrase.words or len(phrase.words) > LONGEST or phrase.words[0][0].islower():
        return None
    return next((reason for holds, reason in EVIDENCE if holds(phrase)), None)


def is_headed(phrase: Phrase) -> bool:
    """Tell whether a word before the marks says that a title follows: entitled, under the headline."""
    return HEADED.search(phrase.before[-60:]) is not None


def is_named(phrase: Phrase) -> bool:
    """Tell whether the kind of a work stands before the marks: in her article, the film."""
    if phrase.before.rstrip().endswith(":") or not NAMED.search(phrase.before[-80:]):
        return False
    if phrase.before.rstrip().endswith(",") and says_last(phrase.before):  # "in the Book of Job it is written, ..."
        return False
    return phrase.shaped or (phrase.length > 1 and not is_sentence(phrase) and not phrase.after.startswith(","))


def says_last(before: str) -> bool:
    """Tell whether the last word before a comma is a verb of saying."""
    words = before.rstrip(" ,").split()
    return bool(words) and words[-1].lower() in STRONG - NOUN_TWINS


def is_sentence(phrase: Phrase) -> bool:
    """Tell whether the words end as a sentence does; a question may be a title."""
    return phrase.stop in (".", "!", "…", ";") and not phrase.inner.rstrip().endswith(("vol.", "etc."))


def is_shaped(phrase: Phrase) -> bool:
    """Tell whether the words have the capitals of a title, and are not announced as speech."""
    return phrase.shaped and not is_sentence(phrase) and not phrase.before.rstrip().endswith(":")


def is_emphasised(phrase: Phrase) -> bool:
    """Tell whether the words stand in emphasis as well as in marks, and nothing else does."""
    if not phrase.shaped or phrase.before.rstrip().endswith(":") or not EMPHASIS.fullmatch(phrase.inner):
        return False
    return phrase.length > 1 or bool(POSSESSOR.search(phrase.before[-40:]) or IMPRINT.match(phrase.after))


def is_bracketed(phrase: Phrase) -> bool:
    """Tell whether the words head a square bracket that goes on as a citation does: ["The Harbour and Its Board", pp. 3-9]."""
    heads = phrase.before.endswith("[") and phrase.length > 1
    return heads and not is_sentence(phrase) and BRACKETED.match(phrase.after) is not None


BRACKETED = re.compile(r",?\s*(?:(?:vol|no|nr|pp?|ch)\.?\s?\d|[_*]{0,2}[^\W\d_a-z][^\[\]]{2,200}(?:\d|\]))")


def is_cited(phrase: Phrase) -> bool:
    """Tell whether the words stand where a citation has its title."""
    if not is_shaped(phrase):
        return phrase.note and not is_sentence(phrase) and stands_in_citation(phrase)
    in_journal = phrase.inner.endswith(",") and LAW_REVIEW.match(phrase.after) is not None
    if not (stands_in_citation(phrase) or in_journal):
        return False
    return phrase.length > 1 or AUTHOR.search(phrase.before[-80:]) is not None


def stands_in_citation(phrase: Phrase) -> bool:
    """Tell whether an author stands before the marks and an imprint behind them, or an imprint that leaves no doubt."""
    before, after = phrase.before, phrase.after
    imprint = IMPRINT.match(after) is not None
    if POSSESSOR.search(before[-40:]) and (imprint or PUBLISHER.match(after)):
        return True
    if AUTHOR.search(before[-80:]):
        return imprint or not after.strip(" .;,)]") or NUMBERED.match(after) is not None
    return imprint and DATED.match(after) is not None


def is_apposed(phrase: Phrase) -> bool:
    """Tell whether the kind of the work stands behind the marks: "...," her third novel."""
    return is_shaped(phrase) and APPOSED.match(phrase.after) is not None and (phrase.length > 1 or phrase.stop == ",")


def has_article(phrase: Phrase) -> bool:
    """Tell whether the words begin with a capital article though the sentence is under way."""
    before = phrase.before[-20:]
    if not is_shaped(phrase) or phrase.length == 1 or not phrase.inner.lstrip("_*").startswith(ARTICLES):
        return False
    return MIDDLE.search(before) is not None and NAMES_PLACE.search(before) is None


def is_published(phrase: Phrase) -> bool:
    """Tell whether a verb of publishing has the words for its object."""
    return (
        is_shaped(phrase) and phrase.length > 1 and phrase.stop != "," and bool(PUBLISHED.search(phrase.before[-30:]))
    )


def is_press(phrase: Phrase) -> bool:
    """Tell whether the words name the paper in which something appeared."""
    return is_shaped(phrase) and bool(NEAR_PRESS.search(phrase.before[-120:])) and not phrase.after.startswith(" sa")


def is_inside_title(phrase: Phrase) -> bool:
    """Tell whether the title goes on around the marks: The "Court" of the Hills."""
    if phrase.heading or not is_shaped(phrase):
        return False
    return CAPITAL_ARTICLE.search(phrase.before[-40:]) is not None and GOES_ON.match(phrase.after) is not None


def is_newspaper(phrase: Phrase) -> bool:
    """Tell whether the last word is one in which newspapers end; a word that names other things too needs an article."""
    words = [word.lower() for word in phrase.words]
    if not is_shaped(phrase) or not 1 < len(words) <= SHORT_NAME or words[-1] not in NEWSPAPER_WORDS:
        return False
    return words[-1] in PRESS or words[0] in OPENERS | {"daily", "weekly", "evening", "morning"}


def is_long_name(phrase: Phrase) -> bool:
    """Tell whether more words have capitals than the name of a thing would."""
    return is_shaped(phrase) and phrase.length >= LONG_NAME


EVIDENCE: tuple[tuple[Callable[[Phrase], bool], str], ...] = (
    (is_headed, "a word before it says that it is a title"),
    (is_named, "the name of a kind of work stands before it"),
    (is_emphasised, "emphasis and marks together set it off as a title"),
    (is_bracketed, "it heads a citation in square brackets"),
    (is_cited, "it stands where a citation has its title"),
    (is_apposed, "the name of a kind of work stands behind it"),
    (has_article, "a capital article inside the marks in the middle of a sentence, as in a title"),
    (is_published, "a verb of publishing has it for its object"),
    (is_press, "it is named as the place of a publication"),
    (is_inside_title, "a part of a title that stands around it"),
    (is_newspaper, "the name of a newspaper"),
    (is_long_name, "every long word has a capital, as in a title"),
)
"""What shows a title, the surest first, with the words in which it is told."""
