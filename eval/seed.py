"""Measure Valla on the first real input, with the scorer that came with it.

    python eval/seed.py [--robust] [--json]

The essay, its gold and its scorer lie in `../shared/seed` and are no part of the project; where they are absent the
script says so and ends with status 2. `--robust` measures the same essay in other layouts: the gold moves with the text,
save for HTML and Markdown, whose answers are moved back to the plain text.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.answers import answer_text
from eval.layouts import LAYOUTS, Rewriting, lines_below
from eval.names import gather_text
from eval.scoring import Answer

from valla.date import find_dates
from valla.files.opening import open_document
from valla.model.names import EntityKind
from valla.quote import attribute_quotations, find_quotations

SEED = Path(__file__).parents[2] / "shared" / "seed"
COLUMNS = ("exact_f1", "overlap_f1", "scare_f1", "title_alarms", "speaker_accuracy", "work_accuracy")
Json = dict[str, Any]


def seed_is_here() -> bool:
    """Tell whether the set is there."""
    return all((SEED / name).is_file() for name in ("essay.txt", "gold.json", "score.py"))


def read_seed() -> tuple[str, Json]:
    """Return the essay and its gold."""
    text = (SEED / "essay.txt").read_text(encoding="utf-8")
    gold: Json = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    return text, gold


def measure_plain() -> dict[str, float]:
    """Return the figures of the essay as it is."""
    text, gold = read_seed()
    return score_answers(text, gold, answer_text(text, "essay.txt").answers)


def measure_layouts() -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the figures of the essay in each other layout."""
    text, gold = read_seed()
    below = lines_below(text, block_spans(gold))
    for name, (layout, ending) in LAYOUTS.items():
        written = layout(text, below)
        answers = answer_text(written.text, f"essay.{ending}").answers
        if ending == "txt":
            yield name, score_answers(written.text, moved_gold(gold, written), answers)
        else:
            yield name, score_answers(text, gold, tuple(moved_back(answer, written) for answer in answers))


def block_spans(gold: Json) -> list[tuple[int, int]]:
    """Return the places of the gold's block quotations."""
    return [
        (row["start"], row["end"])
        for row in gold["quotations"]
        if row["kind"] in {"block", "epigraph", "dialogue", "turn"}
    ]


def moved_gold(gold: Json, written: Rewriting) -> Json:
    """Return the gold with every place moved to where it stands in the rewritten text."""
    return {key: move_places(value, written) for key, value in gold.items()}


def move_places(value: object, written: Rewriting) -> object:
    """Return a piece of the gold with its places moved."""
    if isinstance(value, list):
        return [move_places(item, written) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: written.forward(item)
        if key in {"start", "end", "split_offset"} and isinstance(item, int)
        else move_places(item, written)
        for key, item in value.items()
    }


def moved_back(answer: Answer, written: Rewriting) -> Answer:
    """Return an answer with its place in the text before the rewriting."""
    return replace(answer, start=written.back(answer.start), end=written.back(answer.end))


def score_answers(text: str, gold: Json, answers: Sequence[Answer]) -> dict[str, float]:
    """Return what the set's own scorer says of the answers."""
    with TemporaryDirectory() as folder:
        paths = {name: Path(folder, name) for name in ("essay.txt", "gold.json", "answers.json")}
        paths["essay.txt"].write_bytes(text.encode())
        paths["gold.json"].write_text(json.dumps(gold), encoding="utf-8")
        rows = [
            {"start": row.start, "end": row.end, "scare": row.scare, "speaker": row.speaker, "work": row.work}
            for row in answers
        ]
        paths["answers.json"].write_text(json.dumps(rows), encoding="utf-8")
        said = subprocess.run(  # noqa: S603 - the set's own scorer, with files written just above
            [sys.executable, SEED / "score.py", paths["answers.json"], "--json", *named(paths)],
            check=True,
            capture_output=True,
        ).stdout
    return figures_from(json.loads(said)["quotations"])


