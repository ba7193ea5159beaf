"""Measure how citations are read and speakers are named, on forms and passages that were written before the rules.

    python eval/attributions.py [--half tune|test|all] [--wrong]

`citations.jsonl` holds single citations with the fields expected of them, `speakers.jsonl` passages in which one
quotation stands between ⟦ and ⟧. Every second row belongs to the test half: it was not looked at while tuning.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.model.anchors import DocumentId, Span, anchored
from valla.model.documents import Document
from valla.model.quotations import Found, Link, Quotation, QuotationId, QuotationKind, Setting
from valla.model.works import Reference
from valla.quote import attribute_quotations, find_quotations
from valla.quote.citations import Reading, read_citation

HERE = Path(__file__).parent
FIELDS = (
    "author",
    "title",
    "container",
    "volume",
    "year",
    "pages",
    "publisher",
    "place",
    "archive",
    "via",
    "reference",
    "translator",
    "addressee",
)
Row = dict[str, Any]
EDGE = 2  # a mark or two may stand before the first quoted word


@dataclass(slots=True)
class Score:
    """How often a field was right, asked for, and given without being asked for."""

    right: int = 0
    asked: int = 0
    spurious: int = 0


@dataclass(slots=True)
class Tally:
    """The figures of one set, and what went wrong."""

    rows: int = 0
    whole: int = 0
    fields: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    wrong: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Return the share of the fields asked for that are right."""
        return sum(score.right for score in self.fields.values()) / max(
            1, sum(score.asked for score in self.fields.values())
        )

    @property
    def precision(self) -> float:
        """Return the share of right fields among those right and those given without being asked for."""
        right = sum(score.right for score in self.fields.values())
        return right / max(1, right + sum(score.spurious for score in self.fields.values()))


