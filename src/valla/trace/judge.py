"""The judge: one quotation against the likely stretches of one document. Pure and picklable; it goes to the data."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from valla.library import Stretch
from valla.model.anchors import Anchor, DocumentId, Span, anchored
from valla.model.traces import HARMLESS, Concern, Cut, Edit, Gap, Passage, Probe, Trace, Verdict
from valla.model.works import Holding
from valla.text.lexicon import lexicon_of
from valla.text.words import words_in
from valla.trace.cuts import FEWEST, cuts_of
from valla.trace.edits import Bench, broken, edits_of
from valla.trace.gaps import gaps_of, hides, joins_places
from valla.trace.parts import Part, lay_parts
from valla.trace.pricing import Pricing
from valla.trace.quoted import Quoted, read_quoted
from valla.trace.rarity import Rarity
from valla.trace.runs import Field, Run, best_chain, field_of, find_runs, toll

MARGIN = 8.0
"""Bits beyond chance that words must tell to be found in a work that is not the cited one."""

HOME_MARGIN = 2.0
"""The same in the cited work, where they are expected; there chance is reckoned on that work alone."""

MISREAD_TELLS = 0.6
"""Share of a word's bits that a misspelt or misread form of it still tells."""


@dataclass(frozen=True, kw_only=True)
class JudgeWords:
    """A judge that knows how rare words are, and in which documents nothing is to be sought."""

    rarity: Rarity
    barred: frozenset[DocumentId] = field(default_factory=frozenset)

    def __call__(self, probe: Probe, holding: Holding, stretches: Sequence[Stretch]) -> Trace | None:
        """Return how the quotation stands in this document; None where it does not, or where that may be an accident."""
        if holding.document in self.barred:
            return None
        quoted = read_quoted(probe)
        fields = [field_of(stretch) for stretch in stretches]
        bench = self._bench(quoted, fields)
        chain = best_chain(find_runs(quoted, fields, self.rarity), quoted, fields)
        parts = lay_parts(chain, quoted, fields, bench.pricing)
        if not parts or not self._tells_enough(parts, bench, holding, probe):
            return None
        return _trace(probe, holding, parts, bench, self._rivals(chain, quoted, fields, holding))

    def _bench(self, quoted: Quoted, fields: Sequence[Field]) -> Bench:
        """Lay out what is needed to compare these words."""
        lexicon = lexicon_of(key for field_ in fields for key in field_.keys)
        texts = [(quoted.text, quoted.words, 0)]
        texts += [(field_.stretch.text, field_.words, field_.stretch.start) for field_ in fields]
        common = frozenset(
            word.key for text, words, shift in texts for word in words if text[word.start - shift].islower()
        )
        pricing = Pricing(lexicon=lexicon, knows=self.rarity.knows)
        return Bench(quoted=quoted, fields=fields, lexicon=lexicon, pricing=pricing, common=common)

    def _tells_enough(self, parts: Sequence[Part], bench: Bench, holding: Holding, probe: Probe) -> bool:
        """Tell whether the words that agree are more than chance would bring together.

        In the cited work a short quotation that stands there whole is where it should be; chance is no better reason.
        """
        home = holding.document in probe.homes
        if home and _likeness(parts, bench.quoted) == 1.0:
            return True
        return max(self._told(part, bench) for part in parts) >= self.needed(holding, home=home)

    def could_tell(self, probe: Probe) -> float:
        """Return how much the words of a probe would tell if all of them agreed."""
        return self.rarity.tells(word.key for word in words_in(probe.text))

    @property
    def needed_anywhere(self) -> float:
        """The bits that words must tell to be found in a work that is not the cited one."""
        return self.rarity.chance + MARGIN

    def needed(self, holding: Holding, *, home: bool) -> float:
        """Return the bits that words must tell to count as found in a document."""
        if not home:
            return self.needed_anywhere
        alone = Rarity(counts={}, total=1, words=holding.length // 6)
        return min(alone.chance, self.rarity.chance) + HOME_MARGIN

    def _told(self, part: Part, bench: Bench) -> float:
        """Return how much the agreeing words of one part tell, less what the others between them take away.

        The best stretch counts: words at the ends that do not agree take nothing away.
        """
        keys = bench.fields[part.field].keys
        best = bits = 0.0
        unlike = 0
        for step in part.steps:
            if step.p < step.q and step.s < step.t and step.price < 0.5:  # noqa: PLR2004  (forms of the same word)
                share = 1.0 if step.price <= 0.1 else MISREAD_TELLS  # noqa: PLR2004
                bits = max(0.0, bits - toll(unlike)) + share * self.rarity.tells(keys[step.s : step.t])
                best, unlike = max(best, bits), 0
            else:
                unlike += max(step.q - step.p, step.t - step.s)
        return best

    def _rivals(self, chain: Sequence[Run], quoted: Quoted, fields: Sequence[Field], holding: Holding) -> list[Passage]:
        """Return the other places of the document in which a quotation that stands in one place stands word for word."""
        if len(chain) != 1 or chain[0].length < len(quoted.keys):
            return []
        whole = Run(0, 0, 0, len(quoted.keys), 0.0)
        found = []
        for number, field_ in enumerate(fields):
            for s in _occurrences(quoted.keys, field_.keys):
                if (number, s) != (chain[0].field, chain[0].s):
                    found.append(_passage(holding, quoted, field_, whole.p, whole.q, s, s + whole.length))
        return found


def _occurrences(keys: Sequence[str], among: Sequence[str]) -> list[int]:
    """Return where a run of words begins in another."""
    width = len(keys)
    return [
        start
        for start in range(len(among) - width + 1)
        if among[start] == keys[0] and among[start : start + width] == keys
    ]


def _trace(probe: Probe, holding: Holding, parts: Sequence[Part], bench: Bench, rivals: Sequence[Passage]) -> Trace:
    """Put what was found into a row."""
    quoted = bench.quoted
    passages = tuple(_part_passage(holding, part, bench) for part in parts)
    edits = tuple(edit for number, part in enumerate(parts) for edit in edits_of(part, number, bench))
    edits = tuple(sorted((*edits, *_unplaced(parts, bench)), key=lambda edit: (edit.at, edit.source_at, edit)))
    gaps = gaps_of(parts, bench)
    joined = _joined(gaps, parts, bench)
    verdict = _verdict(edits, gaps, joined)
    return Trace(
        quotation=probe.quotation,
        verdict=verdict,
        passages=passages,
        edits=edits,
        gaps=gaps,
        cuts=_cuts(parts, bench),
        rivals=tuple(rivals),
        sought=(holding.document,),
        likeness=_likeness(parts, quoted),
        reason=_reason(verdict, edits, gaps, joined),
    )


def _part_passage(holding: Holding, part: Part, bench: Bench) -> Passage:
    """Return the place of one part; words at its ends that answer to nothing are left out."""
    met = [step for step in part.steps if step.p < step.q and step.s < step.t]
    field_ = bench.fields[part.field]
    return _passage(holding, bench.quoted, field_, met[0].p, met[-1].q, met[0].s, met[-1].t)


def _passage(holding: Holding, quoted: Quoted, field_: Field, p: int, q: int, s: int, t: int) -> Passage:
    """Return the row of a place."""
    start, end = field_.words[s].start, field_.words[t - 1].end
    page = next((page.label for page in reversed(field_.stretch.pages) if page.at <= start), None)
    shift = field_.stretch.start
    local = anchored(holding.document, field_.stretch.text, Span(start - shift, end - shift), page)
    anchor: Anchor = replace(local, span=Span(start, end))
    return Passage(anchor=anchor, quoted=quoted.span(p, q))


def _unplaced(parts: Sequence[Part], bench: Bench) -> list[Edit]:
    """Return the quoted words that are in no part: they answer to nothing."""
    rows = []
    held = sorted((part.p, part.q, number) for number, part in enumerate(parts))
    last, where = 0, 0
    for p, q, number in [*held, (len(bench.quoted.keys), 0, len(parts) - 1)]:
        if last < p and not all(bench.quoted.editorial[last:p]):
            rows.append(_addition(last, p, where, parts, bench))
        last, where = max(last, q), number
    return rows


def _addition(first: int, last: int, where: int, parts: Sequence[Part], bench: Bench) -> Edit:
    """Return the row of quoted words for which nothing stands in the source."""
    part = parts[where]
    at = (
        bench.fields[part.field].words[part.t - 1].end
        if part.q <= first
        else bench.fields[part.field].words[part.s].start
    )
    return Edit(
        at=bench.quoted.span(first, last),
        quoted=bench.quoted.said(first, last),
        source="",
        source_at=Span(at, at),
        concern=Concern.WORD,
        passage=where,
    )


def _joined(gaps: Sequence[Gap], parts: Sequence[Part], bench: Bench) -> list[str]:
    """Say of each gap that joins places which do not stand together why it does."""
    reasons = []
    for gap in gaps:
        one, other = parts[gap.after], parts[gap.after + 1]
        hidden = None
        if one.field == other.field and one.t <= other.s:
            field_ = bench.fields[one.field]
            hidden = field_.between(field_.words[one.t - 1].end, field_.words[other.s].start)
        reason = joins_places(gap, hidden)
        if reason:
            reasons.append(reason)
    return reasons


def _verdict(edits: Sequence[Edit], gaps: Sequence[Gap], joined: Sequence[str]) -> Verdict:
    """Return the verdict that differences and gaps give."""
    if joined:
        return Verdict.SPLICED
    if any(edit.concern not in HARMLESS for edit in edits):
        return Verdict.ALTERED
    if any(hides(gap) for gap in gaps):
        return Verdict.ELIDED
    if any(edit.concern in {Concern.SPELLING, Concern.SCAN} for edit in edits):
        return Verdict.VARIANT
    return Verdict.VERBATIM


def _reason(verdict: Verdict, edits: Sequence[Edit], gaps: Sequence[Gap], joined: Sequence[str]) -> str:
    """Say in plain words why the verdict is what it is."""
    grave = [edit for edit in edits if edit.concern not in HARMLESS]
    match verdict:
        case Verdict.SPLICED:
            return f"{len(gaps) + 1} places are joined: " + "; ".join(dict.fromkeys(joined))
        case Verdict.ALTERED:
            concerns = ", ".join(dict.fromkeys(edit.concern.value for edit in grave))
            return f"{len(grave)} difference{'s' * (len(grave) > 1)} of words without a mark ({concerns})"
        case Verdict.ELIDED:
            return f"word for word, but for {sum(gap.words for gap in gaps)} words left out with a mark"
        case Verdict.VARIANT:
            return "the same words in another spelling or with misread letters"
        case _:
            rendered = any(broken(edit.source) or broken(edit.quoted) for edit in edits)
            return "word for word" + ("; a word is broken at a line end in the source" if rendered else "")


def _cuts(parts: Sequence[Part], bench: Bench) -> tuple[Cut, ...]:
    """Return the qualifiers just outside the quotation, if it says enough to be qualified."""
    if len(bench.quoted.keys) < FEWEST:
        return ()
    first, last = parts[0], parts[-1]
    before, behind = bench.fields[first.field], bench.fields[last.field]
    return cuts_of(before.words[first.s], behind.words[last.t - 1], before, behind, bench.lexicon)


def _likeness(parts: Sequence[Part], quoted: Quoted) -> float:
    """Return the share of the quoted words, an editor's apart, that the parts explain."""
    own = [word for word in range(len(quoted.keys)) if not quoted.editorial[word]]
    explained = {
        word
        for part in parts
        for step in part.steps
        if step.s < step.t and step.price < 0.5  # noqa: PLR2004  (forms of the same word)
        for word in range(step.p, step.q)
    }
    return round(sum(word in explained for word in own) / len(own), 4) if own else 0.0
