"""To whom and to what the mentions belong: persons by surname, given name and place; the rest by their words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from valla.model.documents import Document
from valla.model.judgements import Judgement
from valla.model.names import EntityKind, Gathered, Mention
from valla.name.bundles import Bundle, tables_of
from valla.name.families import Joined, Kin, compare_surnames
from valla.name.forms import Form, take_apart
from valla.name.likeness import without_accents
from valla.name.namesakes import Scene, assign_bare
from valla.name.persons import Person, is_given_alone, person_of, place_given_names, settle_full_names
from valla.name.rulings import rule_bundles

ARTICLES = ("the ", "a ", "an ")


def gather_entities(
    document: Document, mentions: tuple[Mention, ...], judgements: tuple[Judgement, ...] = ()
) -> Gathered:
    """Return the mentions with the entity each belongs to, the entities, and the merges that are only proposed.

    Mentions come from `find_mentions`. Spellings that are surely one surname's are merged with the reason; those that
    may be are proposed. Rulings of persons are applied last: they join, part, and settle proposals; a ruling on an id
    that is not there changes nothing. Nothing is raised.
    """
    persons = tuple(row for row in mentions if row.kind is EntityKind.PERSON)
    bundles, kin = gather_persons(take_apart(persons, document.text), Scene(document))
    bundles += tuple(gather_others(mentions))
    ruled = rule_bundles(bundles, judgements)
    return tables_of(mentions, ruled, kin, judgements)


def gather_persons(forms: Sequence[Form], scene: Scene) -> tuple[tuple[Bundle, ...], tuple[Kin, ...]]:
    """Return the persons, and the pairs of surnames that may be one."""
    surnames = {without_accents(form.surname) for form in forms if not form.alone}
    givens = {form.given[0] for form in forms if form.given and "." not in form.given[0]}
    alone = [form for form in forms if is_given_alone(form, surnames, givens)]
    kept = [form for form in forms if not is_given_alone(form, surnames, givens)]
    families, sure, between = join_families(kept)
    persons = [person for family in families for person in part_persons(family, alone, scene)]
    rest = place_given_names(alone, persons)
    for _, same in groupby(sorted(rest, key=lambda form: (form.surname, form.mention.span)), lambda form: form.surname):
        persons.append(person_of(same))
    kin_of: dict[str, list[Kin]] = defaultdict(list)
    for kin in sure:
        kin_of[kin.one].append(kin)
    return tuple(_bundle(person, kin_of) for person in persons if person.forms), between


def part_persons(family: Sequence[Form], alone: Sequence[Form], scene: Scene) -> list[Person]:
    """Return the persons of one family; last, as one by themselves, the bare surnames of which nobody can tell whose."""
    persons = settle_full_names(family)
    bare = [form for form in family if not form.given]
    if len(persons) < 2:  # noqa: PLR2004 - one bearer, or none with a given name
        return [person_of((*(form for one in persons for form in one.forms), *bare))]
    doubtful = assign_bare(bare, persons, alone, scene)
    if doubtful:
        unknown = person_of(doubtful)
        unknown.inferred |= {form.mention.id for form in doubtful}
        unknown.rivals = tuple(persons)
        persons = [*persons, unknown]
    return persons


def join_families(forms: Sequence[Form]) -> tuple[list[list[Form]], tuple[Kin, ...], tuple[Kin, ...]]:
    """Return the forms by family, and what was heard of the spellings: the sure pairs and those in between."""
    counts = Counter(form.surname for form in forms)
    held: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for form in forms:
        if form.given:
            held[form.surname].add(form.given)
    givens = {name: frozenset(rows) for name, rows in held.items()}
    sure, between = compare_surnames(counts, givens)
    joined = Joined()
    for kin in sure:
        joined.join(kin.one, kin.other)
    families: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        families[joined.head(form.surname)].append(form)
    return (
        list(families.values()),
        sure,
        tuple(kin for kin in between if joined.head(kin.one) != joined.head(kin.other)),
    )


def _bundle(person: Person, kin_of: Mapping[str, list[Kin]]) -> Bundle:
    """Return a person as a bundle of mentions, with the reason for each spelling taken in."""
    written = {form.surname for form in person.forms if form.mention.id not in person.named}
    reasons = tuple(
        f"“{kin.other}” is taken for “{kin.one}”: {kin.likeness.reason}"
        for name in sorted(written)
        for kin in kin_of.get(name, ())
        if kin.other in written
    )
    return Bundle(
        kind=EntityKind.PERSON,
        mentions=tuple(sorted(form.mention for form in person.forms)),
        surnames={form.mention.id: form.surname for form in person.forms if form.mention.id not in person.named},
        givens={form.mention.id: form.given for form in person.forms},
        inferred=frozenset(person.inferred),
        reasons=reasons,
        rivals=tuple(one.forms[0].mention.id for one in person.rivals),
    )


def gather_others(mentions: Sequence[Mention]) -> Iterator[Bundle]:
    """Yield groups, places and works, each with the mentions that have the same words."""
    rows: dict[tuple[EntityKind, str], list[Mention]] = defaultdict(list)
    for row in mentions:
        if row.kind is not EntityKind.PERSON:
            rows[row.kind, plain_words(row.surface)].append(row)
    for (kind, _), held in sorted(rows.items()):
        yield Bundle(kind=kind, mentions=tuple(held))


def plain_words(surface: str) -> str:
    """Return words without case, article, full stops and marks at their edges."""
    low = surface.casefold().replace("’", "'").strip("\"'“”‘’.,;:!? ")
    for article in ARTICLES:
        low = low.removeprefix(article)
    return low.replace(".", "")
