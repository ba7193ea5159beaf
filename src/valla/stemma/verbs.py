"""The verbs of telling, and of each what it says of who gives and who takes."""

import re
from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a verb says of who gives and who takes."""

    TELL = "tell"  # the subject gives to the object
    SAY = "say"  # the subject gives to whoever stands behind "to"
    HAND = "hand"  # the same, where what is given is a paper or a tale
    HAVE = "have"  # the subject takes it from whoever stands behind "from"
    HEAR = "hear"  # the same, whatever it is that is heard
    OVERHEAR = "overhear"  # the subject takes from the object, who says something
    COME = "come"  # it comes from one to another
    REPEAT = "repeat"  # the subject takes what the object has
    PRINT = "print"  # the same, where the object is a thing: its owner gives
    DERIVE = "derive"  # what the subject has is drawn from another
    OWE = "owe"  # the subject names behind "to" whose words they are
    ASK = "ask"  # the subject asks the object, and so takes


_WORDS: Mapping[Kind, str] = {
    Kind.TELL: "told tells tell assured assures informed informs notified notifies warned warns advised reminded",
    Kind.SAY: """said says wrote writes reported reports confided complained confessed admitted remarked mentioned repeated
        repeats recounted whispered dictated explained boasted bragged swore testified cabled wired
        telegraphed telephoned communicated revealed disclosed stated declared conceded acknowledged intimated hinted spoke
        swears let_slip let_it_slip let_fall""",
    Kind.HAND: "gave gives lent lends sold handed sent passed supplied repeated told left bequeathed showed related relates described explained",
    Kind.HAVE: "had has have took takes got gets received obtained",
    Kind.HEAR: "heard hears learned learnt learns learn gathered gathers",
    Kind.OVERHEAR: "heard hears overheard remembers remembered recalls recalled remember",
    Kind.COME: "came come comes reached passed went",
    Kind.REPEAT: """quotes quoted cites cited copied copies copy reprinted reprints translated translates transcribed
        transcribes follows followed repeated repeats paraphrased paraphrases echoed echoes summarised summarized""",
    Kind.PRINT: """printed prints published publishes edited recorded records preserved extracted collected reported told given
        retold reproduced reproduces carried ghost-written quoted cited copied reprinted translated transcribed summarised
        summarized repeated taken_down written_down noted_down set_down picked_up taken_up taken_over passed_on read_out
        entered used""",
    Kind.DERIVE: "taken drawn derived copied borrowed lifted extracted translated derives stems comes came rests based bases",
    Kind.OWE: "attributes attributed ascribes ascribed credits credited",
    Kind.ASK: "interviewed interviews questioned visited traced approached",
}
KINDS: Mapping[str, tuple[Kind, ...]] = {
    word.replace("_", " "): tuple(kind for kind, words in _WORDS.items() if word in words.split())
    for word in sorted({word for words in _WORDS.values() for word in words.split()})
}
_ASIDE = r"(?:(?:also|later|once|then|first|only|never|afterwards|all|since|[a-z]{2,14}ly) ){0,2}"
VERB = re.compile(
    rf"(?<![\w’'-])(?P<be>(?:been|being|was|were|is|are|be) {_ASIDE})?"
    rf"(?P<verb>{'|'.join(sorted(KINDS, key=lambda one: (-len(one), one)))})(?![\w’'-])"
)
