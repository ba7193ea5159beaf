"""The palette of the page: every colour of letters on every ground it stands on holds WCAG 2.2 AA (4.5 to 1)."""

import re
from importlib.resources import files

import pytest

CSS = files("valla.report.page").joinpath("page.css").read_text("utf-8")
GROUNDS = ("paper", "sheet", "shade")
LETTERS = [
    "ink",
    "soft",
    "link",
    "verbatim",
    "variant",
    "elided",
    "altered",
    "spliced",
    "elsewhere",
    "not-found",
    "unchecked",
    "error",
    "warning",
    "note",
]
TINT = 0.14
"""The strongest share of its own colour that lies under words."""


def palettes() -> list[dict[str, str]]:
    """Return the light palette, and the dark one as it stands in each of its two places."""
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", part)) for part in re.findall(r"\{([^{}]*)\}", CSS)]
    return [palette for palette in found if "paper" in palette]


def channels(colour: str) -> tuple[float, float, float]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: tuple[float, float, float], ground: tuple[float, float, float]) -> tuple[float, float, float]:
    red, green, blue = (TINT * part + (1 - TINT) * under for part, under in zip(colour, ground, strict=True))
    return red, green, blue


def test_there_are_a_light_a_dark_and_a_printed_palette() -> None:
    light, dark, chosen, printed = palettes()

    assert dark == chosen
    assert light["paper"] != dark["paper"]
    assert printed["paper"] == "#fff"


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "dark-chosen", "print"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("letters", LETTERS)
def test_letters_are_readable_on_their_ground(palette: dict[str, str], ground: str, letters: str) -> None:
    assert contrast(channels(palette[letters]), channels(palette[ground])) >= 4.5


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "dark-chosen", "print"])
@pytest.mark.parametrize("tint", LETTERS[3:11])
def test_words_are_readable_on_the_tint_of_their_verdict(palette: dict[str, str], tint: str) -> None:
    ground = mixed(channels(palette[tint]), channels(palette["paper"]))

    assert contrast(channels(palette["ink"]), ground) >= 4.5


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "dark-chosen", "print"])
@pytest.mark.parametrize("letters", ["ink", "soft", "error", "warning", "note"])
def test_the_chosen_finding_is_readable(palette: dict[str, str], letters: str) -> None:
    assert contrast(channels(palette[letters]), channels(palette["here"])) >= 4.5


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "dark-chosen", "print"])
def test_the_sign_of_an_error_is_readable_on_its_own_colour(palette: dict[str, str]) -> None:
    assert contrast(channels(palette["sheet"]), channels(palette["error"])) >= 4.5
