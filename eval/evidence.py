"""Measure chains, origins, claims and the rules of evidence: on our own gold, and on the first real input.

    python eval/evidence.py [--half dev|test] [--round N] [--faults]

Own gold: `evidence.jsonl`, one invented text a line, with its chains (the hands in order, each by a word that names it),
claims (their first words, and what the text does for them), its groups of one origin (words that stand in each of their
statements, and how many independent sources they are), and the codes of the rules that should speak, as often as they
should; null for what was not labelled. From the sixth round on a code may stand with the words on which the finding must lie;
"covers" tells for which codes, or beginnings of codes, that was asked. A "shelf" has the sources of a text by title. "a|b" in
a hand or a member is either of two names. The texts were written in rounds, each before the work that it was to measure.
Where `../shared/seed` is present its chains, groups, claims and defects are measured too, the defects with its own scorer.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.seed import SEED, read_seed, seed_is_here

from valla.corridor import investigate
from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId
from valla.model.findings import Finding
from valla.model.investigation import Investigation
from valla.model.witnesses import Chain
from valla.model.works import Holding
from valla.read import read_document
from valla.rules import all_rules, run_rules

GOLD = Path(__file__).with_name("evidence.jsonl")
OURS = frozenset("S101 S110 S120 S130 S140 S150 L101 L110 L120 L130 L140 L150 Q140".split())
TYPES = {
    "S110": "non_independent",
    "S120": "non_independent",
    "S130": "hearsay_chain",
    "S140": "hidden_intermediary",
    "S150": "quote_repeated",
    "L101": "claim_without_source",
    "L120": "anonymous_source",
    "L140": "argument_from_silence",
    "L150": "double_standard",
    "Q130": "quote_repeated",
}
"""What the set calls the defect that a rule reports; S101, L110, L130 and Q140 have no name there."""
SHARE = 0.7
"""Of a group of one origin: how many of its members must be found, and how many of those proposed must be its own."""
LITTLE = frozenset("the and his her its for von van was not our out der des les del".split())
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right among those proposed and among those wanted."""

    found: int
    wanted: int
    right: int
    proposed: int

    def told(self) -> str:
        """Return recall and precision in one line."""
        recall, precision = self.found / max(1, self.wanted), self.right / max(1, self.proposed)
        return f"recall {recall:.3f} ({self.found}/{self.wanted})  precision {precision:.3f} ({self.right}/{self.proposed})"


def investigate_text(text: str, name: str, shelf: Mapping[str, str] | None = None) -> Investigation:
    """Return the investigation of a text, with the sources on a shelf by their titles."""
    essay = read_document(text.encode(), id=DocumentId("essay"), name=name)
    sources = [
        Source(holding=Holding(document=DocumentId(f"{title}.txt"), title=title), text=words)
        for title, words in (shelf or {}).items()
    ]
    return investigate(essay, MemoryLibrary.shelve(sources))


def findings_of(tables: Investigation, codes: frozenset[str] = OURS, *, default: bool) -> list[Finding]:
    """Return what the rules of evidence find, those of the default set or all."""
    asked = frozenset(
        row.rule.code for row in all_rules() if row.rule.code in codes and (row.rule.default or not default)
    )
    return list(run_rules(tables, asked))


