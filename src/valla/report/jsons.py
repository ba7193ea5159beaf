"""JSON that is safe to print: the same value always as the same bytes, and nothing in it acts on a terminal."""

import json
import re

Json = dict[str, object]
"""A JSON object; the schema of the package says what stands in it."""

ACTING = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def write_json(value: object, *, indent: int | None = 1) -> str:
    """Return a value as JSON, keys in the order given; letters as they are, what acts or cannot be written escaped."""
    separators = (",", ": ") if indent else (",", ":")
    return ACTING.sub(escape, json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def escape(found: re.Match[str]) -> str:
    """Return a character as JSON escapes it; such characters stand only in strings, so its value is kept."""
    return f"\\u{ord(found[0]):04x}"