def rows_of(name: str, half: str) -> Iterator[Row]:
    """Yield the rows of a set that belong to a half."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half in {"all", row["half"]}:
            yield row


def fields_of(reading: Reading | None) -> dict[str, str | None]:
    """Return the fields of a reading by the names that the set uses."""
    if reading is None:
        return {}
    plain = {name: getattr(reading, name) for name in FIELDS if hasattr(reading, name)}
    return {
        **plain,
        "via": reading.via_words,
        "addressee": reading.taker if reading.kind == "letter" else None,
        "reference": None if reading.reference is Reference.FULL else reading.reference.value,
        "speaker": reading.speaker.value if reading.speaker else reading.author,
    }


def measure_citations(half: str) -> Tally:
    """Return the figures of the single citations."""
    tally = Tally()
    for row in rows_of("citations.jsonl", half):
        given, expected = fields_of(read_citation(row["raw"])), row["expect"]
        faults = [
            name for name in (*FIELDS, "speaker") if not count_field(tally, name, expected.get(name), given.get(name))
        ]
        tally.rows += 1
        tally.whole += not faults
        if faults:
            told = ", ".join(f"{name}: {given.get(name)!r} for {expected.get(name)!r}" for name in faults)
            tally.wrong.append(f"{row['id']} {row['raw']}\n      {told}")
    return tally


def count_field(tally: Tally, name: str, expected: str | None, given: str | None) -> bool:
    """Count one field and tell whether it is right; a speaker is only asked for where one is expected."""
    score = tally.fields[name]
    if expected is None:
        score.spurious += given is not None and name != "speaker"
        return given is None or name == "speaker"
    score.asked += 1
    score.right += given == expected
    return given == expected


def measure_speakers(half: str, *, by_hand: bool) -> Tally:
    """Return the figures of the passages, with the settings found by the engine or made by hand."""
    tally = Tally()
    for row in rows_of("speakers.jsonl", half):
        document, target = passage_of(row)
        found = found_by_hand(document, target, row) if by_hand else find_quotations(document)
        measure_passage(tally, row, document, target, found)
    return tally


def measure_passage(tally: Tally, row: Row, document: Document, target: Span, found: Found) -> None:
    """Count the speaker and the links of one passage."""
    said = attribute_quotations(document, found)
    quotation = next(
        (
            item
            for item in found.quotations
            if item.span.touches(target) and abs(item.span.start - target.start) <= EDGE
        ),
        None,
    )
    tally.rows += 1
    if quotation is None:
        tally.fields["speaker"].asked += 1
        tally.wrong.append(f"{row['id']} quotation not found: {row['text']}")
        return
    name = next((item.name for item in said.attributions if item.quotation == quotation.id), None)
    right = name == row["speaker"] or name in row.get("alt", ())
    tally.fields["speaker"].asked += 1
    tally.fields["speaker"].right += right
    chain = [link for link in said.links if link.quotation == quotation.id]
    missing = [wanted for wanted in row.get("links", ()) if not any(fits(link, wanted) for link in chain)]
    tally.fields["link"].asked += len(row.get("links", ()))
    tally.fields["link"].right += len(row.get("links", ())) - len(missing)
    tally.whole += right and not missing
    if not right or missing:
        tally.wrong.append(
            f"{row['id']} {row['text']!r}\n      {name!r} for {row['speaker']!r}; links missing: {missing}"
        )


def fits(link: Link, wanted: Sequence[str]) -> bool:
    """Tell whether a link is the one expected; a star at the end stands for any further words."""
    pairs = ((link.kind.value, wanted[0]), (link.giver or "", wanted[1]), (link.taker or "", wanted[2]))
    return all(given.startswith(asked[:-1]) if asked.endswith("*") else given == asked for given, asked in pairs)


def passage_of(row: Row) -> tuple[Document, Span]:
    """Return the document of a passage and where its quotation stands."""
    start = row["text"].index("⟦")
    text = row["text"].replace("⟦", "").replace("⟧", "")
    return Document(id=DocumentId("passage"), name="passage.txt", text=text), Span(start, row["text"].index("⟧") - 1)


def found_by_hand(document: Document, target: Span, row: Row) -> Found:
    """Return what a perfect finder would find: the quotation and the words around it."""
    text = document.text
    identity = QuotationId(f"passage@{target.start}-{target.end}")
    block = target.start > 2 and text[: target.start - 1].endswith("\n\n")  # noqa: PLR2004 - two line ends and a mark
    kind = (
        QuotationKind.TURN
        if row.get("label")
        else QuotationKind.BLOCK
        if block or row.get("line")
        else QuotationKind.INLINE
    )
    quotation = Quotation(
        id=identity, anchor=anchored(document.id, text, target), kind=kind, parts=(target,), reason="by hand"
    )
    setting = Setting(
        quotation=identity,
        cue=None if row.get("label") else cue_by_hand(text, target.start, block=block),
        tail=tail_by_hand(text, target.end) if kind is QuotationKind.INLINE else None,
        line=place_of(text, row.get("line")),
        label=place_of(text, row.get("label"), before=target.start),
    )
    if row.get("outer"):
        return nested_by_hand(document, quotation, setting)
    return Found(quotations=(quotation,), settings=(setting,))


def nested_by_hand(document: Document, inner: Quotation, setting: Setting) -> Found:
    """Return a quotation inside the double marks of another."""
    text = document.text
    span = Span(text.index("“") + 1, text.rindex("”"))
    identity = QuotationId(f"passage@{span.start}-{span.end}")
    outer = Quotation(
        id=identity,
        anchor=anchored(document.id, text, span),
        kind=QuotationKind.INLINE,
        parts=(span,),
        reason="by hand",
    )
    cue = Span(max(span.start, setting.cue.start), setting.cue.end) if setting.cue else None
    inside = (replace(setting, cue=cue if cue and len(cue) else None), replace(inner, nested_in=identity))
    return Found(
        quotations=(outer, inside[1]),
        settings=(Setting(quotation=identity, cue=Span(0, span.start - 1)), inside[0]),
    )


def place_of(text: str, words: str | None, before: int | None = None) -> Span | None:
    """Return where some words stand, the last place before an offset where one is given."""
    if words is None:
        return None
    start = text.rfind(words, 0, before) if before is not None else text.find(words)
    return Span(start, start + len(words)) if start >= 0 else None


def cue_by_hand(text: str, start: int, *, block: bool) -> Span | None:
    """Return the sentence that leads up to a quotation."""
    stop = text.rfind("\n\n", 0, start) if block else len(text[:start].rstrip(" “„«‘\"'"))
    if stop <= 0:
        return None
    begin = max(text.rfind(". ", 0, stop - 1) + 2, text.rfind("\n\n", 0, stop - 1) + 2, 0) if stop > 1 else 0
    begin = 0 if begin < 2 else begin  # noqa: PLR2004 - nothing was found
    return Span(begin, stop) if text[begin:stop].strip() else None


def tail_by_hand(text: str, end: int) -> Span | None:
    """Return the words behind a closing mark in its paragraph."""
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    start = end
    while start < stop and text[start] in "”“»’'\" \u00a0":
        start += 1
    return Span(start, stop) if any(char.isalpha() for char in text[start:stop]) else None


def show(title: str, tally: Tally, *, wrong: bool) -> None:
    """Print the figures of a set."""
    print(f"{title}: whole {tally.whole} of {tally.rows}; fields {tally.accuracy:.3f}, precision {tally.precision:.3f}")
    for name, score in tally.fields.items():
        if score.asked or score.spurious:
            print(f"  {name:<12} {score.right:>3} of {score.asked:<3} spurious {score.spurious}")
    for line in tally.wrong if wrong else ():
        print("   ", line)


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=("tune", "test", "all"), default="all")
    asked.add_argument("--wrong", action="store_true", help="print what went wrong")
    given = asked.parse_args()
    show(f"citations, {given.half}", measure_citations(given.half), wrong=given.wrong)
    show(f"speakers with settings by hand, {given.half}", measure_speakers(given.half, by_hand=True), wrong=given.wrong)
    show(f"speakers as found, {given.half}", measure_speakers(given.half, by_hand=False), wrong=given.wrong)


if __name__ == "__main__":
    main()
