"""Draw findings at random and print what a person needs to judge each of them strictly.

    python eval/draw.py TEXT [--library FOLDER ...] [--count 30] [--seed 1] [--codes T190 C103] [--evenly]

For each finding of the default set (or of the codes named): its message, the paragraph around it, the notes whose marks
stand in that paragraph, in full and with the two before each (for ibid.), the citation that was bound with its reason,
and the passages of the library with the words around them. `--evenly` draws as many of each code as of any other.
Nothing is judged here: precision is counted by whoever reads.
"""

import argparse
import random
import textwrap
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from valla import investigate, open_document, open_shelf, run_rules
from valla.model.anchors import Anchor, DocumentId, Span
from valla.model.documents import Document, Note
from valla.model.findings import Finding
from valla.model.investigation import Investigation

WIDTH = 150
AROUND = 160
"""Code points shown on either side of a passage of the library."""
LONGEST = 2500
"""Code points of a paragraph that are shown around the finding."""
EARLIER = 2
"""Notes shown before each, for references back."""


def main() -> None:
    """Read the text and the library, draw, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("--library", type=Path, action="append", default=[])
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--codes", nargs="*", default=[])
    parser.add_argument("--evenly", action="store_true")
    options = parser.parse_args()
    library, receipts = open_shelf(options.library)
    investigation = investigate(open_document(options.text), library, receipts)
    findings = list(run_rules(investigation, frozenset(options.codes) or None))
    drawn = draw(findings, options.count, random.Random(options.seed), evenly=options.evenly)  # noqa: S311
    print(f"{len(findings)} findings, {len(drawn)} drawn with seed {options.seed}\n")
    texts = Texts(investigation.document, options.library)
    for number, finding in enumerate(drawn, 1):
        print("\n".join(show(number, finding, investigation, texts)))


def draw(findings: Sequence[Finding], count: int, chance: random.Random, *, evenly: bool) -> list[Finding]:
    """Return a number of findings drawn at random; evenly: the codes take turns until enough are drawn."""
    if not evenly:
        return chance.sample(findings, min(count, len(findings)))
    piles: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        piles[finding.code].append(finding)
    for code in sorted(piles):
        chance.shuffle(piles[code])
    drawn: list[Finding] = []
    while len(drawn) < count and any(piles.values()):
        drawn += [piles[code].pop() for code in sorted(piles) if piles[code]]
    return drawn[:count]


def show(number: int, finding: Finding, investigation: Investigation, texts: "Texts") -> Iterator[str]:
    """Yield the lines by which one finding can be judged."""
    document = investigation.document
    line = document.text.count("\n", 0, finding.span.start) + 1
    yield f"{'=' * WIDTH}\n#{number}  {finding.code} {finding.severity}  line {line}\n  {finding.message}"
    yield from shown("AT", finding.span.of(document.text))
    block = block_of(document, finding.span)
    start = max(block.start, finding.span.start - LONGEST)
    yield from shown("PARAGRAPH", document.text[start : min(block.end, finding.span.end + LONGEST)])
    for earlier, note in notes_of(document, block):
        yield from shown("  earlier" if earlier else "NOTE", f"[{note.label}] {note.body.of(document.text)[:900]}")
    quotation = investigation.quotation.get(finding.quotation) if finding.quotation is not None else None
    citation = investigation.citation.get(quotation.id) if quotation is not None else None
    if citation is not None:
        yield f"CITED {citation.author} | {citation.title} | {citation.container} | {citation.year} | p. {citation.pages}"
        yield f"  {citation.reference} {citation.confidence} {citation.reason}: {' '.join(citation.raw.split())[:200]}"
    for anchor in finding.evidence[:6]:
        yield from shown(f"EVIDENCE {anchor.document}", around(anchor, texts.text(anchor.document)))
    yield ""


def shown(label: str, words: str) -> Iterator[str]:
    """Yield words under a label, wrapped."""
    yield label
    for paragraph in words.split("\n\n"):
        yield from textwrap.wrap(" ".join(paragraph.split()), WIDTH, initial_indent="  | ", subsequent_indent="  | ")


def block_of(document: Document, span: Span) -> Span:
    """Return the blocks that a span touches, as one span, with a block before a span that begins its own."""
    touched = [n for n, block in enumerate(document.blocks) if block.span.touches(span) or block.span.covers(span)]
    if not touched:
        return span
    first = document.blocks[touched[0]].span
    if span.start - first.start <= 1 and touched[0]:
        first = document.blocks[touched[0] - 1].span
    last = document.blocks[min(touched[-1] + 1, len(document.blocks) - 1)].span
    return Span(first.start, last.end)


def notes_of(document: Document, block: Span) -> Iterator[tuple[bool, Note]]:
    """Yield the notes whose marks stand in a block, or that stand in it themselves, each behind the two before it."""
    told = -1
    marks = [note.mark.start for note in document.notes]
    inside = {*range(bisect_left(marks, block.start), bisect_left(marks, block.end))}
    inside |= {n for n, note in enumerate(document.notes) if note.body.touches(block)}
    for n in sorted(inside):
        yield from ((True, document.notes[m]) for m in range(max(told + 1, n - EARLIER), n))
        yield False, document.notes[n]
        told = n


def around(anchor: Anchor, text: str) -> str:
    """Return the words of a place with those around it."""
    before, after = (
        Span(max(0, anchor.span.start - AROUND), anchor.span.start),
        Span(anchor.span.end, anchor.span.end + AROUND),
    )
    return f"...{before.of(text)}>>>{anchor.span.of(text)[:1200]}<<<{after.of(text)}..."


class Texts:
    """The text of the essay and those of the library, each read when first asked for."""

    def __init__(self, document: Document, folders: Sequence[Path]) -> None:
        """Keep the essay and where the others lie."""
        self.read = {document.id: document.text}
        self.folders = folders

    def text(self, name: DocumentId) -> str:
        """Return the text of a document; its id is its path below one of the folders."""
        if name not in self.read:
            path = next(folder / name for folder in self.folders if (folder / name).is_file())
            self.read[name] = open_document(path, id=name).text
        return self.read[name]


if __name__ == "__main__":
    main()
