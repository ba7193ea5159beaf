"""Bibliographies beside a library: BibTeX, RIS and CSL-JSON name the works whose files lie in the folder.

An entry is tied to its file by the file that it names itself (as Zotero and JabRef write it), else by author, year and
title standing in the file's name. What cannot be tied to one file for certain is tied to none.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from valla.errors import ConfigError
from valla.files.manifest import Entry
from valla.files.opening import read_bytes

LIMIT = 16 << 20
YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
WORD = re.compile(r"[^\W\d_]{3,}")
SMALL = frozenset("the and for from with der die das und les des une los las del von".split())
HEAD = re.compile(r"@(\w{1,40})\s*\{\s*([^,\s{}]{0,200})\s*,")
FIELD = re.compile(r"\s*,?\s*([A-Za-z][\w-]{0,40})\s*=\s*")
MACROS = (("\\&", "&"), ("~", " "), ("--", "–"), ("``", "“"), ("''", "”"), ("\\%", "%"), ("\\_", "_"))
ACCENT = re.compile(r"\\([\"'`^~=.uvHcdbk])\s*\{?\\?([A-Za-z])\}?")
MARKS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
MARKS |= {"u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328"}
RIS = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$", re.MULTILINE)
ENOUGH = 2  # words of a title that a file's name must hold, where it holds neither author nor year


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Work:
    """One entry of a bibliography."""

    title: str
    author: str | None = None
    year: str | None = None
    short: str | None = None
    files: tuple[str, ...] = ()


def read_bibliography(path: Path) -> tuple[Work, ...]:
    """Return the works of a bibliography in the order of the file; raise ConfigError where it is none."""
    text = read_bytes(path, LIMIT).decode("utf-8", "replace").lstrip("\ufeff")
    if path.suffix.lower() in {".json", ".csl"} or text.lstrip().startswith(("[", "{")):
        return tuple(csl_works(text, path))
    works = tuple(ris_works(text) if RIS.search(text) and "TY  -" in text else bibtex_works(text))
    if not works:
        raise ConfigError(f"{path}: holds no entry of BibTeX, RIS or CSL-JSON")
    return works


def bibtex_works(text: str) -> Iterator[Work]:
    """Yield the entries of a BibTeX file; one that is not closed ends where the next one begins."""
    heads = [match for match in HEAD.finditer(text) if match[1].lower() not in {"string", "comment", "preamble"}]
    for n, match in enumerate(heads):
        end = heads[n + 1].start() if n + 1 < len(heads) else len(text)
        fields = dict(bibtex_fields(text[match.end() : end]))
        if fields.get("title"):
            year = YEAR.search(fields.get("year", "") + " " + fields.get("date", ""))
            yield Work(
                title=fields["title"],
                author=people(fields.get("author") or fields.get("editor", "")),
                year=year[1] if year else None,
                short=fields.get("shorttitle") or None,
                files=tuple(bibtex_files(fields.get("file", ""))),
            )


def bibtex_fields(body: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of one entry."""
    at = 0
    while match := FIELD.match(body, at):
        value, at = bibtex_value(body, match.end())
        yield match[1].lower(), value if match[1].lower() == "file" else plain(value)


def bibtex_value(body: str, at: int) -> tuple[str, int]:
    """Return a value in braces, in quotation marks or bare, and where it ends."""
    opening = body[at : at + 1]
    if opening not in {"{", '"'}:
        match = re.compile(r"[^,}\s]{0,200}").match(body, at)
        return (match[0], match.end()) if match else ("", at)
    depth = 0
    for n in range(at, len(body)):
        depth += {"{": 1, "}": -1}.get(body[n], 0)
        if (opening == "{" and depth == 0) or (opening == '"' and n > at and body[n] == '"' and depth == 0):
            return body[at + 1 : n], n + 1
    return body[at + 1 :], len(body)


def bibtex_files(field: str) -> Iterator[str]:
    """Yield the files of a field such as "Full text:files/12/x.pdf:application/pdf;y.pdf"."""
    for part in re.split(r"(?<!\\);", field):
        rows = [row.replace("\\", "") for row in re.split(r"(?<!\\):", part.strip()) if row]
        yield from (row for row in rows if "." in row and "/" not in row[-4:] and not row.startswith("application/"))


def plain(value: str) -> str:
    """Return a value of BibTeX as plain words."""
    value = ACCENT.sub(lambda match: match[2] + MARKS[match[1]], value)
    for macro, sign in MACROS:
        value = value.replace(macro, sign)
    return " ".join(re.sub(r"\\[a-zA-Z]{1,30}\s?|[{}]", "", value).split())


