"""The hands through which a quotation came, as far as the text states them; the hand nearest to the spoken words first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.quotations import Attribution, Link, LinkKind, Quotation
from valla.model.works import Citation
from valla.quote.citations import Reading
from valla.quote.interviews import interviews_in
from valla.quote.lexicon.roles import BODIES
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.openings import first_subject
from valla.quote.speakers.roster import same_person
from valla.quote.speakers.scenes import Scenes
from valla.quote.tokens import Token, tokenise

NEAREST = 6000
"""An interview mentioned at most so many code points before a quotation may be the one it comes from."""

_ORDER = (
    LinkKind.TOLD_TO, LinkKind.LETTER_TO, LinkKind.DIARY_OF, LinkKind.MEMOIR_OF, LinkKind.INTERVIEW_BY,
    LinkKind.TESTIMONY_BEFORE, LinkKind.TRANSLATED_BY, LinkKind.PRINTED_IN, LinkKind.CITED_BY, LinkKind.QUOTED_IN,
)  # fmt: skip
_OF_KIND = {
    "letter": LinkKind.LETTER_TO, "telegram": LinkKind.LETTER_TO, "cable": LinkKind.LETTER_TO, "note": LinkKind.LETTER_TO,
    "diary": LinkKind.DIARY_OF, "journal": LinkKind.DIARY_OF, "diaries": LinkKind.DIARY_OF, "notebook": LinkKind.DIARY_OF,
    "memoir": LinkKind.MEMOIR_OF, "memoirs": LinkKind.MEMOIR_OF, "autobiography": LinkKind.MEMOIR_OF,
    "reminiscences": LinkKind.MEMOIR_OF, "recollections": LinkKind.MEMOIR_OF,
    "interview": LinkKind.INTERVIEW_BY, "testimony": LinkKind.TESTIMONY_BEFORE, "deposition": LinkKind.TESTIMONY_BEFORE,
    "examination": LinkKind.TESTIMONY_BEFORE, "evidence": LinkKind.TESTIMONY_BEFORE, "telling": LinkKind.TOLD_TO,
}  # fmt: skip
_VIA_KIND = {"quoted": LinkKind.QUOTED_IN, "cited": LinkKind.CITED_BY, "printed": LinkKind.PRINTED_IN}

_TOLD_ME = re.compile(
    r"(?<![^\W_])(?:told|informed|assured|confided to|said to|related to|reported to) (?:me|us)(?![^\W_])"
)
_AS_TOLD = re.compile(r"\b(?:as )?told to (?=[A-ZÀ-Þ])")
_TO_WHOM = re.compile(
    r"\b(?:told|informed|assured|wrote to|writes to|replied to|said to|confided (?:in|to)|confessed to|admitted to) (?:the )?(?=[^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Company:
    """Who else speaks around a quotation: the other speakers of its dialogue, the speaker in whose words it stands."""

    partners: tuple[str, ...] = ()
    holder: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One hand before its place in the chain is known."""

    kind: LinkKind
    giver: str | None
    taker: str | None
    at: Span
    reason: str


