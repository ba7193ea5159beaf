"""How figures are said: two digits at most, the range first, never a certainty."""

from valla.model.weights import Share, Verdict, Weighing

LEAST, MOST = 0.01, 0.99


def share(value: float) -> str:
    """Return a probability in two digits: .35, less than .01, more than .99."""
    if value < LEAST:
        return "<.01"
    return ">.99" if value > MOST else f"{value:.2f}".removeprefix("0")


def span(low: float, high: float) -> str:
    """Return a range of probabilities."""
    return share(low) if share(low) == share(high) else f"{share(low)}–{share(high)}"


def ratio(value: float) -> str:
    """Return a likelihood ratio in two digits, as so much to one, or one to so much."""
    if value >= 1:
        return f"{two_digits(value)} to 1"
    return f"1 to {two_digits(1 / value)}"


def two_digits(value: float) -> str:
    """Return a number of at least 1 in two significant digits."""
    if value < 10:  # noqa: PLR2004  (one digit before the point)
        return f"{value:.1f}"
    if value < 1_000_000:  # noqa: PLR2004  (written out as far as a reader counts)
        digits = len(str(int(value)))
        return f"{round(value, 2 - digits):,.0f}"
    return f"{value:.0e}".replace("e+", "e")


def exact(value: float) -> str:
    """Return a number of the case file as an analyst would write it."""
    return f"{value:.4g}"


def ends(low: float, high: float) -> str:
    """Return a range of the case file; one number where its ends are equal."""
    return exact(low) if low == high else f"{exact(low)}..{exact(high)}"


def leader(weighing: Weighing) -> Share:
    """Return the share of the hypothesis that leads."""
    return next(row for row in weighing.shares if row.hypothesis == weighing.lead)


def say_verdict(weighing: Weighing) -> str:
    """Return the verdict in one sentence, with what the ranges allow."""
    top = leader(weighing)
    whole = span(top.low, top.high)
    match weighing.verdict:
        case Verdict.SETTLED:
            return f"Settled within these numbers: {top.hypothesis} leads in every corner of the ranges ({whole})."
        case Verdict.LEANS:
            return (
                f"Leans to {top.hypothesis}: it leads in {percent(weighing.leads_in)} of the draws "
                f"({span(top.fifth, top.ninety_fifth)} in nine of ten), but the ranges as stated allow {whole}."
            )
        case _:
            return (
                f"Open: {top.hypothesis} leads at the midpoints ({share(top.middle)}) and in "
                f"{percent(weighing.leads_in)} of the draws; the ranges as stated allow {whole}."
            )


def percent(value: float) -> str:
    """Return a share of draws in whole per cent; all and none only where it is all or none."""
    if value in {0.0, 1.0}:
        return "all" if value else "none"
    return f"{min(99, max(1, round(100 * value)))} %"


def say_alone(weighing: Weighing) -> str:
    """Return which sources or origins alone carry the lead; empty where none does."""
    if not weighing.alone:
        return ""
    if len(weighing.alone) == 1:
        return f"{weighing.alone[0]} alone carries the lead: without it {weighing.lead} no longer leads."
    names = ", ".join(weighing.alone)
    return f"Each of these alone carries the lead, so that without it {weighing.lead} no longer leads: {names}."


def say_turn(weighing: Weighing) -> str:
    """Return what turns the answer: the nearest single number, and the pair inside the ranges."""
    told = []
    if weighing.flips:
        flip = weighing.flips[0]
        where = "inside its range" if flip.inside else "outside its range"
        middle = (flip.number.low + flip.number.high) / 2
        told.append(f"{flip.number.label} {middle:.2g} → {flip.value:.2g} gives the lead to {flip.lead} ({where})")
    else:
        told.append("no single number turns it")
    if weighing.pair:
        pair = weighing.pair
        told.append(
            f"{pair.first.label} at {exact(pair.first_value)} with {pair.second.label} at {exact(pair.second_value)} "
            f"gives it to {pair.lead}, both inside their ranges"
        )
    else:
        told.append("no pair of numbers turns it inside their ranges")
    return "; ".join(told) + "."
