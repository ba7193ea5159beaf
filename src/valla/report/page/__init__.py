"""The web page: one file that asks nothing of any network, readable without its script, safe against any text.

The page is made here, whole; the script only shows, hides and moves. Style and script stand inline and are allowed by
their digests; the policy forbids everything else, so that even markup that slipped in could load and run nothing.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from valla.model.documents import BlockKind, Document
from valla.model.findings import Severity
from valla.model.investigation import Outcome
from valla.model.quotations import QuotationId
from valla.model.traces import UNTOLD
from valla.report.dossiers import Dossier, Entry, Standing, gather_dossiers, list_entries
from valla.report.page.cards import render_card, render_loose_card
from valla.report.page.controls import render_filters, render_help, render_legend, render_tools, render_walk
from valla.report.page.essay import render_essay
from valla.report.page.markup import NOTHING, Markup, element, isolated, join
from valla.report.page.persons import render_persons
from valla.report.page.stemma import render_stemma
from valla.report.page.strip import render_strip
from valla.report.page.tables import render_library, render_others, render_rules, render_set_aside, render_wanted
from valla.report.page.timeline import render_timeline
from valla.report.page.views import Album, bind_album
from valla.report.phrases import count_of
from valla.report.places import Ruler, ruler_of
from valla.report.plain import on_one_line, shorten
from valla.report.style import Style
from valla.report.tally import Tally, tally_outcome
from valla.report.totals import say_caution, say_findings, say_set_aside

MOST_CARDS = 4000
"""Cards that a page holds: about ten megabytes, which a browser still opens in seconds."""
LONGEST = 120
"""Code points of the essay's own heading that the head of the page shows."""
DIGITS = 16
"""Digits of the file's digest that are shown; the whole of it stands in the title of the element."""


def render_html(outcome: Outcome, style: Style) -> str:
    """Return the outcome as one self-contained page."""
    name = on_one_line(outcome.investigation.document.name)
    page = element("html", render_head(name), render_body(outcome, name, bind_album(style.views)), lang="en")
    return f"<!DOCTYPE html>\n{page}\n"


def render_head(name: str) -> Markup:
    """Return the head: the policy, the title, and the style."""
    style, script = read_part("page.css"), read_part("page.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{digest_of(style)}'",
            f"script-src '{digest_of(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{name} – Valla"),
        element("style", style),
    )


def read_part(name: str) -> Markup:
    """Return the style or the script as the package carries it."""
    return Markup(files(__package__).joinpath(name).read_text("utf-8"))


def digest_of(part: str) -> str:
    """Return the digest by which a policy allows an inline part."""
    return f"sha256-{b64encode(sha256(part.encode()).digest()).decode()}"


def render_body(outcome: Outcome, name: str, album: Album) -> Markup:
    """Return the body: the summary, the essay with its cards, and the tables."""
    tables = outcome.investigation
    every = list_entries(outcome)
    entries = tuple(entry for entry in every if entry.standing is Standing.NEW)
    dossiers, ruler = gather_dossiers(tables, every), ruler_of(tables.document)
    tally, carded = tally_outcome(outcome, dossiers), choose_cards(dossiers)
    main = element(
        "main",
        render_summary(tally, render_strip(tables.document, dossiers, entries)),
        render_filters(entries, dossiers),
        element(
            "div",
            element(
                "article",
                element("h2", "The essay", class_="vh"),
                render_essay(tables, dossiers, carded, entries, ruler),
                id="essay",
                tabindex="-1",
            ),
            render_pane(dossiers, carded, entries, ruler, album),
            class_="desk",
        ),
        render_wanted(tally, dossiers, ruler),
        render_persons(tables, ruler),
        render_timeline(tables),
        render_stemma(tables, ruler),
        render_library(tables),
        render_set_aside(outcome, every, ruler),
        render_others(tables, ruler),
        render_rules(outcome),
    )
    skip = element("a", "Skip to the essay", href="#essay", class_="skip")
    script = element("script", read_part("page.js"))
    return element(
        "body", skip, render_masthead(tables.document, name), main, render_footer(outcome), render_help(), script
    )


