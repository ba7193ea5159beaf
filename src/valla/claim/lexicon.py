"""The words by which claims are known, by kind. Own lists; every entry is a pattern without nested quantifiers."""

import re

from valla.model.claims import CueKind, VerbClass

_WHOSE = r"(?:critics|historians|scholars|writers|authors|commentators|people|observers|experts|researchers|opponents|defenders|apologists|sceptics|skeptics|academics|journalists|biographers|textbooks|sources|reports|officials|insiders|locals)"
_HOLD = r"(?:claim|claims|claimed|say|says|said|argue|argues|argued|deny|denies|denied|believe|believed|believes|think|thought|maintain|maintained|insist|insisted|assert|asserted|suggest|suggested|hold|held|imply|object|objected|conclude|concluded|suppose|supposed|speculate|speculated|have believed|have objected|have concluded|have supposed|have held|continue to|have claimed|have argued|have said|have suggested|have denied|would have us)"

_ARGUE = r"(?:claim|claims|claimed|argue|argues|argued|deny|denies|denied|maintain|maintained|insist|insisted|assert|asserted|have claimed|have argued|have denied|would have us)"

_OFTEN = r"(?:often|sometimes|commonly|widely|generally|frequently|usually|universally|popularly|everywhere|repeatedly)"
_SAID = r"(?:said|claimed|argued|believed|held|thought|alleged|assumed|asserted|supposed|reported|suggested|maintained|rumou?red)"
_AUX = r"(?: have| had| still| also| to this day| would| will| now| then| even)"
_NAMELESS = "|".join(
    (
        rf"(?:some|many|most|certain|several|numerous|various|other)(?: of the)?(?: [a-z-]{{3,14}})? {_WHOSE}{_AUX}? {_HOLD}",
        rf"(?:some|many|most|certain|several|numerous|various|other)(?-i: [A-ZÀ-Þ][a-z]+(?:ists|ians|ans|ics)){_AUX}? {_ARGUE}",
        rf"it (?:is|was|has been) {_OFTEN} {_SAID}",
        r"it has been (?:said|claimed|argued|alleged|suggested) that",
        r"(?:this|that|it) has been called",
        (
            r"(?<!what )(?:is|are|was|were) (?:often|commonly|widely|frequently|generally|usually|still) (?:taken|counted|credited|attributed|ascribed|"
            r"characteri[sz]ed|described|portrayed|presented|regarded|dismissed|believed|said|held (?:that|to|as)|put down to)"
        ),
        r"it (?:is|was) said (?:by (?:some|many) )?that",
        r"(?<=, )(?:so )?they say(?=,)",
        r"or so (?:the textbooks|we are|they) (?:tell us|told)",
        r"every(?:one|body) [\w ]{0,20}?(?:knows|knew|says|said|will tell you)",
        r"there are those who|(?:sources|persons|people) close to",
        r"(?:rumou?r|gossip|legend) (?:had|has) it",
        r"there(?:[’']s| is| was| has been) (?:a|the|some) (?:\w+ )?(?:feeling|belief|suspicion|view|opinion|rumou?r|suggestion|talk)s? (?:among|amongst|abroad|in|that|of)",
    )
)

