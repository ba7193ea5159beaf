"""Where the answers from all documents come together: the best place, its rivals, and what may be said of the rest.

The cited work comes first, then the fewest grave differences, then the order of the documents. Nothing is "not found"
but in a cited work that is held for certain and in full; everything else that was not found is unchecked, with what
would be needed to check it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.model.quotations import QuotationId
from valla.model.traces import HARMLESS, Passage, Probe, Trace, Verdict
from valla.model.works import Citation, Holding
from valla.text.lexicon import lexicon_of
from valla.text.words import words_in
from valla.trace.asked import words_of
from valla.trace.assemble import with_hidden_words
from valla.trace.judge import JudgeWords
from valla.trace.lastlook import something_like
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

FEWEST = 4
"""Words that a quotation must have for its absence from the cited work to mean something."""

SAYS_ENOUGH = 20.0
"""Bits that they must tell."""

TOO_SHORT = "so few or so common words that their place in a library of this size would mean nothing"

RIVALS = 5
"""Other places that are named at most."""

MANY = 3
"""Works in which a passage must be found for the sources to be compared with each other."""

COLLATED = 60
"""Quotations that are sought in every work; more would tell little that these do not."""

HELD = 60
"""Further works with the passage that are kept for that comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What is at hand when a quest is settled."""

    library: Library
    judge: JudgeWords
    sought: tuple[DocumentId, ...]


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
    if judge.rarity.strangers(words, ()) < most or judge.rarity.strangers(words, lexicon_of(words).listed) < most:
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
        return _untraced(quest, answers, desk)
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
    where = _title(trace.passages[0].document, desk.library)
    wanted = describe(quest.citation)
    how = f"there {trace.reason}"
    if quest.recognition.certain and not _only_parts(quest.recognition.holdings):
        reason = f"not in the cited work, which is held; it stands in {where}, {how}"
        return replace(trace, verdict=Verdict.ELSEWHERE, reason=reason)
    state = "is held only in part" if quest.recognition.certain else "is not held"
    if quest.recognition.holdings and not quest.recognition.certain:
        state = f"cannot be told for certain ({quest.recognition.reason})"
    reason = f"the cited work {state}; the words stand in {where}, {how}"
    return replace(trace, verdict=Verdict.ELSEWHERE, wanted=wanted, reason=reason)


def _title(document: DocumentId, library: Library) -> str:
    """Return a document's title, with its id."""
    return next((f"{row.title} ({document})" for row in library.named(document) if row.document == document), document)


def _only_parts(holdings: Sequence[Holding]) -> bool:
    """Tell whether nothing but parts of a work is held."""
    return all(holding.partial for holding in holdings)


def _untraced(quest: Quest, answers: Sequence[Trace], desk: Desk) -> Trace:
    """Return the trace of a quotation that was not found."""
    recognition, citation = quest.recognition, quest.citation
    named = quest.named and citation is not None
    wanted = describe(citation) if named and citation is not None else None
    if not desk.sought:
        reason = "the library is empty" if named else "no work is named, and the library is empty"
        return _unchecked(quest, desk, reason, wanted)
    homes = [row for row in recognition.holdings if row.document in desk.sought]
    if named and not homes:
        return _unchecked(quest, desk, "the cited work is not held" + _remark(answers, desk), wanted)
    if _is_too_short(quest, desk):
        return replace(_unchecked(quest, desk, TOO_SHORT, wanted), verdict=Verdict.TOO_SHORT)
    if not recognition.certain or not homes:
        state = recognition.reason if homes else "no work is named; not in the library held"
        return _unchecked(quest, desk, state + _remark(answers, desk), wanted)
    return _absent(quest, homes, desk, wanted, _remark(answers, desk))


def _absent(quest: Quest, homes: Sequence[Holding], desk: Desk, wanted: str | None, remark: str) -> Trace:
    """Return the trace of a quotation whose words are not in the cited work, as far as it is held."""
    doubt = _why_not_absent(quest, homes, desk)
    if doubt is not None:
        return _unchecked(quest, desk, doubt + remark, wanted)
    titles = ", ".join(holding.title for holding in homes)
    reason = f"the cited work is held ({titles}), and the words are not in it, nor in any other work held" + remark
    return Trace(quotation=quest.probe.quotation, verdict=Verdict.NOT_FOUND, sought=desk.sought, reason=reason)


def _why_not_absent(quest: Quest, homes: Sequence[Holding], desk: Desk) -> str | None:
    """Say why words that were not found may stand in the cited work all the same; None where nothing is left to say."""
    titles = ", ".join(holding.title for holding in homes)
    whole = [holding for holding in homes if not holding.partial]
    if not whole:
        return f"not in the part of the cited work that is held ({titles})"
    tongue = foreign(quest.probe.text, whole)
    if tongue is not None:
        return f"the cited work is held in another language ({tongue}); a translation cannot be compared word by word"
    if not _says_enough(quest, whole, desk):
        return f"not in {titles}, but too short to tell"
    found = (something_like(quest.probe.text, row.document, row.length, desk.library) for row in whole)
    like = next((words for words in found if words is not None), None)
    return like and f"too garbled to be told: something like it stands in {titles} (“{' '.join(like.split())}”)"


def _says_enough(quest: Quest, homes: Sequence[Holding], desk: Desk) -> bool:
    """Tell whether the words are enough for their absence to mean something."""
    needed = max(SAYS_ENOUGH, *(desk.judge.needed(home, home=True) for home in homes))
    return len(words_of(quest.probe.text)) >= FEWEST and desk.judge.could_tell(quest.probe) >= needed


def _unchecked(quest: Quest, desk: Desk, reason: str, wanted: str | None) -> Trace:
    """Return a trace that says what would be needed."""
    return Trace(
        quotation=quest.probe.quotation,
        verdict=Verdict.UNCHECKED,
        sought=desk.sought,
        wanted=wanted,
        reason=reason,
    )


def _is_too_short(quest: Quest, desk: Desk) -> bool:
    """Tell whether words are too few or too common to be sought where they are not expected."""
    return desk.judge.could_tell(quest.probe) < desk.judge.needed_anywhere


def _remark(answers: Sequence[Trace], desk: Desk) -> str:
    """Say where a part of the words stands, if any stands anywhere."""
    if not answers:
        return ""
    best = min(answers, key=lambda row: (-row.likeness, row.sought))
    if best.likeness < TELLING_SHARE:
        return ""
    place = max(best.passages, key=lambda row: (len(row.quoted), -row.quoted.start))
    words = " ".join(place.anchor.exact.split())
    return f"; only “{words}” stands in {_title(place.document, desk.library)}"


def describe(citation: Citation) -> str:
    """Return the work that a citation names, as a reader would ask for it."""
    fields = (citation.told_author, citation.title, citation.container, citation.archive, citation.year)
    return ", ".join(row for row in fields if row) or citation.raw


TELLING_SHARE = 0.5
"""Share of the quoted words that must stand somewhere to be worth a remark."""

TELLING_WORDS = 4
"""Common words of a language that a quotation must have before its language is taken for known."""


def foreign(text: str, holdings: Sequence[Holding]) -> str | None:
    """Return the language of the holdings if it is known and not that of the quoted words."""
    keys = [word.key for word in words_in(text)]
    lexicon = lexicon_of(keys)
    if sum(key in lexicon.function for key in keys) < TELLING_WORDS:
        return None
    tongues = {holding.language for holding in holdings}
    if None in tongues or lexicon.language in {(tongue or "").lower()[:2] for tongue in tongues}:
        return None
    return ", ".join(sorted(tongue for tongue in tongues if tongue))
