"""Places that are like a quotation, too little or only in their letters; and how a heading's first lines are read."""

import pytest
from tests.trace.bench import Essay, source

from valla.model.anchors import DocumentId
from valla.model.traces import Verdict
from valla.read import read_document
from valla.read.heads import read_head

LOG = (
    "The harbour master wrote to the council in the spring of that year, and the letter lay unread for eleven weeks. "
    "When at last the clerk broke its seal the sluices had been carried away and the lower quarter stood under water. "
)
LEDGER = (
    "Of the ninety casks of salted herring that were landed only sixty reached the upper market. The others were "
    "counted twice, once by the tally man of the quay and once by his brother, who kept the weighing house. "
)


def test_a_phrase_that_stands_elsewhere_does_not_make_a_quotation_found() -> None:
    essay = Essay().quote(
        "Nobody had warned our millers, for, since that year, and the letter lay unread for eleven weeks, oats, barley, "
        "hops rotted below Saint Anne's chapel bridge; no cart came down, no ferryman called, nobody paid"
    )
    [trace] = essay.trace([source("log", LOG * 3), source("ledger", LEDGER * 3)])

    assert trace.verdict is Verdict.UNCHECKED
    assert not trace.passages
    assert trace.reason == "no work is named; not in the library held"


@pytest.mark.parametrize(
    ("misread", "name"),
    [
        ("whem at 1ast the clerk hroke its 5eal fhe sluices had becn car ried awny", "log"),
        ("cou nted twicc, ouce bythe ta1ly mau of the qnay and 0nce by hi5 brofher", "ledger"),
    ],
)
def test_words_are_known_by_their_letters_where_hardly_one_is_whole(misread: str, name: str) -> None:
    [trace] = Essay().quote(misread).trace([source("log", LOG), source("ledger", LEDGER)])

    assert [passage.document for passage in trace.passages] == [name]
    assert trace.verdict in {Verdict.VARIANT, Verdict.ALTERED}


@pytest.mark.parametrize(
    "text",
    [
        "THE SALT TAX\n\nBeing a history of it.\n\nChapter I\n\nIt began in March.\n",
        "It began in March and ended\nin May.\n\n“So they said.”\n\nThe Clerk\n\nThe Second Letter\n\nDear Sir,\n",
        "no heading here at all\nnor there\n\nand so on, and so on.\n",
        "[1] A Note Like a Heading\n\nThe Text [1] Goes On\n",
    ],
)
def test_the_first_lines_have_the_heading_that_the_whole_document_has(text: str) -> None:
    whole = read_document(text.encode(), id=DocumentId("a"), name="a.txt")
    head = read_head(text.encode(), name=DocumentId("a"), file="a.txt")

    assert head.text == whole.text
    headings = [[block.span for block in row.blocks if block.kind.value == "heading"][:1] for row in (head, whole)]
    assert headings[0] == headings[1]
