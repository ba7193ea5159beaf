"""One card for each quotation: who says it, where it should stand, what was found, and the words side by side."""

from collections.abc import Iterable, Iterator

from valla.model.anchors import Anchor
from valla.model.traces import Cut, Trace
from valla.report.collation import collate
from valla.report.dossiers import Dossier, Entry, Standing, by_weight
from valla.report.naming import describe_link, name_passage, name_speaker, name_work
from valla.report.page.apparatus import LONGEST, render_collation
from valla.report.page.markup import NOTHING, Markup, element, isolated, join
from valla.report.page.names import (
    card_id,
    finding_id,
    flag_id,
    key_of,
    loose_card_id,
    mark_id,
    siglum,
    verdict_class,
)
from valla.report.page.views import Album, render_view
from valla.report.phrases import FAULT_WORDS, KIND_WORDS, VERDICT_MEANING, VERDICT_WORDS
from valla.report.places import Ruler
from valla.report.plain import on_one_line, shorten
from valla.text.fingerprints import bare_words

FEW = 4
"""Documents listed one by one where a quotation was sought in vain."""


def render_card(dossier: Dossier, ruler: Ruler, album: Album) -> Markup:
    """Return the card of a quotation."""
    name = card_id(dossier.quotation)
    return element(
        "article",
        card_head(dossier, ruler),
        verdict_line(dossier),
        *(render_finding(entry, ruler) for entry in by_weight(dossier.counting)),
        card_words(dossier, ruler),
        card_views(dossier, ruler, album),
        *(render_cut(cut) for cut in (dossier.trace.cuts if dossier.trace else ())),
        card_facts(dossier),
        *(render_finding(entry, ruler) for entry in dossier.entries if entry.standing is not Standing.NEW),
        class_=f"card {verdict_class(dossier.verdict)}",
        id=name,
        data_q=key_of(dossier.quotation),
        data_verdict=dossier.verdict.value if dossier.verdict else "none",
        aria_labelledby=f"{name}-h",
        tabindex="-1",
    )


def card_head(dossier: Dossier, ruler: Ruler) -> Markup:
    """Return the heading of a card, with the way back to the text."""
    quotation = dossier.quotation
    what = f"Quotation {dossier.number}" if dossier.number else "Marks that quote nobody"
    line = f"line {ruler.line(quotation.span.start)}"
    return element(
        "header",
        element("h3", what, id=f"{card_id(quotation)}-h"),
        element("a", line, element("span", " ↩", aria_hidden="true"), href=f"#{mark_id(quotation)}", class_="back"),
    )


def verdict_line(dossier: Dossier) -> Markup:
    """Return the verdict, what it means, and why it was given."""
    verdict = dossier.verdict
    if verdict is None:
        return element("p", dossier.quotation.reason, class_="why")
    sign = element("span", siglum(verdict), class_="siglum", aria_hidden="true")
    badge = element("strong", sign, VERDICT_WORDS[verdict], class_="verdict", title=VERDICT_MEANING[verdict])
    reason = dossier.trace.reason if dossier.trace else "it was not sought in the library"
    told = element("span", reason) if reason != VERDICT_WORDS[verdict] else NOTHING
    return element("p", badge, " ", told, class_="why")


def render_finding(entry: Entry, ruler: Ruler) -> Markup:
    """Return a finding; one that does not count says why."""
    finding = entry.finding
    head = element(
        "p",
        element("span", finding.severity.value, class_=f"level s-{finding.severity}"),
        " ",
        element("a", f"{finding.code} {finding.name}", href=f"#{finding_id(entry)}", class_="rule"),
    )
    aside = {Standing.SUPPRESSED: f"Suppressed: {entry.reason}", Standing.KNOWN: "Known from the baseline."}
    told = element("p", aside[entry.standing], class_="aside") if entry.standing in aside else NOTHING
    return element(
        "div",
        head,
        element("p", finding.message, class_="message", dir="auto"),
        evidence_line(finding.evidence, ruler),
        told,
        role="group",
        class_=f"finding s-{finding.severity} {entry.standing}",
        id=finding_id(entry),
        data_rule=finding.code,
        data_severity=finding.severity.value,
        tabindex="-1",
        aria_label=f"{finding.severity} {finding.code} {finding.name}",
    )


def evidence_line(evidence: Iterable[Anchor], ruler: Ruler) -> Markup:
    """Return where the evidence for a finding stands, in a source or in the essay."""
    places = dict.fromkeys(name_evidence(anchor, ruler) for anchor in evidence)
    return element("p", "See ", isolated("; ".join(places)), class_="evidence") if places else NOTHING


def name_evidence(anchor: Anchor, ruler: Ruler) -> str:
    """Return the name of a place: in the essay its line, in a source its page."""
    within = anchor.document == ruler.document.id
    return f"the essay, line {ruler.line(anchor.span.start)}" if within else name_passage(anchor)


