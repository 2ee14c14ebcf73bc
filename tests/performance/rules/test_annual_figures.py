"""What a later document does to an annual figure, and which return speaks for a whole year."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import FigureChange, ValueKind, ValueStatus
from performance.rules.annual_figures import PrintedFigure, change_of, closes_year, speaks_for_year

ACTUAL, ESTIMATE = ValueStatus.ACTUAL, ValueStatus.ESTIMATE


def printed(written, status=ACTUAL):
    return PrintedFigure(written, Decimal(written) if written[0].isdigit() else None, status)


@pytest.mark.shows("L19")
@pytest.mark.parametrize(
    "before, after, expected",
    [
        pytest.param(None, printed("60"), FigureChange.FIRST, id="first"),
        pytest.param(printed("60"), printed("60.0"), FigureChange.SAME, id="written-otherwise"),
        pytest.param(printed("60"), printed("62"), FigureChange.CHANGED, id="changed"),
        pytest.param(printed("60", ESTIMATE), printed("62"), FigureChange.FIRMED, id="estimate-made-final"),
        pytest.param(
            printed("60"), printed("62", ESTIMATE), FigureChange.CHANGED, id="final-made-an-estimate"
        ),
        pytest.param(printed("Done"), printed("done "), FigureChange.SAME, id="words-alike"),
        pytest.param(printed("Done"), printed("Not done"), FigureChange.CHANGED, id="words-changed"),
    ],
)
def test_a_later_document_prints_again_makes_final_or_changes(before, after, expected):
    assert change_of(before, after) is expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2), st.sampled_from(ValueStatus))
def test_a_figure_never_changes_itself(value, status):
    figure = PrintedFigure(str(value), value, status)

    assert change_of(figure, figure) is FigureChange.SAME


@pytest.mark.parametrize(
    "frequency, ends_on, later, expected",
    [
        pytest.param("quarterly", date(2027, 3, 31), False, True, id="last-quarter"),
        pytest.param("quarterly", date(2026, 6, 30), False, False, id="first-and-others-not-made-yet"),
        pytest.param("quarterly", date(2026, 12, 31), True, False, id="third-quarter"),
        pytest.param("annual", date(2027, 3, 31), False, True, id="the-year"),
        pytest.param("custom", date(2027, 3, 20), False, True, id="last-custom-period"),
        pytest.param("custom", date(2026, 12, 20), True, False, id="earlier-custom-period"),
    ],
)
def test_the_last_period_closes_its_year(frequency, ends_on, later, expected):
    said = closes_year(frequency, ends_on=ends_on, year=2026, start_month=4, has_later_period=later)

    assert said is expected


@pytest.mark.parametrize(
    "frequency, kind, adds_up, expected",
    [
        pytest.param("annual", ValueKind.PERCENTAGE, False, True, id="annual"),
        pytest.param("quarterly", ValueKind.COUNT, True, True, id="counts-from-april"),
        pytest.param("quarterly", ValueKind.LEVEL, False, True, id="state-in-words"),
        pytest.param("quarterly", ValueKind.PERCENTAGE, False, False, id="a-quarters-percentage"),
    ],
)
def test_only_what_speaks_for_the_year_is_an_annual_figure(frequency, kind, adds_up, expected):
    assert speaks_for_year(frequency, kind=kind, is_cumulative=adds_up) is expected
