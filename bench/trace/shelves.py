"""The benchmark's library: works are taken from a folder of texts until the size is reached, and written out nested.

Of the works some are held back (what is quoted from them is absent), some are printed as scans, some have a second
edition with small changes. Where the texts run out they are taken again with most words of meaning put for others of
like frequency: such copies give size, not new prose, and no quotation is drawn from them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.trace.noise import Scan, scan
from bench.trace.words import WORD, plain_words, put

HELD_BACK, BOTH = 0.08, 0.3
"""Share of the works that are held back, and of those in two editions that are there in both."""

SCANNED, REPRINTED = 7, 12
"""Every seventh book is a scan (15 %), every twelfth has a second edition (8 %)."""

LARGEST = 8
"""No work makes more than one part in so many of the library."""

SCAN_RATE = (0.01, 0.03)
"""Rate at which a scan is misread: five times as many words are hit, about two signs in each, so twice as many signs."""

COMMON = 120
"""So many of the most frequent words stay what they are in a copy."""

BAND = 40
PUT_FOR_OTHERS = 0.85
SHORTEST_WORK = 2_500
_FIELD = re.compile(r"^(Title|Author): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A text of the carrier; editions of one work share `group`."""

    name: str
    group: str
    title: str
    author: str | None
    text: str

    @property
    def cited(self) -> str:
        """Return the work as an essay would cite it."""
        return f"{self.author}, {self.title}" if self.author else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A file of the library and where it comes from: `scan` for a scanned one, `twin` for one with another edition."""

    document: str
    work: Work
    text: str
    scan: Scan | None = None
    twin: str | None = None

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the work's text stands in the file; it begins and ends with whole words."""
        if self.scan is None:
            return start, end
        first = bisect_right(self.scan.clean, start) - 1
        last = bisect_left(self.scan.clean, end)
        return self.scan.noisy[first], self.scan.noisy[last]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """What was written: the books from which quotations are drawn, the works held back, and the copies' tables."""

    books: tuple[Book, ...]
    held_back: tuple[Work, ...]
    tables: tuple["Table", ...] = ()
    bytes: int = 0
    copies: int = 0


SAME_WORK = {
    "all-is-well-that-ends-well": "shakespeare/alls-well-that-ends-well",
    "anthonie-and-cleopatra": "shakespeare/antony-and-cleopatra",
    "comedy-of-errours": "shakespeare/comedy-of-errors",
    "loves-labour-lost": "shakespeare/loves-labours-lost",
    "midsummer-nights-dreame": "shakespeare/midsummer-nights-dream",
    "tragedy-of-titus-andronicus": "shakespeare/titus-andronicus",
    "twelfe-night": "shakespeare/twelfth-night",
    "passionate-pilgrim": "shakespeare/sonnets",
    **dict.fromkeys(
        (
            "comus",
            "lallegro-il-penseroso-comus-and-lycidas",
            "paradise-lost-no-introduction",
            "paradise-regained",
            "poemata",
        ),
        "shakespeare/poetical-works",
    ),
}
"""Editions whose names differ, and works that a collection holds as well: what is held back is to be nowhere else."""


