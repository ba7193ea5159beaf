"""How a report is to look."""

from dataclasses import dataclass

from valla.model.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the door knows and a report cannot: whether the terminal shows colours, how wide it is, how strict to be."""

    colour: bool = False
    width: int = 80
    strict: bool = False
    views: tuple[View, ...] = ()  # pictures of passages on their pages
