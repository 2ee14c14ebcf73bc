"""The officer's forecast for the year end: kept as typed, asked for where a rule rates it, and rated by the year."""

from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import Direction, RuleBasis, ValueKind, ValueStatus, YearToDate
from performance.figures.assessment import Entry, assess
from performance.figures.context import Before, rating_contexts, with_before
from performance.models import Revision, Target
from performance.operations.returns import NotReady
from tests.factories import IndicatorFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives

MISSING = "Enter what you expect the year to end at: the rule rates the forecast for the year, not the value so far."


@pytest.fixture
def visits(service):
    """A count whose year is the sum of its quarters, with a target for the year and one for each quarter."""
    indicator = IndicatorFactory(service=service, value_kind=ValueKind.COUNT)
    TargetFactory(indicator=indicator, value=100)
    for number, value in enumerate((10, 30, 30, 30), start=1):
        TargetFactory(indicator=indicator, period=lives.quarter(number), value=value)
    return indicator


@pytest.fixture
def rated_on_forecast(visits):
    RatingRuleFactory(indicator=visits, basis=RuleBasis.FORECAST, year=2026)
    return visits


@pytest.mark.shows("S2-06", "F19")
@pytest.mark.parametrize(
    "forecast, rating",
    [
        pytest.param("100", Rag.GREEN, id="at the target of the year"),
        pytest.param("90", Rag.AMBER, id="a little short of it"),
        pytest.param("89", Rag.RED, id="far short of it"),
    ],
)
def test_rule_on_the_forecast_rates_it_against_the_target_of_the_year(
    rated_on_forecast, officer, forecast, rating
):
    row = lives.submitted(rated_on_forecast, lives.quarter(2), "5", by=officer, forecast_as_written=forecast)

    kept = row.latest
    assert (kept.rating, kept.target_value, kept.forecast_as_written) == (rating, 100, forecast)
    assert kept.why.startswith("Rated on the forecast for the year: ")
    assert kept.rule_words.endswith("rated on the forecast for the year end.")


@pytest.mark.shows("S2-06")
def test_without_a_forecast_nothing_is_rated_in_silence_and_it_is_asked_for(rated_on_forecast, officer):
    found = lives.assessed(rated_on_forecast, lives.quarter(2), "35")

    assert (found.rating, found.judgement.why) == (
        Rag.NOT_KNOWN,
        "There is no forecast for the year end, which this rule rates.",
    )
    with pytest.raises(NotReady, match=MISSING):
        lives.submitted(rated_on_forecast, lives.quarter(2), "35", by=officer)


@pytest.mark.shows("F19")
@pytest.mark.parametrize("status", [ValueStatus.FORECAST, ValueStatus.ESTIMATE])
def test_value_that_is_a_forecast_itself_stands_for_it(rated_on_forecast, officer, status):
    row = lives.submitted(rated_on_forecast, lives.quarter(2), "100", by=officer, value_status=status)

    assert row.latest.rating == Rag.GREEN


def test_in_the_last_quarter_the_outturn_of_the_year_is_rated(rated_on_forecast, officer):
    for number, value in ((1, "40"), (2, "20"), (3, "20")):
        lives.signed_off(rated_on_forecast, lives.quarter(number), value, forecast_as_written="100")

    row = lives.submitted(rated_on_forecast, lives.quarter(4), "20", by=officer)

    assert row.latest.rating == Rag.GREEN
    assert row.latest.why.startswith("Rated on the outturn of the year: 100 ")


def test_outturn_with_a_missing_quarter_is_not_known_and_says_so(rated_on_forecast):
    lives.signed_off(rated_on_forecast, lives.quarter(1), "40", forecast_as_written="100")

    found = lives.assessed(rated_on_forecast, lives.quarter(4), "60")

    assert (found.rating, found.judgement.why) == (
        Rag.NOT_KNOWN,
        "The figure for the year is not complete. The sum of 2 periods.",
    )


def test_latest_value_stands_for_the_year_in_its_last_quarter(rated_on_forecast):
    rated_on_forecast.year_to_date = YearToDate.LATEST
    rated_on_forecast.save(update_fields=["year_to_date"])

    assert lives.assessed(rated_on_forecast, lives.quarter(4), "100").rating == Rag.GREEN


def test_rule_on_the_forecast_without_a_target_of_the_year_says_so(rated_on_forecast):
    Target.objects.filter(period=None).delete()

    found = lives.assessed(rated_on_forecast, lives.quarter(2), "5", forecast_as_written="100")

    assert (found.rating, found.judgement.why) == (
        Rag.NOT_RATED,
        "There is no target for the year, and the rule rates the forecast for the year by it.",
    )


def test_other_rules_rate_the_value_by_the_target_of_its_period_as_ever(visits, officer):
    row = lives.submitted(visits, lives.quarter(2), "30", by=officer, forecast_as_written="50")

    assert (row.latest.rating, row.latest.target_value, row.latest.forecast_value) == (Rag.GREEN, 30, 50)
    assert "forecast" not in row.latest.why


@pytest.mark.shows("F19")
def test_forecast_below_the_year_to_date_is_asked_about_and_not_repaired(visits, officer):
    lives.signed_off(visits, lives.quarter(1), "40")
    said = "The year-end forecast of 65 is less than the 70 counted so far."

    found = lives.assessed(visits, lives.quarter(2), "30", forecast_as_written="65", comment="")

    assert found.doubts == [said]
    assert [each.field for each in found.submission_problems()] == ["comment"]
    kept = lives.submitted(visits, lives.quarter(2), "30", by=officer, forecast_as_written="65").latest
    assert kept.forecast_value == 65


def test_forecast_below_a_level_that_does_not_add_up_is_nobodys_doubt(service):
    level = IndicatorFactory(
        service=service, value_kind=ValueKind.COUNT, year_to_date=YearToDate.LATEST, direction=Direction.LOWER
    )

    assert lives.assessed(level, lives.quarter(2), "30", forecast_as_written="20").doubts == []


def test_forecast_that_cannot_be_read_is_a_problem_beside_its_own_box(visits):
    found = lives.assessed(visits, lives.quarter(2), "30", forecast_as_written="about right")

    assert [each.field for each in found.problems] == ["forecast_as_written"]


def test_share_keeps_its_forecast_as_read(service, officer):
    share = lives.measured(service)

    kept = lives.drafted(
        share, lives.quarter(2), "36 of 80", by=officer, forecast_as_written="60 of 80"
    ).latest

    assert (kept.forecast_value, kept.forecast_as_written) == (Decimal(75), "60 of 80")


def test_forecast_beside_no_value_gives_no_colour(rated_on_forecast, officer):
    kept = lives.drafted(
        rated_on_forecast, lives.quarter(2), "", by=officer, forecast_as_written="100"
    ).latest

    assert (kept.rating, kept.forecast_value) == (Rag.NOT_KNOWN, 100)


def test_outturn_counts_what_the_same_file_puts_before_it(rated_on_forecast):
    context = rating_contexts([rated_on_forecast], lives.quarter(4))[rated_on_forecast.pk]
    brought = [
        Before(lives.quarter(number), Revision(as_written="25", value=Decimal(25)), is_comparable=True)
        for number in (3, 2, 1)
    ]

    assert assess(with_before(context, brought), Entry(as_written="25")).rating == Rag.GREEN
