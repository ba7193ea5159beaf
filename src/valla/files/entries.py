"""The parts of a case file: texts, numbers, chances. What is wrong is noted on the desk, and reading goes on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from valla.files.marked import Value
from valla.model.cases import Chances, Place, Problem, Range

SCALE = {
    "rare": (0.02, 0.10),
    "unlikely": (0.1, 0.3),
    "even": (0.4, 0.6),
    "likely": (0.7, 0.9),
    "nearly certain": (0.9, 0.98),
}
"""What the words of the scale stand for; the report prints them."""
NUMBER = re.compile(r"([0-9]{0,9}\.?[0-9]{1,20}|[0-9]{1,9}\.)(?:e-?[0-9]{1,3})?")
NAME = re.compile(r"[^\W\d][\w-]{0,59}")
RESERVED = frozenset({"else", "rest", "mistaken", "lying", "not", "hypotheses"})
LONGEST = 20_000
SAMPLE = "0.2..0.4"


@dataclass(slots=True)
class Desk:
    """Where the problems of one file are noted as they are met."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, at: Place, wrong: str, right: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(at=at, wrong=" ".join(wrong.split()), right=right))


@dataclass(slots=True)
class Entry:
    """One table of the file with its fields by name, each of which may be asked for once."""

    desk: Desk
    name: str
    at: Place
    fields: dict[str, Value]

    def text(self, key: str, *, needed: str = "") -> str:
        """Return a text, empty where it is not there; `needed` is an example for where it must be."""
        value = self.fields.get(key)
        if value is None or value.text is None or not value.text.strip():
            if needed:
                self.desk.note(value.at if value else self.at, f"{self.name}: '{key}' is missing", needed)
            elif value is not None and value.text is None:
                self.desk.note(value.at, f"{self.name}: '{key}' must be a text, not {value.kind}", f"{key}: some words")
            return ""
        return value.text.strip()[:LONGEST]

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of names; one name may stand without brackets."""
        value = self.fields.get(key)
        if value is None:
            return ()
        if value.text is not None:
            return (value.text.strip(),) if value.text.strip() else ()
        if value.items is None or any(item.text is None for item in value.items):
            self.desk.note(value.at, f"{self.name}: '{key}' must be a name or a list of names", f"{key}: [letter]")
            return ()
        return tuple(item.text or "" for item in value.items)

    def number(self, key: str, *, needed: bool = False) -> Range | None:
        """Return a range; None where it is not there or is none."""
        value = self.fields.get(key)
        if value is None:
            if needed:
                self.desk.note(self.at, f"{self.name}: '{key}' is missing", f"{key}: {SAMPLE}")
            return None
        return read_range(self.desk, f"{self.name}: {key}", value)


def open_entry(desk: Desk, name: str, value: Value, known: Sequence[str], sample: str) -> Entry:
    """Return a table as an entry; unknown and repeated fields are noted."""
    if value.fields is None:
        desk.note(value.at, f"{name}: must be a table, not {value.kind}", sample)
        return Entry(desk, name, value.at, {})
    fields: dict[str, Value] = {}
    for key, at, part in value.fields:
        if key in fields:
            desk.note(at, f"{name}: '{key[:60]}' is there twice", "keep one of the two")
        elif key not in known:
            near = get_close_matches(key[:60], list(known), n=1)
            advice = f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"
            desk.note(at, f"{name}: unknown field '{key[:60]}'; {advice}", sample)
        fields.setdefault(key, part)
    return Entry(desk, name, value.at, fields)


def named_entries(desk: Desk, section: str, value: Value | None, taken: set[str]) -> Iterator[tuple[str, Place, Value]]:
    """Yield the named entries of a section; names must be names, and each stands once in the whole file."""
    if value is None or value.text == "":
        return
    if value.fields is None:
        desk.note(value.at, f"{section}: must be a table of names, not {value.kind}", f"{section}: {{letter: {{…}}}}")
        return
    for name, at, part in value.fields:
        if not NAME.fullmatch(name) or name in RESERVED:
            desk.note(at, f"{section}: '{name[:60]}' cannot be a name", "gazette, letter-2 (letters, digits, hyphens)")
        elif name in taken:
            desk.note(at, f"{section}: the name '{name}' is used twice", f"{name}-2")
        else:
            taken.add(name)
            yield name, at, part


def read_range(desk: Desk, name: str, value: Value) -> Range | None:
    """Return the range that a text stands for: a word of the scale, a number, or two numbers with dots between."""
    if value.text is None:
        desk.note(value.at, f"{name}: a number or a range is wanted, not {value.kind}", SAMPLE)
        return None
    words = " ".join(value.text.casefold().split())
    if words in SCALE:
        low, high = SCALE[words]
        return Range(low=low, high=high, at=value.at, word=words, tie=value.tie)
    ends = [NUMBER.fullmatch(part.strip()) for part in words.split("..")]
    if not words or len(ends) not in {1, 2} or None in ends:
        wrong = f"{name}: '{words[:40]}' is neither a range nor a word of the scale ({', '.join(SCALE)})"
        desk.note(value.at, wrong, f"{SAMPLE}, 0.3 or likely")
        return None
    low, high = (float(end[0]) for end in (ends[0], ends[-1]) if end)
    return checked_range(desk, name, value, low, high)


def checked_range(desk: Desk, name: str, value: Value, low: float, high: float) -> Range | None:
    """Return a range whose ends are probabilities that evidence can move; else note what is wrong."""
    if low > high:
        desk.note(value.at, f"{name}: the range runs backwards ({value.text})", f"{high:g}..{low:g}")
        return None
    if not 0 < low <= high < 1:
        wrong = f"{name}: {value.text} is not strictly between 0 and 1; no evidence could ever move a 0 or a 1"
        desk.note(value.at, wrong, "0.001..0.02 for next to nothing, 0.9..0.98 for nearly certain")
        return None
    return Range(low=low, high=high, at=value.at, tie=value.tie)


def read_chances(desk: Desk, name: str, value: Value, hypotheses: Sequence[str]) -> Chances:
    """Return chances by hypothesis from one number for all, or from a table of hypotheses with `else`."""
    if value.fields is None:
        return Chances(at=value.at, otherwise=read_range(desk, name, value))
    given, otherwise, seen = [], None, set[str]()
    for key, at, part in value.fields:
        number = read_range(desk, f"{name} {key[:60]}", part)
        if key in seen:
            desk.note(at, f"{name}: '{key}' is there twice", "keep one of the two")
        elif key == "else":
            otherwise = number
        elif key not in hypotheses:
            near = get_close_matches(key[:60], list(hypotheses), n=1)
            advice = f"did you mean '{near[0]}'?" if near else f"the hypotheses are {', '.join(hypotheses)}"
            desk.note(
                at,
                f"{name}: no hypothesis '{key[:60]}'; {advice}",
                f"{{{first(hypotheses)}: {SAMPLE}, else: 0.05..0.1}}",
            )
        elif number is not None:
            given.append((key, number))
        seen.add(key)
    return Chances(at=value.at, given=tuple(given), otherwise=otherwise)


def first(names: Sequence[str]) -> str:
    """Return the first of some names, for an example."""
    return names[0] if names else "miller"


def read_claimed(desk: Desk, entry: Entry, hypotheses: Sequence[str]) -> Chances | None:
    """Return the chances of a report from `if`, with `else` inside or beside it; None where there is no `if`.

    A bare number is the chance of the report if what it says is so; then `says` names a hypothesis, or `not` one.
    """
    value = entry.fields.get("if")
    if value is None:
        return None
    beside = entry.number("else")
    if value.fields is not None:
        chances = read_chances(desk, f"{entry.name}: if", value, hypotheses)
        return Chances(at=chances.at, given=chances.given, otherwise=chances.otherwise or beside)
    claimed = entry.text("says").removeprefix("not ").strip()
    number = read_range(desk, f"{entry.name}: if", value)
    if claimed not in hypotheses:
        wrong = f"{entry.name}: 'if' with a bare number needs 'says' to name a hypothesis"
        desk.note(value.at, wrong, f"if: {{{first(hypotheses)}: {SAMPLE}, else: 0.05..0.1}}")
        return None
    ends = (beside, number) if entry.text("says").startswith("not ") else (number, beside)
    return Chances(at=value.at, given=((claimed, ends[0]),) if ends[0] else (), otherwise=ends[1])


def read_when(
    desk: Desk, entry: Entry, conditions: Sequence[str], hypotheses: Sequence[str]
) -> tuple[tuple[str, Chances], ...]:
    """Return the chances under assumptions and states of the witness, in the order of the file."""
    value = entry.fields.get("when")
    if value is None:
        return ()
    sample = f"when: {{pressed: {{{first(hypotheses)}: 0.9, else: 0.7}}}}"
    if value.fields is None:
        desk.note(value.at, f"{entry.name}: 'when' must be a table of assumptions, not {value.kind}", sample)
        return ()
    found = []
    for name, at, part in value.fields:
        if name not in conditions:
            near = get_close_matches(name[:60], list(conditions), n=1)
            advice = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(conditions) or 'none'}"
            desk.note(at, f"{entry.name}: no assumption '{name[:60]}'; {advice}", sample)
            continue
        chances = read_chances(desk, f"{entry.name}: when {name}", part, hypotheses)
        if any(chances.under(hypothesis) is None for hypothesis in hypotheses):
            desk.note(at, f"{entry.name}: when {name}: a number is wanted for every hypothesis, or 'else'", sample)
            continue
        found.append((name, chances))
    return tuple(found)
