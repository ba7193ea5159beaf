"""What a process that reads a foreign file may use: memory, time, no network, no file but its own libraries."""

import contextlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

MIB = 1 << 20
MEMORY = 1024 * MIB
"""Bytes of address space of a reading process."""

RESULT = 256 * MIB
"""Bytes of its answer."""

BASE = 6.0
"""Seconds of work that every document may take."""

PAGE = 0.1
"""Seconds more for each page of a PDF; a dense page takes a thirtieth of it."""

MEGABYTE = 2.0
"""Seconds more for each MiB of any other file."""

LONGEST = 300.0
"""Seconds of work that no document exceeds."""

SEEING_MEMORY = 4096 * MIB
"""Bytes of address space where pictures are read by a network of neurons; what it holds is a tenth of that."""

SEEING = 20.0
"""Seconds more for each page that may have to be read from its picture."""

LONGEST_SEEING = 7200.0
"""Seconds of work that no scanned document exceeds."""

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000  # flags of unshare(2)
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename")
STARTING = frozenset({"subprocess.Popen", "os.posix_spawn"})
ENVIRONMENT: Mapping[str, str] = {
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "PYTHONHASHSEED": "0",
    "OMP_THREAD_LIMIT": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How long one document may take: seconds of work, and seconds on the clock, which others may use up."""

    work: float

    @property
    def clock(self) -> float:
        """Return the seconds on the clock: a machine may be busy with other things."""
        return 4 * self.work + 10


def allowance_for(form: str, size: int, pages: int = 0, *, seeing: bool = False) -> Allowance:
    """Return what a document of a form, a size in bytes and a number of pages may take, its pictures read or not."""
    more = PAGE * pages if form == "pdf" and pages else MEGABYTE * size / MIB
    if seeing:
        return Allowance(work=min(LONGEST_SEEING, BASE + more + SEEING * max(pages, 1)))
    return Allowance(work=min(LONGEST, BASE + more))


def lock_down(work: float, memory: int = MEMORY, program: str = "") -> None:
    """Take from this process what reading does not need; where the system lacks a lock, the others still hold.

    `program` is the one that it may start, which inherits every limit.
    """
    with contextlib.suppress(ImportError, ValueError, OSError):
        set_limits(work, memory)
    with contextlib.suppress(Exception):
        leave_network()
    roots = tuple({os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, *sys.path) if path})
    sys.addaudithook(lambda event, arguments: refuse(event, arguments, roots, program))


def set_limits(work: float, memory: int) -> None:
    """Limit memory, processor time, open files and the size of what is written."""
    import resource  # noqa: PLC0415  (not on every system)

    limits = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, RESULT),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        resource.setrlimit(kind, (most, most))
    seconds = max(1, round(work))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))


def leave_network() -> None:
    """Move to a network of its own that has nothing in it, where the system allows that."""
    import ctypes  # noqa: PLC0415  (only where it is needed)

    system = ctypes.CDLL(None, use_errno=True)
    if system.unshare(NEW_NETWORK):
        system.unshare(NEW_USER | NEW_NETWORK)


def refuse(event: str, arguments: tuple[object, ...], roots: tuple[str, ...], program: str = "") -> None:
    """Raise PermissionError for what a reader has no business with: networks, programs, files that are no libraries."""
    if program and event in STARTING and arguments[0] == program:
        return
    if event.startswith(FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and arguments[0] != os.devnull and isinstance(arguments[0], str):
        mode = arguments[1] if len(arguments) > 1 else "r"
        writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
        if writes or not os.path.realpath(arguments[0]).startswith(roots):
            raise PermissionError(arguments[0])
