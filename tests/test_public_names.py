"""The public surface: these names, and each of them there."""

import subprocess
import sys

import pytest

import valla


def test_the_public_names_are_these_and_all_are_there() -> None:
    assert sorted(valla.__all__) == valla.__all__
    assert [name for name in valla.__all__ if not hasattr(valla, name)] == []


def test_the_stages_carry_their_verbs() -> None:
    stages = {
        "attribute_quotations",
        "find_quotations",
        "read_document",
        "run_rules",
        "trace_quotations",
        "investigate",
    }

    assert stages <= set(valla.__all__)


@pytest.mark.parametrize("before", ["", "import valla.cli.check, valla.corridor"])
def test_no_public_name_gives_a_module_whatever_was_imported_before(before: str) -> None:
    asked = f"""
{before}
from types import ModuleType
import valla
for name in valla.__all__:
    scope = {{}}
    exec(f"from valla import {{name}} as got", scope)
    assert not isinstance(scope["got"], ModuleType), name
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)

    assert done.stderr == ""
