"""Whose note it is: a mark in a break, before the next quotation, behind another; what argues; what goes on below."""

from tests.quote.finding import read_text

from valla.model.works import Citation
from valla.quote import attribute_quotations, find_quotations

NOTES = """

[1] Mill, _The North Gate_, p. 7.

[2] _History_, i. 92.

[3] Bell (_The Mill Race_, p. 9) denies this.

[4] Reed, _Sluices and Weirs_, p. 40, has a verse:

"The water ran as water will."

[5] _Ibid._ 41.
"""


def cited(running: str) -> dict[str, Citation]:
    """Return the citation of each quotation by its first word."""
    document = read_text(running + NOTES)
    found = find_quotations(document)
    words = {row.id: row.anchor.exact.split()[0].strip(',"') for row in found.quotations}
    return {words[row.quotation]: row for row in attribute_quotations(document, found).citations}


def test_a_mark_in_the_break_of_a_quotation_is_its_own() -> None:
    told = cited('"Nobody," writes Mill,[1] "was seen at the gate that night by the keeper of the lamp."')

    assert told["Nobody"].title == "The North Gate"


def test_a_mark_that_leads_up_to_the_next_quotation_is_not_the_one_before() -> None:
    told = cited(
        'The clerk spoke of "the late alarm of the whole town," on which Mill observes,[1] '
        '"It seems that the alarm was given by the clerk himself and by nobody else."'
    )

    assert told["It"].title == "The North Gate"
    assert "the" not in told


def test_quotations_joined_by_and_share_the_note_at_their_end() -> None:
    told = cited(
        'The mayor wrote that "the wheel was stopped by no hand of ours," and that "race and pond ran dry by noon."[1]'
    )

    assert told["the"].title == "The North Gate"
    assert told["race"].title == "The North Gate"


def test_a_title_that_names_nothing_alone_is_by_the_speaker_at_whose_name_the_mark_stands() -> None:
    told = cited('As Mr. Warburton tells us,[2] "the gate was shut from the eve of the fair until the ninth of May."')

    assert (told["the"].author, told["the"].title) == ("Warburton", "History")


def test_what_a_note_cites_while_it_argues_is_doubtful() -> None:
    told = cited('The keeper swore that "he had never left the lamp that night for any reason."[3]')

    assert told["he"].doubtful


def test_a_reference_back_counts_the_notes_as_wholes() -> None:
    told = cited('The verse goes on, one hears.[4] The smith said "he never saw it stand still at all."[5]')

    assert (told["he"].title, told["he"].pages) == ("Sluices and Weirs", "41")
