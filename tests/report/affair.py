"""An invented affair as the other rooms would hand it over: one quotation for each verdict, and every row once.

The night ferry Aurelia sank in a harbour that does not exist; two parties quarrel over who knew what. Nothing of it
happened. `outcome()` is the whole; `hostile()` puts any text into every place that a report shows.
"""

from dataclasses import replace

from valla.model.anchors import Anchor, DocumentId, Span, anchored
from valla.model.documents import Block, BlockKind, Document, Note, PageStart
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation, Outcome
from valla.model.quotations import (
    Attribution,
    Fault,
    Insertion,
    Link,
    LinkKind,
    Mark,
    Omission,
    Quotation,
    QuotationId,
    QuotationKind,
    Repair,
    Title,
)
from valla.model.traces import Concern, Cut, Edit, Gap, Passage, Trace, Verdict
from valla.model.works import Citation, Holding, Intake, Receipt

ESSAY = DocumentId("ferry")
MINUTES = DocumentId("minutes-1911")
LOG = DocumentId("captains-log")
POST = DocumentId("evening-post")

TEXT = """\
The Night Ferry

“A harbour keeps its own accounts.”
Proverb of the town

What the Board knew

The minutes say that “the Board received the pilot’s letter on the 9th of May and resolved to act”, and the matter ended there. The secretary wrote that “the colour of the harbour light was not questioned”. Of the so-called “experts” nothing more was heard.

The chairman promised that “the ferry shall be laid up … until the boiler is mended”. He added: “We acted in good time and we warned every captain on the quay”. The Evening Post’s article “Lights Out at Sker Point” says otherwise.

One captain told the inquiry: “I asked the mate, ‘is the glass falling?’ and he [the mate] laughed.”

What the captain said

Captain Moor had written “no pilot came aboard that night, and I sent for none” in his log.[1] According to the Post he later said: The fog came down before we had cleared the point.” Nobody doubts that he added “I would sail her again tomorrow” when asked.

[1] Log of the Aurelia, ed. R. Penn (Sker 1913), p. 88.
"""

MINUTES_TEXT = """\
Minutes of the Harbour Board. The Board never received the pilot’s letter on the 7th of May and resolved to act, provided that the treasurer agreed. The color of the harbour light was not questioned. The ferry shall be laid up, the Board being unanimous but for Mr Hale, until the boiler is mended. We acted in good time. The meeting was adjourned for an hour. When it met again the chairman spoke of the captains. We warned every captain on the quay."""

LOG_TEXT = "Log of the Aurelia. No pilot came aboard that night, and I sent for none. I asked the mate, ‘is the glass falling?’ and he laughed."


def place(text: str, words: str) -> Span:
    """Return where words stand in a text; each is chosen so that it stands there once or first."""
    start = text.index(words)
    return Span(start, start + len(words))


def name_of(span: Span) -> QuotationId:
    """Return the id of a quotation."""
    return QuotationId(f"{ESSAY}@{span.start}-{span.end}")


def quotation(
    words: str, kind: QuotationKind = QuotationKind.INLINE, *, scare: bool = False, nested_in: QuotationId | None = None
) -> Quotation:
    """Return a quotation of the essay."""
    span = place(TEXT, words)
    reason = "marks of distance" if scare else "it stands between marks"
    return Quotation(
        id=name_of(span),
        anchor=anchored(ESSAY, TEXT, span, "1"),
        kind=kind,
        scare=scare,
        nested_in=nested_in,
        parts=(span,),
        reason=reason,
    )


PROVERB = quotation("A harbour keeps its own accounts.", QuotationKind.EPIGRAPH)
LETTER = quotation("the Board received the pilot’s letter on the 9th of May and resolved to act")
LIGHT = quotation("the colour of the harbour light was not questioned")
EXPERTS = quotation("experts", QuotationKind.FRAGMENT, scare=True)
LAID_UP = quotation("the ferry shall be laid up … until the boiler is mended")
IN_TIME = quotation("We acted in good time and we warned every captain on the quay")
GLASS = quotation("I asked the mate, ‘is the glass falling?’ and he [the mate] laughed.")
FALLING = quotation("is the glass falling?", nested_in=GLASS.id)
PILOT = quotation("no pilot came aboard that night, and I sent for none")
FOG = quotation("The fog came down before we had cleared the point.")
AGAIN = quotation("I would sail her again tomorrow", QuotationKind.FRAGMENT)
QUOTATIONS = (PROVERB, LETTER, LIGHT, EXPERTS, LAID_UP, IN_TIME, GLASS, FALLING, PILOT, FOG, AGAIN)


