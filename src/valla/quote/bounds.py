"""How many quotations of one text are examined: a bound that no book reaches, so that no text can hold Valla up."""

from valla.model.quotations import Found

MOST = 10_000
MOST_MARKS = 100_000  # a long book has five thousand


def keep_first(found: Found, most: int = MOST, left_out: int = 0) -> Found:
    """Return the tables for the first quotations of a text, and the number of those left out, here or before."""
    if len(found.quotations) <= most and not left_out:
        return found
    kept = found.quotations[:most]
    ids = {row.id for row in kept}
    return Found(
        quotations=kept,
        titles=found.titles,
        repairs=tuple(row for row in found.repairs if row.quotation in ids),
        ellipses=tuple(row for row in found.ellipses if row.quotation in ids),
        insertions=tuple(row for row in found.insertions if row.quotation in ids),
        settings=tuple(row for row in found.settings if row.quotation in ids),
        strays=found.strays,
        unexamined=left_out + max(0, len(found.quotations) - most),
    )
