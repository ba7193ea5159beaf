"""How a rule for case files says what it found, and what several of them ask of a case."""

from collections.abc import Iterable, Iterator

from valla.model.cases import Case, CaseFinding, Chances, Place, Range, Source
from valla.model.findings import Rule


def remark(rule: Rule, at: Place, entry: str, message: str) -> CaseFinding:
    """Return a finding of a rule at an entry."""
    return CaseFinding(at=at, code=rule.code, name=rule.name, severity=rule.severity, message=message, entry=entry)


def listed(names: Iterable[str]) -> str:
    """Return names in a sentence: a, b and c."""
    *first, last = list(names)
    return f"{', '.join(first)} and {last}" if first else last


def ties_of(case: Case, source: Source) -> frozenset[str]:
    """Return what a source hangs on: its origins and all behind them, its witness, and every assumption on the way."""
    sources = {row.name: row for row in case.sources}
    origins = {row.name: row for row in case.origins}
    found, stack = set[str](), [source.name]
    while stack:
        name = stack.pop()
        if name in found:
            continue
        found.add(name)
        if name in sources:
            row = sources[name]
            stack.extend(row.origins)
            found.update(condition for condition, _ in row.when)
            found.update({row.witness} - {""})
        elif name in origins:
            found.update(condition for condition, _ in origins[name].when)
    return frozenset(found)


def numbers_of(case: Case) -> Iterator[tuple[str, Range]]:
    """Yield every number of a case with the entry it belongs to, in the order of the file."""
    for hypothesis in case.hypotheses:
        if hypothesis.prior:
            yield hypothesis.name, hypothesis.prior
    for assumption in case.assumptions:
        yield from ((assumption.name, number) for number in numbers_in(assumption.chance))
    for row in case.reports:
        for chances in (*((row.chances,) if row.chances else ()), *(chances for _, chances in row.when)):
            yield from ((row.name, number) for number in numbers_in(chances))


def numbers_in(chances: Chances) -> Iterator[Range]:
    """Yield the numbers of some chances."""
    yield from (number for _, number in chances.given)
    if chances.otherwise:
        yield chances.otherwise
