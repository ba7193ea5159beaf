"""What the joins of a quotation leave out, for the rules T110, T111 and T113, which share them out between them."""

from valla.model.traces import Gap, Trace, Verdict
from valla.text.lexicon import lexicon_of
from valla.text.sentences import paragraphs_between, sentence_end, sentence_start, turns_in
from valla.text.words import words_in

STOPS = (".", "!", "?")


def honest_gaps(trace: Trace) -> list[Gap]:
    """Return the joins that are marked and leave out the words between two places of one document, in their order."""
    return [gap for gap in trace.gaps if gap.marked and gap.words and not gap.out_of_order and not gap.other_document]


def spliced_gaps(trace: Trace) -> list[Gap]:
    """Return the joins that make a splice of a quotation; where each is marked and in order, those that reach too far.

    That is over a turn of another speaker or the end of a paragraph, else the widest of all.
    """
    honest = honest_gaps(trace)
    far = [gap for gap in honest if turns_in(gap.hidden or "") or paragraphs_between(gap.hidden or "")]
    others = [gap for gap in trace.gaps if gap not in honest or gap in far]
    return others or sorted(honest, key=lambda gap: (-gap.words, gap.after))[:1]


def what_it_hides(trace: Trace, gap: Gap) -> str | None:
    """Return the word behind a marked join that turns the sense; None where there is none.

    It is a word of negation or condition in the rest of a sentence of which the other part is quoted, or at the head of
    the sentence that follows upon a quoted one ("But ...").
    """
    if not gap.hidden or trace.verdict is Verdict.SPLICED:
        return None
    found = (turning_word(stretch) for stretch in stretches(trace, gap))
    return next((word for word in found if word is not None), None)


def stretches(trace: Trace, gap: Gap) -> list[str]:
    """Return those parts of the hidden words that belong to a sentence of which something is quoted.

    They are the rest of the sentence before, the first word of the next one, and the head of the sentence behind. Where
    both quoted parts stand in one sentence, they are all of the hidden words.
    """
    hidden = gap.hidden or ""
    before, after = quoted_around(trace, gap)
    text = f"{before}{hidden if hidden[:1] in STOPS else ' ' + hidden}"
    end = len(before) if before.endswith(STOPS) else sentence_end(text, len(before))
    if end >= len(text):
        return [text[len(before) :]]
    whole = f"{text} {after}"
    return [text[len(before) : end], first_word(text[end:]), text[sentence_start(whole, len(text) + 1) :]]


def quoted_around(trace: Trace, gap: Gap) -> tuple[str, str]:
    """Return the source's words of the quoted parts before and behind a join."""
    passages = trace.passages[gap.after : gap.after + 2]
    before, after = (*(row.anchor.exact for row in passages), "", "")[:2]
    return before, after


def first_word(sentence: str) -> str:
    """Return the first word of a sentence, which may take back what was said before it."""
    return " ".join(sentence.split()[:1])


def turning_word(stretch: str) -> str | None:
    """Return the first word of negation or condition in a stretch, as it is printed."""
    found = words_in(stretch)
    lexicon = lexicon_of(word.key for word in found)
    turning = lexicon.negations | lexicon.conditions
    return next((stretch[word.start : word.end] for word in found if word.key in turning), None)
