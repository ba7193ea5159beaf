"""What the joins of a quotation leave out, for the rules T110, T111 and T113, which share them out between them."""

from valla.model.traces import Gap, Trace, Verdict
from valla.text.lexicon import lexicon_of
from valla.text.sentences import paragraphs_between, sentence_end, sentence_start, starts_sentence, turns_in
from valla.text.words import words_in


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
    """Return those parts of the hidden words that belong to a sentence of which something is quoted."""
    before = trace.passages[gap.after].anchor.exact if gap.after < len(trace.passages) else ""
    text, at = f"{before} {gap.hidden}", len(before) + 1
    begun = not starts_sentence(text, at)
    end = sentence_end(text, at) if begun else at
    if end >= len(text):
        return [text[at:]]
    return [text[at:end], " ".join(text[end:].split()[:1]), text[max(end, sentence_start(text, len(text))) :]]


def turning_word(stretch: str) -> str | None:
    """Return the first word of negation or condition in a stretch, as it is printed."""
    found = words_in(stretch)
    lexicon = lexicon_of(word.key for word in found)
    turning = lexicon.negations | lexicon.conditions
    return next((stretch[word.start : word.end] for word in found if word.key in turning), None)
