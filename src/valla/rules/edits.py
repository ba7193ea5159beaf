"""The rules about changed words (T101 to T107) differ only in the kind of difference that they look for."""

import re
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.fuzz import ratio

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.model.traces import HARMLESS, Concern, Edit, Passage, Trace, Verdict
from valla.rules.interludes import is_negated_before, stands_outside
from valla.rules.phrases import capitalised, join_clauses, name_document, quote_words
from valla.rules.scope import in_cited_work, traced_alone, weigh_trace

SENTENCE_ENDS = (".", "!", "?", ":")
PARTICLES = frozenset(
    "of the de von van der den du des la le les di da do dos del y und and et & al el bin ibn zu".split()
)
"""Small words inside names."""
ALIKE = 78
"""From 0 to 100: how alike two words must be to be perhaps one, written in two ways. "Seventeen" and "seventy" have 75."""
LONG = 8
"""Words on either side of a difference beyond which no single word of it gives the difference its name."""
EDGE = 3
"""Words at the edge of a quotation for which the source's words there are shown."""
AROUND = 24
"""Code points on either side that place a word which only one of the two texts has."""


def report_edits(
    rule: Rule,
    investigation: Investigation,
    concerns: frozenset[Concern],
    is_light: Callable[[Edit], bool] = lambda _: False,
) -> Iterator[Finding]:
    """Yield one finding for each quotation that differs from its source in these concerns, naming each difference.

    Where every difference is a light one, the finding is only a note.
    """
    for quotation, trace in traced_alone(investigation):
        text = investigation.document.text
        edits = [
            edit
            for edit in trace.edits
            if weighty_concern(edit) in concerns and not stands_outside(quotation, trace, edit, text)
        ]
        edits = [edit for edit in edits if edit.concern is not Concern.POLARITY or not is_negated_before(trace, edit)]
        if edits:
            severity = Severity.NOTE if all(map(is_light, edits)) else rule.severity
            yield rule.finding(
                quotation.span,
                describe_edits(investigation, quotation, trace, edits),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
                severity=weigh_trace(severity, trace),
            )


def weighty_concern(edit: Edit) -> Concern:
    """Return the concern by which a difference is told.

    A whole clause that differs is told as words and not by one of them, and so is a name that merely stands among others.
    """
    if edit.concern in HARMLESS:
        return edit.concern
    if edit.concern is Concern.NUMBER and not changes_number(edit):
        return Concern.SPELLING
    long = max(len(edit.quoted.split()), len(edit.source.split())) > LONG
    return Concern.WORD if long or (edit.concern is Concern.NAME and not exchanges_name(edit)) else edit.concern


NOTE_MARK = re.compile(r"\[\w{1,4}\]?")
"""The mark of a note that stands among the words."""
SAME_NUMBER = 85
"""From 0 to 100: how alike two words must be to be one number in two spellings: "seaven" and "seven", not "eleven"."""


def changes_number(edit: Edit) -> bool:
    """Tell whether a number differs, and not only the mark of a note or the spelling of the number's word."""
    quoted, source = (NOTE_MARK.sub(" ", side).casefold().split() for side in (edit.quoted, edit.source))
    marked = NOTE_MARK.search(edit.quoted + edit.source) is not None
    if marked and not any(char.isdigit() for word in (*quoted, *source) for char in word):
        return False
    alike = len(quoted) == len(source) > 0 and not any(char.isdigit() for word in (*quoted, *source) for char in word)
    return not (alike and all(ratio(*pair) >= SAME_NUMBER for pair in zip(quoted, source, strict=True)))


def exchanges_name(edit: Edit) -> bool:
    """Tell whether a name stands against another, against nothing, or against a single word such as "he"."""
    quoted, source = edit.quoted.split(), edit.source.split()
    if is_name(quoted):
        return is_name(source) or len(source) <= 1
    return is_name(source) and len(quoted) <= 1


def is_name(words: Sequence[str]) -> bool:
    """Tell whether words are a name: capitals, and the small words between them."""
    bare = [word.strip("_*.,;:()[]“”‘’\"'") for word in words]
    raised = [word for word in bare if word[:1].isupper()]
    return bool(raised) and all(word[:1].isupper() or word in PARTICLES or not word for word in bare)


