"""Measure the tracing of quotations on quotations made from given texts, with a fixed seed.

    python eval/trace_bench.py TEXT... [--foreign TEXT...] [--seed N] [--each N] [--show KIND]

From each of the texts, which together are the library, quotations of known kinds are made: word for word, as a scan
would spoil them, with a word, a negation, a number or a name changed, shortened, joined from two places, in an old
spelling, cut before a qualifier. Absent ones are taken from the foreign texts, or from the last text if none is named.
Every second quotation cites its work. Printed are the share of parts found (F1), the verdicts (macro F1), the guards
that were rightly touched, the cuts seen and the false alarms: the set of quotations depends on nothing but texts and seed.
"""

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from valla.files.catalogue import source_from
from valla.files.opening import open_document
from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.quotations import Found, Quotation, QuotationId, QuotationKind
from valla.model.traces import PLACED, Concern, Trace, Verdict
from valla.model.works import Citation
from valla.trace import trace_quotations

MIB = 1 << 20
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
QUALIFIED = re.compile(r",?\s(?:but|unless|although|except|provided that|however)\b")
LOOKALIKES = {"e": "c", "c": "e", "h": "b", "b": "h", "l": "1", "i": "l", "m": "rn", "n": "u", "u": "n", "o": "0", "s": "5",
              "a": "o", "t": "f", "f": "t", "d": "cl", "w": "vv", "r": "n", "g": "q", "y": "v", "k": "lc"}  # fmt: skip
OLDER = (
    (r"(?<=[a-z])v", "u"), (r"\bu(?=n)", "v"), (r"\bj", "i"), (r"(?<=[a-z]{4})y\b", "ie"), (r"(?<=[a-z]{3}[bdfgklmnprt])\b", "e"),
    (r"(?<=[a-z]{2})ll\b", "l"), (r"(?<=[a-z]{2}[aeiou][dnpt])(?=[aeiou]r?\b)", ""), (r"(?<=[a-z]{3})ic\b", "ick"), (r"ise(?=d?\b)", "ize"),
)  # fmt: skip
OVERLAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A quotation that was made: its words, where they come from, and what must be said of it."""

    kind: str
    words: str
    parts: tuple[tuple[DocumentId, Span], ...]
    verdicts: tuple[Verdict, ...]
    concern: tuple[Concern, ...] = ()
    cited: str | None = None
    cut: bool = False


Maker = Callable[[random.Random, Source], "Made | None"]


def main() -> None:
    """Read the texts, make the quotations, trace them and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--foreign", nargs="*", type=Path, default=[])
    parser.add_argument("--seed", type=int, default=1440)
    parser.add_argument("--each", type=int, default=40, help="quotations of each kind")
    parser.add_argument("--show", default="", help="print the misses of this kind")
    options = parser.parse_args()
    foreign = options.foreign or options.texts[-1:]
    sources = [source_at(path) for path in options.texts if path not in foreign]
    made = make_all(random.Random(options.seed), sources, [source_at(path) for path in foreign], options.each)  # noqa: S311
    started = time.process_time()
    traces = trace_made(made, MemoryLibrary.shelve(sources))
    report(made, traces, time.process_time() - started, sum(len(source.text) for source in sources), options.show)


def source_at(path: Path) -> Source:
    """Return a text as a source of the library."""
    return source_from(open_document(path, id=DocumentId(path.name), limit=64 * MIB), path)


def make_all(chance: random.Random, sources: Sequence[Source], foreign: Sequence[Source], each: int) -> list[Made]:
    """Make so many quotations of each kind; every second one cites its work."""
    rows: list[Made] = []
    for kind, maker in MAKERS.items():
        pool = foreign if kind == "absent" else sources
        tries = 0
        wanted = len(rows) + each
        while len(rows) < wanted and tries < each * 60:
            tries += 1
            source = chance.choice(pool)
            made = maker(chance, source)
            if made is not None:
                home = chance.choice(sources) if kind == "absent" else source
                rows.append(with_citation(made, home) if len(rows) % 2 else made)
    return rows


def with_citation(made: Made, home: Source) -> Made:
    """Let a quotation cite its work; an absent one is then expected to be missed there."""
    verdicts = (Verdict.NOT_FOUND, Verdict.UNCHECKED) if made.kind == "absent" else made.verdicts
    return replace(made, cited=home.holding.title, verdicts=verdicts)


