"""Quotations put to a library by themselves, without the text that quotes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Slip:
    """Words to be traced: a name that is given back with the answer, and the work cited, if one is.

    `cited` is a title, an author with a title, or the id of a document of the library (its path below the folder).
    """

    id: str
    quote: str
    cited: str | None = None
