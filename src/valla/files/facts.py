"""The door for facts about lives: a CSV table with one person a row, or FollowTheMoney entities, one a line.

CSV: a head line with `name` and any of aliases, born, arrested, released, died, in_office, source, note; several days in
one cell stand with semicolons between, and so do aliases. Days are EDTF; "?" behind one makes it uncertain.
FollowTheMoney (https://followthemoney.tech): entities of the schema Person with name, alias, birthDate, deathDate, and
of the schema Occupancy are read; others are left alone.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from valla.errors import ReadError
from valla.files.opening import MIB, read_bytes
from valla.model.facts import Fact
from valla.text.edtf import bounds_of

LIMIT = 16 * MIB
KINDS = {"born": "born", "arrested": "arrested", "released": "released", "died": "died", "in_office": "in-office"}
PROPERTIES = {"birthDate": "born", "deathDate": "died"}


def open_facts(paths: tuple[Path, ...]) -> tuple[Fact, ...]:
    """Return the facts of several files, sorted; raise ReadError, one line with the place, for what cannot be read."""
    return tuple(sorted({fact for path in paths for fact in read_facts(read_text(path), path.name)}))


def read_text(path: Path) -> str:
    """Return the text of a file of facts, which must be UTF-8."""
    data = read_bytes(path, LIMIT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ReadError(f"{path}, line {line}: is not UTF-8; save the file as UTF-8") from None


def read_facts(text: str, name: str) -> Iterator[Fact]:
    """Yield the facts of one file; its first letter tells the form."""
    yield from read_entities(text, name) if text.lstrip().startswith("{") else read_table(text, name)


def read_table(text: str, name: str) -> Iterator[Fact]:
    """Yield the facts of a table."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "name" not in (reader.fieldnames or ()):
            raise ReadError(f"{name}, line 1: has no column 'name'; the first line must name the columns")
        for row in reader:
            yield from facts_of_row(row, f"{name}, line {reader.line_num}")
    except csv.Error as error:
        raise ReadError(f"{name}, line {reader.line_num}: is no CSV ({error})") from None


def facts_of_row(row: dict[Any, Any], place: str) -> Iterator[Fact]:
    """Yield the facts of one row of a table."""
    if None in row or any(value is None for value in row.values()):
        raise ReadError(
            f"{place}: has another number of cells than the first line; put cells with commas in quotation marks"
        )
    person = row["name"].strip()
    if not person:
        raise ReadError(f"{place}: has no name")
    aliases = tuple(filter(None, map(str.strip, (row.get("aliases") or "").split(";"))))
    given = (row.get("source") or "").strip()
    source = f"{place}: {given}" if given else place
    yield Fact(person=person, aliases=aliases, kind="alias", edtf="", source=source)
    for column, kind in KINDS.items():
        for cell in filter(None, map(str.strip, (row.get(column) or "").split(";"))):
            yield Fact(person=person, aliases=aliases, kind=kind, edtf=checked(cell, column, place), source=source)


def checked(cell: str, column: str, place: str) -> str:
    """Return a day as EDTF; raise ReadError where it is none."""
    edtf = cell.replace("?", "~") if cell.endswith("?") else cell
    if bounds_of(edtf) is None:
        raise ReadError(f"{place}: {column} is {cell[:40]!r}, which is no date; write 1912, 1912-05 or 1912-05-30")
    return edtf


def read_entities(text: str, name: str) -> Iterator[Fact]:
    """Yield the facts of FollowTheMoney entities."""
    people: dict[str, str] = {}
    offices: list[tuple[dict[str, Any], str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{name}, line {number}"
        if line.strip():
            entity = parse_entity(line, place)
            if entity["schema"] == "Person":
                people[str(entity.get("id"))] = person_of(entity, place)
                yield from facts_of_entity(entity, place)
            elif entity["schema"] == "Occupancy":
                offices.append((entity["properties"], place))
    for properties, place in offices:
        yield from facts_of_office(properties, people, place)


def parse_entity(line: str, place: str) -> dict[str, Any]:
    """Return one entity; raise ReadError where the line is none."""
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError):
        raise ReadError(f"{place}: is no JSON; a file of entities has one JSON object a line") from None
    shaped = isinstance(entity, dict) and isinstance(entity.get("schema"), str)
    if not shaped or not isinstance(entity.get("properties"), dict):
        raise ReadError(f"{place}: is no FollowTheMoney entity; it needs 'schema' and 'properties'")
    return dict(entity)


def values(properties: dict[str, Any], key: str) -> list[str]:
    """Return the values of a property as strings; a single one counts as a list."""
    given = properties.get(key, [])
    return [str(value) for value in (given if isinstance(given, list) else [given])]


def person_of(entity: dict[str, Any], place: str) -> str:
    """Return the first name of a person."""
    names = values(entity["properties"], "name")
    if not names or not names[0].strip():
        raise ReadError(f"{place}: the person has no name")
    return names[0].strip()


def facts_of_entity(entity: dict[str, Any], place: str) -> Iterator[Fact]:
    """Yield the facts of one person."""
    properties = entity["properties"]
    person = person_of(entity, place)
    aliases = (*values(properties, "name")[1:], *values(properties, "alias"))
    source = ": ".join([place, *values(properties, "sourceUrl")[:1]])
    yield Fact(person=person, aliases=aliases, kind="alias", edtf="", source=source)
    for key, kind in PROPERTIES.items():
        for value in values(properties, key):
            yield Fact(person=person, aliases=aliases, kind=kind, edtf=checked(value, key, place), source=source)


def facts_of_office(properties: dict[str, Any], people: dict[str, str], place: str) -> Iterator[Fact]:
    """Yield the time in office of a known person."""
    starts, ends = values(properties, "startDate"), values(properties, "endDate")
    for holder in values(properties, "holder"):
        if holder in people and (starts or ends):
            edtf = checked(f"{(starts or ['..'])[0]}/{(ends or ['..'])[0]}", "startDate/endDate", place)
            yield Fact(person=people[holder], aliases=(), kind="in-office", edtf=edtf, source=place)