def passage_in(chance: random.Random, source: Source, fewest: int, most: int) -> Span | None:
    """Return a run of whole words of one paragraph of running text, of some random length."""
    text = source.text
    start = chance.randrange(max(1, len(text) - 4000))
    words = [match.span() for match in WORD.finditer(text, start, start + 3000)]
    length = chance.randint(fewest, most)
    if len(words) <= length + 1:
        return None
    first = chance.randrange(len(words) - length)
    span = Span(words[first][0], words[first + length - 1][1])
    said = span.of(text)
    running = "\n\n" not in said and not set("[]{}|=*") & set(said) and "..." not in said and "…" not in said
    return span if running and said.count("  ") < 2 and sum(c.isupper() for c in said) * 4 < len(said) else None  # noqa: PLR2004


def printed(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def verbatim(chance: random.Random, source: Source) -> Made | None:
    """Take words as they stand."""
    span = passage_in(chance, source, 8, 60)
    return _made("verbatim", printed(span.of(source.text)), source, (span,), Verdict.VERBATIM) if span else None


def _made(
    kind: str, words: str, source: Source, spans: Sequence[Span], *verdicts: Verdict, concern: tuple[Concern, ...] = ()
) -> Made:
    parts = tuple((source.holding.document, span) for span in spans)
    return Made(kind=kind, words=words, parts=parts, verdicts=verdicts, concern=concern)


def spoilt(share: float) -> Maker:
    """Return a maker that misreads a share of the letters."""

    def make(chance: random.Random, source: Source) -> Made | None:
        span = passage_in(chance, source, 10, 60)
        if span is None:
            return None
        words = printed(span.of(source.text))
        letters = "".join(_misread(chance, letter) if chance.random() < share else letter for letter in words)
        if letters == words or re.search(r"\d", words):
            return None
        return _made(f"scan {share:.0%}", letters, source, (span,), Verdict.VARIANT)

    return make


def _misread(chance: random.Random, letter: str) -> str:
    if not letter.isalpha():
        return letter
    if chance.random() < 0.8:  # noqa: PLR2004  (the rest is random noise)
        return LOOKALIKES.get(letter, letter)
    return chance.choice("abcdefghilmnoprstu")


def changed(kind: str, find: str, to: Callable[[random.Random, str, str], str | None], *concern: Concern) -> Maker:
    """Return a maker that changes one place which a pattern finds, not the first or last word."""
    pattern = re.compile(find)

    def make(chance: random.Random, source: Source) -> Made | None:
        span = passage_in(chance, source, 10, 50)
        if span is None:
            return None
        words = printed(span.of(source.text))
        places = [match for match in pattern.finditer(words) if match.start() > 12 and match.end() < len(words) - 12]  # noqa: PLR2004
        if not places:
            return None
        place = chance.choice(places)
        new = to(chance, place[0], source.text)
        if new is None or new.lower() == place[0].lower():
            return None
        said = printed(words[: place.start()] + new + words[place.end() :])
        return _made(kind, said, source, (span,), Verdict.ALTERED, concern=concern)

    return make


def other_word(chance: random.Random, word: str, text: str) -> str | None:
    """Return another word of like length from the same text."""
    start = chance.randrange(max(1, len(text) - 2000))
    words = [row[0] for row in WORD.finditer(text, start, start + 1500) if row[0].islower() and len(row[0]) > 4]  # noqa: PLR2004
    return chance.choice(words) if words and word.islower() else None


def other_name(chance: random.Random, name: str, text: str) -> str | None:
    """Return another name from the same text."""
    start = chance.randrange(max(1, len(text) - 9000))
    names = re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}", text[start : start + 8000])
    names = [row for row in names if row != name.strip() and row.lower() not in text]
    return chance.choice(names) if names and name.lower() not in text else None


def other_number(chance: random.Random, number: str, _text: str) -> str:
    """Return another number of as many figures."""
    return str((int(number) + chance.randint(1, 8)) % 10 ** len(number)).zfill(len(number))


def turned_round(_chance: random.Random, word: str, _text: str) -> str:
    """Add a negation, or take one away."""
    return word.replace(" not", "") if " not" in word else word + " not"


