"""What may be said of a quotation that was not found.

Nothing is "not found" but in a cited work that is held for certain and in full; everything else is unchecked, with what
would be needed to check it.
"""

from collections.abc import Sequence
from dataclasses import replace

from valla.model.traces import Trace, Verdict
from valla.model.works import Holding
from valla.text.lexicon import lexicon_of
from valla.text.words import words_in
from valla.trace.asked import words_of
from valla.trace.desk import Desk, describe, title
from valla.trace.lastlook import something_like
from valla.trace.probes import Quest

FEWEST = 4
"""Words that a quotation must have for its absence from the cited work to mean something."""

SAYS_ENOUGH = 20.0
"""Bits that they must tell."""

TOO_SHORT = "so few or so common words that their place in a library of this size would mean nothing"

TELLING_SHARE = 0.5
"""Share of the quoted words that must stand somewhere to be worth a remark."""

TELLING_WORDS = 4
"""Common words of a language that a quotation must have before its language is taken for known."""


def untraced(quest: Quest, answers: Sequence[Trace], desk: Desk) -> Trace:
    """Return the trace of a quotation that was not found."""
    recognition, citation = quest.recognition, quest.citation
    named = quest.named and citation is not None
    wanted = describe(citation) if named and citation is not None else None
    if not desk.sought:
        reason = "the library is empty" if named else "no work is named, and the library is empty"
        return _unchecked(quest, desk, reason, wanted)
    homes = [row for row in recognition.holdings if row.document in desk.sought]
    if named and not homes:
        return _unchecked(quest, desk, "the cited work is not held" + _remark(answers, desk), wanted)
    if _is_too_short(quest, desk):
        return replace(_unchecked(quest, desk, TOO_SHORT, wanted), verdict=Verdict.TOO_SHORT)
    if not recognition.certain or not homes:
        state = recognition.reason if homes else "no work is named; not in the library held"
        return _unchecked(quest, desk, state + _remark(answers, desk), wanted)
    return _absent(quest, homes, desk, wanted, _remark(answers, desk))


def _absent(quest: Quest, homes: Sequence[Holding], desk: Desk, wanted: str | None, remark: str) -> Trace:
    """Return the trace of a quotation whose words are not in the cited work, as far as it is held."""
    doubt = _why_not_absent(quest, homes, desk)
    if doubt is not None:
        return _unchecked(quest, desk, doubt + remark, wanted)
    titles = ", ".join(holding.title for holding in homes)
    reason = f"the cited work is held ({titles}), and the words are not in it, nor in any other work held" + remark
    return Trace(quotation=quest.probe.quotation, verdict=Verdict.NOT_FOUND, sought=desk.sought, reason=reason)


def _why_not_absent(quest: Quest, homes: Sequence[Holding], desk: Desk) -> str | None:
    """Say why words that were not found may stand in the cited work all the same; None where nothing is left to say."""
    titles = ", ".join(holding.title for holding in homes)
    whole = [holding for holding in homes if not holding.partial]
    if not whole:
        return f"not in the part of the cited work that is held ({titles})"
    tongue = foreign(quest.probe.text, whole)
    if tongue is not None:
        return f"the cited work is held in another language ({tongue}); a translation cannot be compared word by word"
    if not _says_enough(quest, whole, desk):
        return f"not in {titles}, but too short to tell"
    found = (something_like(quest.probe.text, row.document, row.length, desk.library) for row in whole)
    like = next((words for words in found if words is not None), None)
    return like and f"too garbled to be told: something like it stands in {titles} (“{' '.join(like.split())}”)"


def _says_enough(quest: Quest, homes: Sequence[Holding], desk: Desk) -> bool:
    """Tell whether the words are enough for their absence to mean something."""
    needed = max(SAYS_ENOUGH, *(desk.judge.needed(home, home=True) for home in homes))
    return len(words_of(quest.probe.text)) >= FEWEST and desk.judge.could_tell(quest.probe) >= needed


def _unchecked(quest: Quest, desk: Desk, reason: str, wanted: str | None) -> Trace:
    """Return a trace that says what would be needed."""
    return Trace(
        quotation=quest.probe.quotation,
        verdict=Verdict.UNCHECKED,
        sought=desk.sought,
        wanted=wanted,
        reason=reason,
    )


def _is_too_short(quest: Quest, desk: Desk) -> bool:
    """Tell whether words are too few or too common to be sought where they are not expected."""
    return desk.judge.could_tell(quest.probe) < desk.judge.needed_anywhere


def _remark(answers: Sequence[Trace], desk: Desk) -> str:
    """Say where a part of the words stands, if any stands anywhere."""
    if not answers:
        return ""
    best = min(answers, key=lambda row: (-row.likeness, row.sought))
    if best.likeness < TELLING_SHARE:
        return ""
    place = max(best.passages, key=lambda row: (len(row.quoted), -row.quoted.start))
    words = " ".join(place.anchor.exact.split())
    return f"; only “{words}” stands in {title(place.document, desk.library)}"


def foreign(text: str, holdings: Sequence[Holding]) -> str | None:
    """Return the language of the holdings if it is known and not that of the quoted words."""
    keys = [word.key for word in words_in(text)]
    lexicon = lexicon_of(keys)
    if sum(key in lexicon.function for key in keys) < TELLING_WORDS:
        return None
    tongues = {holding.language for holding in holdings}
    if None in tongues or lexicon.language in {(tongue or "").lower()[:2] for tongue in tongues}:
        return None
    return ", ".join(sorted(tongue for tongue in tongues if tongue))
