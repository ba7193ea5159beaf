"""Words that stand before a name or instead of it: ranks, offices, trades, kin; bodies that speak."""

RANKS = frozenset(
    """
    mr mrs ms miss mister messrs mme mlle madame monsieur herr frau fräulein signor signora señor señora don doña
    dr doctor prof professor rev reverend hon honourable honorable rt
    marshal marshall general gen colonel col captain capt major maj lieutenant lieut lt sergeant sgt corporal cpl private
    admiral adm commodore commander cmdr brigadier cadet officer constable inspector detective superintendent agent
    comrade com comrades citizen
    commissar president premier chancellor minister secretary ambassador envoy consul governor senator congressman
    congresswoman representative deputy mayor councillor chairman chairwoman chair director delegate speaker
    judge justice magistrate prosecutor procuror procurator attorney advocate counsel barrister solicitor lawyer
    lord lady sir dame count countess baron baroness earl duke duchess marquis marquess viscount
    father fr brother sister mother bishop archbishop cardinal abbot abbé abbe canon dean rabbi imam pastor monsignor
    historian journalist writer author poet novelist editor reporter correspondent critic scholar philosopher economist
    scientist physicist engineer physician chemist publisher translator biographer chronicler
    accused defendant eyewitness survivor veteran dissident defector lexicographer poetess witness suspect prisoner plaintiff
    mp mps spokesman spokeswoman spokesperson commissioner comte général colonel capitaine maréchal docteur marquise hauptmann
    oberst generalfeldmarschall feldmarschall reichskanzler kanzler minister freiherr graf фрау маршал генерал полковник
    товарищ тов господин г-н профессор академик министр comandante generale colonnello padre presidente
    """.split()
)
"""Words that are left off before a name; they may stand in either case, with or without a full stop."""

RANK_LINKS = frozenset({"of", "for"})
"""Words that may stand inside an office: Minister of War, Commissar for Defence."""

OFFICES = frozenset("minister secretary commissar president chancellor commissioner attorney director deputy".split())
"""Ranks that are followed by their field before the name: Minister of War X."""

SEATS = frozenset(
    "earl duke duchess marquis marquess marquise viscount count countess bishop archbishop abbot abbess king queen prince princess emperor dean baron".split()
)
"""Ranks that with their seat are a name by themselves: the Bishop of X."""

KEPT_TITLES = frozenset(
    "king queen pope saint st emperor empress tsar tsarina czar prince princess kaiser sultan".split()
)
"""Titles without which the name would not be understood; they stay part of it."""

FEMALE = frozenset(
    "mrs ms miss mme mlle madame frau fräulein lady dame countess baroness duchess queen princess sister mother signora señora chairwoman spokeswoman congresswoman empress tsarina actress aunt grandmother grandma granny nan mum mom niece girl woman wife daughter widow she her".split()
)
MALE = frozenset(
    "mr mister monsieur herr lord sir count baron earl duke king pope emperor tsar czar prince father brother bishop archbishop cardinal signor señor chairman spokesman congressman uncle grandfather grandpa dad nephew boy man husband son he his him abbé".split()
)

BODIES = frozenset(
    """
    court tribunal jury commission committee council congress conference parliament government ministry office bureau
    department party union league society association federation organisation organization institute academy university
    army navy police militia board agency company corporation firm bank church synod senate commons lords house cabinet
    delegation embassy administration authorities officials critics historians scholars sources press newspaper paper
    journal magazine newspapers group movement front front opposition majority minority state city town village nation
    crown bench prosecution defence defense plenum politburo presidium secretariat directorate chamber assembly gazette
    indictment verdict judgment judgement ruling communiqué communique statement report manifesto resolution decree
    treaty constitution charter act statute law bill article editorial leaflet pamphlet proclamation telegram dispatch
    despatch letter document documents protocol transcript record minutes memorandum affidavit deposition chronicle
    inscription encyclopedia encyclopaedia dictionary bible gospel preface foreword introduction declaration bulletin
    programme program circular petition warrant order directive headline review
    """.split()
)
"""Nouns of bodies and papers that may be said to speak; their words are given with lower confidence."""

PAPERS = frozenset(
    """
    indictment verdict judgment judgement ruling communiqué communique statement report manifesto resolution decree
    treaty constitution charter act statute law bill article editorial leaflet pamphlet proclamation telegram dispatch
    despatch document protocol transcript record minutes memorandum affidavit deposition chronicle inscription
    encyclopedia encyclopaedia dictionary preface foreword introduction declaration bulletin programme circular petition
    warrant directive headline newspaper gazette
    """.split()
)
"""Papers that can carry quoted words as the subject of a sentence that has no verb of saying."""

PEOPLE = frozenset(
    """
    man woman boy girl person friend friends neighbour neighbor colleague colleagues wife husband widow son daughter brother
    sister father mother uncle aunt cousin nephew niece grandfather grandmother clerk servant soldier soldiers sailor
    worker workers peasant peasants farmer farmers shopkeeper teacher student students pupil doctor nurse priest monk
    nun diplomat official officials officer officers aide aides adviser advisor assistant leader leaders member members
    supporter supporters opponent opponents survivor survivors bystander observer observers resident residents voter
    guard guards guide driver pilot expert experts analyst analysts researcher researchers participant interviewer
    interviewee narrator voice voices contemporary contemporaries eyewitness informant spy defector refugee visitor
    owner manager executive employee employees foreman boss founder head chief master mistress host guest tenant
    landlord counsel others porter curate vicar parson sexton carpenter mason baker butcher miller weaver skipper pilot innkeeper tailor
    cobbler gardener cook maid butler coachman apprentice juror bailiff coroner passenger caller sender recipient
    treasurer foreman forewoman accountant banker broker merchant trader dealer lawyer judge juror plaintiff petitioner
    respondent appellant biographer interviewer archaeologist geologist biologist economist sociologist statistician
    surveyor architect builder plumber electrician mechanic technician operator conductor musician violinist singer
    dancer painter sculptor weaver dressmaker tailor farmer fisherman shepherd miner stoker fireman sergeant lieutenant
    colonel commander adjutant orderly batman ensign private recruit veteran deserter prisoner warder gaoler jailer
    headmaster headmistress schoolmaster schoolmistress schoolteacher tutor lecturer don scholar graduate undergraduate
    bishop archdeacon deacon abbot abbess prior prioress chaplain missionary preacher pilgrim hermit heretic
    king queen prince princess emperor empress duke duchess earl countess baron lord lady squire knight
    president premier minister senator deputy mayor alderman councillor candidate campaigner activist lobbyist
    niece nephew aunt uncle grandson granddaughter stepfather stepmother fiancé fiancée godfather godmother twin
    child schoolboy schoolgirl youth lad lass fellow stranger newcomer traveller tourist customer client patient
    creditor debtor investor shareholder chairman chairwoman secretary president spokesman spokeswoman organiser
    organizer inventor designer programmer scientist professor student apprentice journeyman labourer laborer
    hydrologist botanist historian translator printer publisher bookseller illustrator photographer cameraman
    panellist novelist diarist antiquary antiquarian scientist artist pianist cellist archivist curator librarian one another someone somebody everyone nobody none anyone men women people
    """.split()
)
"""Nouns of persons without a name."""

NOBODY = frozenset(
    "nobody none one another someone somebody everyone anyone others people there men they voice voices this that which these those what".split()
)
"""Subjects that name nobody: the speaker stays unknown."""
