"""The shelf that is read from one end to the other: the engine for many quotations at once.

The quotations are indexed and the library is read once, in stretches of a few megabytes, on as many cores as there are;
memory depends on the quotations and the stretch, not on the library. What two stretches tell is brought together once;
then the judge is given the likeliest places, again on all cores, and only these are read a second time.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, NamedTuple

from valla.lasting import lasting
from valla.library import Judge
from valla.library.harvest import Harvest, Likely
from valla.library.letters import REACH
from valla.library.places import Piece, Places, Reaped, gather_all
from valla.library.reading import Reading
from valla.library.recognition import Recognition, recognise
from valla.library.register import Register
from valla.library.seeds import Sown, sow
from valla.library.swift import WORTH_COMPILING, Marks, is_swift, read_seeds
from valla.library.usage import Usage, learn_usage
from valla.library.volumes import STRETCH, Volume
from valla.model.anchors import DocumentId
from valla.model.traces import Probe, Trace
from valla.model.works import Citation, Holding

if TYPE_CHECKING:
    from valla.library.gleaning import Gleaner

PARALLEL = 12_000_000
"""Bytes of text from which more than one core is used."""

MANY = 1_000
"""Quotations from which more than one core judges."""

BATCH = 48
"""Quotations that are judged in one task."""

Progress = Callable[[int, int], None]
"""Called with the bytes read so far and their whole number."""


class Job(NamedTuple):
    """A part of one volume: the stretches from one number to another; None for all that it has."""

    volume: int
    first: int
    last: int | None
    size: int


@dataclass(slots=True)
class Bench:
    """What a process needs to take part: made in the first, inherited or sent to the others."""

    volumes: Sequence[Volume]
    sown: Sown
    marks: Marks | None
    swift: bool
    probes: Sequence[Probe] = ()
    judge: Judge | None = None


class StreamLibrary:
    """A library of volumes, sorted by the ids of their documents; see `valla.library.Library` for what may be asked."""

    def __init__(self, volumes: Sequence[Volume], *, workers: int | None = None) -> None:
        """Take volumes in order; `workers` is the number of processes, by default one for each core at hand."""
        self._volumes = volumes
        self.report: Progress | None = None
        self._number = {volume.holding.document: number for number, volume in enumerate(volumes)}
        self._workers = workers or cores()
        self.reading = Reading(volumes)

    @property
    def volumes(self) -> Sequence[Volume]:
        """The volumes, sorted by the ids of their documents."""
        return self._volumes

    def holdings(self) -> tuple[Holding, ...]:
        """Return every document held, sorted by its id."""
        return self._holdings

    @cached_property
    def _holdings(self) -> tuple[Holding, ...]:
        return tuple(volume.holding for volume in self._volumes)

    def documents(self) -> tuple[DocumentId, ...]:
        """Return the ids of all documents held, sorted."""
        return self._documents

    @cached_property
    def _documents(self) -> tuple[DocumentId, ...]:
        return tuple(volume.holding.document for volume in self._volumes)

    def named(self, name: str) -> tuple[Holding, ...]:
        """Return the documents whose id or title is just this, in order."""
        return tuple(self.holdings()[number] for number in self._called.get(name, ()))

    @cached_property
    def _called(self) -> dict[str, list[int]]:
        """Id or title -> the numbers of the volumes that are called so."""
        called: dict[str, list[int]] = {}
        for number, holding in enumerate(self.holdings()):
            for name in {holding.document, holding.title}:
                called.setdefault(name, []).append(number)
        return called

    def holds(self, citation: Citation) -> Recognition:
        """Return the documents that are the cited work or its editions, and whether that is certain."""
        return recognise(citation, self.holdings(), self._register)

    @cached_property
    def _register(self) -> Register:
        with lasting():
            return Register(self.holdings())

    @cached_property
    def usage(self) -> Usage:
        """How common seeds are in it, from a sample read when first asked for."""
        return learn_usage(self.holdings(), self.excerpt)

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a document between two offsets, cut at its ends."""
        return self.reading.scroll(self._number[document]).excerpt(start, end)

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
        """Yield the judge's answers, quotation by quotation."""
        sown = sow(probes, self.usage)
        if not self._volumes or not sown:
            return
        size = sum(volume.size for volume in self._volumes)
        swift = size * max(1, len(probes)) ** 0.1 >= WORTH_COMPILING and is_swift()
        bench = Bench(self._volumes, sown, sown.marks(), swift, probes, judge)
        jobs = list(self.jobs())
        many = size >= PARALLEL or len(probes) >= MANY
        with at_work(bench, self._workers if many else 1) as run:
            harvest = Harvest(sown, self._documents)
            done = 0
            for job, places in zip(jobs, run(gather_places, jobs), strict=True):
                harvest.add(places)
                done += sum(part.size for part in job)
                if self.report is not None:
                    self.report(done, size)
            tasks = in_batches(harvest.likeliest())
            for traces in run(judge_batch, tasks):
                yield from traces

    def jobs(self) -> Iterator[list[Job]]:
        """Yield the work: large volumes cut, small ones together."""
        batch: list[Job] = []
        for number, volume in enumerate(self._volumes):
            if volume.light and volume.size > STRETCH:
                yield from ([job] for job in self._cut(number))
                continue
            batch.append(Job(number, 0, None, volume.size))
            if sum(job.size for job in batch) > STRETCH // 2:
                yield batch
                batch = []
        if batch:
            yield batch

    def _cut(self, number: int) -> Iterator[Job]:
        """Yield each stretch of a volume as a job."""
        cuts = self._volumes[number].open().cuts
        for at in range(len(cuts) - 1):
            yield Job(number, at, at + 1, cuts[at + 1] - cuts[at])


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def in_batches(likely: Sequence[Likely]) -> list[list[Likely]]:
    """Return the quotations in batches, those of one document near each other."""
    rows = sorted(likely, key=lambda row: (row.documents[0], row.text))
    return [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]


