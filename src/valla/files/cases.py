"""Case files: YAML, read to a Case or to the list of everything that is wrong with it, each with its line and column."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from valla.errors import ReadError
from valla.files.entries import (
    Desk,
    Entry,
    named_entries,
    open_entry,
    read_chances,
    read_claimed,
    read_when,
)
from valla.files.marked import Value, read_marked
from valla.files.objections import read_arguments, read_claims
from valla.model.cases import (
    Assumption,
    Case,
    Chances,
    Hypothesis,
    Origin,
    Place,
    Problem,
    Source,
    Witness,
)

LIMIT = 1 << 22  # bytes
TOP = tuple("case about analyst hypotheses assumptions witnesses origins sources claims arguments".split())
HYPOTHESIS = ("prior", "says", "why", "rest", "document")
ASSUMPTION = ("p", "why", "says", "document")
WITNESS = ("mistaken", "lying", "why")
ORIGIN = ("says", "if", "else", "when", "lost", "note", "ref", "root", "document")
SOURCE = (
    "from", "copies", "unprompted", "says", "if", "else", "when", "witness", "silent on", "mentions if", "posterior",
    "posterior of", "note", "ref", "statement", "by", "root", "document",
)  # fmt: skip
SAMPLES = {
    "hypotheses": "miller: {prior: 0.2..0.4, why: two of five such fires were set by owners}",
    "assumptions": "pressed: {p: 0.4..0.8, why: held nine days}",
    "witnesses": "servant: {mistaken: 0.1..0.3, lying: 0.05..0.2, why: he was paid}",
    "origins": "letter: {says: miller, if: {miller: 0.5..0.7, else: 0.1..0.2}}",
    "sources": "gazette: {from: letter, copies: 0.9}",
}
CEILING = 0.999
"""What the priors may come to together at their upper ends, so that the rest is never nothing."""


def read_case(path: Path) -> Case | tuple[Problem, ...]:
    """Return the case of a file, or everything that is wrong with it; raise ReadError where there is no such text."""
    return parse_case(read_text(path), path.stem)


def read_text(path: Path) -> str:
    """Return the text of a case file; raise ReadError where it cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise ReadError(f"{path}: is too large to be a case file; 4 MiB is the limit")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read ({error.strerror}); valla weigh --new writes a case to begin with"
        ) from None
    except UnicodeDecodeError:
        raise ReadError(f"{path}: is not UTF-8; save it as UTF-8") from None


def case_schema() -> str:
    """Return the JSON Schema of case files, for editors."""
    return (files("valla.files") / "case-1.schema.json").read_text("utf-8")


def parse_case(text: str, name: str) -> Case | tuple[Problem, ...]:
    """Return the case that a text holds, or its problems sorted by place."""
    tree = read_marked(text)
    if isinstance(tree, Problem):
        return (tree,)
    reading = Reading()
    case = replace(reading.case_of(tree, name), text=text)
    return tuple(sorted(set(reading.desk.problems))) or case


