"""PDF to its parts: paragraphs in reading order, notes bound to their marks, pages by their printed numbers.

PDFium reads the letters. What is a running head, a column, a note or a paragraph is told from where the lines stand;
nothing in the file says so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from valla.errors import ReadError
from valla.model.documents import PageStart, PageState, Paging
from valla.read.galley import Galley, Slip
from valla.read.italics import settle_italics
from valla.read.notes import bind_notes
from valla.read.parts import Parts, UnseenError
from valla.read.pdf_columns import Run, columns_of, join_fragments, notes_in, number_of, split_notes
from valla.read.pdf_file import PdfFile, open_pdf
from valla.read.pdf_fonts import places_in_text
from valla.read.pdf_heads import find_heads, printed_shift
from valla.read.pdf_letters import Line, Sheet
from valla.read.pdf_paragraphs import Paragraph, hyphened, join_columns
from valla.read.pdf_words import Spelling, spelling_of
from valla.read.pictures import MISSING, Eyes, has_words, sheet_from

NOTES_HEADING = re.compile(
    r"\W*(?:notes?|endnotes?|footnotes?|anmerkungen|fußnoten|endnoten|примечания|notas|note)\W*$", re.IGNORECASE
)
PART = "page"


@dataclass(slots=True)
class Setting:
    """What is needed to set a PDF's lines: pages, spelling, and the notes to which marks may lead."""

    pages: dict[int, PageStart]
    spelling: Spelling
    keys: dict[tuple[int, str], str] = field(default_factory=dict)  # key of a note by sheet and label
    later: dict[str, list[str]] = field(default_factory=dict)  # keys of endnotes by label, in order
    sheet: int = -1

    def slip(self, lines: Sequence[Line], *, body: bool = True) -> Slip:
        """Return the lines of a paragraph as one, hyphens at line ends healed."""
        slip = Slip(PART, lines[0].sheet)
        for n, line in enumerate(lines):
            if line.sheet != self.sheet:
                self.sheet = line.sheet
                slip.breaks.append((slip.length, self.pages[line.sheet]))
            start = len(line.letters) - len(line.letters.lstrip())
            end = len(line.letters.rstrip())
            begun, after = slip.length, lines[n + 1].words if n + 1 < len(lines) else ""
            torn = bool(after) and hyphened(line)
            if torn and not self.spelling.keeps_hyphen(line.words, after):
                end -= 1
            self.set_line(slip, line, start, end, marks=body)
            if line.confidence is not None:
                slip.doubts.append((begun, slip.length, line.confidence))
            if after and not torn:
                slip.put(" ")
        return slip

    def set_line(self, slip: Slip, line: Line, start: int, end: int, *, marks: bool) -> None:
        """Set the letters of a line; raised figures that lead to a note become its mark."""
        at = start
        for a, b in line.marks if marks else ():
            key = self.key(line.sheet, line.letters[a:b])
            if key is not None and at <= a:
                set_letters(slip, line, at, a)
                slip.mark(key, line.letters[a:b])
                at = b
        set_letters(slip, line, at, end)

    def key(self, sheet: int, label: str) -> str | None:
        """Return the note to which a mark leads: at the foot of its page (or of the next), else at the end."""
        for near in (sheet, sheet + 1):
            if (near, label) in self.keys:
                return self.keys[near, label]
        return self.later[label].pop(0) if self.later.get(label) else None


def set_letters(slip: Slip, line: Line, start: int, end: int) -> None:
    """Append the letters of a line, each stretch that follows on the page as one."""
    done = start
    for at, first, many in line.places:
        a, b = max(at, done), min(at + many, end)
        if a < b:
            slip.put(line.letters[done:a])
            slip.add(line.letters[a:b], first + (a - at), line.sheet)
            done = b
    slip.put(line.letters[done:end])


def read_pdf(data: bytes, name: str, eyes: Eyes | None = None) -> Parts:
    """Return the parts of a PDF; raise ReadError for one that is locked, damaged or nothing but pictures.

    Pages that are pictures are read by the eyes, where there are any.
    """
    with open_pdf(data, name) as file:
        sheets = list(file.sheets())
        labels = file.labels()
        states = {sheet.number: file.state(sheet) for sheet in sheets}
        if eyes is not None:
            sheets = [seen_by(eyes, file, sheet, states) for sheet in sheets]
        imprint = file.imprint()
        lost = file.lost
    if not any(sheet.lines for sheet in sheets):
        raise without_words(name, states, eyes)
    parts = parts_of(sheets, labels, states, eyes)
    return replace(parts, imprint=imprint, warnings=(*parts.warnings, *lost))


