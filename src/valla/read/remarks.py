"""Comments to Valla (`<!-- valla: ... -->`), which are taken out of the text."""

import re

COMMENT = re.compile(r"<!--(\s*valla:[^>]{0,2000}?)-->")
"""A comment to Valla in plain text. It cannot hold a `>` and is bounded, so that looking for it stays linear."""


def is_remark(comment: str) -> bool:
    """Tell whether the words of a comment speak to Valla."""
    return comment.lstrip().startswith("valla:")
