"""The room of claims: what the text asserts, as proposals with their cues. Headings and questions are no claims.

A draft claim is a statement reported as another's, or a sentence of the author's with a cue: a marker of a conclusion, a
booster, an argument from absence, a supposition, a word of evidence. Every cue is kept where it stands.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from valla.claim.cues import cues_in
from valla.claim.lexicon import DISPUTED, REASON
from valla.claim.offers import Offers
from valla.claim.reported import Saying, finding_out_in, saying_in
from valla.model.anchors import Span
from valla.model.claims import Claim, ClaimId, ClaimKind, ClaimStatus, Cue, CueKind
from valla.model.documents import Document
from valla.model.quotations import Found
from valla.model.works import Attributed
from valla.text.prose import Sentence, author_sentences
from valla.text.words import flatten

__all__ = ["propose_claims"]


def propose_claims(document: Document, found: Found, said: Attributed) -> tuple[Claim, ...]:
    """Return the draft claims of a document, sorted by place."""
    flat = flatten(document.text)
    sentences = tuple(author_sentences(document, found))
    outer = [row for row in found.quotations if not row.scare and row.nested_in is None]
    offers = Offers(document, outer, said.citations)
    return tuple(_claims(document, flat, sentences, offers))


def _claims(document: Document, flat: str, sentences: Sequence[Sentence], offers: Offers) -> Iterator[Claim]:
    """Yield the claim of each sentence that makes one."""
    last: tuple[Sentence, Reading] | None = None
    for place, sentence in enumerate(sentences):
        if sentence.question:
            continue
        last = last if last and last[0].block == sentence.block and place and sentences[place - 1] is last[0] else None
        quotations = offers.quotations_for(sentence, sentences, place)
        made = _read_sentence(flat, sentence.span, has_offer=bool(quotations))
        if made is not None:
            cues, kind, saying, reason = made
            quotations = quotations if saying is None else offers.behind(sentence, quotations)
            works = offers.works_for(sentence)
            backed = bool(quotations or works) or (kind is ClaimKind.OWN and offers.stands_before(sentence))
            anchor = document.anchor(sentence.span)
            yield Claim(
                id=ClaimId(f"{document.id}!{sentence.span.start}-{sentence.span.end}"),
                anchor=anchor,
                kind=kind,
                status=_status(flat, sentence.span, made, offered=backed, drawn=_drawn(made, last)),
                cues=cues,
                speaker=saying.speaker if saying else None,
                verb=saying.verb if saying else None,
                negated=bool(saying and saying.negated),
                quotations=quotations,
                works=works,
                reason=reason,
            )
            last = sentence, made


class Reading(NamedTuple):
    """What one sentence claims."""

    cues: tuple[Cue, ...]
    kind: ClaimKind
    saying: Saying | None
    reason: str


def _read_sentence(text: str, span: Span, *, has_offer: bool) -> Reading | None:
    """Return what a sentence claims and why it is taken for a claim; None where it is none."""
    strong, weak = cues_in(text, span, strong=True), cues_in(text, span, strong=False)
    saying, light = saying_in(text, span), finding_out_in(text, span)
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
        return Reading(cues, ClaimKind.OWN, None, "speaks of evidence")
    return Reading(cues, ClaimKind.OWN, None, "a quotation is offered for it") if has_offer and len(cues) > 1 else None


def _drawn(made: Reading, last: tuple[Sentence, Reading] | None) -> bool:
    """Tell whether the sentence right before speaks of evidence, or of its absence, so that this one may rest on it."""
    kinds = {cue.kind for cue in last[1].cues} if last else set[CueKind]()
    return made.kind is ClaimKind.OWN and bool(kinds & {CueKind.EVIDENCE, CueKind.ABSENCE})


def _status(text: str, span: Span, made: Reading, *, offered: bool, drawn: bool) -> ClaimStatus:
    """Return what the text does for a claim: others' views are framing, one with a reason or after evidence is argued."""
    if any(cue.kind is CueKind.NAMELESS for cue in made.cues):
        return ClaimStatus.FRAMING
    if made.saying and DISPUTED.fullmatch(made.saying.cue.words) and not offered:
        return ClaimStatus.FRAMING
    kinds = {cue.kind for cue in made.cues} & {CueKind.CONCLUSION, CueKind.SUPPOSITION}
    reasoned = bool(kinds) or REASON.search(text, span.start, span.end) is not None
    return ClaimStatus.ARGUED if offered or drawn or (reasoned and not made.saying) else ClaimStatus.ASSERTED
