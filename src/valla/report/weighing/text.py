"""A weighing as text for a terminal: the verdict, the ranges, and what the answer hangs on."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from valla.model.arguments import Label, Standing
from valla.model.weights import Pool, Weighing
from valla.report.plain import show_safely
from valla.report.weighing.figures import ends, ratio, say_alone, say_turn, say_verdict, share, span

WIDTH = 96
FEW = 8
"""Rows of a long table that are printed; the JSON has them all."""


def render_text(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return weighings, and the pool of several, as text."""
    parts = ["\n".join(lines_of(row)) for row in weighings]
    if pool is not None:
        parts.append("\n".join(pool_lines(pool)))
    return show_safely("\n\n".join(parts)) + "\n"


def lines_of(weighing: Weighing) -> Iterator[str]:
    """Yield the lines of one weighing."""
    case = weighing.case
    yield from wrap(case.question, WIDTH)
    yield f"{case.name}.yaml" + (f", by {case.analyst}" if case.analyst else "")
    yield ""
    yield from wrap(say_verdict(weighing), WIDTH)
    for sentence in (say_alone(weighing), f"What turns it: {say_turn(weighing)}"):
        yield from wrap(sentence, WIDTH)
    for section in (
        findings_part,
        shares_part,
        structure_part,
        withouts_part,
        bars_part,
        groups_part,
        inquiry_part,
        standing_part,
    ):
        lines = list(section(weighing))
        if lines:
            yield ""
            yield from lines
    yield ""
    yield from wrap(
        f"Seed {weighing.seed}, {weighing.draws:,} draws, uniform and independent inside the ranges. A probability says "
        "nothing of how much it stands on: read it beside the number of lines.",
        WIDTH,
    )


def findings_part(weighing: Weighing) -> Iterator[str]:
    """Yield what the audit says, and which sources were left out."""
    for finding in weighing.findings:
        yield from wrap(
            f"line {finding.at.line}  {finding.severity} {finding.code} {finding.name}: {finding.message}",
            WIDTH,
            subsequent_indent="    ",
        )
    if weighing.left_out:
        yield f"Left out of the weighing: {', '.join(weighing.left_out)}."


def shares_part(weighing: Weighing) -> Iterator[str]:
    """Yield the table of the hypotheses."""
    widest = max(len(row.hypothesis) for row in weighing.shares)
    yield f"{'':{widest}}  {'ranges allow':>12}  {'9 draws of 10':>13}  {'midpoints':>9}  {'naive':>5}  {'prior':>5}"
    for row in weighing.shares:
        yield (
            f"{row.hypothesis:{widest}}  {span(row.low, row.high):>12}  {span(row.fifth, row.ninety_fifth):>13}  "
            f"{share(row.middle):>9}  {share(row.naive):>5}  {share(row.prior):>5}"
        )
    yield f"The ranges: {weighing.corners.reason} ({weighing.corners.free} free numbers)."
    yield "Naive: every copy counted as a report of its own, no assumption holding."


def structure_part(weighing: Weighing) -> Iterator[str]:
    """Yield how many reports there are, and on how many legs they stand."""
    found = weighing.structure
    yield f"{counted(found.reports, 'report')}, {counted(found.origins, 'origin')}, {counted(found.lines, 'independent line')}."
    if found.through:
        yield f"All pass through {', '.join(found.through)}."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def withouts_part(weighing: Weighing) -> Iterator[str]:
    """Yield the lead without each entry, the most telling first."""
    index = [row.hypothesis for row in weighing.shares].index(weighing.lead)
    middle = weighing.shares[index].middle
    rows = sorted(weighing.withouts, key=lambda row: (-abs(row.shares[index] - middle), row.line, row.entry))
    yield f"Without it, {weighing.lead} ({share(middle)} with everything) would be:"
    for row in rows[:FEW]:
        turned = "" if row.lead == weighing.lead else f"   and {row.lead} leads"
        yield f"    {share(row.shares[index]):>5}  {row.kind} {row.entry} (line {row.line}){turned}"
    if len(rows) > FEW:
        yield f"    and {len(rows) - FEW} more that move it less"


def bars_part(weighing: Weighing) -> Iterator[str]:
    """Yield the longest bars of the tornado."""
    if weighing.bars:
        yield f"Numbers that move {weighing.lead} furthest, each alone:"
    for bar in weighing.bars[:FEW]:
        low, high = sorted((bar.at_low, bar.at_high))
        stated = ends(bar.number.low, bar.number.high)
        yield f"    {span(low, high):>9}  {bar.number.label}, {stated} (line {bar.number.line})"


def groups_part(weighing: Weighing) -> Iterator[str]:
    """Yield what reports that hang together are worth."""
    for group in weighing.groups:
        members = ", ".join(group.members)
        yield from wrap(
            f"{members} hang together by {group.name} (line {group.line}): together {ratio(group.together)}, as a product "
            f"{ratio(group.product)}; worth {group.worth:.1f} single reports.",
            WIDTH,
            subsequent_indent="    ",
        )


def inquiry_part(weighing: Weighing) -> Iterator[str]:
    """Yield what to find out first."""
    worth = [row for row in weighing.inquiries if row.bits > 0]
    if worth:
        yield "What to find out first:"
    for row in worth[:5]:
        yield f"    {row.bits:.2g} bit  {row.kind} {row.entry} (line {row.line})"


def standing_part(weighing: Weighing) -> Iterator[str]:
    """Yield which claims and arguments stand, and why."""
    labels = {row.name: row.label for row in weighing.standings}
    rows = [row for row in weighing.standings if row.kind != "source" or row.label is not Label.IN]
    if rows and any(row.kind == "argument" for row in rows):
        yield "After every stated objection:"
        for row in rows:
            yield f"    {row.label:<9}  {row.kind} {row.name} (line {row.line}){say_because(row, labels)}"
        stories = weighing.stories
        if stories.preferred is None:
            yield f"    {stories.reason}"
        elif len(stories.preferred) > 1:
            yield f"    {len(stories.preferred)} coherent stories remain: " + " | ".join(
                ", ".join(story) or "nothing" for story in stories.preferred
            )


def say_because(row: Standing, labels: dict[str, Label]) -> str:
    """Return what decides a label, in words."""
    if not row.because:
        return ": nothing is said against it" if row.label is Label.IN else ""
    told = []
    for name in row.because:
        match row.label, labels.get(name):
            case Label.IN, Label.IN:
                told.append(f"{name} holds")
            case Label.IN, Label.OUT:
                told.append(f"{name} fell")
            case Label.IN, _:
                told.append("an argument for it stands")
            case Label.OUT, Label.IN:
                told.append(f"{name} stands against it")
            case Label.OUT, Label.OUT:
                told.append(f"it rests on {name}, which fell")
            case _, None:
                told.append("no argument for it stands" if row.label is Label.OUT else "the arguments for it are open")
            case _:
                told.append(f"{name} is open")
    return ": " + ", ".join(told)


def pool_lines(pool: Pool) -> Iterator[str]:
    """Yield where several analysts end together, and where they part."""
    yield f"{len(pool.analysts)} analysts: {', '.join(pool.analysts)}"
    for row in pool.shares:
        yield f"    {row.hypothesis}: {share(row.share)} pooled, {span(row.low, row.high)} among them"
    if pool.dissents:
        yield "They part over:"
    for dissent in pool.dissents[:FEW]:
        told = "; ".join(f"{name} {ends(low, high)}" for name, low, high in dissent.ranges)
        yield f"    {dissent.label}: {told}" + ("" if dissent.overlap else " (the ranges do not meet)")
