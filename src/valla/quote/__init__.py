"""Document to quotations, and quotations to who said them and where they stand."""

from valla.quote.attribute import attribute_quotations
from valla.quote.finding import find_quotations

__all__ = ["attribute_quotations", "find_quotations"]
