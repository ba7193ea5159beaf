"""A Word file of LibreOffice's with two hundred footnotes: each bound to its mark, each finding at its words in the copy."""

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.read import renderings

from valla.cli import main
from valla.files.opening import open_document

pytestmark = pytest.mark.skipif(
    not renderings.has_office(), reason="LibreOffice is not on this machine: its files are neither made nor opened"
)
THINGS = "barrel basket bell bench book boot bottle bridle broom bucket candle cart chain chest coat cradle drum fiddle flag fork".split()
OTHERS = "goose hammer hare horn kettle lamp mule oar pig rope".split()
PAIRS = [(a, b) for b in OTHERS for a in THINGS]
ANCHOR = '<a class="sdfootnoteanc" name="sdfootnote{0}anc" href="#sdfootnote{0}sym"><sup>{0}</sup></a>'
SYMBOL = '<div id="sdfootnote{0}"><p><a class="sdfootnotesym" name="sdfootnote{0}sym" href="#sdfootnote{0}anc">{0}</a> {1}</p></div>'


def seen(pair: tuple[str, str], when: str) -> str:
    return f"I saw the {pair[0]} and the {pair[1]} at the gate {when} the bell, and nobody asked me for them."


def note(n: int) -> str:
    return f"Amos Reed, The Gate Book, 1871, p. {n}, on the {' and the '.join(PAIRS[n - 1])}."


@pytest.fixture(scope="module")
def essay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notes")
    rows = [
        f"<p>The keeper wrote: “{seen(pair, 'after')}”{ANCHOR.format(n)} The council said nothing.</p>"
        for n, pair in enumerate(PAIRS, 1)
    ]
    notes = "".join(SYMBOL.format(n, html.escape(note(n))) for n in range(1, len(PAIRS) + 1))
    page = f'<html lang="en"><head><meta charset="utf-8"/></head><body>{"".join(rows)}{notes}</body></html>'
    (folder / "source.html").write_text(page, "utf-8")
    (folder / "essay.docx").write_bytes(renderings.converted(folder / "source.html", "docx"))
    (folder / "shelf").mkdir()
    told = "\n\n".join(seen(pair, "before") for pair in PAIRS)
    (folder / "shelf" / "gate-book.txt").write_text(f"The Gate Book\n\nby Amos Reed\n\n1871\n\n{told}\n", "utf-8")
    return folder / "essay.docx"


def test_each_of_two_hundred_notes_is_bound_to_its_mark(essay: Path) -> None:
    document = open_document(essay)

    assert len(document.notes) == len(PAIRS)
    for n, row in enumerate(sorted(document.notes, key=lambda row: row.mark), 1):
        assert document.text[: row.mark.start].endswith(f"{seen(PAIRS[n - 1], 'after')}”")
        assert row.body.of(document.text).strip() == note(n)


def test_each_comment_of_the_copy_stands_at_its_words_in_libreoffice(essay: Path) -> None:
    copy = essay.with_name("copy.docx")
    command = ["annotate", str(essay), "-l", str(essay.parent / "shelf"), "--select", "T101", "-o", str(copy)]
    before = essay.read_bytes()
    assert CliRunner().invoke(main, command).exit_code in {0, 1}
    opened = essay.with_name("opened.odt")
    opened.write_bytes(renderings.converted(copy, "odt"))

    document = open_document(opened)

    said = [row for row in document.comments if row.words.startswith("T101")]
    assert len(said) == len(PAIRS)
    for pair, row in zip(PAIRS, sorted(said), strict=True):
        assert row.at.of(document.text) == seen(pair, "after")
        assert "before" in row.words
    assert len(document.notes) == len(PAIRS)
    assert essay.read_bytes() == before


def test_the_copy_prints_and_its_words_are_those_of_the_essay(essay: Path) -> None:
    copy = essay.with_name("copy.docx")
    if not copy.exists():
        copy.write_bytes(essay.read_bytes())
    printed = essay.with_name("printed.pdf")
    printed.write_bytes(renderings.converted(copy, "pdf"))

    words = " ".join(open_document(printed).text.split())

    assert all(seen(pair, "after") in words for pair in PAIRS)
    assert len(open_document(printed).notes) == len(PAIRS)
    assert len(re.findall(r"The Gate Book, 1871, p\. \d+", words)) == len(PAIRS)
