"""From folders to a shelf, with a receipt for every file met."""

import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from valla.errors import ConfigError, ReadError
from valla.files import shelf
from valla.files.shelf import open_shelf
from valla.library import Sheaf
from valla.model.anchors import Span
from valla.model.documents import Paging
from valla.model.quotations import QuotationId
from valla.model.traces import Probe, Trace
from valla.model.works import Holding, Intake

LETTER = "Letter to the Warden\n\nThe gate was open when we came, and the lamp had been taken from its hook.\n"
DIARY = "# The Diary of a Clerk\n\nRain all day. Nobody came to the office but the carrier.\n"


def shelve(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def held(*folders: Path) -> dict[str, Holding]:
    library, _ = open_shelf(folders)
    return {holding.document: holding for holding in library.holdings()}


def intake(*folders: Path) -> dict[str, Intake]:
    _, receipts = open_shelf(folders)
    return {receipt.document: receipt.intake for receipt in receipts}


def test_a_folder_is_read_with_what_lies_below_it(tmp_path: Path) -> None:
    shelve(
        tmp_path,
        {
            "b.txt": LETTER,
            "a.md": DIARY,
            "deep/er/c.html": "<p>The gate was open.</p>",
            ".hidden.txt": "no",
            ".git/x.txt": "no",
        },
    )

    library, receipts = open_shelf([tmp_path])

    assert [holding.document for holding in library.holdings()] == ["a.md", "b.txt", "deep/er/c.html"]
    assert [receipt.intake for receipt in receipts] == [Intake.READ] * 3
    assert library.excerpt(library.holdings()[1].document, 0, 6) == "Letter"


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    shelve(tmp_path, {"good.txt": LETTER, "empty.txt": "", "photo.jpeg": "x", "better.txt": DIARY})
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)

    library, receipts = open_shelf([tmp_path])

    assert [holding.document for holding in library.holdings()] == ["better.txt", "good.txt"]
    told = {str(receipt.document): receipt for receipt in receipts}
    assert told["binary.txt"].intake is told["empty.txt"].intake is Intake.REFUSED
    assert told["photo.jpeg"].intake is Intake.SKIPPED
    assert all(
        receipt.reason and "\n" not in receipt.reason for receipt in receipts if receipt.intake is not Intake.READ
    )


def test_a_single_file_may_be_the_library(tmp_path: Path) -> None:
    shelve(tmp_path, {"one.txt": LETTER, "two.txt": DIARY})

    assert list(held(tmp_path / "one.txt")) == ["one.txt"]


def test_what_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be used as a library") as error:
        open_shelf([tmp_path / "nowhere"])

    assert "\n" not in str(error.value)


def test_no_name_is_too_odd_for_a_clear_line() -> None:
    with pytest.raises(ReadError):
        open_shelf([Path("a\0b")])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_links_and_pipes_are_passed_over_and_nothing_blocks(tmp_path: Path) -> None:
    shelve(tmp_path / "library", {"good.txt": LETTER})
    shelve(tmp_path / "elsewhere", {"secret.txt": DIARY})
    (tmp_path / "library/link.txt").symlink_to(tmp_path / "elsewhere/secret.txt")
    (tmp_path / "library/folder").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(tmp_path / "library/pipe.txt")

    assert list(held(tmp_path / "library")) == ["good.txt"]
    assert intake(tmp_path / "library")["link.txt"] is Intake.SKIPPED
    assert intake(tmp_path / "library")["folder"] is Intake.SKIPPED
    assert intake(tmp_path / "library")["pipe.txt"] is Intake.SKIPPED


def test_a_link_in_one_folder_hides_no_file_of_another(tmp_path: Path) -> None:
    shelve(tmp_path / "two", {"good.txt": LETTER})
    (tmp_path / "one").mkdir()
    (tmp_path / "one/link.txt").symlink_to(tmp_path / "two/good.txt")

    assert list(held(tmp_path / "one", tmp_path / "two")) == ["good.txt"]


def test_two_folders_may_hold_files_of_one_name(tmp_path: Path) -> None:
    shelve(tmp_path, {"one/a.txt": LETTER, "two/a.txt": DIARY})

    holdings = held(tmp_path / "one", tmp_path / "two", tmp_path / "one")

    assert sorted(holdings) == ["a.txt", "a.txt (2)"]


