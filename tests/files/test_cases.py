"""Case files: what is right is read, and what is wrong is refused with its line and an example of what is right."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from tests.weigh.cases import SHIPPED, case_of

from valla.files.cases import case_schema, parse_case
from valla.files.drafts import SKELETON
from valla.files.entries import SCALE
from valla.model.cases import Case, Problem

HYPOTHESES = "case: Which?\nhypotheses:\n  one: {prior: 0.2..0.4, why: test}\n  two: rest\n"
BROKEN: dict[str, tuple[str, int, str]] = {
    "no YAML": ("case: [open\n", 2, "not YAML"),
    "a tab": ("case: x\n\tfoo: y\n", 2, "not YAML"),
    "an undefined alias": ("case: *gone\n", 1, "not YAML"),
    "a list": ("- case\n", 1, "a table of entries"),
    "a text": ("hello\n", 1, "a table of entries"),
    "nothing": ("", 1, "a table of entries"),
    "no question": ("hypotheses: {one: {prior: 0.3, why: x}, two: rest}\n", 1, "'case' is missing"),
    "no hypotheses": ("case: Which?\n", 1, "no hypotheses"),
    "hypotheses in a list": ("case: Which?\nhypotheses: [one, two]\n", 2, "must be a table of names"),
    "an unknown section": (HYPOTHESES + "sourcs: {}\n", 5, "did you mean 'sources'"),
    "a section twice": (HYPOTHESES + "case: Which?\n", 5, "is there twice"),
    "a prior of 0": ("case: Which?\nhypotheses:\n  one: {prior: 0, why: x}\n  two: rest\n", 3, "strictly between"),
    "a prior of 1": ("case: Which?\nhypotheses:\n  one: {prior: 1, why: x}\n  two: rest\n", 3, "strictly between"),
    "a range to 1": ("case: Which?\nhypotheses:\n  one: {prior: 0.5..1.0, why: x}\n  two: rest\n", 3, "strictly between"),
    "a prior without why": ("case: Which?\nhypotheses:\n  one: {prior: 0.3}\n  two: rest\n", 3, "'why' is missing"),
    "a bare prior": ("case: Which?\nhypotheses:\n  one: 0.3\n  two: rest\n", 3, "needs a 'why'"),
    "no prior": ("case: Which?\nhypotheses:\n  one: {why: x}\n  two: rest\n", 3, "'prior' is missing"),
    "two rests": ("case: Which?\nhypotheses:\n  one: rest\n  two: rest\n", 4, "one 'rest' only"),
    "priors above one": (
        "case: Which?\nhypotheses:\n  one: {prior: 0.6, why: x}\n  two: {prior: 0.5, why: x}\n  three: rest\n", 3, "leave nothing",
    ),
    "a range backwards": ("case: Which?\nhypotheses:\n  one: {prior: 0.4..0.2, why: x}\n  two: rest\n", 3, "backwards"),
    "a per cent": ("case: Which?\nhypotheses:\n  one: {prior: 30%, why: x}\n  two: rest\n", 3, "neither a range"),
    "a negative": ("case: Which?\nhypotheses:\n  one: {prior: -0.3, why: x}\n  two: rest\n", 3, "neither a range"),
    "a word off the scale": ("case: Which?\nhypotheses:\n  one: {prior: perhaps, why: x}\n  two: rest\n", 3, "scale"),
    "a name in two sections": (HYPOTHESES + "sources: {one: {if: {one: 0.5, else: 0.1}}}\n", 5, "used twice"),
    "a reserved name": (HYPOTHESES + "sources: {else: {if: {one: 0.5, else: 0.1}}}\n", 5, "cannot be a name"),
    "a name with a blank": (HYPOTHESES + "sources: {the paper: {if: {one: 0.5, else: 0.1}}}\n", 5, "cannot be a name"),
    "an assumption without p": (HYPOTHESES + "assumptions: {forged: {why: x}}\n", 5, "'p' is missing"),
    "an assumption without why": (HYPOTHESES + "assumptions: {forged: {p: 0.1}}\n", 5, "'why' is missing"),
    "an assumption by half": (HYPOTHESES + "assumptions: {forged: {p: {one: 0.1}, why: x}}\n", 5, "every hypothesis"),
    "a likelihood of 1": (HYPOTHESES + "sources:\n  s: {if: {one: 1, else: 0.1}}\n", 6, "strictly between"),
    "a likelihood of no hypothesis": (HYPOTHESES + "sources:\n  s: {if: {onne: 0.5, else: 0.1}}\n", 6, "did you mean 'one'"),
    "a bare if of nothing": (HYPOTHESES + "sources:\n  s: {if: 0.5, else: 0.1}\n", 6, "needs 'says'"),
    "a source of no kind": (HYPOTHESES + "sources:\n  s: {says: one}\n", 6, "a source has one of them"),
    "a source of two kinds": (HYPOTHESES + "sources:\n  s: {from: t, if: {one: 0.5, else: 0.1}}\n", 6, "a source has one of them"),
    "a copy of nothing": (HYPOTHESES + "sources:\n  s: {from: letter}\n", 6, "no origin and no source"),
    "copies in a ring": (HYPOTHESES + "sources:\n  s: {from: t}\n  t: {from: s}\n", 6, "copy of itself"),
    "an unknown field": (HYPOTHESES + "sources:\n  s: {form: letter, from: letter}\norigins: {letter: {if: {one: 0.5, else: 0.1}}}\n", 6, "did you mean 'from'"),
    "an unknown assumption": (HYPOTHESES + "sources:\n  s: {if: {one: 0.5, else: 0.1}, when: {forged: {else: 0.5}}}\n", 6, "no assumption 'forged'"),
    "an assumption without else": (
        HYPOTHESES + "assumptions: {forged: {p: 0.1, why: x}}\nsources:\n  s: {if: {one: 0.5, else: 0.1}, when: {forged: {one: 0.5}}}\n", 7, "or 'else'",
    ),
    "an unknown witness": (HYPOTHESES + "sources:\n  s: {if: {one: 0.5, else: 0.1}, witness: smith}\n", 6, "no witness 'smith'"),
    "a witness without numbers": (HYPOTHESES + "witnesses:\n  smith: {why: x}\n", 6, "'mistaken' is missing"),
    "a witness never truthful": (HYPOTHESES + "witnesses:\n  smith: {mistaken: 0.5, lying: 0.5, why: x}\n", 6, "nothing for truthful"),
    "an origin without if": (HYPOTHESES + "origins:\n  letter: {says: one}\n", 6, "needs 'if' and 'else'"),
    "an argument about nothing": (HYPOTHESES + "arguments:\n  a: {says: x, rebuts: b}\n", 6, "which is not there"),
    "an argument against itself": (HYPOTHESES + "arguments:\n  a: {says: x, rebuts: a}\n", 6, "the argument itself"),
    "an argument without words": (HYPOTHESES + "arguments:\n  a: {rebuts: one}\n", 6, "'says' is missing"),
    "an alias of a table": (HYPOTHESES + "sources:\n  s: &x {if: {one: 0.5, else: 0.1}}\n  t: *x\n", 6, "an alias of a whole table"),
    "too deep": ("case: " + "[" * 40 + "]" * 40 + "\n", 1, "nested too deeply"),
    "far too deep": ("case: " + "[" * 5000 + "\n", 1, "not YAML"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_line_and_advice(name: str) -> None:
    text, line, part = BROKEN[name]

    problems = parse_case(text, "broken")

    assert not isinstance(problems, Case)
    assert any(part in problem.wrong and problem.at.line == line for problem in problems), problems
    assert all(problem.right and problem.at.column >= 1 and "\n" not in problem.wrong for problem in problems)


def test_there_are_forty_broken_files_and_more() -> None:
    assert len(BROKEN) >= 40


def test_everything_that_is_wrong_is_told_at_once() -> None:
    problems = parse_case("hypotheses:\n  one: {prior: 2, why: x}\n  two: {prior: perhaps}\n", "broken")

    assert not isinstance(problems, Case)
    assert [problem.at.line for problem in problems] == [1, 2, 3, 3]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_case_is_read_and_holds_the_schema(path: Path) -> None:
    text = path.read_text("utf-8")

    case_of(text)

    Draft202012Validator(json.loads(case_schema())).validate(YAML(typ="safe", pure=True).load(text))


def test_the_skeleton_is_a_case() -> None:
    assert len(case_of(SKELETON).hypotheses) == 3


@pytest.mark.parametrize("word", SCALE)
def test_a_word_of_the_scale_is_its_range(word: str) -> None:
    case = case_of(f"case: Which?\nhypotheses: {{one: {{prior: {word}, why: x}}, two: rest}}\n")
    prior = case.hypotheses[0].prior

    assert prior is not None
    assert (prior.low, prior.high, prior.word) == (*SCALE[word], word)


def test_a_report_against_a_hypothesis_turns_if_and_else() -> None:
    case = case_of(HYPOTHESES + "sources: {s: {says: not one, if: 0.7, else: 0.2}}\n")
    chances = case.sources[0].chances

    assert chances is not None
    assert [number.mid for name in ("one", "two") if (number := chances.under(name))] == [0.2, 0.7]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.text(alphabet="case:{}[]&*x0.1-, \n\"'#|>", max_size=80))
def test_any_text_is_a_case_or_a_list_of_problems(text: str) -> None:
    found = parse_case(text, "any")

    assert isinstance(found, Case) or all(isinstance(problem, Problem) for problem in found)
