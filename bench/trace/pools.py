"""Stretches from which the tasks are made: drawn by chance, and kept only where it is certain where they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from random import Random

from bench.trace.changes import GUARDED, Vocabulary
from bench.trace.shelves import Book, Shelves, Table, Work
from bench.trace.words import WORD, Stretch, count_runs, flat, plain_words, share_met

Pools = dict[str, list[Stretch]]

LENGTHS = (6, 60)
SHORT = (2, 5)
MISSES = 400
"""Draws in a row that give nothing before a library counts as used up."""

CELL = 64
"""Code points: two stretches do not share a cell of this size."""

KNOWN_FROM = 3
SAMPLE = 200_000
OLD = ".folio"
"""The name of an edition in old spelling."""

_TOKEN = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]+| +")
_SENTENCE = re.compile(r"[.!?]['\"”’)]?\s+(?=[A-Z\"“])")
_UNFIT = re.compile(r"\n\s*\n|\w-\n|\d:\d|[\[\]_*|<>{}\\/#…]|\.\.|http|[A-Z]{4}|\. \.")

Span = tuple[int, int]


def learn_vocabulary(books: Sequence[Book]) -> Vocabulary:
    """Gather words and names from the beginning of each book that is neither scanned nor in old spelling."""
    small: Counter[str] = Counter()
    great: Counter[str] = Counter()
    for book in books:
        if book.scan is None and OLD not in book.document:
            for match in WORD.finditer(book.text[:SAMPLE]):
                (small if match[0].islower() else great)[match[0]] += 1
    ranked = sorted(small, key=lambda word: (-small[word], word))
    ordinary = [word for word in ranked[150:6000] if len(word) > 4 and word.isalpha() and word not in GUARDED]  # noqa: PLR2004
    names = [
        word
        for word in sorted(great)
        if word.istitle() and len(word) > 3 and great[word] >= 4 and great[word] > 20 * small[word.lower()]  # noqa: PLR2004
    ]
    known = frozenset(word for word in ranked if small[word] >= KNOWN_FROM)
    return Vocabulary(ordinary=tuple(ordinary or ranked), names=tuple(names), known=known)


def fill_pools(shelves: Shelves, *, tasks: int, seed: int, short_elsewhere: Sequence[str] = ()) -> Pools:
    """Draw the stretches for so many tasks and keep those of which it is certain where they stand, or that they do not."""
    drawn = dict(_drawn(shelves, tasks, seed))
    texts = [book.text for book in shelves.books]
    wanted = [stretch.words for name, pool in drawn.items() if name != "twin" for stretch in pool]
    counts = count_runs(wanted, [*texts, *short_elsewhere])
    single = _single_in(counts, shelves.tables)
    return {
        "one": [row for row in drawn["one"] if single(row)],
        "old": [row for row in drawn["old"] if single(row)],
        "scan": [row for row in drawn["scan"] if share_met(row.words, counts, 1) < 0.3],  # noqa: PLR2004
        "twin": drawn["twin"],
        "rare": [row for row in drawn["short"] if share_met(row.words, counts, 2) == 0],
        "common": [row for row in drawn["short"] if share_met(row.words, counts, 4) == 1],
        "absent": [row for row in drawn["absent"] if share_met(row.words, counts, 1) < 0.15],  # noqa: PLR2004
        "markov": [row for row in drawn["markov"] if share_met(row.words, counts, 1) < 0.15],  # noqa: PLR2004
    }


def _single_in(counts: Counter[tuple[str, ...]], tables: Sequence[Table]) -> Callable[[Stretch], bool]:
    """Return the test whether a stretch stands in one place: hardly a run of it stands elsewhere, and no copy is like it."""

    def single(stretch: Stretch) -> bool:
        if share_met(stretch.words, counts, 2) > 0.2:  # noqa: PLR2004
            return False
        words = plain_words(stretch.words)
        return all(sum(table.bare.get(word, word) == word for word in words) <= 0.7 * len(words) for table in tables)

    return single


def _drawn(shelves: Shelves, tasks: int, seed: int) -> Iterator[tuple[str, list[Stretch]]]:
    """Yield each pool before it is sifted."""
    books = shelves.books
    groups = Counter(book.work.group for book in books)
    alone = [book for book in books if groups[book.work.group] == 1 and book.scan is None]
    old = [book for book in alone if OLD in book.document] or alone
    chances = {
        name: Random(f"{seed}:pool:{name}")  # noqa: S311 - a benchmark must be repeatable
        for name in ("one", "old", "scan", "twin", "short", "absent", "markov")
    }
    yield "one", list(islice(_stretches(alone, LENGTHS, chances["one"]), 5 * tasks + 100))
    yield "old", list(islice(_stretches(old, LENGTHS, chances["old"]), tasks // 4 + 20))
    yield "scan", list(islice(_from_scans(books, chances["scan"]), tasks // 8 + 20))
    yield "twin", list(islice(_from_twins(books, chances["twin"]), tasks // 12 + 10))
    yield "short", list(islice(_stretches(alone, SHORT, chances["short"]), tasks + 50))
    yield "absent", list(islice(_from_works(shelves.held_back, chances["absent"]), tasks // 5 + 20))
    yield "markov", list(islice(_nonsense(alone, chances["markov"]), tasks // 5 + 20))


def _stretches(books: Sequence[Book], lengths: Span, chance: Random) -> Iterator[Stretch]:
    """Yield stretches of plain books for as long as some are found, no two that overlap."""
    for book, (start, end) in _places(books, lambda book: book.text, lengths, chance):
        yield Stretch(document=book.document, start=start, end=end, words=flat(book.text[start:end]))


def _places(
    books: Sequence[Book], text_of: Callable[[Book], str], lengths: Span, chance: Random
) -> Iterator[tuple[Book, Span]]:
    """Yield places fit to be quoted, long books more often and none twice; end when hardly any are found."""
    weights = list(accumulate(len(text_of(book)) for book in books))
    taken: defaultdict[str, set[int]] = defaultdict(set)
    missed = 0
    while books and missed < MISSES:
        [book] = chance.choices(books, cum_weights=weights)
        span = cut(text_of(book), lengths, chance)
        cells = set(range(span[0] // CELL, span[1] // CELL + 1)) if span else set()
        if span is None or cells & taken[book.document]:
            missed += 1
            continue
        missed = 0
        taken[book.document] |= cells
        yield book, span


def cut(text: str, lengths: Span, chance: Random) -> Span | None:
    """Cut a stretch of some words by chance, half of them from the beginning of a sentence; None if it is unfit."""
    start = chance.randrange(len(text))
    if chance.random() < 0.5 and (sentence := _SENTENCE.search(text, start, start + 600)):  # noqa: PLR2004
        start = sentence.end()
    wanted = round(lengths[0] * (lengths[1] / lengths[0]) ** chance.random())
    space = text.find(" ", start) if start and not text[start - 1].isspace() else start
    tokens = list(islice(_TOKEN.finditer(text, max(space, start), start + 16 * wanted + 60), wanted))
    if len(tokens) < wanted:
        return None
    begun, ended = tokens[0].start(), tokens[-1].end()
    fit = ended - begun < 12 * wanted + 30 and not _UNFIT.search(text, begun, ended) and begun > text.find("\n\n")
    return (begun, ended) if fit and _is_prose(text[begun:ended]) else None


def _is_prose(text: str) -> bool:
    """Tell whether a stretch is made of words, and begins and ends with one."""
    letters = sum(sign.isalpha() or sign == " " for sign in text)
    return (
        letters > 0.85 * len(text) and text[0].isalnum() and any(sign.isalnum() for sign in text.rsplit(maxsplit=1)[-1])
    )


def _from_scans(books: Sequence[Book], chance: Random) -> Iterator[Stretch]:
    """Yield clean words of scanned books at places where the scan has an error."""
    scans = [book for book in books if book.scan is not None]
    for book, (start, end) in _places(scans, lambda book: book.work.text, (8, 60), chance):
        begun, ended = book.span_of(start, end)
        words = flat(book.work.text[start:end])
        if "".join(plain_words(words)) != "".join(plain_words(book.text[begun:ended].replace("-\n", ""))):
            yield Stretch(document=book.document, start=begun, end=ended, words=words, scanned=True)


def _from_twins(books: Sequence[Book], chance: Random) -> Iterator[Stretch]:
    """Yield stretches that stand in one of two editions only."""
    names = {book.document: plain_words(book.text) for book in books if book.twin}
    texts = {name: " ".join(words) for name, words in names.items()}
    twins = [book for book in books if book.twin]
    for book, (start, end) in _places(twins, lambda book: book.text, (10, 60), chance):
        words = flat(book.text[start:end])
        if " ".join(plain_words(words)) not in texts[book.twin or ""]:
            yield Stretch(document=book.document, start=start, end=end, words=words)


def _from_works(works: Sequence[Work], chance: Random) -> Iterator[Stretch]:
    """Yield stretches of works that are not in the library."""
    books = [Book(document=work.name, work=work, text=work.text) for work in works]
    yield from _stretches(books, LENGTHS, chance)


def _nonsense(books: Sequence[Book], chance: Random) -> Iterator[Stretch]:
    """Yield words strung together as the library's words follow each other, which mean nothing."""
    follow: defaultdict[str, list[str]] = defaultdict(list)
    for book in books[:: max(1, len(books) // 40)]:
        tokens = book.text[2_000:40_000].split()
        for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
            follow[second].append(third)
            follow[f"{first} {second}"].append(third)
    starts = sorted(word for word in follow if word.istitle() and word.isalpha())
    while starts:
        yield Stretch(document="", start=0, end=0, words=_string_together(follow, chance.choice(starts), chance))


def _string_together(follow: dict[str, list[str]], start: str, chance: Random) -> str:
    """Go from word to word, half the time by the two words before, half by the last one."""
    words = [start]
    wanted = round(6 * 8 ** chance.random())
    while len(words) < wanted:
        after = follow.get(" ".join(words[-2:])) if chance.random() < 0.5 else None  # noqa: PLR2004
        words.append(chance.choice(after or follow.get(words[-1]) or [start]))
    return " ".join(words)