def fold(words: str) -> str:
    """Return words in plain small letters."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return re.sub(r"[^\w ]+", " ", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def tokens(words: str) -> set[str]:
    """Return the telling words of a hand; a name may have three letters."""
    return {word for word in fold(words).split() if len(word) > 2} - LITTLE  # noqa: PLR2004


def names(hand: str, wanted: str) -> bool:
    """Tell whether a hand is the wanted one: they share a telling word, or the stem of one; "a|b" is either of two names."""
    return any(one[:6] == other[:6] for one in tokens(hand) for other in tokens(wanted.replace("|", " ")))


def in_order(chain: Chain, wanted: Sequence[str]) -> bool:
    """Tell whether a chain has every wanted hand, in their order."""
    hands = iter(chain.hands)
    return all(any(names(hand.name, one) for hand in hands) for one in wanted)


# --------------------------------------------------------------------------------------------------- the real input


def wanted_hands(chain: Json) -> list[str]:
    """Return the hands that the essay states, those that name nobody and the essay itself left out."""
    return [
        node["node"]
        for node in chain["chain"]
        if node["stated_in_essay"] and node["role"] != "essay" and not node["node"].startswith(("unknown", "unnamed"))
    ]


def score_chains(tables: Investigation, gold: Json) -> tuple[Score, list[str]]:
    """Return how many chains of the set are found, and what was missed; a chain of three hands that none asks for is false."""
    spans = {row["id"]: (row["start"], row["end"]) for row in gold["quotations"]}
    found = 0
    missed: list[str] = []
    used: set[str] = set()
    for row in gold["dependence"]["chains"]:
        wanted = wanted_hands(row)
        places = [spans[name] for name in row["quotes"]] or [(row["anchor"]["start"], row["anchor"]["end"])]
        near = [chain for chain in tables.stemma.chains if any(overlaps(chain, place) for place in places)]
        used.update(chain.id for chain in near)
        if any(in_order(chain, wanted) for chain in near):
            found += 1
        else:
            missed.append(f"{row['id']} {wanted}: {[[hand.name for hand in chain.hands] for chain in near][:1]}")
    false = [chain for chain in tables.stemma.chains if chain.id not in used and len(chain.hands) > 2]  # noqa: PLR2004
    missed += [f"false: {[hand.name for hand in chain.hands]}" for chain in false]
    wanted_all = len(gold["dependence"]["chains"])
    return Score(found, wanted_all, found, found + len(false)), missed


def overlaps(chain: Chain, place: tuple[int, int]) -> bool:
    """Tell whether a chain's statement is the one at a place."""
    shared = min(chain.at.end, place[1]) - max(chain.at.start, place[0])
    return shared > 0.8 * max(chain.at.end - chain.at.start, place[1] - place[0])


def score_origins(tables: Investigation, gold: Json) -> tuple[int, int, list[str]]:
    """Return how many groups are reproduced: seven tenths of the members, and the right count of sources."""
    spans = {row["id"]: (row["start"], row["end"]) for row in gold["quotations"]}
    chains = {chain.id: chain for chain in tables.stemma.chains}
    good, told = 0, []
    for group in gold["dependence"]["origin_groups"]:
        places = [spans[name] for name in group["members_quotes"]]
        places += [(row["start"], row["end"]) for row in group["members_other"]]
        best = 0.0
        for origin in tables.stemma.origins:
            held = [chains[name] for name in origin.statements]
            hit = sum(any(overlaps(chain, place) for chain in held) for place in places)
            if origin.independent == group["effective_independent_sources"] and hit >= SHARE * len(held):
                best = max(best, hit / len(places))
        good += best >= SHARE
        told.append(f"{group['id']} {best:.2f}")
    return good, len(gold["dependence"]["origin_groups"]), told


def score_claims(tables: Investigation, gold: Json) -> Score:
    """Return how many claims of the set are proposed: half of the shorter of the two spans in common."""
    proposed = [claim for claim in tables.claims if claim.central]
    hit: set[str] = set()
    right = 0
    for claim in proposed:
        near = {row["id"] for row in gold["claims"] if half(claim.span.start, claim.span.end, row)}
        hit |= near
        right += bool(near)
    return Score(len(hit), len(gold["claims"]), right, len(proposed))


def half(start: int, end: int, row: Json) -> bool:
    """Tell whether a span shares half of the longer one with a row of the set."""
    shared = min(end, row["end"]) - max(start, row["start"])
    return bool(shared >= 0.5 * max(end - start, row["end"] - row["start"]))


def score_status(tables: Investigation, gold: Json) -> Score:
    """Return for how many of the claims that are found the status is the one of the set."""
    told = {"merely asserted": "asserted"}
    right = found = 0
    for row in gold["claims"]:
        near = [one for one in tables.claims if one.central and half(one.span.start, one.span.end, row)]
        found += bool(near)
        right += bool(near) and near[0].status.value == told.get(row["status"], row["status"])
    return Score(right, found, right, found)