def passage(document: DocumentId, text: str, words: str, quoted: Span, page: str | None = None) -> Passage:
    """Return the place of words in a source, answering to a span of the essay."""
    return Passage(anchor=anchored(document, text, place(text, words), page), quoted=quoted)


def edit(quoted: str, source: str, concern: Concern, *, near: str, passage: int = 0) -> Edit:
    """Return an edit; `near` are the source's words in which the replaced words stand."""
    start = MINUTES_TEXT.index(near) + near.index(source)
    at = place(TEXT, quoted) if quoted else Span(LETTER.span.start + 10, LETTER.span.start + 10)
    return Edit(
        at=at,
        quoted=quoted,
        source=source,
        source_at=Span(start, start + len(source)),
        concern=concern,
        passage=passage,
    )


def attribution(row: Quotation, name: str | None, confidence: float = 0.9) -> Attribution:
    """Return who is said to say it."""
    reason = "named in the sentence before" if name else "no name stands in the sentence or the one before"
    return Attribution(quotation=row.id, name=name, confidence=confidence if name else 0.0, reason=reason)


TRACES = (
    Trace(
        quotation=PROVERB.id,
        verdict=Verdict.UNCHECKED,
        wanted=None,
        sought=(LOG, MINUTES),
        reason="no work is cited and nothing like it was found on the shelf",
    ),
    Trace(
        quotation=LETTER.id,
        verdict=Verdict.ALTERED,
        passages=(
            passage(
                MINUTES,
                MINUTES_TEXT,
                "The Board never received the pilot’s letter on the 7th of May and resolved to act",
                LETTER.span,
                "14",
            ),
        ),
        edits=(
            edit("", "never", Concern.POLARITY, near="never received"),
            edit("9th", "7th", Concern.DATE, near="7th"),
        ),
        cuts=(Cut(cue="provided that", words="provided that the treasurer agreed."),),
        likeness=0.87,
        reason="the place is certain, and two words differ",
    ),
    Trace(
        quotation=LIGHT.id,
        verdict=Verdict.VARIANT,
        passages=(
            passage(MINUTES, MINUTES_TEXT, "The color of the harbour light was not questioned", LIGHT.span, "14"),
        ),
        edits=(edit("colour", "color", Concern.SPELLING, near="color of"),),
        likeness=1.0,
        reason="one word is spelt in another way",
    ),
    Trace(
        quotation=LAID_UP.id,
        verdict=Verdict.ELIDED,
        passages=(
            passage(
                MINUTES, MINUTES_TEXT, "The ferry shall be laid up", place(TEXT, "the ferry shall be laid up"), "15"
            ),
            passage(
                MINUTES, MINUTES_TEXT, "until the boiler is mended", place(TEXT, "until the boiler is mended"), "15"
            ),
        ),
        gaps=(
            Gap(
                after=0,
                at=place(TEXT, "…"),
                marked=True,
                words=9,
                hidden=", the Board being unanimous but for Mr Hale,",
                concerns=(Concern.NAME,),
            ),
        ),
        likeness=1.0,
        reason="words are left out, and the ellipsis says so",
    ),
    Trace(
        quotation=IN_TIME.id,
        verdict=Verdict.SPLICED,
        passages=(
            passage(MINUTES, MINUTES_TEXT, "We acted in good time", place(TEXT, "We acted in good time"), "16"),
            passage(
                MINUTES,
                MINUTES_TEXT,
                "We warned every captain on the quay",
                place(TEXT, "we warned every captain on the quay"),
                "17",
            ),
        ),
        gaps=(
            Gap(
                after=0,
                at=place(TEXT, " and "),
                marked=False,
                words=17,
                hidden=". The meeting was adjourned for an hour. When it met again the chairman spoke of the captains. ",
            ),
        ),
        likeness=0.95,
        reason="two places of the source are joined without a mark",
    ),
    Trace(
        quotation=GLASS.id,
        verdict=Verdict.ELSEWHERE,
        passages=(passage(LOG, LOG_TEXT, "I asked the mate, ‘is the glass falling?’ and he laughed.", GLASS.span),),
        likeness=0.9,
        reason="the words stand in the log, not in the cited inquiry",
    ),
    Trace(
        quotation=FALLING.id,
        verdict=Verdict.VERBATIM,
        passages=(passage(LOG, LOG_TEXT, "is the glass falling?", FALLING.span),),
        likeness=1.0,
        reason="word for word",
    ),
    Trace(
        quotation=PILOT.id,
        verdict=Verdict.VERBATIM,
        passages=(passage(LOG, LOG_TEXT, "No pilot came aboard that night, and I sent for none", PILOT.span),),
        rivals=(passage(MINUTES, MINUTES_TEXT, "the captains", PILOT.span, "17"),),
        likeness=1.0,
        reason="word for word",
    ),
    Trace(
        quotation=FOG.id,
        verdict=Verdict.UNCHECKED,
        wanted="Evening Post, 12 May 1911",
        reason="the cited work is not on the shelf",
    ),
    Trace(
        quotation=AGAIN.id,
        verdict=Verdict.NOT_FOUND,
        sought=(LOG,),
        reason="the log is held in full, and the words are not in it",
    ),
)

