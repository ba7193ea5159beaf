"""A saved web page without its furniture: of Valla's own reading of it, the paragraphs that belong to the article.

Which these are is told by a library that is handed in (`valla.files.article`); its text is not taken, only its choice, so
that every letter keeps its place in the file. A paragraph stays if most of its words stand in the article in the same
order, or if it is a note to a paragraph that stays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Block, Document
from valla.read.page import read_page
from valla.read.parts import Parts

WORD = re.compile(r"\w+")
RUN = 3  # words that must follow one another
SHARE = 0.5  # of the runs of a paragraph that must stand in the article
TOO_LITTLE = 0.1  # of the words of a page: less was no article, and the whole page is read


@dataclass(frozen=True, slots=True)
class Article:
    """The words of an article: its paragraphs, and every run of a few words."""

    paragraphs: frozenset[tuple[str, ...]]
    runs: frozenset[tuple[str, ...]]

    def holds(self, words: tuple[str, ...]) -> bool:
        """Tell whether a paragraph of the page is one of the article's."""
        if len(words) <= RUN:
            return words in self.paragraphs
        found = [run in self.runs for run in runs_of(words)]
        return sum(found) >= SHARE * len(found)


def read_article(original: str, paragraphs: Sequence[str]) -> Parts:
    """Return the parts of a page, of which only the article is read; the whole page where no article was told."""
    whole = read_page(original)
    outside = furniture_of(whole, article_of(paragraphs)) if paragraphs else ()
    if not outside:
        return whole
    told = f"{len(outside)} paragraphs around the article (menus, teasers, links) were left out"
    parts = read_page(original, outside)
    return replace(parts, warnings=(*parts.warnings, told))


def article_of(paragraphs: Sequence[str]) -> Article:
    """Return an article from its paragraphs."""
    rows = [words_of(paragraph) for paragraph in paragraphs]
    every = tuple(word for row in rows for word in row)
    return Article(frozenset(rows), frozenset(runs_of(every)) | {run for row in rows for run in runs_of(row)})


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in one case."""
    return tuple(match[0].casefold() for match in WORD.finditer(text))


def runs_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every run of a few words."""
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def furniture_of(parts: Parts, article: Article) -> tuple[Span, ...]:
    """Return where the paragraphs stand in the file that are none of the article's; none where hardly any would be left."""
    words = {block.span: words_of(block.span.of(parts.text)) for block in parts.blocks}
    kept = {block.span for block in parts.blocks if article.holds(words[block.span])}
    kept |= {block.span for block in parts.blocks if is_note_to(kept, block, parts)}
    if sum(len(words[span]) for span in kept) < TOO_LITTLE * sum(map(len, words.values())):
        return ()
    way = Document(id=DocumentId(""), name="", text=parts.text, segments=parts.segments)
    return tuple(way.origin(block.span) for block in parts.blocks if block.span not in kept)


def is_note_to(kept: set[Span], block: Block, parts: Parts) -> bool:
    """Tell whether a block is the body of a note whose mark stands in a paragraph that stays."""
    marks = [note.mark for note in parts.notes if note.body.touches(block.span)]
    return any(span.covers(mark) for mark in marks for span in kept)
