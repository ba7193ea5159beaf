from tests.quote.finding import search

from valla.model.documents import Document
from valla.model.quotations import Found, QuotationKind, Setting


def words(document: Document, setting: Setting) -> dict[str, str]:
    places = {"cue": setting.cue, "tail": setting.tail, "line": setting.line, "label": setting.label}
    return {name: span.of(document.text) for name, span in places.items() if span}


def settings(text: str) -> tuple[Document, Found, list[dict[str, str]]]:
    document, found = search(text)
    return document, found, [words(document, row) for row in found.settings]


def test_there_is_one_setting_for_each_quotation_in_the_same_order() -> None:
    _, found, _ = settings("He said “one thing or another” and “a third thing altogether” about the “plan”.")

    assert [row.quotation for row in found.settings] == [row.id for row in found.quotations]


def test_the_clause_before_an_inline_quotation_is_its_cue_and_the_rest_of_its_sentence_its_tail() -> None:
    _, _, rows = settings("It rained. The mayor called it “a masterpiece of omission” in June. Nobody minded.")

    assert rows == [{"cue": "The mayor called it", "tail": "in June."}]


def test_a_tail_goes_on_behind_a_question_mark_of_the_quoted_sentence() -> None:
    _, _, rows = settings("“Have you got the key?” Jonah asked. He knew the answer.")

    assert rows == [{"tail": "Jonah asked."}]


def test_a_quotation_that_begins_its_own_sentence_has_the_sentence_before_for_a_cue() -> None:
    _, _, rows = settings("Amos shook his head. “I never saw it so low.” The river ran on.")

    assert rows == [{"cue": "Amos shook his head."}]


def test_the_words_that_break_into_a_quotation_are_its_tail() -> None:
    _, found, rows = settings("“We will open it,” Ines Okafor said on Tuesday, “when the water is out.”")

    assert rows == [{"tail": "Ines Okafor said on Tuesday,"}]
    assert len(found.quotations[0].parts) == 2


def test_the_line_below_a_block_and_the_sentence_above_it_are_its_setting() -> None:
    _, found, rows = settings(
        "It was a bad year. The abbot wrote:\n\n“The mill is gone.”\n–Abbot Wilfrey, Chronicle (1312)\n\nSo it was."
    )

    assert rows == [{"cue": "The abbot wrote:", "line": "–Abbot Wilfrey, Chronicle (1312)"}]
    assert found.quotations[0].kind is QuotationKind.BLOCK


def test_a_bracket_behind_the_mark_is_the_line() -> None:
    _, _, rows = settings("“The mill is gone, and the bread is dear.” (Wilfrey, Chronicle, p. 3)\n\nSo it was.")

    assert rows == [{"line": "(Wilfrey, Chronicle, p. 3)"}]


def test_blocks_with_no_prose_between_them_share_line_and_cue() -> None:
    _, _, rows = settings(
        "She wrote twice:\n\n“They came by night.”\n\n“They came again.”\nLetters of Maud Penhale, p. 4\n\nNobody came."
    )

    assert rows == [{"cue": "She wrote twice:", "line": "Letters of Maud Penhale, p. 4"}] * 2


def test_a_line_above_a_block_is_its_line_where_none_stands_below() -> None:
    _, _, rows = settings("Petra Lund, Notes for My Sons (1969):\n\n“We sat on the small chairs.”\n\nThey are gone.")

    assert rows == [{"line": "Petra Lund, Notes for My Sons (1969):"}]


def test_the_label_of_a_turn_is_the_name_without_its_colon() -> None:
    _, _, rows = settings("STERN: I wrote to the owners.\n\nREYES: And they?\n\nSTERN: They did not answer.\n")

    assert [row["label"] for row in rows] == ["STERN", "REYES", "STERN"]


def test_the_source_behind_the_last_turn_is_the_line_of_all_turns() -> None:
    _, found, rows = settings(
        "[Reyes:] Did you know him?\n\n[Boy:] Everybody did. (Reyes, Voices, p. 3)\n\nSo it ends."
    )

    assert [row["line"] for row in rows] == ["(Reyes, Voices, p. 3)"] * 2
    assert found.quotations[1].anchor.exact == "Everybody did."


def test_a_block_under_a_heading_with_its_attribution_is_an_epigraph_and_has_no_cue() -> None:
    _, found, rows = settings(
        "Chapter Four\n\n“Water keeps its appointments.”\n— Silas Thorne\n\nThe flood began on a Sunday."
    )

    assert found.quotations[0].kind is QuotationKind.EPIGRAPH
    assert rows == [{"line": "— Silas Thorne"}]


def test_the_words_around_a_nested_quotation_stop_at_the_one_that_holds_it() -> None:
    _, _, rows = settings("She said: “He asked, ‘What is it?’ and left.” Then she wept.")

    assert rows[1] == {"cue": "He asked,", "tail": "and left."}