def score_defects(tables: Investigation, gold: Json) -> dict[str, Score]:
    """Return the scores of the default rules by severity and in all, as the set's scorer counts: found of those wanted."""
    spoken, seen, hits, wrong = match_defects(tables, gold)
    right = len(spoken) - len(wrong)
    scores = {"all": Score(len(hits), len(seen), right, len(spoken))}
    for weight in ("high", "medium", "low"):
        wanted = [row for row in seen if row["severity"] == weight]
        found = sum(row["id"] in hits for row in wanted)
        scores[weight] = Score(found, len(wanted), found, found)
    return scores


Matched = tuple[list[tuple[str, Finding]], list[Json], set[str], list[tuple[str, Finding]]]


def match_defects(tables: Investigation, gold: Json) -> Matched:
    """Return what the default rules said, the defects of their types, those found, and what lies on no such defect."""
    codes = frozenset(row.rule.code for row in all_rules() if row.rule.default) & TYPES.keys()
    spoken = [(TYPES[row.code], row) for row in run_rules(tables, codes)]
    covered = {TYPES[code] for code in codes}
    seen = [row for row in gold["defects"] if row["type"] in covered and row["visibility"].startswith("visible")]
    hits = {row["id"] for row in seen for kind, finding in spoken if kind == row["type"] and lies_on(finding, row)}
    wrong = [
        (kind, row)
        for kind, row in spoken
        if not any(kind == one["type"] and lies_on(row, one) for one in gold["defects"])
    ]
    return spoken, seen, hits, wrong


def tell_defects(tables: Investigation, gold: Json) -> Iterator[str]:
    """Yield the scores of the defects in words, with what is false and what is missed."""
    _, seen, hits, wrong = match_defects(tables, gold)
    for name, score in score_defects(tables, gold).items():
        yield f"  {name:<8}{score.told()}"
    yield from (f"  false: {row.code} {row.message}" for _, row in wrong)
    yield "  missed: " + ", ".join(f"{row['id']} {row['type']}" for row in seen if row["id"] not in hits)


def lies_on(finding: Finding, row: Json) -> bool:
    """Tell whether a finding lies on a defect, as the set's scorer does: half of the shorter span in common."""
    for place in (row, *row["other_spans"]):
        shared = min(finding.span.end, place["end"]) - max(finding.span.start, place["start"])
        shorter = min(finding.span.end - finding.span.start, place["end"] - place["start"])
        if shorter > 0 and shared / shorter >= 0.5:  # noqa: PLR2004 - the scorer's bar
            return True
    return False


# ------------------------------------------------------------------------------------------------------- our own gold


