"""English, with the older forms that printed books of the last four centuries show."""

from valla.text.lexicon.tables import Lexicon, phrases, ranked, valued, words

ENGLISH = Lexicon(
    language="en",
    function=words(
        "the of and to in a that is was he for it with as his on be at by i this had but are from or have an they "
        "which one you were her all she there would their we him been has when who will more if out so said what up "
        "its about into than them can only other new some could time these two may then do first any my now such like "
        "our over me even most made after also did many before must through back where much your way down should "
        "because each those being upon unto hath doth thou thee thy ye shall same us am how here own very under might"
    ),
    negations=words(
        "not no never none nor neither without cannot nobody nothing nowhere hardly scarcely barely nought naught nay "
        "don't doesn't didn't won't wouldn't can't couldn't shan't shouldn't mustn't mightn't needn't isn't aren't "
        "wasn't weren't hasn't haven't hadn't daren't oughtn't ain't"
    ),
    quantifiers=words(
        "all any both each either every everybody everyone everything few fewer half less little lot lots many more "
        "most much several some somebody someone something only merely solely almost nearly always often sometimes "
        "seldom rarely usually frequently entirely wholly partly completely mostly largely chiefly mainly generally "
        "ever again once twice thrice least numerous various countless certain exclusively"
    ),
    modals=words(
        "may might must can could shall should will would ought need perhaps possibly probably maybe certainly "
        "surely definitely likely unlikely supposedly apparently seemingly allegedly presumably undoubtedly"
    ),
    conditions=words("if unless provided although though but except however until save lest whereas albeit"),
    months=ranked(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
        "october|oct november|nov december|dec"
    ),
    weekdays=ranked("monday tuesday wednesday thursday friday saturday sunday"),
    numerals=valued(
        "zero=0 one|first|1st=1 two|second|2nd=2 three|third|3rd=3 four|fourth=4 five|fifth=5 six|sixth=6 "
        "seven|seventh=7 eight|eighth=8 nine|ninth=9 ten|tenth=10 eleven|eleventh=11 twelve|twelfth|dozen=12 "
        "thirteen|thirteenth=13 fourteen|fourteenth=14 fifteen|fifteenth=15 sixteen|sixteenth=16 "
        "seventeen|seventeenth=17 eighteen|eighteenth=18 nineteen|nineteenth=19 twentieth=20 thirtieth=30"
    ),
    tens=valued("twenty=20 thirty=30 forty|fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 score=20"),
    multiples=valued("hundred=100 thousand=1000 million=1000000 billion=1000000000"),
    prefixes=("un", "in", "im", "il", "ir", "dis", "non", "mis"),
    cues=phrases(
        "but; but not; although; though; even though; provided; provided that; provided always; providing; "
        "providing that; unless; except; except that; except for; if; if only; only if; however; save that; save for; "
        "so long as; as long as; on condition that; on the condition that; until; till; whereas; albeit; nevertheless; "
        "and yet; subject to; assuming; assuming that; in so far as; insofar as; which is not to say; "
        "which does not mean; with the exception of"
    ),
    denials=phrases(
        "it is not true that; it is untrue that; it is false that; it is not the case that; it was not true that; "
        "i deny that; we deny that; he denied that; she denied that; they denied that; i do not believe that; "
        "we do not believe that; i do not say that; i do not mean that; i doubt that; i doubt whether; "
        "no one believes that; nobody believes that; no one can say that; it cannot be said that; "
        "it is wrong to say that; it would be wrong to say that; it is not that; not that; "
        "some say that; some say; it is said that; it is alleged that; it is rumoured that; it is claimed that; "
        "my opponents say that; they say that; if; even if; had it been true that; if it were true that; "
        "suppose that; let us suppose that; assuming that; unless; "
        "i never said that; i never claimed that; he never said that; it does not follow that; "
        "it is not certain that; it is doubtful whether; i am not sure that; far from"
    ),
)
