"""Whom a pronoun means: the nearest compatible subject before it.

Sentences are looked through backwards. The subject of a sentence is preferred to what else it names; a sentence whose
subject is the same pronoun is passed over; a person named after "is" or "was" counts where the subject is a thing.
"""

from collections.abc import Callable, Iterable, Sequence

from valla.quote.lexicon.grammar import (
    COPULAS,
    DETERMINERS,
    FIRST,
    HE,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVE,
    SHE,
    SUBORDINATORS,
    THEY,
)
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.lexicon.roles import BODIES, FEMALE, MALE
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_adjective, is_role
from valla.quote.speakers.answers import who_was_asked
from valla.quote.speakers.clauses import is_passive, subject_before
from valla.quote.speakers.genders import Gender, gender_of
from valla.quote.speakers.governing import governing_verb
from valla.quote.speakers.openings import ADJECTIVES_TOO, first_subject
from valla.quote.speakers.phrases import THINGS, Subject, phrase
from valla.quote.speakers.things import thing_before
from valla.quote.speakers.told import owner_at_head, sender_in, whom_i_met
from valla.quote.speakers.views import named_by_phrase
from valla.quote.tokens import Kind, Token

FADING = 0.9
"""What is left of the confidence with each sentence that lies between."""


def resolve_pronoun(
    pronoun: Name,
    sentences: Iterable[Sequence[Token]],
    *,
    owned: str | None = None,
    excluded: Callable[[Name], bool] | None = None,
) -> Subject | None:
    """Return the person whom a pronoun means, given the sentences before it, the nearest first.

    `owned` is the paper of "his memoirs": whoever wrote in his memoirs before is then the likeliest.
    """
    word = pronoun.value
    if word in FIRST:
        return None
    kept = list(sentences)
    if word in THINGS:
        return thing_before(word, kept)
    if owned:
        writer = _owner_of_same(owned, kept, word)
        if writer:
            return writer
    weight = 0.62
    for sentence in kept:
        found = _subject_for(word, sentence)
        if found and not (excluded and excluded(found.name)):
            return Subject(found.name, round(weight, 3), f"“{word}”: {found.reason}")
        weight *= FADING
    return _of_that_gender(word, kept)


def _of_that_gender(word: str, sentences: Sequence[Sequence[Token]]) -> Subject | None:
    """Return the nearest person whose given name is of the gender of a pronoun, in whatever place of its sentence."""
    wanted = Gender.SHE if word in SHE else Gender.HE if word in HE else None
    for sentence in sentences[:3] if wanted else ():
        chunks = (
            None if is_adjective(sentence, place) else chunk_at(sentence, place) for place in range(len(sentence))
        )
        names = [chunk.name for chunk in chunks if chunk and gender_of(chunk.name) is wanted]
        if names:
            return Subject(names[-1], 0.35, f"“{word}”: named in a sentence before")
    return None


def _owner_of_same(owned: str, sentences: Sequence[Sequence[Token]], word: str) -> Subject | None:
    """Return the subject of an earlier sentence in which someone wrote "in his memoirs", of the same paper."""
    for sentence in sentences:
        for place, token in enumerate(sentence):
            if (
                token.low == owned
                and place
                and (sentence[place - 1].low in POSSESSIVES or sentence[place - 1].kind is Kind.POSS)
            ):
                first = first_subject(sentence, 0, place)
                if first and first.name.sort is Sort.PERSON and fits(word, first.name):
                    return Subject(first.name, 0.7, f"“{word} {owned}”: so named before")
    return None


