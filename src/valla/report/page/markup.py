"""HTML by construction: text becomes markup only by being escaped, so that no text can become markup.

Acting characters (controls, direction overrides) are made visible on the way; see `valla.report.plain`.
"""

from html import escape

from valla.report.plain import show_safely


class Markup(str):
    """Finished HTML. Only this module and constants of the room make it."""

    __slots__ = ()


NOTHING = Markup()
VOID = frozenset({"br", "input", "meta"})
"""Elements that the room uses and that have no content."""


def element(name: str, /, *content: str, **attributes: str | bool | None) -> Markup:
    """Return an element. Content that is not markup is escaped; attributes that are None or False are left out.

    An underscore in an attribute's name stands for a hyphen; one at its end keeps it apart from a word of Python.
    """
    opening = f"<{name}{''.join(attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opening if name in VOID else f"{opening}{''.join(map(finished, content))}</{name}>")


def attribute(name: str, value: str | bool | None) -> str:
    """Return one attribute with the blank before it, or nothing."""
    if value is None or value is False:
        return ""
    spelled = name.rstrip("_").replace("_", "-")
    return f" {spelled}" if value is True else f' {spelled}="{escape(show_safely(value))}"'


def finished(content: str) -> str:
    """Return content as markup: as it is where it is markup, else escaped."""
    return content if isinstance(content, Markup) else escape(show_safely(content), quote=False)


def join(*parts: str) -> Markup:
    """Return parts one after the other as markup."""
    return Markup("".join(map(finished, parts)))


def isolated(words: str) -> Markup:
    """Return words whose direction of writing touches nothing around them."""
    return element("bdi", words)


def unseen(words: str) -> Markup:
    """Return words that are read aloud but not shown."""
    return element("span", words, class_="vh")


def row(*cells: str, head: bool = False) -> Markup:
    """Return a table row; the first cell of a body row is its heading."""
    if head:
        return element("tr", *(element("th", cell, scope="col") for cell in cells))
    first, *rest = cells
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))


def table(caption: str, heads: tuple[str, ...], rows: list[Markup]) -> Markup:
    """Return a table that scrolls in its own frame where the page is narrow."""
    made = element(
        "table", element("caption", caption), element("thead", row(*heads, head=True)), element("tbody", *rows)
    )
    return element("div", made, class_="frame", tabindex="0", role="group", aria_label=caption)
