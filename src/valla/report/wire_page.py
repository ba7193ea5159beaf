"""The page of the manual on the wire, made from its JSON Schema, so that the two cannot part."""

import json
from collections.abc import Iterator
from typing import Any

from valla.report.wire import SCHEMA_FILE, read_schema

Schema = dict[str, Any]
"""A part of a JSON Schema."""

OPENING = f"""# The wire schema

<!-- Made by docs/build_wire.py from src/valla/report/{SCHEMA_FILE}. Do not edit by hand. -->

Other programs read Valla's results as JSON:

```console
$ valla inspect essay.txt --library sources/          # every table of the investigation
$ valla check essay.txt --format json                 # findings, traces and counts
$ valla check essay.txt --format jsonl                # one finding a line
```

Both documents name their form in `schema`: `valla.inspection/1` and `valla.check/1`. Under the same number keys may be
added, but none is renamed, removed or given another meaning. The JSON Schema (draft 2020-12) lies in the package:

```python
from importlib.resources import files
schema = files("valla.report").joinpath("{SCHEMA_FILE}").read_text("utf-8")
```

**Offsets.** Every `start` and `end` in the essay counts Unicode code points of the original file, decoded, a byte-order
mark not counted; the end is excluded. What Valla took away or put in while reading (markup, hyphens at line ends) is
reckoned with. A file that is no text (Word, ODT, EPUB, RTF, PDF) has no code points: there they count the text as it was
read, and `loci` of the document lead to page or paragraph. A place in a source is given in the text of that source as its reader delivered it; its `exact` words and
the words around it allow it to be found again.

**Order.** Tables are sorted by place. Two runs on the same files give equal bytes.

**Unknown is a value.** What the text leaves open is `null`, with a `reason` beside it. A trace that is `unchecked` says
that nothing is known of the words; it is neither a success nor `not-found`.

**Claims and hands are proposals.** `claims` and `stemma` say what the text states and how it was read. Their ids can be named
in rulings (`valla judge`): what is rejected is in the tables no more, what is accepted bears `accepted`, or `ruling` as its `basis`.
"""


def render_wire_page() -> str:
    """Return the page as Markdown."""
    definitions: dict[str, Schema] = json.loads(read_schema())["$defs"]
    sections = ("\n".join(describe_object(name, schema)) for name, schema in definitions.items())
    return "\n".join([OPENING, *sections])


def describe_object(name: str, schema: Schema) -> Iterator[str]:
    """Yield the lines of one object: what it is, and a table of its keys."""
    yield f"## {name}\n"
    yield f"{schema['description']}\n"
    yield "| key | value | meaning |"
    yield "|---|---|---|"
    required = schema["required"]
    for key, part in schema["properties"].items():
        when = "" if key in required else " (not always there)"
        yield f"| `{key}` | {describe_value(part)}{when} | {escape_cell(part['description'])} |"
    yield ""


def describe_value(part: Schema) -> str:
    """Return what stands under a key, in words, with links to other objects."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in part:
        return " or ".join(map(describe_value, part["anyOf"]))
    if "enum" in part or "const" in part:
        return ", ".join(f"`{value}`" for value in part.get("enum", [part.get("const")]))
    if part["type"] == "array":
        return f"list of {describe_value(part['items'])}"
    if "properties" in part:
        return "counts of " + ", ".join(f"`{key}`" for key in part["properties"])
    kinds = part["type"] if isinstance(part["type"], list) else [part["type"]]
    return " or ".join(kinds)


def escape_cell(text: str) -> str:
    """Return text for a cell of a Markdown table."""
    return text.replace("|", "\\|")
