"""What a file is: by its first bytes where they tell, else by its ending."""

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
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "odt": "odt",
    "ott": "odt",
    "epub": "epub",
    "pdf": "pdf",
    "rtf": "rtf",
    "doc": "doc",
    "png": "image",
    "jpg": "image",
    "jpeg": "image",
    "tif": "image",
    "tiff": "image",
}
"""Forms by the ending of a file's name."""

READABLE = ".txt, .md, .html, .docx, .odt, .epub, .pdf, .rtf and .doc"
SPOKEN = {
    "image": "picture",
    "docx": "Word",
    "odt": "ODT",
    "epub": "EPUB",
    "pdf": "PDF",
    "rtf": "RTF",
    "doc": "Word (97-2003)",
}
ZIP, OLE, RTF, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-"
PDF_WITHIN = 1024  # bytes: some programs put something before a PDF's head
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
PARTS = (
    (b"word/document.xml", "docx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/epub+zip", "epub"),
    (b"META-INF/container.xml", "epub"),
)
"""What a zipped form holds somewhere: names of parts stand in the archive as they are, the first member unpacked."""

ZIPPED = frozenset({"docx", "odt", "epub"})
OTHERS = (
    (b"xl/workbook.xml", "a spreadsheet"),
    (b"ppt/presentation.xml", "a set of slides"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "a set of slides"),
)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, without its dot; empty where it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def form_of(name: str) -> str | None:
    """Return the form that a file's name promises: a value of ENDINGS; None for any other."""
    return ENDINGS.get(ending_of(name))


def recognise_form(data: bytes, name: str) -> str:
    """Return the form of a file, whatever its ending says; raise ReadError where it is one that is not read."""
    shown = shown_form(data, name)
    if shown is not None:
        return shown
    refuse_foreign(data, name)
    form = form_of(name)
    if form is None:
        raise ReadError(f"{name}: files of this kind are not read, only {READABLE}; convert it to one of them")
    if form in SPOKEN:
        raise ReadError(f"{name}: is no {SPOKEN[form]} file, whatever its name says; look at how it was saved")
    return form


def shown_form(data: bytes, name: str) -> str | None:
    """Return the form that the first bytes show; None where they show none, as those of a text."""
    if data.startswith(ZIP):
        return zipped_form(data, name)
    if data.startswith(OLE):
        return "doc"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(RTF):
        return "rtf"
    if data.startswith(PICTURES) and form_of(name) == "image":  # one under another name is refused by what it is
        return "image"
    named = form_of(name) == "pdf"
    return "pdf" if data.startswith(PDF) or (named and PDF in data[:PDF_WITHIN]) else None


def zipped_form(data: bytes, name: str) -> str:
    """Return the form of a ZIP archive by the names of its parts; raise ReadError for one that is no document."""
    for part, form in PARTS:
        if part in data:
            return form
    what = next((what for part, what in OTHERS if part in data), "")
    named = form_of(name)
    if not what and named in ZIPPED:
        return named
    what = what or "a ZIP archive that holds no document"
    raise ReadError(f"{name}: is {what}; only {READABLE} are read; convert it to one of them")


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise ReadError where the first bytes show something that is no text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"{name}: is {what}; only {READABLE} are read; convert it to one of them")
