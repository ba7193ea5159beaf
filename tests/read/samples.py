"""Small files of each form that is no text, put together part by part, so that any part can be another."""

import struct

from tests.read.renderings import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/></w:style></w:styles>'
)
DOCUMENT = (
    f'<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>The Gate</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">He wrote: “I </w:t></w:r><w:del w:author="Pask"><w:r><w:delText>shut</w:delText></w:r>'
    '</w:del><w:ins w:author="Pask"><w:r><w:t>opened</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> it at dawn.”</w:t></w:r>'
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve"> Nobody saw it.</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>The council has never doubted the clerk.</w:t></w:r></w:p>'
    "<w:p><w:r><w:lastRenderedPageBreak/><w:t>The rest of it.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen words</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>'
    '</w:r><w:r><w:t xml:space="preserve"> Reed, The Gate Book, p. 12.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
COMMENTS = f'<w:comments {W}><w:comment w:id="0" w:author="Jane Pask"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Gate</dc:title><dc:creator>Jane Pask</dc:creator></cp:coreProperties>'
)
FORM = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {"document": "document.main", "styles": "styles", "footnotes": "footnotes", "comments": "comments"}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{FORM}.{kind}+xml"/>' for name, kind in KINDS.items()
    )
    + "</Types>"
)
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="{name}" Type="{LINKS}/{name}" Target="{name}.xml"/>' for name in KINDS if name != "document"
    )
    + "</Relationships>"
)
DOCX = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "word/_rels/document.xml.rels": PARTS,
    "word/document.xml": DOCUMENT,
    "word/styles.xml": STYLES,
    "word/footnotes.xml": FOOTNOTES,
    "word/comments.xml": COMMENTS,
    "docProps/core.xml": CORE,
}
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
CONTENT = (
    f'<office:document-content {ODF}><office:automatic-styles><style:style style:name="P1" style:family="paragraph" '
    'style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text><text:tracked-changes>'
    '<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Pask</dc:creator></office:change-info>'
    "<text:p>shut</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:h text:outline-level="1">The Gate</text:h><text:p>He wrote: “I <text:change text:change-id="c1"/>opened<text:s text:c="2"/>it '
    'at dawn.”<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>Reed, The Gate Book, p. 12.</text:p></text:note-body></text:note> Nobody saw it.<office:annotation>"
    "<dc:creator>Jane Pask</dc:creator><text:p>Really?</text:p></office:annotation></text:p>"
    '<text:p text:style-name="P1">The council has never doubted the clerk.</text:p><text:p>The rest<text:soft-page-break/> of it.</text:p>'
    "<text:list><text:list-item><text:p>an item</text:p></text:list-item></text:list></office:text></office:body></office:document-content>"
)
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": CONTENT}
CHAPTER = (
    '<html xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>The Gate</h1><p>He wrote: “I opened it at dawn.”<a href="notes.xhtml#n1">1</a>'
    '</p><p><span epub:type="pagebreak" id="page_12" title="12"></span>Nobody saw it.</p></body></html>'
)
ENDNOTES = '<html><body><h2>Notes</h2><p id="n1">1. Reed, The Gate Book, p. 12.</p></body></html>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Gate'
    "</dc:title><dc:creator>Jane Pask</dc:creator><dc:date>1903-05-01</dc:date></metadata><manifest>"
    '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="notes.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/one.xhtml": CHAPTER,
    "OEBPS/notes.xhtml": ENDNOTES,
}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Serif;}{\f1\fcharset204 Serif;}}{\stylesheet{\s1 heading 1;}{\s2 Quote;}}{\info{\title The Gate}}"
    rb"\pard\s1 The Gate\par\pard He wrote: \ldblquote I opened it at dawn.\rdblquote{\super\chftn}{\footnote\pard\chftn  Reed, The Gate Book, "
    rb"p. 12.} Caf\'e9 \u1043?{\f1\'c0} {\v unseen}{\*\unknown words}\par\pard\s2 The council has never doubted the clerk.\par}"
)


def docx() -> bytes:
    return zipped(DOCX)


def docx_with(parts: dict[str, bytes]) -> bytes:
    return zipped({name: words.encode() for name, words in DOCX.items()} | parts, 0)


def odt() -> bytes:
    return zipped(ODT)


def odt_with(parts: dict[str, bytes]) -> bytes:
    return zipped({name: words.encode() for name, words in ODT.items()} | parts, 0)


def epub() -> bytes:
    return zipped(EPUB)


def epub_with(parts: dict[str, bytes]) -> bytes:
    return zipped({name: words.encode() for name, words in EPUB.items()} | parts, 0)


def pdf(*streams: bytes, more: bytes = b"") -> bytes:
    """Return a PDF with a page for each stream of instructions."""
    rows = streams or (b"BT /F1 12 Tf 72 700 Td (The keeper opened the gate at dawn.) Tj ET",)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(rows)))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R" + more + b">>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(rows), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, row in enumerate(rows):
        slanted = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique>>"
        fonts = b"<</F1 3 0 R/F2 " + slanted + b">>"
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font" + fonts + b">>/Contents %d 0 R>>"
        bodies += [page % (5 + 2 * n), b"<</Length %d>>stream\n%s\nendstream" % (len(row), row)]
    made, places = b"%PDF-1.4\n", []
    for n, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, len(made))
    return made + head + table + tail


def doc() -> bytes:
    """Return an old Word file of one piece of text and one footnote."""
    words, note = "He wrote: “I opened it at dawn.”\x02\rThe rest of it.\r", "\x02 Reed, The Gate Book, p. 12.\r"
    text = (words + note).encode("utf-16-le")
    main = bytearray(4096 + len(text) + 4096)
    struct.pack_into("<HH", main, 0, 0xA5EC, 193)
    struct.pack_into("<II", main, 0x4C, len(words), len(note))
    plan = struct.pack("<III", 0, len(words + note), 0)[:8] + struct.pack("<HIH", 0, 2048, 0)
    clx = b"\x02" + struct.pack("<I", len(plan)) + plan
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    main[2048 : 2048 + len(text)] = text
    table = clx.ljust(4096, b"\0")
    return compound({"WordDocument": bytes(main), "0Table": table})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of some streams, each of at least 4,096 bytes."""
    size, sectors, follows, entries = 512, list[bytes](), list[int](), list[bytes]()
    for name, data in streams.items():
        first, count = len(sectors), -(-len(data) // size)
        sectors += [data[n * size : (n + 1) * size].ljust(size, b"\0") for n in range(count)]
        follows += [*range(first + 1, first + count), 0xFFFFFFFE]
        entries.append(entry(name, 2, first, len(data)))
    directory = b"".join([entry("Root Entry", 5, 0xFFFFFFFE, 0), *entries]).ljust(size, b"\0")
    at = len(sectors)
    sectors.append(directory)
    follows += [0xFFFFFFFE, 0xFFFFFFFD]
    table = struct.pack(f"<{len(follows)}I", *follows).ljust(size, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return head + struct.pack("<I", at + 1) + b"\xff" * (size - len(head) - 4) + b"".join(sectors) + table


def entry(name: str, kind: int, first: int, length: int) -> bytes:
    """Return an entry of a compound file's directory."""
    row = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
    return row + b"\xff" * 12 + bytes(36) + struct.pack("<IQ", first, length)
