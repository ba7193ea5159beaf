"""Bibliographies name the files of a library: by the file they name, else by author, year and title."""

from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from valla.cli import main
from valla.errors import ConfigError
from valla.files.bibliography import Work, bibtex_works, entries_for, read_bibliography, ris_works
from valla.files.shelf import open_shelf

BIBTEX = r"""
@string{haldry = "Haldry Press"}
@book{reed, author = {Reed, Amos and M{\"u}ller, Ruth}, title = {{The} Gate Book}, year = 1871,
  shorttitle = {Gate Book}, file = {Full Text:files/3/scan.txt:text/plain}}
@article{pask, author = "Jane Pask", title = "Letters from the Weir", date = {1861-04-02}, journal = {Mercury}
"""
RIS = "TY  - BOOK\nAU  - Reed, Amos\nTI  - The Gate Book\nPY  - 1871///\nL1  - file:///home/x/scan.txt\nER  - \n"
CSL = '[{"type":"book","title":"The Gate Book","title-short":"Gate Book","author":[{"family":"Reed","given":"Amos"}],"issued":{"date-parts":[[1871]]}}]'


def test_bibtex_gives_works_with_their_files() -> None:
    [reed, pask] = bibtex_works(BIBTEX)

    assert reed == Work(
        title="The Gate Book",
        author="Amos Reed, Ruth Müller".replace("ü", "u\u0308"),
        year="1871",
        short="Gate Book",
        files=("files/3/scan.txt",),
    )
    assert (pask.title, pask.author, pask.year) == ("Letters from the Weir", "Jane Pask", "1861")


@pytest.mark.parametrize(("name", "text"), [("a.ris", RIS), ("a.json", CSL)])
def test_ris_and_csl_json_are_read(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)

    [work] = read_bibliography(tmp_path / name)

    assert (work.title, work.author, work.year) == ("The Gate Book", "Amos Reed", "1871")


@pytest.mark.parametrize(
    ("file", "fits"),
    [
        ("reed-1871.txt", True),
        ("the-gate-book.pdf", True),
        ("Reed_Gate.txt", True),
        ("reed-letters-1902.txt", False),
        ("gate.txt", False),
    ],
)
def test_a_file_is_known_by_its_name_where_that_is_certain(file: str, *, fits: bool) -> None:
    work = Work(title="The Gate Book", author="Amos Reed", year="1871")

    assert bool(entries_for([work], [PurePosixPath(file)])) is fits


def test_a_file_that_two_works_fit_is_described_by_neither() -> None:
    works = [Work(title="The Gate Book", author="Amos Reed"), Work(title="The Gate Log", author="Amos Reed")]

    assert not entries_for(works, [PurePosixPath("reed-gate.txt")])


def test_a_library_takes_its_titles_from_a_bibliography(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "scan.txt").write_text("I counted fourteen wagons.")
    (tmp_path / "a.bib").write_text(BIBTEX)

    library, _ = open_shelf([tmp_path / "shelf"], bibliography=[tmp_path / "a.bib"])

    [holding] = library.holdings()
    assert (holding.title, holding.year, holding.aliases) == ("The Gate Book", "1871", ("Gate Book",))


def test_what_is_no_bibliography_is_an_error_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("Nothing of the kind.")

    with pytest.raises(ConfigError, match="no entry"):
        read_bibliography(tmp_path / "a.bib")


@given(st.text(alphabet='@{}=,"\\a1 \n-TYERAU', max_size=300))
def test_any_text_is_gone_through(text: str) -> None:
    assert all(work.title for work in (*bibtex_works(text), *ris_works(text)))


def test_the_intake_report_has_a_line_for_each_file(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text("I counted fourteen wagons.")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "photo.png").write_bytes(b"x")

    made = CliRunner().invoke(main, ["intake", str(tmp_path)], standalone_mode=False)

    lines = made.stdout.splitlines()
    assert [line.split("\t")[:2] for line in lines[:3]] == [
        ["read", "book.txt"],
        ["refused", "broken.docx"],
        ["skipped", "photo.png"],
    ]
    assert lines[3] == "1 read, 1 refused, 1 skipped"
    assert made.return_value == 1


def test_a_source_that_changed_since_the_baseline_turns_its_findings_edition_changed(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    source = tmp_path / "shelf" / "book.txt"
    source.write_text("I counted fourteen wagons through the gate before the bell.")
    (tmp_path / "essay.txt").write_text("He wrote: “I counted fourteen wagons through the gate before the bell.”")
    asked = [str(tmp_path / "essay.txt"), "-l", str(tmp_path / "shelf")]
    known = str(tmp_path / "known.json")
    CliRunner().invoke(main, ["baseline", *asked, "-o", known])
    before = CliRunner().invoke(main, ["check", *asked, "--baseline", known]).output
    source.write_text(source.read_text() + "\n")

    after = CliRunner().invoke(main, ["check", *asked, "--baseline", known]).output

    assert "T150" not in before
    assert "T150 edition-changed" in after
