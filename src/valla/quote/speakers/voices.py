"""Who says each quotation: every witness in its setting is heard, and the best is believed.

In this order: the label of a turn; a speaker whom the attribution names as such; the words after the quotation; the
words before it; the author of the cited work; whoever spoke just before. A verb that names its subject beats the author of the
work in brackets, for then the author only hands the words on. Where nobody is named the speaker is unknown, with the reason.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.quotations import Attribution, Quotation, QuotationId, QuotationKind
from valla.quote.bindings import Bindings
from valla.quote.people import Name
from valla.quote.sorts import Sort
from valla.quote.speakers.answers import ANSWERS, who_was_asked
from valla.quote.speakers.cues import read_cue
from valla.quote.speakers.openings import first_subject, opening_role
from valla.quote.speakers.phrases import Subject
from valla.quote.speakers.resolving import Resolver
from valla.quote.speakers.roster import by_initials, name_of_label, same_person
from valla.quote.speakers.scenes import Scenes, between, is_announced, is_ended
from valla.quote.speakers.sequels import read_sequel
from valla.quote.speakers.tails import read_tail
from valla.quote.speakers.witnesses import Heard, author, fuller, is_paper, names_in, plain
from valla.quote.tokens import Token, tokenise
from valla.quote.works import Origin

SURE = 0.8
"""From this confidence on, a subject named by the cue beats the author of the cited work."""

DEED = 14
"""Tokens of a sentence before a quotation that can tell who speaks by telling who acts."""


STRETCH = 30
"""Two quotations with at most so many code points between them may be one speaker's."""


INTERRUPTION = 800
"""Code points of a quotation in which "said X" may break in."""

_BREAK = re.compile(
    r"[,.!?—–-][”\"’'»](?:\[\d{1,4}\])?(?P<said> [^“”\"«»\n]{3,70}?(?:\n[^“”\"«»\n]{1,50}?)?)[,.:;—–-]{0,2}\s?[“\"‘'«](?=[^\W\d])"
)
_NOTE_MARK = re.compile(r"\[\d{1,4}\]")

_ACTORS = frozenset({Sort.PERSON, Sort.PRONOUN, Sort.ROLE})

QUOTED = 4000
"""Code points of a quotation in which the name of a supposed speaker is looked for."""


