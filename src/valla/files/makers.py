"""What makes the cards of a catalogue: the code that reads, and the programs of the machine that help it.

A card is believed only where the same would be made again. The code is told by the digest of its own files, which no one
has to remember to count up; the programs by what was chosen of them.
"""

import os
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from valla.errors import ConfigError
from valla.files import article
from valla.files.sight import choose_sight

ROOMS = ("read", "text", "library", "files", "model")
"""The rooms whose code decides what a card says, and what an index holds."""


@cache
def code() -> str:
    """Return the digest of the code that makes cards and segments."""
    root = Path(__file__).parent.parent
    summed = sha256()
    for path in sorted(path for room in ROOMS for path in (root / room).rglob("*.py")):
        summed.update(f"{path.relative_to(root).as_posix()}\0".encode())
        summed.update(path.read_bytes())
    return summed.hexdigest()[:32]


def helpers() -> str:
    """Return which programs help to read what is no text here."""
    try:
        sight = choose_sight()
    except ConfigError as error:
        sight = str(error)  # whoever reads a picture will be told
    web = os.environ.get(article.CHOICE, "").strip().lower() != "off" and find_spec("trafilatura") is not None
    return f"sight {sight or 'none'}, article {'yes' if web else 'no'}"
