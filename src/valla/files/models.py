"""The door to an installed language model, which is heard as one witness of many to what is a person's name.

spaCy and its models are no dependencies: `pip install 'valla[nlp]'` brings them. The model is named in the settings and
loaded from what is installed, never fetched. Without it every command works; names are found by Valla's own rules alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, util
from typing import Any

from valla.model.anchors import Span

CHUNK = 50_000
"""Code points that are given to a model at once: its memory grows with them."""
PERSON = frozenset({"PERSON", "PER"})
UNUSED = ("lemmatizer", "parser", "attribute_ruler", "tagger", "senter", "textcat")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReceipt:
    """What came of a model: its name with its version, or why it could not be heard."""

    name: str
    version: str = ""
    refused: str | None = None

    @property
    def told(self) -> str:
        """Return the receipt in words."""
        return f"{self.name} {self.version}" if self.refused is None else f"{self.name} not heard: {self.refused}"


def open_model(name: str) -> tuple[Callable[[str], Any] | None, ModelReceipt]:
    """Return a model by the name of its package, and its receipt; None where it is not installed or cannot be loaded."""
    if util.find_spec("spacy") is None:
        return None, ModelReceipt(name=name, refused="spaCy is not installed (pip install 'valla[nlp]')")
    if not name.isidentifier() or util.find_spec(name) is None:
        return None, ModelReceipt(name=name, refused="no such package is installed")
    try:
        model = import_module("spacy").load(name, exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as error:  # made for another spaCy, or damaged
        return None, ModelReceipt(name=name, refused=str(error).splitlines()[0])
    return model, ModelReceipt(name=name, version=str(model.meta.get("version", "")))


def persons_seen(model: Callable[[str], Any], text: str) -> tuple[Span, ...]:
    """Return where a model sees a person's name in a text, sorted."""
    return tuple(
        Span(start + row.start_char, start + row.end_char)
        for start, chunk in chunks_of(text)
        for row in model(chunk).ents
        if row.label_ in PERSON and row.end_char > row.start_char
    )


def chunks_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces that end with a line where there is one, each with its offset."""
    start = 0
    while start < len(text):
        end = start + CHUNK
        line = text.rfind("\n", start + 1, end) if end < len(text) else -1
        end = line + 1 if line > start else end
        yield start, text[start:end]
        start = end