CITED = place(TEXT, "Log of the Aurelia, ed. R. Penn (Sker 1913), p. 88")
CITATIONS = (
    Citation(
        quotation=PILOT.id,
        at=CITED,
        raw=CITED.of(TEXT),
        author="Moor",
        title="Log of the Aurelia",
        year="1913",
        pages="88",
        place="Sker",
        via="R. Penn",
        confidence=0.9,
        reason="the note at the end of the sentence",
    ),
    Citation(
        quotation=FOG.id,
        at=place(TEXT, "the Post"),
        raw="the Post",
        container="Evening Post",
        confidence=0.6,
        reason="named in the sentence",
    ),
)

POLARITY = Rule(
    code="T102",
    name="polarity-changed",
    severity=Severity.ERROR,
    since="0.1.0",
    page="# T102 polarity-changed\n\nA negation was lost, added or reversed.\n",
)
DATES = Rule(code="T104", name="date-changed", severity=Severity.ERROR, since="0.1.0")
CUTS = Rule(code="T112", name="qualifier-cut", severity=Severity.WARNING, since="0.1.0")
SPLICES = Rule(code="T111", name="spliced", severity=Severity.WARNING, since="0.1.0")
PAGES = Rule(code="C102", name="no-page", severity=Severity.NOTE, since="0.1.0")
UNCHECKED = Rule(code="T190", name="unchecked", severity=Severity.NOTE, since="0.1.0")
MARKS = Rule(code="Q101", name="unbalanced-mark", severity=Severity.WARNING, since="0.1.0")
IDLE = Rule(code="R190", name="unused-suppression", severity=Severity.WARNING, since="0.1.0")
SILENT = Rule(code="T105", name="name-changed", severity=Severity.ERROR, since="0.1.0")
RULES = (PAGES, MARKS, IDLE, POLARITY, DATES, SILENT, SPLICES, CUTS, UNCHECKED)

EVIDENCE = TRACES[1].passages[0].anchor
MISSING = Span(FOG.span.start, FOG.span.start)
TITLE = place(TEXT, "Lights Out at Sker Point")

