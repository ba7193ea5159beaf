"""Words that lead up to quoted words: "he said:", "in the words of", a colon."""

import re

from valla.quote.lexicon.verbs import REPORTING, THAT_ONLY, WEAK

STRONG = REPORTING - WEAK - THAT_ONLY
REACH = 160  # characters before a mark in which a cue is looked for
COLON_END = re.compile(r"[:：](?:[–—―-]{1,2})?$|[–—―-]{2}$|[—–―]$")
SAID = re.compile(r"([^\W\d_]+)\s?([,:])\s+(?=[^\W\d_a-z]|[\[…])")
THAT = re.compile(r"((?:[^\W\d_]+\s+){1,4})that\s+")
COLON = re.compile(r"(?<=[^\W\d_]):\s+(?=[^\W\d_a-z]|[\[…])")


def led_up_to(words: str) -> bool:
    """Tell whether a paragraph ends so that something must follow: a colon or a dash."""
    return COLON_END.search(words.rstrip()) is not None


def colon_cue(text: str, start: int, end: int) -> int | None:
    """Return where words begin that a colon early in a paragraph leads up to."""
    match = COLON.search(text, start, min(end, start + REACH))
    return match.end() if match else None


def speech_cue(text: str, start: int, end: int) -> int | None:
    """Return where words begin that the last verb of saying before `end`, with its comma or colon, leads up to."""
    found = None
    for match in SAID.finditer(text, max(start, end - 4 * REACH), end):
        if match.group(2) == ":" or match.group(1).lower() in STRONG:
            found = match.end()
    return found


def that_cue(text: str, start: int, end: int) -> int | None:
    """Return where words begin that a verb of saying with "that" leads up to."""
    for match in THAT.finditer(text, start, end):
        if any(word.lower() in REPORTING for word in match.group(1).split()):
            return match.end()
    return None
