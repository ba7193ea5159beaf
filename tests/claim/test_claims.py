"""What is a draft claim and what is none; texts are invented."""

from hypothesis import given
from hypothesis import strategies as st

from valla.claim import propose_claims
from valla.model.anchors import DocumentId
from valla.model.claims import Claim, ClaimKind, ClaimStatus, CueKind, VerbClass
from valla.quote import attribute_quotations, find_quotations
from valla.read import read_document


def claims_of(text: str) -> tuple[Claim, ...]:
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.md")
    found = find_quotations(document)
    return propose_claims(document, found, attribute_quotations(document, found))


def test_a_question_and_a_heading_are_no_claims() -> None:
    assert claims_of("# Obviously guilty\n\nWas he therefore guilty?\n") == ()


def test_the_cue_of_a_claim_is_kept_where_it_stands() -> None:
    text = "The mill stood empty. Obviously the miller had gone.\n"
    (claim,) = claims_of(text)

    assert [(cue.kind, cue.at.of(text)) for cue in claim.cues] == [(CueKind.BOOSTER, "Obviously")]
    assert (claim.kind, claim.status) == (ClaimKind.OWN, ClaimStatus.ASSERTED)


def test_a_reported_statement_has_its_speaker_and_what_the_verb_does() -> None:
    (claim,) = claims_of("The town slept. Paul Reimer denied that he had a key.\n")

    assert (claim.kind, claim.speaker, claim.verb) == (ClaimKind.REPORTED, "Paul Reimer", VerbClass.DENY)


def test_a_claim_with_a_quotation_after_it_is_argued() -> None:
    (claim,) = claims_of(
        "The miller certainly had gone:\n\n> The mill was empty when I came, and the wheel stood still.\n>\n> — Ada Lund, *Valley Days*, 1890, p. 3\n"
    )

    assert claim.status is ClaimStatus.ARGUED
    assert len(claim.quotations) == 1


def test_cues_in_quoted_words_are_not_the_authors() -> None:
    assert not [
        row
        for row in claims_of("The bailiff wrote: “Obviously the miller had gone, and therefore he was guilty.”\n")
        if row.kind is ClaimKind.OWN and row.cues_of(CueKind.BOOSTER)
    ]


@given(st.text(alphabet="aB .,:;?!\n“”\"'’if had no evidence therefore of said that", max_size=400))
def test_any_text_gives_claims_in_order_whose_cues_lie_inside(text: str) -> None:
    claims = claims_of(f"It rained.\n\n{text}")

    assert list(claims) == sorted(claims, key=lambda row: row.span)
    assert all(claim.span.covers(cue.at) for claim in claims for cue in claim.cues)
