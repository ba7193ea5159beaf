"""Sentences broken by "he said": two pairs of marks, and plainly one quotation."""

import re
from collections.abc import Iterable, Iterator

from valla.quote.layouts import Draft, Form, Layout
from valla.quote.saying import says_after

TERM_BEFORE = re.compile(r"\b(?:the|a|an|so-called|and|his|her|their)\s$", re.IGNORECASE)
"""Words before a single word in marks that make it a term and no beginning of a speech."""

LONGEST = 90  # characters of the words that break in
BREATHS = frozenset(",–—-…!?")  # what a sentence stops at before it is broken
DASHES = frozenset("–—-")
LEADS_ON = re.compile(r"\b(?:that|whether|how|if|why|where|when|because|lest)\s*$", re.IGNORECASE)
"""Words that open a clause of the author's own: what follows is not the rest of what was broken off."""
BREAKS = re.compile(r"[,–—-]\s*$")


def join_broken(layout: Layout, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts of a flow in order, with the pieces of one sentence made one."""
    last: Draft | None = None
    for draft in drafts:
        if last and is_broken(layout, last, draft):
            last.parts += draft.parts
            last.closing = draft.closing
            last.blemishes += draft.blemishes
            last.line = last.line or draft.line
            last.last = draft.last
            continue
        if last:
            yield last
        last = draft
    if last:
        yield last


def is_broken(layout: Layout, first: Draft, second: Draft) -> bool:
    """Tell whether the second quotation goes on with the sentence of the first after a few words of reporting.

    The first must stop short of a full stop, the words between must report and have no stop either, and lead on with a
    comma or straight into a small letter.
    """
    if first.form is Form.TURN or second.form is Form.TURN or second.start <= first.end or first.last != second.first:
        return False
    if not (first.opening and first.closing and second.opening) or first.closing.end > second.opening.start:
        return False
    text = layout.text
    lone = len(text[first.start : first.end].split()) == 1
    if lone and TERM_BEFORE.search(text, max(0, first.start - 12), first.opening.start):
        return False
    between = text[first.closing.end : second.opening.start]
    if len(between) > LONGEST or not says_after(between) or any(stop in between[:-1] for stop in '.!?:;“”"«»'):
        return False
    if LEADS_ON.search(between):
        return False
    ended = text[first.parts[-1].start : first.end].rstrip()[-1:]
    head = next((letter for letter in text[second.start : second.start + 3] if letter.isalpha()), "")
    dashed = between.lstrip()[:1] in DASHES and between.rstrip()[-1:] in DASHES
    if ended == "." or not (ended in BREATHS or between[:1] == "," or dashed):
        return False
    if ended in "!?":
        return head.islower() and bool(BREAKS.search(between))
    return bool(BREAKS.search(between)) or head.islower()
