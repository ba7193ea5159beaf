"""Other works beside the one in which words were found: told by letters, and never instead of a nearer one."""

from tests.trace.bench import source, trace_one

from valla.model.traces import Verdict

TALE = (
    "The harbour master wrote his book by lamplight. On the ninth night the old ferry left the northern pier without a "
    "lantern, and nobody of honour on the quay could say who had cast it off. The clerk sealed the letter and went home."
)
SAID = "the old ferry left the northern pier without a lantern, and nobody of honour on the quay could say who had cast it off"
SCANNED = TALE.replace("northern", "northcrn").replace("lantern", "lantem").replace("nobody", "nohody")
AMERICAN = TALE.replace("honour", "honor")
BEHIND = TALE.replace("without", "with")


def test_a_scanned_edition_is_named_beside_the_clean_one_with_its_own_words() -> None:
    """Its place is that of whole words, though no word was aligned."""
    trace = trace_one(SAID, source("clean", TALE), source("scan", SCANNED))
    assert (trace.verdict, trace.passages[0].document) == (Verdict.VERBATIM, "clean")
    [rival] = trace.rivals
    assert rival.document == "scan"
    assert rival.anchor.exact == SCANNED[SCANNED.index("the old") : SCANNED.index(" off.") + 4]


def test_an_edition_that_has_the_quoted_word_is_found_behind_one_that_has_not() -> None:
    """Where the first work differs gravely every other is asked whether it reads as the quotation does."""
    for changed, whole in (("a-first", "z-last"), ("z-last", "a-first")):
        trace = trace_one(SAID, source(changed, BEHIND), source(whole, AMERICAN))
        assert trace.passages[0].document == whole, changed
        assert trace.verdict is Verdict.VARIANT
        assert [row.document for row in trace.rivals] == [changed]


def test_editions_with_the_same_grave_difference_are_all_told() -> None:
    """None of them may be nearer than the first; their letters are enough to name them."""
    reprint = "A new preface, by another hand. " + BEHIND
    trace = trace_one(SAID, source("first", BEHIND), source("reprint", reprint))
    assert trace.verdict is Verdict.ALTERED
    assert [edit.source for edit in trace.edits] == ["with"]
    assert [row.document for row in (*trace.passages, *trace.rivals)] == ["first", "reprint"]


def test_a_work_that_never_had_the_words_left_out_is_nearer() -> None:
    """What the quotation leaves out is asked for as well as what it puts in."""
    longer = TALE.replace("old ferry", "old and leaking ferry")
    trace = trace_one(SAID, source("a-longer", longer), source("b-american", AMERICAN))
    assert trace.passages[0].document == "b-american"
