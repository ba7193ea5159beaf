"""L150 double-standard: silence, or an interest in the matter, counts on one side and not on the other.

## What it finds
Two sentences of one text. In one a conclusion is drawn from the absence of evidence, in the other the author says that
absence proves little or nothing. Or in one a denial is set aside because anybody in that place would deny, in the other a
statement is believed because its maker is taken to be sincere or to have no reason to lie. Both are shown.

## Why it matters
A rule of evidence that holds for one side only is no rule.

## What it does not mean
Not that the two cases are alike: the record may be whole in one and in ruins in the other, and one witness may have had an
interest where the other had none. Then that should be said.

## What to do
Say why silence, or the witness's word, counts in the one case and not in the other.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.interest import own_sentences, sets_aside, trusts
from valla.rules.phrases import quote_words
from valla.rules.silence import arguments_from_silence, refusals

RULE = Rule(code="L150", name="double-standard", severity=Severity.WARNING, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each refusal of an argument from silence in a text that makes one."""
    document = investigation.document
    made = arguments_from_silence(investigation)
    for refused in refusals(investigation) if made else ():
        words = quote_words(made[0].sentence.of(document.text))
        yield RULE.finding(
            refused,
            f"Here absence is said to prove little; elsewhere the text argues from it: {words}",
            evidence=tuple(document.anchor(row.sentence) for row in made),
        )
    yield from of_interest(investigation)


def of_interest(investigation: Investigation) -> Iterator[Finding]:
    """Report each denial that is set aside for its interest in a text that believes another's word for his sincerity."""
    trusted = [
        sentence for sentence in own_sentences(investigation) if trusts(sentence.of(investigation.document.text))
    ]
    for sentence in own_sentences(investigation) if trusted else ():
        if sets_aside(sentence.of(investigation.document.text)):
            words = quote_words(trusted[0].of(investigation.document.text))
            yield RULE.finding(
                sentence,
                f"Here a denial is set aside because anybody would deny; elsewhere a word is believed: {words}",
                evidence=tuple(investigation.document.anchor(one) for one in trusted),
            )
