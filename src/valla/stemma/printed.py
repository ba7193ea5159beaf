"""Hands that a citation names: who wrote the paper, who asked, the work, what printed it, the archive, what quotes it."""

import re
from collections.abc import Iterator, Sequence

from valla.model.traces import Trace
from valla.model.witnesses import Basis, Hand, Role
from valla.model.works import Citation, Holding
from valla.stemma.parties import NAME as FULL
from valla.stemma.parties import PAPERS, paper_word
from valla.stemma.persons import same_name

NAME = rf"(?:[A-ZÀ-Þ]\.[ -]?){{0,3}}{FULL}"
"""A name as citations have it, with initials before it."""
_LETTER = re.compile(r"^(?:letter|interview|diary of|telegram|note from)\b", re.IGNORECASE)
_PAPER = r"(?i:letter|diary|journal|log-?book|notebook|casebook|affidavit|deposition|statement|memoirs?|recollections|testimony|confession|memorandum)"
_OWN_PAPER = re.compile(
    rf"^(?:[Tt]he )?(?:{_PAPER}(?: book)? of (?P<of>{NAME})|(?P<whose>{NAME})(?:[’']s)? (?i:diary|notebook|journal|casebook|log-?book|affidavit|memorandum)\b)"
)
_INTERVIEW = re.compile(rf"\b(?:[Ii]nterview(?:ed)? (?:with|by)|[Ii]n conversation with) (?P<who>{NAME})")
_BY = re.compile(rf"\bby ({NAME})")
_QUOTING = re.compile(
    rf"\b(?:quoting|citing|summari[sz]ing|following|on the (?:authority|word) of)(?: from)?(?: (?:the|an?|[a-z]+)){{0,4}}? (?:of |by )?(?P<who>{NAME})"
)
_IN_WORK = re.compile(r"\b[Ii]n (?P<work>[*_“\"]{0,2}[A-ZÀ-Þ][^,;()\[\]]{4,90}?)[*_”\"]{0,2}(?=,|\s\(|$)")
_IN_BRACKETS = re.compile(r"\((?P<work>[*_“\"]{0,2}[A-ZÀ-Þ][^()]{4,80}?)[*_”\"]{0,2}(?:,? (?:p|pp|vol)\. ?\d[\d–-]*)\)")
_FULL = re.compile(rf"(?<![\w’'-]){NAME}")
_NAMED = re.compile(r"[A-ZÀ-ÞА-Я][\w.]+|\d{4}")
_RECORDED = re.compile(
    rf"\b(?:as (?:reported|told|related|recalled|given|remembered) (?:by|to)|(?:recorded|taken down|noted down|written down|told) (?:by|to)) (?:[a-z]+ )?(?P<who>{NAME})"
)
_TURNED = re.compile(
    rf"\b(?:[Tt]ranslated(?: from [\w ]{{3,30}}?)? by|[Tt]ransl?\.(?: from [\w ]{{3,30}}?)?(?: by)?|tr\.(?: from [\w ]{{3,30}}?)?(?: by)?|in the translation (?:of|by)) (?P<who>{NAME})"
)
_TO = re.compile(r"\bto\b|\bletter\b", re.IGNORECASE)


def writer_of(citation: Citation, speaker: str | None) -> Iterator[Hand]:
    """Yield who wrote the paper that is cited, where he is not the speaker: words in another's letter or diary.

    Where nobody speaks, the one whose paper it is ("Diary of X") is the witness.
    """
    own = _OWN_PAPER.match(citation.title or "")
    name = own and (own["of"] or own["whose"])
    if speaker is None and name:
        yield from_citation(citation, name, Role.WITNESS, "the paper is his")
    elif speaker and name and not same_name(name, speaker):
        yield from_citation(citation, name, Role.HEARER, "the words stand in his paper")
    elif (
        speaker
        and citation.author
        and not citation.title
        and not same_name(citation.author, speaker)
        and _TO.search(citation.raw)
    ):
        yield from_citation(citation, citation.author, Role.HEARER, "the words stand in his letter")


