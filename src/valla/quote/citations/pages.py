"""Pages, folios, columns, chapters and sections, and the volumes before them."""

import re
from dataclasses import dataclass

from valla.quote.citations.fields import USED, Sheet

_NUMBER = r"(?:\d{1,5}[a-zrv]?|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})\b"
_RANGE = rf"{_NUMBER}(?: ?[-–—] ?{_NUMBER})?"
_LIST = rf"{_RANGE}(?:, ?{_RANGE}){{0,9}}(?: ?(?:ff?|et seq|sq|sqq|f)\b\.?)?"
_NOTE = r"(?:,? (?:note|n\.|fn\.?|nn\.|Anm\.) ?\d{0,4}\b\.?)?"

_MORE = rf"(?:(?:,? (?:and|&|und|et) |, ?)(?:pp?|pages?|S|с)\.? ?{_LIST}{_NOTE}){{0,9}}"  # "p. 74 and pp. 77-8"
_LABELLED = re.compile(
    rf"(?<![^\W_])(?:pp?|pages?|pgs?|pág|págs|pag|pagg|str|s|S|P|Pp|PP|Seite|Seiten|с|С|стр|Стр|at(?= \d))(?:\. ?| )(?P<pages>{_LIST}{_NOTE}{_MORE})"
)
_LABEL = re.compile(r"(?:,? (?:and|&|und|et) |, ?)(?:pp?|pages?|S|с)\.? ?(?=[\divxlc])")
_FOLIO = re.compile(
    rf"(?<![^\W_])(?P<pages>(?:fols?|ff?|ll?|Bl|лл?|Лл?|cols?|Sp|§§?|¶|line|lines|v|vv)(?:\. ?| ){_LIST}{_NOTE}|§ ?\d+\w{{0,4}}|col\. ?\d+)"
)
_CHAPTER = re.compile(
    rf"(?<![^\W_])(?P<name>[Cc]hapters?|[Cc]hap|[Cc]h|[Cc]aps?|[Kk]ap|[Kk]apitel|[Гг]л|[Гг]лава|[Pp]arts?|[Pp]t|[Tt]eil|[Ss]ections?|[Ss]ec|[Ss]ect|[Aa]ppendix|[Dd]ay)"
    rf"(?:\. ?| )(?P<number>{_RANGE})"
)
_CHAPTER_SHORT = {
    "ch": "ch.",
    "ca": "ch.",
    "ka": "ch.",
    "гл": "ch.",
    "pa": "pt.",
    "pt": "pt.",
    "te": "pt.",
    "se": "sec.",
    "ap": "app.",
    "da": "day",
}

