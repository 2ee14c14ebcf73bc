"""Laws that every rating keeps, whatever the figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from council.rag import Rag
from performance.choices import Direction, RuleBasis, TargetBasis, Travel, TravelEffect, ZeroTarget
from performance.rules.rating import COMMON_RULES, Rule, rate, rule_problems
from performance.rules.target import Target

STORED = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
POSITIVE = st.decimals(min_value=Decimal("0.0001"), max_value=10**6, places=4)
TOLERANCE = st.decimals(min_value=0, max_value=200, places=4)
HAIR = Decimal("0.0001")
ORDER = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 2}
ONE_WAY = st.sampled_from([Direction.HIGHER, Direction.LOWER])


@st.composite
def tolerant(draw, bases=(RuleBasis.PER_CENT_OF_TARGET, RuleBasis.POINTS)):
    """Any rule with tolerances and without travel."""
    green, amber = sorted([draw(TOLERANCE), draw(TOLERANCE)])
    return Rule(
        name="Any",
        basis=draw(st.sampled_from(bases)),
        green_tolerance=green,
        amber_tolerance=amber,
        inclusive=draw(st.booleans()),
        zero_target=draw(st.sampled_from(ZeroTarget)),
    )


@st.composite
def threshold_rules(draw):
    """Any rule with thresholds for higher is better."""
    amber, green = sorted([draw(STORED), draw(STORED)])
    return Rule(
        name="Any", basis=RuleBasis.THRESHOLDS, green_at=green, amber_at=amber, inclusive=draw(st.booleans())
    )


def absolute(value):
    return Target(str(value), TargetBasis.ABSOLUTE, value=value)


@pytest.mark.shows("F35", "N39")
@given(st.one_of(tolerant(), st.sampled_from(COMMON_RULES)), STORED, STORED, STORED, ONE_WAY)
def test_better_value_never_has_the_worse_status(rule, target, first, second, direction):
    rule = replace(rule, travel_effect=TravelEffect.NONE)
    worse, better = sorted([first, second], reverse=direction == Direction.LOWER)
    statuses = [
        rate(value, absolute(target), direction, rule, forecast=value).status for value in (worse, better)
    ]
    assert ORDER[statuses[0]] <= ORDER[statuses[1]]


@pytest.mark.shows("F35")
@given(threshold_rules(), STORED, STORED)
def test_better_value_never_has_the_worse_status_under_thresholds(rule, first, second):
    worse, better = sorted([first, second])
    statuses = [rate(value, None, Direction.HIGHER, rule).status for value in (worse, better)]
    assert ORDER[statuses[0]] <= ORDER[statuses[1]]


@pytest.mark.shows("F35", "N39")
@given(tolerant(), STORED, POSITIVE, POSITIVE, POSITIVE)
def test_value_nearer_to_the_range_never_has_the_worse_status(rule, low, width, near, further):
    target = Target("range", TargetBasis.RANGE, low=low, high=low + width)
    for edge, sign in ((low, -1), (low + width, 1)):
        nearer, farther = edge + sign * near, edge + sign * (near + further)
        statuses = [rate(value, target, Direction.RANGE, rule).status for value in (farther, nearer)]
        assert ORDER[statuses[0]] <= ORDER[statuses[1]]


@pytest.mark.shows("F35", "N38")
@given(st.one_of(tolerant(), st.sampled_from(COMMON_RULES)), STORED, ONE_WAY)
def test_on_target_is_green_under_every_rule(rule, target, direction):
    assert rate(target, absolute(target), direction, rule, forecast=target).status == Rag.GREEN


@pytest.mark.shows("F35", "N38")
@given(STORED, TOLERANCE, st.booleans(), ONE_WAY)
def test_boundary_lies_exactly_where_the_rule_puts_it(target, tolerance, inclusive, direction):
    assume(tolerance > 0)
    rule = Rule(name="Any", basis=RuleBasis.POINTS, amber_tolerance=tolerance, inclusive=inclusive)
    outward = -1 if direction == Direction.HIGHER else 1
    line = target + outward * tolerance
    statuses = [
        rate(value, absolute(target), direction, rule).status
        for value in (line - outward * HAIR, line, line + outward * HAIR)
    ]
    inside = Rag.GREEN if tolerance == HAIR else Rag.AMBER
    assert statuses == [inside, Rag.AMBER if inclusive else Rag.RED, Rag.RED]


@pytest.mark.shows("F35")
@given(tolerant([RuleBasis.PER_CENT_OF_TARGET]), STORED, STORED, POSITIVE, ONE_WAY)
def test_status_by_per_cent_does_not_depend_on_the_unit(rule, value, target, times, direction):
    """Pounds or thousands of pounds, days or hours: the same share is the same status."""
    scaled = rate(value * times, absolute(target * times), direction, rule)
    assert scaled.status == rate(value, absolute(target), direction, rule).status


@pytest.mark.shows("F35", "F17")
@given(tolerant(), STORED, STORED)
def test_turning_figures_and_direction_round_gives_the_same_status(rule, value, target):
    higher = rate(value, absolute(target), Direction.HIGHER, rule)
    lower = rate(-value, absolute(-target), Direction.LOWER, rule)
    assert (higher.status, higher.shortfall) == (lower.status, lower.shortfall)


@given(tolerant(), STORED, STORED, STORED, ONE_WAY)
def test_moving_everything_along_does_not_change_a_status_by_points(rule, value, target, along, direction):
    rule = replace(rule, basis=RuleBasis.POINTS)
    moved = rate(value + along, absolute(target + along), direction, rule)
    assert moved.status == rate(value, absolute(target), direction, rule).status


@given(tolerant(), STORED, STORED, ONE_WAY, st.sampled_from(Travel))
def test_travel_only_ever_turns_red_to_amber(rule, value, target, direction, gone):
    plain = rate(value, absolute(target), direction, rule, travel_long=gone).status
    counted = replace(rule, travel_effect=TravelEffect.HELD_IS_AMBER)
    travelled = rate(value, absolute(target), direction, counted, travel_long=gone).status
    turned = plain == Rag.RED and gone in (Travel.BETTER, Travel.SAME)
    assert travelled == (Rag.AMBER if turned else plain)


@pytest.mark.shows("F36")
@given(tolerant(), STORED, st.one_of(st.none(), STORED), st.sampled_from(Direction))
def test_every_status_has_a_reason_and_its_rule_in_words(rule, value, target, direction):
    judged = rate(value, None if target is None else absolute(target), direction, rule)
    assert judged.why.endswith(".")
    assert judged.rule_words.endswith(".")


@given(tolerant())
def test_rule_with_ordered_tolerances_has_no_problem(rule):
    assert rule_problems(rule, Direction.HIGHER) == []
