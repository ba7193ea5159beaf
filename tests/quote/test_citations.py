"""What a line below or a note says of where words stand, and what it only says of the paper they are on."""

import pytest

from valla.quote.citations import read_citation


@pytest.mark.parametrize(
    "words",
    [
        '_Addressed_ "To the Right Honourable the Warden of the Harbour give these."',
        "Endorsed in another hand, “Of the Harbour and its Wall.”",
        "*Superscribed* “To my loving Brother at Penny Quay”",
    ],
)
def test_what_stands_on_the_outside_of_a_letter_is_no_work(words: str) -> None:
    assert read_citation(words) is None


def test_a_work_that_is_addressed_to_someone_is_one() -> None:
    reading = read_citation("Ada Penn, _An Address to the Warden of the Harbour_, 1871, p. 4.")

    assert reading is not None
    assert reading.title == "An Address to the Warden of the Harbour"