FINDINGS = (
    UNCHECKED.finding(PROVERB.span, "could not be checked: no work is cited", quotation=PROVERB.id),
    POLARITY.finding(
        LETTER.span, "“never” stands in the source and not in the quotation", quotation=LETTER.id, evidence=(EVIDENCE,)
    ),
    DATES.finding(
        place(TEXT, "9th"), "the source has “7th”, the quotation “9th”", quotation=LETTER.id, evidence=(EVIDENCE,)
    ),
    SPLICES.finding(IN_TIME.span, "two places of the source are joined without a mark", quotation=IN_TIME.id),
    IDLE.finding(Span(TITLE.start, TITLE.start), "this suppression of T101 suppressed nothing"),
    MARKS.finding(MISSING, "the opening mark is missing", quotation=FOG.id),
    UNCHECKED.finding(FOG.span, "could not be checked: Evening Post, 12 May 1911 is not held", quotation=FOG.id),
)


def blocks() -> tuple[Block, ...]:
    """Return the essay's paragraphs, its headings told by their length."""
    made, at = [], 0
    for part in TEXT.split("\n\n"):
        start = TEXT.index(part.strip(), at)
        at = start + len(part.strip())
        kind = BlockKind.NOTE if part.startswith("[1]") else BlockKind.PARAGRAPH
        heading = len(part) < 30
        level = (1 if start == 0 else 2) if heading else 0
        made.append(Block(span=Span(start, at), kind=BlockKind.HEADING if heading else kind, level=level))
    return tuple(made)


def document() -> Document:
    """Return the essay."""
    note = Note(label="1", mark=place(TEXT, "[1]"), body=place(TEXT, CITED.of(TEXT) + "."))
    return Document(
        id=ESSAY,
        name="ferry.txt",
        text=TEXT,
        blocks=blocks(),
        notes=(note,),
        pages=(PageStart(at=0, label="1"),),
        digest="0f" * 32,
        reader="text 1",
        warnings=("two characters could not be decoded",),
    )


def investigation() -> Investigation:
    """Return every table of the affair."""
    return Investigation(
        document=document(),
        quotations=QUOTATIONS,
        titles=(Title(anchor=anchored(ESSAY, TEXT, TITLE), reason="“article” stands before it"),),
        repairs=(
            Repair(
                quotation=FOG.id,
                at=MISSING,
                fault=Fault.MISSING_OPEN,
                reason="a closing mark has no opening one; the words follow “said:”",
            ),
        ),
        ellipses=(Omission(quotation=LAID_UP.id, at=place(TEXT, "…"), mark=Mark.ELLIPSIS),),
        insertions=(Insertion(quotation=GLASS.id, at=place(TEXT, "[the mate]"), words="the mate"),),
        attributions=(
            attribution(PROVERB, None),
            attribution(LETTER, "the Board"),
            attribution(LIGHT, "the secretary"),
            attribution(LAID_UP, "the chairman"),
            attribution(IN_TIME, "the chairman", 0.5),
            attribution(GLASS, "One captain"),
            attribution(FALLING, None),
            attribution(PILOT, "Captain Moor"),
            attribution(FOG, "Captain Moor", 0.6),
            attribution(AGAIN, "Captain Moor", 0.6),
        ),
        citations=CITATIONS,
        links=(
            Link(
                quotation=FOG.id,
                step=0,
                kind=LinkKind.CITED_BY,
                giver="Captain Moor",
                taker="Evening Post",
                at=place(TEXT, "According to the Post"),
                reason="“according to”",
            ),
        ),
        traces=TRACES,
        holdings=(
            Holding(
                document=LOG,
                title="Log of the Aurelia",
                author="Moor",
                year="1913",
                language="en",
                described_by="manifest",
            ),
            Holding(
                document=MINUTES,
                title="Minutes of the Harbour Board",
                partial=True,
                aliases=("Board minutes",),
                described_by="first lines",
            ),
        ),
        receipts=(
            Receipt(document=LOG, intake=Intake.READ),
            Receipt(document=MINUTES, intake=Intake.READ, warnings=("read as windows-1252",)),
            Receipt(document=POST, intake=Intake.REFUSED, reason="it is no text"),
        ),
    )


def outcome() -> Outcome:
    """Return the affair with its findings, one of them suppressed and one known."""
    return Outcome(
        investigation=investigation(),
        findings=FINDINGS,
        suppressed=(
            (
                CUTS.finding(LETTER.span, "the source goes on “provided that”", quotation=LETTER.id),
                "the essay tells of it below",
            ),
        ),
        known=(PAGES.finding(place(TEXT, "the Post"), "no page is given", quotation=FOG.id),),
        rules=RULES,
        version="0.1.0",
    )


