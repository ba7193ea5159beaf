"""One library, four engines, equal traces: memory, files read through, an index, and Spark where Java is there."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.library.cases import make_slips, write_library

from valla.files.index import make_index
from valla.files.libraries import OpenLibrary, open_library
from valla.files.shelf import open_shelf
from valla.library.indexed import FEW, IndexedLibrary
from valla.library.seeds import sow
from valla.library.stream import StreamLibrary
from valla.library.swift import is_swift
from valla.model.anchors import Span
from valla.model.quotations import QuotationId
from valla.model.slips import Slip
from valla.model.traces import Probe, Trace, Verdict
from valla.report.tracelines import trace_lines
from valla.trace import trace_slips

COUNT = int(os.environ.get("VALLA_CASES", "150"))
"""Cases; the measure of a release is 1,000 (VALLA_CASES=1000)."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Slip]]:
    folder = tmp_path_factory.mktemp("library")
    return folder, make_slips(write_library(folder, 7), 8, COUNT)


@pytest.fixture(scope="module")
def expected(cases: tuple[Path, list[Slip]]) -> tuple[Trace, ...]:
    folder, slips = cases
    library, _ = open_shelf([folder])
    return trace_slips(slips, library)


def test_the_cases_are_of_many_kinds_and_some_have_rivals(expected: tuple[Trace, ...]) -> None:
    told = {trace.verdict for trace in expected}

    assert {Verdict.VERBATIM, Verdict.ALTERED, Verdict.ELIDED, Verdict.SPLICED, Verdict.TOO_SHORT} <= told
    assert sum(bool(trace.rivals) for trace in expected) > 10


def test_files_read_through_give_the_traces_of_the_shelf_in_memory(
    cases: tuple[Path, list[Slip]], expected: tuple[Trace, ...]
) -> None:
    folder, slips = cases

    assert trace_slips(slips, open_library([folder]).shelf) == expected


