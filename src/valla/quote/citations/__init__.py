"""Reading one citation: its words in, its fields out. The forms of many schools and languages, by grammar alone."""

from valla.quote.citations.fields import Reading
from valla.quote.citations.parse import read_citation

__all__ = ["Reading", "read_citation"]
