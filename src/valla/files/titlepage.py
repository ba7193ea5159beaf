"""What a source says of itself in its first lines: title, author and year, as a title page or a heading has them.

Nothing is certain here; `described_by` of the holding tells where its title comes from, and a manifest overrules it.
"""

import re
from dataclasses import dataclass
from pathlib import PurePath

from valla.model.documents import BlockKind, Document

PAGE = 3_000
"""Code points of the text in which a title page may stand."""

LONGEST_TITLE = 200
"""Code points of a first line that may be a title; a longer one is the text itself."""

LONGEST_NAME = 80
"""Code points of an author's name, and below how many words it may have."""

MOST_NAMES = 10

MOST_LINES = 3
"""Lines over which a title may run where nothing else tells that it is one."""

_FIELD = re.compile(r"^[ \t]{0,20}(Title|Author|By|Date|Year)[ \t]{0,4}:[ \t]{0,4}(\S[^\r\n]{0,300})$", re.MULTILINE)
_BY = re.compile(r"^[ \t]{0,80}_?by\b[ \t]{0,20}([^\r\n]{0,200})$", re.MULTILINE | re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_PLATE = re.compile(r"\[Illustration[^\]]{0,600}\]", re.IGNORECASE)
_PREFACE = re.compile(r"\A\s{0,200}(?:\*[\s*]{0,80})?transcriber['’]?s['’]? notes?\b", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\r]{0,80}\n[\s]{0,400}")
_SMALL = frozenset("a an the of and to in on at by for from with or but nor as its".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePage:
    """What the first lines tell; `described_by` is "first lines", or "file name" where they tell no title."""

    title: str
    author: str | None = None
    year: str | None = None
    described_by: str = "first lines"


def read_title_page(document: Document, name: PurePath) -> TitlePage:
    """Return title, author and year as the first lines have them; the title from the file's name if they have none."""
    head = _PLATE.sub("", document.text[:PAGE])
    page = _from_fields(head) or _from_by_line(head) or _from_heading(document) or _from_first_line(head)
    return page or TitlePage(title=title_from_name(name), described_by="file name")


def title_from_name(name: PurePath) -> str:
    """Return a file's name as a title: "court-record-1936.txt" is "court record 1936"."""
    return " ".join(re.split(r"[-_.\s]+", name.stem)).strip() or name.name


def _from_fields(head: str) -> TitlePage | None:
    """Read lines such as "Title: ..." and "Author: ..."."""
    fields = {match[1].lower(): match[2].strip() for match in _FIELD.finditer(head)}
    if "title" not in fields:
        return None
    year = _YEAR.search(fields.get("date", "") + " " + fields.get("year", ""))
    return TitlePage(title=fields["title"], author=fields.get("author") or fields.get("by"), year=year and year[1])


def _from_by_line(head: str) -> TitlePage | None:
    """Read a title page: the title, a line that begins with "by", the author, and a year below."""
    match = next((row for row in _BY.finditer(head) if _is_name(row[1]) or not row[1].strip()), None)
    if match is None:
        return None
    author = match[1].strip() or next(iter(_lines(head[match.end() :])), "")
    title = _title_above(head[: match.start()])
    if not title or not _is_name(author):
        return None
    return TitlePage(title=title, author=_plain(author), year=_year_in(head[match.start() : match.start() + 800]))


def _is_name(words: str) -> bool:
    """Tell whether words can be a person's name on a title page: short, and in capitals."""
    parts = words.strip(" .,:;").split()
    capitals = [part for part in parts if part.lower() not in _SMALL]
    return (
        0 < len(parts) <= MOST_NAMES
        and len(words) <= LONGEST_NAME
        and all(part[0].isupper() or not part[0].isalpha() for part in capitals)
    )


def _title_above(above: str) -> str:
    """Return the lines right above the author: paragraphs as long as they are short, back to a sentence."""
    taken: list[str] = []
    for block in reversed(_BLANK.split(above.strip())):
        line = " ".join(block.split())
        if not line or len(line) > LONGEST_TITLE or (line.endswith(".") and line != line.upper()) or len(taken) > 5:  # noqa: PLR2004
            break
        if taken and line.lower().strip(".") == " ".join(taken[::-1]).lower().strip("."):
            break  # a half-title above the title
        taken.append(line)
    title = _plain(_run_on(taken[::-1]))
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:")


def _run_on(blocks: list[str]) -> str:
    """Join the blocks of a title: what stands apart is a subtitle, but for words that need their neighbour."""
    title = blocks[0] if blocks else ""
    for block in blocks[1:]:
        bound = title.split()[-1].lower() in _SMALL or block.split()[0].lower() in _SMALL - {"a", "an", "the"}
        title += (" " if bound or not title[-1].isalnum() else ": ") + block
    return title


def _from_heading(document: Document) -> TitlePage | None:
    """Read the first heading, if the document has one near its start."""
    block = next((row for row in document.blocks if row.kind is BlockKind.HEADING), None)
    if block is None or block.span.start > PAGE:
        return None
    title = _plain(" ".join(block.span.of(document.text).split()))
    return TitlePage(title=title, year=_year_in(title)) if 0 < len(title) <= LONGEST_TITLE else None


def _from_first_line(head: str) -> TitlePage | None:
    """Read the first line as a title if it stands alone, is short and is no sentence."""
    text = _BLANK.split(head, maxsplit=1)[-1] if _PREFACE.match(head) else head
    block = _BLANK.split(text.strip(), maxsplit=1)[0]
    line = " ".join(block.split())
    if (
        not line
        or len(line) > LONGEST_TITLE // 2
        or line[-1] in ".!,;"
        or not line[0].isupper()
        or block.count("\n") >= MOST_LINES
    ):
        return None
    return TitlePage(title=_plain(line), year=_year_in(line))


def _lines(text: str) -> list[str]:
    """Return the lines that have words."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _plain(title: str) -> str:
    """Take the signs of plain-text books away, and turn a title in capitals into one that reads well."""
    title = " ".join(title.replace("_", " ").replace("#", " ").split()).strip(" *=:,;")
    if not title.isupper():
        return title
    words = title.split()
    starts = [True, *(word.endswith((":", ".", "?", "!")) for word in words)]
    return " ".join(word.capitalize() if first else _lowered(word) for first, word in zip(starts, words, strict=False))


def _lowered(word: str) -> str:
    """Return a word in capitals as a title has it; initials keep theirs."""
    if word.lower() in _SMALL:
        return word.lower()
    return word if "." in word[:-1] else word.capitalize()


def _year_in(text: str) -> str | None:
    """Return the first year in figures."""
    match = _YEAR.search(text)
    return match[1] if match else None
