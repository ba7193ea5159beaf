"""One invented essay in every form that is read: as text, marked up, zipped, printed in one column and in two."""

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TITLE = "The Affair of the Weir"
BODY: tuple[tuple[str, str], ...] = (
    ("h", TITLE),
    ("p", "In the spring of that year the lower weir at Haldry gave way, and eleven fields were lost. The keeper, Amos Reed, had been warned twice. He wrote in his book: “I opened the sluice at dawn, and I would open it again if the council asked me to.”{1} The council had not asked him. It had forbidden it, and the clerk had carried the letter himself."),
    ("p", "The clerk remembered the morning otherwise. Ruth Tranter, who kept house for him, noted in her diary that “he came back with wet boots and a dry coat, and he said nothing of a letter”.{2} Nobody has explained how a man can wade to the gate and keep his coat dry; the well-known answer, that he rode, does not fit the state of the road."),
    ("h", "What the council said"),
    ("p", "The minutes of the following week are short. They hold one paragraph on the matter, and it has been quoted ever since:"),
    ("q", "The council has never doubted the honesty of the clerk, and it never will, unless the mayor himself should ask for the key of the second gate and for the book in which its use is entered."),
    ("p", "It is a strange sentence.{3} A council that never doubts needs no exceptions, and a clerk who is trusted needs no book. Reed himself was less polite. “They have locked the gate after the river has gone,” he wrote to his sister, “and now they are looking for the key in my pocket.”{4}"),
    ("p", "The letter that was carried, or not carried, has never been found. What is left is the word of three people, and each of the three had something to lose by it. The historian of the town has called it “the most expensive letter in the county”, and he may be right."),
    ("h", "The second key"),
    ("p", "There were two keys to the gate. The miller said before the inquiry: “I saw the second key on its nail on the Monday, and on the Wednesday I saw the nail.”{5} He was asked about the Tuesday and remembered nothing. The inquiry did not ask again, although three people had been seen with a key in the same month, and one of them was the mayor’s nephew."),
    ("p", "In the end the inquiry wrote that no person could be blamed, since every person could. The keeper was dismissed in the autumn. Twelve years later the council paid his widow a pension, and the reason that it gave was “long service at the lower gate”."),
)  # fmt: skip
NOTES = (
    "Amos Reed, The Gate Book, 1871, p. 12.",
    "Ruth Tranter, The Diary of Ruth Tranter, 1861, p. 88.",
    "Minutes of the Council of Haldry, 1871, p. 3.",
    "Reed, The Gate Book, p. 14.",
    "Minutes of the Weir Inquiry, 1872, p. 41.",
)
SOURCES = {
    "gate-book.txt": "The Gate Book\n\nby Amos Reed\n\n1871\n\nThe river was high. I opened the sluice at dawn, and I would open it again if the council asked me to. They have locked the gate after the river has gone, and now they are looking for the key in my coat.\n",
    "diary.txt": "The Diary of Ruth Tranter\n\nby Ruth Tranter\n\n1861\n\nHe came back with wet boots and a dry coat, and he said nothing of a letter. I did not ask him.\n",
    "council.txt": "Minutes of the Council of Haldry\n\n1871\n\nThe council has always doubted the honesty of the clerk, and it never will, unless the mayor himself should ask for the key of the second gate and for the book in which its use is entered.\n",
    "inquiry.txt": "Minutes of the Weir Inquiry\n\n1872\n\nThe miller: I saw the second key on its nail on the Monday, and on the Wednesday I saw the nail.\n",
}  # fmt: skip
MARK = re.compile(r"\{(\d)\}")
SLOW = 180  # seconds that an office program may take


def as_text() -> bytes:
    """Return the essay as plain text, notes in brackets."""
    rows = ["    " + words if kind == "q" else words for kind, words in BODY]
    rows += [f"[{n}] {note}" for n, note in enumerate(NOTES, 1)]
    return MARK.sub(r"[\1]", "\n\n".join(rows)).encode()


