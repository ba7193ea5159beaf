"""Deposits: archives in which papers were found, who found them there, and the work in which he printed them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.quotations import Found
from valla.text.prose import merge_spans

_NAME = r"(?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w’'-]{1,30}| [A-ZÀ-Þ]\.){0,4}"
ARCHIVE = re.compile(
    rf"\bthe (?P<name>(?:{_NAME} )?(?:[Aa]rchives?|[Pp]apers|[Cc]ollection|[Mm]uniment room|[Rr]ecord office))\b"
)
FINDER = re.compile(
    rf"(?P<who>{_NAME})(?: who)?(?: also| then| later)? (?:found|discovered|unearthed|came upon|was granted access|was given access|visited|was allowed|searched|used|opened|worked)\b"
)
FOUND_BY = re.compile(
    rf"(?:found|discovered|unearthed|uncovered) (?:in [^.;]{{3,60}} )?by (?:[a-z]+ ){{0,3}}(?P<who>{_NAME})"
)
PAPERS = re.compile(
    r"\b(?:letters?|correspondence|documents?|papers|receipts?|manuscripts?|diar(?:y|ies)|notebooks?|items)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Deposit:
    """An archive as the text names it, where, who worked in it (with the places), and names told of with its papers."""

    name: str
    at: Span
    finders: tuple[tuple[str, Span], ...]
    named: frozenset[str]


def deposits_in(document: Document, flat: str, found: Found) -> tuple[Deposit, ...]:
    """Return the archives of a text, those with the same last words made one, in the order of their first mention."""
    quoted = merge_spans(row.span for row in found.quotations if not row.scare)
    starts = [span.start for span in quoted]
    made: list[Deposit] = []
    for block in document.blocks:
        before = bisect_right(starts, block.span.start) - 1
        if before >= 0 and quoted[before].covers(block.span):
            continue
        for deposit in _in_block(flat, block.span):
            place = next((n for n, one in enumerate(made) if _same_deposit(one.name, deposit.name)), None)
            if place is None:
                made.append(deposit)
            else:
                made[place] = _joined(made[place], deposit)
    return tuple(one for one in made if one.finders)


def _in_block(text: str, span: Span) -> Iterator[Deposit]:
    """Yield the archive of a paragraph in which papers are told of."""
    match = next((one for one in ARCHIVE.finditer(text, span.start, span.end) if len(one["name"].split()) > 1), None)
    words = span.of(text)
    if match and PAPERS.search(words):
        finders = [
            (one["who"], Span(one.start("who"), one.end("who")))
            for pattern in (FINDER, FOUND_BY)
            for one in pattern.finditer(text, span.start, span.end)
            if one["who"].split()[0] not in {"It", "This", "There", "He", "She", "They", "In", "The", "Items"}
        ]
        yield Deposit(
            match["name"],
            Span(match.start("name"), match.end("name")),
            tuple(sorted(finders)),
            frozenset(re.findall(r"[A-ZÀ-Þ][\w-]{3,}", words)),
        )


def _same_deposit(one: str, other: str) -> bool:
    """Tell whether two names end alike: "the Harvard Lodge archive" and "the Lodge archive"."""
    first, second = one.casefold().split(), other.casefold().split()
    return first[-2:] == second[-2:]


def _joined(one: Deposit, other: Deposit) -> Deposit:
    """Return two mentions of one archive as one, under the longer name."""
    name = max((one.name, other.name), key=lambda words: (len(words), words))
    return Deposit(name, one.at, tuple(sorted({*one.finders, *other.finders})), one.named | other.named)
