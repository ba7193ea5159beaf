"""The marks of footnotes as they stand in running text: [4], [^note], [A], *, ², or a bare number behind a stop."""

import re

BRACKETED = r"\[\^?[\w-]{1,8}\]"
SIGNS = r"[*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹]{1,4}"
NOTE = rf"(?:{BRACKETED}|{SIGNS}|\d{{1,3}})"
CERTAIN = rf"(?:{BRACKETED}|{SIGNS})"
"""Marks that can be nothing else, as a bare number can."""

ONE = re.compile(rf"\s*(?:{NOTE}|\(\d{{1,3}}\)|[.,;:!?…_*]{{1,3}})")
BEHIND = re.compile(rf"(?<=[.!?…”\"’'»)])\s?{NOTE}$")
MOST = 8  # marks and stops in a row


def is_only_notes(words: str) -> bool:
    """Tell whether words are nothing but marks of notes and stops."""
    at = 0
    for _ in range(MOST):
        if not words[at:].strip():
            return True
        match = ONE.match(words, at)
        if match is None:
            return False
        at = match.end()
    return not words[at:].strip()


def without_note(words: str) -> str:
    """Return words without the mark of a note behind their last stop."""
    match = BEHIND.search(words)
    return words[: match.start()] if match else words