def read_works(carrier: Path) -> list[Work]:
    """Read every text below a folder, in the order of their names."""
    works = []
    for path in sorted(carrier.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(carrier).with_suffix("").as_posix()
        fields = dict(_FIELD.findall(text[:400]))
        title = fields.get("Title") or path.stem.replace("-", " ").capitalize()
        if len(text) >= SHORTEST_WORK:
            group = name.split(".", 1)[0]
            group = SAME_WORK.get(group.rpartition("/")[2], group)
            works.append(Work(name=name, group=group, title=title, author=fields.get("Author"), text=text))
    if not works:
        raise SystemExit(f"{carrier}: holds no text of {SHORTEST_WORK} letters; see bench/trace/fetch.py")
    return works


def stock(works: Sequence[Work], folder: Path, *, size: int, seed: int) -> Shelves:
    """Write a library of about that many bytes into a folder."""
    chance = Random(f"{seed}:shelves")  # noqa: S311 - a benchmark must be repeatable
    groups = sorted({work.group for work in works})
    chance.shuffle(groups)
    held = set(groups[: max(1, round(HELD_BACK * len(groups)))]) if len(groups) > 2 else set()  # noqa: PLR2004
    books: list[Book] = []
    written = 0
    for number, work in enumerate(_chosen(works, [group for group in groups if group not in held], size, chance)):
        if written >= size:
            break
        for book in _printed(work, number, chance):
            written += write(folder, book.document, book.text)
            books.append(book)
    kept = tuple(work for work in works if work.group in held)
    tables, copies, written = _copied(books, folder, size=size, written=written, seed=seed)
    return Shelves(books=tuple(books), held_back=kept, tables=tables, bytes=written, copies=copies)


def _chosen(works: Sequence[Work], groups: Sequence[str], size: int, chance: Random) -> Iterator[Work]:
    """Yield the works of some groups in their order; of most that are there in several editions, one."""
    for group in groups:
        editions = [work for work in works if work.group == group and len(work.text) <= max(size // LARGEST, 50_000)]
        if editions:
            yield from editions if chance.random() < BOTH else [chance.choice(editions)]


def write(folder: Path, document: str, text: str) -> int:
    """Write one file and return its bytes."""
    path = folder / document
    path.parent.mkdir(parents=True, exist_ok=True)
    octets = text.encode()
    path.write_bytes(octets)
    return len(octets)


def _printed(work: Work, number: int, chance: Random) -> Iterator[Book]:
    """Yield the book that a work becomes, and its second edition."""
    shelf, _, name = work.name.rpartition("/")
    where = f"{shelf or 'works'}/{name}"
    if number % SCANNED == SCANNED // 2:
        rate = chance.uniform(*SCAN_RATE)
        pages = scan(work.text, title=work.title, rate=rate, chance=chance)
        yield Book(document=f"{where}.scan.txt", work=work, text=pages.text, scan=pages)
        return
    if number % REPRINTED == 1:
        again = f"reprints/{where}.second-edition.txt"
        yield Book(document=f"{where}.txt", work=work, text=work.text, twin=again)
        yield Book(document=again, work=work, text=reprint(work.text, chance), twin=f"{where}.txt")
        return
    yield Book(document=f"{where}.txt", work=work, text=work.text)


def reprint(text: str, chance: Random) -> str:
    """Return a second edition: now and then a word is lost, doubled by an "and" or put for its neighbour's like."""
    head = text.find("\n\n") + 1
    title, body = re.sub(r"^(Title: .+)$", r"\1 (second edition)", text[:head], flags=re.MULTILINE), text[head:]
    matches = [match for match in WORD.finditer(body) if match[0].islower() and len(match[0]) > 3]  # noqa: PLR2004
    for match in reversed(matches):
        if chance.random() < 1 / 30:
            other = chance.choice(("", chance.choice(matches)[0], f"{match[0]} and {chance.choice(matches)[0]}"))
            body = put(body, match.span(), other) if not _at_line_end(body, match) else body
    return title + body


def _at_line_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word touches a line end; there nothing is changed, so that paragraphs stay what they are."""
    return "\n" in text[max(0, match.start() - 2) : match.end() + 2]


@dataclass(slots=True)
class Table(dict[str, str]):
    """What each token becomes in one copy; filled as tokens are met."""

    bare: dict[str, str] = field(default_factory=dict)

    def __missing__(self, token: str) -> str:
        """Put the other word in, with the token's own capitals and points."""
        match = WORD.search(token)
        other = self.bare.get(match[0].lower()) if match else None
        made = put(token, match.span(), other) if match and other else token
        self[token] = made
        return made


def _copied(
    books: Sequence[Book], folder: Path, *, size: int, written: int, seed: int
) -> tuple[tuple[Table, ...], int, int]:
    """Write copies with words put for others until the size is reached."""
    if written >= size:
        return (), 0, written
    bands = _bands(books)
    tables: list[Table] = []
    copies = 0
    while written < size:
        table = _table(bands, Random(f"{seed}:copy:{len(tables)}"))  # noqa: S311
        tables.append(table)
        for book in books:
            if written >= size:
                break
            copies += 1
            text = f"Title: Anonymous tract number {copies}\n\n\n" + copy(book.text, table)
            written += write(folder, f"tracts/{len(tables):03}/{copies:06}.txt", text)
    return tuple(tables), copies, written


def copy(text: str, table: Table) -> str:
    """Return a text with its words put for others."""
    tokens = text.replace("\n", " \n ").split(" ")
    return " ".join([table[token] for token in tokens]).replace(" \n ", "\n")


def _bands(books: Sequence[Book]) -> list[list[str]]:
    """Return the words of some length in bands of like frequency, the most frequent words left out."""
    counts = Counter(word for book in books for word in plain_words(book.text))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))[COMMON:]
    long = [word for word in ranked if len(word) > 3 and word.isalpha()]  # noqa: PLR2004
    return [long[start : start + BAND] for start in range(0, len(long), BAND)]


def _table(bands: Sequence[Sequence[str]], chance: Random) -> Table:
    """Put words for others within their band."""
    table = Table()
    for band in bands:
        others = list(band)
        chance.shuffle(others)
        table.bare.update(
            (word, other) for word, other in zip(band, others, strict=True) if chance.random() < PUT_FOR_OTHERS
        )
    return table
