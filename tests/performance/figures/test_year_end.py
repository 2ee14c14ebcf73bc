"""The year end of indicators, as pages and files show it."""

import pytest

from performance.choices import Chance, Direction, RuleBasis, ValueKind, ValueStatus
from performance.figures.year_end import year_ends
from performance.models import IndicatorDefinition
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives

VALUES = ("20", "25", "30", "25")


@pytest.fixture
def visits(service):
    """A count with two whole years and half a third, and a profiled target of 110 for it."""
    indicator = IndicatorFactory(service=service, value_kind=ValueKind.COUNT)
    for year in (2024, 2025):
        for number, value in enumerate(VALUES, start=1):
            lives.signed_off(indicator, lives.quarter(number, year), str(int(value) + number % 2))
    lives.signed_off(indicator, lives.quarter(1), "24")
    TargetFactory(indicator=indicator, value=110)
    TargetFactory(indicator=indicator, period=lives.quarter(1), value=25)
    return indicator


def end_of(indicator, period):
    return year_ends([indicator], {indicator.cycle_id: period})[indicator.pk]


@pytest.mark.shows("F18", "S2-06")
def test_year_end_has_its_target_its_figure_both_forecasts_and_the_chance(visits):
    lives.signed_off(visits, lives.quarter(2), "27", forecast_as_written="108")

    found = end_of(visits, lives.quarter(2))

    assert (found.name, found.target_words, found.so_far_words) == ("2026/27", "110", "51")
    assert found.how == "The sum of 2 quarters."
    assert (found.officers_words, found.officers_period.name) == ("108", "Quarter 2 2026/27")
    assert (found.forecast_words, found.low, found.high) == ("113", "112", "115")
    assert found.forecast.words == (
        "The rest of the year as it was on average in 2 whole years to 2025/26, at this year’s pace."
    )
    assert found.outlook.chance == Chance.VERY_LIKELY
    assert found.disagreement == (
        "The two disagree: the service expects 108, which is less than the figures so far suggest, 112 to 115. One of "
        "them knows something the other does not."
    )


@pytest.mark.shows("F18")
def test_profile_has_a_line_for_each_period_of_the_calendar(visits):
    lives.quarter(2)

    found = end_of(visits, lives.quarter(1))

    assert [(line.period.name, line.target, line.value) for line in found.profile] == [
        ("Quarter 1 2026/27", "25", "24"),
        ("Quarter 2 2026/27", "No target", "None yet"),
    ]
    assert found.target_of_newest == "25"


def test_quarter_without_a_return_is_said_to_be_not_known(visits):
    assert (
        end_of(visits, lives.quarter(2)).how == "The sum of 1 of 2 quarters; Quarter 2 2026/27 is not known."
    )


def test_quarters_that_the_calendar_does_not_have_yet_are_still_to_come(visits):
    assert end_of(visits, lives.quarter(1)).forecast.is_outturn is False


def test_values_from_before_a_break_are_not_carried_on(visits):
    IndicatorDefinition.objects.create(
        indicator=visits, wording="Gates, not tickets", breaks_series=True, starts_on="2026-04-01"
    )

    found = end_of(visits, lives.quarter(1))

    assert (found.forecast.value, found.forecast.words) == (
        None,
        "One value is too few to forecast from: it takes two at least.",
    )


@pytest.mark.parametrize(
    "on_forecast, chance",
    [
        pytest.param(False, Chance.UNKNOWN, id="each quarter is judged by it"),
        pytest.param(True, Chance.VERY_LIKELY, id="the rule rates the year by it"),
    ],
)
def test_target_that_each_quarter_is_judged_by_is_no_total_for_the_year(visits, on_forecast, chance):
    visits.targets.exclude(period=None).delete()
    visits.targets.update(value=80, as_written="80")
    if on_forecast:
        RatingRuleFactory(indicator=visits, basis=RuleBasis.FORECAST, year=2025)

    found = end_of(visits, lives.quarter(1))

    assert (found.outlook.chance, bool(found.target_note)) == (chance, not on_forecast)


def test_values_that_are_forecasts_for_the_year_are_not_added(service):
    spending = IndicatorFactory(service=service, value_kind=ValueKind.MONEY, direction=Direction.LOWER)
    TargetFactory(indicator=spending, value=100)
    for number in (1, 2):
        lives.signed_off(spending, lives.quarter(number), "95", value_status=ValueStatus.FORECAST)

    found = end_of(spending, lives.quarter(2))

    assert (found.so_far.value, found.officers_words) == (None, "£95")
    assert found.how == "The values of the year are forecasts for its end, and none of them is counted yet."


def test_annual_figure_is_the_outturn_of_its_year(service):
    cycle = CycleFactory(name="Annual", frequency="annual")
    year = PeriodFactory(
        cycle=cycle,
        name="2025/26",
        starts_on="2025-04-01",
        ends_on="2026-03-31",
        year=2025,
        due_on="2026-04-30",
    )
    year.refresh_from_db()
    indicator = IndicatorFactory(service=service, cycle=cycle)
    TargetFactory(indicator=indicator, year=2025, value=80)
    lives.signed_off(indicator, year, "79")

    found = end_of(indicator, year)

    assert (found.forecast.is_outturn, found.outlook.chance, found.target_note) == (True, Chance.NOT_MET, "")


@pytest.mark.shows("R10")
def test_many_indicators_take_as_many_queries_as_one(service, django_assert_num_queries):
    period = lives.quarter(1)
    rows = [lives.measured(service) for _ in range(7)]
    for row in rows:
        lives.signed_off(row, period, "81")

    for some in (rows[:1], rows):
        with django_assert_num_queries(5):
            assert len(year_ends(some, {period.cycle_id: period})) == len(some)


def test_cycle_without_a_newest_period_has_no_year_end(service):
    assert year_ends([lives.measured(service)], {}) == {}
