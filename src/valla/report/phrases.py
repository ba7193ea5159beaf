"""What the report calls things: plain words for verdicts, kinds, concerns and counts."""

from valla.model.findings import Severity
from valla.model.quotations import Fault, LinkKind, QuotationKind
from valla.model.traces import Concern, Verdict

VERDICT_WORDS = {
    Verdict.VERBATIM: "word for word",
    Verdict.VARIANT: "another spelling",
    Verdict.ALTERED: "altered",
    Verdict.ELIDED: "shortened",
    Verdict.SPLICED: "spliced",
    Verdict.ELSEWHERE: "elsewhere",
    Verdict.NOT_FOUND: "not found",
    Verdict.TOO_SHORT: "too short",
    Verdict.UNCHECKED: "unchecked",
}

VERDICT_MEANING = {
    Verdict.VERBATIM: "The words stand in the source as quoted; typography and line ends apart.",
    Verdict.VARIANT: "The same words in another spelling, or with errors of a scan.",
    Verdict.ALTERED: "Words were replaced, added or lost without a mark.",
    Verdict.ELIDED: "Words were left out, and the omission is marked.",
    Verdict.SPLICED: "Places were joined that do not stand together in the source.",
    Verdict.ELSEWHERE: "The words were found, but in another work than the one cited.",
    Verdict.NOT_FOUND: "The cited work is held in full, and the words are not in it.",
    Verdict.TOO_SHORT: "So few or so common words that their place would mean nothing; nothing is known of them.",
    Verdict.UNCHECKED: "Nothing was compared: the work is not held, or held only in part, or none is named.",
}

SIGLUM = {
    Verdict.VERBATIM: "✓",
    Verdict.VARIANT: "~",
    Verdict.ALTERED: "≠",
    Verdict.ELIDED: "…",
    Verdict.SPLICED: "+",
    Verdict.ELSEWHERE: "→",
    Verdict.NOT_FOUND: "×",
    Verdict.TOO_SHORT: "–",
    Verdict.UNCHECKED: "?",
}
"""One sign for each verdict, so that colour never tells alone."""

SEVERITY_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}

KIND_WORDS = {
    QuotationKind.INLINE: "in running text",
    QuotationKind.FRAGMENT: "fragment",
    QuotationKind.BLOCK: "block",
    QuotationKind.EPIGRAPH: "epigraph",
    QuotationKind.TURN: "turn of a dialogue",
}

CONCERN_WORDS = {
    Concern.TYPOGRAPHY: "typography",
    Concern.SPELLING: "spelling",
    Concern.SCAN: "scan",
    Concern.EDITORIAL: "editor's brackets",
    Concern.WORD: "word",
    Concern.POLARITY: "negation",
    Concern.QUANTIFIER: "quantity",
    Concern.MODALITY: "certainty",
    Concern.NUMBER: "number",
    Concern.DATE: "date",
    Concern.NAME: "name",
}

AMONG_WORDS = {
    Concern.TYPOGRAPHY: "a matter of typography",
    Concern.SPELLING: "a spelling",
    Concern.SCAN: "an error of the scan",
    Concern.EDITORIAL: "an editor's brackets",
    Concern.WORD: "a word of weight",
    Concern.POLARITY: "a negation",
    Concern.QUANTIFIER: "a quantity",
    Concern.MODALITY: "a word of certainty or doubt",
    Concern.NUMBER: "a number",
    Concern.DATE: "a date",
    Concern.NAME: "a name",
}
"""What hidden words contain, where a guard was touched."""

FAULT_WORDS = {
    Fault.MISSING_OPEN: "the opening mark is missing",
    Fault.MISSING_CLOSE: "the closing mark is missing",
    Fault.REVERSED: "the mark is turned the wrong way",
    Fault.DOUBLED: "the mark is doubled",
    Fault.MIXED: "the marks are of two families",
    Fault.UNCLOSED: "the marks are never closed",
    Fault.NESTED: "the same marks stand inside the marks",
}

LINK_WORDS = {
    LinkKind.QUOTED_IN: "quoted in",
    LinkKind.CITED_BY: "cited by",
    LinkKind.TOLD_TO: "as told to",
    LinkKind.LETTER_TO: "letter to",
    LinkKind.DIARY_OF: "diary of",
    LinkKind.MEMOIR_OF: "memoir of",
    LinkKind.INTERVIEW_BY: "interview by",
    LinkKind.TESTIMONY_BEFORE: "testimony before",
    LinkKind.TRANSLATED_BY: "translated by",
    LinkKind.PRINTED_IN: "printed in",
}

GROUPS = (
    ("hold", (Verdict.VERBATIM, Verdict.VARIANT)),
    ("shortened", (Verdict.ELIDED,)),
    ("differ", (Verdict.ALTERED, Verdict.SPLICED)),
    ("elsewhere", (Verdict.ELSEWHERE,)),
    ("not found", (Verdict.NOT_FOUND,)),
    ("too short", (Verdict.TOO_SHORT,)),
    ("unchecked", (Verdict.UNCHECKED,)),
)
"""Verdicts as the totals group them, from firm ground to none."""


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 finding", "12 findings"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def count_severity(number: int, severity: Severity) -> str:
    """Return a number of findings of one severity in words."""
    return count_of(number, severity.value, SEVERITY_PLURAL[severity])


def say_hidden(words: int, *, marked: bool, concerns: tuple[Concern, ...]) -> str:
    """Return how many words a join leaves out, how, and what weighs among them."""
    how = "behind the ellipsis" if marked else "without a mark"
    among = join_words([AMONG_WORDS[kind] for kind in concerns])
    return f"{count_of(words, 'word')} left out {how}{f', among them {among}' if among else ''}"


def join_words(parts: list[str]) -> str:
    """Return parts as a list in a sentence: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""
