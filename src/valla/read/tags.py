"""HTML cut into words, references, tags and comments, each with its exact place.

A tokenizer of its own because places are the product, and because it must stay linear on any input: a construct that
is not closed is looked for once, and from then on its opening is taken for text. The rules for what ends what follow
the tokenization chapter of the HTML standard as far as text is concerned.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

OPENING = re.compile(r"<!--|<[!?]|</?(?=[A-Za-z])|&")
TAG = re.compile(r"""</?([A-Za-z][^\s/>]*+)((?:[^>"']|"[^"]*+"|'[^']*+')*+)>""")
BARE = re.compile(r"</?([A-Za-z][^\s/>]*+)([^>]*+)>")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
RAW = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea", "title"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One piece of a page: `kind` is "words", "reference", "open", "close" or "comment"; `words` what it says."""

    kind: str
    start: int
    end: int
    words: str
    attributes: str = ""

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, empty where the tag has none of that name."""
        for match in ATTRIBUTE.finditer(self.attributes[:4096]):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or "")
        return ""


@dataclass(slots=True)
class Cutter:
    """Cuts one page; remembers which closings do not occur any more, so that none is looked for twice."""

    page: str
    missing: set[str] = field(default_factory=set)

    def tokens(self, at: int = 0, end: int | None = None) -> Iterator[Token]:
        """Yield the tokens of the page from one place to another, in order."""
        end = len(self.page) if end is None else end
        while at < end:
            match = OPENING.search(self.page, at, end)
            stop = match.start() if match else end
            if stop > at:
                yield Token(kind="words", start=at, end=stop, words=self.page[at:stop])
            if match is None:
                return
            token = self.token_at(stop, end)
            yield token
            at = self.behind(token, end)

    def token_at(self, at: int, end: int) -> Token:
        """Return the token that begins with an opening; where nothing closes it, its first letter as words."""
        if self.page[at] == "&":
            return self.reference(at)
        if self.page.startswith("<!--", at):
            return self.until("-->", at, end, "comment")
        if self.page[at + 1] in "!?":
            return self.until(">", at, end, "comment")
        return self.tag(at, end)

    def reference(self, at: int) -> Token:
        """Return a character reference as the character it stands for."""
        match = REFERENCE.match(self.page, at)
        meant = unescape(match[0]) if match else "&"
        if match is None or meant == match[0]:
            return Token(kind="words", start=at, end=at + 1, words="&")
        return Token(kind="reference", start=at, end=match.end(), words=meant)

    def until(self, closing: str, at: int, end: int, kind: str) -> Token:
        """Return the token that runs to a closing."""
        found = -1 if closing in self.missing else self.page.find(closing, at + 2, end)
        if found < 0:
            self.missing.add(closing)
            return Token(kind="words", start=at, end=at + 1, words=self.page[at])
        return Token(kind=kind, start=at, end=found + len(closing), words=self.page[at + 4 : found])

    def tag(self, at: int, end: int) -> Token:
        """Return a tag; one whose quoted attribute is never closed ends at the next `>`."""
        for name, form in (("tag", TAG), ("bare", BARE)):
            match = None if name in self.missing else form.match(self.page, at, end)
            if match:
                kind = "close" if self.page[at + 1] == "/" else "open"
                return Token(kind=kind, start=at, end=match.end(), words=match[1].lower(), attributes=match[2])
            self.missing.add(name)
        return Token(kind="words", start=at, end=at + 1, words=self.page[at])

    def behind(self, token: Token, end: int) -> int:
        """Return where to go on: behind the token, or behind the whole element where its content is no text."""
        if token.kind != "open" or token.words not in RAW or token.attributes.endswith("/"):
            return token.end
        closing = re.compile(f"</{token.words}", re.IGNORECASE)
        match = None if token.words in self.missing else closing.search(self.page, token.end, end)
        if match is None:
            self.missing.add(token.words)
            return token.end
        return match.start()
