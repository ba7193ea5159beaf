"""Words that stand beside names: ranks, deeds of persons, what persons have; and capitals that are no names."""

_ROLES = """
mr mrs ms miss mister messrs mme mlle madame monsieur mons herr frau fräulein signor signora señor señora don doña sir dame
dr doctor prof professor rev reverend hon honourable rt lord lady count countess baron baroness earl duke duchess marquis
marquess viscount king queen pope saint st emperor empress tsar tsarina czar prince princess kaiser sultan shah khan caliph
emir sheikh pasha bey abbot abbess bishop archbishop cardinal canon dean deacon father fr brother brothers sister sisters mother mgr friar imam
rabbi pastor vicar monk marshal marshall general gen colonel col captain capt major maj lieutenant lieut lt sergeant sgt
corporal private admiral commodore commander brigadier officer constable inspector detective superintendent agent commandant
comrade com citizen commissar president premier chancellor minister secretary ambassador envoy consul governor senator
congressman deputy mayor councillor chairman chairwoman chair director delegate speaker judge justice magistrate prosecutor
procuror procurator attorney advocate counsel barrister solicitor lawyer notary clerk historian journalist writer author poet
novelist editor reporter correspondent critic scholar philosopher economist scientist physicist engineer physician chemist
surgeon publisher printer translator biographer chronicler essayist dramatist composer painter sculptor architect actor
actress accused defendant eyewitness survivor veteran dissident defector witness suspect prisoner plaintiff commissioner
spokesman spokeswoman storekeeper keeper merchant collector photographer sinologist archivist librarian curator boatman
jeweller vizier servant overseer pupil uncle aunt cousin nephew niece wife husband widow son daughter friend colleague
revolutionary anarchist terrorist spy assassin murderer conspirator economist comte général maréchal graf freiherr
""".split()
ROLES = frozenset(_ROLES)
"""Ranks, trades and kin that stand before a name and are no part of it; in either case, with or without a full stop."""

SHORTENED = frozenset(
    "mr mrs ms messrs mme mlle mons dr prof rev hon st fr gen col capt maj lieut lt sgt cpl adm gov sen rep com".split()
)
"""Ranks that are written short, so that a full stop behind one ends no sentence."""

WOMANLY = frozenset(
    "mrs ms miss mme mlle madame frau fräulein lady dame countess baroness duchess queen princess sister mother signora señora abbess empress tsarina aunt niece wife widow daughter actress".split()
)
MANLY = frozenset(
    "mr mister monsieur herr lord sir count baron earl duke king pope emperor tsar czar prince father brother bishop archbishop cardinal abbot signor señor uncle nephew husband son".split()
)

_DEEDS = """
said says say wrote writes told tells asked asks replied replies answered answers claimed claims argued argues admitted
admits confessed confesses denied denies declared declares testified testifies swore swears stated states insisted insists
maintained maintains believed believes thought thinks remarked remarks observed observes noted notes recalled recalls
remembered remembers reported reports explained explains complained complains warned warns promised promises suggested
suggests concluded concludes added adds continued continues quoted quotes objected objects conceded concedes alleged alleges
asserted asserts accused accuses knew knows saw heard met meets went came comes left arrived returned died dies lived married
was-born joined resigned fled escaped signed read reads spoke speaks demanded demands refused refuses ordered orders sent
sends took takes gave gives made makes became led leads killed shot arrested executed tried imprisoned wanted wants decided
decides tried hoped hopes feared fears supported supports opposed opposes attacked attacks defended defends published
publishes edited translated discovered discovers showed shows invented invents forgot forgets agreed agrees disagreed
disagrees thanked visited received receives appointed elected succeeded betrayed intended intends planned plotted conspired
confided acknowledged acknowledges remained remains held sat stood described describes mentioned mentions spelt interrogated
himself herself who whose whom laughed smiled nodded cried shouted whispered lied lies doubted doubts relied photographed
copied commanded represented served kept packed designed drew hanged buried baptised wounded dictated plans supposes supposed
thinks notes proposes proposed considers considered regards regarded
""".split()
DEEDS = frozenset(_DEEDS)
"""What persons do or suffer; a word of the list right behind a name, or behind its auxiliary, speaks for a person."""

AUXILIARIES = frozenset(
    "had has have was is were did does never also himself herself then later always would could should may might must not himself again once first still only already often soon just himself thus therefore therewith even further, be been himself being long now".split()
)

_HUMAN = """
wife husband widow son sons daughter daughters brother brothers sister mother father uncle nephew cousin friend friends
family death life birth arrest trial execution confession confessions testimony letter letters memoirs memoir diary diaries
book books works speech speeches words statement statements views view opinion opinions claim claims argument arguments
account remark remarks mind face hand hands house agents agent supporters followers enemies colleague colleagues lawyer
aide secretary son-in-law murder assassination interrogation resignation appointment return visit guilt innocence honesty
rhetoric findings thesis theory interpretation article essay report reports reply answer question questions career
biography biographer deposition signature handwriting answers voice grave funeral body head behaviour role part policy
policies regime government rule orders order instructions associates group entourage collaborator collaborators cause
photograph edition translation copy affidavit system leadership plan plans
""".split()
HUMAN = frozenset(_HUMAN)
"""What persons have: behind a possessive such a word speaks for a person."""

BEFORE = frozenset(
    "by to told asked with against between accused mr named called from said wrote replied and or that of for".split()
)
SPEAKING = frozenset(
    "said says wrote writes asked replied answered told according insisted remarked added cried sneered argued argues noted accused arrested killed murdered shot executed married".split()
)
"""Words that right before a name speak for a person: "said X", "accused X"."""

