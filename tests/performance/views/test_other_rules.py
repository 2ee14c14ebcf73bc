"""Beside a rating stands what other common rules would have said, for members to see on the indicator's page."""

import pytest

from council.rag import Rag
from performance.choices import Direction, RuleBasis, ValueKind, ValueStatus
from performance.figures.indicator import record_of
from performance.figures.other_rules import other_ratings, others_in_words
from performance.operations.returns import override_rating
from tests.factories import IndicatorFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives
from tests.performance.views.pages import words


@pytest.mark.shows("L7")
def test_a_member_reads_what_other_common_rules_would_say(browser_of, member, service, period):
    indicator = lives.measured(service)
    lives.signed_off(indicator, period, "74")

    page = words(browser_of(member).get(indicator.get_absolute_url()))

    assert "Under other common rules 3 of 4 would rate it otherwise" in page
    assert "Amber down to 95% of the target Red 74%" in page
    assert "Green from 90%, amber from 70% of the target Green" in page
    assert "Forecast for the year end Not known" in page


@pytest.mark.shows("L7", "F37")
def test_other_rules_are_held_against_the_rule_and_not_a_set_rating(service, period, lead_officer):
    indicator = lives.measured(service)
    row = lives.submitted(indicator, period, "85", by=lives.somebody("enters"))
    override_rating(row, expected=row.version, by=lead_officer, at=lives.AT, rating=Rag.RED, reason="x")

    others = other_ratings(record_of(indicator), lives.fresh(row).standing, period)

    assert ([each.differs for each in others], others_in_words(others)) == (
        [False] * 4,
        "none of 4 would rate it otherwise",
    )


@pytest.mark.parametrize(
    "more, written",
    [
        pytest.param({"value_kind": ValueKind.MILESTONE}, "Done", id="words"),
        pytest.param({"direction": Direction.NEITHER}, "85", id="for information"),
        pytest.param({}, "Not known", id="not known"),
    ],
)
def test_other_rules_say_nothing_where_no_rule_measures(more, written, browser_of, member, service, period):
    indicator = lives.measured(service, **more)
    lives.signed_off(indicator, period, written)

    assert "Under other common rules" not in words(browser_of(member).get(indicator.get_absolute_url()))


def test_other_rules_take_the_ends_of_a_range(service, period):
    indicator = lives.measured(service, direction=Direction.RANGE)
    indicator.targets.all().delete()
    TargetFactory(
        indicator=indicator, year=2026, as_written="40 to 60", basis="range", value=None, low=40, high=60
    )
    row = lives.signed_off(indicator, period, "62")

    assert [each.rating for each in other_ratings(record_of(indicator), row.standing, period)][:2] == [
        "amber",
        "green",
    ]


FORECAST = "Forecast for the year end"


def running(service, *, by_quarter=True, on_forecast=True, **more):
    """A count from the start of the year, with 60 as the target of the year and 27 that of its half."""
    indicator = IndicatorFactory(
        service=service, **({"value_kind": ValueKind.COUNT, "is_cumulative": True} | more)
    )
    TargetFactory(indicator=indicator, as_written="60", value=60)
    if by_quarter:
        TargetFactory(indicator=indicator, period=lives.quarter(2), as_written="27", value=27)
    if on_forecast:
        RatingRuleFactory(
            indicator=indicator, basis=RuleBasis.FORECAST, year=2026, name="Twice", amber_tolerance=5
        )
    return indicator


def said_of(row, name, period):
    others = other_ratings(record_of(row.indicator), row.standing, period)
    return next((each.rating, each.why) for each in others if each.name.startswith(name))


def test_beside_a_rule_on_the_forecast_other_rules_take_what_was_due_by_now(service):
    period = lives.quarter(2)
    row = lives.signed_off(running(service), period, "33", forecast_as_written="60")

    rating, why = said_of(row, "Amber down to 95%", period)

    assert (rating, "27" in why, "60" in why) == (Rag.GREEN, True, False)


def test_part_of_a_year_is_not_held_against_the_target_of_the_whole(service):
    period = lives.quarter(2)
    row = lives.signed_off(running(service, by_quarter=False), period, "33", forecast_as_written="60")

    assert said_of(row, "Amber down to 95%", period) == (
        Rag.NOT_RATED,
        "Not comparable: the value is of part of a year and the target of the whole.",
    )


@pytest.mark.parametrize("forecast, rating", [("60", Rag.GREEN), ("40", Rag.RED)])
def test_other_rule_on_the_forecast_takes_the_forecast_and_the_target_of_the_year(service, forecast, rating):
    period = lives.quarter(2)
    indicator = running(service, on_forecast=False)
    row = lives.signed_off(indicator, period, "33", forecast_as_written=forecast)

    found, why = said_of(row, FORECAST, period)

    assert (found, f"{forecast} " in why, "60" in why) == (rating, True, True)


def test_forecast_of_a_sum_is_not_held_against_the_target_of_each_quarter(service):
    period = lives.quarter(2)
    indicator = running(service, by_quarter=False, on_forecast=False, is_cumulative=False)
    row = lives.signed_off(indicator, period, "33", forecast_as_written="120")

    assert said_of(row, FORECAST, period) == (
        Rag.NOT_RATED,
        "Not comparable: the forecast is of the year and the target of each period.",
    )


def test_last_quarter_of_a_sum_is_no_outturn_of_the_year(service):
    period = lives.quarter(4)
    indicator = running(service, on_forecast=False, is_cumulative=False)
    row = lives.signed_off(indicator, period, "60")

    assert said_of(row, FORECAST, period)[0] == Rag.NOT_KNOWN


def test_estimate_beside_a_forecast_is_of_its_own_period(service):
    period = lives.quarter(2)
    more = {"forecast_as_written": "60", "value_status": ValueStatus.ESTIMATE}
    row = lives.signed_off(running(service), period, "33", **more)

    assert said_of(row, "Amber down to 95%", period)[0] == Rag.GREEN
