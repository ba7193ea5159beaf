"""How much speaks for taking a sentence as a claim: its signs, its grammar and its place; and which sentences are chosen.

A text states little of what it says for its own sake. An annotator marks a smaller share of a long text than of a short
one, so the number of proposals grows as the root of the number of sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from valla.model.anchors import Span
from valla.model.claims import Cue, CueKind

LEAST = 3
"""Points that a sentence must have to be proposed."""
SHARE = 2.9
"""Proposals of a text, at most: this many times the root of the number of its sentences."""
LONG = 400
"""Sentences beyond which a text is a book, whose chapters are as many texts: from here on a constant share is proposed."""
FEWEST = 4
"""Proposals that a text may have however short it is."""
BACKED = 4
"""Points of a report, a finding or a word of evidence for which a quotation is offered: it is told for the quotation's sake."""
SHORT = 5
"""Words of a sentence that has no room for a claim."""

_TURNED = re.compile(
    r"\W*(?:But|Yet|However|And yet|Nevertheless|Nonetheless|Still|On the contrary|Rather|In fact|In reality|In truth|Indeed|Far from|"
    r"Unfortunately|Actually|Instead|Even so|Even if|Despite|Worse|More (?:shocking|serious|important|remarkable)|At best|At most|No,)\b"
)
_IS = re.compile(
    r"(?:\W|And |But |Yet |So |However, |Moreover, )*(?:This|That|These|Those|It|They|Such|Here|All this|There|Whatever|Whoever|Both|"
    r"Neither|None|Nothing|Nobody|No|Either|One|What|To|His|Her|Their|Its)\b[^.;:]{0,40}?\b(?:is|are|was|were|be|been|isn[’']t|"
    r"aren[’']t|wasn[’']t|weren[’']t)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|isn[’']t|aren[’']t|has|have|does|do|doesn[’']t|don[’']t|can|cannot)\b", re.IGNORECASE
)
_TELLS = re.compile(
    r"\W*(?![A-Z]\w{2,20}ly\b)(?!(?:It|This|That|They|There|These|Those|Such|All|None|Nothing|Both)\b)(?:(?:The|His|Her|A|An|My|Mr|Mrs|Dr|Officer|Captain|"
    r"Colonel|Old)\.? )?(?:[A-Z][\w.]{0,30} ?|[a-z]{1,30} ?){1,3} (?:was|were|had|\w{2,20}ed|took|went|told|wrote|found|gave|came|sent|"
    r"made|held|left|bought|saw|got|put|kept|met|ran|fell|said|heard)\b"
)
_FIGURES = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|"
    r"per cent|percent|January|February|March|April|June|July|August|September|October|November|December)\b"
)
_SOURCED = re.compile(r"\(\w[^()]{2,80}\d[^()]{0,40}\)|\[\d{1,3}\]|\bpp?\. ?\d|[“\"‘][^”\"]{3}")
_ANNOUNCES = re.compile(r":[\W_]*$")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Share:
    """What one sign adds to the weight of a sentence: its points, and how a reader is told."""

    points: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sentence stands in its text."""

    closes: bool = False  # the last of a paragraph of several
    ends: bool = False  # the last of the text
    begins: bool = False  # among the first three of the text
    answers: bool = False  # behind a question of its paragraph
    takes_up: bool = False  # the first behind a quotation


READ = {
    CueKind.CONCLUSION: (4, "a conclusion"),
    CueKind.EVIDENCE: (4, "how the evidence stands"),
    CueKind.NAMELESS: (2, "a view of others"),
    CueKind.ABSENCE: (2, "an absence"),
    CueKind.HEDGE: (1, "what is likelier"),
}
"""What the cues are worth by which a sentence is read as a claim wherever it stands."""


def form_of(text: str, span: Span, *, backed: bool) -> Iterator[Share]:
    """Yield what the form of a sentence adds and takes away; what quotations are offered for is not merely told."""
    words = len(span.of(text).split())
    told = (
        (1, "a turn against what was said", _TURNED.match(text, span.start, span.end)),
        (1, "says what something is", _IS.match(text, span.start, span.end)),
        (2, "in the present tense", _PRESENT.search(text, span.start, span.end)),
        (-2, "tells what somebody did", not backed and _TELLS.match(text, span.start, span.end)),
        (-2, "figures or dates", _FIGURES.search(text, span.start, span.end)),
        (-1, "a source or quoted words", _SOURCED.search(text, span.start, span.end)),
        (-3, "announces a quotation", _ANNOUNCES.search(text, max(span.start, span.end - 8), span.end)),
        (-1, "very short", words < SHORT),
    )
    yield from (Share(points=points, words=name) for points, name, there in told if there)


def is_fact(text: str, span: Span) -> bool:
    """Tell whether a sentence gives figures or a date, or tells what somebody did."""
    return bool(_FIGURES.search(text, span.start, span.end) or _TELLS.match(text, span.start, span.end))


def place_of(place: Place) -> Iterator[Share]:
    """Yield what the place of a sentence adds and takes away."""
    told = (
        (2, "closes its paragraph", place.closes),
        (1, "ends the text", place.ends),
        (-1, "opens the text", place.begins),
        (-1, "answers a question", place.answers),
        (2, "follows upon a quotation", place.takes_up),
    )
    yield from (Share(points=points, words=name) for points, name, there in told if there)


def reading_of(strong: Sequence[Cue], weak: Sequence[Cue], *, finding: bool, backed: bool) -> Iterator[Share]:
    """Yield what the cues add by which a sentence is read as a claim, and what reports and findings are worth."""
    kinds = {cue.kind for cue in strong} | ({cue.kind for cue in weak} & {CueKind.NAMELESS})
    for kind in sorted(kinds & READ.keys()):
        points, words = READ[kind]
        yield Share(points=points, words=words)
    if CueKind.EVIDENCE not in kinds and any(cue.kind is CueKind.EVIDENCE for cue in weak):
        yield Share(points=1, words="speaks of evidence")
    if finding:
        yield Share(points=-2, words="tells what came to light")
    if backed:
        yield Share(points=BACKED, words="a quotation is offered for what it tells")


def choose(points: Sequence[int]) -> frozenset[int]:
    """Return the places of the sentences that are proposed: those with most points, the earlier first among equals."""
    count = len(points)
    most = max(FEWEST, round(SHARE * count / sqrt(max(1, min(count, LONG)))))
    ranked = sorted((place for place in range(count) if points[place] >= LEAST), key=lambda at: (-points[at], at))
    return frozenset(ranked[:most])
