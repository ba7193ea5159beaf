"""`valla judge`: add one ruling to the file of rulings; nothing in it is ever rewritten."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import click
from rapidfuzz.process import extractOne

from valla.cli import options
from valla.cli.work import investigate_essay, rulings_for
from valla.errors import UsageError
from valla.files.rulings import append_ruling, rulings_beside
from valla.model.investigation import Investigation
from valla.model.judgements import FIELDS, Judgement, Ruling
from valla.ruling import VERDICTS, can_bear

LIKE = 60
"""From 0 to 100: how like an id a wrong one must be to be taken for a slip of it."""


@click.command(
    epilog="The ids stand in the output of `valla inspect ESSAY`: entities, mentions, proposals, quotations, claims, and in "
    "the stemma dependences and the hands of chains."
)
@click.argument("essay", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice([kind.value for kind in Ruling]), metavar="same|different|accept|reject|set")
@click.argument("on", nargs=-1, required=True, metavar="ID [ID]")
@click.option("--by", required=True, metavar="NAME", help="Who rules.")
@click.option("--why", required=True, metavar="TEXT", help="The reason; without one there is no ruling.")
@click.option("--field", "name", type=click.Choice(FIELDS), help="With `set`: what is overruled.")
@click.option("--value", metavar="TEXT", help="With `set`: what it is instead.")
@click.option("--at", metavar="TIME", help="When it was ruled (ISO 8601); now where it is left out.")
@options.apply(options.LIBRARY, options.CONFIG, options.RULINGS, options.MAX_SIZE)
def judge(essay: Path, kind: str, on: tuple[str, ...], config: str | None, **given: str | None) -> int:
    """Add a ruling on ESSAY to valla-rulings.jsonl, which `check` and `inspect` apply.

    \b
      valla judge essay.txt same person:a-orme person:silas-orme --by Ines --why "one handwriting"
      valla judge essay.txt reject person:orme~person:ormes --by Ines --why "father and son"
      valla judge essay.txt reject 'essay!300-352' --by Ines --why "he only tells what others say"
      valla judge essay.txt accept 'work:annals::work:chronicle' --by Ines --why "the preface says so"
      valla judge essay.txt set essay@120-164 --field speaker --value "A. Vane" --by Ines --why "p. 3"
    """  # noqa: D301  (click takes the control character for "do not wrap this")
    words = {name: given.pop(name) for name in ("by", "why", "name", "value", "at")}
    settings = options.settings_for(essay, config, **given)
    row = ruling_from(Ruling(kind), on, words)
    before = investigate_essay(essay, settings, ruled=False)
    path = rulings_beside(essay, settings.rulings)
    told = rulings_for(essay, replace(settings, rulings=str(path) if path.is_file() else None))
    refuse_unknown(row, ids_of(before) | ruled_ids(told))
    refuse_unbearable(row, before)
    refuse_unproposed(row, before)
    append_ruling(path, row)
    click.echo(f"valla: ruling added to {path}", err=True)
    return 0


def ruling_from(kind: Ruling, on: tuple[str, ...], words: dict[str, str | None]) -> Judgement:
    """Return the ruling as it was put; raise UsageError where it cannot be meant."""
    at = words["at"] or datetime.now(UTC).isoformat(timespec="seconds")
    try:
        return Judgement(
            by=words["by"] or "",
            at=at,
            kind=kind,
            on=on,
            field=words["name"],
            value=words["value"],
            why=words["why"] or "",
        )
    except ValueError as error:
        raise UsageError(f"no such ruling: {error}") from None


def ids_of(investigation: Investigation) -> frozenset[str]:
    """Return every id of every table: what can be ruled on."""
    tables = (getattr(investigation, table.name) for table in fields(investigation))
    rows = (row for table in tables if isinstance(table, tuple) for row in table)
    return frozenset(str(row.id) for row in rows if hasattr(row, "id")) | proposed_ids(investigation)


def proposed_ids(investigation: Investigation) -> frozenset[str]:
    """Return the ids of what can be accepted or rejected: merges, claims, dependences, hands of chains."""
    stemma = investigation.stemma
    merges = (str(row.id) for row in investigation.proposals)
    claims = (str(row.id) for row in investigation.claims)
    steps = (row.id for row in stemma.dependences)
    return frozenset((*merges, *claims, *steps, *(row.link(one) for row in stemma.chains for one in row.hands)))


def ruled_ids(told: Iterable[Judgement]) -> frozenset[str]:
    """Return the ids that earlier rulings name, some of which only those rulings made."""
    return frozenset(name for row in told for name in row.on)


def refuse_unknown(row: Judgement, known: frozenset[str]) -> None:
    """Raise UsageError for an id that stands in no table, with the nearest one that does."""
    for name in row.on:
        if name not in known:
            near = extractOne(name, sorted(known), score_cutoff=LIKE)
            advice = f"did you mean '{near[0]}'?" if near else "`valla inspect` lists them"
            raise UsageError(f"no such id: '{name[:80]}'; {advice}")


def refuse_unproposed(row: Judgement, investigation: Investigation) -> None:
    """Raise UsageError for a row that is no proposal: a quotation, say, is neither accepted nor rejected."""
    if row.kind in {Ruling.ACCEPT, Ruling.REJECT} and row.on[0] not in proposed_ids(investigation) | made_by_rulings(
        row
    ):
        raise UsageError(
            f"'{row.on[0]}' cannot be accepted or rejected; merges, claims, dependences and hands of chains can"
        )


def made_by_rulings(row: Judgement) -> frozenset[str]:
    """Return the id of a pair of entities, which rulings on either may have taken from the table of proposals."""
    return frozenset(row.on) if "~" in row.on[0] else frozenset()


def refuse_unbearable(row: Judgement, investigation: Investigation) -> None:
    """Raise UsageError for a verdict that there is none of, or that asks for a passage where none was found."""
    if row.field != "verdict":
        return
    if row.value not in VERDICTS:
        raise UsageError(f"no such verdict: '{row.value}'; there are {', '.join(sorted(VERDICTS))}")
    trace = next((one for one in investigation.traces if one.quotation == row.on[0]), None)
    if trace is None or not can_bear(trace, row.value):
        raise UsageError(f"'{row.on[0]}' cannot be ruled {row.value}: no passage was found that would bear it")
