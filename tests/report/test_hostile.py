"""Any text in any place of a report: it is shown as text, and does nothing."""

import json
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from tests.report.affair import hostile, outcome
from tests.report.payloads import PAYLOADS

from valla.report import FORMATS, Style
from valla.report.plain import show_safely
from valla.report.wire import render_inspection

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ELEMENTS = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "footer",
    "main",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "span",
    "strong",
    "em",
    "small",
    "mark",
    "cite",
    "code",
    "kbd",
    "bdi",
    "ins",
    "del",
    "q",
    "blockquote",
    "pre",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "svg",
    "line",
    "rect",
    "details",
    "summary",
    "fieldset",
    "legend",
    "label",
    "input",
    "button",
    "dialog",
    "script",
]
ATTRIBUTES = [
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "id",
    "href",
    "title",
    "dir",
    "role",
    "tabindex",
    "hidden",
    "type",
    "value",
    "checked",
    "scope",
    "viewbox",
    "preserveaspectratio",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "width",
    "height",
]
EMPTY = frozenset({"meta", "input"})


class Page(HTMLParser):
    """Reads a page as a browser would, and remembers what it is made of."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Remember words, or the text of a script or a style."""
        within = self.open[-1] if self.open else ""
        (self.scripts if within in {"script", "style"} else self.words).append(data)

    def handle_comment(self, data: str) -> None:
        """Remember that there is a comment."""
        self.faults.append(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        """Remember that there is an instruction."""
        self.faults.append(f"an instruction: {data}")


@pytest.fixture(params=PAYLOADS, ids=[f"payload-{number:02}" for number in range(len(PAYLOADS))])
def payload(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def render(form: str, payload: str) -> str:
    return FORMATS[form](hostile(payload), Style())


def test_a_page_is_made_of_known_elements_and_attributes_only(payload: str) -> None:
    page = Page(render("html", payload))

    assert {tag for tag, _ in page.tags} <= set(ELEMENTS)
    names = {name for _, attributes in page.tags for name in attributes}
    assert {name for name in names if not name.startswith(("data-", "aria-"))} <= set(ATTRIBUTES)
    assert (page.faults, page.open) == ([], [])


def test_a_page_has_its_own_script_and_style_and_no_other(payload: str) -> None:
    page = Page(render("html", payload))

    parts = [files("valla.report.page").joinpath(name).read_text("utf-8") for name in ("page.css", "page.js")]
    assert page.scripts == parts


def test_every_link_of_a_page_leads_to_a_place_in_it(payload: str) -> None:
    page = Page(render("html", payload))

    places = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = {str(attributes["href"]) for _, attributes in page.tags if "href" in attributes}
    assert len(places) == len(set(places))
    assert links <= {f"#{place}" for place in places}


def test_a_page_shows_the_payload_as_words(payload: str) -> None:
    shown = " ".join(show_safely(payload).split())

    words = " ".join("".join(Page(render("html", payload)).words).split())

    assert words.count(shown) >= 10


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_acting_character_comes_through(form: str, payload: str) -> None:
    assert not ACTING.search(render(form, payload))


def test_the_json_gives_the_payload_back(payload: str) -> None:
    inspected = json.loads(render_inspection(hostile(payload).investigation))
    checked = json.loads(render("json", payload))
    line = json.loads(render("jsonl", payload).split("\n")[1])

    assert inspected["quotations"][0]["speaker"]["name"] == payload
    assert inspected["traces"][0]["passages"][0]["document"] == payload
    assert checked["findings"][1]["message"] == line["message"] == payload


def test_a_workflow_command_stays_one_line_and_one_command(payload: str) -> None:
    lines = render("github", payload).splitlines()

    assert len(lines) == 3
    for line, name in zip(lines, ("notice", "error", "notice"), strict=True):
        assert line.startswith(f"::{name} file=")
        values = line.split("::")[1].partition(" ")[2].split(",")
        assert {value.partition("=")[0] for value in values} <= {"file", "line", "endLine", "col", "endColumn", "title"}


def test_a_concise_finding_stays_on_one_line(payload: str) -> None:
    assert len(render("concise", payload).splitlines()) == 3


def test_a_sarif_message_holds_no_link(payload: str) -> None:
    log = json.loads(render("sarif", payload))

    for result in log["runs"][0]["results"]:
        assert "](" not in result["message"]["text"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri)
        assert not uri.startswith("/")


def test_the_page_names_no_place_outside_itself() -> None:
    page = FORMATS["html"](outcome(), Style())

    assert not re.search(r"https?:|//[a-z]|url\((?!#)|@import|src=", page)