def parts_of(
    sheets: Sequence[Sheet], labels: dict[int, str], states: dict[int, PageState], eyes: Eyes | None = None
) -> Parts:
    """Return the parts of some pages."""
    pages, paging = pages_of(sheets, labels, states)
    parts = set_sheets(sheets, pages)
    read = eyes.name if eyes is not None and PageState.OCR in states.values() else ""
    apart = places_in_text(parts.loci, {sheet.number: sheet.apart for sheet in sheets}, len(parts.text))
    italics = settle_italics(parts.text, parts.blocks, apart)
    return replace(parts, italics=italics, paging=paging, eyes=read, warnings=tuple(warnings_of(sheets, states, eyes)))


def seen_by(eyes: Eyes, file: PdfFile, sheet: Sheet, states: dict[int, PageState]) -> Sheet:
    """Return a page, read from its picture where it is one; its state is set."""
    if states[sheet.number] is not PageState.SCAN:
        return sheet
    try:
        sights = eyes.look(file.picture(sheet))
    except ReadError:  # one page less, and told of
        return sheet
    if not sights or not has_words(sights[0]):
        return sheet
    states[sheet.number] = PageState.OCR
    return sheet_from(sights[0], sheet.number, sheet.width, sheet.height)


def set_sheets(sheets: Sequence[Sheet], pages: dict[int, PageStart]) -> Parts:
    """Return the text of the sheets: paragraphs in order, then the notes."""
    heads = find_heads(sheets)
    kept = {sheet.number: join_fragments([row for row in sheet.lines if id(row) not in heads]) for sheet in sheets}
    size = usual_size([line for lines in kept.values() for line in lines])
    runs, notes = divide(kept, size)
    paragraphs = join_columns([run.lines for run in runs], size)
    setting = Setting(pages, spelling_of(line for lines in kept.values() for line in lines))
    body, ends = split_endnotes(paragraphs) if not notes else (paragraphs, [])
    setting.keys = {(rows[0].sheet, label): f"{label}@{n}" for n, (label, rows) in reversed(list(enumerate(notes)))}
    setting.later = keys_by_label(ends)
    galley = Galley()
    for paragraph in body:
        galley.set_slip(setting.slip(paragraph.lines), paragraph.kind, paragraph.level)
    missing = [page for number, page in sorted(pages.items()) if not kept.get(number)]
    for n, (label, rows) in enumerate([*notes, *ends]):
        key = f"{label}@{n}"
        galley.set_note(key, label, [without_label(setting.slip(rows, body=False), label)])
    return finished(galley, missing)


def divide(kept: dict[int, list[Line]], size: float) -> tuple[list[Run], list[tuple[str, list[Line]]]]:
    """Return the columns of all pages, and the notes at their feet with their labels, in order."""
    runs: list[Run] = []
    notes: list[tuple[str, list[Line]]] = []
    last = 0
    for number in sorted(kept):
        for run in split_notes(columns_of(kept[number]), size, last):
            runs.append(run)
            for label, lines in notes_in(run.notes, last):
                if label is None and notes:
                    notes[-1][1].extend(lines)
                elif label is not None:
                    notes.append((label, lines))
                    last = int(label) if label.isdecimal() else last
                else:
                    runs.append(Run(lines=tuple(lines)))
    return runs, notes


def split_endnotes(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[tuple[str, list[Line]]]]:
    """Return the paragraphs without those that are notes under a heading such as "Notes", and these with their labels."""
    marked = {line.letters[a:b] for row in paragraphs for line in row.lines for a, b in line.marks}
    at = next((n for n, row in enumerate(paragraphs) if is_notes_heading(row)), len(paragraphs))
    body, ends = list(paragraphs[: at + 1]), list[tuple[str, list[Line]]]()
    for row in paragraphs[at + 1 :]:
        number = number_of(row.lines[0])
        if number is not None and str(number) in marked:
            ends.append((str(number), list(row.lines)))
        else:
            body.append(row)
    return body, ends


def is_notes_heading(row: Paragraph) -> bool:
    """Tell whether a paragraph is the heading of the notes."""
    return len(row.lines) == 1 and NOTES_HEADING.fullmatch(row.lines[0].words) is not None


