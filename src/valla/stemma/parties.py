"""Who may tell something: persons by name or by what they are ("the miller's wife"), and papers ("the shift log").

A phrase is taken for a person because a verb of telling follows it; what its last word says of it decides between a
person, people without a name, a paper, and a thing that tells nothing.
"""

import re
from dataclasses import dataclass, replace

from valla.model.anchors import Span
from valla.model.witnesses import Role
from valla.stemma.folk import CROWD
from valla.stemma.persons import same_name
from valla.text.fold import key_of

NAME = r"(?:(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Capt|Col|Gen|Lt|Sgt)\. (?:de |von |van |du )?)?(?:[A-ZÀ-Þ]\. ?){0,3}[A-ZÀ-Þ][\w’'-]{0,30}(?: (?:[A-ZÀ-Þ][\w’'-]{1,30}|[A-ZÀ-Þ]\.|of [A-ZÀ-Þ][\w’'-]{1,30}|de|von|van|di|du)){0,4}"
_NOT_INSIDE = (
    r"(?!(?:he|she|they|it|we|who|whom|that|which|and|but|or|as|in|on|at|by|for|from|with|was|were|is|are|be|been|had|has|have|"
    r"did|does|do|used|thus|when|while|if|because|not|never|so|than|of|into|upon|where|what|how|said|told|recalled|remembered|wrote|claimed|swore|testified|declared|stated|"
    r"answered|replied|reported|noted|added|later|once|himself|herself|"
    r"itself|themselves|also|again|only|about|over|under|through|after|before|between|during|against|among|without|within|until|since|near|behind|afterwards|however|therefore|moreover|already|whose|the|an?|his|her|my|our|their|its|this|named|called|tell|tells|telling|say|says|saying|repeat|swear|"
    r"complain|admit|confess|write|writes)\b)"
)
_WORD = rf" {_NOT_INSIDE}(?!(?!orderly|family|ally\b|assembly)[a-z]{{3,14}}ly\b)[a-z][\w’'-]{{1,20}}"
_DET = (
    r"(?:[Tt]he(?: said)?|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur|[Tt]heir|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|"
    r"this(?= (?:newspaper|paper|programme|magazine|journal)))"
)
_OWNER = r"[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){0,3}(?:[’']s|(?<=s)[’'])"
_LOWER_OWNER = r"(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Aa]) [a-z]{3,16}[’']s"
_OF = (
    rf"(?: (?:of|for) (?:the |his |her |its |that |this )?(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|St)\. )?[\w’'-]{{2,30}}(?:(?: [A-ZÀ-Þ][\w’'-]{{1,30}}){{1,3}}|{_WORD})?"
    r"|(?: on| at| from| in)(?: the)? [A-ZÀ-Þ][\w’'-]{1,30}| on duty| close to (?:the |his |her )?[\w’'-]{2,30})?"
)
DESCRIBED = (
    rf"(?:(?:{_OWNER}|{_LOWER_OWNER}|{_DET}(?: {_OWNER}|(?! (?:Mr|Mrs|Dr)\b) [A-ZÀ-Þ][a-z]+)?)(?:{_WORD}){{1,5}}{_OF}|(?:[Tt]he|one)(?= [A-ZÀ-Þ]))"
    rf"(?: (?:named |called )?{NAME})?"
)
PARTY = rf"(?:{DESCRIBED}|{NAME}|[A-ZÀ-Þ]\. {NAME})"
DEPONENTS = frozenset(
    f"{fore} {one}"
    for fore in ("this", "the said", "your")
    for one in "examinate examinant deponent declarant affiant".split()
)
"""How depositions say "I"."""
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "who", "it", "i", "we", "me", "us", *DEPONENTS})

PAPERS = (
    "letter letter-book memo memorandum report diary journal log logbook log-book notebook casebook register minutes transcript "
    "affidavit deposition statement telegram ledger book protocol notes lecture pamphlet preface review memoirs memoir "
    "autobiography recollections interview testimony evidence cross-examination examination interrogation trial inquest hearing "
    "confession chronicle dispatch despatch note postcard file records record tape recording sermon column article history"
).split()
_PAPER = frozenset(PAPERS)
_BEHIND = re.compile(r" (?:of|at|from|in|on|for|close to) ")
"""What stands behind the word that says who it is."""
_TITLED = re.compile(r"(?:his|her|their) [A-ZÀ-Þ]\w+(?: of the [A-ZÀ-Þ]\w+)?$")
_THINGS = frozenset(
    "case fact facts view story stories tale lie lies truth claim argument thing answer reason rest way day year time word words point question idea "
    "chain theory sentence line truth law rule theft evidence number text version tests test wind anecdote remark account picture door work conscience country vault "
    "night morning evening week month years days nights months weeks times january february march april may june july august september october november december".split()
)
_OPENERS = frozenset(
    "the this that these those in at on when while after before if but and or so as it there here what however although "
    "though despite nor yet then thus not for with from by of to some many most all both each every even only also no "
    "none nothing let may might once again indeed besides clearly obviously surely perhaps until since against among "
    "interviewed questioned asked pressed examined told informed writing speaking testifying talking quoted according "
    "hence add assuming supposing judging considering given see note consider compare meanwhile nevertheless accordingly "
    "first second third fourth last lastly firstly secondly thirdly next elsewhere earlier later meanwhile asked how why where "
    "whether neither either three two one finally today now unfortunately fortunately interestingly".split()
)