def render_masthead(document: Document, name: str) -> Markup:
    """Return the head of the page: what was checked, and how it was read."""
    digest = (
        element("code", document.digest[:DIGITS], title=f"SHA-256 {document.digest}") if document.digest else "none"
    )
    heading = title_of(document) or name
    file = join(isolated(name), ", ") if heading != name else NOTHING
    form = ", ".join(filter(None, (document.form, document.encoding)))
    facts = join(file, f"read as {form}, by {document.reader or 'hand'}; digest ", digest)
    warnings = element("ul", *(element("li", words) for words in document.warnings), class_="warnings")
    return element(
        "header",
        element("p", element("strong", "Valla"), " report on a text and its quotations", class_="brand"),
        element("h1", isolated(heading)),
        element("p", facts, class_="facts"),
        warnings if document.warnings else NOTHING,
        render_tools(),
        class_="masthead",
    )


def title_of(document: Document) -> str:
    """Return the heading with which the essay begins; empty where it begins with none."""
    first = next(iter(document.blocks), None)
    titled = first is not None and first.kind is BlockKind.HEADING
    return shorten(first.span.of(document.text), LONGEST) if first and titled else ""


def render_summary(tally: Tally, strip: Markup) -> Markup:
    """Return the summary: the totals in words, the picture of the whole, the verdicts with their counts."""
    caution, aside = say_caution(tally), say_set_aside(tally)
    return element(
        "section",
        element("h2", "Summary", id="summary-h", class_="vh"),
        element("p", say_findings(tally), class_="lead"),
        element("p", caution, class_="caution") if caution else NOTHING,
        element("p", aside) if aside else NOTHING,
        strip,
        render_legend(tally),
        id="summary",
        aria_labelledby="summary-h",
    )


def choose_cards(dossiers: Sequence[Dossier]) -> frozenset[QuotationId]:
    """Return the quotations that get a card: every one that quotes, and others only for their findings.

    Of more than a page can hold, those with the gravest findings come first, then those that were checked.
    """
    worthy = [dossier for dossier in dossiers if not dossier.quotation.scare or dossier.entries]
    kept = worthy if len(worthy) <= MOST_CARDS else sorted(worthy, key=urgency_of)[:MOST_CARDS]
    return frozenset(dossier.quotation.id for dossier in kept)


def urgency_of(dossier: Dossier) -> tuple[int, bool, int]:
    """Return the order in which quotations are given cards."""
    gravest = min((entry.finding.severity.rank for entry in dossier.counting), default=len(Severity))
    return gravest, dossier.verdict in UNTOLD, dossier.quotation.span.start


def render_pane(
    dossiers: Sequence[Dossier], carded: frozenset[QuotationId], entries: Sequence[Entry], ruler: Ruler, album: Album
) -> Markup:
    """Return the pane beside the essay: every card in the order of the text."""
    shown = [dossier for dossier in dossiers if dossier.quotation.id in carded]
    cards = [(dossier.quotation.span, render_card(dossier, ruler, album)) for dossier in shown]
    known = {dossier.quotation.id for dossier in dossiers}
    loose = [entry for entry in entries if entry.finding.quotation not in known]
    cards += [(entry.finding.span, render_loose_card(entry, ruler)) for entry in loose]
    head = element("h2", "Quotations and findings", id="pane-h", class_="pane-head")
    without = sum(not dossier.quotation.scare for dossier in dossiers) - sum(row.number > 0 for row in shown)
    told = f"{count_of(without, 'quotation has', 'quotations have')} no card here, for want of room; the JSON form has all."
    body = element("div", *(card for _, card in sorted(cards)), id="cards")
    note = element("p", told, class_="caution") if without else NOTHING
    return element("aside", head, note, render_walk(), body, id="pane", aria_labelledby="pane-h")


def render_footer(outcome: Outcome) -> Markup:
    """Return the foot: what made the page, and what it does not say."""
    version = f"Valla {on_one_line(outcome.version)}".strip()
    asked = count_of(len(outcome.rules), "rule")
    told = "It speaks of words, dates and sources, and of nobody's honesty. What could not be checked is not a success."
    return element("footer", element("p", f"Made by {version}, which asked {asked}. ", told))


__all__ = ["render_html"]
