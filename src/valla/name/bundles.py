"""Bundles of mentions on their way to the tables: the rows of entities, and the ids by which rulings name them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from unicodedata import normalize

from valla.model.judgements import Judgement, Ruling, standing
from valla.model.names import Entity, EntityId, EntityKind, Gathered, Mention, MentionId, Proposal, ProposalId, Spelling
from valla.name.families import Kin
from valla.name.lexicon.given import FORMS
from valla.name.likeness import bare, suffix_of

NO_ID = EntityId("")
"""What a bundle has for an id until all are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The mentions of one entity. For persons also the surname and given names of each, and which were inferred."""

    kind: EntityKind
    mentions: tuple[Mention, ...]
    surnames: Mapping[MentionId, str] = field(default_factory=dict)
    givens: Mapping[MentionId, tuple[str, ...]] = field(default_factory=dict)
    inferred: frozenset[str] = frozenset()
    reasons: tuple[str, ...] = ()
    rivals: tuple[MentionId, ...] = ()  # a mention of each person who may be meant, where none could be told
    id: EntityId = NO_ID
    was: tuple[EntityId, ...] = ()

    @property
    def name(self) -> str:
        """Return the name it is listed under: the commonest of its fullest forms, not in capitals if it can be helped."""
        counts = Counter(row.surface for row in self.mentions)
        first = {row.surface: row for row in reversed(self.mentions)}
        return max(counts, key=lambda form: (self._fullness(first[form]), not form.isupper(), counts[form], form))

    def _fullness(self, row: Mention) -> int:
        """Return how much of a person a form names, by its first mention: whole given names, initials, a surname alone."""
        if self.kind is not EntityKind.PERSON:
            return 0
        given, form = self.givens.get(row.id, ()), row.surface
        return 2 * any("." not in name for name in given) + bool(given) - (", " in form)


def with_ids(bundles: Iterable[Bundle]) -> tuple[Bundle, ...]:
    """Return the bundles sorted by first mention, each with its id; where two share a name the place tells them apart."""
    ordered = sorted((one for one in bundles if one.mentions), key=lambda one: (one.mentions[0].span, one.kind))
    stems = [f"{one.kind}:{slug(one.name)}" for one in ordered]
    met: Counter[str] = Counter()
    made = []
    for stem, one in zip(stems, ordered, strict=True):
        met[stem] += 1
        name = stem if met[stem] == 1 else f"{stem}@{one.mentions[0].span.start}"
        made.append(replace(one, id=EntityId(name)))
    return tuple(made)


def slug(name: str) -> str:
    """Return a name in small plain letters with hyphens."""
    plain = "".join(one for one in normalize("NFKD", name.casefold()) if one.isalnum() or one in " -.'’")
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"


def tables_of(
    mentions: Sequence[Mention], bundles: Sequence[Bundle], kin: Sequence[Kin], judgements: tuple[Judgement, ...]
) -> Gathered:
    """Return the tables: mentions with their entity, entities by first mention, proposals by score."""
    home = {row.id: one for one in bundles for row in one.mentions}
    placed = tuple(
        replace(row, entity=home[row.id].id, inferred=row.id in home[row.id].inferred)
        for row in mentions
        if row.id in home
    )
    return Gathered(
        mentions=tuple(sorted(placed)),
        entities=tuple(entity_of(one, home) for one in bundles),
        proposals=propose(bundles, kin, judgements),
    )


def entity_of(bundle: Bundle, home: Mapping[MentionId, Bundle]) -> Entity:
    """Return the row of one entity."""
    name = bundle.name
    given = next(
        (bundle.givens[row.id] for row in bundle.mentions if row.surface == name and row.id in bundle.givens), ()
    )
    return Entity(
        id=bundle.id,
        kind=bundle.kind,
        name=name,
        spellings=count_spellings(bundle.mentions, {}),
        surnames=count_spellings(bundle.mentions, bundle.surnames) if bundle.surnames else (),
        given=given,
        mentions=tuple(row.id for row in bundle.mentions),
        called=is_called(bundle),
        merged=bundle.reasons,
        may_be=rivals_of(bundle, home),
        was=bundle.was,
    )


def rivals_of(bundle: Bundle, home: Mapping[MentionId, Bundle]) -> tuple[EntityId, ...]:
    """Return the persons one of whom a bundle of bare surnames means; none once a ruling has joined it to one of them."""
    rivals = tuple(sorted({home[name].id for name in bundle.rivals if name in home}))
    return rivals if bundle.id not in rivals and len(rivals) > 1 else ()


def is_called(bundle: Bundle) -> bool:
    """Tell whether a person's name is borne out by a known given name, by initials, or by the ending of a surname."""
    first = {given[0] for given in bundle.givens.values() if given}
    told = any("." in name or name in FORMS for name in first)
    return told or any(suffix_of(bare(surname)) in SLAVIC for surname in set(bundle.surnames.values()))


