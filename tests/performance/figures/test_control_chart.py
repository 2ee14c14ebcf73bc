"""The control chart of the indicator page: limits of each stretch, what change each point shows, why limits start."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from council.charts import Change
from performance.figures.control_chart import control_chart
from performance.figures.spc import spc_of
from performance.figures.spc_numbers import file_rows, number_rows
from performance.models import IndicatorDefinition
from performance.operations.rebases import rebase_limits
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.histories import STEADY, month_of, quarter_back, with_history

TODAY = date(2026, 10, 12)
pytestmark = pytest.mark.django_db


def charted(values, **more):
    indicator = IndicatorFactory(**more)
    for year in range(2019, 2027):
        TargetFactory(indicator=indicator, year=year, value=80)
    return with_history(indicator, values)


def chart_of(indicator, notes=None):
    return control_chart(spc_of(indicator, today=TODAY), title="Recycling", notes=notes or {})


@pytest.mark.shows("F42")
def test_limits_and_mean_are_drawn_and_each_point_has_its_kind_with_the_rule():
    chart = chart_of(charted([80, 82] * 7 + [70]))

    assert [point.change for point in chart.points[-2:]] == [Change.ORDINARY, Change.WORSE]
    assert chart.points[-1].change_note == "Special cause: concern, low: below the lower limit"
    limits = chart.limits[-1]
    assert (str(limits.lower), str(limits.mean), str(limits.upper)) == ("74.9", "80.3", "85.6")
    assert set(chart.targets) == {80}


@pytest.mark.shows("F42", "F44", "L10")
def test_a_rebase_and_a_break_are_verticals_with_their_reasons_between_limits_of_their_own():
    indicator = charted([*STEADY, *(value + 20 for value in STEADY)])
    IndicatorDefinition.objects.create(
        indicator=indicator,
        number=2,
        wording="All",
        starts_on=quarter_back(22).starts_on,
        breaks_series=True,
        reason="Gardens count",
    )
    rebase_limits(
        indicator,
        period=quarter_back(13),
        reason="A second crew",
        by=lives.somebody("lead"),
        at=lives.AT,
        on=TODAY,
    )

    chart = chart_of(indicator)
    assert list(chart.breaks) == [(1, "Definition 2: Gardens count"), (10, "New limits: A second crew")]
    assert (chart.limits[0], chart.limits[1]) == (None, None)
    assert chart.limits[-1].mean > 90


def test_a_figure_that_is_an_estimate_is_marked_and_a_missing_one_is_a_gap_with_its_reason():
    chart = chart_of(charted([*STEADY, "not known"]), {"Quarter 1 2026/27": "estimate"})

    assert chart.points[-2].note == "estimate"
    assert (chart.points[-1].value, chart.points[-1].shown) == (None, "Not known")


def test_months_are_charted_where_they_take_the_place_of_quarters():
    indicator = charted(STEADY, takes_monthly_values=True)
    for number in range(12):
        month = date(2025 + (9 + number) // 12, (9 + number) % 12 + 1, 1)
        month_of(indicator, month, 70 + 2 * (number % 2), at=datetime(2025, 10, 2, 9, tzinfo=UTC))

    chart = chart_of(indicator)
    assert (chart.points[-1].label, chart.period_word) == ("September 2026", "Month")


def test_a_series_too_short_for_limits_has_no_control_chart():
    assert chart_of(charted(STEADY[:9])) is None


def test_tips_and_numbers_round_and_files_keep_every_place():
    figure = spc_of(charted([*STEADY, "74 of 82"]), today=TODAY)
    chart = control_chart(figure, title="Waste recycled", notes={})

    newest = number_rows(figure.spc)[-1]
    assert (chart.points[-1].shown, newest.value, newest.mean) == ("90.2%", "90.2%", "72.6%")
    in_file = list(file_rows(figure.spc))[-1]
    assert (in_file[3], in_file[7]) == (Decimal("90.2439"), Decimal("72.6163"))
