"""The corridor: the whole flow on one page, and no logic."""

from dataclasses import replace

from valla.claim import propose_claims
from valla.date import find_dates, gather_events, overrule_dates
from valla.library import Library
from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.facts import Fact
from valla.model.investigation import Investigation
from valla.model.judgements import Judgement
from valla.model.works import Receipt
from valla.name import find_mentions, gather_entities, link_speakers
from valla.quote import attribute_quotations, find_quotations
from valla.ruling import overrule_claims, overrule_speakers, overrule_verdicts, ruled_dates
from valla.stemma import draw_stemma
from valla.trace import trace_quotations


def investigate(
    document: Document,
    library: Library,
    receipts: tuple[Receipt, ...] = (),
    *,
    facts: tuple[Fact, ...] = (),
    judgements: tuple[Judgement, ...] = (),
    seen: tuple[Span, ...] = (),
) -> Investigation:
    """Return every table of the investigation of one document against a library.

    `seen` tells where a language model sees persons' names, if one was asked: one witness beside Valla's own clues.
    """
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    traces = overrule_verdicts(trace_quotations(document, found, said.citations, library), judgements)
    speakers = overrule_speakers(said.attributions, judgements)
    mentions = find_mentions(document, found.quotations, found.titles, said.attributions, said.citations, seen)
    names = gather_entities(document, mentions, judgements)
    heard = replace(said, attributions=link_speakers(speakers, names))
    dates = find_dates(document, said.citations)
    chronology = gather_events(document, dates, found.quotations, said.citations)
    times = overrule_dates(chronology, ruled_dates(judgements))
    claims, denied = overrule_claims(propose_claims(document, found, said), judgements)
    stemma = draw_stemma(document, found, heard, traces, claims, library.holdings(), names.entities, judgements)
    return Investigation(
        document=document,
        quotations=found.quotations,
        titles=found.titles,
        repairs=found.repairs,
        ellipses=found.ellipses,
        insertions=found.insertions,
        settings=found.settings,
        strays=found.strays,
        attributions=heard.attributions,
        citations=said.citations,
        links=said.links,
        traces=traces,
        holdings=library.holdings(),
        receipts=receipts,
        mentions=names.mentions,
        entities=names.entities,
        proposals=names.proposals,
        judgements=judgements,
        dates=times.dates,
        events=times.events,
        relations=times.relations,
        contradictions=times.contradictions,
        facts=facts,
        claims=claims,
        stemma=stemma,
        rejected=(*denied, *stemma.rejected),
        unexamined=found.unexamined,
    )
