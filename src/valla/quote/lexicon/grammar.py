"""Small words: articles, prepositions, pronouns, auxiliaries, and capitalised words that are no names."""

ARTICLES = frozenset(
    "the a an this that these those der die das ein eine le la les un une il lo gli el los las".split()
)
POSSESSIVES = frozenset(
    "his her their its my our your whose sein seine ihr ihre son sa ses leur его её их suo sua su".split()
)
DETERMINERS = (
    ARTICLES | POSSESSIVES | frozenset("some any no every each one another several many both all other such".split())
)

PREPOSITIONS = frozenset(
    """
    of in on at by to with from for against about between among under over after before during since until into onto
    upon through without within towards toward near beside behind above below across along around beyond concerning
    regarding via per despite like unlike than amid amongst versus respecting touching anent
    von in auf an mit aus für gegen über bei nach zu unter de du des à au aux dans pour par avec sur chez contre en con
    por di da del della в на с к у о об от из за для по против
    """.split()
)

SUBORDINATORS = frozenset(
    "after before although though because while whilst since if unless until whether whereas when whenever once lest where".split()
)

COORDINATORS = frozenset("and but or then nor yet & und aber et mais и а но e ma y pero so".split())

AUXILIARIES = frozenset(
    """
    had has have having was were is are been be being did does do would could should will shall may might must can cannot
    not never n't used got gets hat habe hatte haben war avait a ait ont est était fut был была были
    """.split()
)

ADVERBS = frozenset(
    """
    also again already always ever even first later once only still then thus too once often sometimes soon now twice
    further moreover however therefore well quite rather simply just merely almost perhaps so here there further
    elsewhere afterwards afterward thereafter thereupon hereupon today yesterday tomorrow tonight instead indeed long
    likewise nevertheless nonetheless meanwhile originally himself herself themselves itself myself ourselves too
    auch dann später einmal noch immer schon wieder selbst aussi alors ensuite encore toujours puis même позже тогда
    также потом ещё уже сам in fact aloud back down forth out
    """.split()
)

NOMINATIVE = frozenset(
    "he she they we i er sie wir ich il elle ils elles je nous он она они мы я lui lei egli ella ello ellos él".split()
)
HE = frozenset({"he", "er", "il", "он", "lui", "egli", "él", "his", "him", "sein", "его"})
SHE = frozenset({"she", "elle", "она", "lei", "ella", "her", "hers", "sie", "ihr", "её"})
THEY = frozenset({"they", "ils", "elles", "они", "their", "them", "leur", "их", "ellos"})
FIRST = frozenset({"i", "we", "ich", "wir", "je", "nous", "я", "мы", "my", "our"})
ACCUSATIVE = frozenset("him them me us whom ihn ihm mich uns moi toi ему ей мне нас".split())
RELATIVE = frozenset({"who", "which", "qui", "который", "которая"})

COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "ist", "war", "est", "était", "был", "была"})

MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet
    août septembre octobre novembre décembre января февраля марта апреля мая июня июля августа сентября октября ноября
    декабря gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre enero febrero
    mayo junio julio septiembre octubre noviembre diciembre
    """.split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday easter christmas michaelmas lent".split())

COUNTRIES = frozenset(
    """
    russia germany france britain england scotland wales ireland italy spain portugal poland austria hungary
    czechoslovakia yugoslavia romania bulgaria greece turkey finland sweden norway denmark holland netherlands belgium
    switzerland ukraine belarus lithuania latvia estonia georgia armenia azerbaijan china japan korea india pakistan
    iran iraq israel egypt africa asia europe america canada mexico brazil argentina chile cuba australia ussr usa uk
    """.split()
)
"""Countries and continents: capitalised, and never a person when a pronoun looks for its antecedent."""

NO_NAMES = frozenset(
    "chapter section part volume vol page app figure fig table note notes appendix act scene footnote footnotes illustration "
    "attributed ascribed sig fol ed eds series quoted translated printed published reprinted endorsed indorsed signed addressed "
    "dated copy majesty highness lordship excellency honour plate contents index preface introduction ibid ib cf vide viz nb sic god heaven providence "
    "evidence rumour rumor gossip "
    "re fw fwd update edit ok okay hello hi thanks lol postscript".split()
)
"""Capitalised words of the page and of devotion that are no names of persons."""

OPENERS = frozenset(
    """
    listen hear consider compare take recall enter imagine suppose thus
    the a an this that these those there here it its he she they we i you his her their our my your who what when where
    why how which while although though because if since after before during until once as at by in on of to for from
    with without under over into upon between among against about according and but or nor so yet then thus hence
    however moreover furthermore nevertheless nonetheless therefore indeed instead meanwhile otherwise also again even
    only just not no never none nobody nothing all any some many most much more few several both each every either
    neither one two three four five six seven eight nine ten first second third last next another other such same now
    later earlier today yesterday tomorrow soon often sometimes usually perhaps maybe certainly clearly obviously
    surely apparently finally similarly likewise unfortunately naturally initially recently eventually being having
    was were is are be been do does did has have had will would shall should can could may might must let yes well
    despite like unlike except per via than too very see cf asked questioned writing speaking told given whereas
    years days weeks months hours minutes moments decades nothing something anything everything someone somebody anyone
    everyone everybody born died educated raised trained seen known having given asked told speaking replying answering addressing later early late following regarding concerning
    dort da hier dann doch auch nun noch schon nur wenn als nach vor bei aus zu um auf über unter gegen ohne seit
    während dieser diese dieses jener jene jenes man sie er es wir ich ihr sein seine sich nicht kein keine oder denn
    weil obwohl damit dabei darauf darin daran so wie was wer wo warum gefunden heute gestern damals später
    elles ils on nous vous je ce cette ces cet son sa ses leur leurs tout tous quand comme si puis ensuite alors donc
    car ni dans pour par sur avec sans sous chez vers entre après avant depuis pendant selon d'après
    der die das ein eine und aber in im am von mit für le la les un une et mais il elle dans en au il lo gli el los
    как но и в на он она это о по для когда если
    """.split()
)
"""Words that open a sentence with a capital and belong to no name."""
