"""Run a command and watch the memory of all its processes together."""

import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

PAUSE = 0.25
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """How a command ended: its status (None if it was stopped) and the largest memory of its processes together, in MB."""

    status: int | None
    peak_mb: float


@dataclass(slots=True)
class _Watch:
    """Looks at a process and its children until told to stop; pages that processes share are counted once."""

    process: int
    peak: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look again and again."""
        while not self.done.wait(PAUSE):
            self.peak = max(self.peak, sum(_proportional(process) for process in _family(self.process)))


def run_watched(command: Sequence[str], *, seconds: float, log: Path) -> Watched:
    """Run a command for at most so long on the wall, its words into a log."""
    with log.open("wb") as words, subprocess.Popen(command, stdout=words, stderr=words) as process:
        watch = _Watch(process.pid)
        thread = threading.Thread(target=watch.look, daemon=True)
        thread.start()
        try:
            status: int | None = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            status = None
        watch.done.set()
        thread.join()
    return Watched(status=status, peak_mb=watch.peak / 1e6)


def _family(process: int) -> list[int]:
    """Return a process and all that descend from it."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(member for child in children for member in _family(child))]


def _proportional(process: int) -> int:
    """Return the memory of a process in bytes, its share of what it shares; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
