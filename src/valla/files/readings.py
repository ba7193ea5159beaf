"""What was read from pictures is kept for the next time: a page takes seconds, and a library is checked again and again.

One file a document, in the folder that VALLA_CACHE names ("off" keeps nothing), else in the user's own folder for such
things. Whatever is wrong with a kept reading, it is as if it were not there.
"""

import contextlib
import os
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from valla.files.limits import RESULT

PLACE, OFF = "VALLA_CACHE", "off"
VERSION = "1"
"""Of the readers of pictures: another one makes all that was kept stale."""


def folder() -> Path | None:
    """Return where readings are kept; None where they are not."""
    named = os.environ.get(PLACE, "").strip()
    if named.lower() == OFF:
        return None
    try:
        above = Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "valla"
    except RuntimeError:  # nobody's home
        return None
    return above / "readings"


def key_of(form: str, data: bytes, sight: str) -> str:
    """Return the name under which a reading is kept."""
    return sha256("|".join((VERSION, form, sight, sha256(data).hexdigest())).encode()).hexdigest()


def recall(form: str, data: bytes, sight: str) -> bytes | None:
    """Return the answer that was kept for a document; None where there is none that can be used."""
    place = folder()
    if place is None:
        return None
    try:
        return zlib.decompressobj().decompress((place / key_of(form, data, sight)).read_bytes(), RESULT)
    except (OSError, zlib.error):
        return None


def keep(form: str, data: bytes, sight: str, answer: bytes) -> None:
    """Keep an answer, readable for this user alone; where that cannot be done, nothing is lost but time."""
    place = folder()
    if place is None:
        return
    with contextlib.suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, delete=False) as file:
            file.write(zlib.compress(answer))
        Path(file.name).replace(place / key_of(form, data, sight))
