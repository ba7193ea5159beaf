"""The engine on a cluster: the same kernel and the same judge on Spark's workers.

The quotations' seeds are broadcast; each volume is read once, where it is sent; what comes back are the few likely places
of each quotation, brought together as in `valla.library.places`. Then the judge is broadcast and given the chosen
places, again on the workers. There is no join and no shuffle of the library: what moves is the table of places.
"""

import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from valla.errors import UsageError
from valla.files.libraries import OpenLibrary
from valla.library import Judge
from valla.library.harvest import Harvest
from valla.library.places import Places
from valla.library.reading import Reading
from valla.library.seeds import sow
from valla.library.stream import Bench, Job, StreamLibrary, gather_places, in_batches, judge_batch
from valla.library.swift import WORTH_COMPILING, is_swift
from valla.model.traces import Probe, Trace

PER_CORE = 4
"""Tasks for each core, so that a slow one delays little."""


def spark_library(library: OpenLibrary, master: str | None) -> "SparkLibrary":
    """Return an open library that is searched on a cluster; raise UsageError, one line, where Spark is not there."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  (an extra)
    except ImportError:
        raise UsageError("Spark is not installed; pip install 'valla[spark]', or leave --engine spark out") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take whatever python3 they find
    builder = SparkSession.builder.appName("valla trace").config("spark.ui.enabled", "false")
    try:
        session = (builder.master(master) if master else builder).getOrCreate()
    except Exception as error:  # noqa: BLE001  (whatever Java says, the one who asked needs a line)
        raise UsageError(
            f"Spark cannot be started on {master or 'its own master'} ({str(error).splitlines()[0]})"
        ) from None
    return SparkLibrary(library, session.sparkContext)


class SparkLibrary(StreamLibrary):
    """A library whose volumes are read by Spark's workers, who must see its files under the same paths."""

    def __init__(self, library: OpenLibrary, context: Any) -> None:  # noqa: ANN401  (Spark has no types)
        """Take an open library and a Spark context."""
        super().__init__(library.volumes)
        self._context = context

    def stop(self) -> None:
        """End the session, if nobody else uses it."""
        self._context.stop()

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
        """Yield the judge's answers, quotation by quotation."""
        sown = sow(probes, self.usage)
        if not self.volumes or not sown:
            return
        size = sum(volume.size for volume in self.volumes)
        swift = size >= WORTH_COMPILING and is_swift()
        bench = Bench(self.volumes, sown, sown.marks(), swift, probes, judge)
        shared = self._context.broadcast(pickle.dumps(bench))
        harvest = Harvest(sown, [volume.holding.document for volume in self.volumes])
        for places in self._on_workers(list(self.jobs()), shared, _gather_on_worker):
            harvest.add(places)
        for traces in self._on_workers(in_batches(harvest.likeliest()), shared, _judge_on_worker):
            yield from traces
        shared.unpersist()

    def _on_workers(self, tasks: Sequence[Any], shared: Any, act: Any) -> list[Any]:  # noqa: ANN401
        """Return the answers of tasks done on the workers, in the order of the tasks."""
        parts = max(1, min(len(tasks), PER_CORE * int(self._context.defaultParallelism)))
        pickled = [pickle.dumps(task) for task in tasks]
        rows = self._context.parallelize(pickled, parts).mapPartitions(lambda part: act(part, shared.value)).collect()
        return [pickle.loads(row) for row in rows]  # noqa: S301  (made by our own workers)


def _gather_on_worker(tasks: Iterable[bytes], bench: bytes) -> Iterator[bytes]:
    """Yield the likely places in some stretches."""
    table = _read_bench(bench)
    reading = Reading(table.volumes)
    for task in tasks:
        jobs: list[Job] = pickle.loads(task)  # noqa: S301  (made by the driver)
        places: Places = gather_places(jobs, table, reading)
        yield pickle.dumps(places)


def _judge_on_worker(tasks: Iterable[bytes], bench: bytes) -> Iterator[bytes]:
    """Yield the judge's answers for some quotations."""
    table = _read_bench(bench)
    reading = Reading(table.volumes)
    for task in tasks:
        yield pickle.dumps(judge_batch(pickle.loads(task), table, reading))  # noqa: S301


def _read_bench(bench: bytes) -> Bench:
    """Return what a worker needs."""
    table: Bench = pickle.loads(bench)  # noqa: S301  (made by the driver)
    return table
