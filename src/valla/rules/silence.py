"""Arguments from silence: what is absent that might have testified, and the conclusion that is drawn from it, or refused."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.investigation import Investigation
from valla.model.quotations import Found
from valla.rules.interest import own_sentences
from valla.text.prose import author_sentences
from valla.text.words import flatten

_PAPER = (
    r"(?:minutes|memoirs?|diar(?:y|ies)|letters?|book|autobiography|report|account|journal|testimony|accounts|archives?|records?|papers?|"
    r"notebooks?|chronicles?|depositions?|statements?|speech|speeches|articles?|correspondence|ledgers?|log|register)"
)
_WITNESS = (
    r"(?:evidence|proofs?|traces?|mentions?|records?|documents?|papers?|testimon(?:y|ies)|witness(?:es)?|references?|signs?|letters?|"
    r"reports?|entry|entries|denials?|protests?|complaints?|corroboration|indications?|hints?|words?|lines?|notes?|accounts?|photos?|"
    r"photographs?|tapes?|recordings?|pages?|files?|receipts?|allusions?|materials?|drawings?|originals?|transcripts?|minutes)"
)
SILENT = re.compile(
    r"\b(?:"
    r"(?:the|his|her|their|its|this|that|such|\w+[’']s) (?:own |very |long |total |complete )?silence|silence (?:of|about|on)|"
    r"(?:is|are|was|were|remain(?:s|ed)?|kept|keeps?|falls?|fell) (?:all |quite |entirely |wholly |strangely |utterly )?silent|"
    r"(?:never|nowhere) (?:once |even )?(?:mention(?:s|ed)?|allud(?:es?|ed)|refers?|referred|den(?:ies|ied)|(?:said|says|spoke|speaks|wrote|told) "
    r"(?:a word|anything|of)|names?|named|complain(?:s|ed)?|speaks?|spoke)|"
    r"(?:has|have|had) never (?:once |even )?(?:mentioned|denied|named|answered|explained|produced|complained|contradicted|been (?:mentioned|denied|"
    r"answered|explained|contradicted))|"
    r"(?:does|do|did) not (?:once |even )?(?:mention|den(?:y|ied)|refer to|allude to|speak of|contain (?:a|any))|"
    r"(?:makes?|made|is|was) no (?:mention|reference|allusion)|(?:says?|said) (?:nothing|not a word) (?:of|about|on)|passes? (?:it )?over in silence|"
    r"fail(?:s|ed)? to (?:mention|find|produce|name|deny|say a word)|"
    r"(?:offer(?:s|ed)?|gave|gives?|given|called|produced?|produces) no (?:reason|explanation|witness(?:es)?|document|evidence|proof|answer)\b|"
    rf"(?:no|not (?:a|one)(?: single)?|not the slightest|without a) (?:\w+ ){{0,2}}{_WITNESS}\b|"
    r"not (?:a|an) [\w’-]{3,14}, not (?:a|an) |not a (?:word|line|shred|scrap|trace)|"
    r"(?:nothing|none of them|nobody|no one|no-one)(?: but [\w’']+| else| outside [\w ]{3,30})? (?:was|has been|is|could be|were|had been|has|had|have) (?:ever |since |yet )?"
    r"(?:been able to )?(?:found|find|produced?|shown?|seen?|named?|explained?|recorded|denied|mentioned|reported|discovered)|"
    r"(?:nobody|no one|no-one) (?:ever )?(?:mentions?|mentioned|reports?|reported|records?|recorded|complains?|complained|denies|denied|saw|heard)|"
    rf"(?:absence|lack|want|scarcity|paucity) of (?:any |all |such |a )?(?:[\w-]+ ){{0,3}}{_WITNESS}\b|"
    rf"{_WITNESS}[^.;:]{{0,40}} (?:is|are|was|were|has been|have been|had been|went|goes|gone) (?:\w+ )?(?:missing|removed|purged|destroyed|burnt|burned)|"
    r"(?:has|have|had|with) a gap|gaps? (?:of|in)|(?:the )?missing (?:\w+ )?" + _WITNESS + r"|"
    rf"[Tt]hat no [\w’'-]{{3,20}} (?:\w+ )?{_WITNESS}? ?(?:mentions?|complains?|speaks?|records?|tells?|says?|refers?|survives?|exists?)"
    r")\b",
    re.IGNORECASE,
)
"""What would testify and does not: a silence, a thing never mentioned, no trace, papers that are missing."""
NEVER = re.compile(
    r"\b(?:never|nowhere) (?:once |even )?(?:mention|said a|spoke|wrote|told|allud|refers?|speaks?)", re.IGNORECASE
)
PAPERS = re.compile(rf"\b(?:his|her|their|the|its) (?:\w+ ){{0,2}}{_PAPER}\b")
PLAIN = r"(?:therefore|hence|thus|it follows|consequently|accordingly)\b(?! (?:is|are|was|were|it is|be)? ?(?:important|necessary|desirable))"
_TELLING = (
    r"prove[sd]?\b(?! (?:nothing|little|very little|to be))|is proof|proof (?:enough|that)|demonstrates?\b|shows? (?:clearly |plainly )?that|"
    r"(?:that |which )?settles? (?:the|it|this)|disposes? of|can (?:only|hardly but) mean|"
    r"(?:is|are|was|were) (?:itself |very |most |highly |surely )?(?:telling|eloquent|damning|conclusive|decisive|proof|suspicious)\b|speaks? (?:volumes|for itself)|"
    r"tells? its own (?:story|tale)|is no (?:accident|coincidence)|something to (?:hide|conceal)|"
    r"(?:may|must|can) (?:I think |fairly |safely |only |well |reasonably |surely )*(?:conclude|infer|be (?:concluded|inferred))|we (?:think that we )?(?:may )?(?:fairly |safely )?conclude|"
    r"amounts? to (?:an admission|a confession|proof)|is (?:as good as )?(?:an admission|a confession)"
)
_UNTRUE = (
    r"(?:invention|invented|false|untrue|legend|myth|fiction|forgery|fabrication|fabricated|never (?:happened|existed|took place|was|were)|"
    r"did not (?:exist|happen|take place)|no such|was never)\b"
)
CORE = re.compile(rf"{PLAIN}|{_TELLING}", re.IGNORECASE)
SAME = re.compile(
    rf"(?:[,;:–—]|--| and| so| but)(?: [\w’']+,?){{0,6}}? (?:{PLAIN}|{_TELLING})|\b(?:silence|absence|lack|want|gap)\b[^.;]{{0,90}}? (?:{_TELLING})",
    re.IGNORECASE,
)
"""In the sentence of the silence: behind a stop or a link, or said of the silence itself."""
FIRST = re.compile(
    rf"(?:{_UNTRUE}|\b(?:must|cannot|could not) have\b|\b(?:innocent|guilty)\b)[^.;]{{0,40}}[,;:–—] ?(?:for|since|because|as)\b",
    re.IGNORECASE,
)
"""The conclusion first, and the silence as its reason."""
FROM_IT = re.compile(
    r"\b(?:from|by) (?:the|this|that|his|her|their|its|such) (?:very |utter |complete )?(?:silence|omission)\b[^.;]{0,160}"
    r"\b(?:conclude|conclusion|infer|inference|gather|follows|know)\b",
    re.IGNORECASE,
)
"""A conclusion that says what it is drawn from."""
WOULD = re.compile(
    r"\bwould (?:surely |certainly |assuredly |undoubtedly |have |be |been )*(?:mention(?:ed)?|record(?:ed)?|report(?:ed)?|found|noticed|noted|"
    r"said so|told (?:us|of)|complained|protested|denied|left (?:some|a) (?:trace|mark|record))\b[^.;]{0,80}[.;,:–—] ?(?:but |and |yet )?"
    r"(?:there (?:is|was|were|are) no(?:ne|thing)?\b|(?:he|she|it|they|none|nobody|no one|not one|no such)\b[^.;]{0,30}?(?:did(?:n[’']t| not)|does(?:n[’']t| not)|"
    r"do(?:n[’']t| not)|has|have|had|was|were|is|did|does|do|not)\b)",
    re.IGNORECASE,
)
"""What would have been told, had it been so, and was not."""
ASKED = re.compile(
    r"\b(?:why|what about|how is it|how was it|how comes? it|is it (?:not )?(?:a |by |mere )?(?:coincidence|chance|accident|strange|odd))\b",
    re.IGNORECASE,
)
"""A question that makes something of a silence."""
NEXT = re.compile(
    rf"\W*(?:(?:[\w’'-]+,? ){{0,7}}?{PLAIN}|(?:This|That|It (?:must|may|can) be|It|Which|The silence|The omission|The gap|The absence|His silence|Her silence|Their silence|We|From this|Nothing|"
    rf"So|One|I think)\b[^.;]{{0,60}}?(?:{_TELLING}))|(?:Nothing|What) could (?:prove|show|be) (?:more )?|\W*So (?:there|it|he|she|they|no) [^.;]{{0,60}}\b(?:not|never|no)\b|"
    rf"\W*(?:Clearly|Obviously|Plainly|Evidently|It is (?:clear|plain|obvious|evident)|It is (?:plainly|clearly|obviously|evidently)|No doubt|Undoubtedly|Surely)\b[^.;]{{0,80}}?{_UNTRUE}",
    re.IGNORECASE,
)
"""How the sentence behind a silence draws the conclusion."""
REFUSED = re.compile(
    r"prove[sd]? (?:very little|little|nothing)|no (?:evidence|proof) of absence|mistake in logic|not (?:evidence|proof) of|"
    r"tells? (?:us |you |me |one )?(?:nothing|little)|means? (?:nothing|little)|counts? for (?:nothing|little)|"
    r"(?<!there )(?:is|are|was|were) (?:no|not an?|not) (?:argument|evidence|proof|confession|consent|answer|admission)\b|"
    r"(?<!in the )(?:silence|absence|scarcity|lack|want|paucity)[^.;]{0,80}(?:is no\b|(?:is|are) not\b(?! (?:only|merely|just|simply|so much)\b)|means nothing|do(?:es)? not (?:prove|show|mean)|cannot be|need not|"
    r"is (?:hardly|not) surprising|is easily explained)",
    re.IGNORECASE,
)
ANOTHERS = re.compile(
    r"\b(?:argues?|argued|concludes|concluded that|infers?|inferred|takes? (?:that|this|it|their silence|the silence) (?:as|for|to)|"
    r"sees? in (?:that|this)|makes? much of|with (?:him|her|them)|(?:he|she|they|which it) (?:calls?|tells?|says?)|(?:he|she|it|they) (?:is|are) (?:told|asked))\b|"
    r"\b(?-i:[A-Z]\w+) concludes\b"
)
"""How it is told that another draws the conclusion."""
LACKING = re.compile(r"\b(?:silence|(?:absence|lack|want|scarcity|paucity) of)\b", re.IGNORECASE)
"""What is said to prove nothing may be the absence of anything."""
ADDRESSED = re.compile(r"\byou\b", re.IGNORECASE)
"""Whoever is asked to his face may answer; what is made of a silence is put to the reader."""
REACH = 60
"""Code points behind a sentence in which it may be said that what was to be expected is not there."""
MERE = re.compile(r"\b(?:is|are|was|were) $", re.IGNORECASE)
PERHAPS = re.compile(r"\b(?:perhaps|possibly|may have|might have|if|whether|unless|until)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Silence:
    """An argument from silence: the sentence of the silence, the words of it, and those by which the conclusion is drawn."""

    sentence: Span
    drawn_at: Span
    absent: str
    drawn: str


def arguments_from_silence(investigation: Investigation) -> tuple[Silence, ...]:
    """Return the conclusions that the author draws from silences, one for each conclusion, in the order of the text."""
    text = flatten(investigation.document.text)
    sentences = list(own_sentences(investigation))
    told = {row.drawn_at: row for row in asked(investigation, text)}
    for place, sentence in enumerate(sentences):
        absent = silence_in(text, sentence)
        drawn = drawn_from(text, sentences, place, absent) if absent else None
        expected = WOULD.search(text, sentence.start, min(len(text), sentence.end + REACH))
        if expected and expected.start() < sentence.end:
            absent = drawn = Span(expected.start(), expected.end())
        if absent and drawn:
            told[drawn] = Silence(
                sentence=sentence, drawn_at=drawn, absent=absent.of(text), drawn=core_of(drawn.of(text))
            )
    return tuple(sorted(told.values()))


def core_of(words: str) -> str:
    """Return the telling words of a conclusion; all of them where none tells more than another."""
    core = CORE.search(words)
    return core.group() if core else words.strip(" ,;:–—-")


def asked(investigation: Investigation, text: str) -> Iterator[Silence]:
    """Yield the questions of the author's that make something of a silence."""
    found = Found(quotations=investigation.quotations, settings=investigation.settings)
    for row in author_sentences(investigation.document, found):
        question = ASKED.search(text, row.span.start, row.span.end) if row.question else None
        absent = SILENT.search(text, question.end(), row.span.end) if question else None
        if question and absent and not ADDRESSED.search(text, row.span.start, row.span.end):
            yield Silence(sentence=row.span, drawn_at=row.span, absent=absent.group(), drawn=question.group())