def quoted_from(citation: Citation, speaker: str | None) -> Iterator[Hand]:
    """Yield whose words the cited work gives again, where the citation says so: "X, p. 3, quoting Y"."""
    found = _QUOTING.search(citation.raw)
    if found and not any(one and same_name(found["who"], one) for one in (speaker, citation.author)):
        yield from_citation(citation, found["who"], Role.MOUTH, "the citation says that its words are given again")


def printed_in(citation: Citation, speaker: str | None) -> Iterator[Hand]:
    """Yield who asked, the work with its author unless he is the speaker, what printed it, the archive, what quotes it."""
    asked = _INTERVIEW.search(citation.raw)
    if asked and speaker and not is_speaker(asked["who"], speaker, citation):
        yield from_citation(citation, asked["who"], Role.INTERVIEWER, "the citation names who asked")
    yield from handed_on(citation, speaker)
    own = speaker and citation.author and same_name(citation.author, speaker)
    author = "" if own or not citation.author else f"{citation.author}, "
    title = None if _LETTER.match(citation.title or "") else citation.title
    printed = with_editor(citation) if citation.container else other_print(citation)
    for name, role in (
        (title and f"{author}{title}", Role.WORK),
        (printed, Role.WORK),
        (citation.archive, Role.RECORD),
        (citation.via, Role.GO_BETWEEN),
    ):
        if (
            name
            and is_title(name)
            and not (citation.via and role is Role.WORK and name.removeprefix(author) in citation.via)
        ):
            yield from_citation(citation, name, role, "the citation names it")


def is_speaker(name: str, speaker: str, citation: Citation) -> bool:
    """Tell whether a name in a citation is the speaker's: of two of one family the one whose whole name is there."""
    whole = next((one for one in _FULL.findall(citation.raw) if same_name(one, speaker)), speaker)
    return same_name(name, speaker) and same_name(name, whole)


def is_title(name: str) -> bool:
    """Tell whether words may name a work or a paper: a capital, a year, or a word for papers stands in them."""
    return _NAMED.search(name) is not None or paper_word(name) in PAPERS


def handed_on(citation: Citation, speaker: str | None) -> Iterator[Hand]:
    """Yield who recorded the words, or put them into another language, where the citation says so."""
    for pattern, role, reason in (
        (_RECORDED, Role.HEARER, "the citation says who recorded the words"),
        (_TURNED, Role.GO_BETWEEN, "the citation says who translated or edited them"),
    ):
        found = pattern.search(citation.raw)
        if found and not any(one and same_name(found["who"], one) for one in (speaker, citation.author)):
            yield from_citation(citation, found["who"], role, reason)


def with_editor(citation: Citation) -> str:
    """Return what printed it, with its editor where the citation names one before it: "in J. Strand, Letters"."""
    container = citation.container or ""
    pattern = rf"\bin (?P<editor>{NAME}),? (?:[*_“\"]{{0,2}}){re.escape(container[:30])}"
    found = re.search(pattern, citation.raw)
    return f"{found['editor']}, {container}" if found else container


def other_print(citation: Citation) -> str | None:
    """Return the print that a citation of a letter names behind "in", where it was not read as one."""
    if citation.title or citation.archive or citation.via:
        return None
    found = _IN_WORK.search(citation.raw) or _IN_BRACKETS.search(citation.raw)
    return found["work"].strip('*_“”"') if found else None


def on_the_shelf(trace: Trace | None, holdings: Sequence[Holding]) -> Iterator[Hand]:
    """Yield the document of the library that has the words, for a quotation for which the text cites no work."""
    if trace is None or not trace.passages:
        return
    titles = {row.document: row.title for row in holdings}
    document = trace.passages[0].document
    yield Hand(
        name=titles.get(document) or str(document),
        role=Role.WORK,
        confidence=max(0.5, trace.likeness),
        basis=Basis.LIBRARY,
        reason="the words stand in it",
    )


def from_citation(citation: Citation, name: str, role: Role, reason: str) -> Hand:
    """Return a hand that a citation names."""
    sure = max(0.5, citation.confidence)
    return Hand(name=name, role=role, at=citation.at, confidence=sure, basis=Basis.CITATION, reason=reason)
