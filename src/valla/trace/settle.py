"""Where the answers from all documents come together: the best place and its rivals.

The cited work comes first, then the fewest grave differences, then the order of the documents. What may be said of words
that were not found is told in `valla.trace.absence`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.model.quotations import QuotationId
from valla.model.traces import HARMLESS, Passage, Probe, Trace, Verdict
from valla.text.lexicon import lexicon_of
from valla.trace.absence import untraced
from valla.trace.asked import words_of
from valla.trace.assemble import with_hidden_words
from valla.trace.desk import Desk, describe, only_parts, title
from valla.trace.judge import JudgeWords
from valla.trace.probes import Quest
from valla.trace.rarity import Rarity, learn_rarity

FOUND = ((20, 0.8),)
"""Share of the quoted words that must stand in a work for the quotation to be found there, up to a number of words.

So one word of five may be another. That they tell more than chance is asked for besides (`JudgeWords.needed`): of 490
quotations of the benchmark that stand nowhere, none has between three quarters and nine tenths of its words in one place.
"""

FOUND_LONG = 0.7
"""The same for longer quotations."""

FOUND_AT_HOME = ((6, 0.75), (12, 0.6))
FOUND_AT_HOME_LONG = 0.4
"""The same in the cited work, where words that were much changed are still believed to be those."""

POOR = 0.75
"""Likeness in the cited work below which another work that has the words whole is believed instead."""

WHOLE = 0.95

GARBLED = 0.33
"""Share of the words that are none known from which a quotation is taken to be misread."""

FEW_STRANGE = 2
"""So many such words there must be: one may be a name."""

MANY_WORDS = 120
"""Words from which a quotation has whole ones enough, however many of them are misread."""

RIVALS = 5
"""Other places that are named at most."""

MANY = 3
"""Works in which a passage must be found for the sources to be compared with each other."""

COLLATED = 60
"""Quotations that are sought in every work; more would tell little that these do not."""

HELD = 60
"""Further works with the passage that are kept for that comparison."""


def settle_all(
    quests: Sequence[Quest],
    library: Library,
    *,
    rarity: Rarity | None = None,
    barred: frozenset[DocumentId] = frozenset(),
    collating: bool = False,
) -> tuple[Trace, ...]:
    """Put quests to a library and return the one trace of each, in their order.

    With `collating` what stands in many works is sought in all of them, so that these can be compared with each other.
    """
    judge = JudgeWords(rarity=rarity or learn_rarity(library), barred=barred)
    sought = library.documents()
    sought = tuple(name for name in sought if name not in barred) if barred else sought
    desk = Desk(library=library, judge=judge, sought=sought)
    probes = [_doubted(quest.probe, judge) for quest in quests if _worth_seeking(quest, judge)]
    answers = _gathered(library.compare(probes, judge))
    traces = tuple(settle_quest(quest, answers[quest.probe.quotation], desk) for quest in quests)
    return _with_further(traces, quests, desk) if collating else traces


def _with_further(traces: tuple[Trace, ...], quests: Sequence[Quest], desk: Desk) -> tuple[Trace, ...]:
    """Return the traces, those that stand in many works with all the works that have the passage, in whatever wording.

    The first search stops soon after the words were found. Which work has them from which is told by their errors, so
    that here every work is read to the end; only few quotations stand in so many.
    """
    many = {row.quotation for row in traces if len({one.document for one in (*row.passages, *row.rivals)}) >= MANY}
    asked = [replace(quest.probe, everywhere=True) for quest in quests if quest.probe.quotation in many][:COLLATED]
    if not asked:
        return traces
    answers = _gathered(desk.library.compare(asked, replace(desk.judge, patience=HELD)))
    return tuple(_further(row, answers[row.quotation]) if row.quotation in answers else row for row in traces)


def _further(trace: Trace, answers: Sequence[Trace]) -> Trace:
    """Return a trace with the first place in each work that it does not name yet, the likest first."""
    named = {passage.document for passage in (*trace.passages, *trace.rivals)}
    others = sorted(answers, key=lambda row: (-row.likeness, row.passages[0].document) if row.passages else (0.0, ""))
    places = dict[DocumentId, Passage]()
    for row in others:
        for passage in row.passages[:1]:
            if passage.document not in named:
                places.setdefault(passage.document, passage)
    return replace(trace, further=tuple(places.values())[:HELD])


def _worth_seeking(quest: Quest, judge: JudgeWords) -> bool:
    """Tell whether the words tell enough to be found anywhere, or have a home to be found in."""
    return bool(quest.probe.homes) or judge.could_tell(quest.probe) >= judge.needed_anywhere


def _doubted(probe: Probe, judge: JudgeWords) -> Probe:
    """Return a probe that tells whether its words look misread: too many of them are no words known."""
    words = [word.key for word in words_of(probe.text) if len(word.key) > 2]  # noqa: PLR2004  (of short ones too many are words)
    most = max(FEW_STRANGE, GARBLED * len(words))
    if (
        len(words) > MANY_WORDS
        or judge.rarity.strangers(words, ()) < most
        or judge.rarity.strangers(words, lexicon_of(words).listed) < most
    ):
        return probe
    return replace(probe, garbled=True)


def _gathered(traces: Iterable[Trace]) -> defaultdict[QuotationId, list[Trace]]:
    """Gather the judge's answers by quotation, in an order that no shelf can change."""
    answers: defaultdict[QuotationId, list[Trace]] = defaultdict(list)
    for trace in traces:
        answers[trace.quotation].append(trace)
    for rows in answers.values():
        rows.sort(key=lambda trace: trace.sought)
    return answers