class Voices:
    """Attributes the quotations of one document, in the order of the text."""

    def __init__(self, scenes: Scenes, bindings: Bindings, turns: dict[QuotationId, QuotationId]) -> None:
        """Take what can be read around the quotations and what is bound to them."""
        self.scenes = scenes
        self.bindings = bindings
        self.turns = turns
        self.rows: dict[QuotationId, Attribution] = {}
        self.resolver = Resolver(scenes, self.rows)
        self.roster = self.resolver.roster
        self._before: Quotation | None = None

    def attribute_all(self) -> tuple[Attribution, ...]:
        """Return one attribution for each quotation that is no scare quotation."""
        for quotation in self.scenes.found.quotations:
            if quotation.scare:
                continue
            self.rows[quotation.id] = self._attribute(quotation)
            if quotation.nested_in is None:
                self._before = quotation
        return tuple(self.rows.values())

    def _attribute(self, quotation: Quotation) -> Attribution:
        subject = (
            self._by_label(quotation)
            or self._by_witnesses(quotation)
            or self._running(quotation)
            or self._by_deed(quotation)
        )
        if subject is None or not subject.confidence:
            where = "label, attribution, words before and after"
            reason = subject.reason if subject else f"nobody is named ({where})"
            return Attribution(quotation=quotation.id, reason=reason)
        return Attribution(
            quotation=quotation.id,
            name=subject.name.value,
            at=subject.name.span,
            confidence=min(1.0, max(0.05, round(subject.confidence, 3))),
            reason=subject.reason,
        )

    def _by_label(self, quotation: Quotation) -> Subject | None:
        """Return the speaker by the label of a turn."""
        setting = self.scenes.settings.get(quotation.id)
        if setting is None or setting.label is None:
            return None
        words = setting.label.of(self.scenes.document.text)
        name = name_of_label(words, setting.label.start, self.roster)
        if name is None:
            return None
        return self._by_short_label(name, quotation) or Subject(name, 0.95, "label of the turn")

    def _by_short_label(self, label: Name, quotation: Quotation) -> Subject | None:
        """Return the person for whom a label of one or two letters stands: initials, or Q and A of an interview."""
        letters = "".join(char for char in label.value if char.isalpha())
        if not (0 < len(letters) <= 3 and letters.isupper()):  # noqa: PLR2004 - "J.K.L."
            return None
        first = self.scenes.quotations[self.turns.get(quotation.id, quotation.id)]
        setting = self.scenes.settings.get(first.id)
        names: list[Name] = []
        for sentence in self.scenes.sentences_before(
            first, setting.label.start if setting and setting.label else first.span.start
        ):
            names = [*names_in(sentence), *names]
            found = by_initials(letters, names) or self._question_or_answer(letters, names)
            if found:
                return Subject(found, 0.75, f"label {label.value} resolved by the introduction")
        return None

    def _question_or_answer(self, letters: str, names: Sequence[Name]) -> Name | None:
        """Return the one who asks or answers, where the introduction names both: answers first, asks second."""
        if letters not in {"Q", "A", "F"} or len(names) < 2:  # noqa: PLR2004 - two take part
            return None
        return names[0] if letters == "A" else names[1]

    def _by_witnesses(self, quotation: Quotation) -> Subject | None:
        """Return the speaker whom the setting names best."""
        heard = self._hear(quotation)
        if heard.explicit:
            return fuller(heard.explicit, heard.cue)
        quoted = quotation.anchor.exact[:QUOTED].casefold() if heard.author else ""
        unresolved = heard.tail is not None and not heard.tail.confidence and not heard.announced
        for subject in (heard.tail, heard.cue if not unresolved else None):
            if (
                subject
                and subject.confidence
                and not is_paper(subject, heard)
                and self._beats_author(subject, heard, quoted)
            ):
                return fuller(subject, heard.author)
        if heard.author:
            return heard.author
        answer = self._by_answer(quotation)
        if answer:
            return answer
        return heard.tail or heard.cue or self._by_sequel(quotation) or self._by_paper(quotation)

    def _by_sequel(self, quotation: Quotation) -> Subject | None:
        """Return who is named by the sentence after a quotation that has ended: "Thus X.", "So wrote X", "The words are X's."."""
        if quotation.nested_in:
            return None
        return read_sequel(self.scenes.outside, quotation.span.end)

    def _by_answer(self, quotation: Quotation) -> Subject | None:
        """Return who was asked in the sentence before, for words that are "the answer" and nobody's by name."""
        setting = self.scenes.settings.get(quotation.id)
        for span in (setting.tail if setting else None, self.scenes.cue_of(quotation)):
            tokens = self.scenes.tokens(quotation, span, last=span is not None and span.start < quotation.span.start)
            if any(one.low == "the" and two.low in ANSWERS for one, two in pairwise(tokens[:6])):
                sentence = next(
                    self.scenes.sentences_before(quotation, min(tokens[0].start, quotation.span.start) - 1), None
                )
                asked = who_was_asked(sentence) if sentence else None
                return self.resolver.resolve(asked, quotation, sentence or (), tokens[0].start) if asked else None
        return None

    def _by_paper(self, quotation: Quotation) -> Subject | None:
        """Return the newspaper in whose own voice a headline or a report is quoted, where its attribution names no one."""
        line = self.bindings.line(quotation) if quotation.nested_in is None else None
        reading = line.resolved.reading if line else None
        if reading is None or reading.author or reading.title or not (reading.container and reading.dated):
            return None
        start = self.scenes.document.text.find(reading.container, reading.start, reading.stop)
        if start < 0:
            return None
        name = Name(reading.container, Span(start, start + len(reading.container)), Sort.BODY)
        return Subject(name, 0.4, "the newspaper that is cited")

    def _beats_author(self, subject: Subject, heard: Heard, quoted: str) -> bool:
        """Tell whether a named speaker is to be believed over the author of the cited work."""
        author = heard.author
        if author is None or same_person(subject.name.value, author.name.value):
            return True
        if heard.origin is not Origin.LINE:
            return True
        if subject.name.surname.casefold() in quoted:  # who is spoken of by name does not speak
            return False
        return subject.confidence >= SURE or (
            heard.announced and subject.confidence >= SURE * 0.6 and subject.name.sort is Sort.PERSON
        )

    def _hear(self, quotation: Quotation) -> Heard:
        """Hear every witness of a quotation."""
        setting = self.scenes.settings.get(quotation.id)
        cue = plain(self.scenes.tokens(quotation, self.scenes.cue_of(quotation), last=True))
        tail = plain(self.scenes.tokens(quotation, setting.tail if setting else None, last=False))
        explicit, author, origin = self._by_citation(quotation)
        return Heard(
            tail=self._by_tail(quotation, tail) or self._by_interruption(quotation),
            cue=self._by_cue(quotation, cue),
            explicit=explicit,
            author=author,
            announced=is_announced(cue),
            origin=origin,
        )

    def _by_tail(self, quotation: Quotation, tail: Sequence[Token]) -> Subject | None:
        """Return the speaker by the words after."""
        if not tail:
            return None
        ended = quotation.anchor.exact.rstrip()[-1:] in {".", "…"}
        return self.resolver.resolve(read_tail(tail, ended=ended), quotation, tail, quotation.span.start)

    def _by_interruption(self, quotation: Quotation) -> Subject | None:
        """Return the speaker by words that break into the quotation: "It was late," said X, "and cold"."""
        words = self.scenes.document.text[quotation.span.start : quotation.span.start + INTERRUPTION]
        match = _BREAK.search(words[: len(quotation.span)])
        if match is None:
            return None
        start = quotation.span.start + match.start("said")
        tokens = [
            token
            for token in tokenise(_NOTE_MARK.sub(lambda mark: " " * len(mark[0]), match["said"]), start)
            if not token.is_mark("_*")
        ]
        return self.resolver.resolve(read_tail(tokens), quotation, tokens, quotation.span.start)

    def _by_cue(self, quotation: Quotation, cue: Sequence[Token]) -> Subject | None:
        """Return the speaker by the words before; a sentence that has ended is believed less."""
        if not cue:
            return None
        colon = is_announced(cue)
        ended = is_ended(cue)
        inline = quotation.kind in {QuotationKind.INLINE, QuotationKind.FRAGMENT}
        subject = read_cue(cue, colon=colon or not inline, fragment=inline and not colon)
        if subject and ended:
            subject = subject.weaker(0.65)
        return self.resolver.resolve(subject, quotation, cue, cue[0].start)

    def _by_citation(self, quotation: Quotation) -> tuple[Subject | None, Subject | None, Origin | None]:
        """Return the speaker named as such by the attribution, the author of the cited work, and where it is cited."""
        if quotation.nested_in:
            return None, None, None
        line = self.bindings.line(quotation)
        if line:
            explicit = line.resolved.reading.speaker
            reading = line.resolved.reading
            if explicit is None and reading.via is not None and reading.authors:
                explicit = reading.authors[0]  # "X, quoted in Y": X speaks
            if reading.kind == "interview" and quotation.kind in {QuotationKind.INLINE, QuotationKind.FRAGMENT}:
                return None, author(line), Origin.NOTE  # "interview with X" names the one who asks as often
            if explicit and explicit.sort is Sort.PERSON:
                return Subject(explicit, 0.95, "named by the attribution"), None, Origin.LINE
            return None, author(line), Origin.LINE
        note = self.bindings.note(quotation)
        return None, author(note) if note else None, Origin.NOTE if note else None

    def _running(self, quotation: Quotation) -> Subject | None:
        """Return the speaker of the quotation just before, where nothing but a link stands between them."""
        before = self._before
        if before is None or quotation.nested_in or before.id not in self.rows:
            return None
        row = self.rows[before.id]
        if row.name is None or row.at is None or not self._goes_on(before, quotation):
            return None
        return Subject(Name(row.name, row.at, Sort.PERSON), row.confidence * 0.6, "the speaker before goes on")

    def _by_deed(self, quotation: Quotation) -> Subject | None:
        """Return who did something in the short sentence right before a quotation that stands by itself: "X laughed. "..."."""
        if quotation.kind is not QuotationKind.INLINE or quotation.nested_in:
            return None
        sentence = next(self.scenes.sentences_before(quotation, quotation.span.start - 1), None)
        if not sentence or len(sentence) > DEED or not sentence[-1].is_mark("."):
            return None
        subject = first_subject(sentence, 0, len(sentence))
        subject = subject or opening_role(sentence, len(sentence))
        if subject is None or subject.name.sort not in _ACTORS or subject.name.span.start > sentence[0].start + 12:
            return None
        resolved = self.resolver.resolve(subject, quotation, sentence, sentence[0].start)
        named = resolved is not None and resolved.confidence > 0
        return Subject(resolved.name, 0.3, "who acts in the sentence before") if resolved and named else None

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Tell whether the same speaker may go on: a short link in the same paragraph, or blocks that adjoin."""
        words = between(self.scenes, before, quotation)
        if quotation.kind is QuotationKind.TURN or before.kind is QuotationKind.TURN:
            return False
        if not any(char.isalnum() for char in words):
            return quotation.kind is before.kind or "\n" not in words
        setting = self.scenes.settings.get(before.id)
        tail = setting.tail if setting else None
        rest = words[max(0, tail.end - before.span.end) :] if tail else words
        return (
            "\n\n" not in words
            and len(rest) <= STRETCH
            and not any(word[0].isupper() for word in rest.split() if word[0].isalpha())
        )