def test_two_processes_give_the_traces_of_one(
    cases: tuple[Path, list[Slip]], expected: tuple[Trace, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, slips = cases
    monkeypatch.setattr("valla.library.stream.PARALLEL", 0)
    shelf = open_library([folder], workers=2).shelf
    assert isinstance(shelf, StreamLibrary)

    assert trace_slips(slips, shelf) == expected


def test_an_index_gives_the_traces_of_the_shelf_in_memory(
    cases: tuple[Path, list[Slip]],
    expected: tuple[Trace, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, slips = cases
    make_index(open_library([folder]).volumes, tmp_path / "index", workers=1)
    shelf = open_library([folder], index=tmp_path / "index").shelf
    assert isinstance(shelf, IndexedLibrary)
    monkeypatch.setattr("valla.library.indexed.FEW", max(FEW, len(slips)))

    assert trace_slips(slips, shelf) == expected
    assert trace_slips(slips[:1], shelf) == expected[:1]
    monkeypatch.setattr("valla.library.sparing.ENOUGH", 0)
    monkeypatch.setattr("valla.library.sparing.MANY", 1)
    assert trace_slips(slips, shelf) == expected


@pytest.mark.skipif(not is_swift(), reason="numba is not here: the compiled engine is NOT tested")
@pytest.mark.parametrize("workers", [1, 2])
def test_compiled_code_gives_the_traces_of_arrays(
    cases: tuple[Path, list[Slip]], expected: tuple[Trace, ...], monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    folder, slips = cases
    monkeypatch.setattr("valla.library.stream.WORTH_COMPILING", 0)
    monkeypatch.setattr("valla.library.stream.PARALLEL", 0)
    monkeypatch.setattr("valla.library.stream.STRETCH", 4000)  # so that there are several jobs

    assert trace_slips(slips, open_library([folder], workers=workers).shelf) == expected


def test_all_shelves_leave_the_same_common_seeds_out(
    cases: tuple[Path, list[Slip]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, slips = cases
    make_index(open_library([folder]).volumes, tmp_path / "index", workers=1)
    for name, value in {"LARGE": 0, "SAMPLE": 20_000, "SLICE": 500, "OFTEN": 2, "EASED": 1}.items():
        monkeypatch.setattr(f"valla.library.usage.{name}", value)
    monkeypatch.setattr("valla.library.seeds.OFTEN", 2)
    monkeypatch.setattr("valla.library.seeds.FEWEST", 2)
    monkeypatch.setattr("valla.library.indexed.FEW", max(FEW, len(slips)))
    memory, _ = open_shelf([folder])
    assert isinstance(memory, StreamLibrary)
    probes = [probe_of(slip.quote) for slip in slips]
    assert len(sow(probes, memory.usage).long.text) < len(sow(probes).long.text)

    known = trace_slips(slips, memory)

    assert trace_slips(slips, open_library([folder]).shelf) == known
    assert trace_slips(slips, open_library([folder], index=tmp_path / "index").shelf) == known


def test_all_shelves_read_back_what_looks_misread(
    cases: tuple[Path, list[Slip]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, slips = cases
    make_index(open_library([folder]).volumes, tmp_path / "index", workers=1)
    monkeypatch.setattr("valla.trace.settle.GARBLED", 0.0)
    monkeypatch.setattr("valla.trace.settle.FEW_STRANGE", 0)  # so that all do
    monkeypatch.setattr("valla.library.indexed.FEW", max(FEW, len(slips)))
    memory, _ = open_shelf([folder])
    known = trace_slips(slips, memory)

    for spared in (40_000, 0):
        monkeypatch.setattr("valla.library.sparing.ENOUGH", spared)
        monkeypatch.setattr("valla.library.sparing.MANY", 1)
        assert trace_slips(slips, open_library([folder], index=tmp_path / "index").shelf) == known
    if is_swift():
        monkeypatch.setattr("valla.library.stream.WORTH_COMPILING", 0)
        assert trace_slips(slips, open_library([folder]).shelf) == known


def probe_of(words: str) -> Probe:
    return Probe(quotation=QuotationId("q"), span=Span(0, len(words)), text=words, offsets=(Span(0, len(words)),))


def test_what_else_is_asked_makes_no_difference(cases: tuple[Path, list[Slip]], expected: tuple[Trace, ...]) -> None:
    folder, slips = cases
    shelf = open_library([folder]).shelf

    for nth in range(0, COUNT, 25):
        [alone] = trace_slips(slips[nth : nth + 1], shelf)
        assert (alone.verdict, alone.passages, alone.edits) == (
            expected[nth].verdict, expected[nth].passages, expected[nth].edits,
        )  # fmt: skip


@pytest.fixture(scope="module")
def spark(cases: tuple[Path, list[Slip]]) -> Iterator[OpenLibrary]:
    if find_spec("pyspark") is None:
        pytest.skip("pyspark is not here (pip install 'valla[spark]'): the Spark engine is NOT tested")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("Java is not here: the Spark engine is NOT tested")
    from valla.files.spark import SparkLibrary, spark_library  # noqa: PLC0415

    library = open_library([cases[0]])
    shelf = spark_library(library, "local[2]")
    assert isinstance(shelf, SparkLibrary)
    yield OpenLibrary(shelf=shelf, volumes=library.volumes, receipts=library.receipts)
    shelf.stop()


@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_spark_gives_the_bytes_of_the_shelf_in_memory(
    cases: tuple[Path, list[Slip]], expected: tuple[Trace, ...], spark: OpenLibrary
) -> None:
    _, slips = cases

    traces = trace_slips(slips, spark.shelf)

    assert "".join(trace_lines(slips, traces, spark.origin)) == "".join(trace_lines(slips, expected, spark.origin))


def test_a_library_of_more_files_than_may_be_open_is_read(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(f"Work {number}\n\nThe pilot of ship {number} came aboard late.\n")
    slips = [Slip(id=f"{number}", quote=f"The pilot of ship {number} came aboard late") for number in range(0, 300, 3)]
    most, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, hard))
    try:
        traces = trace_slips(slips, open_library([tmp_path], workers=1).shelf)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))

    assert len(traces) == len(slips)
