"""Text made safe to show: nothing in it can move a cursor, turn a line around or hide.

Characters that act instead of being read are replaced by something that can be read: C0 controls by their control
pictures (U+2400 to U+241F), the rest by their number in angle marks. Direction marks that only belong to their own
letters (U+200E, U+200F, U+061C) stay.
"""

import re

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls, direction overrides and isolates, halves of surrogate pairs, interlinear marks and tags."""

SPACES = re.compile(r"\s+")


def show_safely(text: str) -> str:
    """Return a text in which every acting character is replaced by a readable one; line ends and tabs stay."""
    return ACTING.sub(lambda found: picture_of(found[0]), text)


def picture_of(char: str) -> str:
    """Return the readable stand-in of an acting character."""
    code = ord(char)
    if code < ord(" "):
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"  # noqa: PLR2004  (delete has a picture of its own)


def on_one_line(text: str) -> str:
    """Return a safe text with single blanks for every stretch of white space."""
    return show_safely(SPACES.sub(" ", text)).strip()


def shorten(text: str, limit: int) -> str:
    """Return the first words of a text on one line, at most `limit` code points and an ellipsis."""
    line = on_one_line(text)
    if len(line) <= limit:
        return line
    head = line[:limit]
    return head[: head.rfind(" ") if " " in head[limit // 2 :] else limit].rstrip(" ,;:.–—-") + "…"
