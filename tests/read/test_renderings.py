"""One essay in every form gives the same quotations, citations, speakers and verdicts."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.read.renderings import RENDERINGS, SOURCES, Rendering, has_office

from valla.corridor import investigate
from valla.files.opening import open_document
from valla.files.shelf import open_shelf

Row = tuple[object, ...]
EXPECTED = [
    ("I opened the sluice ", "The Gate Book", "12", "Amos Reed", "verbatim"),
    ("he came back with we", "The Diary of Ruth Tranter", "88", "Ruth Tranter", "verbatim"),
    ("The council has neve", None, None, None, "altered"),
    ("They have locked the", "The Gate Book", "14", "Reed", "altered"),
    ("the most expensive l", None, None, "The historian", "unchecked"),
    ("I saw the second key", "Minutes of the Weir Inquiry", "41", "The miller", "verbatim"),
    ("long service at the ", None, None, "the council", "unchecked"),
]


def wanting(rendering: Rendering) -> str:
    """Say what is wanting on this machine to make a rendering."""
    if rendering.needs == "office" and not has_office():
        return "LibreOffice is not on this machine: this form is not made"
    if rendering.needs == "paper" and find_spec("weasyprint") is None:
        return "WeasyPrint is not installed: this form is not printed"
    return ""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("rendering", RENDERINGS, ids=[row.name for row in RENDERINGS])
def test_the_form_makes_no_difference(rendering: Rendering, tmp_path: Path) -> None:
    if why := wanting(rendering):
        pytest.skip(why)
    (tmp_path / "shelf").mkdir()
    for name, words in SOURCES.items():
        (tmp_path / "shelf" / name).write_text(words, "utf-8")
    (tmp_path / rendering.name).write_bytes(rendering.make(tmp_path))

    document = open_document(tmp_path / rendering.name)
    library, receipts = open_shelf([tmp_path / "shelf"])
    tables = investigate(document, library, receipts)

    rows: list[Row] = []
    for quotation in tables.quotations:
        citation, speaker = tables.citation.get(quotation.id), tables.attribution.get(quotation.id)
        trace = tables.trace.get(quotation.id)
        words = " ".join(quotation.words(document.text).split())[:20]
        cited = (citation.title, citation.pages) if citation else (None, None)
        rows.append((words, *cited, speaker and speaker.name, trace and trace.verdict.value))
    assert rows == EXPECTED
    assert len(document.notes) == 5
