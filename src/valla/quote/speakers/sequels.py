"""Who speaks, as the sentence after a quotation tells it: "Thus X.", "So wrote X in 1999.", "The words are X's."."""

import re

from valla.quote.people import chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.phrases import Subject
from valla.quote.tokens import Kind, tokenise

REACH = 160
"""Code points of the sentence after a quotation that are read."""

_OPENING = re.compile(
    r"[^\w\n]{0,6}\n{0,2}(?:(?:Thus|So)(?P<verb> (?:far |also |too )?(?:wrote|said|spoke|writes|says|runs|argued|concluded|ended|began|thought)(?: the)?)?"
    r"|(?P<theirs>(?:The|These|Those|Such) (?:words|lines|sentences|phrases?|sentence|question|remarks?) (?:are|is|were|was)(?: those of| written by| spoken by| by)?"
    r"|(?:These|Those|The) words, (?:written|spoken|uttered|penned) by)"
    r"|(?P<deed>[Ww]ith (?:these|those|this|that) (?:words|sentence|remark|question|lines)),?) ",
)


def read_sequel(text: str, end: int) -> Subject | None:
    """Return the person whom the sentence that begins right behind a place names as the speaker of what stood before it."""
    match = _OPENING.match(text, end, end + REACH)
    if match is None:
        return None
    tokens = tokenise(text[match.end() : match.end() + REACH], match.end())
    chunk = chunk_at(tokens, 0) if tokens else None
    if chunk is None or chunk.name.sort not in {Sort.PERSON, Sort.BODY}:
        return None
    after = tokens[chunk.stop] if chunk.stop < len(tokens) else None
    owned = after is not None and after.kind is Kind.POSS
    alone = after is None or after.kind is Kind.MARK
    plain = match["verb"] or match["theirs"] or match["deed"]
    if (owned and not match["theirs"]) or not (plain or alone):
        return None
    return Subject(chunk.name, 0.7, "named by the sentence after the quotation")
