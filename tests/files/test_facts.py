"""Facts about lives come from the user's file, and what is wrong with it is told in one line."""

import pytest

from valla.errors import ReadError
from valla.files.facts import read_facts
from valla.text.lives import match_lives

TABLE = 'name,aliases,born,died\n"Penn, Ada",A. Penn; Addie,1820-02-03,1862\n"Penn, Ira",,1830?,\n'


def test_a_table_gives_facts_with_their_line() -> None:
    facts = {(row.person, row.kind): row for row in read_facts(TABLE, "lives.csv")}

    assert facts["Penn, Ada", "died"].edtf == "1862"
    assert facts["Penn, Ada", "died"].source == "lives.csv, line 2"
    assert facts["Penn, Ada", "alias"].aliases == ("A. Penn", "Addie")
    assert facts["Penn, Ira", "born"].edtf == "1830~"


def test_entities_give_facts_and_times_in_office() -> None:
    text = (
        '{"id": "a", "schema": "Person", "properties": {"name": ["Ada Penn"], "birthDate": ["1820"]}}\n'
        '{"id": "b", "schema": "Company", "properties": {}}\n'
        '{"id": "c", "schema": "Occupancy", "properties": {"holder": ["a"], "startDate": ["1850"]}}\n'
    )

    assert {(row.kind, row.edtf) for row in read_facts(text, "lives.json")} == {
        ("alias", ""),
        ("born", "1820"),
        ("in-office", "1850/.."),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("person,born\nAda,1820\n", "line 1"),
        ("name,born\nAda,31 May 1820\n", "line 2"),
        ("name,born\nAda,1820,x\n", "line 2"),
        ("name,born\n,1820\n", "line 2"),
        ('{"schema": "Person"}\n', "line 1"),
        ('{"schema": "Person", "properties": {"name": "Ada"}}\n{]\n', "line 2"),
    ],
)
def test_a_malformed_file_is_one_line_with_its_number(text: str, told: str) -> None:
    with pytest.raises(ReadError, match=told) as caught:
        list(read_facts(text, "lives"))

    assert "\n" not in str(caught.value)


def test_a_name_means_one_person_or_nobody() -> None:
    facts = list(read_facts(TABLE, "lives.csv"))

    assert match_lives(["Ada Penn", "A. Penn", "Osric Penn", "Penn", "Addie"], facts).keys() == {
        "Ada Penn",
        "A. Penn",
        "Addie",
    }
