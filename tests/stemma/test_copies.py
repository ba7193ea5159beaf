"""Only shared errors speak, and they only propose."""

from random import Random

from eval.tradition import measure_tradition

from valla.corridor import investigate
from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId
from valla.model.witnesses import Basis, Dependence
from valla.model.works import Holding
from valla.read import read_document
from valla.stemma.copies import errors_of, propose_copies, readings_against
from valla.stemma.ruled import rule_dependences, rule_paths

SYLLABLES = "ba ke li mo nu ra se ti vo zu dar fen gol hin jas".split()
WORDS = [f"w{place}" for place in range(40)]


def with_errors(*places: int) -> list[str | None]:
    return [f"{word}!" if place in places else word for place, word in enumerate(WORDS)]


def tradition(**witnesses: list[str | None]) -> dict[DocumentId, list[str | None]]:
    others = {DocumentId(f"other{number}"): with_errors(30 + number) for number in range(8)}
    return others | {DocumentId(name): row for name, row in witnesses.items()}


def test_generated_traditions_are_read_well_enough_and_nobody_innocent_is_accused() -> None:
    figures = measure_tradition(5)

    assert figures["precision"] >= 0.9
    assert figures["recall"] >= 0.6
    assert figures["accused"] <= 0.02


def test_the_copy_is_the_one_that_has_the_errors_of_the_other_and_its_own() -> None:
    proposed = propose_copies(tradition(first=with_errors(1, 2, 3), second=with_errors(1, 2, 3, 4)))

    assert [(row.earlier, row.later, row.shared, row.directed) for row in proposed] == [("first", "second", 3, True)]


def test_agreement_in_what_is_right_accuses_nobody() -> None:
    assert propose_copies(tradition(first=with_errors(1), second=with_errors(2))) == ()


def test_what_half_of_the_witnesses_read_is_nobodys_error() -> None:
    rows = {DocumentId(str(number)): with_errors(*([5] if number % 2 else [])) for number in range(8)}

    assert not any(errors_of(rows).values())


def test_a_cut_is_a_reading_of_its_own() -> None:
    assert readings_against(["a", "b", "c", "d"], ["a", "d"]) == ["a", "", "", "d"]
    assert readings_against(["a", "b", "c"], ["a", "x", "c"]) == ["a", "x", "c"]


def test_sources_on_the_shelf_that_share_errors_are_joined_by_a_dashed_line_only() -> None:
    base = "The keeper rose at four and trimmed the lamp and wrote in the great book that the wind was in the north and that no sail was seen until noon when the boat came"
    worse = base.replace("rose", "woke").replace("great", "green").replace("north", "south")
    worst = worse.replace("noon", "dusk")
    shelf = {f"good{number}": base for number in range(4)} | {"older": worse, "younger": worst}
    sources = [
        Source(holding=Holding(document=DocumentId(name), title=f"Page {name}"), text=f"A page of {name}.\n\n{text}.\n")
        for name, text in shelf.items()
    ]
    essay = read_document(f"He wrote: “{base}.”\n".encode(), id=DocumentId("essay"), name="essay.txt")

    stemma = investigate(essay, MemoryLibrary.shelve(sources)).stemma

    assert [(row.earlier, row.later) for row in stemma.copies] == [("older", "younger")]
    assert all(row.proposed for row in stemma.dependences if row.basis is Basis.ERRORS)


def test_more_than_six_witnesses_of_a_passage_are_compared() -> None:
    chance = Random(4)  # noqa: S311 - a reproducible choice, nothing secret
    base = [f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}" for _ in range(60)]
    worse = [f"{word}x" if place % 15 == 7 else word for place, word in enumerate(base)]
    worst = [f"{word}q" if place == 31 else word for place, word in enumerate(worse)]
    shelf = {f"good{number:02}": base for number in range(10)} | {"older": worse, "younger": worst}
    sources = [
        Source(holding=Holding(document=DocumentId(name), title=name), text=f"Page {name}.\n\n{' '.join(words)}.\n")
        for name, words in shelf.items()
    ]
    essay = read_document(f"He wrote: “{' '.join(base)}.”\n".encode(), id=DocumentId("essay"), name="essay.txt")

    tables = investigate(essay, MemoryLibrary.shelve(sources))

    trace = tables.traces[0]
    assert len({row.document for row in (*trace.passages, *trace.rivals, *trace.further)}) == 12
    assert [(row.earlier, row.later) for row in tables.stemma.copies] == [("older", "younger")]


def test_an_accepted_copy_is_one_line() -> None:
    paths = {"a": ("person:x", "work:older"), "b": ("person:y", "work:younger")}
    row = Dependence(
        giver="work:older", taker="work:younger", basis=Basis.ERRORS, confidence=0.3, reason="errors", proposed=True
    )

    kept, ties, denied = rule_dependences([row], {row.id: True})

    assert [(one.basis, one.proposed) for one in kept] == [(Basis.RULING, False)]
    assert rule_paths(paths, ties) == {"a": paths["a"], "b": ("person:x", "work:older", "work:younger")}
    assert denied == ()
