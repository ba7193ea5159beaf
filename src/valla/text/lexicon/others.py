"""German, French, Russian, Spanish, Italian and Latin: the basics that a guard needs."""

from valla.text.lexicon.tables import Lexicon, phrases, ranked, valued, words

GERMAN = Lexicon(
    language="de",
    function=words(
        "der die das und in den von zu mit sich des auf für ist im dem ein eine als auch es an werden aus er hat dass "
        "sie nach wird bei einer um am sind noch wie einem über einen so zum war haben oder aber vor zur bis mehr durch "
        "man wir ich ihr seine wenn daß"
    ),
    negations=words(
        "nicht kein keine keinen keinem keiner keines nie niemals nirgends nichts niemand weder noch ohne kaum nein"
    ),
    quantifiers=words(
        "alle allen aller jeder jede jedes einige manche viele wenige mehrere meist meisten nur bloß fast immer oft "
        "selten ganz teilweise beide sämtliche"
    ),
    modals=words(
        "kann können könnte konnte muss müssen musste darf dürfen durfte soll sollen sollte mag mögen möchte will "
        "wollen wollte vielleicht wohl wahrscheinlich angeblich sicher gewiss"
    ),
    conditions=words("wenn falls sofern obwohl obgleich aber jedoch doch außer bevor bis"),
    months=ranked("januar|jänner februar märz april mai juni juli august september oktober november dezember"),
    weekdays=ranked("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    numerals=valued(
        "null=0 eins|erste|ersten=1 zwei|zweite|zweiten=2 drei|dritte|dritten=3 vier|vierte|vierten=4 fünf=5 sechs=6 "
        "sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 "
        "achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 "
        "neunzig=90"
    ),
    multiples=valued("hundert=100 tausend=1000 million|millionen=1000000"),
    prefixes=("un", "miss", "in"),
    cues=phrases(
        "aber; jedoch; doch; obwohl; obgleich; sofern; falls; wenn; es sei denn; vorausgesetzt; außer; solange; "
        "sondern; unter der bedingung; allerdings"
    ),
    denials=phrases(
        "es ist nicht wahr dass; es stimmt nicht dass; ich bestreite dass; ich leugne dass; es heißt dass; "
        "man sagt dass; manche sagen; wenn; falls; ich glaube nicht dass; angenommen"
    ),
)
FRENCH = Lexicon(
    language="fr",
    function=words(
        "de la le et les des en un du une que est pour qui dans par plus au sur ce il se sont avec son sa ne pas ou "
        "aux mais été ont nous vous cette ses être elle fait comme leur était je même ces deux"
    ),
    negations=words("ne n pas jamais rien personne aucun aucune ni sans nul nulle non guère nullement"),
    quantifiers=words(
        "tout tous toute toutes chaque quelques plusieurs certains peu beaucoup moins seulement presque toujours "
        "souvent parfois rarement"
    ),
    modals=words(
        "peut peuvent pouvait pourrait doit doivent devait devrait faut fallait veut voulait peutêtre sans doute "
        "probablement certainement"
    ),
    conditions=words("si mais cependant pourtant quoique sauf excepté toutefois néanmoins"),
    months=ranked("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    weekdays=ranked("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    numerals=valued(
        "zéro=0 un|premier|première=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 "
        "douze|douzaine=12 treize=13 quatorze=14 quinze=15 seize=16"
    ),
    tens=valued("vingt=20 trente=30 quarante=40 cinquante=50 soixante=60"),
    multiples=valued("cent|cents=100 mille=1000 million|millions=1000000"),
    prefixes=("in", "im", "ir", "il", "mal", "dé"),
    cues=phrases(
        "mais; pourtant; cependant; toutefois; quoique; bien que; à condition que; pourvu que; sauf; sauf que; "
        "à moins que; si; sinon; excepté; tant que"
    ),
    denials=phrases(
        "il n'est pas vrai que; il est faux que; je nie que; on dit que; certains disent que; si; "
        "je ne crois pas que; on prétend que; supposons que"
    ),
)
RUSSIAN = Lexicon(
    language="ru",
    function=words(
        "и в не на я быть он с что а по это она этот к но они мы весь который из у за так же от о все как для до его "
        "ее их вы бы было был была были только или мне меня при"
    ),
    negations=words("не ни нет никогда никто ничего ничто нигде никакой никаких без нельзя невозможно едва"),
    quantifiers=words(
        "все всё всех всегда каждый некоторые многие немногие несколько часто редко иногда только лишь почти большинство"
    ),
    modals=words("может могут мог могла могли должен должна должны надо нужно возможно вероятно наверное следует"),
    conditions=words("если но однако хотя кроме пока разве"),
    months=ranked(
        "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае "
        "июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре "
        "октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре"
    ),
    weekdays=ranked("понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье"),
    numerals=valued(
        "ноль=0 один|одна|одно|первый=1 два|две|второй=2 три|третий=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 "
        "девять=9 десять=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 "
        "шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19"
    ),
    tens=valued("двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90"),
    multiples=valued("сто=100 тысяча|тысячи|тысяч=1000 миллион|миллиона|миллионов=1000000"),
    prefixes=("не", "без", "бес"),
    cues=phrases("но; однако; хотя; если; если только; при условии что; кроме; пока не; впрочем; зато"),
    denials=phrases("неверно что; неправда что; я отрицаю что; говорят что; якобы; если; допустим что; я не верю что"),
)
SPANISH = Lexicon(
    language="es",
    function=words(
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
        "sobre este ya entre cuando todo esta ser son dos también fue había era muy"
    ),
    negations=words("no nunca jamás nada nadie ninguno ninguna ningún ni sin tampoco apenas"),
    quantifiers=words(
        "todo todos toda todas cada algunos algunas muchos muchas pocos pocas varios ambos sólo solamente casi siempre"
    ),
    modals=words("puede pueden podía podría debe deben debía debería tal vez quizá quizás probablemente"),
    conditions=words("si pero aunque salvo excepto sino embargo"),
    months=ranked("enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre"),
    weekdays=ranked("lunes martes miércoles jueves viernes sábado domingo"),
    numerals=valued(
        "cero=0 uno|una|primero=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 "
        "trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50"
    ),
    multiples=valued("cien|ciento=100 mil=1000 millón|millones=1000000"),
    prefixes=("in", "im", "des"),
    cues=phrases(
        "pero; aunque; sin embargo; salvo; salvo que; si; siempre que; a menos que; con tal que; excepto; sino"
    ),
    denials=phrases(
        "no es verdad que; no es cierto que; es falso que; niego que; se dice que; dicen que; si; no creo que"
    ),
)
ITALIAN = Lexicon(
    language="it",
    function=words(
        "di e il la che in a per un è del non una sono con si da i le dei nel alla al come più o ma anche lo se della "
        "ha gli era questo suo sua essere delle"
    ),
    negations=words("non no né mai nulla niente nessuno nessuna nessun senza neppure neanche nemmeno appena"),
    quantifiers=words(
        "tutto tutti tutta tutte ogni alcuni alcune molti molte pochi poche entrambi solo soltanto quasi sempre"
    ),
    modals=words("può possono poteva potrebbe deve devono doveva dovrebbe forse probabilmente certamente"),
    conditions=words("se ma però sebbene benché tranne eccetto tuttavia"),
    months=ranked("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    weekdays=ranked("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    numerals=valued(
        "zero=0 uno|una|primo=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 "
        "dodici=12 tredici=13 quattordici=14 quindici=15 venti=20 trenta=30 quaranta=40 cinquanta=50"
    ),
    multiples=valued("cento=100 mille|mila=1000 milione|milioni=1000000"),
    prefixes=("in", "im", "ir", "dis"),
    cues=phrases(
        "ma; però; tuttavia; sebbene; benché; purché; a condizione che; tranne; salvo; se; a meno che; finché"
    ),
    denials=phrases("non è vero che; è falso che; nego che; si dice che; dicono che; se; non credo che"),
)
LATIN = Lexicon(
    language="la",
    function=words(
        "et in est non ad ut cum quod qui ex sed quae si per de esse hoc aut quam enim ab sunt atque ac etiam eius se "
        "quid nec ipse autem fuit quia vel tamen nos hic quo"
    ),
    negations=words("non ne nec neque numquam nunquam nemo nihil nil nullus nulla nullum sine haud minime vix nusquam"),
    quantifiers=words(
        "omnis omnes omnia omnibus quisque multi multa pauci aliquis aliqui plerique semper saepe solum tantum"
    ),
    modals=words("potest possunt poterat debet debent debebat licet oportet fortasse forsitan"),
    conditions=words("si nisi sed tamen quamquam quamvis licet autem"),
    months=ranked(
        "ianuarii|ianuarias februarii|februarias martii|martias aprilis|apriles maii|maias iunii|iunias iulii|iulias "
        "augusti|augustas septembris|septembres octobris|octobres novembris|novembres decembris|decembres"
    ),
    weekdays={},
    numerals=valued(
        "unus|una|unum|primus=1 duo|duae|secundus=2 tres|tria|tertius=3 quattuor|quartus=4 quinque|quintus=5 sex=6 "
        "septem=7 octo=8 novem=9 decem=10 undecim=11 duodecim=12 viginti=20 triginta=30"
    ),
    multiples=valued("centum=100 mille|milia=1000"),
    prefixes=("in", "im", "ir", "il"),
    cues=phrases("sed; tamen; nisi; si; si modo; dummodo; quamquam; quamvis; attamen; verumtamen"),
    denials=phrases("non est verum; nego; falsum est; dicunt; ferunt; si; non quod; non quia"),
)
