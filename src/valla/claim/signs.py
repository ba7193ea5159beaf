"""The signs by which a sentence that argues is told from one that narrates, and how many points each is worth.

A sign is a word, or a head word with what must follow it; it counts once a sentence, however often it stands there. The
points were fitted on labelled texts (`eval/evidence.jsonl`, dev half, and two chapters of real histories) and rounded: one
point is about a third of a logit. They say how often such a sentence was marked as a claim, and nothing of its truth.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.claims import Cue, CueKind


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Sign:
    """A sign: its name, its points, the kind of cue that it is, the words that are it, and heads with what follows them."""

    name: str
    points: int
    kind: CueKind
    words: str = ""
    phrases: tuple[tuple[str, str], ...] = ()


SIGNS = (
    Sign(
        name="emphasis",
        points=4,
        kind=CueKind.EMPHASIS,
        words="obviously clearly certainly undoubtedly surely evidently plainly undeniably unquestionably entirely wholly absolutely "
        "utterly completely perfectly indeed really truly actually simply manifestly whatsoever",
        phrases=(
            ("of", "course"),
            ("without", "(?:a |any )?doubt"),
            ("beyond", "(?:all |any )?(?:reasonable )?doubt"),
            ("no", "doubt"),
            ("we", "can be (?:certain|sure)"),
            ("it", "is (?:clear|certain|plain|obvious|evident)"),
            ("in", "(?:fact|truth|reality|any sense)"),
            ("the", "(?:truth|fact) is"),
            ("needless", "to say"),
            ("most", "obvious"),
            ("everyone", "knows"),
            ("everybody", "knows"),
            ("nothing", "(?:more|less|but|of the kind|whatever)"),
            ("at", "all"),
        ),
    ),
    Sign(
        name="judgement",
        points=3,
        kind=CueKind.JUDGEMENT,
        words="absurd worthless nonsense false untrue wrong mistaken impossible incredible improbable inconceivable unlikely decisive "
        "unconvincing convincing untenable baseless unfounded plausible implausible conclusive inconclusive fatal fallacious "
        "misleading irrelevant meaningless unreliable reliable trustworthy suspect suspicious unsound sound weak credible "
        "respectable invented fabricated forged genuine spurious fictitious unjust unjustified indefensible unfair disgraceful "
        "shameful mockery sham bogey fraud forgery fabrication fiction invention fable fantasy delusion rumour rumor hearsay "
        "gossip guesswork speculation propaganda half-truth distortion wrong-headed irreconcilable insane useless valueless "
        "pointless hopeless harmless error",
        phrases=(("beside", "the point"),),
    ),
    Sign(
        name="bearing",
        points=2,
        kind=CueKind.ARGUMENT,
        words="destroy destroys destroyed demolish demolishes overturn overturns overthrow overthrows confirm confirms favor favors favour "
        "favours support supports contradict contradicts collapse collapses survive survives explain explains settle settles "
        "refute refutes rebut rebuts undermine undermines establish establishes prove proves proved proven proving demonstrate "
        "demonstrates demonstrated show shows shown showed reveal reveals suggest suggests implies indicate indicates mean means "
        "follows corroborate corroborates corroborated justify justifies outweigh outweighs disprove disproves compel compels "
        "exclude excludes weigh weighs",
        phrases=(
            ("dispose", "of"),
            ("disposes", "of"),
            *((head, "(?:up)?on") for head in ("rest", "rests", "depend", "depends", "turn", "turns", "hang", "hangs")),
            ("bear", "(?:this |it |them )?out"),
            ("bears", "(?:this |it |them )?out"),
            ("account", "for"),
            ("accounts", "for"),
            ("falls", "to the ground"),
            ("fall", "to the ground"),
            ("comes", "down to"),
            ("amounts", "to"),
            ("amount", "to"),
            ("points", "(?:to|the other way)"),
            ("point", "(?:to|the other way)"),
            ("goes", "back to"),
            ("go", "back to"),
            *(
                (head, "(?:against|for|in favou?r)")
                for head in ("argues", "argue", "speaks", "tells", "counts", "count")
            ),
            ("rules", "out"),
        ),
    ),
    Sign(
        name="stance",
        points=2,
        kind=CueKind.STANCE,
        phrases=(
            (
                "i",
                (
                    r"(?:do not |don[’']t |cannot |can[’']t |now |still |therefore |have no |venture to |shall |will |must |would |propose to |"
                    r"hope to |intend to |do )?(?:believe|think|say|submit|contend|maintain|conclude|argue|suggest|hold|doubt|propose|shew|show|"
                    r"deny|object|am (?:convinced|persuaded|certain|sure|satisfied)|insist|assert|affirm|suspect)"
                ),
            ),
            (
                "we",
                (
                    "(?:therefore |can |may |must |do not |cannot |now )?(?:conclude|believe|argue|submit|think|hold|maintain|contend|propose|"
                    "suggest|reject|find that)"
                ),
            ),
            ("in", "(?:my|our) (?:view|opinion|judge?ment)"),
            ("to", "my mind"),
            ("my", "(?:own )?(?:view|argument|thesis|contention|conclusion)"),
            ("our", "(?:view|argument|thesis|contention|conclusion)"),
            ("it", "(?:looks|seems|appears) to me"),
        ),
    ),
    Sign(
        name="reason",
        points=2,
        kind=CueKind.REASON,
        words="because since considering",
        phrases=(
            ("for", "the (?:further |simple |same )?reason"),
            ("the", "reason"),
            ("as", "even"),
            ("so", "that"),
            ("given", "that"),
        ),
    ),
    Sign(
        name="demand",
        points=2,
        kind=CueKind.DEMAND,
        words="should ought deserve deserves need needs",
        phrases=(
            ("it", "is time|would be (?:wrong|foolish|unjust|idle)"),
            ("must", "be"),
            ("had", "better"),
            ("would", "do (?:a )?(?:graver )?(?:wrong|well)"),
            ("has", "no (?:warrant|right|business)"),
            ("have", "no (?:warrant|right|business)"),
        ),
    ),
    Sign(
        name="likelihood",
        points=2,
        kind=CueKind.HEDGE,
        words="likely probable probability likelihood seem seems appear appears",
        phrases=(
            ("must", "have"),
            ("cannot", "have"),
            ("could", "(?:not|never|hardly|scarcely) have|hardly"),
            ("can", "hardly"),
            ("scarcely", "have"),
            ("hardly", "have"),
            ("would", "(?:not|never|hardly|scarcely)? ?(?:have|be) "),
            ("may", "well"),
            ("might", "well"),
            ("almost", "certainly"),
            ("realm", "of possibility"),
            ("it", "is (?:possible|conceivable)"),
        ),
    ),
    Sign(
        name="turn",
        points=1,
        kind=CueKind.CONTRAST,
        phrases=(
            (
                "it",
                r"(?:is|was) (?:not )?(?:the|a|an|his|her|their|in|on|for|by|this|only|precisely|\w+ly) [^.;]{2,50} (?:that|who|which|and not)\b",
            ),
            ("what", "[^.;?]{3,50} (?:is|was|are) "),
            (
                "the",
                (
                    r"(?:\w+ )?(?:trouble|problem|point|truth|question|difficulty|answer|explanation|conclusion|lesson|real|key|crux|mistake|"
                    r"extraordinary thing)\b[^.;]{0,60} (?:is|was|remains)\b|fact that"
                ),
            ),
        ),
    ),
    Sign(
        name="whole",
        points=1,
        kind=CueKind.EMPHASIS,
        words="only alone merely sole solely mere entire whole every all any each always ever anybody anyone everyone everybody whoever "
        "whatever nobody",
        phrases=(("no", "one"), ("nothing", "(?:but|more)"), ("nearly", "every")),
    ),
    Sign(
        name="negation",
        points=1,
        kind=CueKind.NEGATION,
        words="not never no none nothing nobody neither nor hardly scarcely without cannot can't can’t don't don’t doesn't doesn’t didn't "
        "didn’t isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t won't won’t hadn't hadn’t couldn't couldn’t",
    ),
    Sign(
        name="no ground",
        points=1,
        kind=CueKind.NEGATION,
        phrases=(
            (
                "no",
                (
                    r"(?:\w+ ){0,3}?(?:evidence|proof|trace|record|indication|reason|sign|hint|grounds?|support|value|basis|doubt|warrant|"
                    r"inference)\b"
                ),
            ),
            ("not", "(?:a|one) (?:shred|scrap|trace|word|single|particle)"),
            ("nothing", "(?:was|has been|is|could be) found|to (?:do with|support|suggest|show|gain)"),
            ("nobody", "ha[sd]"),
            ("without", "(?:any |the slightest )?(?:evidence|foundation|proof)"),
            ("failed", "to (?:find|produce|mention)"),
            ("none", "of"),
            ("there", "is no"),
        ),
    ),
    Sign(
        name="case",
        points=1,
        kind=CueKind.ARGUMENT,
        words="evidence proof proofs testimony witness witnesses corroboration argument arguments inference objection objections premise "
        "premises hypothesis explanation explanations interpretation interpretations attribution identification verdict accusation "
        "accusations charge charges theory theories notion thesis claim claims myth legend tradition story supposition assumption "
        "version account reading suggestion idea contention assertion conclusion view case",
    ),
    Sign(
        name="other side",
        points=1,
        kind=CueKind.OPPOSED,
        words="critics defenders opponents apologists believers sceptics skeptics myth legend schoolbook schoolbooks textbook textbooks "
        "official orthodox so-called supposed supposedly alleged allegedly mistaken honourable honorable",
        phrases=(
            *(
                (
                    head,
                    (
                        r"(?:whole |entire )?(?:argument|case|theory|claim|story|thesis|objection|position|contention|method|reasoning|attribution|"
                        r"explanation)\b"
                    ),
                )
                for head in ("his", "her", "their", "the")
            ),
        ),
    ),
    Sign(
        name="common view",
        points=1,
        kind=CueKind.OPPOSED,
        phrases=(
            *(
                (
                    head,
                    (
                        r"(?:\w+ )?(?:said|claimed|believed|held|thought|put down|characteri[sz]ed|regarded|described|portrayed|taken|argued|"
                        r"supposed|dismissed|accepted|assumed)\b"
                    ),
                )
                for head in "often commonly generally widely usually sometimes still nowadays frequently".split()
            ),
            ("it", "is said"),
            ("on", "this view"),
            ("we", "are (?:often )?told"),
        ),
    ),
    Sign(
        name="plotting",
        points=-2,
        kind=CueKind.NARRATIVE,
        words="discovered uncovered revealed exposed organized organised conspired secret secretly plot plotted",
        phrases=(("found", "that"), ("came", "to light")),
    ),
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
WORDS: dict[str, list[Sign]] = defaultdict(list)
HEADS: dict[str, list[tuple[Sign, re.Pattern[str]]]] = defaultdict(list)
for _sign in SIGNS:
    for _word in _sign.words.split():
        WORDS[_word].append(_sign)
    for _head, _rest in _sign.phrases:
        HEADS[_head].append((_sign, re.compile(rf"\s+(?:{_rest})(?!\w)", re.IGNORECASE)))


def signs_in(text: str, span: Span) -> dict[Sign, Cue]:
    """Return the signs of a sentence, each with the first words that are it."""
    found: dict[Sign, Cue] = {}
    for sign, at in _signs(text, span):
        found.setdefault(sign, Cue(at=at, kind=sign.kind, words=at.of(text)))
    return found


def _signs(text: str, span: Span) -> Iterator[tuple[Sign, Span]]:
    """Yield every sign where it stands: single words are looked up, phrases tried only behind their head."""
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group().lower()
        for sign in WORDS.get(word, ()):
            yield sign, Span(match.start(), match.end())
        for sign, rest in HEADS.get(word, ()):
            behind = rest.match(text, match.end(), span.end)
            if behind:
                yield sign, Span(match.start(), behind.end())
