"""What a file is: by its ending, and by its first bytes where the ending lies."""

from valla.errors import ReadError

ENDINGS = {
    "": "text",
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
}
READABLE = ".txt, .md and .html"
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (as Word, ODT and EPUB files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, without its dot; empty where it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def form_of(name: str) -> str | None:
    """Return the form that a file's name promises: "text", "markdown" or "html"; None for any other."""
    return ENDINGS.get(ending_of(name))


def recognise_form(data: bytes, name: str) -> str:
    """Return the form of a file; raise ReadError where it is one that is not read."""
    refuse_foreign(data, name)
    form = form_of(name)
    if form is None:
        raise ReadError(f"{name}: files of this kind are not read yet, only {READABLE}; convert it to a text file")
    return form


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise ReadError where the first bytes show something that is no text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"{name}: is {what}; only {READABLE} are read yet; convert it to a text file")