STRONG: dict[CueKind, str] = {
    CueKind.CONCLUSION: r"I (?:think|suspect|doubt|fear) that|(?:so|then) we have|we have,? (?:then|therefore)|(?:could|can)(?: not|not| hardly| scarcely| never| only) (?:have )?(?:been|come|known|seen|be)|(?:that|this|it|inference|argument|objection|reading|suggestion|idea|conclusion|explanation|charge|accusation) (?:is|was) (?:plainly |simply |clearly |quite |wholly |entirely )?(?:absurd|worthless|nonsense|false|untrue|wrong|mistaken|impossible|incredible|decisive|unconvincing)|(?:in this (?:essay|paper|article|chapter|book)|I (?:shall|will|hope to|intend to)) [^.;:]{0,30}?(?:argue|show|demonstrate|prove|contend)|(?:is|are|was|were) (?:not|hardly|no longer) independent|owes? nothing to|(?:is|was|are|were) the only (?:witness|source|evidence|authority|testimony|document)(?:es|s)?|therefore|, then,|so,? I (?:believe|conclude|think)|I (?:believe|conclude|submit|contend|maintain|am (?:convinced|persuaded|certain|sure))|(?:must|should|ought to|may safely) be (?:regarded|concluded|considered|rejected|admitted|treated|dismissed|accepted|counted|inferred)|(?:nobody|no one|no-one|few) (?:now |seriously |any longer |today ){0,2}(?:doubts?|den(?:y|ies)|disputes?)|can(?:not| not| hardly| scarcely)(?: possibly)? (?:have|be (?:true|right|the|so|doubted|explained|reconciled)|confirm|prove|count|stand)|(?:case|version|evidence|explanation|argument|objection|theory|hypothesis|account|interpretation|view) (?:is|was|seems|remains) (?:the )?(?:(?:far|much|very|too|quite|rather) )?(?:better|best|stronger|strongest|weaker|weakest|weak|strong|poor|untenable|absurd|unconvincing|convincing|mistaken|wrong|unfounded|baseless|impossible)|thus|hence|it follows|consequently|demonstrat(?:e|es|ed)|prov(?:e|es|ed|en|ing)(?! to be)|disprov(?:e|es|ed)|refut(?:e|es|ed)|argues? (?:against|for|in favou?r)|show(?:s|ed|n)? (?:that|how)|leaves? no (?:room|doubt)|the conclusion is|we (?:can|may|must) conclude|must conclude",
    CueKind.BOOSTER: r"obviously|clearly|certainly|of course|undoubtedly|without (?:a |any )?doubt|beyond (?:all |any )?(?:reasonable )?doubt|no doubt|there can be no|surely|evidently|plainly|undeniabl[ey]|unquestionabl[ey]|everyone knows|we can be (?:certain|sure)|it is (?:clear|certain|plain|obvious|evident)|entirely real|worthless|pointless|most obvious|self-evident|needless to say",
    CueKind.HEDGE: r"(?:far |much )?more likely|most likely|in all (?:probability|likelihood)|it (?:is|seems|appears|would seem) (?:to me )?(?:very |most |more |highly |quite )?(?:probable|likely|improbable|unlikely|doubtful|plausible)",
    CueKind.ABSENCE: r"(?:there (?:is|was|were|are) )?no (?:good |real |direct |hard |documentary |clear |credible )?(?:evidence|proof|trace|record|indication)\b|not (?:a|one) (?:shred|scrap|trace|word|single)|nothing (?:was|has been|is|could be) found|(?:nobody|no one|no-one)(?: but [\w’']+| else| outside [\w ]{3,30})? (?:has|had) (?:ever |since |yet )?(?:been able to )?(?:found|find|produced?|shown?|seen?|named?|explained?)|never (?:once )?(?:mention(?:s|ed)?|alludes?|alluded|refers?|referred|(?:said|spoke|wrote|told) (?:a word|anything))|no (?:obvious |good |conceivable )?reason (?:why|to|for)|failed to (?:find|produce|mention)|(?:silence|absence|scarcity|lack) (?:of|proves?|means|is (?:not|no)|tells|counts)|[’']s (?:own )?silence|(?:is|are|was|were) silent|what about the missing",
    CueKind.EVIDENCE: r"(?:case|claim|conviction|accusation|verdict|legend|belief|evidence|story|credit|argument|tradition|theory|view|account|charge|attribution|identification|everything|all|each|none|agreement)(?: [^.;:]{0,60}?)? (?:rests?|rested|hangs?|depends?|depended|goes back|go back|goes|can be traced back|stands or falls|stands?|stood)(?: (?:only|solely|entirely|wholly|largely|merely|alone|in the end))? (?:up)?(?:on|to|with)|(?-i:[A-ZÀ-Þ]\w+) (?:cites|copied|copies|repeats|follows) (?-i:[A-ZÀ-Þ]\w+)|(?:accounts?|stor(?:y|ies)|versions?|reports?) (?:came|comes?|(?:is|was|were|are) (?:taken|copied)|derives?) (?:only |ultimately |all )?from|are (?:not (?:two|three|four)|one (?:witness|source|testimony)|copies|echoes)\b|(?:is|are) (?:only |merely |no more than |but )?(?:an? )?(?:echo|cop(?:y|ies)) of|(?:names?|named|gives?|gave|offers?|offered|cites?|cited|provides?|provided|has|had) no (?:source|evidence|proof|authority|reference|document)s?\b|(?:is|are|was|were) (?:not|no) (?:evidence|proof|a witness|corroboration|an answer)|(?:adds?|proves?|tells? us|shows?|means?) (?:nothing|little|no more|very little)",
    CueKind.SUPPOSITION: r"\bif [^.;:]{3,90} (?:had|were|was) [^.;:]{3,120} (?:would|could) (?:not|never|hardly|have|probably)",
}
EVIDENCE = r"corr[oa]borat(?:e|es|ed|ive|ing)|confirm(?:s|ed)?|bears? (?:this |it )?out|bore out|discovered|uncovered|found (?:further )?evidence|heavily implied|impl(?:y|ies|ied) (?:that|by)|we (?:still )?have [^.;:]{0,40}evidence|lends? credibility|attest(?:s|ed)? to|testif(?:y|ies|ied) to"
WEAK: dict[CueKind, str] = {
    CueKind.BOOSTER: r"indeed|naturally|in fact|truly|simply|must have|definitely",
    CueKind.HEDGE: r"perhaps|possibly|probably|presumably|seems?|appears?|may have|might have|largely|arguably",
    CueKind.EVIDENCE: EVIDENCE,
    CueKind.NAMELESS: _NAMELESS,
}