SHOUTED = 5
"""Letters beyond which a word in capitals is no name but the first word of a chapter."""
_OPENING = re.compile(
    r"(?:(?:Elsewhere|Lastly|Finally|Next|First|Second|Third|Later|Today|Today,|Only|But|And|Yet|Now|Then|So|For|In|At|On|When|While|After|Before|If|As|Thus|However|Moreover|Besides|That|Though|Although|"
    r"Since|Here|There|Or|Nor|Again|Also|Indeed|Even) (?=[A-ZÀ-Þ])|(?:[Tt]he|[Oo]ne) (?:[a-z]{3,12} ){0,2}(?:day|night|year|morning|evening|week|month|time) (?=[A-ZÀ-Þ]))"
)
_WOMEN = frozenset(
    "she her mother grandmother aunt wife widow sister niece daughter nurse queen mrs ms miss lady madame barmaid housekeeper "
    "maid girl woman actress duchess countess abbess nun landlady hostess goddaughter".split()
)
_MEN = frozenset(
    "he him father grandfather uncle husband widower brother nephew son king mr sir lord father monk priest bishop abbot boy "
    "man fisherman duke count earl butler schoolmaster sergeant".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """One who tells or is told, as the words name him."""

    words: str
    at: Span
    said_of: str = ""  # the name that stands beside a description: "the bosun, Henrik Saar,"
    is_title: bool = False  # it is known for the title of a work

    @property
    def name(self) -> str:
        """Return the name by which the party is known."""
        return self.said_of or self.words.removesuffix("’s").removesuffix("'s")

    @property
    def head(self) -> str:
        """Return the folded last word of the description, before any "of"."""
        return key_of(_BEHIND.split(self.words)[0].rsplit(" ", 1)[-1].strip(".,;:’'"))

    @property
    def pronoun(self) -> bool:
        """Tell whether it is a pronoun."""
        return self.words.casefold() in PRONOUNS

    @property
    def titled(self) -> bool:
        """Tell whether it is a book by its title: "his Lives"."""
        return self.is_title or _TITLED.match(self.words) is not None

    @property
    def paper(self) -> bool:
        """Tell whether it is a paper or a book."""
        return self.titled or (
            any(key_of(word.strip(".,;:’'")) in _PAPER for word in self.words.split(" of ")[0].split()[-2:])
            and not self.said_of
        )

    @property
    def role(self) -> Role:
        """Return what it is: a paper, people without a name, or one who tells."""
        if self.paper:
            return Role.WORK if self.titled else Role.RECORD
        crowd = self.words[:1].isalpha() and any(key_of(word) in CROWD for word in self.words.split())
        return Role.NAMELESS if crowd and not self.said_of else Role.WITNESS

    @property
    def sex(self) -> str:
        """Return "she" or "he" where a word tells, else nothing."""
        words = {key_of(word.strip(".,;:’'")) for word in f"{self.words.split(' of ')[0]} {self.said_of}".split()}
        return "she" if words & _WOMEN else "he" if words & _MEN else ""

    def trimmed(self) -> "Party":
        """Return the party without a word that merely opens the sentence: "But Dahl", "the following day Cecil"."""
        found = _OPENING.match(self.words)
        return (
            replace(self, words=self.words[found.end() :], at=Span(self.at.start + found.end(), self.at.end))
            if found
            else self
        )

    @property
    def usable(self) -> bool:
        """Tell whether it can be a hand at all: no opening word that has its capital from there, no thing."""
        first = key_of(self.words.split(" ")[0])
        if self.words.isupper() and len(self.words) > SHOUTED and " " not in self.words:
            return False
        described = self.words[:1].islower() or " " in self.words
        return not self.pronoun and self.head not in _THINGS and (first not in _OPENERS or described)


def same_party(one: Party, other: Party) -> bool:
    """Tell whether two parties are one: their names agree, or both are described by one word."""
    if one.paper is not other.paper:
        return False
    if is_named(one) and is_named(other):
        return same_name(one.name, other.name)
    one, other = (other, one) if is_named(one) else (one, other)
    if is_named(other) and same_name(one.said_of or " ".join(one.words.split()[-2:]), other.name):
        return True
    return (one.head == other.head and bool(one.head)) or (bool(one.said_of) and same_name(one.said_of, other.words))


def paper_word(name: str) -> str:
    """Return the word that says what kind of paper it is: "a letter to X" and "letter of Y" are both a letter."""
    return next((word for word in (key_of(one.strip(".,;:’'")) for one in name.split()) if word in PAPERS), name)


def is_named(party: Party) -> bool:
    """Tell whether a party is known by a name."""
    words = party.words.split(" of ")[0].split(" ")
    return bool(party.said_of) or (words[0].casefold() not in _DETERMINERS and words[-1][:1].isupper())


_DETERMINERS = frozenset("the a an his her its my our their one another two three four several this".split())
