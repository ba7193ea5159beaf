"""How long ten megabytes of prose take to be read for dates and events, on one core.

python bench/dates.py [--size 10]
"""

import argparse
import time

from valla.date import find_dates, gather_events
from valla.model.anchors import DocumentId
from valla.model.documents import Document

PROSE = (
    "In the spring of {year} the council of the town met again, and Ada Penn told the members that the well, dug about "
    "{before}, would not serve a second winter; there were 1,500 sheep on the hill and 40 acres of oats. On {day} March "
    "{year} Ira Stone wrote to the board. Nobody who had read the letter, or had heard it read, thought that it would be "
    "answered before the autumn, for the roads were bad and the clerk was slow. A year later the mill was sold.\n\n"
)
MEGABYTE = 1_000_000


def make_prose(size: int) -> str:
    """Return prose of about so many code points."""
    parts, length, number = [], 0, 0
    while length < size:
        part = PROSE.format(year=1700 + number % 250, before=1650 + number % 200, day=1 + number % 28)
        parts.append(part)
        length += len(part)
        number += 1
    return "".join(parts)


def main() -> int:
    """Print the seconds."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--size", type=float, default=10, help="megabytes of prose")
    text = make_prose(int(asked.parse_args().size * MEGABYTE))
    document = Document(id=DocumentId("prose"), name="prose.txt", text=text)
    begun = time.process_time()
    dates = find_dates(document)
    read = time.process_time()
    times = gather_events(document, dates)
    done = time.process_time()
    print(f"{len(text) / MEGABYTE:.1f} MB: {len(dates):,} dates in {read - begun:.1f} s,", end=" ")
    print(f"{len(times.events):,} events in {done - read:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
