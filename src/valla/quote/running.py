"""Quotations in running prose: the pairs of a paragraph, and marks that lost their partner there."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.quotations import Fault
from valla.quote.cues import speech_cue, that_cue
from valla.quote.layouts import Blemish, Draft, Form, Layout, blemishes_of
from valla.quote.pairs import Pair
from valla.quote.runs import Run, follow_run, reopenings
from valla.quote.saying import leads_in, says_after
from valla.quote.sentences import sentence_end, sentence_start
from valla.quote.signs import Sign

MOST_LOST = 100  # marks without a partner in one paragraph; with more it is no prose
REACH = 80  # characters before a mark in which it is announced
LONGEST_PHRASE = 200  # characters of a phrase in marks
SHORT = 8  # words of a phrase in marks
CLAUSE_END = re.compile(r"[,;:.!?)](?=\s|$)|\s[–—]\s")


def read_running(layout: Layout, index: int, used: set[int]) -> Iterator[Draft]:
    """Yield the quotations inside one paragraph, save those whose marks are used up already."""
    pairing = layout.pairings[index]
    for pair in pairing.pairs:
        if pair.opening.start not in used and pair.closing.start not in used:
            yield of_pair(index, pair)
    after = [pair.opening.start for pair in pairing.pairs]
    if len(pairing.opens) + len(pairing.closes) > MOST_LOST:
        return
    for sign in pairing.opens:
        if sign.start not in used and not sign.single:
            draft = read_open(layout, index, sign, after)
            if draft:
                yield draft
    for sign in pairing.closes:
        if sign.start not in used and not sign.single:
            draft = read_close(layout, index, sign)
            if draft:
                yield draft


def of_pair(index: int, pair: Pair) -> Draft:
    """Return the quotation between two marks."""
    return Draft(
        parts=[pair.inner],
        form=Form.RUNNING,
        first=index,
        last=index,
        why="between quotation marks",
        opening=pair.opening,
        closing=pair.closing,
        blemishes=blemishes_of(pair.opening, pair.closing, doubled=pair.doubled),
    )


def run_over(layout: Layout, index: int, used: set[int]) -> tuple[Draft, list[Sign]] | None:
    """Return the quotation that begins within a paragraph and runs on into the next ones, with the marks it uses up."""
    opens = [sign for sign in layout.pairings[index].opens if sign.start not in used and not sign.single]
    if not opens or layout.is_line(index + 1) or leads_on(layout, index):
        return None
    opening = opens[-1]
    announced = is_announced(layout, index, opening)
    run = follow_run(layout, index, opening, unmarked=1 if announced else 0)
    if run is None:
        return None
    signs = [opening, *reopenings(layout, index, run), *([run.closing] if run.closing else [])]
    return draft_of_run(index, opening, run), signs


def leads_on(layout: Layout, index: int) -> bool:
    """Tell whether a paragraph ends in the author's own words, since it leads up to something new."""
    return layout.words(index).endswith(":")


def is_announced(layout: Layout, index: int, sign: Sign) -> bool:
    """Tell whether the words before an opening mark lead up to it."""
    start = layout.paragraphs[index].span.start
    return leads_in(layout.text[max(start, sign.start - REACH) : sign.start])


def draft_of_run(index: int, opening: Sign, run: Run) -> Draft:
    """Return the quotation that a run makes from within a paragraph."""
    marks = blemishes_of(opening, run.closing)
    return Draft(
        parts=list(run.parts),
        form=Form.RUNNING,
        first=index,
        last=run.last,
        why="between quotation marks, over several paragraphs",
        opening=opening,
        closing=run.closing,
        blemishes=[*marks, *run.blemishes],
    )


def read_open(layout: Layout, index: int, sign: Sign, openings: list[int]) -> Draft | None:
    """Return the quotation behind a mark that nothing closes: a phrase, a sentence, or the rest of the paragraph.

    It never goes beyond the sentence in which the next quotation begins, nor beyond its paragraph.
    """
    end, how = end_of_open(layout, index, sign, openings)
    if end <= sign.end:
        return None
    last = end == layout.paragraphs[-1].span.end
    reason = f"no mark closes it; taken to end {how}"
    blemish = Blemish(Fault.UNCLOSED if last else Fault.MISSING_CLOSE, Span(end, end), reason)
    return Draft(
        parts=[Span(sign.end, end)],
        form=Form.RUNNING,
        first=index,
        last=index,
        why="behind an opening quotation mark",
        opening=sign,
        blemishes=[*blemishes_of(sign, None), blemish],
    )


def end_of_open(layout: Layout, index: int, sign: Sign, openings: list[int]) -> tuple[int, str]:
    """Return where a quotation that nothing closes ends, and in words why there; its own beginning if it is none."""
    text, stop = layout.text, layout.paragraphs[index].span.end
    at = bisect_right(openings, sign.start)
    following = openings[at] if at < len(openings) else stop
    if is_announced(layout, index, sign):
        if following == stop and not leads_on(layout, index):
            return stop, "with its paragraph"
        return min(sentence_end(text, sign.end, stop), following), "with its sentence"
    match = CLAUSE_END.search(text, sign.end, min(stop, sign.end + LONGEST_PHRASE))
    end = match.start() if match else sign.end
    return (end, "at the next stop") if len(text[sign.end : end].split()) <= SHORT else (sign.end, "")


def read_close(layout: Layout, index: int, sign: Sign) -> Draft | None:
    """Return the quotation before a mark that closes nothing: from its cue, or from the beginning of its sentence."""
    text = layout.text
    paragraph = layout.paragraphs[index].span
    cue = speech_cue(text, paragraph.start, sign.start)
    tail = sign.before != "." and says_after(text[sign.end : min(paragraph.end, sign.end + 80)])
    cue = (
        cue
        if cue is not None or tail
        else that_cue(text, sentence_start(text, paragraph.start, sign.start - 1), sign.start)
    )
    if cue is None and not tail:
        return None
    start = cue if cue is not None else sentence_start(text, paragraph.start, sign.start - 1)
    if any(pair.opening.start < start < pair.closing.end for pair in layout.pairings[index].pairs[-50:]):
        return None
    how = "where the words that lead up to it end" if cue is not None else "with its sentence"
    reason = f"no mark opens it; taken to begin {how}"
    return Draft(
        parts=[Span(start, sign.start)],
        form=Form.RUNNING,
        first=index,
        last=index,
        why="before a closing quotation mark",
        closing=sign,
        blemishes=[Blemish(Fault.MISSING_OPEN, Span(start, start), reason)],
    )