def silence_in(text: str, sentence: Span) -> Span | None:
    """Return the words of absence in a sentence; None where the author refuses to argue from it, or only seems to speak of it."""
    match = SILENT.search(text, sentence.start, sentence.end)
    if match is None or REFUSED.search(text, sentence.start, sentence.end):
        return None
    mere = match.group().lower().startswith("not ") and MERE.search(
        text, max(sentence.start, match.start() - 6), match.start()
    )
    return None if mere else Span(match.start(), match.end())


def drawn_from(text: str, sentences: Sequence[Span], place: int, absent: Span) -> Span | None:
    """Return the words by which a conclusion is drawn from a silence: in its sentence, or in the next of the paragraph.

    That somebody never mentioned a thing in his memoirs is told for no other purpose, unless another is said to argue so.
    """
    sentence = sentences[place]
    if ANOTHERS.search(text, sentence.start, sentence.end):
        return None
    if NEVER.match(text, absent.start) and PAPERS.search(text, sentence.start, sentence.end):
        return absent
    whole = FROM_IT.search(text, sentence.start, sentence.end)
    if whole:
        return Span(whole.start(), whole.end())
    behind = SAME.search(text, absent.start, sentence.end)
    if behind and not PERHAPS.search(text, absent.end, sentence.end):
        return Span(behind.start(), behind.end())
    before = FIRST.search(text, sentence.start, absent.start)
    if before:
        return Span(before.start(), before.end())
    following = sentences[place + 1] if place + 1 < len(sentences) else None
    if following is None or text[sentence.end : following.start].strip() or following.start - sentence.end > 1:
        return None
    match = NEXT.match(text, following.start, following.end)
    if (
        match is None
        or REFUSED.search(text, following.start, following.end)
        or ANOTHERS.search(text, following.start, following.end)
    ):
        return None
    return Span(match.start(), match.end())


def refusals(investigation: Investigation) -> Iterator[Span]:
    """Yield the author's sentences that say of an absence that it proves nothing."""
    text = flatten(investigation.document.text)
    for sentence in own_sentences(investigation):
        silent = SILENT.search(text, sentence.start, sentence.end) or LACKING.search(text, sentence.start, sentence.end)
        refused = REFUSED.search(text, sentence.start, sentence.end)
        if silent and refused and not ANOTHERS.search(text, sentence.start, sentence.end):
            yield sentence
