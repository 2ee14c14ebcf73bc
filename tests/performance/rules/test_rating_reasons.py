from decimal import Decimal

import pytest

from performance.choices import (
    Direction,
    ValueKind,
)
from performance.rules.rating import DEFAULT_RULE, Rule, rate
from tests.performance.rules.aims import BOUNDARY_NOT_INCLUDED, FIVE_POINTS, THRESHOLDS, figure, span, words

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE


@pytest.mark.shows("F35", "F36", "N37")
@pytest.mark.parametrize(
    "value, target, direction, rule, why",
    [
        pytest.param("43", figure("43"), HIGHER, DEFAULT_RULE, "43% meets the target of 43%.", id="met"),
        pytest.param(
            "49", figure("40"), HIGHER, DEFAULT_RULE, "49% is better than the target of 40%.", id="better"
        ),
        pytest.param(
            "50", span("40", "60"), RANGE, DEFAULT_RULE, "50% is within the range 40% to 60%.", id="inside"
        ),
        pytest.param(
            "40",
            figure("43"),
            HIGHER,
            DEFAULT_RULE,
            "40% is 3 points short of the target of 43%. Amber reaches down to 38.7%.",
            id="amber",
        ),
        pytest.param(
            "38",
            figure("43"),
            HIGHER,
            DEFAULT_RULE,
            "38% is 5 points short of the target of 43%. Red begins below 38.7%.",
            id="red",
        ),
        pytest.param(
            "38.7",
            figure("43"),
            HIGHER,
            BOUNDARY_NOT_INCLUDED,
            "38.7% is 4.3 points short of the target of 43%. Red begins at 38.7%.",
            id="red on the boundary",
        ),
        pytest.param(
            "40",
            figure("43"),
            HIGHER,
            BOUNDARY_NOT_INCLUDED,
            "40% is 3 points short of the target of 43%. Amber stops just above 38.7%.",
            id="amber, boundary not included",
        ),
        pytest.param(
            "12",
            figure("10"),
            LOWER,
            DEFAULT_RULE,
            "12% is 2 points over the target of 10%. Red begins above 11%.",
            id="lower is better",
        ),
        pytest.param(
            "35",
            span("40", "60"),
            RANGE,
            DEFAULT_RULE,
            "35% is 5 points below the range 40% to 60%. Red begins below 36%.",
            id="below the range",
        ),
        pytest.param(
            "94.9999",
            figure("95"),
            HIGHER,
            Rule(name="None", amber_tolerance=D("0")),
            "94.9999% is 0.0001 points short of the target of 95%. Red begins below 95%.",
            id="every decimal that decided",
        ),
        pytest.param(
            "85.4999",
            figure("94.9999"),
            HIGHER,
            DEFAULT_RULE,
            "85.4999% is 9.5 points short of the target of 94.9999%. Red begins below 85.5%.",
            id="a line between the decimals that are kept",
        ),
        pytest.param(
            "85.5",
            figure("94.9999"),
            HIGHER,
            BOUNDARY_NOT_INCLUDED,
            "85.5% is 9.4999 points short of the target of 94.9999%. Amber stops just above 85.4999%.",
            id="such a line, boundary not included",
        ),
        pytest.param(
            "80.5",
            figure("73.1819"),
            LOWER,
            DEFAULT_RULE,
            "80.5% is 7.3181 points over the target of 73.1819%. Amber reaches up to 80.5%.",
            id="such a line, lower is better",
        ),
        pytest.param(
            "85",
            None,
            HIGHER,
            THRESHOLDS,
            "85% is 5 points short of 90%, where green begins.",
            id="threshold amber",
        ),
        pytest.param(
            "95", None, HIGHER, THRESHOLDS, "95% reaches 90%, where green begins.", id="threshold green"
        ),
        pytest.param(
            "60",
            None,
            HIGHER,
            THRESHOLDS,
            "60% is 10 points short of 70%, where amber begins.",
            id="threshold red",
        ),
    ],
)
def test_reason_names_the_figures_that_decided(value, target, direction, rule, why):
    assert rate(D(value), target, direction, rule, kind=ValueKind.PERCENTAGE).why == why


@pytest.mark.shows("S2-35", "N37")
@pytest.mark.parametrize(
    "value, target, kind, rule, shortfall, unit",
    [
        pytest.param(
            "60", "65", ValueKind.PERCENTAGE, DEFAULT_RULE, "7.7", "per cent of the target", id="BV3, points"
        ),
        pytest.param(
            "60",
            "63",
            ValueKind.PERCENTAGE,
            DEFAULT_RULE,
            "4.8",
            "per cent of the target",
            id="BV3, per cent",
        ),
        pytest.param(
            "40", "43", ValueKind.PERCENTAGE, DEFAULT_RULE, "7.0", "per cent of the target", id="BV4"
        ),
        pytest.param("49", "40", ValueKind.PERCENTAGE, DEFAULT_RULE, "0", "per cent of the target", id="met"),
        pytest.param("60", "65", ValueKind.PERCENTAGE, FIVE_POINTS, "5", "points", id="points"),
        pytest.param(
            "89.999", "100", ValueKind.COUNT, DEFAULT_RULE, "10.001", "per cent of the target", id="past 10%"
        ),
        pytest.param(
            "99.99", "100", ValueKind.COUNT, DEFAULT_RULE, "0.01", "per cent of the target", id="not nought"
        ),
    ],
)
def test_shortfall_is_rounded_without_changing_sides(value, target, kind, rule, shortfall, unit):
    judged = rate(D(value), figure(target), HIGHER, rule, kind=kind)
    assert (judged.shortfall, judged.shortfall_unit) == (D(shortfall), unit)


@pytest.mark.parametrize(
    "kind, unit, target, value, shortfall, in_unit",
    [
        pytest.param(ValueKind.COUNT, "complaints", figure("0"), 2, 2, "complaints", id="target of nought"),
        pytest.param(ValueKind.DATE, "", words("2003-03-31", 731305), 731325, 20, "days", id="days"),
        pytest.param(ValueKind.LEVEL, "", words("Level 1", 1), 3, 2, "levels", id="levels"),
    ],
)
def test_shortfall_of_what_has_no_share_is_in_its_own_unit(kind, unit, target, value, shortfall, in_unit):
    judged = rate(D(value), target, LOWER, DEFAULT_RULE, kind=kind, unit=unit)
    assert (judged.shortfall, judged.shortfall_unit) == (D(shortfall), in_unit)
