"""The outside of a reading process: foreign bytes are read apart, under limits, and only plain data come back.

Each document gets a process of its own (docs/decisions/0006). It is started without site or environment, with the
packages of Valla as bare shells, so that one reader is loaded and nothing else.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import valla.read
from valla.errors import ReadError
from valla.files.limits import ENVIRONMENT, LONGEST, MEMORY, MIB, RESULT, Allowance, allowance_for
from valla.files.parcel import unpack_parts
from valla.files.readings import keep, recall
from valla.files.sight import choose_sight
from valla.model.documents import PageState
from valla.read import BOUND
from valla.read.parts import Parts, UnseenError

PASSED = ("TESSDATA_PREFIX",)
"""What a reading process is told of the user's own settings: where Tesseract's languages lie."""

SHELLS = """
import sys, types
sys.path[:] = sys.argv[7:]
for name in ("valla", "valla.files", "valla.read"):
    shell = sys.modules[name] = types.ModuleType(name)
    shell.__path__ = [sys.argv[5] + name[5:].replace(".", "/")]
from importlib import import_module
import_module(sys.argv[6]).main(*sys.argv[1:5])
"""
"""The first words of the process: the packages as shells, then the reader."""

HOME = str(Path(valla.read.__file__).parents[1])


def read_apart(form: str, data: bytes, name: str) -> Parts:
    """Return the parts of a document that is no text, read in a process of its own; raise ReadError where there are none.

    Pages that are pictures are read in a second process, which may take longer for each, where this machine can read
    them (`valla.files.sight`); what came of it is kept for the next time (`valla.files.readings`).
    """
    longest = Allowance(work=LONGEST) if form == "pdf" else allowance_for(form, len(data))
    try:
        parts = unpack_parts(answer_of(form, data, name, longest), name)
        scans = sum(page.state is PageState.SCAN for page in parts.pages)
    except UnseenError as error:
        parts, scans, unseen = None, error.scans, error
    sight = choose_sight() if scans else ""
    if sight:
        return read_with(sight, form, data, name, scans)
    if parts is None:
        raise unseen
    return parts


def read_with(sight: str, form: str, data: bytes, name: str, scans: int) -> Parts:
    """Return the parts of a document with so many pages that are pictures, as they were read before, else read now."""
    kept = recall(form, data, sight)
    if kept is not None:
        with contextlib.suppress(ReadError):
            return unpack_parts(kept, name)
    longest = allowance_for(form, len(data), scans, seeing=True)
    answer = answer_of(form, data, name, longest, f"{scans}|{sight}")
    parts = unpack_parts(answer, name)
    keep(form, data, sight, answer)
    return parts


def answer_of(
    form: str, data: bytes, name: str, longest: Allowance, more: str = "", work: str = "valla.files.reading"
) -> bytes:
    """Return what a process answers to a document; `work` is the module whose `main` does it, `more` a word for it.

    Raise ReadError for a process that does not answer.
    """
    # isolated, without site: nothing of the user's own is loaded
    command = [sys.executable, "-I", "-S", "-c", SHELLS, BOUND.get(form, ""), form, shown(name), more, HOME, work]
    command += filter(None, sys.path)
    with tempfile.TemporaryFile() as answer:
        process = subprocess.Popen(  # noqa: S603  (our own interpreter, our own words)
            command,
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=dict(ENVIRONMENT) | {name: os.environ[name] for name in PASSED if name in os.environ},
            start_new_session=True,
        )
        try:
            process.communicate(data, timeout=longest.clock)
        except subprocess.TimeoutExpired:
            raise ReadError(too_long(name)) from None
        finally:
            end(process)
        if process.returncode:
            raise ReadError(died(name, process.returncode))
        answer.seek(0)
        return answer.read(RESULT + 1)


def shown(name: str) -> str:
    """Return a file's name as it may stand on a command line: without a closing zero, and never an option."""
    return name.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started, and wait for it."""
    if process.poll() is None:
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
    process.wait()


def died(name: str, status: int) -> str:
    """Return the one line for a process that was ended before it answered."""
    if -status in {getattr(signal, "SIGXCPU", 0), signal.SIGTERM, getattr(signal, "SIGKILL", 0)}:
        return too_long(name)
    if -status == getattr(signal, "SIGXFSZ", 0):
        return f"{name}: holds more than {RESULT // MIB} MiB of text; split it"
    return (
        f"{name}: could not be read (its reader broke down, or needed more than {MEMORY // MIB} MiB); get the file anew"
    )


def too_long(name: str) -> str:
    """Return the one line for a document that takes too long."""
    return f"{name}: takes longer to read than a document of its size should; get the file anew, or save it as text"