def are_alike(edit: Edit) -> bool:
    """Tell whether the two sides may be the same words in other forms or spellings: as many, and each nearly alike."""
    quoted, source = edit.quoted.casefold().split(), edit.source.casefold().split()
    return 0 < len(quoted) == len(source) and all(ratio(*pair) >= ALIKE for pair in zip(quoted, source, strict=True))


def describe_edits(investigation: Investigation, quotation: Quotation, trace: Trace, edits: list[Edit]) -> str:
    """Return the differences in words, and where the source was found if it is not the one that is cited."""
    told = join_clauses([describe_edit(investigation, quotation, trace, edit) for edit in edits])
    return f"{capitalised(told)}.{caution(investigation, trace)}"


def describe_edit(investigation: Investigation, quotation: Quotation, trace: Trace, edit: Edit) -> str:
    """Return one difference in words."""
    source = name_source(investigation, trace)
    stands = edit.source.strip() or edge_words(quotation, trace, edit)
    quoted, printed = quote_words(edit.quoted, 60), quote_words(stands, 60)
    if edit.quoted.strip() and stands:
        return f"{quoted} where {source} has {printed}"
    if edit.source.strip():
        return f"leaves out {printed}, where {source} has {source_around(trace, edit)}"
    return f"adds {quoted} in {essay_around(investigation, quotation, edit)}, which {source} does not have"


def edge_words(quotation: Quotation, trace: Trace, edit: Edit) -> str:
    """Return what the source has in place of words at the very edge of a quotation, as many as they are; else nothing.

    Tracing ends a passage at the last word that agrees, so that an exchanged first word looks like an added one.
    """
    count = len(edit.quoted.split())
    if edit.source.strip() or not 0 < count <= EDGE or edit.passage >= len(trace.passages):
        return ""
    anchor = trace.passages[edit.passage].anchor
    if edit.at.start <= quotation.span.start:
        before = anchor.prefix.split()[1:][-count:]  # the first of them may be a part of a word
        return " ".join(before) if len(before) == count and not ends_sentence(before) else ""
    if edit.at.end >= quotation.span.end - 1:
        after = [] if anchor.suffix[:1] in SENTENCE_ENDS else anchor.suffix.split()[:-1][:count]
        return " ".join(after).strip(" ,;:”’\"'") if len(after) == count else ""
    return ""


def ends_sentence(words: Sequence[str]) -> bool:
    """Tell whether a sentence ends in these words, so that they belong to another one."""
    return any(word.rstrip("”’\"')").endswith(SENTENCE_ENDS) for word in words)


def source_around(trace: Trace, edit: Edit) -> str:
    """Return the source's words around a difference; only the differing ones where the passage does not hold them."""
    passage = trace.passages[edit.passage] if edit.passage < len(trace.passages) else None
    if passage is None or not passage.anchor.span.covers(edit.source_at):
        return quote_words(edit.source, 60)
    return quote_words(words_around(passage.anchor.exact, *offsets_in(passage, edit)))


def offsets_in(passage: Passage, edit: Edit) -> tuple[int, int]:
    """Return where the source's side of a difference stands within the words of its passage."""
    begin = passage.anchor.span.start
    return edit.source_at.start - begin, edit.source_at.end - begin


def essay_around(investigation: Investigation, quotation: Quotation, edit: Edit) -> str:
    """Return the quotation's words around a difference; `edit.at` counts from the beginning of the essay."""
    span = quotation.span
    words = span.of(investigation.document.text)
    return quote_words(words_around(words, max(0, edit.at.start - span.start), max(0, edit.at.end - span.start)))


def words_around(text: str, start: int, end: int) -> str:
    """Return a stretch of text with some whole words on either side."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0]
    return before + text[start:end] + after


def name_source(investigation: Investigation, trace: Trace) -> str:
    """Return what the words were compared with: the source, or the title of the other work they were found in."""
    if trace.verdict is Verdict.ELSEWHERE and trace.passages:
        return name_document(investigation, trace.passages[0].document)
    return "the source"


def caution(investigation: Investigation, trace: Trace) -> str:
    """Return a sentence on which source this is, where the essay does not name it."""
    if trace.verdict is Verdict.ELSEWHERE or in_cited_work(investigation, trace) or not trace.passages:
        return ""
    found = name_document(investigation, trace.passages[0].document)
    return f" No work was made out for them; the words were found in {found}."
