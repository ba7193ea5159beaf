"""Quotations told by their letters: how much a place tells, and that it is found where no word is whole."""

from hypothesis import given
from hypothesis import strategies as st
from tests.trace.bench import Essay, source

from valla.model.traces import Verdict
from valla.trace.lines import line_of
from valla.trace.misread import letters_read, likest, misread_bits, told_at
from valla.trace.rarity import Rarity

HAYSTACK = "Nobody knew what the pilot had written in the margin of his chart, and nobody asked him about it. " * 30
WORDS = "the harbour master counted eleven barges under the northern bridge before the tide turned"
READ = "tbe harb0ur mastcr connted elevcn bargcs nnder thc n0rthern hridge hefore tbe tidc turncd"


def shelf(words: str) -> list:  # type: ignore[type-arg]
    return [source("chronicle", HAYSTACK + words[0].upper() + words[1:] + ". " + HAYSTACK), source("annals", HAYSTACK)]


@given(st.text("abcdefgh", max_size=40), st.text("abcdefgh", max_size=40))
def test_misreadings_cost_bits_and_equal_letters_none(one: str, other: str) -> None:
    assert misread_bits(one, one) == 0
    assert (misread_bits(one, other) > 0) is (one != other)


def test_a_letter_that_is_often_misread_costs_less_than_any_other() -> None:
    assert misread_bits("thebarge", "tbebarge") < misread_bits("thebarge", "twebarge")
    assert misread_bits("northern", "northem") < misread_bits("northern", "northezp")


def test_the_likest_place_is_the_first_of_equal_ones_and_none_below_the_floor() -> None:
    places = [line_of(text) for text in ("A quiet quay.", "The barge sank. The barge sank.")]

    spot = likest("thebargesank", places, 60.0)

    assert spot is not None
    assert (spot.place, spot.first, spot.last, spot.score) == (1, 0, 12, 100.0)
    assert likest("zzzzzzzzzzzz", places, 60.0) is None


def test_what_words_tell_counts_on_the_side_on_which_they_are_whole() -> None:
    rarity = Rarity(counts={"the": 900, "barge": 300, "sank": 300}, total=10_000, words=100_000)
    [whole, spoilt] = [line_of(text) for text in ("the barge sank", "tbc harge saulc")]
    keys, misread = ("the", "barge", "sank"), ("tbc", "harge", "saulc")

    told = [
        told_at("".join(mine), mine, spot, place, rarity)
        for mine, place in ((keys, spoilt), (misread, whole))
        if (spot := likest("".join(mine), [place], 40.0))
    ]

    assert len(told) == 2
    assert max(told) <= rarity.tells(keys) < rarity.tells(misread)


def test_figures_in_words_are_read_as_letters() -> None:
    assert letters_read("the n0rthern 5hore in 1805") == "thenorthernshorein"


def test_a_quotation_few_of_whose_words_are_whole_stands_where_its_letters_do() -> None:
    [trace] = Essay().quote(READ).trace(shelf(WORDS))

    assert trace.passages[0].anchor.document == "chronicle"
    assert trace.passages[0].anchor.exact.lower() == WORDS
    assert len(trace.passages) == 1


def test_round_brackets_do_not_hinder_that() -> None:
    words = WORDS.replace("counted eleven barges", "(counted) eleven barges")
    [trace] = Essay().quote(READ.replace("connted", "(connted)")).trace(shelf(words))

    assert trace.passages[0].anchor.exact.lower() == words


def test_known_words_at_an_end_that_stand_elsewhere_are_no_misreading() -> None:
    [trace] = Essay().quote("The harbour master counted nobody about his margin").trace(shelf(WORDS))

    assert not trace.passages


def test_what_is_garbled_and_stands_nowhere_is_not_found() -> None:
    other = "fhe old ph1losopher hurned evcry l ettcr tbat h1s dau gbter bad scnt hirn"
    [trace] = Essay().quote(other).trace(shelf(WORDS))

    assert trace.verdict is Verdict.UNCHECKED
    assert not trace.passages


def test_a_long_text_whose_words_are_all_divided_otherwise_is_no_burden() -> None:
    prose = " ".join(f"the {word} boat number {count} of the ferry" for count, word in enumerate(["green", "old"] * 80))
    letters = prose.replace(" ", "")
    spaced = " ".join(letters[at : at + 7] for at in range(0, len(letters), 7))
    [trace] = Essay().quote(spaced).trace([source("register", prose)])

    assert trace.passages
    assert len(trace.edits) < 5
