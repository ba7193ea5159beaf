"""The edges of a citation: dashes, labels, numbers, brackets and honours that are no part of its fields."""

import re

_LEAD = re.compile(
    r"(?:[\s–—\-~•,.;:]+|\*(?=\s)|(?:Source|Sources|Quelle|Источник|Fuente|Fonte)s?: ?|(?:[Ss]ee|[Cc]f\.?|[Cc]ompare|Vide|Vgl\.|Siehe|Voir|См\.|Also|also|See also|From|Taken from|Excerpt from|Excerpted from|Review of|Reviewed|Under review|Book review|Attributed to|Ascribed to|Quoted(?:,? freely,?)? from|In:|e\.g\.,?) (?=[A-ZÀ-Þ“\"_*А-Я‘«])"
    r"|[Ff]rom (?=an? |the |his |her |[A-ZÀ-Þ“\"])|\[?\d{1,3}[\]).] (?=[A-ZÀ-Þ“\"_*(А-Я‘«]))"
)
_HEADING = re.compile(
    r"(?:CHAPTER|BOOK|PART|SECTION|ACT|SCENE|APPENDIX|Chapter|FOOTNOTES?|NOTES?)(?: [IVXLCDM\d]{1,8})?[.:]?$"
)
_HONOURS = re.compile(
    r"(?:, ?(?:K\.C|Q\.C|M\.P|S\.J|D\.D|M\.D|Ph\.D|LL\.D|F\.R\.S|F\.S\.A|O\.S\.B|O\.P|Esq|Bart|Bt|KC|QC|MP|PhD)\b\.?){1,4}"
)


def trim(raw: str) -> tuple[int, str] | None:
    """Return where the fields of a citation begin, and its words from there on; None for a heading or for nothing.

    What is left out inside is overwritten with blanks, so that places stay true.
    """
    first, last = _inner(raw)
    if first >= last or _HEADING.match(raw, first, last):
        return None
    return first, _HONOURS.sub(lambda match: " " * len(match[0]), raw[first:last])


def _inner(raw: str) -> tuple[int, int]:
    """Return the stretch without dashes, labels, brackets around the whole and blanks."""
    first, last = 0, len(raw)
    for _ in range(8):
        before = first, last
        while last > first and raw[last - 1] in " \t\n\u00a0;,":
            last -= 1
        lead = _LEAD.match(raw, first, last)
        first = lead.end() if lead else first
        first, last = _without_brackets(raw, first, last)
        if (first, last) == before:
            break
    return first, last


def _without_brackets(raw: str, first: int, last: int) -> tuple[int, int]:
    """Take away brackets that enclose everything; a lone opening or closing one goes too."""
    inner = raw[first:last].rstrip(".")
    for opening, closing in ("()", "[]"):
        if inner.startswith(opening) and _closes_at_end(inner, opening, closing):
            return first + 1, first + len(inner) - (1 if inner.endswith(closing) else 0)
        if inner.endswith(closing) and inner.count(closing) > inner.count(opening):
            return first, first + len(inner) - 1
    return first, last


def _closes_at_end(words: str, opening: str, closing: str) -> bool:
    """Tell whether the first bracket is closed by the last code point, or never."""
    depth = 0
    for place, char in enumerate(words):
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return place == len(words) - 1
    return True
