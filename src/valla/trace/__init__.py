"""Quotations + Library -> Trace: where the words of each quotation stand, and how they stand to the words there."""

from collections import defaultdict
from collections.abc import Iterable

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.quotations import Found, QuotationId
from valla.model.traces import Trace
from valla.model.works import Citation
from valla.trace.doubts import doubtful_spans, excuse_misreadings
from valla.trace.judge import JudgeWords
from valla.trace.probes import Quest, quests_for
from valla.trace.rarity import learn_rarity
from valla.trace.settle import Desk, settle_quest

__all__ = ["trace_quotations"]


def trace_quotations(
    document: Document, found: Found, citations: tuple[Citation, ...], library: Library
) -> tuple[Trace, ...]:
    """Return one trace for each quotation that is no scare quotation, nested ones too, in the order of the text.

    The essay itself is not traced into itself, should it lie among its sources. Two runs, and two shelves that hold the
    same texts, give the same traces.
    """
    quests = quests_for(document, found, citations, library)
    barred = _copies_of(document, library)
    rarity = learn_rarity(library, document, [quotation.span for quotation in found.quotations])
    judge = JudgeWords(rarity=rarity, barred=barred)
    desk = Desk(library=library, judge=judge, sought=_sought(library, barred))
    answers = _gathered(library.compare([quest.probe for quest in quests if _worth_seeking(quest, judge)], judge))
    traces = (settle_quest(quest, answers[quest.probe.quotation], desk) for quest in quests)
    doubtful = doubtful_spans(document, library.holdings())
    return tuple(excuse_misreadings(trace, document.id, doubtful) for trace in traces)


def _worth_seeking(quest: Quest, judge: JudgeWords) -> bool:
    """Tell whether the words tell enough to be found anywhere, or have a home to be found in."""
    return bool(quest.probe.homes) or judge.could_tell(quest.probe) >= judge.needed_anywhere


def _copies_of(document: Document, library: Library) -> frozenset[DocumentId]:
    """Return the documents of the shelf that are the essay itself, by their bytes or by their text."""
    return frozenset(
        holding.document
        for holding in library.holdings()
        if (document.digest and holding.digest == document.digest)
        or (
            holding.length == len(document.text)
            and library.excerpt(holding.document, 0, holding.length) == document.text
        )
    )


def _sought(library: Library, barred: frozenset[DocumentId]) -> tuple[DocumentId, ...]:
    """Return the documents in which quotations are sought."""
    return tuple(holding.document for holding in library.holdings() if holding.document not in barred)


def _gathered(traces: Iterable[Trace]) -> defaultdict[QuotationId, list[Trace]]:
    """Gather the judge's answers by quotation, in an order that no shelf can change."""
    answers: defaultdict[QuotationId, list[Trace]] = defaultdict(list)
    for trace in traces:
        answers[trace.quotation].append(trace)
    for rows in answers.values():
        rows.sort(key=lambda trace: trace.sought)
    return answers
