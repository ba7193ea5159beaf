"""Dialogues: turns after a speaker's label, "NAME:", "[Name:]", "Q.", two or more of them near each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.quotations import Fault
from valla.quote.cues import led_up_to
from valla.quote.layouts import Blemish, Draft, Form, Layout, span_of
from valla.quote.runs import has_line_right_below
from valla.quote.signs import Sign
from valla.quote.underlines import blanks_before, is_tail, trailing_line

NEAR = 4  # paragraphs from one label to the next
EARLIER = 3000  # characters before a dialogue in which its speakers may have been named
FEW = 4  # turns in which no speaker needs to come back
RUN_ON = 3  # paragraphs by which the last turn may run on to its closing mark

UPPER = r"[^\W\d_a-zß-öø-ÿа-яё]"
NAME_WORD = rf"(?:{UPPER}[\w.’'-]*|de|du|von|van|der|den|la|le|of|and|&)"
LABEL = re.compile(
    r"(?:[“”\"«„‘'][ \u00a0]?)?[*_]{0,3}(?:"
    rf"\[(?P<bracket>{NAME_WORD}(?: {NAME_WORD}){{0,4}}):?\]:?"
    rf"|(?P<plain>(?:The )?{UPPER}[\w.’'-]*(?: {NAME_WORD}){{0,4}})(?: ?[(\[][^()\[\]\n]{{1,40}}[)\]])?:"
    rf"|(?P<capital>(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|The|THE|M|Mme)\.? )?{UPPER}{{2,}}(?:[ -]{UPPER}{{2,}}){{0,3}})(?: ?\([^()\n]{{1,40}}\))?\.(?: ?[—–])?"
    r"|(?P<letter>[QA])[.:]"
    r")[*_]{0,3}(?=\s|[“\"«„‘'(\[—–])"
)
NO_SPEAKERS = frozenset(
    """
    note notes source sources chapter part section table figure fig example examples step summary conclusion introduction
    date from to subject place author authors title published publisher editor translator abstract keywords background
    result results method methods warning important update edit tip caution remark remarks contents appendix preface
    theorem proof lemma definition problem problems solution first second third fourth finally cc re
    tel fax email e-mail website phone address price isbn location time where when who what why how pros cons
    facts fact claim claims verdict rating reason reasons status evidence argument arguments objection reply
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december http https ps p.s nb n.b
    """.split()
)
BRACKET_NAME = re.compile(r" ?[(\[](?P<name>[^()\[\]\n]{1,40})[)\]]:")
RANKED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|Hon|M|Mme|Herr|Frau|Senator|Rev)\b\.? ")
STOPS = tuple(".?!…”\"’'»)–—-*_")
SPEAKING = re.compile(r"\b(?:I|you|we|my|your|me|us|Yes|No|ich|Sie|wir|je|vous|nous|я|вы|мы)\b|[?!]")


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label at the head of a paragraph: the place of the name, and where the words begin."""

    index: int
    name: Span
    words: str
    begins: int
    shape: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Turns that belong together, and the paragraph after them."""

    drafts: tuple[Draft, ...]
    used: tuple[Sign, ...]
    following: int


def find_dialogues(layout: Layout) -> dict[int, Dialogue]:
    """Return the dialogues of a flow by the paragraph with which each begins."""
    labels = [label for index in range(len(layout)) if (label := read_label(layout, index))]
    return {
        group[0].index: make_dialogue(layout, group)
        for group in gather_labels(layout, labels)
        if is_dialogue(layout, group)
    }


def read_label(layout: Layout, index: int) -> Label | None:
    """Return the label at the head of a paragraph, if what follows it are words."""
    paragraph = layout.paragraphs[index]
    match = LABEL.match(layout.text, paragraph.span.start, paragraph.span.end)
    if match is None or paragraph.heading or match.lastgroup is None:
        return None
    shape = match.lastgroup
    name = match.group(shape).strip()
    start = match.start(shape)
    if name.casefold().strip(".") in NO_SPEAKERS or name.split()[0].casefold().strip(".") in NO_SPEAKERS:
        return None
    words = layout.text[match.end() : paragraph.span.end].strip(" —–*_")
    if not words or words.isupper():
        return None
    return Label(index, Span(start, start + len(name)), name, match.end(), shape)


def gather_labels(layout: Layout, labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Yield the groups of labels of which each stands near the one before, with nothing of the author's between."""
    group: list[Label] = []
    for label in labels:
        if group and not goes_on(layout, group[-1].index, label.index):
            yield group
            group = []
        group.append(label)
    if group:
        yield group


def goes_on(layout: Layout, first: int, second: int) -> bool:
    """Tell whether a dialogue goes on from one label to the next.

    It ends with a turn that carries its source, and with a paragraph that leads up to something new or is quoted itself.
    """
    if second - first > NEAR:
        return False
    if second - first > 1 and trailing_line(layout.text, layout.paragraphs[first].span):
        return False
    between = range(first + 1, second)
    return not any(layout.is_heading(at) or led_up_to(layout.words(at)) or layout.lead(at) for at in between)


def speaker_of(layout: Layout, label: Label) -> str:
    """Return the last word of the name in a label, or of the one in the bracket behind an office: "The Minister (Mr. X)"."""
    behind = BRACKET_NAME.match(layout.text, label.name.end)
    ranked = behind is not None and RANKED.match(behind["name"]) is not None
    words = (behind["name"] if behind and ranked else label.words).split()
    return words[-1].casefold().strip(".")


