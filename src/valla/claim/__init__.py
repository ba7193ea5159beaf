"""The room of claims: what the text asserts, as proposals with their cues. Headings and questions are no claims.

Two questions are asked of each sentence of the author's. Is it read as a claim: a statement reported as another's, or one
with a cue (a marker of a conclusion, a booster, an argument from absence, a supposition, a word of evidence)? And how
much speaks for its being one of the claims that the text is written for: its words, its form and its place, each worth
some points? Every cue is kept where it stands, and the points are told one by one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from valla.claim.cues import cues_in
from valla.claim.lexicon import DISPUTED, REASON
from valla.claim.offers import Offers
from valla.claim.places import places_of
from valla.claim.reported import Saying, finding_out_in, saying_in
from valla.claim.signs import signs_in
from valla.claim.weight import Place, Share, choose, form_of, is_fact, place_of, reading_of
from valla.model.anchors import Span
from valla.model.claims import Claim, ClaimId, ClaimKind, ClaimStatus, Cue, CueKind
from valla.model.documents import Document
from valla.model.quotations import Found, QuotationId
from valla.model.works import Attributed
from valla.text.prose import Sentence, author_sentences
from valla.text.words import flatten

__all__ = ["propose_claims"]

EVIDENT = "speaks of evidence"


class Reading(NamedTuple):
    """What one sentence claims."""

    cues: tuple[Cue, ...]
    kind: ClaimKind
    saying: Saying | None
    reason: str


class Weighed(NamedTuple):
    """A sentence with its reading, None where it is read as no claim, and what speaks for and against it."""

    sentence: Sentence
    reading: Reading | None
    quotations: tuple[QuotationId, ...]
    shares: tuple[Share, ...]
    cues: tuple[Cue, ...]

    @property
    def points(self) -> int:
        """Return the sum; a question has nothing to say."""
        return sum(share.points for share in self.shares)


def propose_claims(document: Document, found: Found, said: Attributed) -> tuple[Claim, ...]:
    """Return the draft claims of a document, sorted by place."""
    flat = flatten(document.text)
    sentences = tuple(author_sentences(document, found))
    outer = [row for row in found.quotations if not row.scare and row.nested_in is None]
    offers = Offers(document, outer, said.citations)
    places = places_of(sentences, offers)
    weighed = [weigh(flat, sentences, place, offers, places[place]) for place in range(len(sentences))]
    return tuple(_claims(document, flat, weighed, offers))


def weigh(text: str, sentences: Sequence[Sentence], number: int, offers: Offers, place: Place) -> Weighed:
    """Return a sentence with its reading and its weight."""
    sentence = sentences[number]
    if sentence.question:
        return Weighed(sentence, None, (), (), ())
    strong, weak = (cues_in(text, sentence.span, strong=one) for one in (True, False))
    saying, light = saying_in(text, sentence.span), finding_out_in(text, sentence.span)
    quotations = offers.quotations_for(sentence, sentences, number)
    made = _read(strong, weak, saying, light, has_offer=bool(quotations))
    quotations = offers.behind(sentence, quotations) if made and made.saying else quotations
    signs = signs_in(text, sentence.span)
    backed = bool(quotations) and made is not None and (made.kind is not ClaimKind.OWN or made.reason == EVIDENT)
    shares = (
        *reading_of(strong, weak, finding=light is not None and not backed, backed=backed),
        *(
            Share(points=sign.points, words=f"{sign.name} ({cue.words})")
            for sign, cue in sorted(signs.items())
            if not (backed and sign.kind is CueKind.NARRATIVE)
        ),
        *form_of(text, sentence.span, backed=backed),
        *place_of(place),
    )
    return Weighed(sentence, made, quotations, shares, tuple(signs.values()))


def _claims(document: Document, flat: str, weighed: Sequence[Weighed], offers: Offers) -> Iterator[Claim]:
    """Yield the claim of each sentence that makes one."""
    chosen = choose([one.points for one in weighed])
    facts = Counter(one.sentence.block for one in weighed if is_fact(flat, one.sentence.span))
    last: Weighed | None = None
    for number, one in enumerate(weighed):
        before, last = last, one
        if one.reading is None and number not in chosen:
            continue
        made = one.reading or Reading((), ClaimKind.OWN, None, "argues")
        span = one.sentence.span
        works = offers.works_for(one.sentence)
        own = made.kind is ClaimKind.OWN
        backed = bool(one.quotations or works) or (
            own and (offers.stands_before(one.sentence) or offers.stand_near(one.sentence))
        )
        drawn = own and before is not None and before.sentence.block == one.sentence.block and _bears(before)
        grounded = own and facts[one.sentence.block] > is_fact(flat, span)
        saying = made.saying
        yield Claim(
            id=ClaimId(f"{document.id}!{span.start}-{span.end}"),
            anchor=document.anchor(span),
            kind=made.kind,
            status=_status(flat, span, made, offered=backed, drawn=drawn or grounded),
            cues=_all_cues(made.cues, one.cues),
            speaker=saying.speaker if saying else None,
            verb=saying.verb if saying else None,
            negated=bool(saying and saying.negated),
            quotations=one.quotations,
            works=works,
            reason=_reason(made.reason, one),
            weight=one.points,
            central=number in chosen,
        )


def _read(
    strong: tuple[Cue, ...], weak: tuple[Cue, ...], saying: Saying | None, light: Cue | None, *, has_offer: bool
) -> Reading | None:
    """Return what a sentence claims and why it is taken for a claim; None where it is none."""
    cues = tuple(sorted({*strong, *weak, *((saying.cue,) if saying else ()), *((light,) if light else ())}))
    kinds = {cue.kind for cue in weak}
    if CueKind.NAMELESS in kinds:
        return Reading(cues, ClaimKind.OWN, None, "a view held by nobody named")
    if saying and not any(cue.at.start < saying.at.start for cue in strong):
        return Reading(cues, ClaimKind.REPORTED, saying, f"a statement of another's ({saying.cue.words})")
    if strong:
        return Reading(cues, ClaimKind.OWN, None, f"a cue of the author's ({strong[0].words})")
    if light:
        return Reading(cues, ClaimKind.FINDING, None, f"tells what came to light ({light.words})")
    if CueKind.EVIDENCE in kinds and (has_offer or len(cues) > 1):
        return Reading(cues, ClaimKind.OWN, None, EVIDENT)
    return Reading(cues, ClaimKind.OWN, None, "a quotation is offered for it") if has_offer and len(cues) > 1 else None


def _all_cues(read: tuple[Cue, ...], signs: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues of the reading, and the signs that do not stand where one of these does."""
    others = (one for one in signs if not any(one.at.start < cue.at.end and cue.at.start < one.at.end for cue in read))
    return tuple(sorted({*read, *others}))


