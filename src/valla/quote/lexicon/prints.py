"""Words of the printed page: kinds of works, publishers, cities that print, newspapers, marks of pages and volumes."""

WORK_NOUNS = frozenset(
    """
    book books memoir memoirs autobiography biography novel diary diaries journal journals letter letters telegram cable
    note notes memorandum memo article essay pamphlet leaflet brochure treatise study monograph thesis dissertation
    history chronicle report testimony deposition confession statement affidavit interview interviews conversation
    speech address lecture sermon broadcast transcript transcripts record minutes proceedings indictment verdict
    judgment judgement ruling opinion preface foreword introduction afterword review poem play work works volume
    collection anthology manifesto declaration proclamation dispatch despatch correspondence archive archives notebook
    notebooks recollections reminiscences narrative account will letterbook blog post posting post-mortem column
    release tweet thread email e-mail lettre lettres rapport discours tagebuch editorial obituary paper papers petition examination interrogation statement plea encyclical bull log logbook register ledger roll rolls catalogue handbook manual guidebook prospectus inventory
    buch memoiren tagebuch brief briefe aufsatz rede erinnerungen livre mémoires lettre lettres journal discours
    книга книге воспоминания воспоминаниях письмо письме дневник дневнике статья статье речь речи мемуары мемуарах
    """.split()
)

OWN_PAPERS = frozenset(
    """
    memoir memoirs autobiography diary diaries journal journals letter letters note notes notebook notebooks testimony
    deposition confession statement affidavit speech address recollections reminiscences narrative account book books
    article essay reply answer response comment verdict report telegram words writings correspondence plea argument
    conclusion explanation claim view opinion assessment motto dictum warning remark remarks question judgment judgement
    summary will advice description preface introduction message order appeal rejoinder riposte retort rebuttal formulation
    finding findings version observation reaction response objection complaint lament boast joke version toast tweet
    thread email e-mail memo minute minutes blog entry post story tale defence defense formula phrase remark
    """.split()
)
"""Papers and utterances that belong to one person: whose they are, his words they hold."""

PAPERS_KEPT = frozenset(
    """
    log logbook register ledger minutes book roll rolls diary journal notebook letterbook chronicle catalogue guide
    guidebook handbook manual prospectus report inventory list file record records transcript deposition charter will
    certificate notice poster placard tablet inscription plaque contract agreement treaty statute constitution memoir
    memoirs autobiography biography history study article essay pamphlet preface foreword introduction review obituary
    """.split()
)
"""Papers that are kept and may be quoted as the subject of a sentence: the log says."""

_SAYINGS = frozenset(
    """
    objection assertion statement claim argument contention remark reply answer complaint declaration admission denial
    assurance suggestion opinion belief verdict comment question observation conclusion boast threat promise warning
    phrase words dictum maxim motto judgment judgement retort plea appeal protest testimony evidence confession hint
    explanation formula definition description expression exclamation cry order command instruction advice theory view
    charge accusation allegation suspicion story tale hint rejoinder riposte rebuttal formulation finding recollection lament joke proviso stipulation insistence statement
    """.split()
)
SAYINGS = _SAYINGS | {f"{noun}s" for noun in _SAYINGS if noun[-1] not in "sy"}
"""Nouns of what is said, one or several: "X's objection that ...", "X's comments that ..."."""

LETTER_NOUNS = "letter|telegram|cable|note|memo|memorandum|message|dispatch|despatch|wire|e-mail|email|postcard|lettre|brief|письмо|lettera|carta"

STATEMENT_NOUNS = (
    "diary|diaries|journal|testimony|deposition|confession|examination|interrogation|statement|sworn statement|affidavit|"
    "declaration|memoirs|memoir|speech|lecture|sermon|evidence|recollections|reminiscences|notebook|notebooks|"
    "cross-examination|plea|last plea|autobiography"
)

PUBLISHER_WORDS = frozenset(
    """
    press verlag books publishers publishing publications publication house éditions editions sons co ltd inc edition
    presse presses university universität université univ editore edizioni editorial ediciones izdatelstvo izdat
    izdatel'stvo издательство изд-во forlag förlag uitgeverij wydawnictwo nakladatelství kiadó librairie libraire
    imprimerie druck company brothers bros gallimard & institute institut academy
    """.split()
)

