"""Where a quotation stands is told in code points of the file as it is, whatever the file does to its words.

Texts are made of words set in every way that a scan or a printer has (hyphens at line ends, soft hyphens, ligatures, marks
apart from their letters, letters beyond the first plane, page breaks, line ends of Windows), written to files and opened
on every shelf: in memory, read through, and with an index.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.prints import Print, printed

from valla.files.index import make_index
from valla.files.libraries import open_library
from valla.files.shelf import open_shelf
from valla.library import Library
from valla.model.slips import Slip
from valla.model.traces import HARMLESS, Trace, Verdict
from valla.text.fold import letters_of
from valla.trace import trace_slips

SEEDS = st.integers(0, 1 << 32)
FOREIGN = "zygomorph"


def shelves(folder: Path) -> Iterator[Library]:
    """Yield the library of a folder on each shelf."""
    yield open_shelf([folder])[0]
    yield open_library([folder]).shelf
    place = folder.parent / "index"
    make_index(open_library([folder]).volumes, place, workers=1)
    yield open_library([folder], index=place).shelf


def traced(book: Print, slips: list[Slip]) -> list[tuple[Trace, ...]]:
    """Return the traces of slips on each shelf, in a library of a print and a stranger."""
    with TemporaryDirectory() as root:
        folder = Path(root) / "library"
        folder.mkdir()
        (folder / "book.txt").write_bytes(book.text.encode())
        (folder / "other.txt").write_text(
            "Nothing of this kind was ever heard in the lower town.\n" * 9, encoding="utf-8"
        )
        return [trace_slips(slips, library) for library in shelves(folder)]


@given(SEEDS)
@settings(deadline=None, max_examples=25)
def test_words_taken_from_a_file_are_found_verbatim_at_their_own_code_points(seed: int) -> None:
    book = printed(seed, windows=bool(seed % 2))
    first, last = book.cut(seed)
    slips = [Slip(id="1", quote=" ".join(book.words[first:last]))]

    for [trace] in traced(book, slips):
        assert trace.verdict is Verdict.VERBATIM, trace
        [passage] = trace.passages
        start, end = book.places[first][0], book.places[last - 1][1]
        assert (passage.document, passage.anchor.span.start, passage.anchor.span.end) == ("book.txt", start, end)
        assert letters_of(book.text[start:end]) == letters_of(slips[0].quote)


@given(SEEDS)
@settings(deadline=None, max_examples=25)
def test_one_word_too_many_is_never_verbatim(seed: int) -> None:
    book = printed(seed, windows=bool(seed % 2))
    first, last = book.cut(seed)
    at = first + 1 + seed % (last - first - 1)
    slips = [Slip(id="1", quote=" ".join([*book.words[first:at], FOREIGN, *book.words[at:last]]))]
    assert FOREIGN not in book.words

    for [trace] in traced(book, slips):
        assert trace.verdict is Verdict.ALTERED, trace
        assert [edit.quoted for edit in trace.edits if edit.concern not in HARMLESS] == [FOREIGN]


@given(SEEDS)
@settings(deadline=None, max_examples=25)
def test_every_shelf_gives_the_same_traces(seed: int) -> None:
    book = printed(seed, windows=bool(seed % 2))
    slips = [
        Slip(id=str(number), quote=" ".join(book.words[at : at + 12])) for number, at in enumerate(range(0, 200, 40))
    ]

    memory, through, index = traced(book, slips)

    assert memory == through == index


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_windows_move_no_offset_apart_from_their_own_width(tmp_path: Path, end: str) -> None:
    text = f"The Outer Sands{end}{end}The pilot came aboard{end}at the second bell and asked{end}for the chart of the sands.{end}"
    (tmp_path / "sands.txt").write_bytes(text.encode())
    slips = [Slip(id="1", quote="at the second bell and asked for the chart")]

    for library in (open_shelf([tmp_path])[0], open_library([tmp_path]).shelf):
        [trace] = trace_slips(slips, library)
        span = trace.passages[0].anchor.span
        assert text[span.start : span.end] == f"at the second bell and asked{end}for the chart"
