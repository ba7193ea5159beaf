"""The first real input printed to PDF: how much of what is found in the text file is found on paper.

    python bench/printed.py

Needs WeasyPrint and the seed essay (see eval/seed.py). The PDFs are read back, the answers moved to the text file by
aligning letters, and scored like those of the text.
"""

import html
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz.distance import Indel

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.answers import answer_file, answer_text
from eval.scoring import Answer
from eval.seed import read_seed, score_answers, seed_is_here, show_table

from valla.files.opening import open_document

PAPER = """<meta charset=utf-8><style>@page{{size:{size};margin:2cm;@bottom-center{{content:counter(page)}}}}
body{{font:11pt/1.35 serif;text-align:justify;hyphens:auto;{more}}} p{{margin:0 0 .6em}}</style>"""
LAYOUTS = {"one column": ("A5", ""), "two columns": ("A4", "columns:2;column-gap:1cm")}


def print_essay(text: str, path: Path, size: str, more: str) -> None:
    """Print an essay, a paragraph for each of its lines."""
    from weasyprint import HTML  # noqa: PLC0415  (not on every machine)

    rows = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    page = f'<html lang="en">{PAPER.format(size=size, more=more)}<body>{rows}</body></html>'
    HTML(string=page).write_pdf(path)


def letters_of(text: str) -> tuple[str, list[int]]:
    """Return the letters of a text without blanks and hyphens, and where each stands."""
    places = [n for n, letter in enumerate(text) if not letter.isspace() and letter not in "-‐\u00ad"]
    return "".join(text[n] for n in places), places


def moved(answers: Sequence[Answer], printed: str, original: str) -> Iterator[Answer]:
    """Yield answers with their places in the original instead of the printed text."""
    here, here_at = letters_of(printed)
    there, there_at = letters_of(original)
    blocks = [row for row in Indel.opcodes(here, there) if row.tag == "equal"]
    starts = [row.src_start for row in blocks]

    def place(offset: int) -> int:
        letter = bisect_right(here_at, offset - 1)
        block = blocks[max(0, bisect_right(starts, letter) - 1)]
        shift = min(letter - block.src_start, block.src_end - block.src_start - 1)
        return there_at[min(len(there_at) - 1, block.dest_start + max(0, shift))]

    for answer in answers:
        yield replace(answer, start=place(answer.start), end=place(answer.end - 1) + 1)


def main() -> int:
    """Print the figures of the text file and of each printing."""
    if not seed_is_here():
        print("the seed is not here; see eval/seed.py", file=sys.stderr)
        return 2
    text, gold = read_seed()
    rows = {"text file": score_answers(text, gold, answer_text(text, "essay.txt").answers)}
    with TemporaryDirectory() as folder:
        for name, (size, more) in LAYOUTS.items():
            path = Path(folder, "essay.pdf")
            print_essay(text, path, size, more)
            answers = answer_file(path).answers
            rows[name] = score_answers(text, gold, tuple(moved(answers, open_document(path).text, text)))
    show_table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
