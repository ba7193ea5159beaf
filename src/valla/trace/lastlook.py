"""A last look before words are said to be missing: letter by letter, where no run of letters was whole.

A false "not found" is the worst error. So before it is said, the whole of the cited work is searched for anything that is
like the quotation in its letters (the best partial alignment, as rapidfuzz computes it); then the words are garbled
beyond what can be judged word by word, not absent.
"""

from rapidfuzz.fuzz import partial_ratio_alignment

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.text.fold import fold_letters, letters_of

LONGEST = 200
"""Letters of the quotation that are looked for."""

LARGEST = 8_000_000
"""Code points of a work that is looked through; in a larger one absence is taken for granted without this look."""

BLOCK = 1_000_000
"""Code points looked through at a time; blocks overlap by what a quotation may cover."""

OVERLAP = 4 * LONGEST

LIKE = ((30, 86.0), (50, 78.0), (LONGEST, 68.0))
"""Likeness, in hundredths, from which words are something like those sought, up to a number of letters.

Unrelated prose of a megabyte reaches 75, 70 and 62; one letter in seven may be wrong.
"""


def something_like(words: str, document: DocumentId, length: int, library: Library) -> str | None:
    """Return the words of a document that are most like those sought, if any are like enough."""
    sought = letters_of(words)[:LONGEST]
    if not sought or length > LARGEST:
        return None
    floor = next(likeness for most, likeness in LIKE if len(sought) <= most)
    best: tuple[float, str] = (0.0, "")
    for start in range(0, max(1, length), BLOCK):
        text = library.excerpt(document, start, start + BLOCK + OVERLAP)
        place = partial_ratio_alignment(sought, letters_of(text), score_cutoff=max(floor, best[0]))
        if place is not None and place.score > best[0] and place.dest_end > place.dest_start:
            letters = fold_letters(text)
            first, last = letters.place(place.dest_start), letters.place(place.dest_end - 1) + 1
            best = (place.score, letters.text[first:last])
    return best[1] or None
