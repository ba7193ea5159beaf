"""How fast documents are read, their processes included: a PDF of 183 pages, and a folder of 2,000 pages in mixed forms.

    python bench/read_library.py

The files are made here, of invented words. Peak memory is that of this process and of the largest reading process.
Figures are of this machine and of its load.
"""

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from tests.read import samples
from tests.read.renderings import bound_book

from valla.files.opening import open_document
from valla.files.shelf import open_shelf

LINES, PAGES, REPEAT = 31, 183, 3
WORDS = "the keeper opened the gate at dawn and nobody saw".split()
EACH = 100  # pages of each file of the mixed folder


def line(number: int) -> str:
    """Return one line of about fifty letters; no two are alike."""
    return f"Line {number} says: {' '.join(WORDS[(number + n) % len(WORDS)] for n in range(8))}"


def sheet(number: int) -> bytes:
    """Return the instructions of one printed page, with its number at the foot."""
    rows = [f"1 0 0 1 72 {780 - 22 * n} Tm ({line(number * LINES + n)}) Tj" for n in range(LINES)]
    return f"BT /F1 12 Tf {' '.join(rows)} 1 0 0 1 290 30 Tm ({number + 1}) Tj ET".encode()


def printed(pages: int) -> bytes:
    """Return a PDF of so many pages."""
    return samples.pdf(*(sheet(number) for number in range(pages)))


def paragraphs(pages: int) -> list[str]:
    """Return the words of so many pages, a paragraph a page."""
    return [" ".join(line(number * LINES + n) + "." for n in range(LINES)) for number in range(pages)]


def mixed() -> dict[str, bytes]:
    """Return twenty files of a hundred pages each, in five forms."""
    rows = paragraphs(EACH)
    body = "".join(f"<w:p><w:r><w:t>{row}</w:t></w:r></w:p>" for row in rows)
    docx = samples.docx_with(
        {"word/document.xml": f"<w:document {samples.W}><w:body>{body}</w:body></w:document>".encode()}
    )
    text = "".join(f"<text:p>{row}</text:p>" for row in rows)
    content = f"<office:document-content {samples.ODF}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    book = bound_book({"one.xhtml": "".join(f"<p>{row}</p>" for row in rows)})
    forms = {"docx": docx, "odt": samples.odt_with({"content.xml": content.encode()}), "epub": book}
    forms |= {"txt": "\n\n".join(rows).encode(), "pdf": printed(EACH)}
    return {f"book-{n}.{form}": data for n in range(4) for form, data in forms.items()}


def peak(who: int) -> float:
    """Return the largest memory held, in MiB."""
    return resource.getrusage(who).ru_maxrss / 1024


def main() -> int:
    """Print the figures."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        path.write_bytes(printed(PAGES))
        times = []
        for _ in range(REPEAT):
            begun = time.perf_counter()
            document = open_document(path)
            times.append(time.perf_counter() - begun)
        print(
            f"PDF of {len(document.pages)} pages, {len(document.text):,} letters: best {min(times):.2f} s of {REPEAT}"
        )
        shelf = Path(folder, "shelf")
        shelf.mkdir()
        for name, data in mixed().items():
            (shelf / name).write_bytes(data)
        begun = time.perf_counter()
        library, _ = open_shelf([shelf])
        spent = time.perf_counter() - begun
        letters = sum(row.length for row in library.holdings())
        print(
            f"{len(library.holdings())} files, 2,000 pages, {letters:,} letters: {spent:.2f} s, {2000 / spent:.0f} pages a second"
        )
        print(
            f"peak memory: {peak(resource.RUSAGE_SELF):.0f} MiB here, {peak(resource.RUSAGE_CHILDREN):.0f} MiB in the largest reading process"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