def people(names: str) -> str | None:
    """Return the names of authors as a title page has them: "Reed, Amos and Ruth Tranter" is "Amos Reed, Ruth Tranter"."""
    made = []
    for name in re.split(r"\s+and\s+", names.strip()):
        last, comma, first = name.partition(",")
        made.append(f"{first.strip()} {last.strip()}".strip() if comma else name.strip())
    return ", ".join(filter(None, made)) or None


def ris_works(text: str) -> Iterator[Work]:
    """Yield the entries of a RIS file."""
    fields: dict[str, list[str]] = {}
    for match in RIS.finditer(text):
        if match[1] == "TY":
            fields = {}
        fields.setdefault(match[1], []).append(match[2].strip())
        if match[1] == "ER" and (title := first(fields, "TI", "T1", "BT", "CT")):
            year = YEAR.search(first(fields, "PY", "Y1", "DA") or "")
            yield Work(
                title=title,
                author=people(" and ".join(fields.get("AU", []) or fields.get("A1", []))),
                year=year[1] if year else None,
                short=first(fields, "ST"),
                files=tuple(row.removeprefix("file://") for key in ("L1", "L4") for row in fields.get(key, [])),
            )


def first(fields: Mapping[str, Sequence[str]], *keys: str) -> str | None:
    """Return the first value of the first key that has one."""
    return next((row for key in keys for row in fields.get(key, ()) if row), None)


def csl_works(text: str, path: Path) -> Iterator[Work]:
    """Yield the entries of a CSL-JSON file; raise ConfigError where it is none."""
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        raise ConfigError(f"{path}: is no sound JSON; export the bibliography anew") from None
    rows = rows.get("items") if isinstance(rows, dict) else rows
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: is no CSL-JSON (a list of entries is wanted)")
    for row in rows:
        if isinstance(row, dict) and isinstance(row.get("title"), str):
            year = YEAR.search(json.dumps(row.get("issued", "")))
            short = row.get("title-short") or row.get("shortTitle")
            author = csl_people(row.get("author") or row.get("editor"))
            title = " ".join(row["title"].split())
            yield Work(title=title, author=author, year=year[1] if year else None, short=str(short) if short else None)


def csl_people(rows: object) -> str | None:
    """Return the names of authors of a CSL-JSON entry."""
    people_rows = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    names = (f"{row.get('given', '')} {row.get('family') or row.get('literal') or ''}".strip() for row in people_rows)
    return ", ".join(filter(None, names)) or None


def entries_for(works: Sequence[Work], files: Sequence[PurePosixPath]) -> dict[PurePosixPath, Entry]:
    """Return what a bibliography says of some files; a file that two works fit is left alone, and so is its work."""
    found: dict[PurePosixPath, list[Work]] = {}
    for work in works:
        for path in files_of(work, files):
            found.setdefault(path, []).append(work)
    return {path: entry_of(rows[0]) for path, rows in sorted(found.items()) if len({row.title for row in rows}) == 1}


def files_of(work: Work, files: Sequence[PurePosixPath]) -> list[PurePosixPath]:
    """Return the files of a work: those it names, else the one whose name fits it."""
    names = {PurePosixPath(row.replace("\\", "/")).name for row in work.files}
    named = [path for path in files if path.name in names]
    if named:
        return named
    fitting = [path for path in files if fits(work, path)]
    return fitting if len(fitting) == 1 else []


def fits(work: Work, path: PurePosixPath) -> bool:
    """Tell whether a file's name fits a work: its author with its year or a word of its title, or the words of its title."""
    words = {word.casefold() for word in WORD.findall(path.stem.replace("_", " "))}
    title = [word.casefold() for word in WORD.findall(work.title) if word.casefold() not in SMALL]
    shared = sum(word in words for word in title)
    last = (work.author or "").split(",")[0].split()[-1:]
    by_author = bool(last) and last[0].casefold() in words
    by_year = work.year is not None and work.year in path.stem
    if by_author:
        return by_year or shared > 0
    return bool(title) and shared >= min(ENOUGH, len(title)) and 2 * shared >= len(title)


def entry_of(work: Work) -> Entry:
    """Return a work as a manifest would describe it."""
    return Entry(title=work.title, author=work.author, year=work.year, aliases=(work.short,) if work.short else ())
