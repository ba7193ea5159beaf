"""What kind of quotation a draft is: block, epigraph, turn, a sentence in the prose or a fragment of one."""

from collections.abc import Sequence

from valla.model.quotations import QuotationKind
from valla.quote.flows import Flow
from valla.quote.layouts import Form
from valla.quote.nesting import Nest

SENTENCE = 12  # words that are more than a fragment, whatever they begin with
CLAUSE = 4


def name_kinds(flow: Flow, tops: Sequence[Nest]) -> set[int]:
    """Return where the epigraphs of a flow begin: blocks with an attribution right under a heading or at the very head."""
    epigraphs: set[int] = set()
    free = 0  # the paragraph up to which only headings, epigraphs and their lines have stood
    for nest in tops:
        draft = nest.draft
        if draft.form is not Form.BLOCK:
            continue
        if stands_under_heading(flow, draft.first, free) and (draft.line or flow.layout.sure):
            epigraphs.add(draft.start)
            free = draft.last + 1
            while free in flow.lines:
                free += 1
    return epigraphs


def stands_under_heading(flow: Flow, first: int, free: int) -> bool:
    """Tell whether a block begins right where epigraphs may: at the head, below a heading, or below another epigraph."""
    if first == free:
        return True
    return first - 1 not in flow.lines and flow.layout.is_heading(first - 1)


def kind_of(text: str, nest: Nest, epigraphs: set[int]) -> QuotationKind:
    """Return the kind of a draft."""
    draft = nest.draft
    if draft.form is Form.TURN:
        return QuotationKind.TURN
    if draft.form is Form.BLOCK:
        return QuotationKind.EPIGRAPH if draft.start in epigraphs and nest.parent is None else QuotationKind.BLOCK
    words = text[draft.start : min(draft.end, draft.start + 2000)]
    return QuotationKind.INLINE if is_sentence(words) else QuotationKind.FRAGMENT


def is_sentence(words: str) -> bool:
    """Tell whether quoted words make a sentence: many words, or a capital at the head and a stop or a clause behind it."""
    length = len(words.split())
    first = next((letter for letter in words if letter.isalpha()), "")
    if length >= SENTENCE:
        return True
    return first.isupper() and (words.rstrip()[-1] in ".!?…," or length > CLAUSE)
