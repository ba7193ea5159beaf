"""The generator on a carrier of invented prose: no package is needed, and every answer is held against the files."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.trace.generate import generate
from bench.trace.noise import misread, scan
from bench.trace.score import read_lines
from bench.trace.shelves import reprint
from bench.trace.words import flat, plain_words

SMALL = "the of and to in that his with for by from at on which was had upon their this were".split()
SPECIAL = (
    "not never must would may all every some seven forty hundred labour favour public always neighbour joined".split()
)
NAMES = "Ashdown Pellow Marchbank Tarrant Oakhanger Winslade Corrie Bellamy".split()
CUES = (", although", ", but", " unless", ", provided that")
TASKS, SIZE = 240, 220_000


def invented(chance: Random) -> str:
    """Return one of some thousand words that mean nothing."""
    return "".join(chance.choice("bdfglmnprst") + chance.choice("aeiou") for _ in range(chance.randint(2, 3)))


def sentence(chance: Random) -> str:
    """Return a sentence that nearly every kind of change can take hold of."""
    words = ["The" if chance.random() < 0.5 else "Every"]
    for _ in range(chance.randint(14, 26)):
        words += [chance.choice(SMALL), invented(chance)]
        words += [chance.choice(SPECIAL)] if chance.random() < 0.25 else []
        words += [chance.choice([*NAMES, f"in {chance.randint(1600, 1899)}"])] if chance.random() < 0.1 else []
        words[-1] += chance.choice(CUES) if chance.random() < 0.06 else ""
    return " ".join(words) + "."


@pytest.fixture(scope="module")
def carrier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carrier")
    for number in range(16):
        chance = Random(number)  # noqa: S311 - invented prose
        paragraphs = (" ".join(sentence(chance) for _ in range(4)) for _ in range(24))
        (folder / f"chronicle-{number:02}.txt").write_text(f"Title: Chronicle {number}\n\n\n" + "\n\n".join(paragraphs))
    return folder


@pytest.fixture(scope="module")
def made(carrier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "set"
    generate(carrier, out, size=SIZE, tasks=TASKS, seed=5)
    return out


def answers(made: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any], list[str]]]:
    """Yield each task with its answer and the words that stand in the files at its parts."""
    library = {path.relative_to(made / "library").as_posix(): path for path in (made / "library").rglob("*.txt")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in library.items()}
    for task, gold in zip(read_lines(made / "tasks.jsonl"), read_lines(made / "gold.jsonl"), strict=True):
        assert task["id"] == gold["id"]
        yield task, gold, [texts[row["document"]][row["start"] : row["end"]] for row in gold["parts"]]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(carrier: Path, made: Path, tmp_path: Path) -> None:
    again = generate(carrier, tmp_path / "again", size=SIZE, tasks=TASKS, seed=5)
    other = generate(carrier, tmp_path / "other", size=SIZE, tasks=TASKS, seed=6)

    assert again == json.loads((made / "about.json").read_text())
    assert again["digest"] != other["digest"]


def test_nearly_all_kinds_are_made_and_no_task_is_empty(made: Path) -> None:
    about = json.loads((made / "about.json").read_text())

    assert len(about["kinds"]) >= 26
    assert about["tasks"] >= 0.8 * TASKS
    assert about["scans"] > 0
    assert about["second_editions"] > 0
    assert all(task["quote"].strip() for task, _, _ in answers(made))


@pytest.mark.parametrize("kind", ["verbatim", "qualifier_cut", "edition", "elsewhere", "short_rare"])
def test_what_is_copied_stands_at_its_place_and_starts_and_ends_with_whole_words(made: Path, kind: str) -> None:
    rows = [(task, found) for task, gold, found in answers(made) if gold["kind"] == kind]

    assert rows
    assert all([task["quote"]] == [flat(words) for words in found] for task, found in rows)


def test_the_pieces_of_an_elided_quotation_stand_in_its_parts_in_order(made: Path) -> None:
    rows = [row for row in answers(made) if row[1]["verdict"] == "elided"]

    assert {len(gold["parts"]) for _, gold, _ in rows} == {2, 3}
    for task, gold, found in rows:
        places = [task["quote"].find(flat(words).rstrip(",;:")) for words in found]
        assert -1 not in places
        assert places == sorted(places)
        assert all(one["end"] < other["start"] for one, other in pairwise(gold["parts"]))


def test_the_parts_of_a_splice_are_far_apart_out_of_order_or_in_two_documents(made: Path) -> None:
    for _, gold, _ in answers(made):
        if gold["verdict"] == "spliced":
            first, second = gold["parts"]
            same = first["document"] == second["document"]
            assert same is (gold["kind"] != "spliced_two")
            assert not same or (second["start"] > first["end"]) is (gold["kind"] == "spliced_within")


def test_an_altered_quotation_differs_in_words_and_only_in_a_few(made: Path) -> None:
    rows = [row for row in answers(made) if row[1]["verdict"] == "altered"]

    assert len({gold["kind"] for _, gold, _ in rows}) >= 9
    for task, _, [words] in rows:
        quoted, source = plain_words(task["quote"]), plain_words(words)
        assert quoted != source
        assert abs(len(quoted) - len(source)) <= 4
        assert len(set(quoted) ^ set(source)) <= 6


def test_what_is_said_to_be_absent_is_not_in_the_library(made: Path) -> None:
    texts = [" ".join(plain_words(path.read_text())) for path in (made / "library").rglob("*.txt")]
    absent = [task["quote"] for task, gold, _ in answers(made) if not gold["parts"] and gold["verdict"] != "too-short"]

    assert absent
    assert not [quote for quote in absent for text in texts if " ".join(plain_words(quote)) in text]


def test_where_the_texts_run_out_copies_fill_the_library_and_this_is_told(carrier: Path, tmp_path: Path) -> None:
    about = generate(carrier, tmp_path / "large", size=900_000, tasks=60, seed=1)

    assert 900_000 <= int(str(about["bytes"])) < 1_000_000
    assert about["copies"]
    assert 0.4 < float(str(about["share_of_copies"])) < 0.8


def test_a_misreading_touches_about_the_share_that_is_asked_for() -> None:
    text = " ".join(sentence(Random(number)) for number in range(60))  # noqa: S311 - invented prose

    read = misread(text, 0.1, Random(1))  # noqa: S311 - repeatable

    same = sum(one == other for one, other in zip(plain_words(text), plain_words(read), strict=False))
    assert abs(len(read) - len(text)) < 0.05 * len(text)
    assert same < 0.7 * len(plain_words(text))
    assert misread(text, 0.0, Random(1)) == text  # noqa: S311 - repeatable


def test_a_scan_without_errors_keeps_its_words_and_knows_their_places() -> None:
    text = "Title: A book\n\n\n" + "\n\n".join(sentence(Random(number)) for number in range(90))  # noqa: S311 - invented prose

    pages = scan(text, title="A book", rate=0.0, chance=Random(3))  # noqa: S311 - repeatable

    places = list(zip(pages.clean, pages.noisy, strict=True))
    words = list(zip(places[::2], places[1::2], strict=True))
    assert "\f" in pages.text
    assert all(
        text[begun:ended]
        == pages.text[first:last].split("-\n")[0]
        + pages.text[first:last].rpartition("\n")[2] * ("\n" in pages.text[first:last])
        for (begun, first), (ended, last) in words
    )


def test_a_reprint_changes_whole_words_and_keeps_paragraphs() -> None:
    text = "Title: A book\n\n\n" + "\n\n".join(sentence(Random(number)) for number in range(40))  # noqa: S311 - invented prose

    again = reprint(text, Random(2))  # noqa: S311 - repeatable

    assert again.startswith("Title: A book (second edition)\n\n\n")
    assert again.count("\n") == text.count("\n")
    assert set(plain_words(again)) <= {*plain_words(text), "second", "edition", "and"}
    assert again != text.replace("A book", "A book (second edition)", 1)