class Chains:
    """Makes the links of quotations."""

    def __init__(self, scenes: Scenes) -> None:
        """Read the interviews that the text mentions, once."""
        self.scenes = scenes
        self.facts = sorted(interviews_in(scenes), key=lambda fact: fact.at)
        self._starts = [fact.at.start for fact in self.facts]

    def links(
        self,
        quotation: Quotation,
        said: Attribution,
        citation: Citation | None,
        reading: Reading | None,
        around: Company,
    ) -> Iterator[Link]:
        """Yield the links of one quotation in the order of the hands."""
        partners = around.partners
        steps = [
            *self._steps_inside(quotation, said),
            *self._steps_before(quotation, said),
            *_step_of_holder(quotation, said, around.holder),
            *_steps_of_reading(said, reading),
            *_steps_of_hands(said, citation, reading, partners),
        ]
        interview = self._interview(quotation, said, steps)
        ordered = sorted(
            {*steps, *interview},
            key=lambda step: (_ORDER.index(step.kind), step.at, step.giver or "", step.taker or ""),
        )
        for number, step in enumerate(_once(ordered)):
            yield Link(
                quotation=quotation.id,
                step=number,
                kind=step.kind,
                giver=step.giver,
                taker=step.taker,
                at=step.at,
                reason=step.reason,
            )

    def _steps_inside(self, quotation: Quotation, said: Attribution) -> Iterator[Step]:
        """Yield what the quoted words themselves state: "X told me"."""
        words = (
            quotation.words(self.scenes.document.text)
            if len(quotation.parts) == 1
            else quotation.span.of(self.scenes.document.text)
        )
        for match in list(_TOLD_ME.finditer(words))[:5]:
            start = max(0, match.start() - 200)
            tokens = tokenise(words[start : match.start()], quotation.span.start + start)
            name = _teller(tokens)
            if name:
                at = Span(name.span.start, quotation.span.start + match.end())
                yield Step(LinkKind.TOLD_TO, name.value, said.name, at, "the quoted words say who told it")

    def _steps_before(self, quotation: Quotation, said: Attribution) -> Iterator[Step]:
        """Yield what the words around the quotation state: told to whom, written to whom, quoted by whom."""
        setting = self.scenes.settings.get(quotation.id)
        if setting is None or said.name is None:
            return
        for span in (setting.cue, setting.tail):
            if span is not None:
                yield from _steps_of_cue(
                    self.scenes.words_around(quotation)[span.start : min(span.end, span.start + 1200)], span.start, said
                )

    def _interview(self, quotation: Quotation, said: Attribution, steps: Sequence[Step]) -> list[Step]:
        """Return the interview before the quotation that its speaker gave."""
        if said.name is None or any(step.kind is LinkKind.INTERVIEW_BY for step in steps):
            return []
        place = bisect_left(self._starts, quotation.span.start)
        for fact in reversed(self.facts[max(0, place - 12) : place]):
            near = quotation.span.start - fact.at.start <= NEAREST
            if (
                near
                and fact.giver
                and fact.taker
                and same_person(fact.giver, said.name)
                and not same_person(fact.taker, said.name)
            ):
                return [Step(LinkKind.INTERVIEW_BY, said.name, fact.taker, fact.at, "the text tells of the interview")]
        return []


def _step_of_holder(quotation: Quotation, said: Attribution, holder: Attribution | None) -> Iterator[Step]:
    """Yield the speaker in whose words a quotation is nested, where the two are not one."""
    if holder is None or holder.name is None or said.name is None or same_person(holder.name, said.name):
        return
    yield Step(
        LinkKind.QUOTED_IN, said.name, holder.name, said.at or quotation.span, "quoted inside the words of another"
    )


