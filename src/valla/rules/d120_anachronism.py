"""D120 anachronism: someone acts when they could not.

## What it finds
By the lives given with `--facts`: a person who speaks, writes, meets or acts after death or before birth; one who
travels, visits or meets while under arrest; a confession dated before the arrest (by its own date, or by the year in the
heading above it); and a letter or other dated report of what a person said, dated within a year after that person's
death as though the words were fresh.

## Why it matters
Anachronisms are the oldest proof there is that a text was not written when, where or by whom it says.

## What it does not mean
Not that the words were never said: a report may be written long after, and a date may be a slip. Without facts the rule
says nothing, and it is only as good as they are.

## What to do
Check the date and the fact. Where a report was written after the event, say so in the text.
"""

from collections.abc import Iterator

from valla.model.dates import Dated, Event, EventKind, Precision, When
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.rules.phrases import quote_words
from valla.rules.times import dates_in, events_in, is_after, is_before, lives_of, names_another, own_date, put_bounds
from valla.text.edtf import Bounds
from valla.text.lives import Life

RULE = Rule(code="D120", name="anachronism", severity=Severity.WARNING, since="0.2")
DONE_ALIVE = frozenset({EventKind.STATEMENT, EventKind.MEETING, EventKind.CONFESSION, EventKind.ACT})
FRESH = 366
"""Days after a death within which a letter that reports the dead person's words seems to speak of the living."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report what the lives forbid."""
    lives = lives_of(investigation)
    for event in investigation.events:
        life = lives.get(event.subject or "")
        if life is not None and event.kind in DONE_ALIVE:
            yield from check_deed(investigation, event, life)
    yield from letters_after_death(investigation, lives)


def check_deed(investigation: Investigation, event: Event, life: Life) -> Iterator[Finding]:
    """Report a deed outside of a life, one done under arrest, a confession before the arrest."""
    row = own_date(investigation, event)
    if row is not None and row.dates is not Dated.PUBLICATION and not names_another(investigation, row):
        reason = outside_life(row, life) or (under_arrest(row, life) if event.kind is EventKind.MEETING else None)
        if reason:
            yield RULE.finding(event.span, f"{say_deed(event, row)}; {reason}.")
            return
    if event.kind is EventKind.CONFESSION:
        yield from early_confession(investigation, event, life)


def say_deed(event: Event, row: When) -> str:
    """Return a deed with its date in words."""
    return f"{event.subject} is put at {quote_words(row.words)} ({quote_words(event.cue)})"


def outside_life(row: When, life: Life) -> str | None:
    """Return why a date lies outside of a life; None where it does not."""
    died, born = life.days("died"), life.days("born")
    if died and all(is_after(row, days) for days, _ in died):
        return f"the facts have the death on {put_bounds(died[0][0])} ({died[0][1].source})"
    if born and all(is_before(row, days) for days, _ in born):
        return f"the facts have the birth on {put_bounds(born[0][0])} ({born[0][1].source})"
    return None


def under_arrest(row: When, life: Life) -> str | None:
    """Return why a person was not free on a date: after the last arrest before it, and before release or death."""
    for arrest, fact in life.days("arrested"):
        ends = [days for kind in ("released", "died") for days, _ in life.days(kind) if after(days, arrest)]
        if is_after(row, arrest) and ends and all(is_before(row, days) for days in ends):
            return f"the facts have an arrest on {put_bounds(arrest)} ({fact.source})"
    return None


def after(one: Bounds, other: Bounds) -> bool:
    """Tell whether one moment lies wholly after another."""
    return one.earliest is not None and other.latest is not None and one.earliest > other.latest


def early_confession(investigation: Investigation, event: Event, life: Life) -> Iterator[Finding]:
    """Report a confession that is dated before every arrest of the person."""
    row = own_date(investigation, event)
    heading = investigation.when.get(event.supposed) if event.supposed is not None else None
    dated, arrests = row or heading, life.days("arrested")
    if dated is None or not arrests or not all(is_before(dated, days) for days, _ in arrests):
        return
    where = "" if row is not None else " by the heading above it"
    yield RULE.finding(
        event.span,
        f"The confession of {event.subject} is dated {quote_words(dated.words)}{where}; the facts have the arrest on "
        f"{put_bounds(arrests[0][0])} ({arrests[0][1].source}).",
        severity=None if row is not None else Severity.NOTE,
        evidence=(investigation.document.anchor(dated.span),),
    )


def letters_after_death(investigation: Investigation, lives: dict[str, Life]) -> Iterator[Finding]:
    """Report letters and the like that report, shortly after a death, what the dead person said."""
    for quotation in investigation.reported() if lives else ():
        row = date_of_report(investigation, quotation)
        told: set[str] = set()
        for event in events_in(investigation, quotation.span) if row is not None else ():
            life = lives.get(event.subject or "")
            speaks = event.kind in {EventKind.STATEMENT, EventKind.CONFESSION} and not event.when
            died = life.days("died") if life is not None and speaks and life.person not in told else []
            if row is not None and life is not None and died and shortly_after(row, died[0][0]):
                told.add(life.person)
                yield RULE.finding(
                    row.span,
                    f"What {event.subject} said is reported under the date {quote_words(row.words)}; the facts have the "
                    f"death on {put_bounds(died[0][0])} ({died[0][1].source}).",
                    quotation=quotation.id,
                    evidence=(investigation.document.anchor(event.span),),
                )


def date_of_report(investigation: Investigation, quotation: Quotation) -> When | None:
    """Return the one full date in the citation of a letter or the like."""
    citation = investigation.citation.get(quotation.id)
    rows = dates_in(investigation, citation.at) if citation is not None else ()
    full = [row for row in rows if row.dates is Dated.STATEMENT and row.precision is Precision.DAY]
    return full[0] if len(full) == 1 else None


def shortly_after(row: When, died: Bounds) -> bool:
    """Tell whether a date lies within a year after a death."""
    return (
        is_after(row, died)
        and row.earliest is not None
        and died.latest is not None
        and row.earliest - died.latest <= FRESH
    )
