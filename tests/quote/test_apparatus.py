"""Lists and corrections around a text quote nobody; the text between them does."""

from tests.quote.finding import read_text

from valla.quote import find_quotations

FRONT = """THE LAMP ON THE MOLE

CONTENTS

How the lamp was called "the widow" by the pilots 3
The keeper's "short way" with the harbour master 9

CHAPTER I

The keeper said that "the lamp was lit at six and burned until the morning tide." Nobody doubted it then.
"""
BODY = "\n\n".join(
    f"The pilots came in that night, number {n} of them, and said nothing of the lamp at all." for n in range(9)
)
BACK = """

INDEX

Lamp, called "the widow," 3; put out, 9

A LIST OF BOOKS PRINTED FOR THE SOCIETY

THE PILOT. "A book for every shelf in the land." Cloth, 6s.

Transcriber's Notes

"simlpy" corrected to "simply" on page 2
"""


def quoted(text: str) -> list[str]:
    """Return the words of each quotation."""
    return [" ".join(row.anchor.exact.split()) for row in find_quotations(read_text(text)).quotations]


def test_only_the_text_quotes() -> None:
    assert quoted(FRONT + "\n" + BODY + BACK) == ["the lamp was lit at six and burned until the morning tide."]


def test_an_author_who_speaks_again_behind_the_index_is_read_again() -> None:
    again = '\n\nAPPENDIX\n\nThe harbour master wrote that "no keeper of mine ever let the lamp go out."\n'

    assert quoted(FRONT + "\n" + BODY + BACK + again)[-1] == "no keeper of mine ever let the lamp go out."


def test_a_word_that_names_such_a_list_is_no_heading_in_a_sentence() -> None:
    text = 'The index was his own.\n\nContents apart, he said that "the book was as good as any other on the mole."\n'

    assert quoted(text) == ["the book was as good as any other on the mole."]
