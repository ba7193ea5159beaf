"""A text with absurdly many quotations is examined in part, and says so."""

from valla.model.anchors import DocumentId
from valla.quote.bounds import keep_first
from valla.quote.finding import find_quotations
from valla.read import read_document


def test_the_first_quotations_are_kept_with_their_rows_and_the_rest_is_counted() -> None:
    words = "He said, “We waited … for the boat.” She said, “It never [once] came.” They said, “Nobody asked why.”"
    found = find_quotations(read_document(words.encode(), id=DocumentId("e"), name="e.txt"))

    kept = keep_first(found, most=1)

    assert len(found.quotations) == 3
    assert kept.quotations == found.quotations[:1]
    assert kept.unexamined == 2
    assert len(kept.ellipses) == 1
    assert kept.insertions == ()
    assert keep_first(found) is found