def keys_by_label(ends: Sequence[tuple[str, list[Line]]]) -> dict[str, list[str]]:
    """Return the keys of endnotes by their labels, in order."""
    keys: dict[str, list[str]] = defaultdict(list)
    for n, (label, _) in enumerate(ends):
        keys[label].append(f"{label}@{n}")
    return keys


def without_label(slip: Slip, label: str) -> Slip:
    """Return a note's paragraph without the label at its head, which is set anew."""
    match = re.match(rf"\s*\[?{re.escape(label)}[\].)]?\s*", slip.words)
    if match is None:
        return slip
    cut = match.end()
    made = Slip(slip.part, slip.item, pieces=[slip.words[cut:]], length=slip.length - cut)
    for start, place, letters, item in slip.stretches:
        skip = max(0, cut - start)
        if skip < letters:
            made.stretches.append((start + skip - cut, place + skip, letters - skip, item))
    made.breaks = [(max(0, at - cut), page) for at, page in slip.breaks]
    made.doubts = [(max(0, a - cut), max(0, b - cut), sure) for a, b, sure in slip.doubts]
    return made


def finished(galley: Galley, missing: Sequence[PageStart]) -> Parts:
    """Return the parts, pages without words set where they would stand; notes marked in brackets are bound last."""
    parts = galley.parts()
    if not parts.notes:
        blocks, notes = bind_notes(parts.text, parts.blocks)
        parts = replace(parts, blocks=blocks, notes=notes)
    starts = {page.sheet: page.at for page in reversed(parts.pages)}
    empty = [replace(page, at=place_of(page.sheet, starts, len(parts.text))) for page in missing]
    pages = sorted((*parts.pages, *empty), key=lambda page: (page.at, page.sheet))
    return replace(parts, pages=tuple(pages))


def place_of(sheet: int, starts: dict[int, int], length: int) -> int:
    """Return where a page without words stands: where the next one with words begins."""
    return min((at for number, at in starts.items() if number > sheet), default=length)


def pages_of(
    sheets: Sequence[Sheet], labels: dict[int, str], states: dict[int, PageState]
) -> tuple[dict[int, PageStart], Paging]:
    """Return the page of each sheet, labelled by the file, else as printed on the pages, else counted."""
    shift = printed_shift(sheets, find_heads(sheets)) if not labels else None
    paging = Paging.PRINTED if labels or shift is not None else Paging.COUNTED
    made = {}
    for sheet in sheets:
        printed = str(sheet.number + shift) if shift is not None and sheet.number + shift > 0 else ""
        label = labels.get(sheet.number) or printed or str(sheet.number + 1)
        made[sheet.number] = PageStart(at=0, label=label, sheet=sheet.number + 1, state=states[sheet.number])
    return made, paging


def usual_size(lines: Sequence[Line]) -> float:
    """Return the size in which most letters are set; the smaller of two equally usual ones."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.letters)
    return min(counts, key=lambda size: (-counts[size], size)) if counts else 0.0


def without_words(name: str, states: dict[int, PageState], eyes: Eyes | None) -> ReadError:
    """Return the refusal of a PDF in which nothing can be read."""
    scans = sum(state is PageState.SCAN for state in states.values())
    if scans and eyes is None:
        return UnseenError(f"{name}: holds only pictures of its pages ({MISSING})", scans)
    if scans:
        return ReadError(
            f"{name}: no words were made out in the pictures of its pages; get a sharper scan, or a transcript"
        )
    return ReadError(f"{name}: holds no text; name a file with words in it")


def warnings_of(sheets: Sequence[Sheet], states: dict[int, PageState], eyes: Eyes | None) -> Iterator[str]:
    """Yield what was not read or left out, in plain words."""
    scans = [number + 1 for number, state in states.items() if state is PageState.SCAN]
    if scans:
        why = MISSING if eyes is None else f"{eyes.name} made out no words"
        yield f"{told(scans)} hold only a picture ({why})"
    if unseen := [sheet for sheet in sheets if sheet.unseen]:
        letters = sum(sheet.unseen for sheet in unseen)
        where = told([sheet.number + 1 for sheet in unseen])
        yield f"{letters} letters that nobody sees on the page (white, tiny, outside or invisible) are left out: {where}"


def told(numbers: Sequence[int]) -> str:
    """Return numbers of pages in words, long lists cut."""
    shown = ", ".join(str(number) for number in numbers[:10])
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""  # noqa: PLR2004  (as many as a line holds)
    return f"pages {shown}{more}"
