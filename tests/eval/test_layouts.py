import pytest
from eval.layouts import LAYOUTS, lines_below, part_attributions, wrap_lines, write_html
from hypothesis import given
from hypothesis import strategies as st

ESSAY = (
    "Title – of it\n\n“We counted *twice* & once.”\n– Ada Penn, ‘Sums’\n\nSo she said. 7. No.\n\n- and ‘more’\n7. last"
)
TEXTS = st.text(alphabet="ab “”‘’–-.\n7*&<_[]\\", max_size=80)


@pytest.mark.parametrize("name", LAYOUTS)
@given(text=TEXTS)
def test_untouched_letters_keep_their_places_forth_and_back(name: str, text: str) -> None:
    written = LAYOUTS[name][0](text, lines_below(text, [(0, len(text) // 2)]))
    touched = {at for start, end, _ in written.edits for at in range(start, end)}

    for at in set(range(len(text))) - touched:
        assert written.text[written.forward(at)] == text[at]
        assert written.back(written.forward(at)) == at


@pytest.mark.parametrize("name", LAYOUTS)
@given(text=TEXTS)
def test_places_never_change_their_order(name: str, text: str) -> None:
    written = LAYOUTS[name][0](text, [])
    forth = [written.forward(at) for at in range(len(text) + 1)]
    back = [written.back(at) for at in range(len(written.text) + 1)]

    assert forth == sorted(forth)
    assert back == sorted(back)
    assert all(0 <= at <= len(text) for at in back)


def test_the_line_below_a_quotation_is_its_attribution() -> None:
    quoted = (ESSAY.index("“We"), ESSAY.index("”\n– Ada"))

    [line] = lines_below(ESSAY, [quoted])

    assert ESSAY[slice(*line)] == "– Ada Penn, ‘Sums’"
    assert "once.”\n\n– Ada" in part_attributions(ESSAY, [line]).text


def test_a_line_that_is_quoted_itself_is_no_attribution() -> None:
    assert lines_below("one\ntwo\n", [(0, 3), (4, 7)]) == []


@given(TEXTS)
def test_wrapped_lines_exceed_the_width_only_where_there_is_no_blank(text: str) -> None:
    for line in wrap_lines(text, [], width=10).text.split("\n"):
        assert len(line) <= 10 or " " not in line[:11].lstrip(" ")


def test_a_page_has_a_paragraph_for_each_and_breaks_for_line_ends() -> None:
    page = write_html(ESSAY, []).text

    assert page.count("<p>") == 4
    assert "&amp; once.&rdquo;<br>" in page