def read_gold(half_asked: str, round_asked: int | None = None) -> list[Json]:
    """Return the texts of one half, of all rounds or of one."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["half"] == half_asked and round_asked in {None, row["round"]}]


Counts = defaultdict[str, list[int]]


def measure_gold(half_asked: str, round_asked: int | None = None) -> tuple[dict[str, Score], list[str]]:
    """Return the scores of one half by table, those of the rules by code, and every fault."""
    counts: Counts = defaultdict(lambda: [0, 0, 0, 0])
    faults: list[str] = []
    for row in read_gold(half_asked, round_asked):
        tables = investigate_text(row["text"], row["name"], row.get("shelf"))
        told = [
            *(count_chains(tables, row["chains"], counts) if row["chains"] is not None else ()),
            *(count_claims(tables, row["claims"], counts) if row["claims"] is not None else ()),
            *(count_origins(tables, row, counts) if row.get("origins") else ()),
            *(count_rules(tables, row, counts) if row["rules"] is not None else ()),
        ]
        faults += [f"{row['name']} {fault}" for fault in told]
    return {name: Score(*numbers) for name, numbers in sorted(counts.items())}, faults


def count_chains(tables: Investigation, wanted: Sequence[Sequence[str]], counts: Counts) -> list[str]:
    """Count the chains of one text and return its faults; a chain of two hands that none asks for is no fault."""
    chains = tables.stemma.chains
    deep = [chain for chain in chains if len(chain.hands) > 2]  # noqa: PLR2004 - more than who and where
    found = [one for one in wanted if any(in_order(chain, one) for chain in chains)]
    right = [chain for chain in deep if any(in_order(chain, one) for one in wanted)]
    add(counts["chains"], len(found), len(wanted), len(right), len(deep))
    missed = [f"chain missed: {one}" for one in wanted if one not in found]
    return missed + [f"chain false: {[hand.name for hand in one.hands]}" for one in deep if one not in right]


def count_claims(tables: Investigation, wanted: Sequence[str | Sequence[str]], counts: Counts) -> list[str]:
    """Count the claims of one text, and the status of those whose status was labelled; return its faults."""
    said = {" ".join(claim.anchor.exact.split()): claim.status.value for claim in tables.claims if claim.central}
    status = {one if isinstance(one, str) else one[0]: None if isinstance(one, str) else one[1] for one in wanted}
    named = {words: next((one for one in status if words.startswith(one)), None) for words in said}
    hit = {one for one in named.values() if one is not None}
    good = [words for words, one in named.items() if one is not None] if wanted else []
    add(counts["claims"], len(hit), len(wanted), len(good), len(said))
    faults = [f"claim missed: {one}" for one in status if one not in hit]
    faults += [f"claim false: {words[:70]}" for words, one in named.items() if one is None]
    for words in good:
        meant = status[str(named[words])]
        if meant is not None:
            right = int(said[words] == meant)
            add(counts["status"], right, 1, right, 1)
            faults += [] if right else [f"claim {said[words]} for {meant}: {words[:70]}"]
    return faults


def count_origins(tables: Investigation, row: Json, counts: Counts) -> list[str]:
    """Count the groups of one origin of a text that are reproduced, and return those that are not.

    A group is its statements, each by words that stand in it, and the count of its independent sources. Other groups that
    are proposed are not counted: the sets do not list every one.
    """
    missed = [group for group in row["origins"] if best_group(tables, *group) < SHARE]
    found = len(row["origins"]) - len(missed)
    add(counts["origins"], found, len(row["origins"]), found, len(row["origins"]))
    return [f"origin missed: {members} {count}" for members, count in missed]


def best_group(tables: Investigation, members: Sequence[str], count: int) -> float:
    """Return the largest share of a group's members that one proposed group of the right count has, if it has few others."""
    text = tables.document.text
    places = [{text.find(words) for words in one.split("|")} - {-1} for one in members]
    chains = {chain.id: chain for chain in tables.stemma.chains}
    best = 0.0
    for origin in tables.stemma.origins:
        held = [chains[name].at for name in origin.statements]
        hit = sum(any(span.start <= at < span.end for span in held for at in place) for place in places)
        if origin.independent == count and hit >= SHARE * len(held):
            best = max(best, hit / len(places))
    return best


def count_rules(tables: Investigation, row: Json, counts: Counts) -> list[str]:
    """Count what the rules said of one text, by rule, and return where they spoke without being asked, and did not when asked."""
    covered = tuple(row.get("covers") or OURS)
    codes = frozenset(one.rule.code for one in all_rules() if one.rule.code.startswith(covered))
    spoken = findings_of(tables, codes, default=False)
    wanted = [one if isinstance(one, list) else [one, ""] for one in row["rules"]]
    hit = pair_rules(tables.document.text, spoken, wanted)
    for code in sorted({*(one.code for one in spoken), *(code for code, _ in wanted)}):
        right = sum(code == wanted[place][0] for place in hit)
        asked, said = sum(code == one for one, _ in wanted), sum(code == one.code for one in spoken)
        add(counts[code], right, asked, right, said)
    missed = [f"{code} missed: {words}" for place, (code, words) in enumerate(wanted) if place not in hit]
    false = [one for place, one in enumerate(spoken) if place not in hit.values()]
    return missed + [f"{one.code} false: {one.span.of(tables.document.text)[:90]!r}" for one in false]


