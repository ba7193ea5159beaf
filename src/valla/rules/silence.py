"""Arguments from silence: the cue of absence, and the conclusion that is drawn from it, or refused."""

import re

from valla.model.claims import Claim, Cue, CueKind
from valla.model.investigation import Investigation
from valla.rules.standing import first_cue, next_claim
from valla.text.sentences import sentence_end
from valla.text.words import flatten

LOOSE = ("lack of", "no obvious", "no good", "no reason", "no conceivable", "scarcity of")
"""Cues that tell of a lack without arguing from it as often as not."""
PLAIN = re.compile(r"therefore|hence|prove[sd]?|it follows|consequently|conclude", re.IGNORECASE)
ABSENT = re.compile(
    r"absence\s+of\s+(?:\w+\s+){0,3}(?:evidence|proofs?|traces?|mentions?|records?|documents?|papers?|testimon(?:y|ies)|"
    r"witness(?:es)?|references?|signs?|letters?|reports?|entry|entries|denials?|protests?|complaints?|corroboration)\b",
    re.IGNORECASE,
)
"""The absence of something that would testify; that of laws, meetings or policies is a matter of fact, no silence."""
REFUSED = re.compile(
    r"prove[sd]? (?:very little|little|nothing)|no (?:evidence|proof) of absence|mistake in logic|not (?:evidence|proof) of|"
    r"(?<!in the )(?:silence|absence|scarcity|lack)[^.;]{0,80}(?:is no|is not|means nothing|does not (?:prove|show|mean))",
    re.IGNORECASE,
)
REACH = 400
"""Code points behind a sentence in which the next one is read."""
UNTRUE = re.compile(r"\b(?:invention|invented|false|untrue|legend|myth|fiction|forgery|fabrication|never happened)\b")
NEVER = re.compile(r"never (?:mention|said|spoke|wrote|told)", re.IGNORECASE)
ANOTHERS = re.compile(
    r"\b(?:argues?|argued|concludes?|concluded|infers?|inferred|takes? (?:that|this|it|their silence|the silence) (?:as|for|to)|"
    r"sees? in (?:that|this)|makes? much of)\b"
)
"""How it is told that another draws the conclusion."""
PAPERS = re.compile(
    r"\b(?:minutes|memoirs?|diar(?:y|ies)|letters?|book|autobiography|report|account|journal|testimony)\b"
)


def silence_in(claim: Claim) -> Cue | None:
    """Return the cue of absence in a claim; none where a view of others is told, or where the author refuses it."""
    cue = first_cue(claim, CueKind.ABSENCE)
    if cue is None or first_cue(claim, CueKind.NAMELESS) or REFUSED.search(flatten(claim.anchor.exact)):
        return None
    told = cue.words.lower()
    if is_mere_word(claim, cue):
        return None
    matter_of_fact = told.startswith("absence") and not ABSENT.search(claim.anchor.exact)
    return None if told.startswith(LOOSE) or matter_of_fact else cue


def is_mere_word(claim: Claim, cue: Cue) -> bool:
    """Tell whether the cue only looks like one: "X is not a word" says nothing of silence."""
    before = claim.anchor.exact[: cue.at.start - claim.span.start].rstrip()
    return cue.words.lower().startswith("not ") and before.endswith((" is", " are", " was", " were"))


def drawn_from(investigation: Investigation, claim: Claim) -> Cue | None:
    """Return the cue by which a conclusion is drawn from a silence: in its sentence or the next.

    That somebody never mentioned a thing in his memoirs is told for no other purpose, unless the author tells that another
    argues so.
    """
    cue = first_cue(claim, CueKind.ABSENCE)
    text = flatten(investigation.document.text[claim.span.start : claim.span.end + REACH])
    if ANOTHERS.search(text, 0, sentence_end(text, len(claim.span) + 1)):
        return None
    if cue is not None and NEVER.match(cue.words) and PAPERS.search(flatten(claim.anchor.exact)):
        return cue
    following = next_claim(investigation, claim)
    for row in filter(None, (claim, following)):
        drawn = next((one for one in row.cues if one.kind is CueKind.CONCLUSION and PLAIN.fullmatch(one.words)), None)
        if drawn is None and row is following:
            drawn = denial_in(row)
        if drawn is not None and not REFUSED.search(flatten(row.anchor.exact)):
            return drawn
    return None


def denial_in(claim: Claim) -> Cue | None:
    """Return the booster or the mark of a conclusion with which a sentence calls a thing invented or untrue."""
    cue = first_cue(claim, CueKind.CONCLUSION, CueKind.BOOSTER)
    return cue if cue is not None and UNTRUE.search(flatten(claim.anchor.exact)) else None


def refused_in(claim: Claim) -> bool:
    """Tell whether a claim says that silence proves nothing."""
    return first_cue(claim, CueKind.ABSENCE) is not None and REFUSED.search(flatten(claim.anchor.exact)) is not None
