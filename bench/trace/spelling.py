"""Older and newer spellings of one word."""

import re
from collections.abc import Callable, Container
from random import Random

from bench.trace.words import WORD, put

_PAIRS = """
honor honour, honors honours, honorable honourable, honored honoured, favor favour, favors favours, favorable favourable,
favorite favourite, labor labour, labors labours, laborer labourer, neighbor neighbour, neighbors neighbours, color colour,
colors colours, harbor harbour, harbors harbours, valor valour, vigor vigour, rumor rumour, humor humour, endeavor endeavour,
endeavors endeavours, behavior behaviour, savior saviour, splendor splendour, ardor ardour, candor candour, rigor rigour,
armor armour, odor odour, parlor parlour, clamor clamour, fervor fervour, center centre, theater theatre, meager meagre,
defense defence, offense offence, pretense pretence, license licence, recognize recognise, organize organise,
organized organised, organization organisation, realize realise, realized realised, civilization civilisation,
authorize authorise, authorized authorised, exercise exercize, surprise surprize, show shew, shown shewn, showed shewed, shows shews, choose chuse, public publick, music musick,
republic republick, traffic traffick, critic critick, increase encrease, increased encreased, complete compleat,
ancient antient, connection connexion, gray grey, plow plough, jail gaol, gaiety gayety, inquire enquire, inquiry enquiry,
inquiries enquiries, entire intire, expense expence, travelers travellers, traveler traveller, traveled travelled,
judgment judgement, acknowledgment acknowledgement, always alwayes, only onely, many manie, every euery, ever euer,
never neuer, have haue, give giue, given giuen, love loue, live liue, over ouer, upon vpon, under vnder, unto vnto, us vs,
up vp, until vntill, use vse, himself himselfe, myself my selfe, itself it selfe, self selfe, been beene, being beeing, own owne,
old olde, kind kinde, find finde, mind minde, tell tel, shall shal, will wil, well wel, full ful, most moste, much muche,
same fame, year yeere, years yeeres, here heere, where wheare, there theire, again againe, against againft, said sayd,
laid layd, day daye, days dayes, joy ioy, just iust, justice iustice, judge iudge, join ioyn, joined ioyned,
enough inough, friend freind, friends freinds, people peeple, country countrey, money monie, body bodie, mercy mercie,
glory glorie, army armie, enemy enemie, city citie, duty dutie, liberty libertie, happy happie, heart hart, hearts harts,
great greate, good goode, goods goodes, speak speake, seek seeke, keep keepe, mean meane, dear deare, clear cleare,
fear feare, hear heare, year yeare, blood bloud, truth trueth, son sonne, sun sunne, sin sinne, man manne, war warre,
far farre, star starre, lord lorde, house howse, power powre, town towne, crown crowne, down downe, sign signe,
soul soule, foul foule, poor poore, door doore, moon moone, soon soone, took tooke, book booke, look looke
"""

NEWER_TO_OLDER: dict[str, str] = {}
for _pair in _PAIRS.replace("\n", " ").split(","):
    _newer, _older = _pair.split(maxsplit=1)
    NEWER_TO_OLDER.setdefault(_newer, _older.strip())
for _slip in ("same", "against", "there", "where", "friend", "friends", "people", "exercise", "power", "house"):
    NEWER_TO_OLDER.pop(_slip, None)  # no printer's spelling, or another word

OLDER_TO_NEWER = {older: newer for newer, older in NEWER_TO_OLDER.items() if " " not in older}

Rule = tuple[re.Pattern[str], str]

_NEWER_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=[aeioulnr])u(?=[aeiouy])", "v"),
        (r"^v(?=[^aeiou])", "u"),
        (r"^i(?=[aeou])", "j"),
        (r"ie$", "y"),
        (r"nesse$", "ness"),
        (r"lesse$", "less"),
        (r"(?<=[^e])e$", ""),
        (r"([bdgklmnprt])\1e$", r"\1"),
        (r"'d$", "ed"),
        (r"ick$", "ic"),
        (r"(?<=[a-z])y(?=[dln])", "i"),
        (r"our$", "or"),
        (r"ll$", "l"),
        (r"es$", "s"),
        (r"ee(?=re$)", "e"),
    )
)


def older(text: str, chance: Random) -> str | None:
    """Return a text in older spelling, or None where no word has one; where many have, one or two may stay."""
    return _respelled(text, NEWER_TO_OLDER.get, chance)


def newer(text: str, known: Container[str], chance: Random) -> str | None:
    """Return a text in newer spelling: a word that is not known, spelt as one that is."""
    return _respelled(text, lambda word: OLDER_TO_NEWER.get(word) or _by_rule(word, known), chance)


def _by_rule(word: str, known: Container[str]) -> str | None:
    """Return the newer form to which one or two rules lead."""
    if word in known:
        return None
    once = [pattern.sub(new, word) for pattern, new in _NEWER_RULES]
    twice = [pattern.sub(new, form) for form in once if form != word for pattern, new in _NEWER_RULES]
    return next((form for form in (*once, *twice) if form != word and len(form) > 2 and form in known), None)  # noqa: PLR2004


def _respelled(text: str, form: Callable[[str], str | None], chance: Random) -> str | None:
    """Put another form for each word that has one, seen from the end."""
    found = [(match, other) for match in WORD.finditer(text) if (other := form(match[0].lower()))]
    kept = found if len(found) < 3 else [row for row in found if chance.random() < 0.9] or found  # noqa: PLR2004
    for match, other in reversed(kept):
        text = put(text, match.span(), other)
    return text if kept else None