def pair_rules(text: str, spoken: Sequence[Finding], wanted: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return, by the place of each wanted finding that was made, the place of the finding; none counts twice."""
    hit: dict[int, int] = {}
    for place, (code, words) in enumerate(wanted):
        for number, one in enumerate(spoken):
            if one.code == code and number not in hit.values() and lies_where(text, one, words):
                hit[place] = number
                break
    return hit


def lies_where(text: str, finding: Finding, words: str) -> bool:
    """Tell whether a finding touches the words that were marked; a mark without words is met anywhere."""
    marked = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    if not words or marked is None:
        return not words
    return finding.span.start < marked.end() and marked.start() < finding.span.end


def figures_of_half(half_asked: str) -> dict[str, float]:
    """Return what the gate holds against floors: chains, claims and statuses of one half, and the default rules."""
    scores, _ = measure_gold(half_asked)
    figures = {}
    figures["origins_recall"] = rounded(scores["origins"].found, scores["origins"].wanted)
    for name in ("chains", "claims"):
        figures[f"{name}_recall"] = rounded(scores[name].found, scores[name].wanted)
        figures[f"{name}_precision"] = rounded(scores[name].right, scores[name].proposed)
    figures["status_accuracy"] = rounded(scores["status"].right, scores["status"].proposed)
    default = {row.rule.code for row in all_rules() if row.rule.default}
    rules = [score for code, score in scores.items() if code in default]
    figures["rules_recall"] = rounded(sum(one.found for one in rules), sum(one.wanted for one in rules))
    figures["rules_precision"] = rounded(sum(one.right for one in rules), sum(one.proposed for one in rules))
    return figures


def figures_of_seed() -> dict[str, float]:
    """Return what the gate holds against floors of the real essay."""
    text, gold = read_seed()
    tables = investigate_text(text, "essay.txt")
    chains, claims, status = score_chains(tables, gold)[0], score_claims(tables, gold), score_status(tables, gold)
    defects = score_defects(tables, gold)
    good, every, _ = score_origins(tables, gold)
    return {
        "chains_recall": rounded(chains.found, chains.wanted),
        "chains_precision": rounded(chains.right, chains.proposed),
        "origins": rounded(good, every),
        "claims_recall": rounded(claims.found, claims.wanted),
        "claims_precision": rounded(claims.right, claims.proposed),
        "status_accuracy": rounded(status.right, status.proposed),
        "defects_recall": rounded(defects["all"].found, defects["all"].wanted),
        "defects_high_recall": rounded(defects["high"].found, defects["high"].wanted),
        "defects_precision": rounded(defects["all"].right, defects["all"].proposed),
    }


def rounded(part: int, whole: int) -> float:
    """Return a share in four figures; of nothing, nothing."""
    return round(part / whole, 4) if whole else 0.0


def add(counts: list[int], *numbers: int) -> None:
    """Add numbers to counts, place by place."""
    counts[:] = [one + other for one, other in zip(counts, numbers, strict=True)]


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=("dev", "test"), default="dev")
    asked.add_argument("--round", type=int, help="only the texts of one round")
    asked.add_argument("--faults", action="store_true")
    given = asked.parse_args()
    if given.faults and given.half == "test":
        print("eval/evidence.py: the errors of the test half are not shown", file=sys.stderr)
        return 2
    scores, faults = measure_gold(given.half, given.round)
    for name, score in scores.items():
        print(f"gold/{given.half} {name:<8}{score.told()}")
    if given.faults:
        print("\n".join(faults))
    if not seed_is_here():
        print(f"eval/evidence.py: {SEED} is not here, so it was not measured", file=sys.stderr)
        return 0
    text, gold = read_seed()
    tables = investigate_text(text, "essay.txt")
    chains, missed = score_chains(tables, gold)
    good, every, groups = score_origins(tables, gold)
    print(f"seed chains  {chains.told()}", *missed, sep="\n  ")
    print(f"seed origins {good}/{every}: {', '.join(groups)}")
    print(f"seed claims  {score_claims(tables, gold).told()}")
    print(f"seed status  {score_status(tables, gold).told()}")
    print("seed defects of the default rules", *tell_defects(tables, gold), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