def as_markdown() -> bytes:
    """Return the essay as Markdown."""
    heads = {"h": "## ", "q": "> ", "p": ""}
    rows = [heads[kind] + words for kind, words in BODY]
    rows += [f"[^{n}]: {note}" for n, note in enumerate(NOTES, 1)]
    return MARK.sub(r"[^\1]", "\n\n".join(rows)).encode()


def page(mark: Callable[[int], str], notes: str, style: str = "", body: Sequence[tuple[str, str]] = BODY) -> str:
    """Return the essay as a page, each mark of a note as it is made, the notes behind."""
    tags = {"h": "<h2>{}</h2>", "p": "<p>{}</p>", "q": "<blockquote><p>{}</p></blockquote>"}
    rows = [tags[kind].format(html.escape(words, quote=False)) for kind, words in body]
    text = MARK.sub(lambda match: mark(int(match[1])), "\n".join(rows))
    head = f'<html lang="en"><head><meta charset="utf-8"/><title>{TITLE}</title>{style}</head>'
    return f"{head}<body>{text}{notes}</body></html>"


def linked_notes() -> str:
    return "".join(f'<div id="n{n}"><p>{n}. {html.escape(note)}</p></div>' for n, note in enumerate(NOTES, 1))


def as_html() -> bytes:
    """Return the essay as an HTML page with linked notes."""
    return page(lambda n: f'<sup><a href="#n{n}">{n}</a></sup>', linked_notes()).encode()


def as_epub() -> bytes:
    """Return the essay as an EPUB of one chapter."""
    return bound_book({"text/one.xhtml": as_html().decode()})


def bound_book(chapters: dict[str, str], extra: dict[str, str] | None = None) -> bytes:
    """Return an EPUB of some chapters."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:creator>Jane Pask</dc:creator>'
        f"<dc:date>1903</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    rows = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/book.opf": package}
    rows |= {f"OEBPS/{name}": words for name, words in chapters.items()} | (extra or {})
    return zipped(rows)


def zipped(rows: dict[str, str] | dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of some members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, words in rows.items():
            archive.writestr(name, words, zipfile.ZIP_STORED if name == "mimetype" else method)
    return made.getvalue()


PAPER = """<style>@page{{size:{size};margin:2cm;@top-center{{content:"{title}"}}@bottom-center{{content:counter(page)}}}}
.fn{{float:footnote;font-size:8pt}} body{{font:10.5pt/1.3 serif;text-align:justify;hyphens:auto;{more}}}
p{{margin:0;text-indent:1.5em}} blockquote{{margin:1em 2em}} blockquote p{{text-indent:0}}</style>"""


def printed(size: str = "A5", more: str = "") -> bytes:
    """Return the essay as a PDF with footnotes; needs WeasyPrint."""
    from weasyprint import HTML  # noqa: PLC0415  (not on every machine)

    style = PAPER.format(size=size, title=TITLE, more=more)
    marked = page(lambda n: f'<span class="fn">{html.escape(NOTES[n - 1])}</span>', "", style)
    made: bytes = HTML(string=marked).write_pdf()
    return made


def as_pdf() -> bytes:
    return printed()


def as_columns() -> bytes:
    return printed("A4", "columns:2;column-gap:1cm")


def as_office(form: str, folder: Path) -> bytes:
    """Return the essay as a file of an office program's; needs LibreOffice."""
    anchor = '<a class="sdfootnoteanc" name="sdfootnote{0}anc" href="#sdfootnote{0}sym"><sup>{0}</sup></a>'
    symbol = '<div id="sdfootnote{0}"><p><a class="sdfootnotesym" name="sdfootnote{0}sym" href="#sdfootnote{0}anc">{0}</a> {1}</p></div>'
    notes = "".join(symbol.format(n, html.escape(note)) for n, note in enumerate(NOTES, 1))
    (folder / "essay.html").write_text(page(anchor.format, notes), "utf-8")
    return converted(folder / "essay.html", form)