def measure_names() -> dict[str, float]:
    """Return what the set's own scorer says of the persons of the essay."""
    text, _ = read_seed()
    made, places = gather_text(text)
    persons: dict[str, list[dict[str, int]]] = {}
    for (start, end), (kind, entity) in sorted(places.items()):
        if kind is EntityKind.PERSON:
            persons.setdefault(entity, []).append({"start": start, "end": end})
    rows = [{"name": row.name, "mentions": persons[row.id]} for row in made.entities if row.id in persons]
    with TemporaryDirectory() as folder:
        answers = Path(folder, "answers.json")
        answers.write_text(json.dumps({"persons": rows}), encoding="utf-8")
        asked: list[str | Path] = [sys.executable, SEED / "score.py", answers, "--json", "--text", SEED / "essay.txt"]
        said = subprocess.run(asked, check=True, capture_output=True).stdout  # noqa: S603 - the set's own scorer
    persons_said = json.loads(said)["persons"]
    return {
        "persons_b_cubed": float(persons_said["mentions_b_cubed"]["f1"]),
        "person_recall": float(persons_said["mention_detection"]["recall"]),
        "person_precision": float(persons_said["mention_detection"]["precision"]),
    }


def measure_dates() -> dict[str, float]:
    """Return the figures of the essay's dates, by the set's own scorer; an inferred date answers where no other is."""
    document = open_document(SEED / "essay.txt")
    found = find_quotations(document)
    rows = find_dates(document, attribute_quotations(document, found).citations)
    dates = [{"start": row.span.start, "end": row.span.end, "edtf": row.edtf or row.inferred} for row in rows]
    with TemporaryDirectory() as folder:
        answers = Path(folder, "answers.json")
        answers.write_text(json.dumps({"dates": dates}), encoding="utf-8")
        said = subprocess.run(  # noqa: S603 - the set's own scorer, with a file written just above
            [
                sys.executable,
                SEED / "score.py",
                answers,
                "--json",
                "--text",
                SEED / "essay.txt",
                "--gold",
                SEED / "gold.json",
            ],
            check=True,
            capture_output=True,
        ).stdout
    scores = json.loads(said)["dates"]
    return {"span_f1": scores["span"]["f1"], "edtf": scores["edtf_accuracy_on_matched"]}


def named(paths: dict[str, Path]) -> tuple[str | Path, ...]:
    """Return the arguments that name the gold and the text."""
    return ("--gold", paths["gold.json"], "--text", paths["essay.txt"])


def figures_from(said: Json) -> dict[str, float]:
    """Return the figures that matter from the scorer's report."""
    exact, overlap = said["exact"], said["overlap>=0.8"]
    return {
        "exact_f1": float(exact["reported"]["f1"] or 0),
        "overlap_f1": float(overlap["reported"]["f1"] or 0),
        "scare_f1": float(overlap["scare"]["f1"] or 0),
        "title_alarms": float(said["title_false_alarms"]),
        "speaker_accuracy": float(said["speaker"]["accuracy"] or 0),
        "work_accuracy": float(said["cited_work"]["accuracy"] or 0),
    }


def show_table(rows: dict[str, dict[str, float]]) -> None:
    """Print one line a layout."""
    print(f"{'':<14}" + "".join(f"{column:>18}" for column in COLUMNS))
    for name, figures in rows.items():
        print(f"{name:<14}" + "".join(f"{figures[column]:>18.3f}" for column in COLUMNS))


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--robust", action="store_true")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    if not seed_is_here():
        print("eval/seed.py: ../shared/seed is not here, so nothing was measured", file=sys.stderr)
        return 2
    rows = {"plain": measure_plain(), **(dict(measure_layouts()) if given.robust else {})}
    if given.json:
        print(json.dumps(rows, indent=1))
    else:
        show_table(rows)
        print("dates", measure_dates())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
