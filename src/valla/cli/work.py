"""The one piece of work behind `check`, `inspect` and `baseline`: from paths and settings to an outcome."""

from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

import click

from valla import __version__
from valla.cli.leftout import tell_left_out
from valla.cli.progress import progress_line
from valla.corridor import investigate
from valla.files.baselines import read_baseline, read_editions
from valla.files.facts import open_facts
from valla.files.models import open_model, persons_seen
from valla.files.opening import open_document
from valla.files.rulings import read_rulings, rulings_beside
from valla.files.settings import Settings, Suppression
from valla.late import late
from valla.library import Library
from valla.library.bare import BareLibrary
from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.investigation import Investigation, Outcome
from valla.model.judgements import Judgement
from valla.model.views import View
from valla.model.works import Receipt
from valla.rules import run_rules, select_rules
from valla.settle import Pardon, settle_findings

MIB = 1 << 20


def investigate_essay(essay: Path, settings: Settings, *, ruled: bool = True) -> Investigation:
    """Return the investigation of an essay against the library of the settings; refused sources are told of."""
    document = open_document(essay, limit=settings.max_size * MIB)
    facts = open_facts(tuple(Path(file) for file in settings.facts))
    library, receipts = shelf_for(settings)
    tell_left_out(receipts)
    judgements = rulings_for(essay, settings) if ruled else ()
    seen = ask_model(document, settings.name_model)
    investigation = investigate(document, library, receipts, facts=facts, judgements=judgements, seen=seen)
    return recall_editions(investigation, settings)


def shelf_for(settings: Settings) -> tuple[Library, tuple[Receipt, ...]]:
    """Return the library of the settings and its receipts; who names none need not wait for the engine behind it."""
    if not settings.library and not settings.bibliography:
        return BareLibrary(), ()
    shelf: tuple[Library, tuple[Receipt, ...]] = late("valla.files.shelf:open_shelf")(
        tuple(Path(folder) for folder in settings.library),
        progress=progress_line("reading the library"),
        bibliography=tuple(Path(file) for file in settings.bibliography),
    )
    return shelf


def ask_model(document: Document, name: str | None) -> tuple[Span, ...]:
    """Return where the language model of the settings sees persons; where it cannot be heard, that is told, and none."""
    if not name:
        return ()
    model, receipt = open_model(name)
    if model is None:
        click.echo(f"valla: language model {receipt.told}; names are found without it", err=True)
        return ()
    return persons_seen(model, document.text)


def rulings_for(essay: Path, settings: Settings) -> tuple[Judgement, ...]:
    """Return the rulings on an essay: of the file that the settings name, else of the one beside it."""
    return read_rulings(rulings_beside(essay, settings.rulings), wanted=settings.rulings is not None)


def recall_editions(investigation: Investigation, settings: Settings) -> Investigation:
    """Return the investigation with the digests that the baseline remembers set beside sources that have others now."""
    known = read_editions(Path(settings.baseline)) if settings.baseline else {}
    holdings = tuple(
        replace(row, expected=known[row.document]) if known.get(row.document, row.digest) != row.digest else row
        for row in investigation.holdings
    )
    return investigation if holdings == investigation.holdings else replace(investigation, holdings=holdings)


def settle_essay(investigation: Investigation, settings: Settings, *, essay: Path) -> Outcome:
    """Return the outcome of an investigation under the settings: its findings, less those pardoned and those known."""
    ignored = settings.ignore + codes_for_file(essay, settings)
    rules = select_rules(select=settings.select, extend_select=settings.extend_select, ignore=ignored)
    return settle_findings(
        investigation,
        run_rules(investigation, frozenset(rule.code for rule in rules)),
        pardons=tuple(pardon_from(entry) for entry in settings.suppress),
        baseline=read_baseline(Path(settings.baseline)) if settings.baseline else frozenset(),
        rules=rules,
        version=__version__,
    )


def views_for(outcome: Outcome, essay: Path, settings: Settings) -> tuple[View, ...]:
    """Return the pictures of passages for a report."""
    from valla.files.views import gather_views  # noqa: PLC0415  (only where a page is written)

    return gather_views(outcome, essay, tuple(Path(folder) for folder in settings.library))


def codes_for_file(essay: Path, settings: Settings) -> tuple[str, ...]:
    """Return the codes that the settings ignore in this file."""
    return tuple(
        code
        for pattern, codes in settings.per_file_ignore
        if fnmatch(essay.as_posix(), pattern) or fnmatch(essay.name, pattern)
        for code in codes
    )


def pardon_from(entry: Suppression) -> Pardon:
    """Return a suppression of the settings in the form that findings are settled by."""
    codes = frozenset({entry.code}) if entry.code else frozenset[str]()
    return Pardon(reason=entry.reason, codes=codes, finding=entry.finding, words=entry.words, source=entry.source)
