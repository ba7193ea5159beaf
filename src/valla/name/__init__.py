"""Names: from the text to every mention of a person, group, place or work, and to whom or what each means."""

from valla.name.gather import gather_entities
from valla.name.mentions import find_mentions
from valla.name.speakers import link_speakers

__all__ = ["find_mentions", "gather_entities", "link_speakers"]
