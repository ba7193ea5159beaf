"""Facts about lives, as the user's own file gives them: data with their source, never part of the code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Fact:
    """One thing that a file says of one person, with the day as EDTF; an alias without a day has an empty one.

    `kind` is "born", "arrested", "released", "died", "in-office" or "alias". `source` names the file, the line, and
    what the file itself gives as its source.
    """

    person: str
    aliases: tuple[str, ...]
    kind: str
    edtf: str
    source: str
