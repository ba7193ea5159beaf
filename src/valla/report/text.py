"""The report for a terminal: one paragraph a quotation, in the order of the text, and the totals at the end."""

from valla.model.investigation import Outcome
from valla.model.traces import UNTOLD, Verdict
from valla.report.cards import UNCHECKED, Sheet, show_dossier, show_entry
from valla.report.columns import clip
from valla.report.dossiers import Dossier, Standing, gather_dossiers, list_entries, loose_entries
from valla.report.paint import Paint
from valla.report.places import ruler_of
from valla.report.plain import on_one_line
from valla.report.style import Style
from valla.report.tally import tally_outcome
from valla.report.totals_text import show_totals


def render_text(outcome: Outcome, style: Style) -> str:
    """Return the report of an outcome for a terminal of the given width."""
    ruler = ruler_of(outcome.investigation.document)
    sheet = Sheet(width=style.width, paint=Paint(style.colour), ruler=ruler)
    entries = tuple(entry for entry in list_entries(outcome) if entry.standing is Standing.NEW)
    dossiers = gather_dossiers(outcome.investigation, entries)
    shown = [(row.quotation.span, show_dossier(row, sheet)) for row in dossiers if worth_showing(row)]
    loose = loose_entries(outcome.investigation, entries)
    shown += [(entry.finding.span, show_entry(entry, sheet, alone=True)) for entry in loose]
    blocks = [
        [sheet.paint(clip(on_one_line(outcome.investigation.document.name), style.width), "bold")],
        *(block for _, block in sorted(shown)),
        list(show_totals(tally_outcome(outcome, dossiers), dossiers, sheet, strict=style.strict)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def worth_showing(dossier: Dossier) -> bool:
    """Tell whether a quotation has anything to show: a finding other than that it is unchecked, or a difference."""
    if any(entry.finding.code != UNCHECKED for entry in dossier.entries):
        return True
    return dossier.verdict not in {None, Verdict.VERBATIM, Verdict.VARIANT, *UNTOLD}
