"""Whom a bare surname means where several bear it: what the words around it say, and when they say nothing.

Heard in this order: a rank, a trade or an age that only one of them has ("the painter Weaver", "the younger Weaver");
the last of them named by a given name in the same paragraph; in the same section; before. Where two were named in one
sentence, or the last named is a passing namesake of one named far more often, nothing is decided.
"""

import re
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.names import Mention
from valla.name.forms import Form
from valla.name.lexicon.words import ROLES
from valla.name.persons import Person
from valla.text.sentences import sentence_end, sentence_start

_WORDS = re.compile(r"[^\W\d_]+")
_BEFORE = 34
_BEHIND = re.compile(
    r"(?:,[ \u00a0]|[ \u00a0](?=the\b)|[ \u00a0](?:was|is)[ \u00a0])(?:an?|the|his|her|its|their|then|once)[ \u00a0]((?:[\w'’-]+[ \u00a0]){0,3}[\w-]+)"
)
_FULL = {
    "dr": "doctor", "prof": "professor", "capt": "captain", "col": "colonel", "gen": "general", "lieut": "lieutenant",
    "lt": "lieutenant", "sgt": "sergeant", "maj": "major", "rev": "reverend", "st": "saint", "physician": "doctor",
    "surgeon": "doctor", "older": "elder", "senior": "elder", "junior": "younger", "son": "younger", "nephew": "younger",
    "father": "elder", "uncle": "elder", "old": "elder", "young": "younger",
}  # fmt: skip
"""Words that say the same of a person."""
_AGES = frozenset({"elder", "older", "old", "younger", "young", "senior", "junior"})
_KIN = frozenset("wife widow daughter sister niece mother aunt".split())
"""Women named by the man of the same name: a surname alone is his."""
_RELATIVES = _KIN | frozenset("son nephew brother cousin uncle father husband grandson stepson namesake".split())
_PARTING = frozenset("of in at to from for by with who whom whose and or that which on".split())
"""Words behind which a description goes on beyond its noun."""
_MUTE = frozenset(
    "mr mrs ms miss mme mlle frau fräulein herr mister monsieur madame messrs brother brothers sister friend colleague".split()
)
"""Words before a name that tell it from no other, or that tell man from woman, which is heard elsewhere."""
REACH = 40
"""Places of full names before and behind that are looked at for one bare surname."""
STEM = 5
"""Letters in which the word for a trade and the word for what it does agree."""
PASSING = 3
"""So many times more often named, and another, last named in an earlier paragraph, is a passing namesake."""
DOUBTFUL = 2
"""So many times more often named, and it is doubtful which of the two is meant."""


