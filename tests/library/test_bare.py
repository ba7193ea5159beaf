"""The shelf of one who holds nothing answers as an empty one does."""

import subprocess
import sys

import pytest

from valla.library.bare import BareLibrary
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.works import Citation


def test_it_answers_as_an_empty_library_does() -> None:
    bare, empty = BareLibrary(), MemoryLibrary.shelve()
    cited = Citation(
        quotation=QuotationId("q"), at=Span(0, 18), raw="Ada Penn, The Mill", author="Ada Penn", title="The Mill"
    )

    assert bare.holdings() == empty.holdings()
    assert bare.holds(cited) == empty.holds(cited)
    assert list(bare.compare((), lambda probe, sheaves: ())) == list(empty.compare((), lambda probe, sheaves: ()))  # noqa: ARG005
    with pytest.raises(KeyError):
        bare.excerpt(DocumentId("a.txt"), 0, 1)


def test_a_check_without_a_library_does_not_load_the_engine_of_one() -> None:
    script = (
        "import sys; from valla.cli.check import check; from valla.cli.work import shelf_for;"
        "from valla.files.settings import Settings; shelf_for(Settings());"
        "print([name for name in ('numpy', 'markdown_it', 'lxml', 'valla.weigh') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
