"""How well a doubtful line of a scan is told from a sure one: type set and worn here, read by what this machine has.

    python eval/scans.py [--half test] [--pages 6]

The carriers are the texts of eval/gold. Each page is printed in one of three faces, worn in one of several ways, and read;
a line is misread where its words do not stand in the text as they were read. Told are the lines and their misreadings by
confidence, and the precision of rule R110 (a line called doubtful is misread) at the threshold of `valla.model.documents`.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, pairwise, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.marked import compile_marked
from tests.read import samples, scans

from valla.corridor import investigate
from valla.files.child import read_apart
from valla.files.shelf import source_from
from valla.files.sight import choose_sight
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.documents import SURE
from valla.read import read_document
from valla.rules import run_rules

GOLD = Path(__file__).parent / "gold"
FACES = (b"Times-Roman", b"Helvetica", b"Courier")
WEAR = ((0.0, 1), (0.0, 2), (0.004, 2), (0.02, 2), (0.0, 3), (0.02, 3), (0.04, 3))
FINDABLE = (
    (b"Times-Roman", 0.0, 3),
    (b"Courier", 0.0, 3),
    (b"Helvetica", 0.004, 2),
    (b"Times-Roman", 0.004, 2),
    (b"Courier", 0.004, 3),
)
SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?“”‘\"()\[\]]{40,260}\.(?= )")
LETTERS = 1500  # of a page
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def carriers(half: str, pages: int) -> Iterator[str]:
    """Yield the running words of some texts, without what a Western face cannot set."""
    for path in sorted((GOLD / half).glob("*.gold"))[:pages]:
        words = compile_marked(path.read_text("utf-8")).text
        yield " ".join(words.encode("cp1252", "ignore").decode("cp1252").split())[:LETTERS]


def read_lines(text: str, face: bytes, specks: float, smaller: int, seed: int) -> Iterator[tuple[float, bool]]:
    """Yield the confidence in each line of a worn page, and whether it was misread."""
    sheet = samples.pdf(scans.printed(scans.broken(text)))
    page = scans.worn(scans.picture_of(sheet, face), specks=specks, smaller=smaller, seed=seed)
    parts = read_apart("pdf", scans.as_pdf(page), "page.pdf")
    true = plain(text)
    for row in parts.doubts:
        yield row.confidence, plain(row.span.of(parts.text)) not in true


def plain(text: str) -> str:
    """Return the words of a text with their apostrophes, in one case."""
    return re.sub(r"[^\w']+", " ", text.casefold().replace("’", "'")).strip()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--findings", action="store_true", help="measure rule R110 instead")
    asked = parser.parse_args()
    if not choose_sight():
        print("nothing on this machine reads pictures", file=sys.stderr)
        return 2
    if asked.findings:
        for (right, what), count in sorted(Counter(findings_on(asked.half, asked.pages)).items()):
            print(f"{what} {'right' if right else 'wrong'}: {count}")
        return 0
    rows: list[tuple[float, bool]] = []
    ways = list(product(FACES, WEAR))
    for n, text in enumerate(carriers(asked.half, asked.pages)):
        for number, (face, (specks, smaller)) in enumerate(ways):
            if number % asked.pages == n % asked.pages:  # each way once, on one of the texts
                rows += read_lines(text, face, specks, smaller, number)
    show(rows)
    return 0


def findings_on(half: str, pages: int) -> Iterator[tuple[bool, str]]:
    """Yield for each finding of R110 whether its line was misread, and for each quotation its verdict.

    Sentences of each text are quoted as they are from its worn page, so that "altered" would be a false charge.
    """
    for n, (text, way) in enumerate(zip(carriers(half, pages), cycle(FINDABLE), strict=False)):
        face, specks, smaller = way
        sheet = samples.pdf(scans.printed(scans.broken(text)))
        page = scans.as_pdf(scans.worn(scans.picture_of(sheet, face), specks=specks, smaller=smaller, seed=n))
        document = read_document(page, id=DocumentId("page.pdf"), name="page.pdf", bound=read_apart)
        library = MemoryLibrary.shelve([source_from(document, Path("page.pdf"))])
        told = "\n\n".join(f"It is said there: “{row}”" for row in SENTENCE.findall(text))
        if not told:
            continue
        essay = read_document(told.encode(), id=DocumentId("essay"), name="essay.txt")
        tables = investigate(essay, library)
        true = plain(text)
        for trace in tables.traces:
            yield True, trace.verdict.value
        for finding in run_rules(tables, frozenset({"R110"})):
            lines = [row.span for row in document.doubts for at in finding.evidence if row.span.touches(at.span)]
            yield any(plain(span.of(document.text)) not in true for span in lines), "R110"


def show(rows: list[tuple[float, bool]]) -> None:
    """Print lines and misreadings by confidence, and what R110 makes of them."""
    for low, high in pairwise(EDGES):
        within = [bad for sure, bad in rows if low <= sure < high]
        print(f"{low:.2f} to {high:.2f}: {len(within):4} lines, {sum(within):4} misread")
    doubtful = [bad for sure, bad in rows if sure < SURE]
    missed = sum(bad for sure, bad in rows if sure >= SURE)
    print(
        f"below {SURE}: {sum(doubtful)} of {len(doubtful)} misread; above it {missed} misread of {len(rows) - len(doubtful)}"
    )


if __name__ == "__main__":
    sys.exit(main())
