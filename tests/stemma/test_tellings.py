"""Who told whom, in the author's sentences and in quoted words; texts are invented."""

import pytest
from tests.stemma.test_chains import hands_of, tables_of

from valla.model.anchors import Span
from valla.stemma.tellings import tellings_in


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        ("Mrs Voss testified that Mr Pask had told her of the fire.", ["Mr Pask", "Mrs Voss"]),
        (
            "According to the affidavit of Mr Amory, the groom had told him that the lamp was out.",
            ["the groom", "Mr Amory", "the affidavit of Mr Amory"],
        ),
        ("Ada Lund had the story from the miller's wife.", ["the miller's wife", "Ada Lund"]),
        (
            "The widow told her niece; the niece told Doctor Weiss that it was bought.",
            ["The widow", "her niece", "Doctor Weiss"],
        ),
        (
            "His brother Emil told the Courier that Holt had complained of the door.",
            ["Holt", "His brother Emil", "the Courier"],
        ),
    ],
)
def test_a_sentence_that_tells_of_hands_has_a_chain(text: str, hands: list[str]) -> None:
    assert hands in hands_of(f"The mill burnt in May.\n\n{text}\n")


def test_what_was_told_within_the_quoted_words_stands_before_the_speaker() -> None:
    text = "The monk Aldred says where he had it:\n\n“I heard these things from Prior Osmund, who had them from the sacristan Edric.”\nAldred, *The Hand*, 1880, p. 12\n"

    assert hands_of(text) == [["the sacristan Edric", "Prior Osmund", "Aldred", "The Hand"]]


@pytest.mark.parametrize(
    "text",
    [
        "He told the truth about the barrels in the cellar.",
        "The keeper was admitted to the vault by a side door.",
        "London rang with the news that the plot had been discovered.",
    ],
)
def test_what_only_sounds_like_a_telling_has_none(text: str) -> None:
    assert not any(row.taker for row in tellings_in(text, Span(0, len(text))))


def test_a_listener_is_no_hand_where_a_paper_has_the_words() -> None:
    text = "Pask told the jury: “The lamp was out at nine, and I never lit it again that night.” (*Minutes of Evidence*, 1862, p. 4)\n"

    assert not any("jury" in name for hands in hands_of(text) for name in hands)


def test_long_paragraphs_of_tellings_take_time_in_their_length() -> None:
    text = "Mrs Voss told Mr Pask that the clerk had told her so, and " * 400

    assert tables_of(f"{text}it was so.\n").stemma.chains is not None
