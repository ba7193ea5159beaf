"""Document to quotations, and quotations to who said them and where they stand."""

from valla.quote.finding import find_quotations

__all__ = ["find_quotations"]
