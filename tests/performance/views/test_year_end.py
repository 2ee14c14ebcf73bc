"""The year end on pages: the box in the grid, the section of an indicator, and the columns of the file."""

import csv
import io

import pytest

from performance.choices import RuleBasis, ValueKind
from performance.models import Return
from tests.factories import IndicatorFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Household waste recycled", reference="BV 82a")


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def client(browser_of, officer):
    return browser_of(officer)


def typed(answer, indicator, **said):
    return boxes(answer) | {f"i{indicator.pk}-{name}": value for name, value in said.items()}


@pytest.mark.shows("F19", "F24")
def test_forecast_is_kept_as_a_draft_and_comes_back_into_its_box(client, indicator, url):
    sent = typed(client.get(url), indicator, as_written="85", forecast_as_written="82.5%")
    client.post(url, sent)

    assert Return.objects.get().latest.forecast_value == 82.5
    assert boxes(client.get(url))[f"i{indicator.pk}-forecast_as_written"] == "82.5%"


@pytest.mark.shows("F19")
def test_forecast_that_cannot_be_read_stays_in_its_box_with_a_sentence(client, indicator, url):
    sent = typed(client.get(url), indicator, as_written="85", forecast_as_written="good")
    answer = client.post(url, sent)

    assert boxes(answer)[f"i{indicator.pk}-forecast_as_written"] == "good"
    assert f'href="#id_i{indicator.pk}-forecast_as_written"' in answer.content.decode()
    assert not Return.objects.exists()


@pytest.mark.shows("S2-06")
def test_missing_forecast_is_asked_for_before_it_is_submitted(client, indicator, url):
    RatingRuleFactory(indicator=indicator, basis=RuleBasis.FORECAST)
    page = client.get(url)
    answer = client.post(url, typed(page, indicator, as_written="85") | {"submit": "yes"})

    assert "Rated on this" in words(page)
    assert "Enter what you expect the year to end at" in words(answer)
    assert Return.objects.get().step == "drafted"


def test_last_quarter_asks_for_no_forecast_and_takes_none(
    browser_of, officer, service, indicator, time_machine
):
    time_machine.move_to("2027-04-12 09:00")
    client = browser_of(officer)
    period = lives.quarter(4)
    url = f"/performance/returns/grid/{service.pk}/{period.pk}/"
    page = client.get(url)

    client.post(url, typed(page, indicator, as_written="85", forecast_as_written="99"))

    assert "Year-end forecast" not in words(page)
    assert Return.objects.get().latest.forecast_as_written == ""


def test_milestone_is_asked_for_no_forecast_beside_one_that_is(client, service, indicator, url):
    milestone = IndicatorFactory(service=service, value_kind=ValueKind.MILESTONE)
    page = client.get(url)

    assert f"i{milestone.pk}-forecast_as_written" not in boxes(page)
    assert "Not asked" in words(page)


@pytest.mark.shows("F19")
def test_what_was_kept_counts_as_the_same_when_it_is_sent_again(client, indicator, url):
    sent = typed(client.get(url), indicator, as_written="85", forecast_as_written="82")
    client.post(url, sent)
    answer = client.post(url, sent, follow=True)

    assert "Somebody else saved this first" not in words(answer)
    assert Return.objects.get().latest.number == 1


@pytest.mark.shows("S2-06")
def test_every_figure_says_of_which_forecast_its_rating_is(browser_of, member, indicator, period):
    RatingRuleFactory(indicator=indicator, basis=RuleBasis.FORECAST)
    lives.signed_off(indicator, period, "33", forecast_as_written="81")

    page = words(browser_of(member).get(f"/performance/indicators/{indicator.pk}/"))
    assert "Green rated on the forecast of 81%" in page


@pytest.mark.shows("F18", "S2-06")
def test_indicator_shows_its_year_end(browser_of, member, indicator, period):
    TargetFactory(indicator=indicator, period=period, value=70)
    lives.signed_off(indicator, lives.quarter(1), "36 of 40")
    lives.signed_off(indicator, period, "30 of 60", forecast_as_written="81%")

    page = words(browser_of(member).get(f"/performance/indicators/{indicator.pk}/"))

    assert "Year end 2026/27 Target for the year 80% , and 70% for Quarter 2 2026/27" in page
    assert "Year to date 66% . 66 of 100, all of 2 quarters together." in page
    assert "The service expects 81% , said with Quarter 2 2026/27" in page
    assert "The figures suggest 66% . The mean so far, taken to stay as it is." in page
    assert "Chance of the target Cannot be said" in page


@pytest.mark.shows("S2-06")
def test_page_says_that_the_forecast_is_what_is_rated(browser_of, member, indicator, period):
    RatingRuleFactory(indicator=indicator, basis=RuleBasis.FORECAST)
    lives.signed_off(indicator, period, "12", forecast_as_written="80")

    page = words(browser_of(member).get(f"/performance/indicators/{indicator.pk}/"))

    assert "12%, and 80% expected for the year, against a target of 80%, green" in page
    assert "Rated on the forecast for the year" in page


@pytest.mark.shows("F57")
def test_file_of_indicators_has_the_year_end_in_columns(browser_of, member, indicator, period):
    lives.signed_off(indicator, lives.quarter(1), "79")
    lives.signed_off(indicator, period, "81", forecast_as_written="80")

    answer = b"".join(browser_of(member).get("/performance/indicators/?export=csv"))

    row = next(csv.DictReader(io.StringIO(answer.decode("utf-8-sig"))))
    assert (row["Target for the year"], row["Year so far"], row["Year-end forecast"]) == ("80", "80", "80")
    assert (row["Forecast by the product"], row["Range from"], row["Chance of the target"]) == (
        "80",
        "",
        "Cannot be said",
    )


def test_return_shows_the_forecast_as_written_and_as_read(browser_of, officer, indicator, period):
    lives.signed_off(indicator, period, "85", forecast_as_written="60 of 80")

    page = words(browser_of(officer).get(f"/performance/returns/{indicator.pk}/{period.pk}/"))

    assert "Year-end forecast 75% written as “60 of 80”" in page