def test_too_much_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelve(tmp_path, {"a.txt": LETTER, "b.txt": LETTER + "x" * 500, "c.txt": LETTER})
    monkeypatch.setattr(shelf, "FILE_LIMIT", 300)
    monkeypatch.setattr(shelf, "SUM_LIMIT", 150)

    _, receipts = open_shelf([tmp_path])

    assert [receipt.intake for receipt in receipts] == [Intake.READ, Intake.REFUSED, Intake.REFUSED]
    assert "in all" in receipts[2].reason


def test_progress_is_told_of_each_file_and_of_the_end(tmp_path: Path) -> None:
    shelve(tmp_path, {"a.txt": LETTER, "b.txt": DIARY})
    told: list[tuple[int, int, str]] = []

    open_shelf([tmp_path], progress=lambda done, whole, name: told.append((done, whole, name)))

    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


@pytest.mark.parametrize(
    ("text", "title", "author", "year"),
    [
        (DIARY, "The Diary of a Clerk", None, None),
        ("Title: The Salt Road\nAuthor: Ada Lund\nDate: May 1901\n\nIt rained.\n", "The Salt Road", "Ada Lund", "1901"),
        ("The Salt Road\n\nBy Ada Lund\n\n1901\n\nIt rained on the first day of the march.\n", "The Salt Road", "Ada Lund", "1901"),
        (
            "[Illustration]\n\n\n    THE SALT ROAD\n\n  A JOURNEY IN WINTER\n\n\n  BY\n  ADA M. LUND\n\n  LONDON\n  1901\n\nIt rained.\n",
            "The Salt Road: A Journey in Winter", "ADA M. LUND".title(), "1901",
        ),
        (LETTER, "Letter to the Warden", None, None),
        ("It rained on the first day of the march, and again on the second.\n\nWe stayed.\n", "salt road 1901", None, None),
    ],
)  # fmt: skip
def test_a_source_without_a_manifest_is_named_by_its_first_lines(
    tmp_path: Path, text: str, title: str, author: str | None, year: str | None
) -> None:
    name = "salt-road_1901.md" if text.startswith("#") else "salt-road_1901.txt"
    shelve(tmp_path, {name: text})

    [holding] = held(tmp_path).values()

    assert (holding.title, holding.author, holding.year) == (title, author, year)
    assert holding.described_by == ("file name" if title == "salt road 1901" else "first lines")


def test_pages_printed_in_the_text_are_its_pages(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"[Pg {page}] The gate of ward {page} was open when the watch came by." for page in range(11, 16)
    )
    shelve(tmp_path, {"book.txt": text})
    library, _ = open_shelf([tmp_path])
    seen: list[str] = []

    words = "The gate of ward 13 was open when the watch came by."
    probe = Probe(quotation=QuotationId("q"), span=Span(0, len(words)), text=words, offsets=(Span(0, len(words)),))

    def look(_probe: Probe, sheaves: Sequence[Sheaf]) -> list[Trace]:
        seen.extend(page.label for sheaf in sheaves for row in sheaf.stretches for page in row.pages)
        return []

    list(library.compare([probe], look))

    assert "13" in seen


OWN = """\
[[work]]
file = "deep/b.txt"
title = "The Warden's Letters"
author = "A. Orme"
year = 1901
language = "en"
partial = true
aliases = ["Orme Papers"]
"""


def test_the_manifest_tells_what_a_file_is(tmp_path: Path) -> None:
    shelve(tmp_path, {"a.txt": LETTER, "deep/b.txt": LETTER, "valla-library.toml": OWN})

    holdings = held(tmp_path)

    told = holdings["deep/b.txt"]
    assert (told.title, told.author, told.year, told.language, told.partial) == (
        "The Warden's Letters",
        "A. Orme",
        "1901",
        "en",
        True,
    )
    assert told.aliases == ("Orme Papers",)
    assert told.described_by == "manifest"
    assert holdings["a.txt"].described_by == "first lines"
    assert intake(tmp_path)["valla-library.toml"] is Intake.SKIPPED


