from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import (
    Direction,
    RuleBasis,
    TargetBasis,
    Travel,
    TravelEffect,
    ValueKind,
    ZeroTarget,
)
from performance.rules.rating import DEFAULT_RULE, Rule, rate
from performance.rules.target import Target
from tests.performance.rules.aims import BOUNDARY_NOT_INCLUDED, FIVE_POINTS, THRESHOLDS, figure, span

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE
GREEN, AMBER, RED = Rag.GREEN, Rag.AMBER, Rag.RED
FORECAST = Rule(name="Forecast", basis=RuleBasis.FORECAST)


@pytest.mark.shows("F35", "N38", "N37")
@pytest.mark.parametrize(
    "value, target, direction, rule, status",
    [
        pytest.param("95", "95", HIGHER, DEFAULT_RULE, GREEN, id="exactly on target"),
        pytest.param("94.9999", "95", HIGHER, DEFAULT_RULE, AMBER, id="a hair short of the target"),
        pytest.param("95.0001", "95", HIGHER, DEFAULT_RULE, GREEN, id="a hair past the target"),
        pytest.param("94.95", "95", HIGHER, DEFAULT_RULE, AMBER, id="94.95 is not 95.0"),
        pytest.param("85.5", "95", HIGHER, DEFAULT_RULE, AMBER, id="exactly on the tolerance"),
        pytest.param("85.4999", "95", HIGHER, DEFAULT_RULE, RED, id="a hair past the tolerance"),
        pytest.param("85.5001", "95", HIGHER, DEFAULT_RULE, AMBER, id="a hair within the tolerance"),
        pytest.param(
            "95", "95", HIGHER, BOUNDARY_NOT_INCLUDED, GREEN, id="on target is green whatever the boundary"
        ),
        pytest.param(
            "85.5", "95", HIGHER, BOUNDARY_NOT_INCLUDED, RED, id="on the tolerance, boundary not included"
        ),
        pytest.param(
            "85.5001", "95", HIGHER, BOUNDARY_NOT_INCLUDED, AMBER, id="within it, boundary not included"
        ),
        pytest.param("10", "10", LOWER, DEFAULT_RULE, GREEN, id="lower: on target"),
        pytest.param("11", "10", LOWER, DEFAULT_RULE, AMBER, id="lower: on the tolerance"),
        pytest.param("11.0001", "10", LOWER, DEFAULT_RULE, RED, id="lower: past the tolerance"),
        pytest.param("11", "10", LOWER, BOUNDARY_NOT_INCLUDED, RED, id="lower: boundary not included"),
        pytest.param("0", "10", LOWER, DEFAULT_RULE, GREEN, id="lower: nought is best"),
        pytest.param("63", "65", HIGHER, FIVE_POINTS, GREEN, id="points: on the green tolerance"),
        pytest.param("62.9999", "65", HIGHER, FIVE_POINTS, AMBER, id="points: past the green tolerance"),
        pytest.param("60", "65", HIGHER, FIVE_POINTS, AMBER, id="points: on the amber tolerance"),
        pytest.param("59.9999", "65", HIGHER, FIVE_POINTS, RED, id="points: past the amber tolerance"),
        pytest.param("-5.5", "-5", HIGHER, DEFAULT_RULE, AMBER, id="a target below nought has a size too"),
        pytest.param("-5.6", "-5", HIGHER, DEFAULT_RULE, RED, id="further below nought"),
        pytest.param("-4.4", "-5", LOWER, DEFAULT_RULE, RED, id="lower: target below nought"),
    ],
)
def test_status_by_distance_from_the_target(value, target, direction, rule, status):
    assert rate(D(value), figure(target), direction, rule).status == status


@pytest.mark.shows("F35", "N39")
@pytest.mark.parametrize(
    "value, rule, status",
    [
        pytest.param("50", DEFAULT_RULE, GREEN, id="inside"),
        pytest.param("40", DEFAULT_RULE, GREEN, id="on the lower end"),
        pytest.param("60", DEFAULT_RULE, GREEN, id="on the upper end"),
        pytest.param("36", DEFAULT_RULE, AMBER, id="10% below the lower end"),
        pytest.param("35.9999", DEFAULT_RULE, RED, id="further below"),
        pytest.param("66", DEFAULT_RULE, AMBER, id="10% above the upper end"),
        pytest.param("66.0001", DEFAULT_RULE, RED, id="further above"),
        pytest.param("65", FIVE_POINTS, AMBER, id="5 points above"),
        pytest.param("65.0001", FIVE_POINTS, RED, id="more than 5 points above"),
    ],
)
def test_within_a_range_the_nearer_end_counts(value, rule, status):
    assert rate(D(value), span("40", "60"), RANGE, rule).status == status


@pytest.mark.parametrize(
    "value, direction, status",
    [
        pytest.param("70", HIGHER, GREEN, id="higher is better: past the upper end"),
        pytest.param("30", HIGHER, RED, id="higher is better: short of the lower end"),
        pytest.param("30", LOWER, GREEN, id="lower is better: past the lower end"),
        pytest.param("70", LOWER, RED, id="lower is better: over the upper end"),
    ],
)
def test_range_target_has_one_end_that_matters_when_one_way_is_better(value, direction, status):
    assert rate(D(value), span("40", "60"), direction, DEFAULT_RULE).status == status


