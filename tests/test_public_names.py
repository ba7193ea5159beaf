"""The public surface: these names, and each of them there."""

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
