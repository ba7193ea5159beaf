"""Passages on their pages: the picture that the file itself gives, the words boxed."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from valla.model.anchors import DocumentId, Span
from valla.model.views import View
from valla.report.page.markup import Markup, element, isolated
from valla.report.plain import shorten

Album = Mapping[tuple[DocumentId, Span], Sequence[View]]
"""The pictures of a report by the passages that they show."""

LONGEST = 160
"""Code points of a passage that are read aloud in place of its picture."""

ROOM = 3.0  # pixels between the words and their box


def bind_album(views: Iterable[View]) -> Album:
    """Return pictures by their passages, in order."""
    album: dict[tuple[DocumentId, Span], list[View]] = defaultdict(list)
    for view in views:
        album[view.document, view.at].append(view)
    return album


def render_view(view: View, words: str, whose: str) -> Markup:
    """Return a picture with its boxes; `words` are those of the passage, `whose` tells what they stand in."""
    where = f"{whose}, p. {view.page}"
    told = f"Picture of {where}: {shorten(words, LONGEST)}"
    picture = element(
        "image",
        href=f"data:image/png;base64,{b64encode(view.picture).decode()}",
        width=str(view.width),
        height=str(view.height),
    )
    boxes = (
        element(
            "rect",
            x=f"{x - ROOM:g}",
            y=f"{y - ROOM:g}",
            width=f"{wide + 2 * ROOM:g}",
            height=f"{tall + 2 * ROOM:g}",
            rx="3",
        )
        for x, y, wide, tall in view.frames
    )
    drawing = element("svg", picture, *boxes, viewBox=f"0 0 {view.width} {view.height}", role="img", aria_label=told)
    note = "" if view.frames else " (the whole page: it was read from a picture)"
    return element("figure", drawing, element("figcaption", isolated(where), note), class_="view")
