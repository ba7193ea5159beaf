"""Make a library and quotations of known origin: `python -m bench.trace.generate CARRIER OUT --size 5 --seed 1`.

CARRIER is any folder of .txt files (`fetch.py` brings one). OUT gets `library/` (nested .txt files), `tasks.jsonl`
(`{"id","quote","cited"?}`), `gold.jsonl` (`{"id","kind","verdict","parts":[{"document","start","end"}],"accept"?}`, with
offsets in code points of the file) and `about.json`, which tells what was made of what, with a digest of it all. The same
carrier, size, number and seed give the same bytes.
"""

import argparse
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench.trace.kinds import Draw, Kind, Task, kinds
from bench.trace.pools import Pools, fill_pools, learn_vocabulary
from bench.trace.shelves import Shelves, read_works, stock
from bench.trace.words import Stretch

MB = 1_000_000
SHARE_CITED = 0.3
"""Share of the quotations with a right answer for which the right work is named."""

COUNTED = 300 * MB
"""Up to this size it is counted in the copies too how often a short quotation stands; above it the rare ones are left out."""


def generate(carrier: Path, out: Path, *, size: int, tasks: int, seed: int) -> dict[str, object]:
    """Write library, tasks and gold into a folder, which is emptied first, and return what is told about them."""
    if out.exists():
        shutil.rmtree(out)
    shelves = stock(read_works(carrier), out / "library", size=size, seed=seed)
    copies = (path.read_text(encoding="utf-8") for path in sorted((out / "library").glob("tracts/*/*.txt")))
    pools = fill_pools(
        shelves, tasks=tasks, seed=seed, short_elsewhere=list(copies) if shelves.bytes <= COUNTED else ()
    )
    if shelves.copies and shelves.bytes > COUNTED:
        pools["rare"] = []
    rows = list(make_tasks(shelves, pools, tasks=tasks, seed=seed))
    _write_lines(out / "tasks.jsonl", [_question(name, task) for name, task in rows])
    _write_lines(out / "gold.jsonl", [_answer(name, task) for name, task in rows])
    about = _about(shelves, rows, size=size, seed=seed) | {"digest": digest(out)}
    (out / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return about


def make_tasks(shelves: Shelves, pools: Pools, *, tasks: int, seed: int) -> Iterator[tuple[str, Task]]:
    """Yield the tasks in an order of chance, each with its name."""
    books = {book.document: book for book in shelves.books}
    draw = Draw(
        chance=Random(f"{seed}:tasks"),  # noqa: S311 - a benchmark must be repeatable
        vocabulary=learn_vocabulary(shelves.books),
        text_of=lambda document: books[document].text,
        cited=lambda document: _cited(books[document].document, books[document].work.cited),
    )
    every = kinds(draw.vocabulary)
    whole = sum(kind.weight for kind in every)
    rows = [task for kind in every for task in _of_kind(kind, round(kind.weight / whole * tasks), pools, draw)]
    draw.chance.shuffle(rows)
    for number, task in enumerate(rows):
        yield f"q{number:05}", _perhaps_cited(task, draw)


def _cited(document: str, work: str) -> str:
    """Return a work as it is cited; a second edition is named as such."""
    return f"{work} (second edition)" if ".second-edition." in document else work


def _of_kind(kind: Kind, wanted: int, pools: Pools, draw: Draw) -> list[Task]:
    """Make the tasks of one kind; stretches that do not lend themselves stay in their pool."""
    pool, left = pools[kind.pool], []
    made: list[Task] = []
    draw.chance.shuffle(pool)
    while pool and len(made) < wanted:
        stretch = pool.pop()
        place = _second(kind, stretch, pools["one"], draw)
        second = [] if place is None else [pools["one"][place]]
        task = kind.make(draw, [stretch, *second]) if second or not kind.second else None
        if task is None:
            left.append(stretch)
            continue
        made.append(task)
        if place is not None and kind.second in {"same", "apart"}:
            del pools["one"][place]
    pool.extend(left)
    return made


def _second(kind: Kind, first: Stretch, pool: Sequence[Stretch], draw: Draw) -> int | None:
    """Look a while for a second stretch and return its place in the pool."""
    for _ in range(200 if kind.second and pool else 0):
        place = draw.chance.choice(range(len(pool)))
        if (pool[place].document == first.document) is (kind.second == "same"):
            return place
    return None


def _perhaps_cited(task: Task, draw: Draw) -> Task:
    """Name the right work for some of the quotations that have one."""
    if task.cited or not task.parts or draw.chance.random() >= SHARE_CITED:
        return task
    return Task(
        quote=task.quote,
        kind=task.kind,
        verdict=task.verdict,
        parts=task.parts,
        accept=task.accept,
        cited=draw.cited(task.parts[0][0]),
    )


def _question(name: str, task: Task) -> dict[str, object]:
    """Return a task as it is asked."""
    question: dict[str, object] = {"id": name, "quote": task.quote}
    return question | ({"cited": task.cited} if task.cited else {})


def _answer(name: str, task: Task) -> dict[str, object]:
    """Return a task as it is answered."""
    parts = [{"document": document, "start": start, "end": end} for document, start, end in task.parts]
    answer: dict[str, object] = {"id": name, "kind": task.kind, "verdict": task.verdict, "parts": parts}
    return answer | ({"accept": list(task.accept)} if task.accept else {})


def _write_lines(path: Path, rows: Sequence[dict[str, object]]) -> None:
    """Write one row a line."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(lines.encode())


def _about(shelves: Shelves, rows: Sequence[tuple[str, Task]], *, size: int, seed: int) -> dict[str, object]:
    """Tell what was made of what."""
    own = sum(len(book.text.encode()) for book in shelves.books)
    return {
        "seed": seed,
        "size_asked": size,
        "bytes": shelves.bytes,
        "files": len(shelves.books) + shelves.copies,
        "scans": sum(book.scan is not None for book in shelves.books),
        "second_editions": sum(".second-edition." in book.document for book in shelves.books),
        "works_held_back": len(shelves.held_back),
        "copies": shelves.copies,
        "share_of_copies": round(1 - own / shelves.bytes, 3),
        "tasks": len(rows),
        "kinds": dict(sorted(Counter(task.kind for _, task in rows).items())),
    }


def digest(out: Path) -> str:
    """Return a digest of every file but the account, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.name != "about.json":
            whole.update(path.relative_to(out).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def main() -> None:
    """Generate as the command line asks and print the account."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("carrier", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=float, default=5, help="of the library, in MB (a million bytes)")
    parser.add_argument("--tasks", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    about = generate(asked.carrier, asked.out, size=round(asked.size * MB), tasks=asked.tasks, seed=asked.seed)
    print(json.dumps(about, indent=1))
    if about["copies"]:
        print(f"The texts ran out: {about['share_of_copies']:.0%} of the library are copies with words put for others.")


if __name__ == "__main__":
    main()
