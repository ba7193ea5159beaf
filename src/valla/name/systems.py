"""The systems in which names are written: each a table from letters to sounds, and the letters that it knows.

A row is `pattern=sounds`, the first that fits is taken; `a|b` are two ways to read it, an empty reading is silence. The
alphabet of sounds is that of `folding`: small letters, and capitals for S (ship), C (church), Z (vision), T (tsar),
X (loch), J (judge). `V` stands for a vowel, `K` for a consonant, `^` for the start of the name and `$` for its end.
Method: own; each table follows the published habits of its system (Library of Congress, BGN, Duden, French press usage,
Polish, Czech and Croatian orthography, ISO 9, YIVO, Hungarian before and after 1832, Hunter, Hepburn and Kunrei).
"""

import re
from dataclasses import dataclass

from valla.name.tables import Table

PLAIN = "a-z"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One way of writing: what it makes of letters, in which letters it writes, and what shows that it is meant."""

    name: str
    table: Table
    letters: re.Pattern[str]  # a name with others is not written in it
    cue: re.Pattern[str] | None = None  # one of two names must show it, where the system is lax


_V, _K = "[aeiouyàáâäãāéèêëěēíìîïīóòôöőøōúùûüűūůýąęıŏŭ]", "[bcdfghjklmnpqrstvwxzčćšśžźżňńłřďťđßçşğț]"

ENDINGS = """
    owitsch$=oviC ewitsch$=eviC [oe]wi?c[zh]$=oviC|eviC ovitz$=oviC|oviT owitz$=oviC|oviT ewitz$=eviC|eviT
    off$=ov eff$=ev (?<=[sz])k(?:ij|iy|ii|yj|yi|yy)$=ki (?<=[cTtz])k(?:ij|iy|ii|yj|yi)$=ki
    (?<=K)n(?:yj|yi|yy|ij)$=ni ck[iy]$=Tki iy$=i ij$=i ii$=i yi$=i yj$=i iï$=i
"""
"""Endings that many systems share."""
REST = """
    à=a á=a â=a ã=a ā=a ä=e é=e è=e ê=e ë=e ē=e í=i ì=i î=i ï=i ī=i ó=o ò=o ô=o ō=o ú=u ù=u û=u ū=u ů=u ý=i
    ö=o|e ő=o|e ø=o|e ü=u|i ű=u|i ñ=n ç=s ß=s
    ph=f th=t ck=k gh=g qu=k|kv q=k x=ks w=v c(?=[eiy])=s c=k i(?=V)=y y(?=V)=y y=i