def is_dialogue(layout: Layout, group: Sequence[Label]) -> bool:
    """Tell whether labels are speakers: two at least, and more than their colons to show for it.

    Speakers come back, stand in capitals or brackets, were named before, or speak as people do to each other.
    """
    if len(group) < 2:  # noqa: PLR2004 - nobody speaks to himself
        return False
    closed = sum(layout.words(label.index).endswith(STOPS) for label in group)
    if 2 * closed < len(group):
        return False  # names after names, and no sentences
    speakers = {speaker_of(layout, label) for label in group}
    if len(speakers) == 1:
        return len(group) > 2 and group[0].shape != "plain"  # noqa: PLR2004
    if len(group) > len(speakers):
        return 2 * len(speakers) <= len(group) + 2
    if len(group) > FEW or any(label.shape == "capital" for label in group):
        return False  # many labels and none comes back: a list
    if all(label.shape != "plain" or label.words.isupper() for label in group):
        return True
    start = layout.paragraphs[group[0].index].span.start
    earlier = layout.text[max(0, start - EARLIER) : start]
    if any(label.words.split()[-1] in earlier for label in group):
        return True
    last = layout.paragraphs[group[-1].index].span.end
    return SPEAKING.search(layout.text, start, min(last, start + EARLIER)) is not None


def make_dialogue(layout: Layout, group: Sequence[Label]) -> Dialogue:
    """Return the turns of a dialogue; each runs to the next label, the last one as far as its closing mark shows."""
    drafts = []
    used: list[Sign] = []
    last = last_paragraph(layout, group[-1].index)
    stops = [label.index - 1 for label in group[1:]] + [last]
    for label, stop in zip(group, stops, strict=True):
        drafts.append(make_turn(layout, label, stop))
    lead = layout.lead(group[0].index)
    if lead and lead.start < group[0].name.start:
        used.append(lead)
        drafts[0].opening = lead
    for draft in drafts:
        used += [sign for sign in (draft.opening, draft.closing) if sign]
    if lead and drafts[-1].closing:
        drafts[-1].blemishes.clear()
    return Dialogue(tuple(drafts), tuple(used), last + 1)


def last_paragraph(layout: Layout, index: int) -> int:
    """Return the paragraph with which the last turn ends: its own, or a later one that ends in an unmatched mark."""
    if closes_at_end(layout, index):
        return index
    for at in range(index + 1, min(len(layout), index + RUN_ON + 1)):
        if layout.paragraphs[at].heading or layout.lead(at) or layout.is_line(at):
            break
        if closes_at_end(layout, at) or (at == index + 1 and has_line_right_below(layout, at)):
            return at
        if not layout.pairings[at].bare:
            break
    return index


def closes_at_end(layout: Layout, index: int) -> bool:
    """Tell whether a paragraph ends in a mark that closes nothing within it, its attribution left aside."""
    rests = (layout.rest(index, sign.end) for sign in layout.pairings[index].closes[-1:])
    return any(not rest or is_tail(rest) for rest in rests)


def make_turn(layout: Layout, label: Label, stop: int) -> Draft:
    """Return one turn: the words after the label, over as many paragraphs as it has, marks around them left out."""
    spans = [Span(label.begins, layout.paragraphs[label.index].span.end)]
    spans += [layout.paragraphs[at].span for at in range(label.index + 1, stop + 1)]
    draft = Draft(
        parts=spans,
        form=Form.TURN,
        first=label.index,
        last=stop,
        why=f"a turn of a dialogue, labelled {label.words}",
        label=label.name,
    )
    draft.parts[0] = Span(skip_dash(layout.text, spans[0]), spans[0].end)
    strip_bracket(layout, draft)
    strip_marks(layout, draft)
    return draft


def skip_dash(text: str, span: Span) -> int:
    """Return where the words of a turn begin behind blanks, emphasis and the dash of a label."""
    at = span.start
    while at < span.end and text[at] in " \t\n\u00a0—–*_":
        at += 1
    return at


def strip_bracket(layout: Layout, draft: Draft) -> None:
    """Take an attribution in brackets or behind a dash off the end of a turn."""
    part = draft.parts[-1]
    line = trailing_line(layout.text, part)
    if line:
        draft.line = line
        draft.parts[-1] = Span(part.start, line.start - len(blanks_before(layout.text, line.start)))


def strip_marks(layout: Layout, draft: Draft) -> None:
    """Leave out the marks around a turn: a closing one at its end, an opening one right behind its label."""
    end = draft.parts[-1].end
    for sign in reversed(layout.signs[draft.last]):
        if sign.end != end:
            break
        pair = next((pair for pair in layout.pairings[draft.last].pairs if pair.closing is sign), None)
        opening = pair.opening if pair else None
        if opening and opening.start != draft.parts[0].start and opening.start > draft.start:
            break
        draft.parts[-1] = Span(draft.parts[-1].start, sign.start)
        draft.closing = sign
        if opening and opening.start == draft.parts[0].start:
            draft.parts[0] = Span(opening.end, draft.parts[0].end)
            draft.opening = opening
        elif opening is None:
            reason = "a mark closes the turn that none opened"
            draft.blemishes.append(Blemish(Fault.MISSING_OPEN, Span(draft.start, draft.start), reason))
        break
    first = next((sign for sign in layout.signs[draft.first] if sign.start == draft.parts[0].start), None)
    left = first is not None and first.end <= draft.parts[0].end  # a lone mark was taken for the closing one
    if first and left and draft.opening is None and layout.partner(draft.first, first) is None:
        draft.parts[0] = Span(first.end, draft.parts[0].end)
        draft.opening = first
        draft.blemishes.append(Blemish(Fault.MISSING_CLOSE, span_of(first), "a mark opens the turn that none closes"))