def card_words(dossier: Dossier, ruler: Ruler) -> Markup:
    """Return the words side by side, or the quotation alone where there is nothing to hold it against."""
    quotation, trace, text = dossier.quotation, dossier.trace, ruler.document.text
    if trace is not None and trace.passages:
        return render_collation(collate(trace, quotation.parts, text), trace)
    return element("blockquote", shorten(quotation.words(text), LONGEST), dir="auto", lang="", class_="words")


def card_views(dossier: Dossier, ruler: Ruler, album: Album) -> Markup:
    """Return the passages and the quotation on their pages, where there are pictures of them."""
    rows = dossier.trace.passages if dossier.trace else ()
    own, text = dossier.quotation.span, ruler.document
    places = [(row.document, row.anchor.span, row.anchor.exact, str(row.document)) for row in rows]
    places.append((text.id, own, own.of(text.text), f"the essay, {text.name}"))
    views = [(view, words, whose) for name, at, words, whose in places for view in album.get((name, at), ())]
    figures = [render_view(view, words, whose) for view, words, whose in views]
    if not figures:
        return NOTHING
    return element("details", element("summary", "On the page"), *figures, class_="views", open=bool(dossier.counting))


def render_cut(cut: Cut) -> Markup:
    """Return a qualifier of the source that the quotation leaves outside."""
    told = "The source goes on: " if cut.at_end else "The source begins: "
    return element("p", told, element("q", cut.words.strip(), lang="", dir="auto"), class_="cut")


def card_facts(dossier: Dossier) -> Markup:
    """Return speaker, work, chain and the rest as a list of terms."""
    terms = [pair for pair in facts_of(dossier) if pair[1]]
    return element("dl", *(join(element("dt", term), element("dd", told)) for term, told in terms))


def facts_of(dossier: Dossier) -> Iterator[tuple[str, Markup]]:
    """Yield what is known of a quotation, term by term; empty where nothing is to be told."""
    said, cited = dossier.attribution, dossier.citation
    if not dossier.quotation.scare:
        yield "Said by", with_reason(name_speaker(dossier), said.reason if said else "", said.confidence if said else 0)
        yield "Taken from", with_reason(name_work(dossier), cited.reason if cited else "")
    raw = on_one_line(cited.raw) if cited else ""
    yield "In its words", isolated(raw) if bare_words(raw) != bare_words(name_work(dossier)) else NOTHING
    yield "Through", listed(map(describe_link, dossier.links))
    yield "Needs", isolated(dossier.trace.wanted) if dossier.trace and dossier.trace.wanted else NOTHING
    yield from places_sought(dossier.trace)
    if not dossier.quotation.scare:
        yield "Set", join(f"{KIND_WORDS[dossier.quotation.kind]}; {dossier.quotation.reason}")
    yield "Repaired", listed(f"{FAULT_WORDS[repair.fault]}: {repair.reason}" for repair in dossier.repairs)


def with_reason(name: str, reason: str, confidence: float = 0) -> Markup:
    """Return a name with the reason for it, and how sure it is where that was reckoned."""
    sure = f" (confidence {confidence:.2f})" if confidence else ""
    told = element("small", f"{reason}{sure}") if reason or sure else NOTHING
    return join(isolated(name), " ", told)


def places_sought(trace: Trace | None) -> Iterator[tuple[str, Markup]]:
    """Yield where else a quotation stands, and where it was sought in vain."""
    if trace is None:
        return
    yield "Also in", listed(name_passage(rival.anchor) for rival in trace.rivals)
    if not trace.passages and trace.sought:
        more = [f"and {len(trace.sought) - FEW:,} more"] if len(trace.sought) > FEW else []
        yield "Sought in", listed([*trace.sought[:FEW], *more])


def listed(lines: Iterable[str]) -> Markup:
    """Return lines under one another; nothing where there are none."""
    return join(*(element("span", isolated(line), class_="line") for line in lines))


def render_loose_card(entry: Entry, ruler: Ruler) -> Markup:
    """Return the card of a finding that belongs to no quotation."""
    name, span = loose_card_id(entry), entry.finding.span
    words = shorten(span.of(ruler.document.text), LONGEST)
    line = f"line {ruler.line(span.start)}"
    back = element("a", line, element("span", " ↩", aria_hidden="true"), href=f"#{flag_id(entry)}", class_="back")
    return element(
        "article",
        element("header", element("h3", "In the text", id=f"{name}-h"), back),
        render_finding(entry, ruler),
        element("blockquote", words, dir="auto", lang="", class_="words") if words else NOTHING,
        class_="card v-none",
        id=name,
        data_q=entry.fingerprint,
        data_verdict="none",
        aria_labelledby=f"{name}-h",
        tabindex="-1",
    )
