"""Where sentences begin and end, well enough to find the words around a quotation."""

import re

from valla.quote.notemarks import CERTAIN

REACH = 600  # characters in which the edge of a sentence is looked for
BEYOND = 4  # characters behind a range that show whether a sentence begins at its very end
BLANKS = re.compile(r"\s+")
EDGE = re.compile(rf"[.!?…][”\"’'»)\]]*(?:{CERTAIN}|\d{{1,2}})?\s+(?=[“\"‘'«„(\[]*[^\W\da-zа-яß-öø-ÿ_])")
SHORT_FORM = re.compile(
    r"(?:^|[\s(\[“\"‘'«„.-])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|St|Sir|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Com|Cf|cf|vs|vol|Vol|no|No|nos|pp?|ch|ff?|ed|eds|"
    r"trans|Jr|Sr|Co|Inc|Ltd|etc|e\.g|i\.e|viz|al|fig|Fig|sec|art|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"ibid|Ibid|op|cit|loc|ca|approx|v|Mme|Mlle|Messrs|Bros|Fr|Msgr|Bp|Abp|MSS?|fol|Nr|Bd|bzw|z\.B|т|г|гг|им|проф|тов)$"
)


def one_line(words: str) -> str:
    """Return words with every run of blanks and line ends made one blank."""
    return BLANKS.sub(" ", words) if "\n" in words or "\u00a0" in words or "  " in words else words


def sentence_edges(text: str, start: int, end: int) -> list[int]:
    """Return where sentences begin in a range or at its end, its own beginning not counted."""
    edges = []
    for match in EDGE.finditer(text, start, min(len(text), end + BEYOND)):
        at = match.start()
        if match.end() > end:
            break
        if text[at] != "." or not SHORT_FORM.search(text, max(start, at - 10), at):
            edges.append(match.end())
    return edges


def sentence_start(text: str, start: int, at: int) -> int:
    """Return where the sentence begins in which a place stands, no earlier than `start`."""
    least = max(start, at - REACH)
    edges = sentence_edges(text, least, at)
    return edges[-1] if edges else least


def sentence_end(text: str, at: int, end: int) -> int:
    """Return where the sentence ends in which a place stands, its blanks left out, no later than `end`."""
    most = min(end, at + REACH)
    edges = sentence_edges(text, at, most)
    stop = edges[0] if edges else most
    return at + len(text[at:stop].rstrip())
