"""The stemma in every form: well formed whatever the names, and the same graph in each."""

import json
from xml.dom import minidom

import pytest

from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.model.witnesses import Basis, Dependence, Role, Stemma, Witness
from valla.report.stemma import STEMMA_FORMATS
from valla.report.stemma.layers import lay_out_stemma

HOSTILE = 'a<b>&"\'\x00\u202e]]>\\ "-> } //'


def tables(*pairs: tuple[str, str]) -> Investigation:
    names = sorted({name for pair in pairs for name in pair} - {"essay"})
    roles = list(Role)
    witnesses = tuple(
        Witness(id=name, name=f"{name} {HOSTILE}", role=roles[n % len(roles)]) for n, name in enumerate(names)
    )
    lines = tuple(Dependence(giver=a, taker=b, basis=Basis.TEXT, confidence=0.5, reason=HOSTILE) for a, b in pairs)
    document = Document(id=DocumentId("essay"), name="essay.txt", text="")
    return Investigation(document=document, stemma=Stemma(witnesses=witnesses, dependences=lines))


WEB = tables(("a", "b"), ("b", "c"), ("c", "a"), ("c", "essay"), ("d", "essay"))


@pytest.mark.parametrize("form", ["svg", "graphml", "gexf"])
def test_names_of_any_letters_leave_the_xml_well_formed(form: str) -> None:
    made = minidom.parseString(STEMMA_FORMATS[form](WEB))  # noqa: S318 - our own text

    assert made.documentElement is not None


@pytest.mark.parametrize("form", ["json", "prov"])
def test_names_of_any_letters_leave_the_json_well_formed(form: str) -> None:
    assert json.loads(STEMMA_FORMATS[form](WEB))


def test_dot_has_one_line_for_each_node_and_each_edge() -> None:
    lines = STEMMA_FORMATS["dot"](WEB).splitlines()

    assert len([line for line in lines if " -> " in line and "[label=" not in line]) == 5
    assert len([line for line in lines if "[label=" in line]) == 5


def test_a_giver_stands_left_of_its_taker_and_no_two_nodes_share_a_place() -> None:
    pairs = [(f"n{number:03}", f"n{min(100, number * 2 + 1):03}") for number in range(100)] + [("n100", "essay")]
    layout = lay_out_stemma(tables(*pairs).stemma)

    assert all(layout.spots[giver].layer < layout.spots[taker].layer for giver, taker in pairs)
    assert len(set(layout.spots.values())) == len(layout.spots) == 102


def test_a_circle_is_drawn_too() -> None:
    assert set(lay_out_stemma(WEB.stemma).spots) == {"a", "b", "c", "d", "essay"}
