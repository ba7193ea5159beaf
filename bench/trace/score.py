"""Hold traces against the gold: `python -m bench.trace.score GOLD.jsonl TRACES.jsonl`.

A trace is `{"id","verdict"?,"passages":[{"document","start"?,"end"?}]}` a line, more keys are passed over. A passage is
right where it and a part of the gold share at least half of what they span together. Offsets are code points of the file.

- *F1* is micro: of the passages given, how many are right; of the parts, how many are found. One passage over all parts
  of an elided quotation finds them all. A tool that tells no offsets is scored by documents (`document_f1`) only.
- *alarms* is the share of absent quotations for which a passage or a verdict of presence was given.
- *right* is, by kind, the share of quotations all parts of which are found; of absent ones, the share without a passage.
- *macro F1* is the mean F1 of the verdicts; `not-found` and `unchecked` are one class there (which of them is right
  is told by `absence_told`), and the core leaves out `elsewhere` and `too-short`, which hardly a peer knows.
- A verdict that the gold lets pass (`accept`) counts as the right one, and without passages the parts are not asked for.

Only quotations that have a trace are scored; `done` tells how many.
"""

import argparse
import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

ABSENT = "absent"
"""The class of the verdicts `not-found` and `unchecked`."""

CLASS_OF = {"not-found": ABSENT, "unchecked": ABSENT}
PRESENT = frozenset({"verbatim", "variant", "altered", "elided", "spliced", "elsewhere"})
CORE = ("verbatim", "variant", "altered", "elided", "spliced", ABSENT)
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a tool's traces are worth; a share that nothing was counted for is None."""

    done: int
    asked: int
    precision: float | None
    recall: float | None
    f1: float | None
    document_f1: float | None
    alarms: float | None
    macro_f1: float | None
    core_macro_f1: float | None
    absence_told: float | None
    verdict_f1: dict[str, float] = field(default_factory=dict)
    right: dict[str, float] = field(default_factory=dict)
    confusion: dict[str, dict[str, int]] = field(default_factory=dict)


def score(gold: Iterable[Row], traces: Iterable[Row]) -> Score:
    """Score the traces by their ids; gold rows without a trace are not done."""
    answers = {row["id"]: row for row in traces}
    rows = list(gold)
    pairs = [(row, answers[row["id"]]) for row in rows if row["id"] in answers]
    sought = [(row, trace) for row, trace in pairs if not _let_pass(row, trace)]
    verdicts = [(_class_of(row["verdict"]), _told(row, trace)) for row, trace in pairs if trace.get("verdict")]
    by_class = verdict_f1(verdicts)
    precision, recall = _found(sought)
    return Score(
        done=len(pairs),
        asked=len(rows),
        precision=precision,
        recall=recall,
        f1=_mean_of_two(precision, recall),
        document_f1=_document_f1(sought),
        alarms=_share([_is_alarm(trace) for row, trace in pairs if _class_of(row["verdict"]) == ABSENT]),
        macro_f1=_average(list(by_class.values())),
        core_macro_f1=_average(list(verdict_f1([pair for pair in verdicts if pair[0] in CORE]).values())),
        absence_told=_share(
            [
                row["verdict"] == trace["verdict"]
                for row, trace in pairs
                if trace.get("verdict") in CLASS_OF and row["verdict"] in CLASS_OF
            ]
        ),
        verdict_f1=by_class,
        right=_right_by_kind(pairs),
        confusion=_confusion(verdicts),
    )


def matched(parts: Sequence[Row], passages: Sequence[Row]) -> tuple[int, int]:
    """Return how many parts are found and how many passages are right."""
    placed = [row for row in passages if row.get("start") is not None]
    found = [any(overlap(part, row) >= HALF for row in placed) for part in parts]
    right = [any(overlap(part, row) >= HALF for part in parts) for row in placed]
    if len(parts) > 1 and (whole := _whole(parts)) is not None:
        covering = [overlap(whole, row) >= HALF for row in placed]
        right = [one or other for one, other in zip(right, covering, strict=True)]
        found = [one or any(covering) for one in found]
    return sum(found), sum(right)


def overlap(part: Row, passage: Row) -> float:
    """Return what two places share of what they span together; 0 in different documents."""
    if part["document"] != passage["document"]:
        return 0.0
    shared = min(part["end"], passage["end"]) - max(part["start"], passage["start"])
    joint = max(part["end"], passage["end"]) - min(part["start"], passage["start"])
    return max(0.0, shared / joint) if joint > 0 else 0.0


NEAR = 1_000
"""Code points between parts that one passage may span: an ellipsis hides less, a splice joins what is farther apart."""


def _whole(parts: Sequence[Row]) -> Row | None:
    """Return the place from the first part to the last, if they follow closely in one document."""
    close = all(
        one["document"] == other["document"] and 0 <= other["start"] - one["end"] <= NEAR
        for one, other in itertools.pairwise(parts)
    )
    return {"document": parts[0]["document"], "start": parts[0]["start"], "end": parts[-1]["end"]} if close else None


