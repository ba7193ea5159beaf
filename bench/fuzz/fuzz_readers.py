"""Coverage-guided fuzzing of the readers: whatever the bytes, a reader gives parts or a ReadError, never anything else.

    python bench/fuzz/fuzz_readers.py TARGET [--seconds 120] [--corpus FOLDER]

Needs atheris. A zipped form is fuzzed part by part: the bytes become one part of an archive that is otherwise sound, so
that the fuzzer need not learn to deflate. What it finds is written beside the corpus by libFuzzer, as crash-<digest>.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["valla.read", "valla.files.eyes"]):
    from valla.files.eyes import sights_in
    from valla.read.archive import open_archive
    from valla.read.article import read_article
    from valla.read.doc import read_doc
    from valla.read.docx import read_docx
    from valla.read.epub import read_epub
    from valla.read.image import read_image
    from valla.read.odt import read_odt
    from valla.read.page import read_page
    from valla.read.pdf import read_pdf
    from valla.read.rtf import read_rtf

from tests.read import renderings, samples  # noqa: E402  (what is fuzzed must be instrumented first)

from valla.errors import ReadError  # noqa: E402
from valla.files.parcel import pack_parts, unpack_parts  # noqa: E402
from valla.read.parts import Parts  # noqa: E402
from valla.read.pictures import Sight  # noqa: E402


def in_archive(data: bytes) -> Parts:
    """Read every member of an archive."""
    archive = open_archive(data, "a.zip")
    return Parts(text=" ".join(str(len(archive.read(name))) for name in archive.members))


def as_part(make: Callable[[dict[str, bytes]], bytes], part: str) -> Callable[[bytes], bytes]:
    """Return what puts bytes into an archive as one of its parts."""
    return lambda data: make({part: data})


class Table:
    """Eyes that see what a table of Tesseract's says, whatever it is."""

    name = "table"

    def look(self, picture: bytes) -> tuple[Sight, ...]:
        """Return the pages of a table."""
        try:
            return tuple(sights_in(picture.decode("utf-8", "replace")))
        except (ValueError, KeyError, TypeError, csv.Error):  # no table of Tesseract's: the reading process says so
            return ()


def chosen(data: bytes) -> Parts:
    """Read a page of which every other line was told to be the article."""
    page = data.decode("utf-8", "replace")
    return read_article(page, [part.partition("<")[0] for part in page.split(">")[::2]])


SEEN = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.5\tThe\n"
    "5\t1\t1\t1\t1\t2\t45\t20\t30\t12\t41.0\tgate\n5\t1\t1\t1\t2\t1\t10\t40\t30\t12\t90.0\t“Sold\n"
)
TARGETS: dict[str, tuple[Callable[[bytes], Parts], Callable[[bytes], bytes], list[bytes]]] = {
    "zip": (in_archive, bytes, [samples.docx(), renderings.as_epub()]),
    "docx": (
        lambda data: read_docx(data, "a.docx"),
        as_part(samples.docx_with, "word/document.xml"),
        [samples.DOCX["word/document.xml"].encode()],
    ),
    "docx-notes": (
        lambda data: read_docx(data, "a.docx"),
        as_part(samples.docx_with, "word/footnotes.xml"),
        [samples.DOCX["word/footnotes.xml"].encode()],
    ),
    "docx-styles": (
        lambda data: read_docx(data, "a.docx"),
        as_part(samples.docx_with, "word/styles.xml"),
        [samples.DOCX["word/styles.xml"].encode()],
    ),
    "odt": (
        lambda data: read_odt(data, "a.odt"),
        as_part(samples.odt_with, "content.xml"),
        [samples.ODT["content.xml"].encode()],
    ),
    "epub": (
        lambda data: read_epub(data, "a.epub"),
        as_part(samples.epub_with, "OEBPS/book.opf"),
        [samples.EPUB["OEBPS/book.opf"].encode()],
    ),
    "page": (lambda data: read_page(data.decode("utf-8", "replace")), bytes, [renderings.as_html()]),
    "article": (chosen, bytes, [renderings.as_html()]),
    "image": (lambda data: read_image(data, "a.png", Table()), bytes, [SEEN.encode()]),
    "rtf": (lambda data: read_rtf(data, "a.rtf"), bytes, [samples.RTF]),
    "doc": (lambda data: read_doc(data, "a.doc"), bytes, [samples.doc()]),
    "pdf": (lambda data: read_pdf(data, "a.pdf"), bytes, [samples.pdf()]),
}


def main() -> None:
    """Fuzz one reader for a while."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    read, wrap, seeds = TARGETS[asked.target]
    corpus = asked.corpus or Path(tempfile.mkdtemp(prefix=f"fuzz-{asked.target}-"))
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def once(data: bytes) -> None:
        try:
            parts = read(wrap(data))
            unpack_parts(pack_parts(parts), "a")
        except ReadError:
            return

    options = [f"-max_total_time={asked.seconds}", "-timeout=10", "-rss_limit_mb=1024", "-max_len=20000", str(corpus)]
    atheris.Setup([sys.argv[0], *options], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