@dataclass(slots=True)
class Reading:
    """One reading of one file: the desk, and the names met so far."""

    desk: Desk = field(default_factory=Desk)
    taken: set[str] = field(default_factory=set)
    hypotheses: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()

    def case_of(self, tree: Value, name: str) -> Case:
        """Return the whole case; where problems were noted it is not to be used."""
        top = open_entry(self.desk, "case file", tree, TOP, "case: Who burnt the mill?")
        question = top.text("case", needed="case: Who burnt the mill at Alder, 1788?")
        hypotheses = self.hypotheses_of(top)
        assumptions = tuple(self.assumption_of(*row) for row in self.section(top, "assumptions"))
        self.assumptions = tuple(row.name for row in assumptions)
        witnesses = tuple(row for row in map(self.witness_of, self.section(top, "witnesses")) if row)
        self.witnesses = tuple(row.name for row in witnesses)
        origins = tuple(row for row in map(self.origin_of, self.section(top, "origins")) if row)
        sources = tuple(self.source_of(*row) for row in self.section(top, "sources"))
        self.check_copies(top, origins, sources)
        claims = read_claims(self.desk, top, self.taken)
        return Case(
            name=name, question=question, about=top.text("about"), analyst=top.text("analyst"), hypotheses=hypotheses,
            assumptions=assumptions, witnesses=witnesses, origins=origins, sources=sources, claims=claims,
            arguments=read_arguments(self.desk, top, self.taken, self.assumptions, sources),
        )  # fmt: skip

    def section(self, top: Entry, name: str) -> list[tuple[str, Place, Value]]:
        """Return the named entries of one section."""
        return list(named_entries(self.desk, name, top.fields.get(name), self.taken))

    def hypotheses_of(self, top: Entry) -> tuple[Hypothesis, ...]:
        """Return the hypotheses; a case without any cannot be weighed."""
        rows = self.section(top, "hypotheses")
        if not rows:
            self.desk.note(top.at, "case file: there are no hypotheses", f"hypotheses: {{{SAMPLES['hypotheses']}}}")
        found = tuple(self.hypothesis_of(*row) for row in rows)
        self.hypotheses = tuple(row.name for row in found)
        self.check_priors(found)
        return found

    def hypothesis_of(self, name: str, at: Place, value: Value) -> Hypothesis:
        """Return one hypothesis: the word `rest`, or a table with its prior and the reason for it."""
        if value.text is not None:
            if value.text.strip() != "rest":
                self.desk.note(value.at, f"{name}: a prior needs a 'why'", SAMPLES["hypotheses"])
            return Hypothesis(name=name, at=at, rest=True)
        entry = open_entry(self.desk, name, value, HYPOTHESIS, SAMPLES["hypotheses"])
        remainder = entry.text("prior") == "rest" if "prior" in entry.fields else False
        prior = None if remainder else entry.number("prior", needed=True)
        why = entry.text("why", needed="" if remainder else SAMPLES["hypotheses"])
        rest = remainder or entry.text("rest").casefold() in {"true", "yes"}
        return Hypothesis(
            name=name, at=at, prior=prior, why=why, rest=rest, says=entry.text("says"), document=entry.text("document")
        )

    def check_priors(self, rows: tuple[Hypothesis, ...]) -> None:
        """Note priors that leave nothing for the rest, and more than one rest."""
        rests = [row for row in rows if row.rest]
        if len(rests) > 1:
            self.desk.note(
                rests[1].at, "hypotheses: there can be one 'rest' only", f"{rests[1].name}: {{prior: 0.1..0.2, why: …}}"
            )
        highest = sum(row.prior.high for row in rows if row.prior)
        if any(row.prior is None for row in rests) and highest > CEILING:
            wrong = f"hypotheses: the priors come to {highest:.3g} at their upper ends and leave nothing for the rest"
            self.desk.note(
                rows[0].at,
                wrong,
                "lower them, or give the rest a range of its own: other: {rest: yes, prior: 0.05..0.2, why: …}",
            )

    def assumption_of(self, name: str, at: Place, value: Value) -> Assumption:
        """Return one assumption with its chance, which may differ by hypothesis."""
        entry = open_entry(self.desk, name, value, ASSUMPTION, SAMPLES["assumptions"])
        chance = Chances(at=at)
        if "p" in entry.fields:
            chance = read_chances(self.desk, f"{name}: p", entry.fields["p"], self.hypotheses)
            self.need_all(f"{name}: p", chance)
        else:
            self.desk.note(at, f"{name}: 'p' is missing", SAMPLES["assumptions"])
        why = entry.text("why", needed=SAMPLES["assumptions"])
        return Assumption(
            name=name, at=at, chance=chance, why=why, says=entry.text("says"), document=entry.text("document")
        )

    def need_all(self, name: str, chances: Chances) -> None:
        """Note chances that leave a hypothesis without a number."""
        if any(chances.under(hypothesis) is None for hypothesis in self.hypotheses):
            self.desk.note(
                chances.at,
                f"{name}: a number is wanted for every hypothesis, or 'else'",
                "{miller: 0.2..0.4, else: 0.1}",
            )

    def witness_of(self, row: tuple[str, Place, Value]) -> Witness | None:
        """Return one witness, or None where its numbers are wanting."""
        name, at, value = row
        entry = open_entry(self.desk, name, value, WITNESS, SAMPLES["witnesses"])
        mistaken, lying = entry.number("mistaken", needed=True), entry.number("lying", needed=True)
        why = entry.text("why", needed=SAMPLES["witnesses"])
        if mistaken is None or lying is None:
            return None
        if mistaken.high + lying.high > CEILING:
            self.desk.note(at, f"{name}: mistaken and lying leave nothing for truthful", SAMPLES["witnesses"])
            return None
        return Witness(name=name, at=at, mistaken=mistaken, lying=lying, why=why)

    def origin_of(self, row: tuple[str, Place, Value]) -> Origin | None:
        """Return one origin, or None where it has no chances."""
        name, at, value = row
        entry = open_entry(self.desk, name, value, ORIGIN, SAMPLES["origins"])
        chances = read_claimed(self.desk, entry, self.hypotheses)
        if chances is None:
            self.desk.note(at, f"{name}: an origin needs 'if' and 'else'", SAMPLES["origins"])
            return None
        self.need_all(f"{name}: if", chances)
        return Origin(
            name=name, at=at, says=entry.text("says"), chances=chances,
            when=read_when(self.desk, entry, self.assumptions, self.hypotheses),
            lost=entry.text("lost").casefold() not in {"false", "no"}, **said_of(entry),
        )  # fmt: skip

    def source_of(self, name: str, at: Place, value: Value) -> Source:
        """Return one source; what it lacks to be weighed is for the rules to say."""
        entry = open_entry(self.desk, name, value, SOURCE, SAMPLES["sources"])
        witness = entry.text("witness")
        if witness and witness not in self.witnesses:
            self.desk.note(
                entry.fields["witness"].at,
                f"{name}: no witness '{witness[:60]}'",
                f"witnesses: {{{SAMPLES['witnesses']}}}",
            )
            witness = ""
        conditions = (*self.assumptions, *(("mistaken", "lying") if witness else ()))
        return Source(
            name=name, at=at, says=entry.text("says"), origins=entry.words("from"), copies=entry.number("copies"),
            unprompted=entry.number("unprompted"), chances=self.chances_of(entry),
            when=read_when(self.desk, entry, conditions, self.hypotheses), witness=witness,
            silent_on=entry.text("silent on"), posterior=entry.text("posterior of") or entry.text("posterior"),
            statement=entry.text("statement"), by=entry.text("by"), **said_of(entry),
        )  # fmt: skip

    def chances_of(self, entry: Entry) -> Chances | None:
        """Return the chances of a report or of a mention; note a source that is nothing or several things at once."""
        kinds = [key for key in ("from", "if", "silent on", "posterior", "posterior of") if key in entry.fields]
        if len(kinds) != 1:
            told = " and ".join(f"'{kind}'" for kind in kinds) or "neither 'from' nor 'if' nor 'silent on'"
            self.desk.note(entry.at, f"{entry.name}: a source has one of them, not {told}", SAMPLES["sources"])
            return None
        if kinds[0] == "silent on" and "mentions if" in entry.fields:
            return read_chances(self.desk, f"{entry.name}: mentions if", entry.fields["mentions if"], self.hypotheses)
        if kinds[0] == "from" and not entry.words("from"):
            self.desk.note(entry.at, f"{entry.name}: 'from' names nothing", SAMPLES["sources"])
        return read_claimed(self.desk, entry, self.hypotheses)

    def check_copies(self, top: Entry, origins: tuple[Origin, ...], sources: tuple[Source, ...]) -> None:
        """Note copies of nothing, and copies that go round in a ring."""
        del top
        behind = {row.name: row.origins for row in sources}
        known = {*behind, *(row.name for row in origins)}
        for row in sources:
            for name in row.origins:
                if name not in known:
                    self.desk.note(
                        row.at, f"{row.name}: from '{name[:60]}', which is no origin and no source", SAMPLES["sources"]
                    )
        for name in rings_of(behind):
            row = next(row for row in sources if row.name == name)
            self.desk.note(
                row.at, f"{name}: is a copy of itself by way of others", "name the origin that they all go back to"
            )


def said_of(entry: Entry) -> dict[str, str]:
    """Return what may be said of any report besides its numbers."""
    return {key: entry.text(key) for key in ("note", "ref", "root", "document")}


def rings_of(behind: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the entries that lie on, or behind, a ring of copies: those that are left when all others are resolved."""
    waiting = {name: {parent for parent in parents if parent in behind} for name, parents in behind.items()}
    copies: dict[str, list[str]] = {}
    for name, parents in waiting.items():
        for parent in sorted(parents):
            copies.setdefault(parent, []).append(name)
    ready = [name for name, parents in waiting.items() if not parents]
    while ready:
        name = ready.pop()
        waiting.pop(name)
        for copy in copies.get(name, ()):
            waiting[copy].discard(name)
            if not waiting[copy]:
                ready.append(copy)
    return sorted(waiting)
