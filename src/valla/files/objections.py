"""Claims and arguments of a case file, and the names that they point at."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from valla.files.entries import Desk, Entry, named_entries, open_entry
from valla.model.arguments import Argument, Claim
from valla.model.cases import Source

CLAIM = ("says",)
ARGUMENT = ("says", "supports", "rebuts", "undercuts", "rests on", "assumption", "by", "ref")
SAMPLE = "a2: {says: he was in bed, rebuts: a1, rests on: [physician]}"


def read_claims(desk: Desk, top: Entry, taken: set[str]) -> tuple[Claim, ...]:
    """Return the claims, in the order of the file."""
    found = []
    for name, at, value in named_entries(desk, "claims", top.fields.get("claims"), taken):
        if value.text is not None:
            found.append(Claim(name=name, line=at.line, says=value.text))
        else:
            entry = open_entry(desk, name, value, CLAIM, "c1: the mill was insured")
            found.append(Claim(name=name, line=at.line, says=entry.text("says", needed="says: the mill was insured")))
    return tuple(found)


def read_arguments(
    desk: Desk, top: Entry, taken: set[str], assumptions: Sequence[str], sources: Sequence[Source]
) -> tuple[Argument, ...]:
    """Return the arguments, in the order of the file; names that point at nothing are noted."""
    rows = list(named_entries(desk, "arguments", top.fields.get("arguments"), taken))
    names = frozenset(name for name, _, _ in rows)
    held = frozenset(source.name for source in sources)
    found = []
    for name, at, value in rows:
        entry = open_entry(desk, name, value, ARGUMENT, SAMPLE)
        argument = Argument(
            name=name, line=at.line, says=entry.text("says", needed=SAMPLE), supports=entry.words("supports"),
            rebuts=entry.words("rebuts"), undercuts=entry.words("undercuts"), rests_on=entry.words("rests on"),
            assumption=entry.text("assumption"), by=entry.text("by"), ref=entry.text("ref"),
        )  # fmt: skip
        for field, wrong in wrong_aims(argument, taken, names | held, assumptions):
            desk.note(entry.fields[field].at, f"{name}: {wrong}", SAMPLE)
        found.append(argument)
    return tuple(found)


def wrong_aims(
    argument: Argument, known: set[str], reasons: frozenset[str], assumptions: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield each field of an argument that points at nothing, or at what it cannot point at."""
    aims = {
        "supports": (argument.supports, frozenset(known)),
        "rebuts": (argument.rebuts, frozenset(known)),
        "undercuts": (argument.undercuts, reasons),
        "rests on": (argument.rests_on, reasons),
        "assumption": ((argument.assumption,) if argument.assumption else (), frozenset(assumptions)),
    }
    for field, (names, allowed) in aims.items():
        for name in names:
            if name == argument.name:
                yield field, f"'{field}' points at the argument itself"
            elif name not in allowed:
                near = get_close_matches(name[:60], sorted(allowed), n=1)
                yield (
                    field,
                    f"'{field}' points at '{name[:60]}', which is not there"
                    + (f"; did you mean '{near[0]}'?" if near else ""),
                )
