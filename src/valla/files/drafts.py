"""Case files to begin with: a commented skeleton, and a draft from the quotations of an essay.

A draft holds what the essay shows: which works it quotes and through whose hands the words came. It holds no number:
each stands as a word to be chosen, and the file is refused until an analyst has chosen.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.text.fingerprints import bare_words

CHOOSE = "CHOOSE"
QUOTED = 160
"""Letters of a quotation that a draft shows."""
SKELETON = """\
# A case file of Valla. Weigh it with: valla weigh FILE
# Numbers are probabilities between 0 and 1: one (0.3), a range (0.2..0.4), or a word of the scale:
#   rare 0.02..0.10   unlikely 0.1..0.3   even 0.4..0.6   likely 0.7..0.9   nearly certain 0.9..0.98
# 0 and 1 are refused: no evidence could ever move them.
case: Who burnt the mill?

# Rival explanations: one is true and no two are. Each prior needs its reason. One of them stands for all that nobody
# thought of: it is the rest.
hypotheses:
  miller:
    prior: 0.2..0.4
    says: the miller set fire to his own mill      # so that its defenders would accept the words
    why: between a fifth and two fifths of such fires were set by owners
  lightning: {prior: 0.3..0.5, says: lightning struck, why: the commonest cause in August}
  other: rest

# What may be so and would touch several reports at once.
assumptions:
  pressed: {p: even, why: the servant was held for nine days}

# Persons of several statements, who may be mistaken or lying in all of them.
# witnesses:
#   smith: {mistaken: 0.1..0.3, lying: 0.05..0.2, why: he owed the miller money}

# Reports that lie behind others and are not held themselves.
origins:
  letter: {says: miller, if: {miller: 0.5..0.7, else: 0.1..0.2}, lost: true}

# Reports that are held. `from` makes a copy; `if` and `else` a report with its own eyes; `silent on` the want of one.
sources:
  gazette: {from: letter, copies: 0.9}
  mercury: {from: letter, copies: 0.9}
  servant:
    says: miller
    if: {miller: 0.5..0.8, else: 0.02..0.1}        # how likely is this report if he did it, and if he did not?
    when: {pressed: {miller: 0.9, else: 0.7}}      # and how likely under the assumption
    ref: Examinations, f. 12
  rector: {silent on: storm, mentions if: {lightning: 0.5..0.8, else: 0.05}}

# Arguments are labelled in, out or undecided. They never touch the numbers: an objection to a source that stands enters
# the weighing as an assumption.
claims:
  profit: the miller stood to gain
arguments:
  lease: {says: his lease ran out, supports: profit}
  nine-days: {says: the servant was held nine days, undercuts: servant, assumption: pressed}
"""
HEAD = """\
# Drafted by Valla from {essay}. Nothing here is weighed yet: wherever CHOOSE stands, a number, a range or a word of the
# scale is to be chosen (valla weigh --new explains them), and `if` and `else` are to be thought about for each source.
case: {question}

hypotheses:
  first: {{prior: CHOOSE, says: CHOOSE, why: CHOOSE}}
  second: {{prior: CHOOSE, says: CHOOSE, why: CHOOSE}}
  other: rest
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """What several works go back to: a person who speaks in all of them, or a record, an archive, an informant."""

    name: str
    person: bool
    reason: str


def draft_case(investigation: Investigation) -> str:
    """Return a case file in draft: one source for each work or speaker that the essay quotes, sorted by place."""
    title = investigation.document.id
    works: dict[str, list[Quotation]] = {}
    for quotation in investigation.reported():
        works.setdefault(work_of(investigation, quotation), []).append(quotation)
    roots = shared_roots(investigation, works)
    lines = [HEAD.format(essay=title, question=quoted(f"What happened? (from {title})"))]
    lines += [*witness_lines(roots), *origin_lines(investigation, roots)]
    lines.append("sources:" if works else "sources: {}")
    names = {root.name for root in roots.values()}
    for work, quotations in works.items():
        lines += source_lines(investigation, name_for(work, names), (work, roots.get(work)), quotations)
    return "\n".join(lines) + "\n"


