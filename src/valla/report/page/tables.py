"""The tables behind the essay: works that are missing, sources that were read, what was set aside, rules asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from valla.model.investigation import Investigation, Outcome
from valla.model.works import Holding, Intake, Receipt
from valla.report.dossiers import Dossier, Entry, Standing
from valla.report.page.markup import NOTHING, Markup, element, isolated, join, row, table
from valla.report.page.names import mark_id
from valla.report.phrases import count_of
from valla.report.places import Ruler
from valla.report.plain import shorten
from valla.report.tally import NO_WORK, Tally

MOST_LINKS = 40
"""Lines linked for one missing work; the rest are counted."""


def section(name: str, heading: str, *content: str) -> Markup:
    """Return a section of the page under its heading."""
    head = element("h2", heading, id=f"{name}-h")
    return element("section", head, *content, id=name, aria_labelledby=f"{name}-h", class_="table")


def render_wanted(tally: Tally, dossiers: Sequence[Dossier], ruler: Ruler) -> Markup:
    """Return the works that would settle the unchecked quotations, the one that would settle most first."""
    if not tally.wanted:
        return NOTHING
    quotations = {dossier.quotation.id: dossier.quotation for dossier in dossiers}
    rows = []
    for wanted in tally.wanted:
        links = []
        for name in wanted.quotations[:MOST_LINKS]:
            quotation = quotations[name]
            links.append(element("a", str(ruler.line(quotation.span.start)), href=f"#{mark_id(quotation)}"))
        rows.append(row(work_of(wanted.work), f"{len(wanted.quotations):,}", listed(links, len(wanted.quotations))))
    told = "Nothing is known of the words of these quotations. Put a work on the shelf, and its quotations are checked."
    made = table("Works that would settle the unchecked quotations", ("Work", "Quotations", "On lines"), rows)
    return section("wanted", "Works you would need", element("p", told), made)


def work_of(name: str) -> Markup:
    """Return the name of a missing work."""
    return isolated(name) if name != NO_WORK else element("em", "no work is named")


def listed(links: Sequence[Markup], every: int) -> Markup:
    """Return links as a list in a line, and how many more there are."""
    parts = [part for link in links for part in (", ", link)][1:]
    return join(*parts, f" and {every - len(links):,} more" if every > len(links) else "")


def render_library(tables: Investigation) -> Markup:
    """Return what was read of the library and what was not."""
    if not tables.receipts and not tables.holdings:
        told = "No library was given, so no quotation could be held against a source. "
        return section("library", "What was read", element("p", told, "Name a folder of sources with --library."))
    holdings = {holding.document: holding for holding in tables.holdings}
    receipts = {receipt.document: receipt for receipt in tables.receipts}
    rows = [
        row(isolated(name), *describe_source(holdings.get(name), receipts.get(name)))
        for name in sorted({*holdings, *receipts})
    ]
    read = sum(receipt.intake is Intake.READ for receipt in tables.receipts) or len(holdings)
    left_out = sum(receipt.intake is Intake.REFUSED for receipt in tables.receipts)
    told = (
        f"{count_of(read, 'source was', 'sources were')} read; {count_of(left_out, 'file was', 'files were')} left out."
    )
    made = table("The library, file by file", ("File", "Work", "State", "Remarks"), rows)
    return section("library", "What was read", element("p", told), made)


def describe_source(holding: Holding | None, receipt: Receipt | None) -> Iterator[Markup]:
    """Yield the cells of one source: the work it is, whether it was read, and what to know about it."""
    named = filter(None, (holding.author, holding.title, holding.year)) if holding else ()
    yield isolated(", ".join(named))
    state = receipt.intake.value if receipt else Intake.READ.value
    yield join(f"{state}, in part" if holding and holding.partial else state)
    remarks = [*((receipt.reason, *receipt.warnings) if receipt else ())]
    if holding and holding.described_by:
        remarks.append(f"known from: {holding.described_by}")
    yield join("; ".join(filter(None, remarks)))


def render_set_aside(outcome: Outcome, entries: Iterable[Entry], ruler: Ruler) -> Markup:
    """Return the findings that do not count, with the reason for each."""
    rows = []
    for entry in (entry for entry in entries if entry.standing is not Standing.NEW):
        finding = entry.finding
        why = entry.reason if entry.standing is Standing.SUPPRESSED else "known from the baseline"
        line = str(ruler.line(finding.span.start))
        rows.append(row(f"{finding.code} {finding.name}", line, finding.message, why))
    if not outcome.suppressed and not outcome.known:
        return NOTHING
    made = table("Findings that do not count", ("Rule", "Line", "Finding", "Why it does not count"), rows)
    return section("aside", "Set aside", made)


def render_others(tables: Investigation, ruler: Ruler) -> Markup:
    """Return the marks that quote nobody: scare quotations and titles."""
    text = tables.document.text
    found = [(row.span, row.words(text), f"quotes nobody: {row.reason}") for row in tables.quotations if row.scare]
    found += [(title.anchor.span, title.anchor.exact, f"a title: {title.reason}") for title in tables.titles]
    rows = [row(isolated(shorten(words, 80)), str(ruler.line(span.start)), why) for span, words, why in sorted(found)]
    if not rows:
        return NOTHING
    told = "These stand in quotation marks, but report nobody's words. They are not checked."
    made = table("Marks that quote nobody", ("Words", "Line", "Taken for"), rows)
    return section("others", "Marks that quote nobody", element("p", told), made)


def render_rules(outcome: Outcome) -> Markup:
    """Return the rules that were asked and how often each spoke, so that silence can be told from absence."""
    if not outcome.rules:
        return NOTHING
    spoke = Counter(finding.code for finding in outcome.findings)
    rows = [
        row(f"{rule.code} {rule.name}", rule.severity.value, f"{spoke[rule.code]:,}" if spoke[rule.code] else "silent")
        for rule in sorted(outcome.rules, key=lambda rule: rule.code)
    ]
    return section("rules", "Rules asked", table("Every rule that was asked", ("Rule", "Weight", "Findings"), rows))
