"""One line a finding: for editors and for workflow commands."""

from tests.report.affair import FINDINGS, nothing_found, outcome

from valla.report import FORMATS, Style


def test_a_concise_line_names_file_line_column_rule_and_message() -> None:
    lines = FORMATS["concise"](outcome(), Style()).splitlines()

    assert (
        lines[1] == "ferry.txt:8:23: T102 error polarity-changed “never” stands in the source and not in the quotation"
    )
    assert len(lines) == len(FINDINGS) + 1


def test_the_last_line_counts_the_unchecked() -> None:
    last = FORMATS["concise"](nothing_found(), Style()).splitlines()[-1]

    assert last.startswith("No findings in 10 quotations.")
    assert "not a pass" in last


def test_a_note_becomes_a_notice() -> None:
    lines = FORMATS["github"](outcome(), Style()).splitlines()

    assert lines[0].startswith("::notice file=ferry.txt,line=3,endLine=3,col=2,endColumn=35,title=T190 unchecked::")
    assert lines[1].startswith("::error ")
    assert lines[3].startswith("::warning ")
