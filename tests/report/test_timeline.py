"""The timeline says the same in every form, and none of them lets a text act."""

import json

from valla.corridor import investigate
from valla.date import find_dates, gather_events
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.read import read_document
from valla.report.page.timeline import render_timeline_svg
from valla.report.timeline import (
    list_entries,
    render_timeline_csv,
    render_timeline_forensic,
    render_timeline_json,
    render_timeline_text,
)

TEXT = "Ada Penn was arrested on 9 June 1862. The mill <b>burned</b> by 1850. It reopened about March 1866."


def tables(text: str = TEXT) -> Investigation:
    document = Document(id=DocumentId("essay"), name="essay.txt", text=text)
    times = gather_events(document, find_dates(document))
    return Investigation(document=document, dates=times.dates, events=times.events)


def test_events_stand_in_the_order_of_their_days() -> None:
    rows = json.loads(render_timeline_json(tables()))["entries"]

    assert [row["edtf"] for row in rows] == ["../1850", "1862-06-09", "1866-03~"]
    assert [row["doubtful"] for row in rows] == [False, False, True]


def test_the_forensic_form_has_its_three_columns() -> None:
    lines = render_timeline_forensic(tables()).splitlines()

    assert lines[0] == "datetime,timestamp_desc,message"
    assert sum(line.startswith("1862-06-09T00:00:00+00:00,arrest,") for line in lines) == 1


def test_a_cell_never_begins_a_formula() -> None:
    made = render_timeline_csv(tables("=SUM(1) burned in 1862."))

    assert ",=SUM" not in made
    assert ",'=SUM" in made


def test_words_stay_words_in_the_picture() -> None:
    assert "<b>" not in render_timeline_svg(tables())
    assert "&lt;b&gt;" in render_timeline_svg(tables())


def test_without_dates_nothing_is_drawn() -> None:
    assert render_timeline_text(tables("Nothing is dated.")).startswith("No event")
    assert "<rect" not in render_timeline_svg(tables("Nothing is dated."))


def test_the_year_of_a_cited_work_is_no_event_and_the_day_of_a_letter_is() -> None:
    text = (
        "The keeper was warned on 4 May 1871.\n\n“The lamp is foul.”\nAda Penn, The Long Ledger, 1890, p. 4\n\n"
        "“Send oil.”\nAda Penn, Letter to the Board, 9 June 1871\n"
    )
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")

    entries = list_entries(investigate(document, MemoryLibrary.shelve()))

    assert [entry.edtf for entry in entries] == ["1871-05-04", "1871-06-09"]
    assert entries[0].label.startswith("The keeper was warned")
