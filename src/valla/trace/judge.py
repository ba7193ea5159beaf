"""The judge: one quotation against the likely stretches of one document. Pure and picklable; it goes to the data."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import log2

from valla.library import Sheaf, Stretch
from valla.model.anchors import DocumentId
from valla.model.traces import Passage, Probe, Trace, Verdict
from valla.model.works import Holding
from valla.trace.asked import Asked, read_asked, words_of
from valla.trace.assemble import divided, together
from valla.trace.bench import SAME, Bench, set_up
from valla.trace.chains import LETTERS_A_WORD, best_chain, few_are_whole, leaps, told_by, toll
from valla.trace.letterwise import place_alike, too_unlike
from valla.trace.lines import Line, lines_of
from valla.trace.misread import Spot, is_broken, is_misread, laid_between, letters_read, place_of, words_at
from valla.trace.parts import LONGEST, Part, lay_parts
from valla.trace.rarity import Rarity
from valla.trace.rivals import FOUND, Near, beside, found_for_good, may_be_nearer, stands_nearly
from valla.trace.rows import Case, anchor_in, likeness_of, other_places, trace_of
from valla.trace.runs import Run
from valla.trace.screen import WORTH_LAYING, Bound, told_by_letters, told_by_runs, worth_reading
from valla.trace.spelt import chain_as_spelt, is_spelt_otherwise
from valla.trace.verbatim import stands_whole

MARGIN = 10.0
"""Bits beyond chance that words must tell to be found in a work that is not the cited one."""

HOME_MARGIN = 2.0
"""The same in the cited work, where they are expected; there chance is reckoned on that work alone."""

MISREAD_TELLS = 0.6
"""Share of a word's bits that a misspelt or misread form of it still tells."""

JOINED = 0.9
"""Share of the words that two documents must explain together for a quotation to be joined from them."""

PATIENCE = 2
"""Documents that are looked at word by word after the words were found."""

ENOUGH = 0.8
"""Share of the quoted words that answer below which the letters are asked as well."""