def _reason(words: str, one: Weighed) -> str:
    """Return why a sentence was taken for a claim, with the points that speak for it and against it."""
    told = ", ".join(f"{share.points:+d} {share.words}" for share in one.shares)
    return f"{words}; {one.points} points: {told}" if told else words


def _bears(before: Weighed) -> bool:
    """Tell whether a sentence speaks of evidence, or of its absence, so that the next one may rest on it."""
    kinds = {cue.kind for cue in before.reading.cues} if before.reading else set[CueKind]()
    return bool(kinds & {CueKind.EVIDENCE, CueKind.ABSENCE})


def _status(text: str, span: Span, made: Reading, *, offered: bool, drawn: bool) -> ClaimStatus:
    """Return what the text does for a claim: others' views are framing, one with a reason or after evidence is argued."""
    if any(cue.kind is CueKind.NAMELESS for cue in made.cues):
        return ClaimStatus.FRAMING
    if made.saying and DISPUTED.fullmatch(made.saying.cue.words) and not offered:
        return ClaimStatus.FRAMING
    kinds = {cue.kind for cue in made.cues} & {CueKind.CONCLUSION, CueKind.SUPPOSITION}
    reasoned = bool(kinds) or REASON.search(text, span.start, span.end) is not None
    return ClaimStatus.ARGUED if offered or drawn or (reasoned and not made.saying) else ClaimStatus.ASSERTED
