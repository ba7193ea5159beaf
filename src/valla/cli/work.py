"""The one piece of work behind `check`, `inspect` and `baseline`: from paths and settings to an outcome."""

from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from valla import __version__
from valla.cli.leftout import tell_left_out
from valla.cli.progress import progress_line
from valla.files.baselines import read_baseline, read_editions
from valla.files.facts import open_facts
from valla.files.opening import open_document
from valla.files.rulings import read_rulings, rulings_beside
from valla.files.settings import Settings, Suppression
from valla.files.shelf import open_shelf
from valla.investigate import investigate
from valla.model.investigation import Investigation, Outcome
from valla.model.judgements import Judgement
from valla.rules import run_rules, select_rules
from valla.settle import Pardon, settle_findings

MIB = 1 << 20


def investigate_essay(essay: Path, settings: Settings, *, ruled: bool = True) -> Investigation:
    """Return the investigation of an essay against the library of the settings; refused sources are told of."""
    document = open_document(essay, limit=settings.max_size * MIB)
    facts = open_facts(tuple(Path(file) for file in settings.facts))
    library, receipts = open_shelf(
        tuple(Path(folder) for folder in settings.library),
        progress=progress_line("reading the library"),
        bibliography=tuple(Path(file) for file in settings.bibliography),
    )
    tell_left_out(receipts)
    judgements = rulings_for(essay, settings) if ruled else ()
    investigation = investigate(document, library, receipts, facts=facts, judgements=judgements)
    return recall_editions(investigation, settings)


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
