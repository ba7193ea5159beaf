"""How messages put words, numbers and places, so that every rule speaks alike."""

from collections.abc import Sequence

from valla.model.anchors import Anchor, DocumentId
from valla.model.investigation import Investigation
from valla.model.works import Citation

LIMIT = 90
"""Code points of quoted words that a message shows; the report shows them all."""


def quote_words(words: str, limit: int = LIMIT) -> str:
    """Return words in marks on one line; what is too long is cut in the middle."""
    line = " ".join(words.split())
    if len(line) > limit:
        head, tail = line[: limit * 2 // 3], line[-limit // 3 :]
        line = f"{head.rsplit(' ', 1)[0]} … {tail.split(' ', 1)[-1]}"
    return f"“{line}”"


def quote_hidden(words: str | None, limit: int = LIMIT) -> str:
    """Return words between two quoted ones in marks, without the stops that parted them from their neighbours."""
    return quote_words((words or "").lstrip(" \t\r\n.,;:!?)]”’").rstrip(" \t\r\n,;:([“‘"), limit)


def join_words(parts: Sequence[str]) -> str:
    """Return parts as they are listed in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def join_clauses(clauses: Sequence[str], most: int = 4) -> str:
    """Return clauses parted by semicolons; of many only the first, with the number of the others."""
    shown = list(clauses[:most])
    if len(clauses) > most:
        shown.append(f"and {count_of(len(clauses) - most, 'more difference')}")
    return "; ".join(shown)


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 word", "1,204 words"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def capitalised(sentence: str) -> str:
    """Return a sentence with its first letter raised."""
    return sentence[:1].upper() + sentence[1:]


def end_sentence(words: str) -> str:
    """Return words that end as a sentence does."""
    return words if words.rstrip("”’)").endswith((".", "!", "?", "…")) else f"{words}."


def name_document(investigation: Investigation, document: DocumentId) -> str:
    """Return the title of a document of the library in marks; its file's name where it has no title."""
    holding = investigation.holding.get(document)
    return quote_words(holding.title if holding is not None and holding.title else document)


def name_place(investigation: Investigation, anchor: Anchor) -> str:
    """Return a place in the library: the title, and the page where pages are known."""
    title = name_document(investigation, anchor.document)
    return f"{title}, page {anchor.page}" if anchor.page else title


def name_work(citation: Citation) -> str:
    """Return the cited work as the essay names it: by its title, or by what it gives instead."""
    for words in (citation.title, citation.container, citation.archive):
        if words:
            return quote_words(words)
    return citation.author or quote_words(citation.raw)