_VOLUME = re.compile(
    r"(?<![^\W_])(?:[Vv]ols?|[Vv]olume|[Bb]d|[Bb]and|[Tt]|[Tt]ome?|[Tt]omo|[Tt]om|[Тт]|[Тт]ом|[Jj]g|[Jj]ahrgang)(?:\. ?| )"
    r"(?P<volume>\d{1,4}|[ivxlcIVXLC]{1,8})\b"
)
_ISSUE = re.compile(
    r"(?<![^\W_])(?:[Nn]os?|[Nn]r|[Nn]úm|[Hh]eft|[Hh]|[Ii]ssue|fasc|№|[Вв]ып)(?:\. ?| |(?<=№))(?P<issue>\d{1,5}(?: ?[-–/] ?\d{1,5})?)\b"
)
_VOLUMES = re.compile(r"(?<![^\W_])\d{1,3} ?(?:vols?|Bde|tomes|т)\.?(?![^\W_])")
_JOURNAL = re.compile(
    r"(?<![ivxlc]\.)[ ,](?P<volume>\d{1,4}|[IVXLC]{1,7})(?: ?\((?P<issue>\d{1,3})\))?(?:,? ?no\. ?\d{1,4})?(?:, ?no\. ?\d{1,4}[-–/]?\d{0,4})? ?"
    r"(?=,? ?\((?:[A-Z][a-z]{2,9}\.? )?\d{4}\))"
)
_JOURNAL_APA = re.compile(r", (?P<volume>\d{1,4})\((?P<issue>\d{1,4}(?:[-–]\d{1,4})?)\), (?P<pages>\d{1,5}[-–]\d{1,5})")
_COLON_PAGES = re.compile(rf"(?<=[\x01)\d]) ?: ?(?P<pages>{_LIST})")
_VOL_COLON = re.compile(
    r"[ ,(](?P<volume>\d{1,3}|[ivxlc]{1,6}):(?P<pages>\d{1,5}(?: ?[-–] ?\d{1,5})?)(?=[\s.,;)\x01]*$)"
)
_COMPACT = re.compile(
    rf"(?<![^\W_])(?!(?:l|ll|c|L|C)[.,])(?P<volume>[ivxlc]{{1,8}}|[IVXLC]{{1,8}})(?:\.|,) ?(?P<pages>\d{{1,5}}(?: ?[-–] ?\d{{1,5}})?(?:, \d{{1,5}}){{0,5}}{_NOTE})(?!\d|[.:]\d)"
)
_BARE = re.compile(
    rf"(?P<gap>[,.\x01) ]) ?(?P<pages>(?:\d{{1,4}}(?: ?[-–—] ?\d{{1,4}})?(?:, ?\d{{1,4}}(?: ?[-–—] ?\d{{1,4}})?){{0,6}}|[ivxl]{{2,7}})(?: ?ff?\b\.?)?{_NOTE})(?=[\s.,;)\x01]*$)"
)
_GOVERNED = re.compile(r"\b(?:in|of|since|from|until|to|after|before|im|en) $")
_YEARS = re.compile(r"^(?:1[4-9]|20)\d\d ?[-–—] ?(?:(?:1[4-9]|20)\d\d|\d\d)$")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages as printed, the volume, and whether an issue of a periodical was numbered."""

    pages: str | None = None
    volume: str | None = None
    periodical: bool = False


def take_pages(sheet: Sheet) -> Pages:
    """Take volume, issue and pages from the sheet."""
    apa = sheet.take(_JOURNAL_APA)
    if apa:
        return Pages(plain(apa["pages"]), apa["volume"], periodical=True)
    sheet.take(_VOLUMES)
    volume = sheet.take(_VOLUME)
    journal = None if volume else sheet.take(_JOURNAL)
    issue = None if journal else sheet.take(_ISSUE)
    pages = _take_page(sheet, with_volume=volume is None and journal is None)
    numbered = volume or journal or issue
    own = (numbered["issue"] if numbered is issue and issue else numbered["volume"]) if numbered else None
    return Pages(pages.pages, own or pages.volume, periodical=bool(journal or issue))


def _take_page(sheet: Sheet, *, with_volume: bool) -> Pages:
    """Take the pages in whatever form they come: labelled, folio, chapter, after a colon, "ii. 34"."""
    labelled = sheet.take(_LABELLED)
    if labelled:
        bare = sheet.take(_COMPACT_BEFORE) if with_volume else None
        within = _take_page_within(sheet, labelled["pages"])
        _take_chapters(sheet)
        return Pages(listed(within or labelled["pages"]), bare["volume"] if bare else None)
    compact = sheet.take(_COMPACT) or sheet.take(_VOL_COLON)
    if compact:
        return Pages(plain(compact["pages"]), compact["volume"])
    folio = sheet.take(_FOLIO)
    if folio:
        return Pages(plain(folio["pages"]))
    return Pages(_take_chapters(sheet))


def _take_page_within(sheet: Sheet, whole: str) -> str | None:
    """Take the page that is cited of an article whose first and last page were given before: "pp. 279-91, ..., p. 286"."""
    extent = _EXTENT.fullmatch(whole)
    later = _LABELLED.search(sheet.left) if extent else None
    number = _FIRST.match(later["pages"]) if later else None
    if extent is None or later is None or number is None:
        return None
    first, last = extent[1], extent[2]
    last = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if not int(first) <= int(number[0]) <= int(last):
        return None
    sheet.use(*later.span())
    return later["pages"]


_EXTENT = re.compile(r"(\d{1,5}) ?[-–—] ?(\d{1,5})")
_FIRST = re.compile(r"\d{1,5}")
_COMPACT_BEFORE = re.compile(r"(?<![^\W_])(?P<volume>[ivxlc]{1,8}|[IVXLC]{1,8})\.?,? ?(?=\x01)")


def _take_chapters(sheet: Sheet) -> str | None:
    """Take chapters, parts and sections, each under one short name."""
    found = []
    for _ in range(3):
        match = sheet.take(_CHAPTER)
        if not match:
            break
        found.append(f"{_CHAPTER_SHORT[match['name'][:2].lower()]} {plain(match['number'])}")
    return ", ".join(found) or None


def take_bare_pages(sheet: Sheet) -> str | None:
    """Take a bare number at the end of the citation, or after a bracket and a colon, as pages."""
    after_colon = sheet.take(_COLON_PAGES)
    if after_colon:
        return plain(after_colon["pages"])
    bare = _BARE.search(sheet.left)
    if bare is None or _YEARS.search(bare["pages"]) or _GOVERNED.search(sheet.left[: bare.start("pages")]):
        return None
    alone = not sheet.left[: bare.start()].strip(f" {USED}(")
    if alone and USED not in sheet.left[: bare.start() + 1]:
        return None
    sheet.use(*bare.span("pages"))
    return plain(bare["pages"])


def listed(pages: str) -> str:
    """Return a list of pages without the labels and the "and" within it: "4, 7, 9"."""
    return plain(_LABEL.sub(", ", pages))


def plain(pages: str) -> str:
    """Return pages with plain hyphens and single blanks."""
    return (
        re.sub(r" ?[-–—] ?", "-", " ".join(pages.split())).strip(" ,;.")
        if not pages.endswith("f.")
        else " ".join(pages.split())
    )