def _subject_for(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the person in a sentence whom a pronoun may mean: its subject, else a person it is said to be, else one it names."""
    later = _last_clause(word, sentence)
    if later:
        return later
    asked = who_was_asked(sentence)
    if asked and asked.name.sort in {Sort.PERSON, Sort.ROLE} and fits(word, asked.name):
        return Subject(asked.name, 0.6, "who was asked in a sentence before")
    phrase = named_by_phrase(sentence)
    if phrase and any(token.low == word and token.start > phrase.name.span.end for token in sentence):
        return None  # "according to X, she was": whom "she" means was named before
    if phrase and phrase.name.sort is Sort.PERSON and fits(word, phrase.name):
        return Subject(phrase.name, 0.62, "named as the source before")
    return _by_subject(word, sentence)


def _last_clause(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the person of the clause behind the last semicolon."""
    last = max((place for place, token in enumerate(sentence) if token.is_mark(";")), default=None)
    if last is None or last + 2 >= len(sentence):
        return None
    return _subject_for(word, sentence[last + 1 :])


def _by_subject(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the subject of a sentence; where that is a pronoun or a thing, the person whom the sentence is about."""
    subject = _speaking_subject(sentence) or first_subject(sentence, 0, len(sentence))
    if subject is None:
        return _named_otherwise(word, sentence)
    name = subject.name
    if name.sort is Sort.PERSON and fits(word, name):
        return Subject(name, 0.62, "subject of a sentence before")
    if name.sort is Sort.PRONOUN and name.value not in FIRST | THINGS:
        return _other_person(word, name.value, sentence)
    met = whom_i_met(sentence) if name.value in FIRST else None
    body = Subject(name, 0.4, "subject of a sentence before") if name.sort is Sort.BODY and word in THEY else None
    return met or body or _named_otherwise(word, sentence)


def _named_otherwise(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return a person who is no subject: an owner or a sender, a predicate, the only one named, a role at the head."""
    owner = owner_at_head(sentence) or sender_in(sentence)
    if owner and fits(word, owner):
        return Subject(owner, 0.5, "whose paper a sentence before is about")
    predicate = _predicate(sentence)
    if predicate and fits(word, predicate):
        return Subject(predicate, 0.6, "named in a sentence before")
    return _only_person(word, sentence) or _role_at_head(word, sentence)


def _other_person(word: str, subject: str, sentence: Sequence[Token]) -> Subject | None:
    """Return whom "she" means after "He found Yusuf at her bench": the one person whom the sentence names."""
    if not ((word in SHE and subject in HE) or (word in HE and subject in SHE)):
        return None
    chunks = (None if is_adjective(sentence, place) else chunk_at(sentence, place) for place in range(len(sentence)))
    names = [chunk.name for chunk in chunks if chunk and chunk.name.sort is Sort.PERSON and fits(word, chunk.name)]
    return (
        Subject(names[0], 0.5, "the other person of a sentence before")
        if len({name.surname for name in names}) == 1
        else None
    )


def _role_at_head(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the role with which a sentence opens: "My father put down his paper"."""
    if sentence[0].low not in DETERMINERS or word in THEY:
        return None
    for place in range(1, min(4, len(sentence))):
        token = sentence[place]
        if token.low in PREPOSITIONS or token.kind is not Kind.WORD:
            return None
        if token.lower and is_role(token) and token.low not in BODIES:
            other = FEMALE if word in HE else MALE
            named = phrase(sentence, 0, place, Sort.ROLE)
            if place + 1 < len(sentence) and chunk_at(sentence, place + 1):
                return None
            clashes = token.low in other or (
                token.low in ADJECTIVES_TOO and sentence[place + 1 : place + 2] and sentence[place + 1].lower
            )
            return None if clashes else Subject(named, 0.35, "role that opens a sentence before")
    return None


def _speaking_subject(sentence: Sequence[Token]) -> Subject | None:
    """Return the person who is the subject of a verb of saying, where a sentence opens with something else."""
    if sentence[0].capital and chunk_at(sentence, 0):
        return None
    verb = governing_verb(sentence)
    if verb and sentence[verb - 1].low in RELATIVE:
        return None
    subject = subject_before(sentence, verb) if verb is not None and not is_passive(sentence, verb) else None
    return subject if subject and subject.name.sort is Sort.PERSON else None


def _predicate(sentence: Sequence[Token]) -> Name | None:
    """Return the person named right after "is" or "was"."""
    for place, token in enumerate(sentence[:-1]):
        if token.low in COPULAS:
            chunk = chunk_at(sentence, place + 1)
            if chunk and chunk.name.sort is Sort.PERSON:
                return chunk.name
    return None


def _only_person(word: str, sentence: Sequence[Token]) -> Subject | None:
    """Return the last person a sentence names as more than an owner."""
    found: Name | None = None
    place = 0
    while place < len(sentence):
        chunk = None if is_adjective(sentence, place) else chunk_at(sentence, place)
        if chunk is None:
            place += 1
            continue
        person = chunk.name.sort is Sort.PERSON and (chunk.name.ranks or len(chunk.name.words) > 1)
        governed = place > 0 and sentence[place - 1].low in PREPOSITIONS - {"of"}
        if person and fits(word, chunk.name) and not governed:
            found = chunk.name
        place = chunk.stop
    return Subject(found, 0.45, "a person named in a sentence before") if found else None


def fits(word: str, name: Name) -> bool:
    """Tell whether a pronoun and a name do not contradict in number or gender, as far as rank and given name tell."""
    many = " and " in name.value or " & " in name.value
    if word in THEY or many:
        return word in THEY and many
    gender = gender_of(name)
    if word in HE:
        return gender is not Gender.SHE
    return not (word in SHE and gender is Gender.HE)


def opening_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words before a pronoun in its own sentence where their subject opens them: "When X came in, he"; else none."""
    predicate = _predicate(tokens)
    if predicate:
        return [token for token in tokens if token.start >= predicate.span.start]
    for place, token in enumerate(tokens[:4]):
        chunk = chunk_at(tokens, place)
        if chunk and not (chunk.stop < len(tokens) and tokens[chunk.stop].kind is Kind.POSS):
            return tokens[place:]
        if chunk and place == 0 and owner_at_head(tokens):
            return tokens
        if token.low in PREPOSITIONS - SUBORDINATORS or token.low.endswith("ing"):
            return ()
    return ()


def named_just_before(tokens: Sequence[Token], word: str) -> Subject | None:
    """Return X of "they agree with X when he wrote", "as bluntly as X did when she said": the one person named before.

    `tokens` are those before the pronoun in its own sentence; the last must open a clause of time or manner.
    """
    if len(tokens) < 3 or tokens[-1].low not in _OPENS_CLAUSE or word not in HE | SHE:  # noqa: PLR2004 - "X did when"
        return None
    chunks: dict[str, Name] = {}
    place = 0
    while place < len(tokens) - 1:
        chunk = None if is_adjective(tokens, place) else chunk_at(tokens, place)
        person = chunk is not None and chunk.name.sort is Sort.PERSON
        if chunk and person and not (chunk.stop < len(tokens) and tokens[chunk.stop].kind is Kind.POSS):
            chunks[chunk.name.surname] = chunk.name
        place = chunk.stop if chunk else place + 1
    fit = [name for name in chunks.values() if fits(word, name)]
    return Subject(fit[0], 0.6, f"“{word}”: the one person named before in its sentence") if len(fit) == 1 else None


_OPENS_CLAUSE = frozenset({"when", "where", "as", "while", "whenever"})


def owned_paper(cue: Sequence[Token], pronoun: Name) -> str | None:
    """Return the paper of which a possessive pronoun is the owner: the "memoirs" of "his memoirs"."""
    if pronoun.value in NOMINATIVE and pronoun.value not in POSSESSIVES:
        return None
    for place, token in enumerate(cue):
        if token.start == pronoun.span.start:
            following = [word.low for word in cue[place + 1 : place + 4] if word.low in WORK_NOUNS]
            return following[0] if following else None
    return None
