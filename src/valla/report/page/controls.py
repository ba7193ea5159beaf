"""What the reader works the page with: the legend, the filters, the help. All of it is still a page without script."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from valla.model.findings import Severity
from valla.model.traces import Verdict
from valla.report.dossiers import Dossier, Entry
from valla.report.page.markup import Markup, element, join
from valla.report.page.names import siglum, verdict_class
from valla.report.phrases import SEVERITY_PLURAL, VERDICT_MEANING, VERDICT_WORDS
from valla.report.tally import Tally
from valla.report.totals import OUTCOMES

KEYS = (
    ("j", "n", "next finding"),
    ("k", "p", "previous finding"),
    ("e", "", "next error"),
    ("l", "", "next quotation"),
    ("h", "", "previous quotation"),
    ("t", "", "from the card to its place in the text"),
    ("f", "", "filters"),
    ("?", "", "this help"),
    ("Esc", "", "close"),
)


def render_legend(tally: Tally) -> Markup:
    """Return the verdicts with their signs, their look in the text and their counts."""
    items = (legend_item(verdict, tally.verdicts[verdict]) for verdict in OUTCOMES)
    return element("ul", *items, class_="legend", aria_label="Verdicts")


def legend_item(verdict: Verdict, number: int) -> Markup:
    """Return one verdict of the legend."""
    sign = element("span", siglum(verdict), class_=f"siglum {verdict_class(verdict)}", aria_hidden="true")
    look = element("mark", VERDICT_WORDS[verdict], class_=f"q {verdict_class(verdict)}")
    many = element("strong", f"{number:,}")
    told = element("span", VERDICT_MEANING[verdict], class_="meaning")
    return element("li", many, sign, look, told, class_=None if number else "none")


def render_filters(entries: Sequence[Entry], dossiers: Iterable[Dossier]) -> Markup:
    """Return the filters: by severity, rule and verdict; they appear with the script that works them."""
    severities = Counter(entry.finding.severity for entry in entries)
    rules = Counter((entry.finding.code, entry.finding.name) for entry in entries)
    verdicts = Counter(dossier.verdict for dossier in dossiers if dossier.verdict is not None)
    groups = (
        choices("Weight", "severity", ((level, SEVERITY_PLURAL[level], severities[level]) for level in Severity)),
        choices("Verdict", "verdict", ((kind, VERDICT_WORDS[kind], verdicts[kind]) for kind in Verdict)),
        choices("Rule", "rule", ((code, f"{code} {name}", many) for (code, name), many in sorted(rules.items()))),
    )
    only = checkbox("only", "found", "only quotations with findings", None, on=False)
    every = element("button", "Show everything", type="button", id="reset")
    return element(
        "details",
        element("summary", "Filter"),
        element("div", *groups, element("div", only, every, class_="choices"), class_="filters"),
        id="filters",
        hidden=True,
    )


def choices(legend: str, name: str, values: Iterable[tuple[str, str, int]]) -> Markup:
    """Return a group of boxes, one for each value that occurs."""
    boxes = [checkbox(name, value, words, many) for value, words, many in values if many]
    return element("fieldset", element("legend", legend), *boxes)


def checkbox(name: str, value: str, words: str, many: int | None, *, on: bool = True) -> Markup:
    """Return one box with its words and its count."""
    box = element("input", type="checkbox", name=name, value=value, checked=on)
    count = element("small", f"{many:,}") if many is not None else ""
    return element("label", box, " ", words, " ", count)


def render_tools() -> Markup:
    """Return the buttons at the head of the page; they appear with the script that works them."""
    return element(
        "div",
        element("button", "Theme: as the system", type="button", id="theme"),
        element("button", "Keys ", element("kbd", "?"), type="button", id="keys"),
        class_="tools",
        hidden=True,
    )


def render_walk() -> Markup:
    """Return the buttons that lead from finding to finding, with the live count."""
    return element(
        "div",
        button("previous", "‹", "Previous finding"),
        button("next", "›", "Next finding"),
        element("p", "", id="count", role="status", aria_live="polite"),
        button("all", "All", "Show all cards"),
        button("close", "×", "Close this card"),
        class_="walk",
        hidden=True,
    )


def button(name: str, sign: str, words: str) -> Markup:
    """Return a button with a sign and the words that tell what it does."""
    return element("button", sign, type="button", id=name, aria_label=words, title=words)


def render_help() -> Markup:
    """Return the help on the keys."""
    switch = element("label", element("input", type="checkbox", id="keys-on", checked=True), " keys are on")
    return element(
        "dialog",
        element("h2", "Keys", id="help-h"),
        element("dl", *(part for keys in KEYS for part in key_lines(*keys))),
        element("p", switch),
        element("button", "Close", type="button", id="help-close"),
        id="help",
        aria_labelledby="help-h",
    )


def key_lines(key: str, other: str, does: str) -> Iterator[Markup]:
    """Yield one line of the help."""
    keys = join(element("kbd", key), *((" or ", element("kbd", other)) if other else ()))
    yield element("dt", keys)
    yield element("dd", does)