GROUPS = frozenset(
    """
party committee council congress conference parliament government ministry office bureau department union league society
association federation organisation organization institute academy university college school army navy fleet police militia
board agency authority company corporation co firm bank church synod senate commons cabinet delegation embassy court tribunal
commission jury movement front opposition bloc block centre center faction guard guards brigade division regiment corps
service services group club circle order press archive archives library museum fund foundation trust mills works brothers
international comintern politburo presidium secretariat directorate chamber assembly diet soviet duma plenum staff command
courier times post gazette herald tribune journal review chronicle observer mirror mercury beacon telegraph guardian news
ltd limited inc security fighters workers lodge guild estates league crown admiralty inquisition legion
mission bench yamen guilds brotherhood sisterhood fraternity consistory directory treasury presbytery convention confederation
wing partisans reds whites powers allies nations house intelligence administration
""".split()
)
"""Last words of the names of bodies, armies, firms and papers."""
GROUP_HEADS = frozenset(
    "society committee union league ministry council board association court corps church bank party house order army university institute department congress company people's commissariat bureau international federation diet".split()
)
"""First words of such names that go on with "of" or "for"."""

PLACE_WORDS = frozenset("in at near outside inside throughout".split())
PLACE_HEADS = frozenset(
    "street square road river lake mount castle island islands bay hill province district county valley bridge abbey palace avenue harbour city town village mountains peninsula gulf strait republic hall house manor park farm church tower gate lane court grange priory cathedral college hotel inn station square road wood forest moor heath cross ferry ford ward parish row place terrace".split()
)

MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept oct nov dec easter christmas michaelmas lent".split()
)
STARTERS = frozenset(
    """
the a an this that these those he she it they we i you his her its their our my your who whom whose which what when where why
how if in on at by of to from for with without within into onto upon after before since until till during despite although
though because while whereas as so but and or nor yet not no never none nobody nothing all any both each every either neither
some many most much more few several such same other another one two three four five six seven eight nine ten first second
third secondly thirdly firstly finally lastly also again then there here now today yesterday thus therefore hence however
moreover furthermore nevertheless nonetheless meanwhile indeed perhaps maybe even only just still already once twice only
according against between among amongst under over above below behind beyond about around across along through throughout
was were is are am be been being do does did have has had can could may might must shall should will would let see ask
everyone everything everybody anyone anything someone something himself herself itself themselves yes no dear sir
sixty forty fifty twenty hundred thousand evidence note notes chapter part book volume vol page figure table appendix ibid
introduction conclusion preface contents index source sources interview transcript translated edited revised published
question answer letter letters memoirs memoir diary chronicle documents document history story case problem answer reply
please sincerely yours copyright isbn issn http https www pdf html email il les los das die dem ein eine une
un des et und en ce cette son sa ses mon ma je nous vous ils elle er sie wir ihr ich es был это все как что
is asked what's that's it's there's don't didn't i'm i'll i've he's she's they're we're let's can't won't wouldn't couldn't
modern early late old new young great little big good bad long short high low north south east west northern southern
eastern western central upper lower middle last next later earlier soon often always sometimes usually especially
particularly certainly surely clearly obviously probably possibly apparently likewise similarly instead rather quite very
too well none whether whatever whenever wherever whoever unless except besides despite concerning regarding considering
given having being thanks thank hello sirs gentlemen ladies god lord heaven christ jesus bible gospel
""".split()
)
"""Words that begin a sentence with a capital and are no names; alone they are never taken for one."""

COMMON = frozenset(
    """
act affair age air anarchism anarchist answer archive army article attack bill book bureau capital cause century chancellor
chapter civil class cold colony committee commons communism communist community company conclusion confederate congress
constitution council country court crown daily declaration defence democracy democratic department depression directive
district duty economic economy edition editor empire essay estate evidence executive federal fire five flag foreign free
freedom friend front general global government great history holocaust home house human imperial independence indictment
industrial industry inquiry international justice king kingdom labor labour land law left liberal liberty light list
lords magazine majesty manifesto market mass master mayor member memorandum message military ministry minister mission
monarchy moon movement nation national native nature navy news note official opposition order papers parliament party peace
people petition plan plot poem police policy politics pope power president press prime prince problem program programme
project protestant province public queen question rebellion record red reform reformation regime religion report republic
republican resolution revolution right rights royal rule school science sea secretary section security senate service
social socialism socialist society soldier soviet space speaker special spirit state states station statement stock street
strike student studies study sun supreme system tariff telegram terror test text time title trade transcript treasury
treaty trial tribunal truth tsarist union united university verdict victory village voice war water welfare white woman
women word work worker workers world year years bolshevik menshevik cheka black blue green chief holy catholic christian
christianity church jewish moslem muslim islam buddhist hindu trinity almighty providence creator congressional
presidential administration americans englishman frenchman german french english russian american british polish czech
soviet spanish italian dutch chinese japanese turkish arab greek latin hebrew irish scottish welsh swiss swedish danish
norwegian finnish hungarian austrian prussian ukrainian ottoman roman european asian african indian persian mexican
canadian australian portuguese serbian bulgarian romanian croatian korean vietnamese tartar mongol cossack saxon norman
internet newspaper newspapers revolutionary counter defense offence offense chairman web google wikipedia facebook twitter marxism leninism stalinism fascism fascist nazi nazism capitalism christmas
""".split()
)
"""Common and national words that are written with capitals in names of things; alone they are no person."""