def settle_quest(quest: Quest, answers: Sequence[Trace], desk: Desk) -> Trace:
    """Return the one trace of a quotation."""
    best = _best(quest, answers)
    if best is None:
        return untraced(quest, answers, desk)
    best = with_hidden_words(best, desk.library)
    others = [trace for trace in answers if trace.sought != best.sought and _is_found(trace, quest)]
    rivals = [*best.rivals, *(trace.passages[0] for trace in sorted(others, key=lambda row: _rank(row, quest)))]
    trace = replace(best, rivals=_unlike(rivals, best.passages)[:RIVALS], sought=desk.sought)
    return _placed(quest, trace, desk)


def _best(quest: Quest, answers: Sequence[Trace]) -> Trace | None:
    """Return the best of the places found: at home, unless it has little of the words and another place has them all."""
    ranked = sorted(answers, key=lambda row: _rank(row, quest))
    found = [trace for trace in ranked if _is_found(trace, quest)]
    if found and _at_home(found[0], quest) and found[0].likeness < POOR:
        found = [trace for trace in found if trace.likeness >= WHOLE and _is_whole(trace)] or found
    return found[0] if found else None


def _rank(trace: Trace, quest: Quest) -> tuple[bool, int, float, int, DocumentId]:
    """Return the order of places: at home, few grave differences, likeness, few joins, the document's id."""
    return (not _at_home(trace, quest), _graves(trace), -trace.likeness, len(trace.gaps), trace.passages[0].document)


def _graves(trace: Trace) -> int:
    """Count the differences that matter, and the joins that do."""
    return sum(edit.concern not in HARMLESS for edit in trace.edits) + (trace.verdict is Verdict.SPLICED)


def _is_whole(trace: Trace) -> bool:
    """Tell whether nothing grave differs; that the parts stand in two documents is no difference of words."""
    return not any(edit.concern not in HARMLESS for edit in trace.edits)


def _at_home(trace: Trace, quest: Quest) -> bool:
    """Tell whether a place is in the cited work, or in the one through which it is quoted."""
    return any(passage.document in quest.probe.homes for passage in trace.passages)


def _is_found(trace: Trace, quest: Quest) -> bool:
    """Tell whether a place explains enough of the quotation."""
    return trace.likeness >= _enough(quest, home=_at_home(trace, quest))


def _enough(quest: Quest, *, home: bool = False) -> float:
    """Return the share of its words by which a quotation is found in a work."""
    words = len(words_of(quest.probe.text))
    shares, rest = (FOUND_AT_HOME, FOUND_AT_HOME_LONG) if home else (FOUND, FOUND_LONG)
    return next((share for most, share in shares if words <= most), rest)


def _unlike(rivals: Sequence[Passage], passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the rivals that are none of the passages, each once."""
    return tuple(row for row in dict.fromkeys(rivals) if row not in passages)


def _placed(quest: Quest, trace: Trace, desk: Desk) -> Trace:
    """Return the trace of a quotation that was found: at home, without a home, or elsewhere."""
    if _at_home(trace, quest) or not quest.named or quest.citation is None:
        return trace
    where = title(trace.passages[0].document, desk.library)
    wanted = describe(quest.citation)
    how = f"there {trace.reason}"
    if quest.recognition.certain and not only_parts(quest.recognition.holdings):
        reason = f"not in the cited work, which is held; it stands in {where}, {how}"
        return replace(trace, verdict=Verdict.ELSEWHERE, reason=reason)
    state = "is held only in part" if quest.recognition.certain else "is not held"
    if quest.recognition.holdings and not quest.recognition.certain:
        state = f"cannot be told for certain ({quest.recognition.reason})"
    reason = f"the cited work {state}; the words stand in {where}, {how}"
    return replace(trace, verdict=Verdict.ELSEWHERE, wanted=wanted, reason=reason)
