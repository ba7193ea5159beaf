"""The second witness: the codes of Daitch and Mokotoff (1985), made for Slavic and Yiddish surnames in any spelling.

Only their published table is used. A name has several codes where letters are read in several ways.
"""

import re
from functools import lru_cache
from unicodedata import normalize

DIGITS = 6
"""Length of a code; shorter ones are filled with noughts."""
MOST = 16
"""Codes kept of one name."""

_TABLE = """
schtsch:2:4:4 schtsh:2:4:4 schtch:2:4:4 shtch:2:4:4 shtsh:2:4:4 stsch:2:4:4 ttsch:4:4:4 zhdzh:2:4:4 ttch:4:4:4
stch:2:4:4 strz:2:4:4 strs:2:4:4 stsh:2:4:4 szcz:2:4:4 szcs:2:4:4 scht:2:43:43 schd:2:43:43 shch:2:4:4 ttsz:4:4:4
tsch:4:4:4 zdzh:2:4:4 zsch:4:4:4 chs:5:54:54 csz:4:4:4 czs:4:4:4 drz:4:4:4 drs:4:4:4 dsh:4:4:4 dsz:4:4:4 dzh:4:4:4
dzs:4:4:4 sch:4:4:4 sht:2:43:43 szt:2:43:43 shd:2:43:43 szd:2:43:43 tch:4:4:4 trz:4:4:4 trs:4:4:4 tsh:4:4:4 tts:4:4:4
ttz:4:4:4 tzs:4:4:4 tsz:4:4:4 zdz:2:4:4 zhd:2:43:43 zsh:4:4:4 ai:0:1: aj:0:1: ay:0:1: au:0:7: ch:5:5:5|4:4:4
ck:5:5:5|45:45:45 cz:4:4:4 cs:4:4:4 ds:4:4:4 dz:4:4:4 dt:3:3:3 ei:0:1: ej:0:1: ey:0:1: eu:1:1: fb:7:7:7 ia:1:: ie:1::
io:1:: iu:1:: ks:5:54:54 kh:5:5:5 mn:66:66:66 nm:66:66:66 oi:0:1: oj:0:1: oy:0:1: pf:7:7:7 ph:7:7:7 rz:94:94:94|4:4:4
rs:94:94:94|4:4:4 sh:4:4:4 sc:2:4:4 st:2:43:43 sd:2:43:43 sz:4:4:4 th:3:3:3 ts:4:4:4 tc:4:4:4 tz:4:4:4 ui:0:1: uj:0:1:
uy:0:1: ue:0:: zd:2:43:43 zh:4:4:4 zs:4:4:4 a:0:: b:7:7:7 c:5:5:5|4:4:4 d:3:3:3 e:0:: f:7:7:7 g:5:5:5 h:5:5: i:0::
j:1::|4:4:4 k:5:5:5 l:8:8:8 m:6:6:6 n:6:6:6 o:0:: p:7:7:7 q:5:5:5 r:9:9:9 s:4:4:4 t:3:3:3 u:0:: v:7:7:7 w:7:7:7
x:5:54:54 y:1:: z:4:4:4
"""
Reading = tuple[str, str, str]
_READINGS: dict[str, tuple[Reading, ...]] = {}
for _row in _TABLE.split():
    _letters, _, _codes = _row.partition(":")
    _READINGS[_letters] = tuple(
        (first, vowel, rest) for first, vowel, rest in (reading.split(":") for reading in _codes.split("|"))
    )
_PIECE = re.compile("|".join(sorted(_READINGS, key=lambda letters: (-len(letters), letters))))
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=1 << 16)
def codes_of(name: str) -> frozenset[str]:
    """Return the codes of one word in Latin letters; none where it has no letter of the table."""
    plain = "".join(one for one in normalize("NFKD", name.casefold().replace("ł", "l")) if one.isascii())
    pieces = list(_PIECE.finditer(plain))
    codes = {("", "")}  # the code so far, and the last sound
    for number, piece in enumerate(pieces):
        before_vowel = piece.end() < len(plain) and plain[piece.end()] in _VOWELS
        column = 0 if not number else (1 if before_vowel else 2)
        sounds = {reading[column] for reading in _READINGS[piece[0]]}
        codes = {(code + ("" if sound == last else sound), sound) for code, last in codes for sound in sounds}
        codes = set(sorted(codes)[:MOST])
    return frozenset(code[:DIGITS].ljust(DIGITS, "0") for code, _ in codes if pieces)
