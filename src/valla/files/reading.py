"""The inside of a reading process: one document from the standard input, its parts to the standard output.

Started by `valla.files.child` with nothing loaded but one reader. Whatever happens, one answer is written: the parts,
or one line that says why there are none.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from valla.errors import ReadError
from valla.files.limits import MEMORY, SEEING_MEMORY, allowance_for, lock_down
from valla.files.parcel import pack_parts
from valla.read.parts import Parts, UnseenError


def main(reader: str, form: str, name: str, sight: str = "") -> None:
    """Read the document of the standard input with a reader ("module:function") and write the answer.

    `sight` is how many pages are pictures and what reads them, as `valla.files.sight.choose_sight` named it.
    """
    module, _, function = reader.partition(":")
    read = getattr(import_module(module), function)
    data = sys.stdin.buffer.read()
    if sight:
        scans, _, named = sight.partition("|")
        eyes = import_module("valla.files.eyes").open_eyes(named)
        allowed = allowance_for(form, len(data), int(scans), seeing=True)
        lock_down(allowed.work, MEMORY if eyes.program else SEEING_MEMORY, eyes.program)
        read = partial(read, eyes=eyes)
    else:
        pages = import_module("valla.read.pdf_file").count_pages(data) if form == "pdf" else 0
        lock_down(allowance_for(form, len(data), pages).work)
    sys.stdout.buffer.write(answer(read, data, name))
    sys.stdout.buffer.flush()


def answer(read: Callable[[bytes, str], Parts], data: bytes, name: str) -> bytes:
    """Return the parts of a document, or the reason why there are none."""
    try:
        return pack_parts(read(data, name))
    except UnseenError as error:
        return refusal(str(error), error.scans)
    except ReadError as error:
        return refusal(str(error))
    except MemoryError:
        return refusal(f"{name}: needs more memory than a document may; split it, or save it as text")
    except Exception as error:  # noqa: BLE001  (the contract: a document or one line, never anything else)
        what = type(error).__name__
        return refusal(
            f"{name}: could not be read (its reader stumbled: {what}); get the file anew, or save it as text"
        )


def refusal(line: str, scans: int = 0) -> bytes:
    """Return an answer that there is no document, or only so many pictures of pages."""
    return json.dumps({"error": line, "scans": scans}).encode()
