"""How long `valla check` takes, and how much memory: the seed essay, and generated essays of growing size.

    python bench/check_seed.py [--repeat 5]

Cold is a fresh process, the start of Python included, as a person meets it; its first run also fills the system's file
cache and is shown apart. Growing essays show whether time stays in proportion: the last column is time per kilobyte
against the smallest. Peers are measured only where they can be imported. Figures are of this machine and of its load.
"""

import argparse
import importlib
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from valla.corridor import investigate
from valla.files.opening import open_document
from valla.files.shelf import open_shelf
from valla.rules import run_rules

SEED = Path(__file__).parents[2] / "shared" / "seed" / "essay.txt"
LIMIT = 1 << 28
SIZES = (50_000, 200_000, 800_000)
PATTERN = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")
SPEAKERS = ("Ada Penn", "Ira Stone", "Captain Rook", "the miller", "Osric Thane")
VERBS = ("wrote", "said", "told the court", "complained", "denied")
NOUNS = ("the ledger", "a lantern", "the north gate", "forty sacks", "the second key", "an open boat", "the bell")
ENDS = ("was never found", "had been counted twice", "lay under the stair", "went down in the night", "was not mine")


def time_once(act: Callable[[], object]) -> float:
    """Return the seconds that an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def run_check(essay: Path) -> None:
    """Run the command in a fresh process; findings are not a failure."""
    command = [sys.executable, "-m", "valla", "check", str(essay), "--format", "json"]
    status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if status not in {0, 1}:
        raise SystemExit(f"valla check ended with status {status}")


def check_here(essay: Path) -> None:
    """Do the work of the command in this process."""
    document = open_document(essay, limit=LIMIT)
    run_rules(investigate(document, open_shelf(())[0]))


def children_peak() -> float:
    """Return the largest memory that a child process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def write_essay(size: int) -> str:
    """Return an essay of at least that many letters, always the same one; every paragraph quotes and cites."""
    paragraphs: list[str] = []
    length = n = 0
    while length < size:
        noun, end = NOUNS[n % len(NOUNS)], ENDS[(n * 3 + n // 7) % len(ENDS)]
        speaker, verb = SPEAKERS[n % len(SPEAKERS)], VERBS[(n // 3) % len(VERBS)]
        said = f"I know that {noun} {end}, and in the year {1600 + n % 300} I wrote it down … as number {n}."
        paragraphs.append(
            f"In the {n}th place {speaker} {verb}: “{said}” (The Long Ledger, {1700 + n % 200}, p. {n % 400}). The "
            f"so-called “question of {noun}” is older than that, and nobody has settled it since."
        )
        length += len(paragraphs[-1]) + 2
        n += 1
    return "\n\n".join(paragraphs)


def show_essay(name: str, essay: Path, repeat: int) -> None:
    """Print cold and warm times of one essay."""
    first = time_once(lambda: run_check(essay))
    cold = median(time_once(lambda: run_check(essay)) for _ in range(repeat))
    check_here(essay)
    warm = median(time_once(lambda: check_here(essay)) for _ in range(repeat))
    print(f"{name}: first start {first:.2f} s, cold {cold:.2f} s, warm {warm:.3f} s, peak {children_peak():.0f} MiB")


def show_growth(folder: Path, sizes: Sequence[int]) -> None:
    """Print times of growing essays, and their time per kilobyte against the smallest."""
    smallest = 0.0
    print(f"\n{'essay':>10}{'seconds':>10}{'kB a second':>13}{'peak MiB':>10}{'in proportion':>15}")
    for size in sizes:
        essay = folder / f"essay-{size}.txt"
        essay.write_text(write_essay(size), encoding="utf-8")
        took = time_once(lambda essay=essay: run_check(essay))  # type: ignore[misc]
        each = took / essay.stat().st_size
        smallest = smallest or each
        speed = 1 / each / 1000
        print(f"{size // 1000:>7} kB{took:>10.2f}{speed:>13.0f}{children_peak():>10.0f}{each / smallest:>14.2f}x")


def show_peers(text: str) -> None:
    """Print how long others take to look through the same text, as far as they are here."""
    pattern = time_once(lambda: PATTERN.findall(text))
    print(f"\na plain pattern for marks, which is no more than that: {pattern * 1000:.1f} ms")
    for name in ("eyecite",):
        try:
            peer = importlib.import_module(name)
        except ImportError:
            print(f"{name}: not installed, so not measured")
            continue
        took = time_once(lambda peer=peer: peer.get_citations(text))  # type: ignore[misc]
        print(f"{name} (finds legal citations only): {took:.3f} s")


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--repeat", type=int, default=5)
    given = asked.parse_args()
    with TemporaryDirectory() as folder:
        essay = SEED
        if not SEED.is_file():
            print("../shared/seed is not here; a generated essay of the same size stands in for it")
            essay = Path(folder, "essay.txt")
            essay.write_text(write_essay(36_000), encoding="utf-8")
        show_essay("seed" if essay == SEED else "generated", essay, given.repeat)
        show_growth(Path(folder), SIZES)
        show_peers(essay.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