@pytest.mark.parametrize(
    ("note", "partial"),
    [
        ("35 of 37 sections; white space flattened", True),
        ("3 of the sessions", True),
        ("an excerpt", True),
        ("abridged by the editor", True),
        ("part of the record", True),
        ("e-text header, footer and licence removed", False),
        ("scanned from the copy of the city library", False),
        ("published in parts from 1901", False),
        ("", False),
    ],
)
def test_the_shared_manifest_is_read_and_says_plainly_what_is_partial(tmp_path: Path, note: str, partial: bool) -> None:
    table = {
        "about": "x",
        "files": [{"path": "deep/b.txt", "title": "Record", "author": "Court", "year": "1931", "note": note}],
    }
    shelve(tmp_path, {"deep/b.txt": LETTER, "manifest.json": json.dumps(table)})

    [holding] = held(tmp_path).values()

    assert (holding.title, holding.author, holding.year, holding.partial) == ("Record", "Court", "1931", partial)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("valla-library.toml", "[[work]\n"),
        ("valla-library.toml", "works = 1\n"),
        ("valla-library.toml", "[work]\nfile = 'a.txt'\n"),
        ("valla-library.toml", "[[work]]\ntitle = 'x'\n"),
        ("valla-library.toml", "[[work]]\nfile = 'a.txt'\ntilte = 'x'\n"),
        ("valla-library.toml", "[[work]]\nfile = 'a.txt'\npartial = 'yes'\n"),
        ("valla-library.toml", "[[work]]\nfile = '../a.txt'\n"),
        ("valla-library.toml", "[[work]]\nfile = 'a.txt'\naliases = 'x'\n"),
        ("valla-library.toml", "[[work]]\nfile = 'a.txt'\ntitle = 3.5\n"),
        ("manifest.json", "{"),
        ("manifest.json", "[]"),
        ("manifest.json", '{"files": [{"title": "x"}]}'),
        ("manifest.json", "[" * 100_000),
    ],
)
def test_a_manifest_that_cannot_be_meant_is_one_clear_line(tmp_path: Path, name: str, text: str) -> None:
    shelve(tmp_path, {"a.txt": LETTER, name: text})

    with pytest.raises(ConfigError, match=name) as error:
        open_shelf([tmp_path])

    assert "\n" not in str(error.value)


def test_the_nearest_manifest_speaks_for_a_file(tmp_path: Path) -> None:
    outer = '[[work]]\nfile = "deep/b.txt"\ntitle = "Outer"\n[[work]]\nfile = "a.txt"\ntitle = "First"\n'
    inner = '[[work]]\nfile = "b.txt"\ntitle = "Inner"\n'
    shelve(
        tmp_path, {"a.txt": LETTER, "deep/b.txt": LETTER, "valla-library.toml": outer, "deep/valla-library.toml": inner}
    )

    holdings = held(tmp_path)

    assert holdings["deep/b.txt"].title == "Inner"
    assert holdings["a.txt"].title == "First"


@pytest.mark.parametrize("kept", [0, 1 << 20])
def test_a_digest_that_a_manifest_promises_is_compared_on_every_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(shelf, "KEPT", kept)
    right, wrong = sha256(LETTER.encode()).hexdigest(), sha256(b"another").hexdigest()
    rows = "".join(
        f'[[work]]\nfile = "{name}.txt"\ntitle = "{name}"\ndigest = "{digest}"\n'
        for name, digest in (("a", right), ("b", wrong))
    )
    shelve(tmp_path, {"a.txt": LETTER, "b.txt": LETTER, "valla-library.toml": rows})

    assert [row.expected for row in held(tmp_path).values()] == ["", wrong]


@pytest.mark.parametrize("kept", [0, 1 << 20])
def test_pages_far_behind_the_title_are_known_on_every_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(shelf, "KEPT", kept)
    far = LETTER * 100
    shelve(tmp_path, {"a.txt": f"{far}[p. 3] a [p. 4] b [p. 5] c\n", "b.txt": f"{far}\fd\n", "c.txt": f"{far}{{x}}\n"})

    assert [row.paging for row in held(tmp_path).values()] == [Paging.PRINTED, Paging.COUNTED, Paging.NONE]


def test_a_file_that_the_manifest_promises_and_that_is_missing_is_told(tmp_path: Path) -> None:
    shelve(tmp_path, {"a.txt": LETTER, "valla-library.toml": '[[work]]\nfile = "letter.txt"\ntitle = "Letter"\n'})

    assert intake(tmp_path) == {
        "a.txt": Intake.READ,
        "letter.txt": Intake.REFUSED,
        "valla-library.toml": Intake.SKIPPED,
    }
