"""Verbs by which words are reported, with their forms.

English forms are made from the base form; irregular ones and other languages are listed as they are.
"""

_REGULAR = """
accept accuse acknowledge add address admit advise affirm allege announce answer argue ask assert assume assure attest
aver beg begin blame boast call caution challenge characterise characterize charge cite claim comment complain
concede conclude condemn confess confide confirm contend continue convey counter cry declare decide define demand
denounce deny depose describe dictate disclose dismiss emphasise emphasize enquire exclaim explain express expostulate
gloss growl grumble hint hope imply implore indicate inform inquire insist insinuate instruct interject interrupt invoke
joke justify lament lecture maintain mention muse mutter narrate note object observe opine order persuade plead
pledge point predict proclaim profess promise pronounce propose protest question quip quote reason reassure recall
recollect recommend recount refer reflect reiterate relate remark remember remind reminisce repeat reply report respond
resume retort reveal rule scream shout sigh signal snap sneer sob specify speculate state stipulate stress
suggest summarise summarize surmise suspect swear telegraph telephone testify thunder translate urge venture voice vow
warn whisper wire wonder decline refuse offer provide require undertake hear yell term dub label brand denominate style name intimate enjoin reprove proffer
correct elaborate estimate foresee forecast fume gasp groan gush howl insert intone moan murmur ponder pray preach
praise ridicule mock deride deplore decry regret rejoin riposte roar scoff snarl stammer stutter tease theorise theorize
underline underscore whine hail laud excuse apologise apologize assess caricature portray depict publish print record
reproach sniff scribble jot scrawl pencil enthuse gripe grunt hazard interpose holler jibe rasp squeak squeal wail wheedle
whimper taunt demand ruminate editorialize liken compare allow grant tweet post blog email brag grouse grumble concur demur rebut refute rejoice reprimand
rebuke scold taunt thank threaten tut undercut upbraid weep yelp croon bark bellow hiss purr drawl lisp mouth opine
propound posit postulate proffer rehearse restate retell sermonise stipulate submit submitted surmise vent volunteer
clarify elucidate expound diagnose caution counsel exhort entreat beseech foretell prophesy bemoan bewail begrudge
chide chortle chuckle giggle laugh grin smile shrug nod commentate editorialise fulminate inveigh rail rant rave
cable certify commend complete agree disagree doubt believe consider deem reckon judge
""".split()

_IRREGULAR = {
    "say": "say says said saying saith sayeth sayth",
    "write": "write writes wrote written writing writeth",
    "tell": "tell tells told telling telleth",
    "speak": "speak speaks spoke spoken speaking spake",
    "think": "think thinks thought thinking",
    "put": "put puts putting",
    "hold": "hold holds held holding",
    "read": "read reads reading",
    "go": "went",
    "swear": "swore sworn",
    "find": "find finds found finding",
    "foretell": "foretell foretells foretold",
    "forbid": "forbid forbids forbade forbidden",
    "teach": "teach teaches taught",
    "show": "show shows showed shown",
    "begin": "began begun",
    "see": "see sees saw",
    "sing": "sing sings sang",
    "sum": "sum sums summed summing",
    "quoth": "quoth",
    "run": "runs ran",
    "set": "set sets",
    "refer": "referred referring",
    "quip": "quipped quipping",
    "snap": "snapped snapping",
    "admit": "admitted admitting",
    "blurt": "blurt blurts blurted blurting",
    "feel": "feels felt",
    "write down": "noted",
    "give": "gives gave",
    "make": "makes made",
    "plead": "pled",
    "rule": "ruled",
    "misquote": "misquotes misquoted",
    "confer": "conferred",
    "dub": "dubbed dubbing",
    "sob": "sobbed sobbing",
    "beg": "begged begging",
    "label": "labelled labelling",
    "signal": "signalled signalling",
    "hum": "hummed",
    "hear": "hears heard",
    "minute": "minuted",
}

_GERMAN = """
sagt sagte sagten schreibt schrieb schrieben geschrieben meint meinte erklärt erklärte erklärten behauptet behauptete
berichtet berichtete antwortet antwortete fragt fragte rief ruft bemerkt bemerkte notiert notierte betont betonte fügte
entgegnete erwiderte gestand gesteht bekannte versicherte urteilte urteilt äußerte heißt nannte nennt fuhr hält hielt halten hielten meldete meldet erinnerte erinnert gesagt gemeint erklärt geantwortet behauptet berichtet notiert betont gestanden geäußert genannt fügt hinzu lautet lautete
""".split()

