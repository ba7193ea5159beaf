"""Pages that are pictures: read where something reads them, told of where nothing does, and never the cause of a charge."""

import shutil
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.read import samples, scans

from valla.cli import main
from valla.corridor import investigate
from valla.errors import ConfigError, ReadError
from valla.files import eyes, limits, readings, sight
from valla.files.opening import open_document
from valla.files.shelf import open_shelf
from valla.model.documents import PageState
from valla.model.traces import Concern, Verdict
from valla.model.works import Intake
from valla.read.image import read_image
from valla.read.pictures import Sight
from valla.rules import run_rules

TEXT = (
    "The keeper of the lower gate wrote in his book that he had opened the sluice at dawn. I opened the sluice at dawn, "
    "and I would open it again if the council asked me to. Nobody in the town believed him, and the clerk least of all. "
    "The clerk had carried the letter himself, and he remembered the state of the road on that morning in 1871."
)
QUOTED = "I opened the sluice at dawn, and I would open it again if the council asked me to."
EYES = [
    pytest.param(
        "tesseract",
        marks=pytest.mark.skipif(
            shutil.which("tesseract") is None, reason="Tesseract is not on this machine: scans are not read by it"
        ),
    ),
    pytest.param(
        "rapidocr",
        marks=pytest.mark.skipif(
            not (find_spec("rapidocr") and find_spec("onnxruntime")),
            reason="the extra valla[ocr] is not installed: scans are not read by RapidOCR",
        ),
    ),
]
CLEAN = scans.pages_of(TEXT)


@pytest.mark.parametrize("by", EYES)
def test_a_scanned_pdf_is_read_with_a_confidence_for_every_line(
    by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(sight.CHOICE, by)
    (tmp_path / "book.pdf").write_bytes(scans.as_pdf(*CLEAN))

    document = open_document(tmp_path / "book.pdf")

    assert QUOTED in " ".join(document.text.split())
    assert [page.state for page in document.pages] == [PageState.OCR]
    assert by in document.reader
    assert len(document.doubts) == len(scans.broken(TEXT))
    assert all(0 <= row.confidence <= 1 for row in document.doubts)
    told = " ".join(row.span.of(document.text) for row in document.doubts)
    assert told.split() == document.text.split()


@pytest.mark.parametrize("by", EYES)
def test_a_picture_file_is_read(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sight.CHOICE, by)
    (tmp_path / "page.png").write_bytes(scans.as_png(CLEAN[0]))

    document = open_document(tmp_path / "page.png")

    assert document.form == "image"
    assert QUOTED in " ".join(document.text.split())


@pytest.mark.parametrize("by", EYES)
def test_a_worn_page_never_makes_a_sound_quotation_altered(
    by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(sight.CHOICE, by)
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "gate.pdf").write_bytes(scans.as_pdf(scans.worn(CLEAN[0], specks=0.02, smaller=3, seed=5)))
    (tmp_path / "essay.txt").write_text(f"The keeper wrote: “{QUOTED}”")

    library, receipts = open_shelf([tmp_path / "shelf"])
    tables = investigate(open_document(tmp_path / "essay.txt"), library, receipts)

    assert [trace.verdict for trace in tables.traces if trace.verdict is Verdict.ALTERED] == []
    [holding] = library.holdings()
    places = [row.anchor.span for trace in tables.traces for row in trace.passages]
    rests_on_doubt = any(line.touches(place) for line in holding.doubtful for place in places)
    differs = any(edit.concern is Concern.SCAN for trace in tables.traces for edit in trace.edits)
    assert bool(run_rules(tables, frozenset({"R110"}))) is (rests_on_doubt and differs)


def test_without_eyes_a_scan_is_told_and_its_silence_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(sight.CHOICE, "off")
    (tmp_path / "a.pdf").write_bytes(scans.as_pdf(*CLEAN))
    (tmp_path / "b.png").write_bytes(scans.as_png(CLEAN[0]))

    _, receipts = open_shelf([tmp_path])

    assert [row.intake for row in receipts] == [Intake.REFUSED, Intake.REFUSED]
    assert all("scan, not read: install valla[ocr]" in row.reason for row in receipts)
    (tmp_path / "essay.txt").write_text(f"The keeper wrote: “{QUOTED}”")
    said = CliRunner().invoke(main, ["check", str(tmp_path / "essay.txt"), "-l", str(tmp_path / "a.pdf")]).output
    assert "scan, not read: install valla[ocr]" in said
    assert "unchecked" in said


def test_a_picture_under_the_name_of_a_text_is_refused_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(scans.as_png(CLEAN[0]))

    with pytest.raises(ReadError, match="PNG"):
        open_document(tmp_path / "page.txt")


@pytest.mark.parametrize("by", EYES)
def test_a_broken_picture_is_one_clear_line(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sight.CHOICE, by)
    (tmp_path / "page.png").write_bytes(scans.as_png(CLEAN[0])[:500])

    with pytest.raises(ReadError, match=r"page\.png"):
        open_document(tmp_path / "page.png")


def test_a_choice_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sight.CHOICE, "telepathy")

    with pytest.raises(ConfigError, match="telepathy"):
        sight.choose_sight()


