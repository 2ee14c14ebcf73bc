"""What a value is judged by: which target, which rule, which earlier values."""

from datetime import date

import pytest

from council.rag import Rag
from performance.figures.context import rating_contexts
from performance.models import IndicatorDefinition
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives


@pytest.fixture
def indicator(service):
    return IndicatorFactory(service=service)


@pytest.fixture
def period(db):
    return lives.quarter(2)


def context(indicator, period):
    return rating_contexts([indicator], period)[indicator.pk]


@pytest.mark.shows("F18")
def test_a_periods_own_target_comes_before_the_years(indicator, period):
    profiled = TargetFactory(indicator=indicator, period=period, value=40)
    TargetFactory(indicator=indicator, value=80)
    TargetFactory(indicator=indicator, year=2025, value=70)

    assert context(indicator, period).target == profiled
    assert context(indicator, lives.quarter(1)).target.value == 80


def test_the_order_in_which_targets_were_entered_does_not_matter(indicator, period):
    TargetFactory(indicator=indicator, value=80)
    profiled = TargetFactory(indicator=indicator, period=period, value=40)

    assert context(indicator, period).target == profiled


def test_without_a_target_there_is_none(indicator, period):
    TargetFactory(indicator=indicator, year=2025)
    TargetFactory(value=12)

    assert context(indicator, period).target is None


@pytest.mark.shows("F35")
def test_the_newest_rule_up_to_the_year_holds(indicator, period):
    RatingRuleFactory(year=2027, name="Not yet")
    newest = RatingRuleFactory(year=2026, name="Newest")
    RatingRuleFactory(year=2002, name="Oldest")

    assert context(indicator, period).rule == newest


@pytest.mark.shows("F35")
def test_an_indicators_own_rule_comes_before_the_councils(indicator, period):
    RatingRuleFactory(year=2026)
    own = RatingRuleFactory(year=2024, indicator=indicator, name="Its own")

    assert context(indicator, period).rule == own
    assert context(IndicatorFactory(), period).rule.indicator is None


def test_an_own_rule_decides_the_rating(indicator, period):
    TargetFactory(indicator=indicator)
    RatingRuleFactory(year=2024, indicator=indicator, amber_tolerance=1)

    assert lives.assessed(indicator, period, "75").rating == Rag.RED


@pytest.mark.shows("F41")
def test_the_last_value_and_last_years_are_found(indicator, period):
    before = lives.signed_off(indicator, lives.quarter(1), "81").standing
    year_before = lives.signed_off(indicator, lives.quarter(2, 2025), "70").standing
    lives.signed_off(indicator, lives.quarter(3, 2025), "75")

    found = context(indicator, period)

    assert (found.previous, found.last_year) == (before, year_before)
    assert [revision.as_written for revision in found.recent] == ["81", "75", "70"]


def test_a_gap_is_not_a_comparison(indicator, period):
    lives.signed_off(indicator, lives.quarter(4, 2025), "81")

    found = context(indicator, period)

    assert (found.previous, found.last_year) == (None, None)


def test_a_draft_is_no_last_value(indicator, period, officer):
    lives.submitted(indicator, lives.quarter(1), "81", by=officer)

    assert context(indicator, period).previous is None


@pytest.mark.shows("D24")
def test_a_value_of_another_frequency_is_no_last_value(indicator, period):
    monthly = CycleFactory(name="Monthly", frequency="monthly")
    june = PeriodFactory(cycle=monthly, name="June", starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 30))
    lives.signed_off(indicator, june, "81")

    assert context(indicator, period).previous is None


def test_many_contexts_take_as_many_queries_as_one(period, django_assert_num_queries):
    indicators = IndicatorFactory.create_batch(12)

    for some in (indicators[:1], indicators):
        with django_assert_num_queries(3):
            rating_contexts(some, period)


@pytest.mark.shows("S2-34")
@pytest.mark.parametrize(
    "starts_on, breaks, compared",
    [
        pytest.param(date(2026, 7, 1), True, (False, False), id="broken since both"),
        pytest.param(date(2026, 1, 1), True, (True, False), id="broken since last year"),
        pytest.param(date(2026, 7, 1), False, (True, True), id="a new wording of the same"),
        pytest.param(date(2026, 10, 1), True, (True, True), id="broken later"),
        pytest.param(date(2025, 7, 1), True, (True, True), id="broken before both"),
    ],
)
def test_values_are_not_compared_across_a_break(indicator, period, starts_on, breaks, compared):
    for before in (lives.quarter(1), lives.quarter(2, 2025)):
        lives.signed_off(indicator, before, "60")
    IndicatorDefinition.objects.create(
        indicator=indicator, number=2, wording="All", starts_on=starts_on, breaks_series=breaks
    )

    found = context(indicator, period)

    assert (found.previous is not None, found.last_year is not None) == compared
    assert len(found.recent) == 2