def _once(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield each hand once: the same kind and taker said in two places is one hand."""
    seen: set[tuple[LinkKind, str]] = set()
    for step in steps:
        key = (step.kind, (step.taker or "").casefold())
        if key not in seen:
            seen.add(key)
            yield step


def _teller(tokens: Sequence[Token]) -> Name | None:
    """Return who told it: the name or the plural role right before "told me", adverbs apart."""
    from_end = [
        token
        for token in tokens
        if token.low not in {"also", "later", "once", "then", "had", "has", "himself", "often", "long", "who"}
    ]
    for first in range(max(0, len(from_end) - 8), len(from_end)):
        chunk = chunk_at(from_end, first)
        if chunk and chunk.stop == len(from_end) and chunk.name.sort is Sort.PERSON:
            return chunk.name
    return None


def _steps_of_cue(words: str, start: int, said: Attribution) -> Iterator[Step]:
    """Yield the hands that a cue or a tail names."""
    for match in _AS_TOLD.finditer(words):
        chunk = _chunk(words, match.end(), start)
        if chunk:
            yield Step(
                LinkKind.TOLD_TO, said.name, chunk.value, Span(start + match.start(), chunk.span.end), "as told to"
            )
    told = _TO_WHOM.search(words)
    if told:
        yield from _step_to(words, told, start, said)
    quoting = re.search(
        r"\b(?:quotes|quoted|cites|cited|reported|reports) (?=[A-ZÀ-Þ])[^.;:]{2,80}? as (?:saying|having said|writing)",
        words,
    )
    if quoting:
        quoter = first_subject(tokenise(words[: quoting.start()], start), 0, 400)
        if quoter and quoter.name.sort is Sort.PERSON and said.name and not same_person(quoter.name.value, said.name):
            at = Span(quoter.name.span.start, start + quoting.end())
            yield Step(LinkKind.QUOTED_IN, said.name, quoter.name.value, at, "quoted by another as saying it")


def _step_to(words: str, match: re.Match[str], start: int, said: Attribution) -> Iterator[Step]:
    """Yield to whom it was said or written, where that is a person or a court with a name."""
    name = _chunk(words, match.end(), start)
    first = re.match(r"[^\W\d_]+", words[match.end() :])
    body = first[0].lower() if first else ""
    if name and said.name and not same_person(name.value, said.name):
        kind = LinkKind.LETTER_TO if match.group().startswith("wr") else LinkKind.TOLD_TO
        yield Step(kind, said.name, name.value, Span(start + match.start(), name.span.end), "said or written to")
    elif body in {
        "court",
        "commission",
        "committee",
        "jury",
        "tribunal",
        "inquiry",
        "judge",
        "parliament",
        "congress",
        "senate",
    } and body in BODIES | {"inquiry", "judge"}:
        stop = start + match.end() + len(body)
        yield Step(
            LinkKind.TESTIMONY_BEFORE, said.name, f"the {body}", Span(start + match.start(), stop), "said before"
        )


def _chunk(words: str, place: int, start: int) -> Name | None:
    """Return the person named at a place of some words."""
    tokens = tokenise(words[place : place + 120], start + place)
    chunk = chunk_at(tokens, 0) if tokens else None
    return chunk.name if chunk and chunk.name.sort is Sort.PERSON else None


def _steps_of_reading(said: Attribution, reading: Reading | None) -> Iterator[Step]:
    """Yield the hands that a citation names: the kind of paper, the translator, "quoted in"."""
    if reading is None:
        return
    at = Span(reading.start, reading.stop)
    kind = _OF_KIND.get(reading.kind or "")
    giver = said.name or reading.author
    if kind and not (reading.taker and said.name and same_person(reading.taker, said.name)):
        taker = reading.taker or (reading.title if kind in {LinkKind.DIARY_OF, LinkKind.MEMOIR_OF} else None)
        yield Step(kind, giver, taker, at, f"cited as {reading.kind}")
    if reading.translator:
        yield Step(LinkKind.TRANSLATED_BY, giver, reading.translator, at, "the citation names the translator")
    if reading.container and (kind or reading.title is None) and giver and reading.author:
        yield Step(LinkKind.PRINTED_IN, giver, reading.container, at, "the citation names where it was printed")
    via, words, depth = reading.via, reading.via_words, 0
    kind_words = reading.via_kind
    while via is not None and depth < 3:  # noqa: PLR2004 - as deep as citations are read
        yield Step(
            _VIA_KIND[kind_words or "quoted"],
            giver,
            words,
            Span(via.start, via.stop),
            f"{kind_words or 'quoted'} in another work",
        )
        giver, words, kind_words, via, depth = words, via.via_words, via.via_kind, via.via, depth + 1


def _steps_of_hands(
    said: Attribution, citation: Citation | None, reading: Reading | None, partners: Sequence[str]
) -> Iterator[Step]:
    """Yield the author of the cited work where another speaks: as interviewer if he takes part, else as the one who quotes."""
    if citation is None or reading is None or said.name is None or not reading.author or reading.kind == "interview":
        return
    if same_person(said.name, reading.author) or not (citation.title or citation.container or citation.archive):
        return
    at = citation.at
    if any(same_person(partner, reading.author) for partner in partners):
        yield Step(
            LinkKind.INTERVIEW_BY, said.name, reading.author, at, "the author of the work takes part in the dialogue"
        )
    elif reading.kind is None and reading.via is None:
        work = citation.title or citation.container or citation.archive
        yield Step(
            LinkKind.QUOTED_IN,
            said.name,
            f"{reading.author}, {work}",
            at,
            "the cited work is by another than the speaker",
        )