def test_what_was_read_is_kept_and_a_spoilt_copy_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(readings.PLACE, str(tmp_path))
    readings.keep("pdf", b"data", "rapidocr", b"answer")

    assert readings.recall("pdf", b"data", "rapidocr") == b"answer"
    assert readings.recall("pdf", b"other", "rapidocr") is None
    [path] = (tmp_path / "readings").iterdir()
    path.write_bytes(b"spoilt")
    assert readings.recall("pdf", b"data", "rapidocr") is None
    monkeypatch.setenv(readings.PLACE, "off")
    assert readings.recall("pdf", b"data", "rapidocr") is None


def test_only_the_one_program_may_be_started() -> None:
    limits.refuse("subprocess.Popen", ("/usr/bin/tesseract", []), (), "/usr/bin/tesseract")
    with pytest.raises(PermissionError):
        limits.refuse("subprocess.Popen", ("/bin/sh", []), (), "/usr/bin/tesseract")
    with pytest.raises(PermissionError):
        limits.refuse("subprocess.Popen", ("/usr/bin/tesseract", []), ())


TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t
5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.5\tThe
5\t1\t1\t1\t1\t2\t45\t20\t30\t12\t41.0\tgate
5\t1\t1\t1\t2\t1\t10\t40\t30\t12\t90.0\t"Sold
5\t2\t1\t1\t1\t1\t10\t20\t30\t12\t95.0\tNo.
"""


def test_a_line_is_as_sure_as_its_worst_word() -> None:
    first, second = eyes.sights_in(TABLE)

    assert [(row.words, row.confidence, row.word) for row in first.lines] == [
        ("The gate", 0.41, 40),
        ('"Sold', 0.9, 40),
    ]
    assert (first.width, first.height) == (600, 800)
    assert [row.words for row in second.lines] == ["No."]


def test_a_line_without_height_is_read_all_the_same() -> None:
    """Found by fuzzing: an answer may say of a line that it has no height."""
    flat = tuple(
        Sight(width=row.width, height=row.height, lines=tuple(replace(line, bottom=line.top) for line in row.lines))
        for row in eyes.sights_in(TABLE)
    )

    class Flat:
        name = "flat"

        def look(self, picture: bytes) -> tuple[Sight, ...]:
            assert picture
            return flat

    assert "The gate" in read_image(b"picture", "a.png", Flat()).text


@pytest.mark.parametrize("spoilt", ["nan", "inf", "1e99", "x"])
def test_an_answer_that_places_words_nowhere_is_none(spoilt: str) -> None:
    """Found by fuzzing."""
    with pytest.raises(ValueError, match=r"place|size|convert"):
        tuple(eyes.sights_in(TABLE.replace("\t12\t", f"\t{spoilt}\t")))


def test_pages_with_letters_are_read_as_before_beside_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sight.CHOICE, "off")
    (tmp_path / "a.pdf").write_bytes(samples.pdf())

    assert [page.state for page in open_document(tmp_path / "a.pdf").pages] == [PageState.TEXT]
