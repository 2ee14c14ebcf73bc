"""Where a rating rests on a forecast, the return and its challenge name it: how much, whose, by which rule."""

import pytest

from performance.choices import RuleBasis, ValueKind
from performance.models import Challenge
from tests.factories import IndicatorFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

SAID = "Rated on The forecast for the year end: 98 days, which Waste and recycling expects"
RULE = "by the rule “Council rule”."


@pytest.fixture
def row(service, period, officer):
    indicator = IndicatorFactory(service=service, value_kind=ValueKind.COUNT, unit="days")
    TargetFactory(indicator=indicator, value=100)
    RatingRuleFactory(indicator=indicator, basis=RuleBasis.FORECAST, year=2026, name="Council rule")
    return lives.signed_off(indicator, period, "50", by=officer, forecast_as_written="98")


@pytest.fixture
def url(row):
    return f"/performance/returns/{row.indicator_id}/{row.period_id}/"


@pytest.mark.shows("S2-06", "F36")
def test_the_return_names_the_forecast_its_service_and_the_rule(row, url, browser_of, member):
    assert f"{SAID}, {RULE}" in words(browser_of(member).get(url))


def test_officers_of_the_service_see_who_entered_it_though_another_signed_it_off(
    row, url, browser_of, officer
):
    assert f"{SAID} (entered by {officer}), {RULE}" in words(browser_of(officer).get(url))


@pytest.mark.shows("F38")
def test_the_challenge_and_its_answer_name_the_forecast(row, url, browser_of, member, lead_officer):
    client = browser_of(member)
    page = client.get(f"{url}challenge/")
    assert f"{SAID}, {RULE}" in words(page)

    client.post(f"{url}challenge/", {**boxes(page), "doubt": "Never"})
    answer = browser_of(lead_officer).get(f"/performance/challenges/{Challenge.objects.get().pk}/answer/")
    assert f"{SAID}, {RULE}" in words(answer)


def test_a_value_that_is_itself_a_forecast_is_named(row, service, period, browser_of, member):
    other = IndicatorFactory(service=service, value_kind=ValueKind.COUNT)
    TargetFactory(indicator=other, value=100)
    RatingRuleFactory(indicator=other, basis=RuleBasis.FORECAST, year=2026)
    lives.signed_off(other, period, "97", value_status="forecast")

    page = words(browser_of(member).get(f"/performance/returns/{other.pk}/{period.pk}/"))
    assert "Rated on The forecast for the year end: 97, which" in page


@pytest.mark.parametrize("number, basis", [(4, RuleBasis.FORECAST), (2, RuleBasis.PER_CENT_OF_TARGET)])
def test_the_outturn_and_the_value_itself_are_no_forecast(
    service, browser_of, member, time_machine, number, basis
):
    time_machine.move_to("2027-04-12")
    indicator = IndicatorFactory(service=service, value_kind=ValueKind.COUNT)
    TargetFactory(indicator=indicator, value=100)
    RatingRuleFactory(indicator=indicator, basis=basis, year=2026)
    for each in range(1, number + 1):
        lives.signed_off(indicator, lives.quarter(each), "25", forecast_as_written="98" if each < 4 else "")

    page = words(browser_of(member).get(f"/performance/returns/{indicator.pk}/{lives.quarter(number).pk}/"))
    assert "Why this rating" in page
    assert "Rated on The forecast" not in page
