from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import ValueKind
from performance.rules.published.cells import Cell, read_cell


@pytest.mark.shows("S2-09")
@pytest.mark.parametrize(
    "text, kind, value",
    [
        pytest.param("Yes", ValueKind.YES_NO, 1, id="yes"),
        pytest.param("Level 2", ValueKind.LEVEL, 2, id="level"),
        pytest.param("12.8%", ValueKind.PERCENTAGE, Decimal("12.8"), id="percentage"),
        pytest.param("45 per cent", ValueKind.PERCENTAGE, 45, id="per cent in words"),
        pytest.param("104%", ValueKind.PERCENTAGE, 104, id="over a hundred"),
        pytest.param("-3%", ValueKind.PERCENTAGE, -3, id="negative"),
        pytest.param("0", ValueKind.COUNT, 0, id="nought"),
        pytest.param("1,234", ValueKind.COUNT, 1234, id="count"),
        pytest.param("3.0", ValueKind.DECIMAL, 3, id="decimal"),
        pytest.param("£1,200.50", ValueKind.MONEY, Decimal("1200.5"), id="money"),
        pytest.param("1 in 4", ValueKind.RATIO, Decimal("0.25"), id="ratio"),
        pytest.param("3:1", ValueKind.RATIO, 3, id="ratio with a colon"),
        pytest.param("Mar-03", ValueKind.DATE, 731305, id="month, by its last day"),
        pytest.param("13.1.03", ValueKind.DATE, 731228, id="day"),
        pytest.param("Done", ValueKind.MILESTONE, None, id="done"),
        pytest.param("Will be achieved", ValueKind.MILESTONE, None, id="will be achieved"),
        pytest.param("at least 85%", ValueKind.PERCENTAGE, 85, id="bound"),
        pytest.param("40 to 60%", ValueKind.PERCENTAGE, None, id="range"),
        pytest.param("40-60", ValueKind.COUNT, None, id="range with a dash"),
        pytest.param("1 to 2 days", ValueKind.DURATION, None, id="range of durations"),
        pytest.param("about forty", ValueKind.MILESTONE, None, id="other words"),
    ],
)
def test_cell_is_told_by_what_it_says(text, kind, value):
    cell = read_cell(text)

    assert (cell.kind, cell.value, cell.written) == (kind, value, text)


@pytest.mark.shows("S2-09", "S2-22")
@pytest.mark.parametrize("text", ["", "-", "–", "??", "n/a", "TBC", "Not known", "not due"])
def test_cell_without_a_value_has_no_kind(text):
    assert read_cell(text) == Cell(text)


@pytest.mark.shows("S2-09")
def test_source_in_brackets_is_a_note():
    assert read_cell("60% (DTLR survey)") == Cell(
        "60% (DTLR survey)", ValueKind.PERCENTAGE, Decimal(60), note="DTLR survey"
    )


@pytest.mark.shows("S2-24")
@pytest.mark.parametrize("text", ["+5%", "+5 points", "up 5 per cent", "-5 points", "reduce by 5%"])
def test_figure_written_as_a_change_is_told(text):
    cell = read_cell(text)

    assert (cell.kind, cell.value, cell.is_change) == (ValueKind.PERCENTAGE, 5, True)


def test_prose_in_a_value_cell_is_no_value():
    assert read_cell("9" * 201) == Cell("9" * 201, ValueKind.MILESTONE)


def test_duration_keeps_its_unit():
    assert read_cell("10 Working Days") == Cell(
        "10 Working Days", ValueKind.DURATION, Decimal(10), unit="working days"
    )


@pytest.mark.parametrize(
    "text, decimals",
    [("12.8%", 1), ("14%", 0), ("£3.50 (2.125 before)", 2), ("13.1.03", 0), ("Done. 1.25", 0)],
)
def test_decimals_are_those_of_the_figure(text, decimals):
    assert read_cell(text).decimals == decimals


@given(st.text())
def test_any_cell_keeps_its_words(text):
    assert read_cell(text).written == text