"""
"""What is left where a system says nothing of its own."""


def _table(text: str) -> Table:
    """Read the rows of a table, those of the rest behind them; letters that no row has stand for themselves."""
    rows = [row.rpartition("=") for row in f"{text} {REST}".split()]
    return Table([(row[0].replace("V", _V).replace("K", _K), tuple(row[2].split("|"))) for row in rows])


def _system(name: str, letters: str, table: str, cue: str | None = None, whole: str = "") -> System:
    """Return one system; `letters` are those it has besides the plain ones, `whole` is what all its names are made of."""
    known = re.compile(whole or f"[{PLAIN}{letters}]+")
    return System(name=name, table=_table(table), letters=known, cue=None if cue is None else re.compile(cue))


SYSTEMS = (
    _system("English", "éëèïōū", f"""
        {ENDINGS} ow$=ov|au shch=SC tch=C dzh=J dj=J zh=Z kh=X ts=T tz=T sh=S ch(?=[rl])=k ch=C sz=s j=J|y
        ^ye=e ^ie=e ie$=i (?<=K)yo=e|yo ee=i oo=u ou=u ey$=i|ey ei=ay|ey ai=e|ay ay=e|ay oi=oy ae=e yi=i ea=e|ea (?<=K)e$=e|
    """),
    _system("French", "éèêëïîôçœûùâ", f"""
        {ENDINGS} chtch=SC tch=C tsch=C dj=J ch=S j=Z gu(?=[eiéè])=g g(?=[eiyé])=Z kh=X ts=T tz=T zs=Z
        ou(?=V)=v ou=u œ=e eau=o au=o|au ss=s qu=k gn=ny ine$=in ane$=an (?<=[vtlr])e$=|e
        ^ye=e ^ie=e aï=ay oï=oy ai=e|ay ei=ey|ay eu=e|eu é(?=V)=e
    """),
    _system("German", "äöüßéï", f"""
        {ENDINGS} schtsch=SC tzsch=C tsch=C dsch=J sch=S|Z ch=X chs=ks tz=T (?<=[dt])s=s zs=s z=T ss=s ß=s
        ^s(?=V)=z|s (?<=V)s(?=V)=z|s (?<=[lnmr])s(?=V)=z|s ^st=st|St (?<=f)st=st|St w=v (?<=K)jo=e|yo j=y ie=i|ye
        ei=ay|ey ey=ay|ey eu=oy|eu äu=oy ai=ay|e ä=e ae=e|ay ö=o|e oe=o|e ü=i|u|yu ue=i|u|yu
        (?<=V)h(?=K|$)= ds(?=[jaeou])=dz|ds c(?=[eiä])=T
    """),
    _system("Polish", "ąćęłńóśźż", f"""
        {ENDINGS} szcz=SC sz=S cz=C rz=Z|rz ch=X dź=J dż=J dz=dz|z ż=Z ź=z ś=s|S ć=C|T ń=n ł=l ó=u ą=on|om|o ę=en|em|e
        [śs]ci(?=V)=SC|sty|sTy ci(?=V)=C|T si(?=V)=S|sy zi(?=V)=Z|zy ni(?=V)=n|ny
        w=v c=T aj=ay ej=ey oj=oy j=y h=h|X
    """),
    _system("Czech, Croatian and scholarly", "áčďéěíňóřšťúůýžđćľĺŕôëèʹʺ", f"""
        {ENDINGS} šč=SC š=S č=C ć=C ž=Z đ=J dž=J dj=J dz=dz|z ch=X c=T aj=ay ej=ey oj=oy (?<=K)jo=e|yo j=y ě=e ř=rZ|Z h=h|X ď=d ť=t ň=n
        ľ=l ĺ=l ŕ=r ʹ= ʺ=
    """),
    _system("without its accents", "", f"""
        {ENDINGS} sch=S cz=C sz=S dz=dz|J s=s|S z=z|Z ch=X dj=J|dy c=T|C j=y h=h|X
    """),
    _system("Hungarian", "áéíóöőúüű", """
        dzs=J cs=C cz=T ts=C tz=T sz=s zs=Z gy=dy|g|J ly$=i|ly ly=y|l ny=n|ny ty=t|ty th=t eö=o s=S c=T aj=ay oj=oy ej=ey j=y
        ö=o|e oe=o|e ő=o|e ü=u|i ue=u ű=u|i ey$=e|i i$=i y$=i
    """),
    _system("Yiddish", "ëäöü", """
        ck[iy]$=Tki shtsh=SC tsh=C tch=C sht=St sh=S zh=Z kh=X ch=X ts=T tz=T dzh=J ay=ay ai=ay ey=ey|ay ei=ey|ay oy=oy oi=oy
        j=y w=v ie=i|e z=z
    """),
    _system("Greek", "áéíóúàèìòùëïü", """
        ch=X kh=X c=k ou=u y=i u=i|u ae=e ai=e ei=i oi=i eu=ev|e au=av ph=f th=t ^h= s$=s| mp=b|mp b=v|b
    """, cue=r"(?:[oai]s|ou|es)\Z"),
    _system("Arabic", "āīūâîûḥṣḍṭẓʿʾéèçïôġḫšǧ", """
        ā=a ī=i ū=u â=a î=i û=u ḥ=h ṣ=s ḍ=d ṭ=t ẓ=z ʿ= ʾ= ġ=g ḫ=X š=S ǧ=J
        (?<=^abd)[aeiou]l?=a (?<=.{3})[aeu][ld]d[ei]+ne?$=adin dsch=J dj=J sch=S sh=S kh=X ch=S|X gh=g|k th=t|s dh=d|z gu(?=[ei])=g|J g=g|J|k j=J|y q=k|g k=k c(?=[eiy])=s ç=s c=k ss=s
        (?<=V)s(?=V)=s|z ou(?=V)=w u(?=[aei])=w oo=u ou=u ee=i aa=a ay=ay ai=ay ei=ay ey=ay aï=ay oui=ui
        aw=aw au=aw ow=aw ao=aw|au w=w v=w iy$=i i$=i y$=i ie(?=n)=iya|i y(?=V)=y i(?=V)=y| y=i
        (?<=K)r$=r|ir|ar (?<=K)l$=l|il|al (?<=K)m$=m|im|am e$=|a h$= ah$=a eh$=a e=a|i é=a|i è=a|i o=u|a ô=u
    """, cue=r"q(?!u[aeio])|kh|gh|dj|dh|\Aabd|\Aabu|iyy|[ae]h[dlmv]|[aeiou]h[aeiou]|[aeiou](?:ss|dd)[aeiu]|[bdfhjklmnrstz](?:ay|ei|ai|ey)[bdfhjklmnrst]|[āīūḥṣḍṭẓʿʾ]|[bdfhjkqstz][rlm]\Z"),
    _system("Indian", "āīūṭḍṇ", """
        chh=C ch=C sh=S|s sc=s ś=S ṭ=t ḍ=d ṇ=n kh=k gh=g dh=d bh=b ph=f|p th=t jh=J jee$=Ji gee$=Ji ji$=Ji j=J gy$=Ji ee=i oo=u ou=au
        ow=au au=au aw=au ao=au u(?=[nmrlt][^aeiou])=a|u u=u|a o=o ai=e ei=e ay=e y$=i e$=|e e=e|i i=i z=z|J w=v c=k
    """, cue=r"ee|oo|[bdg]h|jee|aur"),
    _system("Korean", "ŏŭ", """
        ^rh?ee=i ^lee=i ^[ry]i(?!n)=i ^par?k=bag ^bak=bag ^ch?oe=Jo ^choi=Jo yeo=yo eo=o eu=u ŭi=i ŭ=u ŏ=o ung=ong|ung oo=u ee=i ae=e
        ai=e oe=e ui=i ch=J j=J k=g g=g t=d p=b r=l sh=s w=w
    """, cue=r"eu|[ŏŭ]|eo|hee|you?ng|oo"),
    _system("Ukrainian", "ï", f"""
        {ENDINGS} shch=SC zh=Z kh=X ts=T tz=T sh=S schtsch=SC tsch=C sch=S ch=C iou=yu iu=yu ia=ya j=y h=g g=g z=z
        ye=e ie=e yi=i
    """, cue=r"(?:[iy]ch|enko|[sc]k[iy]i?|ch?uk|iuk|ets|yk|[iy]n)\Z"),
    _system("Turkish", "", """
        dj=J c=J ç=C ş=S ğ=g| j=Z ı=i w=v
    """, whole=r"(?=.*[çğış])[a-zçğıöşüâî]+"),
    _system("Romanian", "ăâîșțşţ", """
        ș=S ş=S ț=T ţ=T j=Z ch(?=[ei])=k c(?=[ei])=C gh(?=[ei])=g g(?=[ei])=J ă=a|e â=i|a î=i esco$=esku escu$=esku
    """, cue=r"[ăâîșțşţ]|esc[uo]\Z"),
    _system("Japanese", "", """
        tch=C ch=C sh=S ts=T ji=Ji dj=J j=J zy=J zi=Ji di=Ji sy=S si=Si ty=C ti=Ci tu=Tu dzu=zu du=zu hu=fu kw=k
        ouye$=oe oye$=oe ye=e|ye ō=o ô=o oo=o oh(?=K|$)=o ou=o|u ū=u û=u uu=u ī=i m(?=[bp])=n n=n wo=o
    """, cue="", whole=r"(?:(?:tch|ts|[cs]h|kw|dz|[kgsztdnhbpmrj]y|[kgsztdnhbpmrjfwy])?(?:[aeiuāēīūûôō]|o[hu]?)|[nm](?![aeiouy])|([kpst])(?=\1))+"),
)  # fmt: skip
