"""A letter in the spelling of its time, quoted in modern spelling, and a book that also quotes a phrase of it anew."""

import pytest
from tests.trace.bench import source, trace_one

from valla.model.traces import HARMLESS, Concern, Verdict

OLD = """\
Syr, out of the goode will I beare to youre howse I wold advyse yow to kepe frome the faire at Lindow, for the ferriman
hath solde his olde barge and beleeveth that noe man will aske for it; and yf yow love youre sonnes, burne this paper whan
yow have redd it, and lett no frende of myne knowe whoe hath wrytten.
"""
BOOK = f"""\
It was found under the door, without a name.

{OLD}
So much for the paper. Of its words we need only consider these, which the clerk read aloud at the inn in the spelling of
our own day, that the ferryman has sold his old barge and believes that no man will ask for it; and on them all the rest
was built, the search of the loft, the two arrests, and the sermon.
"""
MODERN = (
    "Sir, out of the good will I bear to your house I would advise you to keep from the fair at Lindow, for the ferryman "
    "has sold his old barge and believes that no man will ask for it; and if you love your sons, burn this paper when you "
    "have read it, and let no friend of mine know who has written."
)
HOME = source("book", BOOK, title="The Paper under the Door", author="Clara Rhomberg", year="1841")
CITED = {"title": "The Paper under the Door", "author": "Clara Rhomberg"}


def test_a_letter_in_modern_print_is_found_in_the_spelling_of_its_time() -> None:
    trace = trace_one(MODERN, HOME, **CITED)
    assert trace.verdict is Verdict.VARIANT
    assert [passage.anchor.exact.split()[0] for passage in trace.passages] == ["Syr,"]


def test_what_differs_besides_the_spelling_is_told() -> None:
    trace = trace_one(MODERN.replace("will ask", "will pay"), HOME, **CITED)
    grave = [(edit.quoted, edit.source) for edit in trace.edits if edit.concern not in HARMLESS]
    assert grave == [("pay", "aske")]


LEDGER = source(
    "ledger",
    "Upon the xi day of the moneth Faulknor paide for seaven barrels of salt and the carriage of them to the upper ferry.\n",
    title="The Ferry Ledger",
    author="Clara Rhomberg",
    year="1841",
)
LEDGER_CITED = {"title": "The Ferry Ledger", "author": "Clara Rhomberg"}


@pytest.mark.parametrize(
    "words",
    [
        "Upon the 11 day of the month Faulknor paid for seven barrels of salt and the carriage of them to the upper ferry",
        "Faulknor paid for seven barrels of salt and the carriage of them to the upper ferry",
        "Upon the xi day of the moneth Faulknour paide for seaven barrells of salt and the carriage of them",
    ],
)
def test_numbers_and_names_may_be_spelt_otherwise(words: str) -> None:
    trace = trace_one(words, LEDGER, **LEDGER_CITED)
    assert trace.verdict is Verdict.VARIANT, trace.edits


def test_another_number_in_roman_figures_is_another_number() -> None:
    trace = trace_one("Upon the 12 day of the moneth Faulknor paide for seaven barrels of salt", LEDGER, **LEDGER_CITED)
    assert [(edit.concern, edit.quoted) for edit in trace.edits if edit.concern not in HARMLESS] == [
        (Concern.NUMBER, "12")
    ]
