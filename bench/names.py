"""Measure how finding and gathering names grows with the text, on prose that is made here.

    python bench/names.py [--megabytes 10] [FILE ...]

Without files the prose is made of a few thousand invented surnames in invented sentences, from a fixed seed. The time is
that of one core; the room asks no library.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from valla.model.anchors import DocumentId
from valla.name import find_mentions, gather_entities
from valla.read import read_document

MIB = 1 << 20
STARTS = "Bar Cal Dor Fen Gar Hal Jor Kar Lom Mar Nor Pol Rad Sel Tar Ul Var Wen Yar Zel".split()
MIDDLES = "a e i o u an en in on ar er or al el il".split()
ENDS = "sky ov enko mann berg ton ford wick dale stein vich er ley son ini eau".split()
GIVEN = "Anna Josiah Edward Maria Pavel Otto Ruth Silas Ida Hugo".split()
FRAMES = (
    "In the spring {full} wrote to the board, and {bare} had no answer.",
    "The old mill burnt for two days; nobody knew who had set the fire, though {bare} said that he did.",
    "According to {bare}, the letter that {full} sent was never read by anyone in the town.",
    "There was rain on the hills all night, and the road was closed until the morning of the second day.",
)


def make_prose(size: int) -> str:
    """Return about so many bytes of prose."""
    chance = random.Random(1440)  # noqa: S311 - the same prose each time is the point
    made: list[str] = []
    length = 0
    while length < size:
        name = chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS)
        line = chance.choice(FRAMES).format(full=f"{chance.choice(GIVEN)} {name}", bare=name)
        made.append(line + ("\n\n" if chance.random() < 0.2 else " "))  # noqa: PLR2004 - a paragraph of five sentences
        length += len(made[-1])
    return "".join(made)


def main() -> int:
    """Print seconds and counts."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--megabytes", type=float, default=10)
    asked.add_argument("files", nargs="*", type=Path)
    given = asked.parse_args()
    size = int(given.megabytes * MIB)
    text = (
        "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in given.files) if given.files else ""
    )
    while text and len(text) < size:
        text += "\n\n" + text
    for share in (0.25, 0.5, 1):
        show_time((text or make_prose(size))[: int(size * share)])
    return 0


def show_time(text: str) -> None:
    """Print what one text took."""
    document = read_document(text.encode(), id=DocumentId("prose"), name="prose.txt")
    start = time.process_time()
    mentions = find_mentions(document)
    middle = time.process_time()
    made = gather_entities(document, mentions)
    end = time.process_time()
    print(
        f"{len(text) / MIB:5.1f} MB  find {middle - start:6.1f} s  gather {end - middle:6.1f} s  "
        f"{len(mentions):,} mentions  {len(made.entities):,} entities  {len(made.proposals):,} proposals"
    )


if __name__ == "__main__":
    sys.exit(main())
