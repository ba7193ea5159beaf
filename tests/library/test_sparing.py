"""Leaving the commonest seeds out at first changes no answer."""

from functools import partial

import numpy as np
import pytest
from tests.library.cases import make_slips, write_library

from valla.files.index import make_index
from valla.files.libraries import open_library
from valla.library import sparing
from valla.library.harvest import Harvest, Likely
from valla.library.indexed import IndexedLibrary
from valla.library.lookups import Met, Texts
from valla.library.places import Chosen
from valla.library.seeds import sow
from valla.library.segments import look_up
from valla.model.anchors import Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe


def probe(words: str) -> Probe:
    return Probe(quotation=QuotationId("q"), span=Span(0, len(words)), text=words, offsets=(Span(0, len(words)),))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[IndexedLibrary, list[str]]:
    folder, place = tmp_path_factory.mktemp("library"), tmp_path_factory.mktemp("index")
    texts = write_library(folder, 21, documents=60, words=500)
    for number in range(40):  # works that share a great deal, so that common seeds are common
        (folder / f"common-{number:02}.txt").write_text(
            f"Work {number}\n\n{texts[number % 7][:900]}\n\n{texts[(number + 3) % 11][400:1500]}\n", encoding="utf-8"
        )
    make_index(open_library([folder]).volumes, place, workers=1)
    opened = open_library([folder], index=place).shelf
    assert isinstance(opened, IndexedLibrary)
    return opened, [slip.quote for slip in make_slips(texts, 22, 120)]


def likeliest(shelf: IndexedLibrary, quotes: list[str], asked: list[tuple[int, int]]) -> list[Likely]:
    """Return the likeliest places; `asked` is told how many keys and volumes each question was about."""
    sown = sow([probe(words) for words in quotes])
    found = look_up([part.segment for part in shelf._parts], sown.long.keys, sown.short.keys)  # noqa: SLF001
    keys = len(sown.long.keys) + len(sown.short.keys)
    counts = np.sum([np.bincount(hits.key, minlength=keys) for hits in found], axis=0)
    ask = partial(shelf._met, found)  # noqa: SLF001

    def tell(keys: Chosen, volumes: Chosen | None) -> Met:
        asked.append((int(keys.sum()), len(shelf.volumes) if volumes is None else int(volumes.sum())))
        return ask(keys, volumes)

    texts = Texts(seeds=shelf._seeds, stretches=shelf._stretches)  # noqa: SLF001
    harvest = Harvest(sown, [volume.holding.document for volume in shelf.volumes])
    harvest.add(sparing.sparing_places(sown, counts, tell, texts, np.zeros(0, np.int64), len(shelf.volumes)))
    return harvest.likeliest()


def test_every_place_is_found_that_is_found_by_looking_at_everything(
    shelf: tuple[IndexedLibrary, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, quotes = shelf
    batches = [*([words] for words in quotes), quotes[:60], quotes]
    truth = [likeliest(library, batch, []) for batch in batches]
    monkeypatch.setattr(sparing, "ENOUGH", 0)
    monkeypatch.setattr(sparing, "MANY", 3)
    asked: list[tuple[int, int]] = []

    assert [likeliest(library, batch, asked) for batch in batches] == truth
    spared = [volumes for _, volumes in asked if volumes < len(library.volumes)]
    assert len(spared) > len(quotes), "nothing was spared, so nothing was tried"
