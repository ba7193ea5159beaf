"""Colours for a terminal; none of them tells anything that a word does not tell as well."""

from dataclasses import dataclass

from valla.model.findings import Severity
from valla.model.traces import Verdict

RESET = "\x1b[0m"

STROKES = {
    "bold": "1",
    "faint": "2",
    Severity.ERROR.value: "1;31",
    Severity.WARNING.value: "1;33",
    Severity.NOTE.value: "1;36",
    "quoted": "1;4;33",
    "source": "1;4;36",
    "good": "32",
    "bad": "1;31",
    "open": "35",
}

VERDICT_STROKES = {
    Verdict.VERBATIM: "good",
    Verdict.VARIANT: "good",
    Verdict.ELIDED: "good",
    Verdict.TOO_SHORT: "open",
    Verdict.UNCHECKED: "open",
}


@dataclass(frozen=True, slots=True, order=True)
class Paint:
    """Puts colours on words, or leaves them as they are."""

    colour: bool

    def __call__(self, words: str, stroke: str) -> str:
        """Return words in a stroke of the table above."""
        return f"\x1b[{STROKES[stroke]}m{words}{RESET}" if self.colour and words else words

    def verdict(self, words: str, verdict: Verdict) -> str:
        """Return words in the colour of a verdict."""
        return self(words, VERDICT_STROKES.get(verdict, "bad"))
