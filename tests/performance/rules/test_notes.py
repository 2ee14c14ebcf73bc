import pytest

from performance.rules.notes import is_multiple, split_note


@pytest.mark.shows("S2-09")
@pytest.mark.parametrize(
    "text, figure, note",
    [
        pytest.param("60% (DTLR survey)", "60%", "DTLR survey", id="a source"),
        pytest.param("60%", "60%", "", id="no note"),
        pytest.param(" 60% ( DTLR  survey ) ", "60%", "DTLR  survey", id="spaces outside are taken off"),
        pytest.param("60% [DTLR survey]", "60%", "DTLR survey", id="square brackets"),
        pytest.param("60% (a) (b)", "60%", "a; b", id="two notes"),
        pytest.param("60% ()", "60%", "", id="an empty note"),
        pytest.param("(500)", "(500)", "", id="brackets round the figure are part of it"),
        pytest.param("60% (DTLR", "60% (DTLR", "", id="a bracket that is not closed"),
        pytest.param("60 (x) 70", "60 (x) 70", "", id="a figure after the note"),
        pytest.param("Level 2 (interim)", "Level 2", "interim", id="after a level"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_source_note_is_split_from_the_figure(text, figure, note):
    assert split_note(text) == (figure, note)


@pytest.mark.parametrize(
    "note, multiple",
    [
        pytest.param("000s", True, id="thousands as noughts"),
        pytest.param("£000", True, id="thousands of pounds"),
        pytest.param("Million", True, id="million"),
        pytest.param("DTLR survey", False, id="a source"),
        pytest.param("", False, id="none"),
    ],
)
def test_multiple_in_brackets_is_not_taken_for_a_source(note, multiple):
    assert is_multiple(note) is multiple