SPACES = (
    " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style"))
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
SHEET = (
    '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="21cm" '
    'fo:margin="2cm"><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:page-layout-properties>'
    "</style:page-layout>"
)
LOOKS = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="10.5pt" fo:language="en" '
    'fo:country="GB" fo:hyphenate="true"/><style:paragraph-properties fo:text-align="justify"/></style:default-style>'
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:margin-left="0.8cm" fo:margin-right="0.8cm" fo:margin-top="0.3cm" fo:margin-bottom="0.3cm"/></style:style>'
    '<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-size="8.5pt"/></style:style>'
)
LONG = re.compile(r"[^\W\d_]{5,}")


def printed_by_office(folder: Path, columns: int, width: float) -> bytes:
    """Return the essay as LibreOffice prints it: justified, with footnotes, torn at soft hyphens where lines end."""
    note = (
        '<text:note text:id="n{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation>'
        '<text:note-body><text:p text:style-name="Footnote">{1}</text:p></text:note-body></text:note>'
    )
    look = {"h": "Heading", "p": "Standard", "q": "Quotations"}
    rows = []
    for kind, words in BODY:
        torn = LONG.sub(lambda row: f"{row[0][:3]}\u00ad{row[0][3:]}", html.escape(words, quote=False))
        marked = MARK.sub(lambda match: note.format(match[1], NOTES[int(match[1]) - 1]), torn)
        rows.append(f'<text:p text:style-name="{look[kind]}">{marked}</text:p>')
    page = SHEET.format(columns=columns, width=width)
    master = '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>'
    (folder / "print.fodt").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{LOOKS}</office:styles>'
        f"<office:automatic-styles>{page}</office:automatic-styles>{master}"
        f"<office:body><office:text>{''.join(rows)}</office:text></office:body></office:document>",
        "utf-8",
    )
    return converted(folder / "print.fodt", "pdf")


def converted(path: Path, form: str) -> bytes:
    """Return a file as LibreOffice writes it in another form."""
    made = path.parent / "made"
    filters = {
        "odt": "odt:writer8",
        "docx": "docx:MS Word 2007 XML",
        "rtf": "rtf:Rich Text Format",
        "doc": "doc:MS Word 97",
    }
    command = ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless"]
    command += ["--infilter=HTML (StarWriter)"] if path.suffix == ".html" else []
    command += ["--convert-to", filters.get(form, form), "--outdir", str(made), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=SLOW)
    return (made / f"{path.stem}.{form}").read_bytes()


def has_office() -> bool:
    """Tell whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


@dataclass(frozen=True)
class Rendering:
    """The essay in one form, and what is needed to make it: "", "office" or "paper"."""

    name: str
    make: Callable[[Path], bytes]
    needs: str = ""


RENDERINGS = (
    Rendering("essay.txt", lambda _: as_text()),
    Rendering("essay.md", lambda _: as_markdown()),
    Rendering("essay.html", lambda _: as_html()),
    Rendering("essay.epub", lambda _: as_epub()),
    Rendering("essay.docx", lambda folder: as_office("docx", folder), "office"),
    Rendering("essay.odt", lambda folder: as_office("odt", folder), "office"),
    Rendering("essay.rtf", lambda folder: as_office("rtf", folder), "office"),
    Rendering("essay.doc", lambda folder: as_office("doc", folder), "office"),
    Rendering("office.pdf", lambda folder: printed_by_office(folder, 1, 14.8), "office"),
    Rendering("office-columns.pdf", lambda folder: printed_by_office(folder, 2, 14), "office"),
    Rendering("essay.pdf", lambda _: as_pdf(), "paper"),
    Rendering("columns.pdf", lambda _: as_columns(), "paper"),
)