CITIES = frozenset(
    """
    london paris berlin moscow москва м л leningrad petersburg st.petersburg петербург ленинград vienna wien rome roma
    milan milano turin torino florence firenze venice venezia naples napoli bologna madrid barcelona lisbon lisboa
    brussels bruxelles antwerp antwerpen amsterdam leiden leyden rotterdam utrecht the hague copenhagen københavn
    stockholm uppsala oslo helsinki warsaw warszawa cracow kraków lwów prague praha brno budapest bucharest sofia
    belgrade zagreb ljubljana athens istanbul constantinople jerusalem cairo beirut delhi bombay calcutta peking beijing
    shanghai tokyo kyoto sydney melbourne toronto montreal ottawa york boston chicago philadelphia baltimore washington
    cambridge oxford edinburgh glasgow dublin belfast cardiff manchester leeds liverpool birmingham bristol bath
    princeton ithaca bloomington urbana berkeley stanford angeles francisco haven hill durham lexington kettering
    munich münchen leipzig dresden hamburg frankfurt köln cologne bonn stuttgart göttingen tübingen heidelberg jena
    weimar halle basel basle zürich zurich geneva genève bern berne lausanne lyon lyons toulouse bordeaux grenoble
    rouen douai strasbourg louvain leuven mainz würzburg augsburg nuremberg nürnberg graz salzburg innsbruck
    riga tallinn vilnius kiev kyiv киев minsk odessa harvard stanford aldershot farnham basingstoke harmondsworth
    westport lanham totowa bern ginebra méxico mexico santiago bogotá lima havana habana
    """.split()
)
"""Cities in whose name books are commonly published (their last word)."""

NEWSPAPER_WORDS = frozenset(
    """
    times post news herald gazette tribune journal review mail express telegraph guardian observer chronicle courier
    echo star sun mirror standard record bulletin dispatch despatch examiner inquirer enquirer spectator economist
    examiner advertiser mercury argus globe world worker press register sentinel independent leader monitor messenger
    zeitung blatt tageblatt anzeiger nachrichten rundschau merkur spiegel kurier bote welt presse allgemeine
    monde figaro temps matin humanité libération aurore gazeta wyborcza pravda izvestia izvestiya izvestija pravo
    vremya novosti trud zvezda iskra vestnik правда известия труд звезда искра вестник новости время газета
    corriere sera stampa repubblica mattino giornale messaggero osservatore país mundo vanguardia diario nación prensa
    hansard intelligencer evening morning daily weekly sunday magazine digest reporter ledger advocate banner
    """.split()
)
"""Words in the names of newspapers and magazines."""

PERIODICAL_WORDS = NEWSPAPER_WORDS | frozenset(
    """
    journal journals review studies quarterly annals archive archives proceedings transactions bulletin revue annales cahiers
    zeitschrift jahrbuch jahrbücher blätter archiv hefte beiträge вопросы журнал rivista archivio studi revista anales
    yearbook letters notes monthly forum history perspectives list magazine newsletter
    """.split()
)

TITLE_HEADS = frozenset(
    """
    history histories report book books notebook notebooks story stories letters papers works memoirs memoir diary diaries
    journal records record tracts file files case trial trials origins beginnings beginning life lives death war wars
    peace revolution affair conspiracy plot plots oath ledger chronicle chronicles annals account accounts essays essay
    documents minutes proceedings guide introduction companion handbook atlas dictionary encyclopedia encyclopaedia
    bible reader speeches lectures remembers speaks recalls confesses remembered testimony depositions assize assizes rolls register registers accounts notes talks conversations rise fall road roads
    way days years nights winter world empire nation state archive archives murder studies study critique
    theory capital manifesto testament secret narrative quarter quarters rations watch annual yearbook road tale tales
    selected collected complete
    """.split()
)
"""Words that are likelier in a title than in a person's name."""