def verdict_f1(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the F1 of each class that the gold has, of pairs (right, told)."""
    told, right = Counter(pair[1] for pair in pairs), Counter(pair[0] for pair in pairs)
    both = Counter(pair[0] for pair in pairs if pair[0] == pair[1])
    return {name: 2 * both[name] / (told[name] + right[name]) for name in sorted(right)}


def _let_pass(row: Row, trace: Row) -> bool:
    """Tell whether the parts are not asked for: nothing certain can be said of a place, or saying nothing is let pass."""
    return row["verdict"] == "too-short" or (trace.get("verdict") in row.get("accept", ()) and not trace["passages"])


def _told(row: Row, trace: Row) -> str:
    """Return the class that was told; a verdict that is let pass is the right one."""
    return _class_of(row["verdict"] if trace["verdict"] in row.get("accept", ()) else trace["verdict"])


def _class_of(verdict: str) -> str:
    """Return the class of a verdict."""
    return CLASS_OF.get(verdict, verdict)


def _is_alarm(trace: Row) -> bool:
    """Tell whether something was said to be found."""
    return bool(trace["passages"]) or trace.get("verdict") in PRESENT


def _found(pairs: Sequence[tuple[Row, Row]]) -> tuple[float | None, float | None]:
    """Return precision over the passages and recall over the parts; None where no passage has offsets."""
    counts = [
        (*matched(row["parts"], trace["passages"]), len(row["parts"]), len(trace["passages"])) for row, trace in pairs
    ]
    found, right, parts, passages = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0, 0)
    placed = any(row.get("start") is not None for _, trace in pairs for row in trace["passages"])
    if passages and not placed:
        return None, None
    return (right / passages if passages else None), (found / parts if parts else None)


def _document_f1(pairs: Sequence[tuple[Row, Row]]) -> float | None:
    """Return the micro F1 of the documents named."""
    right = told = both = 0
    for row, trace in pairs:
        wanted, given = ({part["document"] for part in parts} for parts in (row["parts"], trace["passages"]))
        right, told, both = right + len(wanted), told + len(given), both + len(wanted & given)
    return 2 * both / (right + told) if right + told else None


def _right_by_kind(pairs: Sequence[tuple[Row, Row]]) -> dict[str, float]:
    """Return the share that is right, by kind; where only documents are told, the documents must be right."""
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for row, trace in pairs:
        kinds[row["kind"]].append(_all_right(row, trace))
    return {kind: sum(kinds[kind]) / len(kinds[kind]) for kind in sorted(kinds)}


def _all_right(row: Row, trace: Row) -> bool:
    """Tell whether every part is found; where there is none, whether nothing is said to be found."""
    if not row["parts"]:
        return not trace["passages"]
    if _let_pass(row, trace):
        return True
    if any(passage.get("start") is None for passage in trace["passages"]):
        return {part["document"] for part in row["parts"]} == {passage["document"] for passage in trace["passages"]}
    return matched(row["parts"], trace["passages"])[0] == len(row["parts"])


def _confusion(pairs: Sequence[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Count what was told for each right class."""
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for right, told in pairs:
        table[right][told] += 1
    return {right: dict(sorted(table[right].items())) for right in sorted(table)}


def _share(rows: Sequence[bool]) -> float | None:
    """Return the share of the true."""
    return sum(rows) / len(rows) if rows else None


def _average(rows: Sequence[float]) -> float | None:
    """Return the mean."""
    return sum(rows) / len(rows) if rows else None


def _mean_of_two(precision: float | None, recall: float | None) -> float | None:
    """Return the harmonic mean."""
    if precision is None or recall is None:
        return None if recall is None else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read one row a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def told(result: Score) -> str:
    """Put a score in words and columns."""
    lines = [
        f"{name:>14} {value:.3f}" if isinstance(value, float) else f"{name:>14} {'-' if value is None else value}"
        for name, value in asdict(result).items()
        if not isinstance(value, dict)
    ]
    for name, table in (("verdict F1", result.verdict_f1), ("all parts right", result.right)):
        lines += ["", name, *(f"{key:>16} {value:.3f}" for key, value in table.items())]
    lines += ["", "told for each right verdict"]
    lines += [
        f"{right:>16} " + "  ".join(f"{key} {n}" for key, n in row.items()) for right, row in result.confusion.items()
    ]
    return "\n".join(lines)


def main() -> None:
    """Score as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("traces", type=Path)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    asked = parser.parse_args()
    result = score(read_lines(asked.gold), read_lines(asked.traces))
    print(json.dumps(asdict(result), indent=1) if asked.json else told(result))


if __name__ == "__main__":
    main()
