"""Dates are read from prose, and what cannot be read stays open."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valla.date import find_dates, gather_events, overrule_dates
from valla.model.anchors import DocumentId
from valla.model.dates import Chronology, When
from valla.model.documents import Document
from valla.text.calendar import date_of, day_number, julian_day, month_length, weekday_of
from valla.text.edtf import bounds_of

PIECES = st.sampled_from(
    ["In ", "1862", "by ", "March ", "3 ", "the end of ", "1930s", "-", "–", " to ", "between ", " and ", "44 BC", "(", ")", ", ",
     "Ada Penn ", "was arrested ", "before ", "a year later", ". ", "\n\n", "XII.", "31 April 1902", "'44", "18th century", "ﬁ", "\u202e"]
)  # fmt: skip


def document_of(text: str) -> Document:
    return Document(id=DocumentId("essay"), name="essay.txt", text=text)


def dates_of(text: str) -> list[When]:
    return list(find_dates(document_of(text)))


def times_of(text: str) -> Chronology:
    document = document_of(text)
    return gather_events(document, find_dates(document))


@pytest.fixture(autouse=True, scope="module")
def _compiled() -> None:
    """Compile the grammar before any example is timed: it is compiled when it is first asked."""
    every = (
        "By 3 March 1862, in the 1930s, 44 BC, the 18th century, XII. '44, 1862-63, a year later, in winter of 1862-63."
    )
    times_of(every + " On 2 May 1871 - 3 June 1871 (4 May) 1871, 3.XII.1871, 1871-05-06, early 1870, nineteen forty.")


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_date_stands_where_it_says_and_touches_no_other(text: str) -> None:
    rows = dates_of(text)

    assert all(row.span.of(text) == row.words for row in rows)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(rows))


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_edtf_that_is_written_can_be_read(text: str) -> None:
    for row in dates_of(text):
        if row.edtf is not None:
            bounds = bounds_of(row.edtf)
            assert bounds is not None
            assert (row.earliest, row.latest) == (bounds.earliest, bounds.latest)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_events_never_raise_and_their_dates_are_in_the_table(text: str) -> None:
    times = times_of(text)
    known = {row.id for row in times.dates}

    assert all(set(event.when) <= known for event in times.events)


@given(st.integers(-900_000, 900_000))
def test_a_day_and_its_number_are_one(number: int) -> None:
    year, month, day = date_of(number)

    assert day_number(year, month, day) == number
    assert 1 <= day <= month_length(year, month)


def test_days_that_are_known() -> None:
    assert day_number(1970) == 0
    assert weekday_of(day_number(1861, 12, 12)) == 4
    assert julian_day(1917, 10, 25) == day_number(1917, 11, 7)


def test_what_is_told_from_another_moment_is_a_marked_guess() -> None:
    told = dates_of("In October 1927 they marched. He was deported a year later.")[1]

    assert told.edtf is None
    assert told.inferred == "1928~"
    assert told.relative is not None


def test_a_day_without_a_year_keeps_it_open() -> None:
    row = dates_of("Nothing before. It opened on May 3, they say.")[0]

    assert row.edtf == "XXXX-05-03"
    assert row.earliest is None


def test_an_impossible_day_has_no_edtf_and_a_reason() -> None:
    row = dates_of("He signed on 30 February 1936.")[0]

    assert row.edtf is None
    assert row.fault is not None


def test_bounds_are_carried_along_what_is_said_of_the_order() -> None:
    times = times_of(
        "Ada Penn was arrested in May 1862. Ira Stone died in June 1866. Ada Penn was arrested before Osric Thane was released. "
        "Osric Thane was released before Ira Stone died."
    )
    thane = next(row for row in times.events if row.subject == "Osric Thane")

    assert thane.earliest == day_number(1862, 5, 1)
    assert thane.latest == day_number(1866, 6, 30)


def test_a_ruling_on_a_date_is_carried_through() -> None:
    times = times_of("Ada Penn was arrested in May 1862.")
    ruled = overrule_dates(times, {times.dates[0].id: "1863-02"})

    assert ruled.dates[0].edtf == "1863-02"
    assert ruled.events[0].earliest == day_number(1863, 2, 1)


def test_a_ruling_that_is_no_date_changes_nothing() -> None:
    times = times_of("Ada Penn was arrested in May 1862.")

    assert overrule_dates(times, {times.dates[0].id: "soon"}) == times
