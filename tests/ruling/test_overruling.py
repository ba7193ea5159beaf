"""A person's word in the place of what was worked out."""

from valla.corridor import investigate
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.model.investigation import Investigation
from valla.model.judgements import Judgement, Ruling
from valla.model.traces import Verdict
from valla.read import read_document

TEXT = "The mill belonged to Josiah Vane. “I burnt the letter before the clerk could read it,” said Vane."


def investigated(*judgements: Judgement) -> Investigation:
    document = read_document(TEXT.encode(), id=DocumentId("essay"), name="essay.txt")
    return investigate(document, MemoryLibrary(()), judgements=judgements)


def setting(field: str, value: str) -> Judgement:
    on = (investigated().quotations[0].id,)
    return Judgement(
        by="Ines", at="2026-05-01", kind=Ruling.SET, on=on, field=field, value=value, why="his hand", line=1
    )


def test_a_speaker_is_bound_to_the_person() -> None:
    assert investigated().attributions[0].entity == "person:josiah-vane"


def test_a_speaker_is_overruled() -> None:
    row = investigated(setting("speaker", "Amos Pell")).attributions[0]

    assert (row.name, row.confidence) == ("Amos Pell", 1.0)
    assert "Ines" in row.reason


def test_a_verdict_is_overruled_where_the_trace_can_bear_it() -> None:
    assert investigated(setting("verdict", "not-found")).traces[0].verdict is Verdict.NOT_FOUND
    assert investigated(setting("verdict", "verbatim")).traces[0].verdict is Verdict.UNCHECKED
