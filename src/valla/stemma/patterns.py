"""Patterns of telling: verbs with what stands behind them, papers, and who made them. English; all of them bounded."""

import re

from valla.stemma.awaited import Awaited
from valla.stemma.parties import NAME, PAPERS, PARTY

_ASIDE = r"(?:(?!\b(?:what|that|which|(?:he|she|they|I|we) [a-z ]{3,30}(?:the|his|her|an?|what)) )(?:[^.;:“”,]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bSt)\.|(?<=\bMrs)\.|(?<=\bRev)\.|(?<=\bpp)\.|(?<=\bp)\.))"
"""One sign of words between commas, in which the stop of a title is no end."""
SUBJECT = re.compile(
    rf"(?:^|(?<=[\s(“\"‘]))(?P<who>{PARTY}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)"
    r"(?P<beside>,? (?:who|which)\b(?:[^;:“”]{0,70},| [a-z ]{0,40})?"
    rf"|(?: (?:seen|read|sent|written|kept|made|signed|printed|published) [^.;:“”,]{{2,60}})?,{_ASIDE}{{2,80}}(?:,{_ASIDE}{{2,50}})?,)?"
    r"(?: (?:came|went|sat|stood|got|ran|looked|turned|rose|wept|laughed)(?: [a-z]{2,9}){0,3} and(?! [a-z]+ed\b))?"
    r"(?: (?:had|has|have|would|will|used to|later|once|then|often|always|also|himself|herself|itself|themselves|further|"
    r"that (?:morning|evening|day|night|year|week)|the same (?:day|evening|night)|afterwards|in passing|years? (?:later|afterwards)|finally|first|already|too|all|both|even|since|not|only|in turn|[a-z]{2,14}ly)){0,4} $"
)
LARGER = re.compile(
    r"(?:^|(?<=[\s(“\"‘]))(?P<who>(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Oo]ne|[Tt]wo) (?:[a-z][\w’'-]{2,20} ){1,3}(?:in|at|from|on|near) )$"
)
"""What makes a party larger: "my informant in the committee" is no committee."""
BROKEN_IN = re.compile(
    r"[,.]?[\"”’] [\w. ’'-]{2,40}\b(?:wrote|writes|said|says|added|recalled|noted|told [a-z]{2,8})\b[^\"“”.]{0,40}[,.:] [\"“‘]$"
)
"""The author's words that break into another's: "My host," he wrote, "assured me"."""
PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are) $")
OBJECT = r"(?:(?:it|this|that)(?: himself| herself)?|them|so|the same|the [a-z]{3,14}|his [a-z]{3,14}|her [a-z]{3,14})"
TELL = Awaited(
    r"\b(?:told|tells|tell|assured|assures|informed|informs|warned|showed|shown|admitted to|(?:confided|whispered|complained|reported|boasted|"
    rf"bragged|mentioned|explained|remarked|dictated|denied|answered|said|wrote|swore|repeated|related|described|recounted|confessed|told|gave)(?: {OBJECT})?"
    rf"(?: once)? to) (?P<to>this (?:examinate|examinant|deponent|declarant|affiant)|me|us|him|them|{PARTY}|her)"
)
GAVE = Awaited(
    rf"\b(?:gave|gives|told|repeated) (?:(?:the same|this|an|her|his|another|that|a different) (?:account|story|version|evidence|"
    rf"information|tale)(?: of [^.;:“”,]{{2,40}}?)? to (?P<to>{PARTY})|(?P<too>{PARTY}) (?:a|the|his|her|this|another|quite) "
    r"(?:[a-z]+ ){0,2}(?:account|story|version|picture|tale))"
)
SAY = re.compile(
    r"\b(?:said|says|say|wrote|writes|testified|swore|noted|notes|recalled|recalls|remembered|remembers|claimed|claims|declared|"
    r"declares|stated|states|denied|denies|admitted|admits|insisted|insists|maintained|maintains|recorded|records|remarked|"
    r"reported|reports|affirmed|deposed|answered|replied|observed|concluded|concludes|warns|reads|ran|runs|found|confirmed|"
    r"confirms|explained|explains|relates|related|adds|added|entered|enters|noted down|set down|put down|confessed|mentions|gave evidence|gives evidence|made oath|believed)"
    r"(?: (?:of|to|as|only))?(?P<gap>,? (?:in|at|on|to|before|under|of|after|by|from|during|for|with) [^.;:“”]{2,60}?)?"
    r"(?:,[^,.;:“”]{2,40},)?,?(?: (?P<that>that|how)\b|:? ?(?=[“\"‘])|: | to (?:have|be)\b)"
)
HOLDS = re.compile(
    r"\b(?:has|have|gives|shows?|contains?|mentions|stands?|runs|reads)(?: [^.;:“”]{2,50}?)?:? ?(?=[“\"‘])"
)
COMPLAINED = re.compile(r"\b(?:complained|spoke|boasted|bragged) (?:of|about)\b")
HAD = Awaited(
    r"\b(?:had|has|have|heard|hears|got|learned|learnt|took|copied|copies|knew|knows) (?:(?:it|this|that|them|the same|as much|these things|what [a-z ]{3,30}|"
    r"(?:the|his|her|its|their|my|all) (?:whole )?(?:story|tale|information|account|news|report|word)s?)(?: (?:all|only|straight|directly))?"
    rf"(?:,[^,.;]{{2,24}},)? )?(?:from|through(?: the [A-Z][a-z]+ of)?|by way of) (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
WAS_TOLD = Awaited(
    r"\b(?:was|were|been) (?:told|assured|informed|shown)(?: (?:so|this|that|of it|of this|it|as much))?(?:,[^,.;]{2,24},)?(?: [a-z ]{2,30}?)? "
    rf"by (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
CITING = Awaited(
    rf" (?:[a-z]{{3,12}}(?:s|ed) (?:it |this |the same |the story )?)?,? ?(?:citing|quoting|echoing|on the authority of) (?P<who>{PARTY})"
)
HAD_SEEN = Awaited(
    rf"(?:\bthat|[Aa]ccording to {NAME},) (?P<who>{PARTY}) had (?:himself |herself |once )?(?:seen|heard|watched|overheard)\b"
)
ON_WORD = Awaited(
    rf"\b(?:from the (?:mouth|lips)|[Oo]n (?:the )?(?:[a-z]+ )?(?:word|authority|testimony|evidence|strength|information|report)(?: supplied)?|by the account) (?:of|by|from) (?:(?:an? |the )?(?:letter|report|story|note)s? (?:from|by|of) )?(?P<who>{PARTY})"
)
TAKEN = Awaited(
    rf"\b(?:taken down|collected|recorded|noted down|written down)(?: in \d{{4}}| later)? by (?P<to>{PARTY})(?P<beside>, {NAME})?,?"
    rf"(?: in \d{{4}},?)?(?: (?:from|(?:and |which )?was told by) (?P<who>{PARTY}))"
)
QUOTED_AS = Awaited(rf"\bquot(?:es|ed) (?P<who>{PARTY}) as (?:saying|having said)\b")
ACCORDING = Awaited(rf"\b[Aa]ccording to (?P<who>{PARTY})(?P<beside>,[^.;:“”,]{{2,60}}(?=,))?,?")
INTERVIEWED = Awaited(
    r"\b(?:interviewed|questioned|traced|asked)(?: (?:in|about|of|on) [^.;,]{3,30}?| again)?(?: [a-z ]{3,24} later)? "
    rf"by (?P<who>{PARTY})(?P<beside>, {NAME})?|,? in (?:an|his|her) (?:[a-z]+ )?interview with (?P<with>{NAME})"
)
MADE_BY = Awaited(
    rf",? (?:which was |who was |that was )?(?:kept|sent|written|made|signed|dictated|drawn up) by (?P<who>{PARTY})(?P<beside>, {NAME})?"
)
NOTE_BY = Awaited(
    rf"\b(?P<paper>(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[\w-]+[’']s) (?:[a-z][\w-]{{1,16}} ){{0,2}}(?:{'|'.join(PAPERS)})(?: book)?)"
    rf"(?:,? (?:made|kept|written|sent|signed|drawn up))? by (?P<who>{PARTY})(?P<beside>, {NAME})?[^.;:“”]{{0,60}}?(?=: ?$|: [“\"‘]|:? ?[“\"‘]| that\b)"
)
SENT = Awaited(
    r"\b(?P<paper>[Aa]n? (?:[a-z]+ ){0,2}(?:letter|telegram|note|postcard|report|memo|dispatch)) (?:that |which )?"
    rf"(?P<who>{PARTY}) (?:himself |herself )?(?:had |has )?(?:sent|written|wrote|addressed) to (?P<to>{PARTY})"
)
CITES = Awaited(
    r"(?: \(\d{4}\))? (?:(?:only|simply|in turn|merely|all) ){0,2}(?:cites?|cited|copied|copies|copy|follows|followed|repeats|transcribes|reproduces|"
    rf"relies on|relied on|draws on|drew on|depends on) (?:only )?(?P<who>{PARTY}|him|her)(?! [a-z]+ing)"
)
HOLDING = "|".join(sorted({*PAPERS} - {"interview", "file", "files"}, key=lambda one: (-len(one), one)))
HELD_IN = Awaited(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Dd]uring|[Bb]efore) (?P<record>(?:his|her|their|its|the|an?|that|this|another) "
    rf"(?:[a-z][\w’'-]{{1,20}} ){{0,3}}(?:{HOLDING})(?: book)?\b(?! (?:room|itself))|(?:his|her|their) [A-ZÀ-Þ]\w+(?: of the [A-ZÀ-Þ]\w+)?)"
    rf"(?P<more> (?:to|of|with|by|before) {PARTY})?"
)
KIN = "father|mother|brother|sister|uncle|aunt|husband|wife|son|daughter|grandfather|grandmother|cousin|nephew|niece"
SAW = re.compile(
    rf"(?::|\bthat) (?P<who>(?:his|her|their) (?:[a-z]+ ){{0,2}}(?:{KIN}))(?:,[^,.;:“”]{{2,40}},)? had (?:seen|heard|watched|known|found|been told)\b"
)
PRINTED = re.compile(
    r"\b(?:printed|published)(?: it| this| them)? in (?P<paper>(?:his|her|their) [A-ZÀ-Þ]\w+(?: of the [A-ZÀ-Þ]\w+)?)"
)
WENT = Awaited(
    rf"\b[Ff]rom (?P<who>{PARTY}) (?:it|the (?:tale|story|rumour|report|news|account|words?|legend|version)) (?:went|passed|came|got|travelled|spread) (?:on )?(?:in)?to (?P<to>{PARTY})"
)
REPORTED_BY = Awaited(
    r"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir) (?:words|remark|account|story|statement|version|tale)s? (?:is|are|was|were) (?:reported|recorded|printed|"
    rf"preserved|given|quoted|told)(?: only| to us)? by (?P<to>{PARTY})(?P<beside>, {NAME})?"
)
KNOWN_FROM = Awaited(
    rf"(?P<who>{PARTY})[’']s (?:version|account|story|words|report|side)(?: of [^.;:“”]{{2,40}}?)? (?:is|are|was|were) known (?:to us )?(?:only |solely )?"
    rf"(?:from|through|by) (?P<to>{PARTY})"
)
READ_OUT = re.compile(rf"\bread (?:out |aloud )?(?P<paper>an? (?:[a-z]+ )?(?:{HOLDING}))(?=: )")
IN_WHOSE = re.compile(rf", in whose (?P<paper>(?:[a-z]+ ){{0,2}}(?:{HOLDING}))")
WITH = Awaited(rf" in conversation with (?P<to>{PARTY})")
COPIED = Awaited(
    rf"\b(?:copy|copied|transcript|transcribed|transcription|translation|translated|printed|edited)(?: made)? by (?P<to>{PARTY})"
)
DESCRIBES = re.compile(
    r"\b(?:describes|described|recounts|recounted|relates|related|mentions|mentioned|tells of|told of|speaks of|spoke of|writes of|wrote of|"
    r"denied|denies|confirmed|confirms|repeats|repeated|gives|gave|has|puts it|put it|makes|made) "
)
"""What somebody does in a paper of his, without any words of it: counted where the paper is named."""
BOOK = re.compile(
    r"(?P<owner>.{2,60}?)(?:[’']s|(?<=s)[’']) (?:[a-z-]{3,14} ){0,2}(?:book|study|bestseller|memoirs?|biography|history|novel|life|essay|article|pamphlet|"
    r"autobiography|diary|journal|chronicle)(?:,? [*_“\"]{0,2}(?P<title>[A-ZÀ-Þ].{2,60}))?$"
)
"""A work with its author before it: "Shaw's bestseller The Dark Light"."""
SOURCE = Awaited(
    r"\b(?:(?P<whose>[Hh]is|[Hh]er|[Tt]heir)|(?P<owner>[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){0,3})(?:[’']s|(?<=s)[’'])) (?:[a-z]{3,9} ){0,2}(?:source|authority|informant)"
    rf"(?: for [^.;:“”]{{2,40}}?)?(?:,[^.;:“”]{{2,60}},)? (?:is|was|are|were|being)(?:,[^.;:“”]{{2,60}},)? (?P<who>{PARTY})"
)
SOURCE_OF = Awaited(
    rf"\b(?:is|was|are|were) (?:[a-z]+ ){{0,4}}(?:source|basis|authority|foundation)s? (?:of|for) (?:[a-z ]{{3,30}} )?(?P<to>{PARTY})"
)
AS_TOLD = Awaited(
    r",? as (?:told|quoted|cited|reported|summari[sz]ed|given|retold|related|recorded|reproduced|printed) (?:in|by) "
    rf"(?:(?:an?|the|his|her) (?:[a-z]+ ){{0,3}}(?:by|of) )?(?P<to>{PARTY})"
)
ASKED_BY = Awaited(
    rf"(?:^|(?<=[.?!\"”] )|(?<=\n))(?:Interviewed|Questioned|Asked|Pressed|Examined|Visited|Speaking|Writing|Talking|Testifying|Speaking again)(?: [a-z ]{{3,30}}?)? "
    rf"(?P<how>by|to|before|with) (?P<to>{PARTY})[^.;:“”]{{0,60}}?, (?=(?P<who>{PARTY}))"
)
FROM_SAID = Awaited(
    rf"(?:^|(?<=[.?!] ))From (?P<who>{PARTY}), (?P<to>he|she|they) (?:said|says|answered|replied|told (?:me|us))"
)
WHOM = Awaited(
    rf"(?P<who>{PARTY}),? (?P<how>to|from|by) whom (?P<other>{PARTY}|he|she|they) "
    r"(?=(?:had |has |once |later |afterwards |also ){0,2}(?:told|confessed|said|gave|repeated|confided|wrote|admitted|got|heard|learned|learnt|had|took|received)\b)"
)
"""Who stands before "to whom", and who told it to him."""
IS_SAID = re.compile(
    r"\b(?:is|was|are|were) (?:often |also |said |once )?(?:reported|quoted|recorded|said|supposed|alleged|remembered) (?:by [^.;,]{3,40} )?"
    r"(?:as (?:saying|having said|remarking)|to have (?:said|told|remarked|written|declared|answered|cried))(?: that)?\b"
)
"""How somebody's words are brought whom another quotes, unnamed: "is reported as saying"."""