@dataclass(frozen=True)
class Scene:
    """Where paragraphs and sections of a document begin. Not slotted, so that they are looked for only when asked."""

    document: Document

    @cached_property
    def paragraphs(self) -> list[int]:
        """Return where paragraphs begin, sorted."""
        return sorted(block.span.start for block in self.document.blocks)

    @cached_property
    def sections(self) -> list[int]:
        """Return where headings begin, sorted."""
        return sorted(block.span.start for block in self.document.blocks if block.kind is BlockKind.HEADING)

    def paragraph(self, mention: Mention) -> int:
        """Return the number of the paragraph in which a mention stands."""
        return bisect_right(self.paragraphs, mention.span.start)

    def section(self, mention: Mention) -> int:
        """Return the number of the section in which a mention stands."""
        return bisect_right(self.sections, mention.span.start)

    @cached_property
    def _met(self) -> dict[Span, tuple[int, int]]:
        """Sentences that were looked for."""
        return {}

    def sentence(self, mention: Mention) -> tuple[int, int]:
        """Return the bounds of the sentence in which a mention stands."""
        span = mention.span
        if span not in self._met:
            self._met[span] = self.sentence_start(mention), sentence_end(self.document.text, span.end)
        return self._met[span]

    def sentence_start(self, mention: Mention) -> int:
        """Return where the sentence begins in which a mention stands."""
        return sentence_start(self.document.text, mention.span.start)

    def roles_before(self, mention: Mention) -> frozenset[str]:
        """Return ranks, trades and ages right before a name."""
        start = mention.span.start
        near = self.document.text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        near = near.removesuffix(", ").removesuffix(" ")  # his son, Joseph Orme
        words = [word.lower() for word in _WORDS.findall(re.split(r"[,;:!?“”\"]|[^.]{3}\.[ ]", near)[-1])][-2:]
        trade = words[-1:] if words[:1] == ["the"] and near.endswith(words[-1]) else []
        return _told(words) | frozenset(trade)

    def is_kin(self, mention: Mention, kin: frozenset[str] = _KIN) -> bool:
        """Tell whether a person is named as some man's wife, widow, daughter or sister, or as other kin."""
        start, text = mention.span.start, self.document.text
        near = f"{text[max(0, start - _BEFORE) : start].rpartition('.')[2]} {text[mention.span.end : mention.span.end + _BEFORE]}"
        return not kin.isdisjoint(word.lower() for word in _WORDS.findall(near))

    def word_behind(self, mention: Mention) -> str:
        """Return the word right behind a name, in small letters."""
        match = _WORDS.match(self.document.text, mention.span.end + 1)
        return match[0].lower() if match else ""

    def roles_behind(self, mention: Mention) -> frozenset[str]:
        """Return ranks, trades and ages that a name is given behind it: ", the painter"."""
        match = _BEHIND.match(self.document.text, mention.span.end)
        words = [word.lower() for word in _WORDS.findall(match[1])] if match else []
        head = next((at for at, word in enumerate(words) if word in _PARTING), len(words))
        return _told(words) | frozenset(words[max(0, head - 1) : head])