@dataclass(frozen=True, kw_only=True)
class JudgeWords:
    """A judge that knows how rare words are, and in which documents nothing is to be sought."""

    rarity: Rarity
    barred: frozenset[DocumentId] = field(default_factory=frozenset)
    patience: int = PATIENCE

    def __call__(self, probe: Probe, sheaves: Sequence[Sheaf]) -> list[Trace]:
        """Return how the quotation stands in each document in which it does and that is no accident.

        Where it stands whole is told without an alignment of words, which is made for the likeliest documents only: once
        the words are found, a few more are looked at, and of those only what may be nearer. Those in which they stand
        just so, or nearly, are told of in any case.
        """
        asked = read_asked(probe, self.rarity)
        sheaves = [row for row in sheaves if row.holding.document not in self.barred]
        wholes = [self._whole(asked, row) for row in sheaves]
        traces = [row for row in wholes if row is not None]
        patience = self.patience if traces else len(sheaves)
        near: list[Near] = []
        for sheaf in (row for row, whole in zip(sheaves, wholes, strict=True) if whole is None):
            home = sheaf.holding.document in probe.homes
            if not home and (best := found_for_good(asked, traces)) and not may_be_nearer(asked, best, sheaf):
                near += filter(None, [stands_nearly(asked, sheaf)])
                continue
            if not (patience or home):
                continue
            patience -= 1
            trace = None if not home and self._is_no_rival(asked, sheaf, traces) else self._aligned(asked, sheaf)
            if trace is not None:
                traces.append(trace)
                patience = min(patience, self.patience if trace.likeness >= FOUND else patience)
        return beside(traces, near) + self._joined(asked, traces, sheaves)

    def _is_no_rival(self, asked: Asked, sheaf: Sheaf, traces: Sequence[Trace]) -> bool:
        """Tell whether a document is too unlike a quotation to be named beside the one in which it was found."""
        found = any(row.likeness >= FOUND for row in traces)
        return found and asked.plain and all(too_unlike(asked, row) for row in lines_of(sheaf.stretches))

    def _joined(self, asked: Asked, traces: Sequence[Trace], sheaves: Sequence[Sheaf]) -> list[Trace]:
        """Return the trace of a quotation one end of which stands in another document than the rest, if it does."""
        best = min(traces, key=lambda row: (-row.likeness, row.sought), default=None)
        probes = best and best.likeness < JOINED and divided(asked, best)
        if best is None or not probes:
            return []
        kept, lacking = read_asked(probes[0], self.rarity), read_asked(probes[1], self.rarity)
        home = next(sheaf for sheaf in sheaves if sheaf.holding.document == best.sought[0])
        others = (row for row in sheaves if row is not home)
        found = ((self._found(lacking, sheaf), sheaf) for sheaf in others)
        second, other = next(((trace, row) for trace, row in found if trace is not None), (None, home))
        first = self._found(kept, home) if second is not None else None
        if first is None or second is None:
            return []
        shares = (len(kept.keys) / len(asked.keys), len(lacking.keys) / len(asked.keys))
        trace = together(first, second, shares, (home.holding.title, other.holding.title))
        return [trace] if trace.likeness >= JOINED else []

    def _found(self, asked: Asked, sheaf: Sheaf) -> Trace | None:
        """Return the trace of a part of a quotation that stands in a document well enough to be believed."""
        trace = self._whole(asked, sheaf) or self._aligned(asked, sheaf)
        return trace if trace is not None and trace.likeness >= FOUND else None

    def _whole(self, asked: Asked, sheaf: Sheaf) -> Trace | None:
        """Return the trace of a quotation that stands there word for word, if its words tell enough."""
        home = sheaf.holding.document in asked.probe.homes
        if not home and asked.told < self.needed_anywhere:
            return None
        return stands_whole(asked, sheaf, self.significance(asked.told))

    def significance(self, told: float) -> float:
        """Return the bits by which words tell more than chance would have them anywhere in the library.

        Two to the power of its negative is the number of places that chance is expected to give (an E-value).
        """
        return round(told - self.rarity.chance, 1)

    def _aligned(self, asked: Asked, sheaf: Sheaf) -> Trace | None:
        """Return how the quotation stands in one document, word by word; None where it does not, or by accident."""
        holding, stretches, quoted = sheaf.holding, sheaf.stretches, asked.quoted
        home = holding.document in asked.probe.homes
        needed = self.needed(holding, home=home)
        fields = lines_of(stretches)
        if not home and self._tells_too_little(asked, sheaf, fields, told_by_letters):
            return None
        if not home and len(fields) > 1:
            chosen = worth_reading(asked, fields, needed)
            stretches, fields = tuple([stretches[at] for at in chosen]), [fields[at] for at in chosen]
        if not home and self._tells_too_little(asked, sheaf, fields, told_by_runs):
            return None
        exact = best_chain(asked.runs(fields), quoted, fields)
        chain = chain_as_spelt(exact, quoted, fields, self.rarity)
        clear = bool(chain) and (home or told_by(chain, quoted, LONGEST) >= WORTH_LAYING * needed)
        whole = clear and not few_are_whole(chain, quoted)
        if not whole and (trace := self._by_letters(asked, holding, stretches, unbroken=clear)) is not None:
            return trace
        if not clear:
            return None
        if not home and self._is_sketchy(asked, chain, fields):
            return self._sketch(asked, chain, holding, stretches, fields)
        bench = set_up(quoted, fields, self.rarity, spelt=chain is not exact)
        case = Case(probe=asked.probe, holding=holding, stretches=stretches, bench=bench)
        return self._laid(asked, chain, case, whole=whole, spelt=few_are_whole(exact, quoted))

    def _laid(self, asked: Asked, chain: Sequence[Run], case: Case, *, whole: bool, spelt: bool) -> Trace | None:
        """Return the trace of a quotation whose words are laid into a document along a chain; None where it is an accident.

        Where most are `whole`, if only but for the spelling, and yet too few answer, the letters are asked as well.
        """
        home = case.holding.document in asked.probe.homes
        parts = lay_parts(chain, case.bench)
        if not case.bench.spelt and is_spelt_otherwise(parts, asked.quoted):
            case = replace(case, bench=replace(case.bench, spelt=True))
            parts = lay_parts(chain, case.bench)
        told, likeness = max(self._told(part, case.bench) for part in parts), likeness_of(parts, asked.quoted)
        # in the cited work a short quotation that stands there whole is where it should be
        accident = told < self.needed(case.holding, home=home) and not (home and likeness == 1.0)
        if accident or (likeness < ENOUGH and (spelt or is_misread(parts, case.bench))):
            trace = (
                self._by_letters(asked, case.holding, case.stretches, strictly=not accident, unbroken=not accident)
                if whole
                else None
            )
            if trace is not None or accident:
                return trace
        return replace(trace_of(case, parts, other_places(chain, case)), significance=self.significance(told))

    def _by_letters(
        self,
        asked: Asked,
        holding: Holding,
        stretches: Sequence[Stretch],
        *,
        strictly: bool = False,
        unbroken: bool = False,
    ) -> Trace | None:
        """Return the trace of a quotation that stands in one place by its letters, its words laid into that place.

        None, if it is to be `unbroken`, where many words together are others: then two places are joined, or words are left out.
        """
        fields, quoted = lines_of(stretches), asked.quoted
        spot = self._spot(asked, holding, fields, strictly=strictly)
        if spot is None:
            return None
        stretch, field = stretches[spot.place], fields[spot.place]
        runs = asked.runs([field])
        exact = best_chain(runs, quoted, [field])
        spelt = chain_as_spelt(exact, quoted, [field], self.rarity) is not exact
        bench = set_up(quoted, [field], self.rarity, noisy=few_are_whole(exact, quoted), spelt=spelt)
        part = laid_between(runs, words_at(field, place_of(letters_read(asked.run), spot, field)), bench)
        if not any(step.p < step.q and step.s < step.t for step in part.steps) or (unbroken and is_broken(part)):
            return None
        trace = trace_of(Case(probe=asked.probe, holding=holding, stretches=[stretch], bench=bench), [part], ())
        needed = self.needed(holding, home=holding.document in asked.probe.homes)
        significance = self.significance(max(needed, self._told(part, bench)))
        return replace(trace, significance=significance, likeness=max(trace.likeness, round(spot.score / 100, 4)))

    def _spot(self, asked: Asked, holding: Holding, fields: Sequence[Line], *, strictly: bool = False) -> Spot | None:
        """Return the place in which the letters tell enough; chance letters are no likelier in the cited work."""
        home = holding.document in asked.probe.homes
        needed = self.needed(holding, home=home) + (MARGIN - HOME_MARGIN if home else 0.0)
        key = (needed, strictly, *[row.text for row in fields])
        if key not in asked.spots:
            asked.spots[key] = place_alike(asked, fields, self.rarity, needed, strictly=strictly)
        return asked.spots[key]

    def _is_sketchy(self, asked: Asked, chain: Sequence[Run], fields: Sequence[Line]) -> bool:
        """Tell whether a chain stands in one place that is too unlike the quotation to be where it is from."""
        quoted = asked.quoted
        leaping = any(leaps(one, other, quoted, LONGEST) for one, other in pairwise(chain))
        return asked.plain and not leaping and too_unlike(asked, fields[chain[0].field])

    def _sketch(
        self, asked: Asked, chain: Sequence[Run], holding: Holding, stretches: Sequence[Stretch], fields: Sequence[Line]
    ) -> Trace | None:
        """Return the trace of a few quoted words that stand in a document, with no word aligned: they may be a part."""
        told = told_by(chain, asked.quoted, LONGEST)
        if told < self.needed(holding, home=False):
            return None
        span = fields[chain[0].field].place(chain[0].s, chain[-1].t)
        anchor = anchor_in(stretches[chain[0].field], holding.document, span)
        return Trace(
            quotation=asked.probe.quotation,
            verdict=Verdict.ALTERED,
            passages=(Passage(anchor=anchor, quoted=asked.quoted.span(chain[0].p, chain[-1].q)),),
            sought=(holding.document,),
            likeness=round(sum(run.length for run in chain) / len(asked.quoted.keys), 4),
            significance=self.significance(told),
            reason="some of its words stand there",
        )

    def _tells_too_little(self, asked: Asked, sheaf: Sheaf, fields: Sequence[Line], bound: Bound) -> bool:
        """Tell whether it is plain without an alignment that the words do not stand in a document, or by accident.

        It is asked twice: first by a bound for which no word is read, then, of what is left, by the runs themselves.
        """
        needed = self.needed(sheaf.holding, home=False)
        told = max([bound(asked, row) for row in fields], default=0.0)
        if told >= needed:
            return False
        if told >= WORTH_LAYING * needed and not (asked.plain and all(too_unlike(asked, row) for row in fields)):
            return False
        return self._spot(asked, sheaf.holding, lines_of(sheaf.stretches)) is None

    def could_tell(self, probe: Probe) -> float:
        """Return how much the words of a probe would tell if all of them agreed."""
        return self.rarity.tells(word.key for word in words_of(probe.text))

    @property
    def needed_anywhere(self) -> float:
        """The bits that words must tell to be found in a work that is not the cited one."""
        return self.rarity.chance + MARGIN

    def needed(self, holding: Holding, *, home: bool) -> float:
        """Return the bits that words must tell to count as found in a document."""
        if not home:
            return self.needed_anywhere
        return log2(max(2, holding.length // LETTERS_A_WORD)) + HOME_MARGIN

    def _told(self, part: Part, bench: Bench) -> float:
        """Return how much the agreeing words of one part tell, less what the others between them take away.

        The best stretch counts: words at the ends that do not agree take nothing away.
        """
        keys = bench.fields[part.field].keys
        tells = self.rarity.tells
        best = bits = 0.0
        unlike = 0
        for step in part.steps:
            if step.p < step.q and step.s < step.t and step.price < SAME:
                share = 1.0 if step.price == 0 else MISREAD_TELLS
                bits = max(0.0, bits - toll(unlike) if unlike else bits) + share * tells(keys[step.s : step.t])
                best, unlike = max(best, bits), 0
            else:
                unlike += max(step.q - step.p, step.t - step.s)
        return best
