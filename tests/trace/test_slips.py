"""Slips against a library: what stands is found where it stands, what does not is never called verbatim."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trace.bench import source

from valla import Library, Slip, trace_quotations
from valla.cli.trace import trace as command
from valla.errors import ReadError, UsageError
from valla.files.slips import read_slips
from valla.library.memory import MemoryLibrary
from valla.model.traces import Verdict
from valla.trace import trace_slips

PROSE = (
    "The pilot came aboard at the second bell and asked for the chart of the outer sands. Nobody could find it, though "
    "the mate remembered that it had been folded into the log book before they left the roads of Norderney. They went "
    "in without it, sounding with the lead, and grounded twice before the tide carried them over the bar at evening. "
    "Grain was dear that winter, and the bakers of the upper town mixed it with beans and with the meal of acorns. "
)
WORDS = PROSE.split()
PRINTINGS: dict[str, Callable[[list[str]], str]] = {
    "as it is": " ".join,
    "in lines": "\n".join,
    "hyphens at line ends": lambda words: " ".join(f"{w[:3]}-\n{w[3:]}" if len(w) > 6 and w.isalpha() else w for w in words),
    "soft hyphens": lambda words: " ".join(f"{w[:2]}\u00ad{w[2:]}" if len(w) > 4 else w for w in words),
    "ligatures": lambda words: " ".join(words).replace("fi", "ﬁ").replace("fo", "fo"),
    "combining marks": lambda words: " ".join(words).replace("e", "e\u0301"),
    "astral signs": lambda words: " 𝄞 ".join([*[" ".join(words[at : at + 40]) for at in range(0, len(words), 40)], "𝄢"]),
    "pages": lambda words: "\f".join(" ".join(words[at : at + 30]) for at in range(0, len(words), 30)),
}  # fmt: skip


@pytest.mark.parametrize("printing", PRINTINGS)
@given(st.data())
@settings(deadline=None, max_examples=25)
def test_words_of_a_source_are_found_where_they_stand_however_it_is_printed(printing: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 9))
    last = data.draw(st.integers(first + 8, min(len(WORDS), first + 28)))
    text = "Ein Vorwort, das niemand liest — é 𝒜.\n\n" + PRINTINGS[printing](WORDS) + "\n"
    quote = " ".join(WORDS[first:last])
    library = MemoryLibrary.shelve([source("a", text), source("b", "Nothing of the kind stands here. " * 40)])

    [found] = trace_slips([Slip(id="1", quote=quote)], library)

    assert found.verdict in {Verdict.VERBATIM, Verdict.VARIANT}
    assert found.verdict is Verdict.VERBATIM or printing in {"combining marks", "astral signs"}
    [passage] = found.passages
    said = passage.anchor.span.of(text)
    assert said.replace("\f", "\n") == passage.anchor.exact
    letters = [letter for letter in said.replace("ﬁ", "fi").lower() if letter.isascii() and letter.isalpha()]
    assert letters == [letter for letter in quote.lower() if letter.isalpha()]


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_one_word_put_in_is_never_verbatim(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 12))
    quoted = WORDS[first : first + data.draw(st.integers(8, 12))]
    at = data.draw(st.integers(1, len(quoted) - 1))
    word = data.draw(st.sampled_from(["not", "never", "seven", "Hamburg", "gladly", "zzyzx"]))
    library = MemoryLibrary.shelve([source("a", PROSE)])

    [found] = trace_slips([Slip(id="1", quote=" ".join([*quoted[:at], word, *quoted[at:]]))], library)

    assert found.verdict is not Verdict.VERBATIM


def test_equal_editions_are_all_told_and_the_cited_one_comes_first() -> None:
    library = MemoryLibrary.shelve([source(name, PROSE) for name in ("first", "second", "third")])
    quote = "the mate remembered that it had been folded into the log book"

    [alone, cited] = trace_slips([Slip(id="1", quote=quote), Slip(id="2", quote=quote, cited="second")], library)

    assert [row.document for row in (*alone.passages, *alone.rivals)] == ["first", "second", "third"]
    assert [row.document for row in (*cited.passages, *cited.rivals)] == ["second", "first", "third"]
    assert alone.significance > 10


def test_the_library_of_the_public_door_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(PROSE, encoding="utf-8")

    [found, lost] = trace_quotations(
        ["asked for the chart of the outer sands", "no such words"], Library.open(tmp_path)
    )

    assert (found.verdict, found.passages[0].document) == (Verdict.VERBATIM, "log.txt")
    assert lost.verdict is Verdict.TOO_SHORT


def test_the_command_answers_line_by_line_in_the_code_points_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    text = "<html><body><p>é &amp; 𝒜</p><p>" + PROSE.replace("outer", "<i>outer</i>") + "</p></body></html>"
    (folder / "log.html").write_text(text, encoding="utf-8")
    quotes, out = tmp_path / "quotes.jsonl", tmp_path / "traces.jsonl"
    quotes.write_text(
        '{"id": 7, "quote": "asked for the chart of the outer sands"}\n\n{"id": "b", "quote": "no such words"}\n',
        "utf-8",
    )

    result = CliRunner().invoke(command, [str(quotes), "-l", str(folder), "-o", str(out), "--quiet"])

    assert result.exception is None
    one, other = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert (one["id"], one["verdict"], other["id"], other["verdict"]) == ("7", "verbatim", "b", "too-short")
    [place] = one["passages"]
    assert text[place["start"] : place["end"]] == "asked for the chart of the <i>outer</i> sands"


def test_every_bad_line_is_told_of_with_its_number(tmp_path: Path) -> None:
    quotes = tmp_path / "quotes.jsonl"
    quotes.write_text('{"id": "a", "quote": "x"}\nnonsense\n{"id": "a", "quote": "y"}\n{"id": "c"}\n[1]\n', "utf-8")

    with pytest.raises(ReadError) as told:
        read_slips(quotes)

    lines = str(told.value).splitlines()
    assert [line.split(":")[-2].split(":")[-1] if "JSON (" in line else line.split(":")[1] for line in lines][1:] == [
        "3",
        "4",
        "5",
    ]
    assert "no JSON" in lines[0]
    with pytest.raises(UsageError, match="--library"):
        CliRunner().invoke(command, [str(quotes)], catch_exceptions=False)