def _told(words: Iterable[str]) -> frozenset[str]:
    """Return the words that tell one bearer from another, each in its usual form."""
    told = (word for word in words if (word in ROLES or word in _AGES) and word not in _MUTE)
    return frozenset(_FULL.get(word, word) for word in told)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place at which one of the persons is surely named."""

    form: Form
    owner: int


def assign_bare(forms: Sequence[Form], persons: list[Person], alone: Sequence[Form], scene: Scene) -> list[Form]:
    """Give each bare surname to one of several persons; return those of which nothing can be told."""
    anchors = _anchors(persons, alone)
    roles = _roles_of(anchors, len(persons), scene)
    counts = Counter(one.owner for one in anchors)
    bare = sorted((form for form in forms if not form.given), key=lambda form: form.mention.span)
    doubtful = []
    for form in bare:
        able = [number for number, person in enumerate(persons) if person.takes(form)] or list(range(len(persons)))
        owner = _by_role(scene.roles_before(form.mention), roles, able)
        if owner is None:
            owner = _by_deed(scene.word_behind(form.mention), roles, able)
        if owner is None:
            owner = _by_place(form, _near(anchors, form, set(able)), counts, scene)
        else:
            insort(anchors, Anchor(form, owner), key=lambda one: one.form.mention.span)
        if owner is None:
            doubtful.append(form)
            continue
        counts[owner] += 1
        persons[owner].add(form)
        persons[owner].inferred.add(form.mention.id)
    return doubtful


def _near(anchors: Sequence[Anchor], form: Form, able: Container[int]) -> list[Anchor]:
    """Return the places around a bare surname at which those are named whom it may mean."""
    at = bisect_right(anchors, form.mention.span.start, key=lambda one: one.form.mention.span.start)
    return [one for one in anchors[max(0, at - REACH) : at + REACH] if one.owner in able]


def _anchors(persons: Sequence[Person], alone: Iterable[Form]) -> list[Anchor]:
    """Return the full names, and the given names alone that fit one of the persons only, by place."""
    made = [Anchor(form, number) for number, person in enumerate(persons) for form in person.forms]
    for form in alone:
        fitting = [number for number, one in enumerate(persons) if any(form.surname in given for given in one.givens)]
        if len(fitting) == 1:
            made.append(Anchor(form, fitting[0]))
    return sorted(made, key=lambda one: (one.form.mention.span, one.owner))


def _roles_of(anchors: Iterable[Anchor], number: int, scene: Scene) -> list[frozenset[str]]:
    """Return for each person what only that person is called."""
    held: dict[int, set[str]] = defaultdict(set)
    for one in anchors:
        held[one.owner] |= scene.roles_before(one.form.mention) | scene.roles_behind(one.form.mention)
    everyone = Counter(role for roles in held.values() for role in roles)
    only = [frozenset(role for role in held[at] if everyone[role] == 1) for at in range(number)]
    if number == 2:  # noqa: PLR2004 - of two, who is not the younger is the elder
        for age, opposite in (("younger", "elder"), ("elder", "younger")):
            for at in (0, 1):
                if age in only[at] and opposite not in only[at]:
                    only[1 - at] |= {opposite}
    return only


def _by_role(told: frozenset[str], roles: Sequence[frozenset[str]], able: Iterable[int]) -> int | None:
    """Return the only person who is called what stands before a name."""
    fitting = [number for number in able if told & roles[number]]
    return fitting[0] if len(fitting) == 1 else None


def _by_deed(verb: str, roles: Sequence[frozenset[str]], able: Iterable[int]) -> int | None:
    """Return the only person whose trade it is to do what the word behind a name says: the painter painted."""
    stem = verb[:STEM]
    fitting = [number for number in able if len(stem) == STEM and any(role.startswith(stem) for role in roles[number])]
    return fitting[0] if len(fitting) == 1 else None


def _by_place(form: Form, anchors: Sequence[Anchor], counts: Counter[int], scene: Scene) -> int | None:
    """Return the person last named before a place, or next behind it in its paragraph; None where it stays doubtful."""
    before = bisect_right(anchors, form.mention.span.start, key=lambda one: one.form.mention.span.start)
    if not before:
        return _first_named(form, anchors, scene)
    last = _but_kin(anchors, before, form, scene)
    start, end = scene.sentence(last.form.mention)
    beside = {one.owner for one in anchors[max(0, before - 4) : before] if start <= one.form.mention.span.start < end}
    if len(beside) > 1 or _just_introduced(anchors[:before], scene):
        return None
    here = scene.paragraph(form.mention)
    if scene.paragraph(last.form.mention) == here:
        return last.owner
    if scene.sections and scene.section(last.form.mention) == scene.section(form.mention):
        return last.owner
    usual, many = max(counts.items(), key=lambda item: (item[1], -item[0]))
    if usual == last.owner or many < DOUBTFUL * counts[last.owner]:
        return last.owner
    return usual if many >= PASSING * counts[last.owner] else None


def _just_introduced(named: Sequence[Anchor], scene: Scene) -> bool:
    """Tell whether the last named came in as kin of another, who was named in the sentence before: either may go on."""
    last = named[-1]
    if len(named) < 2 or named[-2].owner == last.owner or not scene.is_kin(last.form.mention, _RELATIVES):  # noqa: PLR2004
        return False
    first = sum(one.owner == last.owner for one in named) == 1
    start, (_, end) = scene.sentence(last.form.mention)[0], scene.sentence(named[-2].form.mention)
    return first and not scene.document.text[end:start].strip()


def _but_kin(anchors: Sequence[Anchor], before: int, form: Form, scene: Scene) -> Anchor:
    """Return the last person named before a place; of a man and his widow, the man, unless she was named in the sentence."""
    last = anchors[before - 1]
    start = scene.sentence_start(form.mention)
    if last.form.mention.span.start >= start or not scene.is_kin(last.form.mention):
        return last
    others = (
        one for one in reversed(anchors[:before]) if one.owner != last.owner and not scene.is_kin(one.form.mention)
    )
    return next(others, last)


def _first_named(form: Form, anchors: Sequence[Anchor], scene: Scene) -> int | None:
    """Return the person whom a name means that stands before all full ones: the first named, unless two are at once."""
    if not anchors:
        return None
    start, end = scene.sentence(anchors[0].form.mention)
    beside = {one.owner for one in anchors[:4] if start <= one.form.mention.span.start < end}
    same = scene.paragraph(anchors[0].form.mention) == scene.paragraph(form.mention)
    return anchors[0].owner if len(beside) == 1 or same else None
