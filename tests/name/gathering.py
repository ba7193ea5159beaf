"""Names of a few invented sentences, on their way through the room."""

from valla.model.anchors import DocumentId
from valla.model.judgements import Judgement, Ruling
from valla.model.names import Entity, EntityKind, Gathered
from valla.name import find_mentions, gather_entities
from valla.read import read_document


def gathered(text: str, *judgements: Judgement) -> Gathered:
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")
    return gather_entities(document, find_mentions(document), judgements)


def persons(made: Gathered) -> dict[str, Entity]:
    return {str(row.id): row for row in made.entities if row.kind is EntityKind.PERSON}


def ruling(kind: Ruling, *on: str, line: int = 1) -> Judgement:
    return Judgement(by="Ines", at="2026-05-01", kind=kind, on=on, why="I looked", line=line)
