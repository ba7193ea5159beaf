"""The inside of reading pictures: Tesseract by its program, RapidOCR by its library, one answer from both.

Both run in the reading process, under its limits and without a network. The confidence in a line is that in its worst
word: one word misread is one too many where words are compared.
"""

import csv
import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Protocol

from valla.errors import ReadError
from valla.read.pictures import Eyes, Seen, Sight

SLOWEST = 120  # seconds on the clock for one picture; most take two
MOST_LANGUAGES = 4  # each makes Tesseract slower
NOT_LANGUAGES = frozenset({"osd", "equ", "snum"})
BAR = re.compile(r"^\|(?=$|['’])")  # a bar that stands for a word is Tesseract's reading of a capital I without feet
PAGE, WORD = "1", "5"  # levels of Tesseract's table


class Organ(Eyes, Protocol):
    """Eyes, and the program that they start, if any."""

    @property
    def program(self) -> str:
        """Return the path of the one program that is started."""


def open_eyes(sight: str) -> Organ:
    """Return the eyes that `valla.files.sight.choose_sight` named."""
    program, _, languages = sight.partition("|")
    return RapidEyes() if program == "rapidocr" else TesseractEyes(program, languages)


@dataclass(slots=True)
class TesseractEyes:
    """Tesseract, started once for each picture."""

    program: str
    languages: str = ""
    name: str = ""

    def look(self, picture: bytes) -> tuple[Sight, ...]:
        """Return the pages of a picture file."""
        if not self.name:
            self.name = self.ask("--version").split("\n", 1)[0].strip()
            self.languages = self.languages or "+".join(installed(self.ask("--list-langs")))
        grey = ("--dpi", "300") if picture.startswith(b"P5") else ()
        table = self.ask("stdin", "stdout", "-l", self.languages or "eng", *grey, "tsv", given=picture)
        try:
            return tuple(sights_in(table))
        except (ValueError, KeyError, TypeError, csv.Error):  # a number too few, or none at all
            raise ReadError("Tesseract's answer cannot be made out; is the picture whole?") from None

    def ask(self, *words: str, given: bytes = b"") -> str:
        """Return what Tesseract answers; raise ReadError where it does not."""
        try:
            done = subprocess.run(  # noqa: S603  (the one program that may be started, by its whole path)
                [self.program, *words],
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=SLOWEST,
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise ReadError("Tesseract takes longer over a picture than it should; give a smaller one") from None
        except subprocess.CalledProcessError:
            raise ReadError(
                "Tesseract cannot read the picture; is it whole, and are its languages installed?"
            ) from None
        return done.stdout.decode("utf-8", "replace")


def installed(answer: str) -> Sequence[str]:
    """Return the languages in Tesseract's answer, English first."""
    names = [row.strip() for row in answer.splitlines()[1:] if row.strip() and "/" not in row]
    return sorted(set(names) - NOT_LANGUAGES, key=lambda name: (name != "eng", name))[:MOST_LANGUAGES]


def sights_in(table: str) -> Iterator[Sight]:
    """Yield the pages of a table of Tesseract's."""
    reader = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for _, rows in groupby(reader, key=lambda row: row["page_num"]):
        page = list(rows)
        whole = next((row for row in page if row["level"] == PAGE), page[0])
        words = [row for row in page if row["level"] == WORD and (row["text"] or "").strip()]
        lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
        seen = tuple(seen_from([word_from(row) for row in line]) for _, line in lines)
        yield Sight(width=float(whole["width"]), height=float(whole["height"]), lines=seen)


def word_from(row: dict[str, Any]) -> Seen:
    """Return one word of Tesseract's as a line of its own."""
    left, top = float(row["left"]), float(row["top"])
    right, bottom = left + float(row["width"]), top + float(row["height"])
    return Seen(
        words=BAR.sub("I", row["text"].strip()),
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        word=right,
        confidence=max(0.0, float(row["conf"]) / 100),
    )


def seen_from(words: Sequence[Seen]) -> Seen:
    """Return a line from its words."""
    return Seen(
        words=" ".join(row.words for row in words),
        left=min(row.left for row in words),
        top=min(row.top for row in words),
        right=max(row.right for row in words),
        bottom=max(row.bottom for row in words),
        word=words[0].right,
        confidence=min(row.confidence for row in words),
    )


@dataclass(slots=True)
class RapidEyes:
    """RapidOCR with the models of its wheel; loaded when the first picture is looked at."""

    program: str = ""
    name: str = ""
    engine: Any = field(default=None)

    def look(self, picture: bytes) -> tuple[Sight, ...]:
        """Return the pages of a picture file."""
        if self.engine is None:
            self.name, self.engine = open_engine()
        return tuple(self.page(frame) for frame in frames_of(picture))

    def page(self, frame: Any) -> Sight:  # noqa: ANN401  (an array of pixels; the library has no types)
        """Return one page."""
        height, width = frame.shape[:2]
        found = self.engine(frame, return_word_box=True)
        rows = [] if found.boxes is None else list(zip(found.boxes, found.txts, found.word_results, strict=True))
        rows.sort(key=lambda row: (float(row[0][0][1]), float(row[0][0][0])))
        return Sight(width=width, height=height, lines=tuple(line_from(*row) for row in rows if row[1].strip()))


def open_engine() -> tuple[str, Any]:
    """Return the name and version of RapidOCR, and its engine on one thread, silent."""
    from importlib.metadata import version  # noqa: PLC0415  (only where pictures are read)

    from rapidocr import RapidOCR  # noqa: PLC0415

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return f"rapidocr {version('rapidocr')}", RapidOCR(params={"Global.log_level": "critical", **threads})


def frames_of(picture: bytes) -> Iterator[Any]:
    """Yield the frames of a picture file as arrays of pixels; raise ReadError for a file that is none."""
    import numpy as np  # noqa: PLC0415  (only where pictures are read)
    from PIL import Image, ImageSequence  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(picture)) as image:
            for frame in ImageSequence.Iterator(image):
                yield np.asarray(frame.convert("RGB"))[:, :, ::-1]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReadError(f"the picture cannot be read ({type(error).__name__}); is it whole?") from None


def line_from(box: Any, words: str, each: Any) -> Seen:  # noqa: ANN401  (corners, and rows of word, score, corners)
    """Return a line of RapidOCR's."""
    lefts, tops = [float(x) for x, _ in box], [float(y) for _, y in box]
    scores = [float(score) for _, score, _ in each or ()]
    first = words.split(maxsplit=1)[0]
    return Seen(
        words=words.strip(),
        left=min(lefts),
        top=min(tops),
        right=max(lefts),
        bottom=max(tops),
        word=min(lefts) + (max(lefts) - min(lefts)) * len(first) / max(1, len(words)),
        confidence=min(scores, default=0.0),
    )
