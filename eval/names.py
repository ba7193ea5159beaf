"""Measure names on our own texts: who is named where, and which names are one person's.

    python eval/names.py [--half dev] [--faults]

The texts stand in eval/names/texts; a mark is `⟦letter id|words⟧` with the letters p person, g group, l place, w work.
Those of dev and test were written and split
before the room was built (four of dev later, to tune on); those of fresh before namesakes were told apart by the words
around them. B-cubed counts mentions that were not found, and found ones that
are none, as errors; a mention is found where it overlaps by half or more.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.files.opening import open_document
from valla.model.names import EntityKind, Gathered
from valla.name import find_mentions, gather_entities
from valla.quote import attribute_quotations, find_quotations

TEXTS = Path(__file__).parent / "names" / "texts"
HALVES = ("dev", "test", "fresh")
KINDS = {"p": EntityKind.PERSON, "g": EntityKind.GROUP, "l": EntityKind.PLACE, "w": EntityKind.WORK}
MARK = re.compile(r"⟦(?P<letter>[pglw]) (?P<id>\w+)\||(?P<close>⟧)")
HALF = 0.5
Place = tuple[int, int]
Marked = dict[Place, tuple[EntityKind, str]]


def compile_text(source: str) -> tuple[str, Marked]:
    """Return the text without its marks, and what they say of each place in it."""
    text, at, marks, opened = "", 0, Marked(), list[tuple[int, EntityKind, str]]()
    for match in MARK.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        if match["close"]:
            start, kind, name = opened.pop()
            marks[start, len(text)] = (kind, name)
        else:
            opened.append((len(text), KINDS[match["letter"]], match["id"]))
    return text + source[at:], marks


def gather_text(text: str) -> tuple[Gathered, Marked]:
    """Return the names of a text, and the places of its mentions with their kind and entity."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "essay.md" if text.startswith("# ") else "essay.txt")
        path.write_text(text, encoding="utf-8")
        document = open_document(path)
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    mentions = find_mentions(document, found.quotations, found.titles, said.attributions, said.citations)
    made = gather_entities(document, mentions)
    places: Marked = {}
    for row in made.mentions:
        origin = document.origin(row.span)
        places[origin.start, origin.end] = (row.kind, str(row.entity))
    return made, places


def overlap(one: Place, other: Place) -> float:
    """Return the share of two places that is common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def pair_places(gold: Iterable[Place], found: Iterable[Place]) -> dict[Place, Place]:
    """Return found place by gold place, the best overlaps first, each used once."""
    wanted = sorted(gold)
    scored = sorted(
        (-overlap(one, other), one, other) for one in wanted for other in found if overlap(one, other) >= HALF
    )
    pairs: dict[Place, Place] = {}
    for _, one, other in scored:
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def of_kind(places: Marked, kind: EntityKind) -> dict[Place, str]:
    """Return the places of one kind with their entities."""
    return {place: name for place, (held, name) in places.items() if held is kind}


def b_cubed(gold: Mapping[Place, str], found: Mapping[Place, str], pairs: Mapping[Place, Place]) -> tuple[float, float]:
    """Return the sums of precision and recall over mentions."""
    back = {other: one for one, other in pairs.items()}
    mine, theirs = defaultdict(set), defaultdict(set)
    for place, name in gold.items():
        mine[name].add(place)
    for place, name in found.items():
        theirs[name].add(back.get(place, (-place[0] - 1, -place[1])))
    precise = sum(
        len(mine[gold[one]] & theirs[found[other]]) / len(theirs[found[other]]) for one, other in pairs.items()
    )
    whole = sum(len(mine[gold[one]] & theirs[found[other]]) / len(mine[gold[one]]) for one, other in pairs.items())
    return precise, whole


def measure_half(half: str) -> dict[str, float]:
    """Return the figures of one half."""
    counts: defaultdict[str, float] = defaultdict(float)
    for path in sorted((TEXTS / half).glob("*.gold")):
        text, marks = compile_text(path.read_text(encoding="utf-8"))
        _, places = gather_text(text)
        for kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.GROUP):
            gold, found = of_kind(marks, kind), of_kind(places, kind)
            pairs = pair_places(gold, found)
            counts[f"{kind} gold"] += len(gold)
            counts[f"{kind} found"] += len(found)
            counts[f"{kind} right"] += len(pairs)
            if kind is EntityKind.PERSON:
                precise, whole = b_cubed(gold, found, pairs)
                counts["precise"] += precise
                counts["whole"] += whole
    precision, recall = counts["precise"] / counts["person found"], counts["whole"] / counts["person gold"]
    return {
        "persons_b_cubed": round(2 * precision * recall / (precision + recall), 4),
        **{
            f"{kind}_recall": round(counts[f"{kind} right"] / counts[f"{kind} gold"], 4)
            for kind in ("person", "place", "group")
        },
        **{
            f"{kind}_precision": round(counts[f"{kind} right"] / counts[f"{kind} found"], 4)
            for kind in ("person", "place", "group")
        },
    }


def show_faults(half: str) -> None:
    """Print what was missed, what is none, and the entities of each text."""
    for path in sorted((TEXTS / half).glob("*.gold")):
        text, marks = compile_text(path.read_text(encoding="utf-8"))
        made, places = gather_text(text)
        print(f"== {path.name}")
        for kind in (EntityKind.PERSON, EntityKind.PLACE, EntityKind.GROUP):
            gold, found = of_kind(marks, kind), of_kind(places, kind)
            pairs = pair_places(gold, found)
            for sign, rows in (("missed", set(gold) - set(pairs)), ("false", set(found) - set(pairs.values()))):
                for start, end in sorted(rows):
                    print(f"  {sign} {kind}: {text[start - 25 : start]!r} [{text[start:end]}] {text[end : end + 25]!r}")
        for row in made.entities:
            if row.kind is EntityKind.PERSON:
                print("  ", row.id, [(one.surface, one.count) for one in row.spellings], row.merged)
        print("  ", [(row.id, row.score) for row in made.proposals])


def main() -> int:
    """Print the figures, and the faults where they are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=HALVES)
    asked.add_argument("--faults", action="store_true")
    given = asked.parse_args()
    for half in [given.half] if given.half else HALVES:
        print(half, measure_half(half))
        if given.faults:
            show_faults(half)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
