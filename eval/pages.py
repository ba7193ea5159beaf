"""Rules T140 (wrong page) and T150 (edition changed) on books printed here of other documents' words.

    python eval/pages.py [--half test]

The carriers are the texts of eval/gold, printed as PDFs with their page numbers at the foot, the first of which is any. Their
sentences are quoted with pages that are right, wrong, a range, or the first of two on which the sentence stands; half of the
books have another digest than their manifest gives. A finding is right where the page cited is wrong, or the book changed.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.marked import compile_marked
from tests.read import samples, scans

from valla.corridor import investigate
from valla.files.shelf import source_from
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.findings import Finding
from valla.model.investigation import Investigation
from valla.read import read_document
from valla.rules import run_rules

GOLD = Path(__file__).parent / "gold"
SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?“”‘\"()\[\]]{40,260}\.(?= )")
LINES = 14  # of a page
LETTERS = 9000
MOST = 30  # sentences of a book


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence with the pages cited for it, and whether they are wrong."""

    words: str
    pages: str
    wrong: bool


def printed(rows: Sequence[str], number: int) -> bytes:
    """Return the instructions of a page with its number at the foot."""
    return scans.printed(rows) + f" BT /F1 10 Tf 290 40 Td ({number}) Tj ET".encode()


def quoted(text: str, pages: Sequence[Sequence[str]], first: int) -> Iterator[Quoted]:
    """Yield sentences with the pages that are cited for them, each way in turn."""
    places = " ".join(f"\x00{n}\x00 {' '.join(rows)}" for n, rows in enumerate(pages))
    for n, match in enumerate(list(SENTENCE.finditer(text))[:MOST]):
        begun = match[0][:25]
        at = places.find(begun)
        if at < 0 or places.find(begun, at + 1) >= 0:
            continue
        page = first + int(places[:at].split("\x00")[-2])
        other = page + 2 + n % 5
        ways = ((str(page), False), (str(other), True), (f"{page}-{page + 2}", False), (f"{other}-{other + 1}", True))
        yield Quoted(match[0], *ways[n % len(ways)])


def measure(half: str) -> Iterator[tuple[str, str]]:
    """Yield what became of each quotation, by rule: "right", "wrong", "missed" or "silent"."""
    for n, path in enumerate(sorted((GOLD / half).glob("*.gold"))):
        text = compile_marked(path.read_text("utf-8")).text
        text = " ".join(text.encode("cp1252", "ignore").decode("cp1252").split())[:LETTERS]
        rows, first = scans.broken(text), 11 + 17 * n
        pages = [rows[at : at + LINES] for at in range(0, len(rows), LINES)]
        data = samples.pdf(*(printed(sheet, first + k) for k, sheet in enumerate(pages)))
        book = source_from(read_document(data, id=DocumentId("book.pdf"), name="book.pdf"), Path("book.pdf"))
        changed = n % 2 == 1
        holding = replace(
            book.holding, title="The Printed Book", author="Amos Reed", year="1871", described_by="manifest"
        )
        book = replace(book, holding=replace(holding, expected="0" * 64 if changed else ""))
        every = list(quoted(text, pages, first))
        if not every:
            continue
        essay = "\n\n".join(f"“{row.words}” (Amos Reed, The Printed Book, 1871, p. {row.pages})" for row in every)
        yield from judged(investigate_text(essay, MemoryLibrary.shelve([book])), every, changed=changed)


def investigate_text(text: str, library: MemoryLibrary) -> Investigation:
    """Return the investigation of a text."""
    return investigate(read_document(text.encode(), id=DocumentId("essay"), name="essay.txt"), library)


def judged(tables: Investigation, every: Sequence[Quoted], *, changed: bool) -> Iterator[tuple[str, str]]:
    """Yield what became of each quotation of one book."""
    found = {code: findings(tables, code) for code in ("T140", "T150")}
    for row in every:
        mine = [one.id for one in tables.quotations if row.words[:40] in one.words(tables.document.text)]
        placed = any(tables.trace[name].passages for name in mine if name in tables.trace)
        for code, due in (("T140", row.wrong), ("T150", changed)):
            told = any(one.quotation in mine for one in found[code])
            due_here = due and placed
            yield code, ("right" if due else "wrong") if told else ("missed" if due_here else "silent")


def findings(tables: Investigation, code: str) -> tuple[Finding, ...]:
    """Return the findings of one rule."""
    return run_rules(tables, frozenset({code}))


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    counts = Counter(measure(parser.parse_args().half))
    for (code, what), count in sorted(counts.items()):
        print(f"{code} {what}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