VERBS: dict[VerbClass, str] = {
    VerbClass.DENY: r"den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)|repudiat(?:e|es|ed)|disavow(?:s|ed)",
    VerbClass.ACCUSE: r"accus(?:e|es|ed)|charg(?:e|es|ed)(?= (?:him|her|them|[A-Z]))|alleg(?:e|es|ed)|blam(?:e|es|ed)|denounc(?:e|es|ed)",
    VerbClass.CONFESS: r"confess(?:es|ed)?|admit(?:s|ted)?|acknowledg(?:e|es|ed)|testif(?:y|ies|ied)|depos(?:e|es|ed)(?= that)|swore",
    VerbClass.CONCEDE: r"conced(?:e|es|ed)|grant(?:s|ed)(?= that)|allow(?:s|ed)(?= that)",
    VerbClass.IMPLY: r"impl(?:y|ies|ied)|suggest(?:s|ed)|hint(?:s|ed)|insinuat(?:e|es|ed)",
    VerbClass.ASSERT: r"claim(?:s|ed)|stat(?:es|ed)|report(?:s|ed)|told|said|says|writes|wrote|declar(?:e|es|ed)|conclud(?:e|es|ed)|argu(?:e|es|ed)|contend(?:s|ed)?|submit(?:s|ted)|object(?:s|ed)|answer(?:s|ed)|repl(?:y|ies|ied)|hold(?:s)?(?= that)|assert(?:s|ed)|maintain(?:s|ed)|insist(?:s|ed)|announc(?:e|es|ed)|reveal(?:s|ed)|notes?d?(?= that)|warn(?:s|ed)|recall(?:s|ed)|remember(?:s|ed)",
}

FOUND_OUT = re.compile(
    r"\b(?:(?:was|were|is|are) (?:then |later |also |heavily |soon )?(?:discovered|uncovered|found out|revealed|confirmed|established|implied|named|proved)|discovered|uncovered|makes? a (?:startling |great )?discovery|turned out to be|(?:is|are) (?:also )?confirmed|testifying to|(?:is|are) still (?:classified|closed|secret)|went unpublished)\b"
)
"""Statements that something came to light: they too need a place where it can be read."""


def _compiled(words: str) -> re.Pattern[str]:
    """Return a pattern that finds the words whole, in any case."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


STRONG_CUES = {kind: _compiled(words) for kind, words in STRONG.items()}
WEAK_CUES = {kind: _compiled(words) for kind, words in WEAK.items()}
VERB_CUES = {verb: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for verb, words in VERBS.items()}
NEGATION = re.compile(r"\b(?:not|never|no|nor|neither|nobody|nothing|without)\b|n[’']t\b", re.IGNORECASE)

DISPUTED = re.compile(
    r"(?:argu|conclud|contend|submit|object|hold)\w*|(?:claims|says|asserts|maintains|insists|answers|replies|declares|states|believes|denies|deny|"
    r"rejects|suggests|implies|alleges)"
)
"""Verbs by which another's view is brought in to be discussed: those of arguing in any tense, the others in the present."""
REASON = re.compile(
    r"[,;] (?:for|since|because|as|seeing that|considering)\b|\b(?:because|since) [a-z]|\bas (?:even|the|these|his|her|it|there)\b",
    re.IGNORECASE,
)
"""Words that give a reason within the sentence."""
