"""Measure weighing: the labelling of a large graph, the mill with every corner and 100,000 draws, and a large case."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from valla.files.cases import parse_case, read_case
from valla.model.cases import Case
from valla.weigh import weigh_case
from valla.weigh.compiling import compile_case
from valla.weigh.labelling import label_grounded
from valla.weigh.ranges import draw_posteriors, find_extremes

MILL = Path(__file__).parents[1] / "cases" / "mill.yaml"
ARGUMENTS, ATTACKS, DRAWS, SOURCES, FREE = 50_000, 75_000, 100_000, 60, 17
HEAD = "case: Which?\nhypotheses: {one: {prior: 0.2..0.4, why: x}, two: {prior: 0.3, why: x}, other: rest}\n"


def best_of(work: Callable[[], object], times: int = 3) -> str:
    """Return the best time of several, on the clock and of the processor, in milliseconds."""
    found = []
    for _ in range(times):
        wall, cpu = perf_counter(), process_time()
        work()
        found.append((process_time() - cpu, perf_counter() - wall))
    cpu, wall = min(found)
    return f"{1000 * cpu:8.1f} ms of the processor, {1000 * wall:8.1f} ms on the clock"


def large_case() -> Case:
    """Return a case of 60 sources and 17 free numbers: three origins, two assumptions, copies and reports."""
    lines = [HEAD, "assumptions: {forged: {p: 0.1..0.3, why: x}, pressed: {p: 0.4..0.8, why: x}}\n", "origins:\n"]
    lines += [f"  origin-{i}: {{if: {{one: 0.5..0.7, else: 0.1}}}}\n" for i in range(3)]
    lines.append("sources:\n")
    for i in range(SOURCES):
        free = "0.4..0.6" if i % 2 and i < 2 * (FREE - 6) else "0.5"
        if i % 2:
            lines.append(f"  s{i}: {{if: {{one: {free}, else: 0.4}}, when: {{pressed: {{else: 0.6}}}}}}\n")
        else:
            lines.append(f"  s{i}: {{from: origin-{i % 3}, copies: 0.8}}\n")
    case = parse_case("".join(lines), "large")
    if not isinstance(case, Case):
        sys.exit(str(case))
    return case


def main() -> None:
    """Print every figure."""
    chance = np.random.default_rng(1)
    attacks = [(int(a), int(b)) for a, b in chance.integers(0, ARGUMENTS, (ATTACKS, 2))]
    print(
        f"labelling {ARGUMENTS:,} arguments, {ATTACKS:,} attacks  {best_of(lambda: label_grounded(ARGUMENTS, attacks))}"
    )
    mill = read_case(MILL)
    if not isinstance(mill, Case):
        sys.exit(str(mill))
    network = compile_case(mill)
    print(
        f"mill: 2,048 corners and {DRAWS:,} draws  {best_of(lambda: (find_extremes(network, 1), draw_posteriors(network, DRAWS, 1)))}"
    )
    print(f"mill: everything  {best_of(lambda: weigh_case(mill))}")
    large = large_case()
    free = len(compile_case(large).free)
    print(f"{len(large.sources)} sources, {free} free numbers: everything  {best_of(lambda: weigh_case(large), 1)}")


if __name__ == "__main__":
    main()
