"""Words for people: whether a description is of somebody who can tell anything, and people without a name.

A list cannot have every trade, so the ends of words help: whoever is called by a word in -er, -ist or -man is mostly
somebody. What ends so and is a thing is listed.
"""

import re

from valla.text.fold import key_of

_KIN = """
father mother parent brother sister son daughter child uncle aunt cousin nephew niece grandfather grandmother grandson
granddaughter grandchild husband wife widow widower bride fiancé fiancée stepfather stepmother stepson godson goddaughter
godfather godmother brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law heir twin
"""
_RANKED = """
king queen prince princess duke duchess earl count countess baron baroness lord lady emperor empress tsar sultan pope
general colonel captain major lieutenant sergeant corporal marshal admiral commodore private cadet constable
president vice-president premier chancellor deputy mayor chief head boss bishop archbishop abbot abbess canon dean monk nun
priest vicar curate rabbi imam pastor deacon rector friar prior provincial chaplain page squire judge coroner magistrate
attaché consul envoy nuncio legate delegate advocate counsel attorney aide agent spy clerk
"""
_TRADES = """
doctor nurse cook chef maid valet groom coachman butler guard spokesman physician surgeon midwife architect poet journalist
critic expert scholar student pupil apprentice assistant professor friend neighbour neighbor colleague comrade companion
guest host hostess landlord landlady client patient witness accused defendant prisoner informant source contact associate
partner rival enemy ally executive banker merchant tailor smith pilot mate bosun steward skipper miner mason florist
gentleman lady man woman boy girl person somebody someone stranger child native local veteran dissident defector refugee
servant peasant labourer laborer secretary typist tenant relief reporter correspondent stringer editor diplomat linguist
archivist scribe notary bailiff sheriff sheikh chairman chair bench hero waitress actress seamstress barmaid official eyewitness relation sacristan orderly capuchin jesuit franciscan dominican benedictine
family sexton usher warden oarsman novelist solicitor creditor ghost squaddie gendarme policeman typist interpreter
"""
SINGLE = frozenset(key_of(word) for word in f"{_KIN} {_RANKED} {_TRADES}".split())
"""Words for one person."""
CROWD = frozenset(
    """
    officials officers people circles friends neighbours neighbors servants sailors soldiers peasants villagers witnesses
    diplomats members workers fishermen clerks colleagues residents sources men women persons insiders employees observers
    informants refugees prisoners survivors agents deserters travellers merchants locals relatives sentries guards
    authorities quarters critics historians scholars writers strikers porters monks nuns journalists reporters correspondents veterans emigrants exiles defectors comrades
    """.split()
)
"""Words for people without a name who tell something."""
BODIES = frozenset(
    """
    committee commission board court ministry embassy government police company office staff council parliament senate
    department bureau agency newspaper paper magazine gazette press radio programme bank firm society team garrison podcast blog family police jury crew household channel station network website desk
    """.split()
)
_ENDINGS = re.compile(r"(?:ers?|ors?|ists?|ians?|man|men|woman|women|ess|eer|ee|maid|smith|wright|master|keeper)$")
_NO_PERSONS = frozenset(
    """
    letter paper chapter matter number weather river water order manner answer character center centre power october
    november december september summer winter newspaper register charter corner dinner supper border cover danger door
    factor finger floor fever flower former latter harbour honour labour error terror horror humour rumour tower quarter
    shoulder silver tenor timber tremor vapour vigour wonder ladder hammer folder poster cancer copper leather thunder
    transfer offer centre interior exterior metaphor mirror motor sector vector color colour favor favour behaviour hour
    tour four over under other another rather whether either neither further never ever however trial list wrist guest
    committee degree coffee guarantee fee tree specimen omen abdomen fess progress process success access press address
    distress business witness's illness darkness happiness madness sickness goodness loss glass class mess less unless
    book letters papers story account work works side version views opinion house hand mind life death place part view way
    words own name eyes face voice ship car encounter disaster theatre meter layer barrier career counter sober proper barber's dagger cellar
    """.split()
)
FOLK = re.compile(
    rf"(?:[Tt]he )?(?:[a-z][a-z-]{{2,14}} |[A-ZÀ-Þ][\w-]{{2,20}} )?(?:{'|'.join(sorted({*CROWD, *(one.title() for one in CROWD)}))})\b"
    r"(?: (?:of|in|at|from) (?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}(?: office)?)?"
    r"|(?:one|someone|somebody|a person|persons|those) who (?:was|were|had been|is|are) (?:an? |the )?(?:[a-z]{3,14} ){0,1}[a-z]{3,14}"
)
"""People without a name and without an article: "dock officials", "Officials at Rye"."""


def may_be_somebody(head: str) -> bool:
    """Tell whether a word is not known for a thing."""
    return key_of(head) not in _NO_PERSONS


def is_somebody(head: str) -> bool:
    """Tell whether a word, the last of a description, is one for a person, people or a body that can tell something."""
    word = key_of(head)
    if word in SINGLE or word in CROWD or word in BODIES:
        return True
    return len(word) > 4 and word not in _NO_PERSONS and _ENDINGS.search(word) is not None  # noqa: PLR2004 - "her", "men"
