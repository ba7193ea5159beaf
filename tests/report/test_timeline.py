"""The timeline says the same in every form, and none of them lets a text act."""

import json

from valla.date import find_dates, gather_events
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.report.page.timeline import render_timeline_svg
from valla.report.timeline import (
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