Run = Callable[[Callable[..., object], Sequence[object]], Iterable]  # type: ignore[type-arg]
_bench: Bench | None = None
_reading: Reading | None = None


@contextmanager
def at_work(bench: Bench, workers: int) -> Iterator[Run]:
    """Give a `map` that works in this process or in several; the answers come in the order of the tasks."""
    if bench.swift:  # compiled before the others are made, who inherit it
        from valla.library.gleaning import compile_gleaner  # noqa: PLC0415  (numba takes half a second to import)

        compile_gleaner(bench.sown)
    if workers < 2:  # noqa: PLR2004  (one works alone)
        reading = Reading(bench.volumes)
        yield lambda act, tasks: (act(task, bench, reading) for task in tasks)
        return
    context = get_context("fork" if "fork" in get_all_start_methods() else None)
    with context.Pool(workers, _begin, (bench,)) as pool:
        yield lambda act, tasks: pool.imap(_Act(act), tasks)


class _Act:
    """A function to be called in another process, with what that process has been given."""

    def __init__(self, act: Callable[..., object]) -> None:
        self._act = act

    def __call__(self, task: object) -> object:
        return self._act(task, _bench, _reading)


def _begin(bench: Bench) -> None:
    """Set a new process up."""
    global _bench, _reading
    _bench, _reading = bench, Reading(bench.volumes)


def gather_places(jobs: Sequence[Job], bench: Bench, reading: Reading) -> Places:
    """Return the likely places in some stretches."""
    if bench.swift:
        return _gleaner(bench, reading).glean([_piece(job, reading) for job in jobs])
    return gather_all(bench.sown, [row for job in jobs for row in _reap(job, bench, reading)])


def _gleaner(bench: Bench, reading: Reading) -> "Gleaner":
    """Return the compiled engine of this process; it is made with the first job and remembers what it has seen."""
    if reading.gleaner is None:
        from valla.library.gleaning import Gleaner  # noqa: PLC0415  (numba takes half a second to import)

        reading.gleaner = Gleaner(bench.sown, [volume.holding.document for volume in bench.volumes])
    return reading.gleaner


def _piece(job: Job, reading: Reading) -> Piece:
    """Return the stretches of a job."""
    scroll = reading.once(job.volume)
    cuts = scroll.cuts[job.first : None if job.last is None else job.last + 1]
    return Piece(scroll.data[cuts[0] : cuts[-1] + REACH], cuts[0], cuts, job.volume)


def _reap(job: Job, bench: Bench, reading: Reading) -> Iterator[Reaped]:
    """Yield what is met in each stretch of a job."""
    if bench.marks is None:
        return
    scroll = reading.once(job.volume)
    cuts = scroll.cuts
    for at in range(job.first, len(cuts) - 1 if job.last is None else job.last):
        seeds, places = read_seeds(scroll.data, cuts[at], cuts[at + 1], bench.marks)
        if len(seeds):
            yield Reaped(seeds, places, job.volume)


def judge_batch(batch: Sequence[Likely], bench: Bench, reading: Reading) -> list[Trace]:
    """Return the judge's answers for some quotations."""
    traces: list[Trace] = []
    if bench.judge is None:
        return traces
    for row in batch:
        sheaves = [reading.sheaf(number, ranges) for number, ranges in row.documents]
        for owner in bench.sown.owners[row.text]:
            traces += bench.judge(bench.probes[owner], sheaves)
    return traces