_FRENCH = """
dit disait écrit écrivait écrivit déclare déclara déclarait affirme affirma affirmait répond répondit répondait
ajoute ajouta note nota notait remarque remarqua raconte raconta racontait avoue avoua explique expliqua s'écria
demanda demande observe observa assure assura soutient soutenait rapporte rapporta appelle appelait déclaré affirmé répondu ajouté noté remarqué raconté avoué expliqué demandé observé
assuré soutenu rapporté appelé réplique répliqua répliqué estime estima estimé confie confia confié souligne souligna
souligné précise précisa précisé indique indiqua indiqué titre titrait titré lance lança lancé conclut conclu reconnaît
reconnut reconnu admet admit admis plaint plaignait jure jura juré murmure murmura qualifie qualifiait qualifié reproche reprocha reproché voit voyait oppose opposa juge jugea constate constata rappelle rappela
""".split()

_RUSSIAN = """
сказал сказала говорил говорила говорит писал писала пишет написал написала заявил заявила заявлял отметил отметила
утверждал утверждает ответил ответила спросил спросила признал признала вспоминал вспоминала вспоминает подчеркнул
показал показала добавил добавила сообщил сообщила заметил заметила воскликнул считал считает объяснил назвал называл
""".split()

_ROMANCE = """
disse dice scrive scrisse scriveva dichiarò afferma affermò rispose aggiunse ammise osservò
dijo escribió escribe declaró afirmó afirma respondió añadió admitió observó señaló
""".split()


def _english_forms(base: str) -> set[str]:
    """Return the four regular forms of an English verb."""
    if base.endswith("e"):
        return {base, base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith("y") and base[-2] not in "aeo":
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    return {base, base + ending, base + "ed", base + "ing"}


ENGLISH = frozenset(form for base in _REGULAR for form in _english_forms(base)) | frozenset(
    form for forms in _IRREGULAR.values() for form in forms.split()
)
FOREIGN = frozenset(_GERMAN + _FRENCH + _RUSSIAN + _ROMANCE)
REPORTING = ENGLISH | FOREIGN
"""Every form of every verb that can report words."""

WEAK = frozenset(
    """
    find finds found finding show shows showed shown see sees saw went put puts putting set sets run runs ran begin
    begins began begun beginning go give gives gave make makes made call calls called calling term terms termed name
    names named style styles styled consider considers considered deem deems deemed print prints printed publish
    publishes published record records recorded order orders ordered point points pointed decide decides decided
    continue continues continued hold holds held believe believes believed hope hopes hoped brand label dub
    describe describes described express expresses expressed feel feels felt accept accepts accepted rule rules ruled
    hear hears heard read reads use uses used complete completes completed correct judge judges
    """.split()
)
"""Forms that report only where the quotation follows at once (called the affair "...")."""

NOUN_TWINS = frozenset(
    """
    answer answers blame challenge challenges charge charges claim claims comment comments cry cries demand demands
    doubt doubts estimate estimates hint hints joke label lament lecture lectures note notes object objects
    order orders pledge point points promise promises protest protests question questions quip quote quotes reason
    reasons record records remark remarks reply replies report reports response rule rules sigh signal signals state states
    stress term terms voice voices vow wire wires wonder name names brand style brands call calls read telegraph
    telephone cable cables account praise regret regrets print finding findings saying sayings writing writings showing
    reading meaning hope hopes set sets show shows run runs put judge judges found being given forecast publishing
    correct complete intimate thought thoughts
    """.split()
)
"""Forms that are as often nouns or adjectives; after an article or an adjective they are not read as verbs."""

THAT_ONLY = frozenset(
    {
        "allow",
        "allows",
        "allowed",
        "grant",
        "grants",
        "granted",
        "found",
        "finds",
        "find",
        "show",
        "shows",
        "showed",
        "shown",
        "saw",
        "sees",
        "see",
        "held",
        "holds",
        "hold",
    }
)
"""Forms that report words only when "that" follows."""

LEND_SPEECH = frozenset("heard hear hears let lets made make makes quote quotes quoted have had reported".split())
"""Verbs whose object is the one that speaks: heard X say, quotes X as saying."""