def nothing_found() -> Outcome:
    """Return an outcome without findings in which every quotation went unchecked."""
    tables = investigation()
    traces = tuple(
        Trace(quotation=row.id, verdict=Verdict.UNCHECKED, wanted="Evening Post", reason="not held")
        for row in QUOTATIONS
        if not row.scare
    )
    return Outcome(investigation=replace(tables, traces=traces, holdings=(), receipts=()), findings=(), rules=RULES)


def hostile(payload: str) -> Outcome:
    """Return an outcome in which a payload stands in the text, in every name and in every message.

    The payload has at least one code point.
    """
    text = f"{payload}\n\nHe said “{payload}” and went.\n"
    span = Span(len(payload) + 11, 2 * len(payload) + 11)
    here = Anchor(document=ESSAY, span=span, exact=payload, prefix=payload, suffix=payload, page=payload)
    there = replace(here, document=DocumentId(payload), span=Span(0, len(payload)))
    row = Quotation(id=name_of(span), anchor=here, kind=QuotationKind.INLINE, parts=(span,), reason=payload)
    stays = Passage(anchor=there, quoted=span)
    trace = Trace(
        quotation=row.id,
        verdict=Verdict.ALTERED,
        passages=(stays,),
        edits=(Edit(at=span, quoted=payload, source=payload, source_at=there.span, concern=Concern.WORD),),
        gaps=(Gap(after=0, at=Span(span.end, span.end), marked=False, words=1, hidden=payload),),
        cuts=(Cut(cue=payload, words=payload),),
        rivals=(stays,),
        sought=(DocumentId(payload),),
        wanted=payload,
        reason=payload,
    )
    rule = Rule(code="T101", name="altered", severity=Severity.ERROR, since="0.1.0", page=payload)
    loose = Finding(span=Span(0, len(payload)), code="R101", name="unreadable", severity=Severity.NOTE, message=payload)
    tables = Investigation(
        document=Document(
            id=ESSAY,
            name=payload,
            text=text,
            digest=payload,
            reader=payload,
            warnings=(payload,),
            pages=(PageStart(at=0, label=payload),),
            blocks=(
                Block(span=Span(0, len(payload)), kind=BlockKind.HEADING, level=1),
                Block(span=Span(len(payload) + 2, len(text) - 1), kind=BlockKind.PARAGRAPH),
            ),
            notes=(Note(label=payload, mark=Span(span.end + 1, span.end + 2), body=Span(0, len(payload))),),
        ),
        quotations=(row,),
        titles=(Title(anchor=here, reason=payload),),
        repairs=(Repair(quotation=row.id, at=Span(span.start, span.start), fault=Fault.DOUBLED, reason=payload),),
        ellipses=(Omission(quotation=row.id, at=span, mark=Mark.BRACKETED),),
        insertions=(Insertion(quotation=row.id, at=span, words=payload),),
        attributions=(Attribution(quotation=row.id, name=payload, confidence=0.5, reason=payload),),
        citations=(
            Citation(
                quotation=row.id,
                at=span,
                raw=payload,
                author=payload,
                title=payload,
                year=payload,
                pages=payload,
                via=payload,
                reason=payload,
            ),
        ),
        links=(
            Link(
                quotation=row.id, step=0, kind=LinkKind.TOLD_TO, giver=payload, taker=payload, at=span, reason=payload
            ),
        ),
        traces=(trace,),
        holdings=(
            Holding(document=DocumentId(payload), title=payload, author=payload, year=payload, described_by=payload),
        ),
        receipts=(Receipt(document=DocumentId(payload), intake=Intake.REFUSED, reason=payload, warnings=(payload,)),),
    )
    finding = rule.finding(span, payload, quotation=row.id, evidence=(there,))
    return Outcome(
        investigation=tables,
        findings=(loose, finding),
        suppressed=((finding, payload),),
        known=(loose,),
        rules=(rule,),
        version=payload,
    )