def shared_roots(investigation: Investigation, works: Mapping[str, Sequence[Quotation]]) -> dict[str, Root]:
    """Return, by work, the origin that the stemma finds behind several works; the first in its order counts.

    A person is the witness of a work in which nobody else is quoted; a record or an archive may lie behind a part of it.
    """
    quotation = {chain.id: chain.quotation for chain in investigation.stemma.chains if chain.quotation}
    taken: set[str] = set()
    roots: dict[str, Root] = {}
    for origin in investigation.stemma.origins:
        theirs = {quotation[chain] for chain in origin.statements if chain in quotation}
        whole = all if origin.kind == "person" else any  # whose work it is speaks in all of it
        behind = {work for work, rows in works.items() if whole(row.id in theirs for row in rows)} - roots.keys()
        if len(behind) > 1:
            root = Root(name=name_for(origin.name, taken), person=origin.kind == "person", reason=origin.reason)
            roots |= dict.fromkeys(sorted(behind), root)
    return roots


def witness_lines(roots: Mapping[str, Root]) -> Iterator[str]:
    """Yield the persons who speak in several works: whoever errs or lies in one may do so in all."""
    persons = {root.name: root for root in roots.values() if root.person}
    if persons:
        yield "# Each speaks in several sources, and may be mistaken or lying in all of them."
        yield "witnesses:"
    for name, root in sorted(persons.items()):
        yield f"  {name}: {{mistaken: CHOOSE, lying: CHOOSE, why: {quoted(root.reason)}}}"


def work_of(investigation: Investigation, quotation: Quotation) -> str:
    """Return the work that a quotation is cited from, else its speaker, else that none is named."""
    citation = investigation.citation.get(quotation.id)
    if citation is not None and citation.named:
        return citation.title or citation.container or citation.archive or citation.via or "unnamed"
    said = investigation.attribution.get(quotation.id)
    return said.name if said is not None and said.name else "unnamed"


def hands_of(investigation: Investigation) -> dict[str, str]:
    """Return the works by which words reached the essay at second hand: the quoted work to the one it is quoted in."""
    return {
        work_of(investigation, investigation.quotation[row.quotation]): row.via
        for row in investigation.citations
        if row.via and row.title and row.quotation in investigation.quotation
    }


def origin_lines(investigation: Investigation, roots: Mapping[str, Root]) -> Iterator[str]:
    """Yield the origins: what the stemma finds behind several works, and works known only through others."""
    behind = {root.name: root for root in roots.values() if not root.person}
    taken = {root.name for root in roots.values()}
    hands = hands_of(investigation)
    if hands or behind:
        yield "# Behind several sources, or known only through another work (then make that other work a copy: from: NAME)."
        yield "origins:"
    for name, root in sorted(behind.items()):
        yield f"  {name}: {{says: CHOOSE, if: CHOOSE, else: CHOOSE, note: {quoted(root.reason)}}}"
    for work, via in hands.items():
        yield f"  {name_for(f'lost {work}', taken)}: {{says: CHOOSE, if: CHOOSE, else: CHOOSE, note: {quoted(f'{work}, quoted in {via}')}}}"


def source_lines(
    investigation: Investigation, name: str, told: tuple[str, Root | None], quotations: list[Quotation]
) -> Iterator[str]:
    """Yield one source: its work, its speakers, what the essay quotes of it and where, and numbers to be chosen.

    `told` is the work, and the origin that it shares with others if it does.
    """
    text = investigation.document.text
    work, root = told
    speakers = {said.name for row in quotations if (said := investigation.attribution.get(row.id)) and said.name}
    yield f"  {name}:"
    for row in quotations:
        words = one_line(row.words(text))
        yield f"    # {row.id}: {words[:QUOTED]}{'…' if len(words) > QUOTED else ''}"
    if root is not None and not root.person:
        yield f"    from: {root.name}"
        yield "    copies: CHOOSE"
    else:
        yield from ("    says: CHOOSE", "    if: CHOOSE", "    else: CHOOSE")
    if root is not None and root.person:
        yield f"    witness: {root.name}"
    yield f"    statement: {quoted(quotations[0].id)}"
    if len(speakers) == 1:
        yield f"    by: {quoted(speakers.pop())}"
    yield f"    ref: {quoted(work)}"


def name_for(words: str, taken: set[str]) -> str:
    """Return a name for a work, of at most four of its words, that is not yet taken."""
    plain = re.sub(r"[^\w-]+", "-", "-".join(bare_words(words).split()[:4])).strip("-")[:40] or "source"
    base = plain if not plain[0].isdigit() else f"s-{plain}"
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return name


def quoted(words: str) -> str:
    """Return words as one scalar that YAML reads back as they are."""
    return json.dumps(one_line(words), ensure_ascii=False)


def one_line(words: str) -> str:
    """Return words in one line and without letters that YAML refuses."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
