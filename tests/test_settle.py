"""Which findings count: suppressions with reasons, baselines, and the status of a run."""

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Block, BlockKind, Document, Remark
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules import r190_unused_suppression
from valla.settle import Pardon, exit_status, settle_findings
from valla.text.fingerprints import fingerprint_findings

TEXT = "The mill burned at dusk.\n\nThe ledger was never found.\n"
FIRST, SECOND = Span(0, 24), Span(26, 53)
RULE = Rule(code="T101", name="altered", severity=Severity.WARNING, since="0.1")
PLATES = (RULE, r190_unused_suppression.RULE)


def investigation_of(*remarks: Remark) -> Investigation:
    blocks = tuple(Block(span=span, kind=BlockKind.PARAGRAPH) for span in (FIRST, SECOND))
    return Investigation(
        document=Document(id=DocumentId("mill"), name="mill.md", text=TEXT, blocks=blocks, remarks=remarks)
    )


def finding_at(span: Span) -> Finding:
    return RULE.finding(span, "one word differs")


FOUND = (finding_at(FIRST), finding_at(SECOND))


def test_a_remark_covers_the_paragraph_that_follows_it_and_no_other() -> None:
    remark = Remark(at=25, words=" valla: ignore[T101] known to the desk ")

    outcome = settle_findings(investigation_of(remark), FOUND, rules=PLATES)

    assert outcome.findings == (FOUND[0],)
    assert outcome.suppressed == ((FOUND[1], "known to the desk"),)


def test_a_remark_inside_a_paragraph_covers_that_paragraph() -> None:
    remark = Remark(at=10, words="valla: ignore[altered] known")

    outcome = settle_findings(investigation_of(remark), FOUND, rules=PLATES)

    assert outcome.findings == (FOUND[1],)


def test_a_remark_for_the_file_covers_all_of_it() -> None:
    remark = Remark(at=53, words="valla: ignore-file[T101] known")

    outcome = settle_findings(investigation_of(remark), FOUND, rules=PLATES)

    assert outcome.findings == ()
    assert len(outcome.suppressed) == 2


def test_a_remark_without_a_reason_suppresses_nothing() -> None:
    outcome = settle_findings(investigation_of(Remark(at=0, words="valla: ignore[T101]")), FOUND, rules=PLATES)

    assert outcome.findings == FOUND


def test_a_suppression_that_suppresses_nothing_is_reported_once() -> None:
    pardon = Pardon(reason="seen", codes=frozenset({"T101"}), words="no such words", source="valla.toml")

    outcome = settle_findings(investigation_of(), FOUND, pardons=(pardon,), rules=PLATES)

    assert [row.code for row in outcome.findings if row.code != "T101"] == ["R190"]


def test_a_suppression_of_a_rule_that_was_not_asked_is_not_called_idle() -> None:
    pardon = Pardon(reason="seen", codes=frozenset({"C102"}), source="valla.toml")

    outcome = settle_findings(investigation_of(), FOUND, pardons=(pardon,), rules=PLATES)

    assert outcome.findings == FOUND


def test_a_finding_is_known_by_its_fingerprint() -> None:
    first, second = fingerprint_findings(investigation_of(), FOUND)

    outcome = settle_findings(investigation_of(), FOUND, baseline=frozenset({second}), rules=PLATES)
    pardoned = settle_findings(investigation_of(), FOUND, pardons=(Pardon(reason="seen", finding=first),), rules=PLATES)

    assert (outcome.findings, outcome.known) == ((FOUND[0],), (FOUND[1],))
    assert pardoned.findings == (FOUND[1],)


def test_the_status_follows_the_failing_severity() -> None:
    outcome = settle_findings(investigation_of(), FOUND, rules=PLATES)

    assert exit_status(outcome, fail_rank=Severity.WARNING.rank, strict=False) == 1
    assert exit_status(outcome, fail_rank=Severity.ERROR.rank, strict=False) == 0


def test_a_baseline_takes_up_a_suppression_that_suppresses_nothing() -> None:
    pardon = Pardon(reason="seen", codes=frozenset({"T101"}), words="no such words", source="valla.toml")
    first = settle_findings(investigation_of(), FOUND, pardons=(pardon,), rules=PLATES)
    known = frozenset(fingerprint_findings(investigation_of(), first.findings))

    again = settle_findings(investigation_of(), FOUND, pardons=(pardon,), baseline=known, rules=PLATES)

    assert again.findings == ()
    assert {row.code for row in again.known} == {"T101", "R190"}
