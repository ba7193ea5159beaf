"""Made libraries and quotations, for tests that hold one engine against another. The same seed makes the same ones."""

from pathlib import Path
from random import Random

from valla.model.slips import Slip

SYLLABLES = "ba be bri co dan dor el fa fen gar hal il ka lo mar mun na or pel qua ren sa tor ul ven wy".split()
SMALL = "the of and to in that it was for on with as he at by from not but all".split()


def vocabulary(chance: Random, count: int = 900) -> list[str]:
    """Return invented words."""
    return sorted({"".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))) for _ in range(count)})


def prose(chance: Random, words: list[str], count: int) -> str:
    """Return sentences of invented and of small words, some with numbers and names, in lines and paragraphs."""
    out: list[str] = []
    for n in range(count):
        word = chance.choice(SMALL) if chance.random() < 0.45 else chance.choice(words)
        word = str(chance.randint(2, 1900)) if chance.random() < 0.02 else word
        word = word.capitalize() if n % 13 == 0 or chance.random() < 0.03 else word
        end = ". " if n % 13 == 12 else ", " if chance.random() < 0.06 else " "
        out.append(word + (".\n\n" if n % 130 == 129 else end if chance.random() > 0.1 else "\n"))
    return "".join(out)


def write_library(folder: Path, seed: int, *, documents: int = 8, words: int = 900) -> list[str]:
    """Write a library with an older edition of one text, an equal copy of another and a web page; return the texts."""
    chance = Random(seed)  # noqa: S311
    known = vocabulary(chance)
    texts = [f"Book {number}\n\n{prose(chance, known, words)}" for number in range(documents)]
    texts += [texts[0].replace("the", "ye"), texts[1], f"{texts[2]}é “fin” … \u00ad{prose(chance, known, 40)}"]
    for number, text in enumerate(texts):
        (folder / "shelf").mkdir(parents=True, exist_ok=True)
        (folder / "shelf" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    page = "".join(f"<p>{part}</p>\n" for part in texts[3].split("\n\n"))
    (folder / "page.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    return texts


def make_slips(texts: list[str], seed: int, count: int) -> list[Slip]:
    """Return quotations: whole, altered, shortened, joined, spoilt, short and absent ones."""
    chance = Random(seed)  # noqa: S311
    return [Slip(id=f"q{number}", quote=_quote(texts, chance)) for number in range(count)]


def _quote(texts: list[str], chance: Random) -> str:
    words = _cut(texts, chance, chance.randint(8, 30))
    kind = chance.randrange(8)
    if kind == 0:
        words[chance.randrange(len(words))] = "otherwise"
    elif kind == 1:
        at = len(words) // 2
        words[at : at + 2] = ["..."]
    elif kind == 2:
        words = words[:9] + _cut(texts, chance, 9)
    elif kind == 3:
        words = [_spoilt(word, chance) for word in words]
    elif kind == 4:
        words = words[: chance.randint(2, 5)]
    elif kind == 5:
        chance.shuffle(words)
    return " ".join(words)


def _cut(texts: list[str], chance: Random, count: int) -> list[str]:
    words = chance.choice(texts).split()
    start = chance.randrange(max(1, len(words) - count))
    return words[start : start + count]


def _spoilt(word: str, chance: Random) -> str:
    return "".join("c" if letter == "e" and chance.random() < 0.3 else letter for letter in word)
