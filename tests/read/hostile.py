"""Files made to harm a reader, or merely broken: each by its name."""

import struct
import zlib
from collections.abc import Iterator

from tests.read import samples
from tests.read.renderings import zipped

MIB = 1 << 20
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DTDS = {
    "billion-laughs": f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE d [<!ENTITY l9 "{"a" * 50_000}">]>',
    "external-file": '<!DOCTYPE d [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
    "external-web": '<!DOCTYPE d [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">]>',
    "parameter": '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p; <!ENTITY l9 "x">]>',
    "external-dtd": '<!DOCTYPE d SYSTEM "file:///etc/hostname">',
}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield every file with its name."""
    yield from archives()
    yield from markup()
    yield from office()
    yield from books()
    yield from old_forms()
    yield from prints()
    yield from strangers()
    yield from truncations()


def archives() -> Iterator[tuple[str, bytes]]:
    """Yield archives that swell, lie, overlap or lead astray."""
    yield "swelling.docx", zipped({**samples.DOCX, "word/document.xml": "<a>" + " " * 130 * MIB + "</a>"})
    yield "many-members.docx", zipped({f"m{n}": "" for n in range(12_000)} | samples.DOCX)
    yield "overlapping.docx", overlapping()
    yield "lying-size.docx", with_sizes(samples.docx(), 10)
    yield "absurd-size.docx", with_sizes(samples.docx(), 0xFFFFFFF0)
    yield "wide-size.docx", with_sizes(samples.docx(), 0xFFFFFFFF)
    inner = zipped({"a": bytes(8 * MIB)})
    yield (
        "nested.docx",
        zipped({**{name: words.encode() for name, words in samples.DOCX.items()}, "b.zip": zipped({"c.zip": inner})}),
    )
    yield "locked.docx", flagged(samples.docx(), 1)
    yield "foreign-packing.docx", flagged(samples.docx(), 0, 12)
    yield "no-directory.docx", samples.docx()[:-22]
    yield "directory-astray.docx", samples.docx()[:-6] + struct.pack("<IH", 0x7FFFFFFF, 0)
    yield (
        "astray-names.docx",
        zipped({**samples.DOCX, "../../../etc/passwd": "x", "/abs": "x", "a\x1b[31m": "x", "C:\\x": "x"}),
    )
    yield "damaged-inside.docx", damaged(samples.docx())
    yield "directory-only.odt", b"PK\x05\x06" + bytes(18)
    yield "headed-only.epub", b"PK\x03\x04"


def markup() -> Iterator[tuple[str, bytes]]:
    """Yield XML with entities, without end, without sense."""
    for name, dtd in DTDS.items():
        head, rest = samples.DOCUMENT.split("<w:body>", 1)
        entity = "" if name == "external-dtd" else "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"
        yield f"{name}.docx", samples.docx_with({"word/document.xml": f"{dtd}{head}<w:body>{entity}{rest}".encode()})
        yield f"{name}.odt", samples.odt_with({"content.xml": f"{dtd}{samples.CONTENT}".encode("utf-16")})
    deep = f"<w:document {samples.W}><w:body>" + "<w:p>" * 200_000
    yield "deep.docx", samples.docx_with({"word/document.xml": deep.encode()})
    closed = f"<w:document {samples.W}><w:body>{'<w:tbl>' * 250}{'</w:tbl>' * 250}</w:body></w:document>"
    yield "deep-closed.docx", samples.docx_with({"word/document.xml": closed.encode()})
    yield "no-xml.docx", samples.docx_with({"word/document.xml": b"\xff\xfe\x00words"})
    yield "empty-part.docx", samples.docx_with({"word/document.xml": b""})
    long = f'<w:document {samples.W} x="{"a" * 12_000_000}"/>'
    yield "long-attribute.docx", samples.docx_with({"word/document.xml": long.encode()})


def office() -> Iterator[tuple[str, bytes]]:
    """Yield office files whose parts contradict each other."""
    yield "no-main-part.docx", zipped({"[Content_Types].xml": samples.TYPES, "word/x.xml": "<a/>"})
    ring = samples.STYLES.replace('w:basedOn w:val="Normal"', 'w:basedOn w:val="Q"')
    yield "ring-of-styles.docx", samples.docx_with({"word/styles.xml": ring.encode()})
    absurd = samples.DOCUMENT.replace("<w:pPr>", f'<w:pPr><w:ind w:left="{"9" * 400}"/><w:outlineLvl w:val="-7"/>')
    yield "absurd-figures.docx", samples.docx_with({"word/document.xml": absurd.encode()})
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r>' * 50_000
    yield (
        "marks-of-one-note.docx",
        samples.docx_with(
            {"word/document.xml": samples.DOCUMENT.replace("<w:tbl>", f"<w:p>{marks}</w:p><w:tbl>").encode()}
        ),
    )
    note = samples.FOOTNOTES.replace("<w:footnoteRef/>", '<w:footnoteReference w:id="2"/>')
    yield "note-in-itself.docx", samples.docx_with({"word/footnotes.xml": note.encode()})
    yield (
        "blanks.odt",
        samples.odt_with({"content.xml": samples.CONTENT.replace('text:c="2"', 'text:c="999999999999"').encode()}),
    )
    ring = samples.CONTENT.replace('style:parent-style-name="Quotations"', 'style:parent-style-name="P1"')
    yield "ring-of-styles.odt", samples.odt_with({"content.xml": ring.encode()})
    yield "no-body.odt", samples.odt_with({"content.xml": f"<office:document-content {samples.ODF}/>".encode()})


def books() -> Iterator[tuple[str, bytes]]:
    """Yield EPUB files that lead nowhere or out of themselves."""
    rows = {name: words for name, words in samples.EPUB.items() if name != "META-INF/container.xml"}
    yield "no-container.epub", zipped(rows)
    yield (
        "astray.epub",
        samples.epub_with({"OEBPS/book.opf": samples.PACKAGE.replace("one.xhtml", "../../../../etc/passwd").encode()}),
    )
    locked = '<encryption><CipherReference URI="OEBPS/one.xhtml"/></encryption>'
    yield "locked.epub", samples.epub_with({"META-INF/encryption.xml": locked.encode()})
    yield "brackets.epub", samples.epub_with({"OEBPS/one.xhtml": b"<" * MIB})
    yield "open-tags.epub", samples.epub_with({"OEBPS/one.xhtml": b"<div><p class='" * 60_000})
    many = samples.PACKAGE.replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 100_000)
    yield "one-chapter-often.epub", samples.epub_with({"OEBPS/book.opf": many.encode()})


def old_forms() -> Iterator[tuple[str, bytes]]:
    """Yield RTF and old Word files without end or sense."""
    yield "braces.rtf", rb"{\rtf1" + b"{" * 500_000
    yield "closed-braces.rtf", rb"{\rtf1" + b"}" * 500_000
    yield "bare.rtf", rb"{\rtf"
    yield "absurd-figures.rtf", rb"{\rtf1\u99999999 \li-99999999 \uc99999 \'zz \ansicpg999999 words\par}"
    yield "notes-in-notes.rtf", rb"{\rtf1 words" + rb"{\footnote note" * 4_000
    yield "halves.rtf", rb"{\rtf1 \u-10179?\u-10179?\u-8704?\u-8704? words\par}"
    yield "head-only.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    whole = samples.doc()
    yield "ring.doc", whole[:-512] + struct.pack("<128I", *([0] * 128))
    yield "absurd.doc", whole[:48] + b"\xf0\xff\xff\xff" * 100 + whole[448:]
    yield "far-pieces.doc", whole[: 512 + 0x01A2] + struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF) + whole[512 + 0x01AA :]


def prints() -> Iterator[tuple[str, bytes]]:
    """Yield PDFs with rings, bombs, absurd figures and words that nobody sees."""
    whole = samples.pdf()
    yield "ring-of-pages.pdf", whole.replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")
    yield "billion-pages.pdf", whole.replace(b"/Count 1/", b"/Count 1000000000/")
    yield "ring-of-tables.pdf", whole.replace(b"trailer<<", b"trailer<</Prev %d " % whole.index(b"xref"))
    yield "no-pages.pdf", whole.replace(b"/Count 1/Kids[4 0 R]", b"/Count 0/Kids[]")
    yield "head-only.pdf", b"%PDF-1.7"
    yield (
        "locked.pdf",
        whole.replace(
            b"trailer<<",
            b"trailer<</Encrypt<</Filter/Standard/V 2/R 3/O(%s)/U(%s)/P -1>>/ID[(a)(a)]" % (b"a" * 32, b"b" * 32),
        ),
    )
    yield "endless-page.pdf", whole.replace(b"[0 0 595 842]", b"[0 0 99999999999 99999999999]")
    words = b"BT /F1 12 Tf 72 700 Td " + b"(The keeper opened the gate. ) Tj " * 100_000 + b"ET"
    packed = zlib.compress(words, 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    yield "swelling.pdf", rebuilt(stream)
    zeros = zlib.compress(zlib.compress(bytes(150 * MIB), 1), 9)
    yield (
        "swelling-twice.pdf",
        rebuilt(b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(zeros), zeros)),
    )
    nested = b"BT " + b"q " * 300_000 + b"ET"
    yield "saved-states.pdf", samples.pdf(nested)
    yield "brackets.pdf", rebuilt(b"<</A " + b"[" * 200_000 + b">>stream\nendstream")
    seen = b"BT /F1 12 Tf 72 700 Td (The keeper opened the gate at dawn and nobody saw it.) Tj ET "
    for name, hidden in (
        ("white", b"1 1 1 rg BT /F1 12 Tf 72 600 Td (The clerk is a liar.) Tj ET"),
        ("tiny", b"BT /F1 0.5 Tf 72 600 Td (The clerk is a liar.) Tj ET"),
        ("outside", b"BT /F1 12 Tf 2000 600 Td (The clerk is a liar.) Tj ET"),
        ("invisible", b"BT 3 Tr /F1 12 Tf 72 600 Td (The clerk is a liar.) Tj ET"),
    ):
        yield f"hidden-{name}.pdf", samples.pdf(seen + hidden)


def strangers() -> Iterator[tuple[str, bytes]]:
    """Yield files that are not what their names say, and names that no one would give."""
    yield "print-as-text.txt", samples.pdf()
    yield "word-as-text.txt", samples.docx()
    yield "picture-as-word.docx", PNG
    yield "picture-as-print.pdf", PNG
    yield "archive-as-print.pdf", zipped({"a": "b"})
    yield "text-as-print.pdf", b"The keeper opened the gate."
    yield "text-as-word.docx", b"The keeper opened the gate."
    yield "page-as-old-word.doc", b"<html><p>The keeper opened the gate.</p></html>"
    yield "program.odt", b"\x7fELF" + bytes(500)
    yield "empty.docx", b""
    yield "zeros.pdf", bytes(MIB)
    yield "marks.txt", b'"' * MIB
    yield "a\x1b[31m\x07red\n.rtf", b"{\\rtf"
    yield "-option.docx", b"PK\x03\x04"
    yield f"{'long' * 60}.pdf", b"%PDF-"


def truncations() -> Iterator[tuple[str, bytes]]:
    """Yield sound files cut off at every kilobyte."""
    page = b"BT /F1 12 Tf 72 700 Td (The keeper opened the gate at dawn.) Tj ET"
    sound = {"docx": samples.docx(), "odt": samples.odt(), "epub": samples.epub(), "doc": samples.doc()}
    sound |= {"pdf": samples.pdf(*[page] * 12), "rtf": samples.RTF * 3}
    for form, data in sound.items():
        for end in range(1024, len(data), 1024):
            yield f"cut-at-{end // 1024}k.{form}", data[:end]


def overlapping() -> bytes:
    """Return an archive all of whose members are the same bytes, as in a quote bomb."""
    data = zipped(samples.DOCX)
    end = data.rindex(b"PK\x05\x06")
    count, size, at = struct.unpack("<HII", data[end + 10 : end + 20])
    directory = bytearray(data[at : at + size])
    place = 0
    for _ in range(count):
        lengths = struct.unpack("<HHH", directory[place + 28 : place + 34])
        directory[place + 42 : place + 46] = bytes(4)
        place += 46 + sum(lengths)
    return data[:at] + bytes(directory) + data[end:]


def each_entry(data: bytes) -> Iterator[int]:
    """Yield where the entries of an archive's directory stand."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        yield at
        at = data.find(b"PK\x01\x02", at + 4)


def with_sizes(data: bytes, size: int) -> bytes:
    """Return an archive whose members all say that they are of a certain size."""
    made = bytearray(data)
    for at in each_entry(data):
        made[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(made)


def flagged(data: bytes, flags: int, method: int = 8) -> bytes:
    """Return an archive whose members all have certain flags and a method of packing."""
    made = bytearray(data)
    for at in each_entry(data):
        made[at + 8 : at + 12] = struct.pack("<HH", flags, method)
    return bytes(made)


def damaged(data: bytes) -> bytes:
    """Return an archive with bytes inside its members turned round."""
    made = bytearray(data)
    for at in range(60, data.find(b"PK\x01\x02") - 40, 97):
        made[at] ^= 0xFF
    return bytes(made)


def rebuilt(stream: bytes) -> bytes:
    """Return a PDF whose page has a certain object for its contents."""
    whole = samples.pdf(b"STREAM")
    return whole.replace(b"<</Length 6>>stream\nSTREAM\nendstream", stream)
