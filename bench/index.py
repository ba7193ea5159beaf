"""Measure the index of a library: `python bench/index.py LIBRARY QUOTES.jsonl [--index FOLDER] [--count 300]`.

LIBRARY is a folder of texts, QUOTES a file as `valla trace` reads it; `python -m bench.trace.generate` makes both. The index
is made anew on one core, unless one is named that is there already; then the library is opened and quotations are
looked up one by one in this process, as a notebook or a workbench does. Printed are MB of text a second of one core's
time, bytes of index a byte of text, and the milliseconds of a look-up, by the clock and by the core's own time: on a
machine that others use too only the second can be compared.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from valla import Library, Slip, trace_quotations
from valla.files.index import make_index
from valla.files.libraries import open_library
from valla.files.slips import read_slips

Clock = Callable[[], float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("library", type=Path)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--count", type=int, default=300)
    asked = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        place = asked.index or Path(folder) / "index"
        if not place.is_dir():
            measure_making(asked.library, place)
        measure_look_ups(asked.library, place, read_slips(asked.quotes)[: asked.count])


def measure_making(folder: Path, place: Path) -> None:
    """Make an index on one core and print how fast that was, twice: the second time nothing is to be read."""
    opened = open_library([folder])
    make_index(opened.volumes[:1], place, workers=1)  # what numba compiles is compiled, or read from its cache
    for doing in ("index made", "index brought up to date"):
        wall, core = time.perf_counter(), time.process_time()
        made = make_index(opened.volumes, place, workers=1)
        wall, core = time.perf_counter() - wall, time.process_time() - core
        print(
            f"{doing}: {made.text / 1e6:.0f} MB in {made.documents} documents, {core:.1f} s of one core ({wall:.1f} s by the "
            f"clock), {made.text / core / 1e6:.0f} MB/s a core, {made.size / made.text:.2f} bytes a byte"
        )


def measure_look_ups(folder: Path, place: Path, slips: Sequence[Slip]) -> None:
    """Open a library with its index, look quotations up one by one, and print what that took."""
    began = time.perf_counter()
    library = Library.open(folder, index=place)
    opened = time.perf_counter()
    trace_quotations([Slip(id="0", quote="words to wake what is made once", cited="A Title of Some Words")], library)
    print(f"opened in {opened - began:.1f} s, first question {time.perf_counter() - opened:.1f} s")
    rows = [(bool(slip.cited), timed(slip, library)) for slip in slips]
    for name, wanted in (("every quotation", (True, False)), ("no work named", (False,)), ("a work named", (True,))):
        chosen = [times for cited, times in rows if cited in wanted]
        if chosen:
            wall, core = (sorted(each) for each in zip(*chosen, strict=True))
            told = f"core p50 {at(core, 0.5):.1f} p95 {at(core, 0.95):.1f} ms, clock p50 {at(wall, 0.5):.1f} p95 {at(wall, 0.95):.1f} ms"
            print(f"{name} ({len(chosen)}): {told}")
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")


def timed(slip: Slip, library: Library) -> tuple[float, float]:
    """Return the milliseconds that one look-up took, by the clock and of the core."""
    wall, core = time.perf_counter(), time.process_time()
    trace_quotations([slip], library)
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - core) * 1e3


def at(rows: Sequence[float], share: float) -> float:
    """Return the value below which a share of sorted values lies."""
    return rows[min(len(rows) - 1, int(share * len(rows)))]


if __name__ == "__main__":
    main()
