"""The parts of a document as JSON, for the way from the process that read it; what comes back is not trusted."""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any, TypeVar

from valla.errors import ReadError
from valla.model.anchors import Span
from valla.model.documents import (
    Block,
    BlockKind,
    Change,
    Comment,
    Doubt,
    Imprint,
    Locus,
    Note,
    PageStart,
    PageState,
    Paging,
    Remark,
    Segment,
)
from valla.read.parts import Parts, UnseenError

Row = TypeVar("Row")


def pack_parts(parts: Parts) -> bytes:
    """Return parts as JSON in UTF-8; letters that are none (lone surrogates) become question marks."""
    rows = {field.name: packed(getattr(parts, field.name)) for field in fields(parts)}
    return json.dumps({"parts": rows}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def packed(value: object) -> object:
    """Return a value of a row as JSON has it: rows and spans as lists."""
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, Sequence):
        return [packed(one) for one in value]
    return [packed(getattr(value, field.name)) for field in fields(value)]  # type: ignore[arg-type]  # (a row)


def unpack_parts(data: bytes, name: str) -> Parts:
    """Return the parts that a reading process sent; raise ReadError for its refusal, or for an answer that is none."""
    try:
        answer = json.loads(data)
        if answer.get("scans"):
            raise UnseenError(str(answer["error"]), int(answer["scans"]))
        if "error" in answer:
            raise ReadError(str(answer["error"]))
        return parts_from(answer["parts"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ReadError(
            f"{name}: could not be read (its reader broke down); get the file anew, or save it as text"
        ) from None


def parts_from(rows: dict[str, Any]) -> Parts:
    """Return parts from their JSON; each row is checked as it is made, and every place must lie in the text."""
    text = str(rows["text"])
    return Parts(
        text=text,
        blocks=each(rows["blocks"], lambda r: Block(span=span(r[0], text), kind=BlockKind(r[1]), level=int(r[2]))),
        notes=each(rows["notes"], lambda r: Note(label=str(r[0]), mark=span(r[1], text), body=span(r[2], text))),
        pages=each(rows["pages"], lambda r: page(r, text)),
        remarks=each(rows["remarks"], lambda r: Remark(at=int(r[0]), words=str(r[1]))),
        segments=each(rows["segments"], lambda r: Segment(text=span(r[0], text), source=Span(*r[1]))),
        loci=each(
            rows["loci"], lambda r: Locus(text=span(r[0], text), part=str(r[1]), item=int(r[2]), start=int(r[3]))
        ),
        comments=each(rows["comments"], lambda r: Comment(at=span(r[0], text), words=str(r[1]), author=str(r[2]))),
        changes=each(rows["changes"], lambda r: change(r, text)),
        doubts=each(rows["doubts"], lambda r: Doubt(span=span(r[0], text), confidence=float(r[1]))),
        italics=disjoint(each(rows["italics"], lambda r: span(r, text))),
        paging=Paging(rows["paging"]),
        imprint=Imprint(**dict(zip(("title", "author", "year", "language"), rows["imprint"], strict=True))),
        warnings=tuple(str(row) for row in rows["warnings"]),
        eyes=str(rows["eyes"]),
    )


def each(rows: Sequence[Any], make: Callable[[Any], Row]) -> tuple[Row, ...]:
    """Return the rows made of some lists."""
    return tuple(make(row) for row in rows)


def span(pair: Sequence[int], text: str) -> Span:
    """Return a span that lies in the text; raise ValueError for any other."""
    start, end = pair
    if end > len(text):
        raise ValueError(end)
    return Span(start, end)


def disjoint(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans that are sorted and do not overlap, so that there are no more of them than letters; else raise ValueError."""
    if not all(spans) or any(one.end > two.start for one, two in pairwise(spans)):
        raise ValueError(len(spans))
    return spans


def page(row: Sequence[Any], text: str) -> PageStart:
    """Return the start of a page."""
    at, label, sheet, state = row
    return PageStart(at=span((at, at), text).start, label=str(label), sheet=int(sheet), state=PageState(state))


def change(row: Sequence[Any], text: str) -> Change:
    """Return a tracked change."""
    at, inserted, words, author = row
    return Change(at=span(at, text), inserted=bool(inserted), words=str(words), author=str(author))
