"""The names of places in the page. They hold offsets and fingerprints only, so that a link made today works tomorrow."""

from valla.model.quotations import Quotation
from valla.model.traces import Verdict
from valla.report.dossiers import Dossier, Entry
from valla.report.phrases import SIGLUM, VERDICT_WORDS, count_of


def key_of(quotation: Quotation) -> str:
    """Return the key that a quotation's marks and its card share."""
    return f"{quotation.span.start}-{quotation.span.end}"


def mark_id(quotation: Quotation) -> str:
    """Return the name of a quotation's place in the essay."""
    return f"q-{key_of(quotation)}"


def card_id(quotation: Quotation) -> str:
    """Return the name of a quotation's card."""
    return f"card-{key_of(quotation)}"


def finding_id(entry: Entry) -> str:
    """Return the name of a finding."""
    return f"f-{entry.fingerprint}"


def flag_id(entry: Entry) -> str:
    """Return the name of the place in the essay of a finding that belongs to no quotation."""
    return f"at-{entry.fingerprint}"


def loose_card_id(entry: Entry) -> str:
    """Return the name of the card of a finding that belongs to no quotation."""
    return f"card-{entry.fingerprint}"


def verdict_class(verdict: Verdict | None) -> str:
    """Return the class by which a verdict is drawn."""
    return f"v-{verdict}" if verdict else "v-none"


def siglum(verdict: Verdict | None) -> str:
    """Return the sign of a verdict."""
    return SIGLUM[verdict] if verdict else "“”"


def spoken(dossier: Dossier, line: int) -> str:
    """Return what a screen reader says at the sign of a quotation."""
    verdict = VERDICT_WORDS[dossier.verdict] if dossier.verdict else "quotes nobody"
    return f"Quotation {dossier.number}, line {line}: {verdict}, {count_of(len(dossier.counting), 'finding')}"