def elided(chance: random.Random, source: Source) -> Made | None:
    """Leave out some words of one sentence, with a mark."""
    span = passage_in(chance, source, 26, 60)
    if span is None or re.search(r"[.!?]\s", span.of(source.text)):
        return None
    words = [Span(*row.span()) for row in WORD.finditer(source.text, span.start, span.end)]
    first = chance.randint(8, len(words) - 16)
    last = first + chance.randint(3, min(25, len(words) - first - 8))
    one, other = Span(span.start, words[first - 1].end), Span(words[last].start, span.end)
    mark = chance.choice([" … ", "... ", " [...] ", " . . . "])
    return _made(
        "elided", printed(one.of(source.text) + mark + other.of(source.text)), source, (one, other), Verdict.ELIDED
    )


def spliced(chance: random.Random, source: Source) -> Made | None:
    """Join two places that do not stand together, with or without a mark, in order or not."""
    one, other = passage_in(chance, source, 9, 30), passage_in(chance, source, 9, 30)
    if one is None or other is None or abs(one.start - other.start) < 2000:  # noqa: PLR2004
        return None
    mark = chance.choice([" … ", " ", ". ", " [...] "])
    return _made(
        "spliced", printed(one.of(source.text) + mark + other.of(source.text)), source, (one, other), Verdict.SPLICED
    )


def older(chance: random.Random, source: Source) -> Made | None:
    """Write words in an older spelling."""
    span = passage_in(chance, source, 10, 50)
    if span is None:
        return None
    words = said = printed(span.of(source.text))
    for new, old in OLDER:
        said = re.sub(new, lambda match, old=old: old if chance.random() < 0.5 else match[0], said)  # type: ignore[misc]  # noqa: PLR2004
    return _made("older spelling", said, source, (span,), Verdict.VARIANT) if said != words else None


def cut(chance: random.Random, source: Source) -> Made | None:
    """Stop before a qualifier."""
    text = source.text
    start = chance.randrange(max(1, len(text) - 9000))
    qualifier = QUALIFIED.search(text, start, start + 8000)
    if qualifier is None:
        return None
    words = [row.span() for row in WORD.finditer(text, max(0, qualifier.start() - 300), qualifier.start())][
        -chance.randint(9, 20) :
    ]
    span = Span(words[0][0], words[-1][1])
    said = span.of(text)
    if "\n\n" in said or set(said) & set("[].!?;*_") or text[span.end : qualifier.start()].strip(","):
        return None
    return replace(_made("cut", printed(said), source, (span,), Verdict.VERBATIM), cut=True)


def absent(chance: random.Random, source: Source) -> Made | None:
    """Take words of a text that is not in the library."""
    span = passage_in(chance, source, 5, 60)
    if span is None:
        return None
    return Made(kind="absent", words=printed(span.of(source.text)), parts=(), verdicts=(Verdict.UNCHECKED,))


MAKERS: dict[str, Maker] = {
    "verbatim": verbatim,
    "scan 5%": spoilt(0.05),
    "scan 10%": spoilt(0.10),
    "substituted": changed("substituted", r"(?<= )[a-z]{5,}(?= )", other_word, *(set(Concern) - {Concern.SCAN, Concern.SPELLING})),
    "polarity": changed("polarity", r"(?<= )(?:is|was|are|were|would|could|had|has|did|will|may)(?: not)?(?= )", turned_round, Concern.POLARITY),
    "number": changed("number", r"(?<= )\d{1,4}(?=[ ,;])", other_number, Concern.NUMBER, Concern.DATE),
    "name": changed("name", r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])", other_name, Concern.NAME, Concern.DATE),
    "elided": elided,
    "spliced": spliced,
    "older spelling": older,
    "cut": cut,
    "absent": absent,
}  # fmt: skip


def trace_made(made: Sequence[Made], library: MemoryLibrary) -> tuple[Trace, ...]:
    """Set the quotations into an essay and trace them."""
    text = "\n\n".join(row.words for row in made)
    document = Document(id=DocumentId("essay"), name="essay.txt", text=text)
    quotations, citations = [], []
    start = 0
    for row in made:
        span = Span(start, start + len(row.words))
        start = span.end + 2
        name = QuotationId(f"essay@{span.start}-{span.end}")
        anchor = document.anchor(span)
        quotations.append(Quotation(id=name, anchor=anchor, kind=QuotationKind.INLINE, parts=(span,), reason="made"))
        if row.cited is not None:
            citations.append(Citation(quotation=name, at=Span(span.end, span.end), raw=row.cited, title=row.cited))
    return trace_quotations(document, Found(quotations=tuple(quotations)), tuple(citations), library)


