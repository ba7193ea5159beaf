"""Block quotations that no mark and no indent sets off: what leads up to them and what follows them shows them."""

import re

from valla.model.anchors import Span
from valla.model.documents import BlockKind
from valla.quote.blocks import Reading
from valla.quote.cues import led_up_to
from valla.quote.layouts import Draft, Form, Layout
from valla.quote.lexicon.verbs import WEAK
from valla.quote.notemarks import NOTE
from valla.quote.saying import is_verb
from valla.quote.underlines import BELOW, SOURCE, SURE, weigh_line

LEAST = 6  # words of a block
LAST_WORDS = 6  # words before a colon in which the verb of saying stands
WORD = re.compile(r"[^\W\d_][\w’'-]*")
NOTE_AFTER = re.compile(rf"[.!?…]\s?{NOTE}$")
DASHED = re.compile(r"[–—―]|--?\s?(?=[^\W\d_a-z])")
BREAKS_OFF = re.compile(r"\b(?:that|dass|que|что)$")


def read_unmarked(layout: Layout, index: int) -> Reading | None:
    """Return the paragraph as a block quotation if its neighbours show it to be one."""
    paragraph = layout.paragraphs[index]
    if paragraph.kind is not BlockKind.PARAGRAPH or not paragraph.apart or layout.signs_at_edges(index):
        return None
    words = layout.words(index)
    if len(words.split()) < LEAST or words.endswith(":") or layout.is_heading(index):
        return None
    why = shown_by(layout, index, words)
    if why is None:
        return None
    span = Span(paragraph.span.start, paragraph.span.end)
    note = NOTE_AFTER.search(words)
    if note:
        span = Span(span.start, span.start + note.start() + 1)
    draft = Draft(parts=[span], form=Form.BLOCK, first=index, last=index, why=why)
    return Reading(draft, (), index + 1)


def shown_by(layout: Layout, index: int, words: str) -> str | None:
    """Return what shows a paragraph without marks to be quoted."""
    before = layout.words(index - 1) if index and not layout.is_heading(index - 1) else ""
    if BREAKS_OFF.search(before) and words[0].islower():
        return "a paragraph of its own that goes on with a sentence of reporting"
    noted = NOTE_AFTER.search(words) is not None
    if led_up_to(before) and (
        has_source(layout, index) or says_at_end(before, LAST_WORDS) or (noted and says_at_end(before, 4 * LAST_WORDS))
    ):
        return "a paragraph of its own after a sentence that announces somebody's words"
    if sourced_below(layout, index):
        return "a paragraph with an attribution right below it"
    return None


def says_at_end(before: str, reach: int) -> bool:
    """Tell whether a verb of saying stands among the last words of a paragraph."""
    words = WORD.findall(before[-200:])
    near = range(1, min(reach, len(words)) + 1)
    return any(is_verb(words, -at) and words[-at].lower() not in WEAK and not words[-at].isupper() for at in near)


def has_source(layout: Layout, index: int) -> bool:
    """Tell whether the paragraph below is an attribution line."""
    return layout.is_line(index + 1)


def sourced_below(layout: Layout, index: int) -> bool:
    """Tell whether a line with a dash, or with the kind of its source, stands right below, no blank line between."""
    at = index + 1
    if at >= len(layout) or layout.paragraphs[at].apart:
        return False
    if SOURCE.match(layout.words(at)) and layout.is_line(at):
        return weigh_line(layout.words(at)) > BELOW
    if not DASHED.match(layout.words(at)):
        return False
    return layout.is_line(at) and weigh_line(layout.words(at)) >= max(SURE, BELOW)
