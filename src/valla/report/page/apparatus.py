"""The two texts of a card: the quotation's words, and the source's with what joins leave out in its place."""

from collections.abc import Iterable, Iterator, Sequence

from valla.model.traces import Gap, Passage, Trace
from valla.report.collation import Piece, Relation
from valla.report.naming import name_passage
from valla.report.page.markup import NOTHING, Markup, element, isolated, join, unseen
from valla.report.phrases import CONCERN_WORDS, say_hidden

LONGEST = 700
"""Code points of a quotation without a passage that its card shows; the essay beside it shows all of it."""


LOST = element(
    "span", element("span", "‸", aria_hidden="true"), unseen(" [words of the source are missing here] "), class_="lost"
)


def render_collation(pieces: Sequence[Piece], trace: Trace) -> Markup:
    """Return the quotation and the source, one under the other."""
    essay = element("p", *map(quoted_side, pieces), class_="words", dir="auto", lang="")
    return element(
        "div",
        element("div", element("h4", "In the essay"), essay, class_="side quoted"),
        element("div", element("h4", source_heading(trace)), *source_sides(pieces, trace), class_="side source"),
        class_="collation",
    )


def source_heading(trace: Trace) -> str:
    """Return the heading of the source's side."""
    documents = {passage.document for passage in trace.passages}
    return "In the source" if len(documents) == 1 else "In the sources"


def quoted_side(piece: Piece) -> Markup:
    """Return a piece as the quotation has it."""
    if not piece.differs:
        return join(piece.quoted)
    if not piece.quoted.strip():
        return LOST if piece.relation is Relation.CHANGED else join(piece.quoted)
    if piece.relation is Relation.JOIN:
        return element("span", piece.quoted, class_="join")
    if piece.relation is Relation.ALONE:
        return element("ins", unseen("in no passage: "), piece.quoted, class_="alone")
    return marked("ins", "in the essay only: ", piece.quoted, piece)


def marked(name: str, told: str, words: str, piece: Piece) -> Markup:
    """Return words that differ, with the kind of difference."""
    kind = CONCERN_WORDS[piece.concern] if piece.concern else None
    return element(name, unseen(told), words, class_=piece.relation.value, data_kind=kind)


def source_sides(pieces: Iterable[Piece], trace: Trace) -> Iterator[Markup]:
    """Yield the passages, each with its place, and between them what the joins leave out."""
    by_passage: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_passage.setdefault(piece.passage, []).append(piece)
    told = {number for number, held in by_passage.items() if any(piece.gap and piece.gap.hidden for piece in held)}
    for number, passage in enumerate(trace.passages):
        held = by_passage.get(number, [])
        yield from (render_gap(piece.gap) for piece in held if piece.gap)
        yield render_passage(passage, held, opens=number not in told, closes=number + 1 not in told)


def render_passage(passage: Passage, pieces: Iterable[Piece], *, opens: bool, closes: bool) -> Markup:
    """Return the words of a passage and where it stands; the words around it unless a gap beside it tells them."""
    before, after = words_around(passage)
    words = element(
        "p",
        element("span", before, class_="around") if opens else NOTHING,
        *(source_side(piece) for piece in pieces),
        element("span", after, class_="around") if closes else NOTHING,
        class_="words",
        dir="auto",
        lang="",
    )
    return join(words, element("p", isolated(name_passage(passage.anchor)), class_="locus"))


def words_around(passage: Passage) -> tuple[str, str]:
    """Return the whole words before and behind a passage that its anchor keeps."""
    _, _, before = passage.anchor.prefix.partition(" ")
    after, _, _ = passage.anchor.suffix.rpartition(" ")
    return (f"… {before}" if before.strip() else ""), (f"{after} …" if after.strip() else "")


def source_side(piece: Piece) -> Markup:
    """Return a piece as the source has it."""
    if piece.relation in {Relation.JOIN, Relation.ALONE}:
        return NOTHING
    if not piece.differs or not piece.source.strip():
        return join(piece.source)
    return marked("del", "in the source only: ", piece.source, piece)


def render_gap(gap: Gap) -> Markup:
    """Return what a join leaves out, at its place between two passages."""
    if gap.hidden is None:
        where = "in another document" if gap.other_document else "at an earlier place"
        return element("p", f"The next words stand {where}.", class_="gap")
    label = element("strong", say_hidden(gap.words, marked=gap.marked, concerns=gap.concerns))
    return element("p", label, ": ", element("q", gap.hidden.strip(), lang="", dir="auto"), class_="gap")