SLAVIC = frozenset({"sky", "Tky", "enko", "vich", "oviC", "ov", "evsky", "ovsky", "shvili", "dze"})
"""Suffixes that make nothing but surnames."""


def count_spellings(mentions: Iterable[Mention], surnames: Mapping[MentionId, str]) -> tuple[Spelling, ...]:
    """Return the spellings with their counts, the commonest first."""
    told = [row for row in mentions if not surnames or row.id in surnames]
    rows = [(surnames.get(row.id, row.surface), row.quoted) for row in told]
    every = Counter(name for name, _ in rows)
    own = Counter(name for name, quoted in rows if not quoted)
    return tuple(
        Spelling(surface=name, count=count, author=own[name])
        for name, count in sorted(every.items(), key=lambda item: (-item[1], item[0]))
    )


DOUBT = 0.5
"""Score of a proposal that gives a bare surname to one of its bearers."""
MOST_BEARERS = 3
"""Bearers of one surname for whom a merge is proposed: of more, a proposal says nothing."""


def propose(bundles: Sequence[Bundle], kin: Sequence[Kin], judgements: tuple[Judgement, ...]) -> tuple[Proposal, ...]:
    """Return the merges that are only proposed; those that a person has settled are left out."""
    settled = {row.subject for row in standing(judgements) if row.kind is not Ruling.SET}
    homes: dict[str, list[Bundle]] = {}
    for one in bundles:
        for surname in sorted(set(one.surnames.values())):
            homes.setdefault(surname, []).append(one)
    found: dict[ProposalId, Proposal] = {}
    for pair in kin:
        for mine, theirs in product(homes.get(pair.one, ())[:MOST_BEARERS], homes.get(pair.other, ())[:MOST_BEARERS]):
            first, second = sorted((mine.id, theirs.id))
            name = ProposalId(f"{first}~{second}")
            if first != second and (first, second) not in settled and name not in found:
                reason = f"“{pair.one}” and “{pair.other}”: {pair.likeness.reason}"
                found[name] = Proposal(id=name, one=first, other=second, score=pair.likeness.score, reason=reason)
    for row in between_namesakes(bundles):
        if (row.one, row.other) not in settled:
            found.setdefault(row.id, row)
    return tuple(sorted(found.values(), key=lambda row: (-row.score, row.id)))


def between_namesakes(bundles: Sequence[Bundle]) -> Iterator[Proposal]:
    """Yield what is proposed for a bare surname of which nothing tells whose it is: each who bears it."""
    home = {row.id: one for one in bundles for row in one.mentions}
    for one in (one for one in bundles if one.rivals):
        listed = one.name
        for rival in rivals_of(one, home):
            first, second = sorted((one.id, rival))
            name = ProposalId(f"{first}~{second}")
            reason = f"“{listed}” stands alone {len(one.mentions)}×, and the words around do not tell who is meant"
            yield Proposal(id=name, one=first, other=second, score=DOUBT, reason=reason)
