"""Words of a source that stand outside its own quotation marks, where the source quotes what the essay quotes.

A library may hold the words only in another author's quotation: "The gate," writes Mill, "was shut", or: he thinks that Mill
saw 'the gate shut'. What that author put between or before the marks is no part of the words, so nothing was left out.
"""

import re

from valla.model.quotations import Quotation
from valla.model.traces import Edit, Trace

_BETWEEN = re.compile(
    r"[,.;:?!][”\"’'](?=\s)[^“”\"‘]{1,160}?\s[“\"‘']|(?<=\w)[”\"’],?\s[^“”\"‘]{1,160}?\s[“\"‘](?=\w)|[’'],?\s_?[^“”\"‘'’]{1,80}?,\s[‘'](?=\w)"
)
_BROKEN = re.compile(r"[,.;:?!][”\"](?:\[\w{1,4}\])?\s[^“”\"]{1,80}?[,:]\s[“\"]")
_BEFORE = re.compile(r"[^“”\"‘]{0,400}?(?<![^\s(—–-])[“\"‘'](?=\w)")
_INNER = re.compile(r"[“”\"„«»]|(?<![^\W_])[‘'](?=\w)")
AND_SO_ON = frozenset({"c", "etc"})
"""What stands for words left out at the end: "&c."."""
NEGATIONS = frozenset("neither nor not no never hardly scarcely".split())
NEAR = 4
"""Words before a passage in which a negation governs its beginning: "Neither is it easy"."""


def stands_outside(quotation: Quotation, trace: Trace, edit: Edit, text: str) -> bool:
    """Tell whether either side of a difference is what an author put outside the marks; `text` is the essay's."""
    if edit.quoted.casefold().strip(" .,&") in AND_SO_ON:
        return True
    start = quotation.span.start
    for match in _BROKEN.finditer(text, start, quotation.span.end):
        if match.start() <= edit.at.start and edit.at.end <= match.end() and edit.quoted.strip():
            return True
    if edit.passage >= len(trace.passages) or _INNER.search(_BROKEN.sub(" ", quotation.words(text))) is not None:
        return False
    anchor = trace.passages[edit.passage].anchor
    if not anchor.span.covers(edit.source_at):
        return False
    start, end = edit.source_at.start - anchor.span.start, edit.source_at.end - anchor.span.start
    for match in _BETWEEN.finditer(anchor.exact):
        if match.start() <= start and end <= match.end():
            return True
    before = _BEFORE.match(anchor.exact)
    return before is not None and start < before.end() and edit.at.start - quotation.span.start < before.end()


def is_negated_before(trace: Trace, edit: Edit) -> bool:
    """Tell whether a negation that a passage lacks stands just before it in the source: "neither is it" for "it is not"."""
    if edit.passage >= len(trace.passages) or edit.source.strip():
        return False
    passage = trace.passages[edit.passage]
    before = [word.strip(" ,;:“”\"'‘’").casefold() for word in passage.anchor.prefix.split()[-NEAR:]]
    return edit.at.start - passage.quoted.start <= len("it is indeed not ") and bool(NEGATIONS & set(before))