@pytest.mark.shows("F35")
@pytest.mark.parametrize(
    "value, zero_target, status",
    [
        pytest.param("0", ZeroTarget.ANY_MISS_RED, GREEN, id="nought is met"),
        pytest.param("0.0001", ZeroTarget.ANY_MISS_RED, RED, id="any miss is red"),
        pytest.param("1000", ZeroTarget.ANY_MISS_AMBER, AMBER, id="any miss is amber"),
        pytest.param("-1", ZeroTarget.ANY_MISS_RED, GREEN, id="better than nought"),
    ],
)
def test_target_of_nought_has_its_own_rule(value, zero_target, status):
    rule = Rule(name="Any", zero_target=zero_target, green_tolerance=D("5"))
    assert rate(D(value), figure("0"), LOWER, rule).status == status


def test_target_of_nought_needs_no_rule_under_points():
    assert rate(D("1"), figure("0"), LOWER, FIVE_POINTS).status == GREEN


@pytest.mark.shows("F35")
@pytest.mark.parametrize(
    "value, direction, rule, status",
    [
        pytest.param("90", HIGHER, THRESHOLDS, GREEN, id="on green"),
        pytest.param("89.9999", HIGHER, THRESHOLDS, AMBER, id="short of green"),
        pytest.param("70", HIGHER, THRESHOLDS, AMBER, id="on amber"),
        pytest.param("69.9999", HIGHER, THRESHOLDS, RED, id="short of amber"),
        pytest.param(
            "90",
            HIGHER,
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("90"), amber_at=D("70"), inclusive=False),
            AMBER,
            id="on green, boundary not included",
        ),
        pytest.param(
            "70",
            HIGHER,
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("90"), amber_at=D("70"), inclusive=False),
            RED,
            id="on amber, boundary not included",
        ),
        pytest.param(
            "12",
            LOWER,
            Rule(name="x", basis=RuleBasis.THRESHOLDS, green_at=D("10"), amber_at=D("15")),
            AMBER,
            id="lower is better",
        ),
    ],
)
def test_fixed_thresholds_need_no_target(value, direction, rule, status):
    assert rate(D(value), None, direction, rule).status == status


@pytest.mark.shows("F35", "S2-06")
def test_forecast_rule_rates_the_year_end_and_not_the_value_so_far():
    judged = rate(D("10"), figure("40"), HIGHER, FORECAST, forecast=D("40"))
    assert judged.status == GREEN
    assert judged.rule_words.endswith("rated on the forecast for the year end.")


def test_forecast_rule_without_a_forecast_is_not_known():
    judged = rate(D("10"), figure("40"), HIGHER, FORECAST)
    assert (judged.status, judged.why) == (
        Rag.NOT_KNOWN,
        "There is no forecast for the year end, which this rule rates.",
    )


@pytest.mark.shows("F35")
@pytest.mark.parametrize(
    "travel, status, ending",
    [
        pytest.param(
            Travel.BETTER,
            AMBER,
            "Better than the same period last year, so amber instead of red.",
            id="better",
        ),
        pytest.param(
            Travel.SAME, AMBER, "Held since the same period last year, so amber instead of red.", id="held"
        ),
        pytest.param(Travel.WORSE, RED, "Worse than the same period last year, so it stays red.", id="worse"),
        pytest.param(
            Travel.UNKNOWN,
            RED,
            "There is nothing to compare it with in the same period last year, so it stays red.",
            id="unknown",
        ),
        pytest.param(
            None,
            RED,
            "There is nothing to compare it with in the same period last year, so it stays red.",
            id="not said",
        ),
    ],
)
def test_travel_turns_red_to_amber_where_the_rule_says_so(travel, status, ending):
    rule = Rule(
        name="Ten per cent, travel counts", green_tolerance=D("10"), travel_effect=TravelEffect.HELD_IS_AMBER
    )
    judged = rate(D("50"), figure("100"), HIGHER, rule, travel_long=travel)
    assert judged.status == status
    assert judged.why.endswith(ending)
    assert rate(D("90"), figure("100"), HIGHER, rule, travel_long=travel).status == GREEN


def test_travel_has_no_effect_unless_the_rule_says_so():
    assert rate(D("50"), figure("100"), HIGHER, DEFAULT_RULE, travel_long=Travel.BETTER).status == RED


@pytest.mark.shows("F18")
def test_relative_target_is_rated_against_its_base():
    target = Target("+5 points", TargetBasis.POINTS, change=D("5"))
    assert rate(D("64"), target, HIGHER, DEFAULT_RULE, base=D("60")).status == AMBER
    judged = rate(D("64"), target, HIGHER, DEFAULT_RULE)
    assert judged.status == Rag.NOT_RATED
    assert judged.why.startswith("“+5 points” is a change in points and there is no figure to start from.")


@pytest.mark.parametrize("kind", ["percentage", "money", "level", "count"])
def test_choices_may_be_the_plain_words_that_are_stored(kind):
    plain = rate(D("40.0000"), figure("43.0000"), "higher", DEFAULT_RULE, kind=kind)
    assert plain == rate(D("40"), figure("43"), HIGHER, DEFAULT_RULE, kind=ValueKind(kind))
