"""Q140 dangling-introduction: a quotation is announced, and none follows.

## What it finds
A sentence with a verb of saying that ends its paragraph with a colon, where neither a quotation nor a list follows.

## Why it matters
Something was lost: the words, or their marks. The reader takes the author's next paragraph for the witness's words.

## What it does not mean
Not that the words never stood there.

## What to do
Put the quotation in, set it off by marks, or end the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.text.words import flatten

RULE = Rule(code="Q140", name="dangling-introduction", severity=Severity.NOTE, since="0.2", default=False)

SAYING = re.compile(
    r"\b(?:said|says|wrote|writes|writing|stated|states|declared|testified|swore|asked|answered|replied|told|announced|"
    r"confessed|admitted|explained|commented|reported|recalled|words?|statement|letter|testimony)\b[^.!?]{0,80}:$"
)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each paragraph that ends in an announcement with nothing after it."""
    document = investigation.document
    starts = [row.span.start for row in investigation.quotations]
    for place, block in enumerate(document.blocks):
        words = flatten(block.span.of(document.text))
        if block.kind is BlockKind.PARAGRAPH and SAYING.search(words[-200:].rstrip()):
            following = document.blocks[place + 1] if place + 1 < len(document.blocks) else None
            if not follows(following, block, starts) and not quoted(investigation, block):
                at = Span(max(block.span.start, block.span.end - 160), block.span.end)
                yield RULE.finding(at, "A quotation is announced here, and none follows.")


def follows(following: Block | None, block: Block, starts: list[int]) -> bool:
    """Tell whether a quotation, a list or set-off matter comes after a paragraph."""
    if following is None or following.kind is BlockKind.HEADING:
        return False
    if following.kind is not BlockKind.PARAGRAPH:
        return True
    place = bisect_left(starts, block.span.end - 1)
    return place < len(starts) and starts[place] < following.span.end


def quoted(investigation: Investigation, block: Block) -> bool:
    """Tell whether the end of a paragraph stands inside a quotation."""
    return any(row.span.start < block.span.end <= row.span.end + 3 for row in investigation.quotations)
