"""What the metadata of a file say of its work, brought into one form."""

import re

YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")


def year_in(words: str) -> str | None:
    """Return the first year in figures."""
    match = YEAR.search(words)
    return match[1] if match else None
