"""The words of time: months, days of the week, seasons, ordinals and units, in four languages."""

import re
from collections.abc import Iterable


def ranked(text: str) -> dict[str, int]:
    """Return the number of each word: spaces part the groups, strokes the words of one group."""
    return {word: rank for rank, group in enumerate(text.split(), 1) for word in group.split("|")}


ENGLISH_MONTHS = ranked(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct "
    "november|nov december|dec"
)
OTHER_MONTHS = (
    ranked(
        "januar|jänner februar|feber|febr märz|maerz april mai juni juli august september oktober|okt november dezember|dez"
    ),
    ranked(
        "janvier|janv février|fevrier|févr mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre "
        "décembre|decembre|déc"
    ),
    ranked(
        "января|январь|январе февраля|февраль|феврале марта|март|марте апреля|апрель|апреле мая|май|мае июня|июнь|июне "
        "июля|июль|июле августа|август|августе сентября|сентябрь|сентябре октября|октябрь|октябре ноября|ноябрь|ноябре "
        "декабря|декабрь|декабре"
    ),
)
MONTHS: dict[str, int] = {word: rank for table in (*OTHER_MONTHS, ENGLISH_MONTHS) for word, rank in table.items()}
ROMAN_MONTHS = ranked("i ii iii iv v vi vii viii ix x xi xii")
WEEKDAYS: dict[str, int] = {
    **ranked("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    **ranked("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    **ranked("monday|mon tuesday|tues|tue wednesday|wed thursday|thurs|thu friday|fri saturday|sat sunday|sun"),
}
SEASONS: dict[str, int] = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "frühjahr": 21, "frühling": 21, "sommer": 22, "herbst": 23,
    "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
    "весной": 21, "весна": 21, "весны": 21, "летом": 22, "лето": 22, "осенью": 23, "осень": 23, "осени": 23,
    "зимой": 24, "зима": 24, "зимы": 24,
}  # fmt: skip
HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "may day": (5, 1), "all saints' day": (11, 1),
    "midsummer day": (6, 24), "st. john's day": (6, 24), "lady day": (3, 25), "michaelmas": (9, 29),
}  # fmt: skip
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_ONES = _UNITS[:9]
ORDINALS: dict[str, int] = {
    **{word: rank for rank, word in enumerate(_UNITS, 1)},
    "twentieth": 20, "thirtieth": 30,
    **{f"twenty-{word}": 20 + rank for rank, word in enumerate(_ONES, 1)},
    "thirty-first": 31,
}  # fmt: skip
_COUNT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = {word: 10 * rank for rank, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
CARDINALS: dict[str, int] = {
    **{word: rank for rank, word in enumerate(_COUNT, 1)},
    **TENS,
    **{f"{ten}-{word}": value + rank for ten, value in TENS.items() for rank, word in enumerate(_COUNT[:9], 1)},
}
DECADES: dict[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
COUNTED = (
    "men women people persons souls soldiers troops officers workers members horse horses foot miles mile feet yards "
    "metres meters metre meter kilometres kilometers km inches acres acre tons tonnes ton pounds lbs ounces bushels "
    "barrels gallons roubles rubles dollars dollar francs marks pence cents shillings votes voters pages words lines "
    "letters characters copies volumes houses households families children pupils students prisoners guns rifles tanks "
    "planes aircraft ships sail vessels cattle sheep volts watts calories degrees percent per hours hrs rpm hp cc "
    "revolutions square cubic cases thousand million billion hundred dozen times others inhabitants residents patients "
    "jobs units items points deaths killed wounded stars peasants delegates slaves missiles warheads participants"
).split()  # fmt: skip


def choice(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
