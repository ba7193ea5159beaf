"""Hold every accuracy figure against its floor.

    python eval/gate.py                              fail where a figure is under its floor (over its ceiling)
    python eval/gate.py --raise                      pin the figures that have improved, and sets that are new
    python eval/gate.py --lower --because "..."      pin all figures as they are now, and keep the reason for ever

`floors.json` keeps the floors with the digest of the gold that they were measured on. Other gold asks for new floors:
figures of another set say nothing about this one. A set that is not there is skipped, aloud.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval import dates, evidence, names, quotations, seed, surnames, tradition

FLOORS = Path(__file__).parent / "floors.json"
CEILINGS = frozenset({"title_alarms", "false_names", "false_merges", "accused"})
SLACK = 1e-9
Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The figures of one set today, and the digest of its gold."""

    digest: str
    figures: Figures


class Pinned(TypedDict):
    """The floors of one set as the file keeps them."""

    digest: str
    floors: Figures


@dataclass(slots=True, kw_only=True)
class Verdict:
    """What comes of holding the figures against the floors."""

    failures: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    gains: list[str] = field(default_factory=list)


def measure_all() -> Iterator[tuple[str, Measured | None]]:
    """Yield each set with its figures; None where the set is not here."""
    for half in quotations.HALVES:
        scores = quotations.measure_halves((half,))[half]
        figures = quotations.figures_of(quotations.add_scores(list(scores.values())))
        yield (
            f"gold/{half}",
            Measured(digest=digest_of(sorted((quotations.GOLD / half).glob("*.gold"))), figures=figures),
        )
    yield from measure_names()
    for half in dates.HALVES:
        figures = dates.measure_half(half).figures()
        yield f"dates/{half}", Measured(digest=digest_of([dates.GOLD / f"{half}.txt"]), figures=figures)
    for half in ("dev", "test"):
        yield f"evidence/{half}", Measured(digest=digest_of([evidence.GOLD]), figures=evidence.figures_of_half(half))
    figures = {name: round(value, 4) for name, value in tradition.measure_tradition(5).items()}
    yield "tradition", Measured(digest=digest_of([Path(tradition.__file__)]), figures=figures)
    yield from measure_seed()


def measure_names() -> Iterator[tuple[str, Measured]]:
    """Yield the pairs of surnames and the texts with their names, each half by itself."""
    for half in surnames.SETS:
        fore = "" if half in surnames.HALVES else f"{half}_"
        pairs = [surnames.NAMES / f"{fore}same.txt", surnames.NAMES / f"{fore}differ.txt"]
        yield f"surnames/{half}", Measured(digest=digest_of(pairs), figures=surnames.measure_half(half))
    for half in names.HALVES:
        texts = sorted((names.TEXTS / half).glob("*.gold"))
        yield f"names/{half}", Measured(digest=digest_of(texts), figures=names.measure_half(half))


def measure_seed() -> Iterator[tuple[str, Measured | None]]:
    """Yield the seed essay as it is and in each layout."""
    if not seed.seed_is_here():
        yield "seed", None
        return
    digest = digest_of([seed.SEED / "essay.txt", seed.SEED / "gold.json", seed.SEED / "score.py"])
    yield "seed", Measured(digest=digest, figures=seed.measure_plain())
    yield "seed/names", Measured(digest=digest, figures=seed.measure_names())
    yield "seed/evidence", Measured(digest=digest, figures=evidence.figures_of_seed())
    yield "seed/dates", Measured(digest=digest, figures=seed.measure_dates())
    for name, figures in seed.measure_layouts():
        yield f"seed/{name}", Measured(digest=digest, figures=figures)


def digest_of(paths: list[Path]) -> str:
    """Return one digest of several files, their names included."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def read_floors() -> dict[str, Pinned]:
    """Return the pinned floors by set."""
    pinned: dict[str, Pinned] = json.loads(FLOORS.read_text(encoding="utf-8"))["sets"]
    return pinned


def judge_all(measured: dict[str, Measured | None], pinned: dict[str, Pinned]) -> Verdict:
    """Return where today's figures fall short of the pinned ones, and where they exceed them."""
    verdict = Verdict()
    for name, today in measured.items():
        if today is None:
            verdict.skipped.append(name)
        elif name not in pinned:
            verdict.failures.append(f"{name}: no floors are pinned; use --raise")
        elif pinned[name]["digest"] != today.digest:
            verdict.failures.append(f"{name}: the gold has changed since its floors were pinned; use --lower --because")
        else:
            judge_figures(name, today.figures, pinned[name]["floors"], verdict)
    return verdict


def judge_figures(name: str, today: Figures, floors: Figures, verdict: Verdict) -> None:
    """Hold the figures of one set against its floors."""
    for figure, value in today.items():
        floor = floors.get(figure)
        if floor is None or better(figure, value, floor):
            verdict.gains.append(f"{name}: {figure} {value:g} (pinned {floor})")
        elif better(figure, floor, value):
            verdict.failures.append(f"{name}: {figure} is {value:g}, pinned at {floor:g}")


def better(figure: str, one: float, other: float) -> bool:
    """Tell whether one value is better than the other; of alarms, fewer are better."""
    return one < other - SLACK if figure in CEILINGS else one > other + SLACK


def pin_figures(measured: dict[str, Measured | None], because: str | None) -> None:
    """Write the floors: the better of old and new, or the new ones with the reason where a reason is given."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {"sets": {}, "lowered": []}
    lowered = []
    for name, today in measured.items():
        if today is None:
            continue
        old = kept["sets"].get(name)
        same = old is not None and old["digest"] == today.digest
        if old is not None and because is None and not same:
            continue
        floors = old["floors"] if old is not None else {}
        lowered += [
            f"{name} {figure} {floors[figure]:g} to {value:g}"
            for figure, value in today.figures.items()
            if figure in floors and better(figure, floors[figure], value)
        ]
        kept["sets"][name] = {"digest": today.digest, "floors": merged(today.figures, floors, because)}
    if because is not None:
        kept["lowered"].append({"because": because, "what": lowered})
    FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def merged(today: Figures, floors: Figures, because: str | None) -> Figures:
    """Return the figures to pin."""
    if because is not None:
        return today
    return {
        figure: floors[figure] if figure in floors and better(figure, floors[figure], value) else value
        for figure, value in today.items()
    }


def show_verdict(verdict: Verdict) -> None:
    """Print what fell short, what was not there and what could be pinned higher."""
    for name in verdict.skipped:
        print(f"SKIPPED {name}: its files are not here, so its figures are not known")
    for line in verdict.failures:
        print(f"FAILED  {line}")
    for line in verdict.gains:
        print(f"better  {line}")
    print("floors hold" if not verdict.failures else f"{len(verdict.failures)} figures do not hold")


def main(
    arguments: list[str] | None = None, measure: Callable[[], Iterator[tuple[str, Measured | None]]] = measure_all
) -> int:
    """Measure, then judge or pin."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--raise", dest="lift", action="store_true")
    asked.add_argument("--lower", action="store_true")
    asked.add_argument("--because")
    given = asked.parse_args(arguments)
    if given.lower is not bool(given.because and given.because.strip()):
        asked.error("floors are lowered with --lower and --because, both")
    measured = dict(measure())
    if given.lift or given.lower:
        pin_figures(measured, given.because)
    verdict = judge_all(measured, read_floors())
    show_verdict(verdict)
    return 1 if verdict.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
