"""What the joins of a quotation leave out, for the rules T110, T111 and T113, which share them out between them."""

import re

from valla.model.traces import Gap, Trace, Verdict
from valla.text.lexicon import lexicon_of
from valla.text.words import words_in

SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[^\sa-z]|\s*$)")
TURN = re.compile(r"(?:^|\n)[ \t]*\[?(?:[A-Z][\w.’'-]{0,30}[ ]?){1,4}:[\]\s]")
"""A speaker's label at the head of a line."""


def honest_gaps(trace: Trace) -> list[Gap]:
    """Return the joins that are marked and leave out the words between two places of one document, in their order."""
    return [gap for gap in trace.gaps if gap.marked and gap.words and not gap.out_of_order and not gap.other_document]


def spliced_gaps(trace: Trace) -> list[Gap]:
    """Return the joins that make a splice of a quotation; where each is marked and in order, the widest one."""
    honest = honest_gaps(trace)
    others = [gap for gap in trace.gaps if gap not in honest]
    return others or sorted(honest, key=lambda gap: (-gap.words, gap.after))[:1]


def what_it_hides(trace: Trace, gap: Gap) -> str | None:
    """Return what a marked join hides that changes the sense; None where it hides nothing of the kind.

    That is a turn of another speaker; a word of negation or condition in the rest of a sentence whose other part is
    quoted; or a sentence that takes back the one before it ("But ...").
    """
    if gap.hidden is None or trace.verdict is Verdict.SPLICED:
        return None
    if TURN.search(gap.hidden):
        return "a turn of another speaker"
    for stretch in stretches(trace, gap):
        turning = turning_word(stretch)
        if turning is not None:
            return f"“{turning}”"
    return None


def stretches(trace: Trace, gap: Gap) -> list[str]:
    """Return those parts of the hidden words that belong to a sentence of which something is quoted."""
    hidden = gap.hidden or ""
    ends = [match.end() for match in SENTENCE_END.finditer(hidden)]
    if not ends:
        return [hidden]
    before = trace.passages[gap.after].anchor.exact if gap.after < len(trace.passages) else ""
    head = "" if SENTENCE_END.search(before[-4:]) else hidden[: ends[0]]
    return [head, opening_of(hidden[ends[0] :] if head else hidden), hidden[ends[-1] :]]


def opening_of(sentence: str) -> str:
    """Return the first word of a sentence, which may take back what was said before it."""
    return " ".join(sentence.split()[:1])


def turning_word(stretch: str) -> str | None:
    """Return the first word of negation or condition in a stretch, as it is printed."""
    found = words_in(stretch)
    lexicon = lexicon_of(word.key for word in found)
    turning = lexicon.negations | lexicon.conditions
    return next((stretch[word.start : word.end] for word in found if word.key in turning), None)
