"""How a report names a speaker, a cited work and a place in a source."""

from valla.model.anchors import Anchor
from valla.model.quotations import Link
from valla.model.works import Citation
from valla.report.dossiers import Dossier
from valla.report.phrases import LINK_WORDS
from valla.report.plain import on_one_line, shorten

LONGEST = 160
"""Code points of a citation that a one-line heading keeps."""


def name_speaker(dossier: Dossier) -> str:
    """Return who is said to speak, or that nobody is named."""
    if dossier.quotation.scare:
        return "nobody is quoted"
    said = dossier.attribution
    return on_one_line(said.name) if said and said.name else "speaker not named"


def name_work(dossier: Dossier) -> str:
    """Return the cited work on one line, or that none is cited."""
    return describe_citation(dossier.citation) if dossier.citation else "no work cited"


def describe_citation(citation: Citation) -> str:
    """Return a citation on one line: author, title, container, year and pages as far as they are known."""
    parts = [citation.told_author, citation.title, citation.container, citation.archive, citation.year]
    known = [on_one_line(part) for part in parts if part]
    if not known:
        return shorten(citation.raw, LONGEST) or "no work cited"
    if citation.pages:
        known.append(name_pages(citation.pages))
    line = ", ".join(known)
    return shorten(f"{line}, quoted in {on_one_line(citation.via)}" if citation.via else line, LONGEST)


def name_pages(pages: str) -> str:
    """Return pages with their sign: "p. 14", "pp. 14-16"; a chapter or the like is kept as it is."""
    shown = on_one_line(pages)
    if not shown[:1].isdigit():
        return shown
    return f"p. {shown}" if shown.isalnum() else f"pp. {shown}"


def name_passage(anchor: Anchor) -> str:
    """Return the document of a passage and its page, where pages are known."""
    document = on_one_line(anchor.document)
    return f"{document}, p. {on_one_line(anchor.page)}" if anchor.page else document


def describe_link(link: Link) -> str:
    """Return one hand of a chain: who hands on to whom, and by what step."""
    giver = on_one_line(link.giver) if link.giver else "someone not named"
    taker = on_one_line(link.taker) if link.taker else "someone not named"
    return f"{giver}, {LINK_WORDS[link.kind]} {taker}"