ARCHIVE_NAMES = (
    r"PRO|TNA|NARA|NA|NLI|NLS|BL|RGASPI|RGVA|RGAE|RTsKhIDNI|RTSKHIDNI|GARF|GASPI|TsGA|TsA|APRF|AVP|AVPRF|TsAMO|GDA|SBU|"
    r"РГАСПИ|РГВА|РГАЭ|ГАРФ|ЦГА|ЦАМО|АПРФ|АВП|BArch|BAB|PA AA|AAN|ANOM|AN|AGI|AHN|ASV|HHStA|IISG|IISH|"
    r"Bundesarchiv|Staatsarchiv|Hauptstaatsarchiv|Archives [Nn]ationales|Archivo [A-Z]\w+|Archivio [A-Z]\w+|"
    r"Brit\. ?Mus\.|British Library|British Museum|Bodleian|Library of Congress|National Archives|The National Archives|"
    r"Public Record Office|Hatfield MSS?|Cotton MSS?|Harleian MSS?|Harl\. MSS?|Lansdowne MSS?|Sloane MSS?|Rawlinson MSS?|"
    r"Tanner MSS?|Egerton MSS?|Stowe MSS?|Add\. MSS?|Addit\. MSS?|Additional MSS?|MSS? Add\.|State Papers|"
    r"S\. ?P\. ?Dom\.?|S\. ?P\.|SP|G\. ?P\. ?B\.?|Gunpowder Plot Book|R\. ?O\.|P\. ?R\. ?O\.|Cal\. S\. ?P\.|Calendar of State Papers|"
    r"Dom\. James|Irish State Papers|Foreign Office|Hoover Institution Archives?"
)
"""Names and abbreviations of archives and of the great series of manuscripts."""

ARCHIVE_NOUNS = r"(?:Papers|MSS?\.?|Manuscripts?|Collection|Archives?|Archive|Library|Fonds|Nachlass|Nachlaß)"

REPORTERS = (
    r"U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|F\.(?: ?[23]d| ?4th| ?Supp\.(?: ?[23]d)?)?|[NS]\.[EW]\.(?: ?[23]d)?|A\.(?: ?[23]d)?|P\.(?: ?[23]d)?|So\.(?: ?[23]d)?|"
    r"Cal\.(?: ?[2345](?:d|th))?|N\.Y\.(?: ?[23]d)?|Ill\.(?: ?2d)?|Mass\.|Wis\.(?: ?2d)?|State Trials|St\. Tr\.|How\. St\. Tr\.|KB|QB|AC|WLR|All ER|Ch|"
    r"E\.?R\.?|ECR|Cr\. App\. R\.|BVerfGE|BGHSt|BGHZ|CLR|SCR|S\.C\.R\.|U\.S\.C\.(?:A\.)?|C\.F\.R\.|Stat\."
)

BOOKS_OF_SCRIPTURE = (
    r"Gen(?:esis)?|Ex(?:od(?:us)?)?|Lev(?:iticus)?|Num(?:bers)?|Deut(?:eronomy)?|Josh(?:ua)?|Judg(?:es)?|Ruth|Sam(?:uel)?|Kings|Kgs|"
    r"Chron(?:icles)?|Chr|Ezra|Neh(?:emiah)?|Esth(?:er)?|Job|Ps(?:alms?|s)?|Prov(?:erbs)?|Eccl(?:es(?:iastes)?)?|Song|Isa(?:iah)?|Jer(?:emiah)?|"
    r"Lam(?:entations)?|Ezek(?:iel)?|Dan(?:iel)?|Hos(?:ea)?|Joel|Amos|Obad(?:iah)?|Jonah|Mic(?:ah)?|Nah(?:um)?|Hab(?:akkuk)?|Zeph(?:aniah)?|"
    r"Hag(?:gai)?|Zech(?:ariah)?|Mal(?:achi)?|Matt?(?:hew)?|Mt|Mark|Mk|Luke|Lk|John|Jn|Acts|Rom(?:ans)?|Cor(?:inthians)?|Gal(?:atians)?|"
    r"Eph(?:esians)?|Phil(?:ippians)?|Col(?:ossians)?|Thess(?:alonians)?|Tim(?:othy)?|Tit(?:us)?|Philem(?:on)?|Heb(?:rews)?|James|Jas|Pet(?:er)?|"
    r"Jude|Rev(?:elation)?|Qur[’']an|Quran|Koran|Sura"
)