def report(made: Sequence[Made], traces: Sequence[Trace], seconds: float, size: int, shown: str) -> None:
    """Print the figures."""
    print(
        f"{len(made)} quotations, {size / 1e6:.2f} MB of text, {seconds:.1f} s, {1000 * seconds / len(made):.1f} ms a quotation"
    )
    tally = Counter[str]()
    by_kind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, trace in zip(made, traces, strict=True):
        outcome = judge_outcome(row, trace)
        by_kind[row.kind].update(outcome)
        tally.update(outcome)
        if row.kind == shown and not (outcome["verdict right"] and outcome["all parts right"]):
            print(describe_miss(row, trace))
    for kind, counts in by_kind.items():
        print(f"  {kind:15} {figures(counts)}")
    print(f"parts found: F1 {harmonic(tally['hit'], tally['placed'], tally['parts']):.3f}")
    print(f"verdicts: macro F1 {macro_f1(made, traces):.3f}, right {tally['verdict right'] / len(made):.3f}")
    alarms = sum(trace.verdict in PLACED for row, trace in zip(made, traces, strict=True) if row.kind == "absent")
    count = sum(row.kind == "absent" for row in made)
    print(f"false alarms: {alarms} of {count}; false 'not found': {tally['false absence']} of {len(made) - count}")


def figures(counts: Counter[str]) -> str:
    """Return the figures of one kind on a line."""
    cells = [
        f"n {counts['n']:3}",
        f"verdict {counts['verdict right'] / counts['n']:.2f}",
        f"parts {counts['all parts right'] / counts['n']:.2f}",
    ]
    cells += [f"guard {counts['guard'] / counts['guarded']:.2f}"] if counts["guarded"] else []
    cells += [f"cut seen {counts['cut seen'] / counts['cut']:.2f}"] if counts["cut"] else []
    said = ", ".join(f"{name[5:]} {count}" for name, count in counts.most_common() if name.startswith("said "))
    return "  ".join([*cells, said])


def judge_outcome(row: Made, trace: Trace) -> Counter[str]:
    """Count what is right about one trace."""
    places = [(passage.document, passage.anchor.span) for passage in trace.passages]
    hit = sum(any(one == two and shared(a, b) >= OVERLAP for two, b in places) for one, a in row.parts)
    right = sum(any(one == two and shared(b, a) >= OVERLAP for two, a in row.parts) for one, b in places)
    touched = {edit.concern for edit in trace.edits}
    return Counter(
        {
            "n": 1,
            "parts": len(row.parts),
            "placed": len(places),
            "hit": min(hit, right),
            "all parts right": hit == len(row.parts) and right == len(places),
            "verdict right": trace.verdict in row.verdicts,
            "guarded": bool(row.concern),
            "guard": bool(row.concern) and bool(touched & set(row.concern)),
            "cut": row.cut,
            "cut seen": row.cut and bool(trace.cuts),
            "false absence": row.kind != "absent" and trace.verdict is Verdict.NOT_FOUND,
            f"said {trace.verdict.value}": 1,
        }
    )


def shared(one: Span, other: Span) -> float:
    """Return the share of the first span that the second covers."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(1, len(one))


def harmonic(hit: int, placed: int, wanted: int) -> float:
    """Return the F1 of hits."""
    return 2 * hit / (placed + wanted) if placed + wanted else 1.0


def macro_f1(made: Sequence[Made], traces: Sequence[Trace]) -> float:
    """Return the mean of the verdicts' F1; a verdict that may be either of two counts as the one that was said."""
    pairs = [
        (trace.verdict if trace.verdict in row.verdicts else row.verdicts[0], trace.verdict)
        for row, trace in zip(made, traces, strict=True)
    ]
    return sum(_f1(pairs)) / max(1, len({gold for gold, _ in pairs}))


def _f1(pairs: Sequence[tuple[Verdict, Verdict]]) -> Iterator[float]:
    for verdict in sorted({gold for gold, _ in pairs}):
        hit = sum(gold is said is verdict for gold, said in pairs)
        yield harmonic(hit, sum(said is verdict for _, said in pairs), sum(gold is verdict for gold, _ in pairs))


def describe_miss(row: Made, trace: Trace) -> str:
    """Return a miss in a few lines."""
    edits = "; ".join(f"{edit.concern.value}: {edit.quoted!r} for {edit.source!r}" for edit in trace.edits)
    places = " | ".join(" ".join(passage.anchor.exact.split()) for passage in trace.passages)
    return f"- {row.words}\n    {trace.verdict} ({trace.likeness}): {trace.reason}\n    {places}\n    {edits}"


if __name__ == "__main__":
    main()
