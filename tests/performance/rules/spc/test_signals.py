"""Each rule at its boundary, on whole numbers with a mean and a moving range that the test sets itself."""

import pytest

from performance.rules.spc.kinds import Side, Signal
from performance.rules.spc.limits import Xmr
from performance.rules.spc.signals import signals

HUNDRED = Xmr(total=0, number=1, range_total=100, range_count=1, left_out=0)
"""Mean 0, average moving range 100: limits at 266, near limits at 177.33."""

UP, DOWN = (Signal.TREND, Side.HIGH), (Signal.TREND, Side.LOW)
ABOVE, BELOW = (Signal.OUTSIDE, Side.HIGH), (Signal.OUTSIDE, Side.LOW)
NEAR_HIGH, NEAR_LOW = (Signal.TWO_OF_THREE, Side.HIGH), (Signal.TWO_OF_THREE, Side.LOW)
OVER, UNDER = (Signal.SHIFT, Side.HIGH), (Signal.SHIFT, Side.LOW)


def found(*values):
    return signals(values, HUNDRED)


@pytest.mark.parametrize(
    ("value", "signal"),
    [
        pytest.param(266, None, id="on the upper limit"),
        pytest.param(267, ABOVE, id="above it"),
        pytest.param(-266, None, id="on the lower limit"),
        pytest.param(-267, BELOW, id="below it"),
    ],
)
def test_only_a_value_beyond_a_limit_is_outside(value, signal):
    assert found(value) == [signal]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((-3, -2, -1, 0, 1, 2), [None] * 6, id="six rising"),
        pytest.param((-3, -2, -1, 0, 1, 2, 3), [UP] * 7, id="seven rising"),
        pytest.param((3, 2, 1, 0, -1, -2, -3), [DOWN] * 7, id="seven falling"),
        pytest.param((-3, -2, -1, -1, 0, 1, 2), [None] * 7, id="two alike break the run"),
        pytest.param((0, -3, -2, -1, 0, 1, 2, 3, 3), [None, *[UP] * 7, None], id="only the run itself"),
        pytest.param(
            (-3, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3),
            [*[UP] * 6, *[DOWN] * 7],
            id="a turn belongs to the later run",
        ),
    ],
)
def test_a_trend_is_seven_points_each_strictly_beyond_the_last(values, expected):
    assert found(*values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((178, 178, 1), [NEAR_HIGH, NEAR_HIGH, None], id="two near, the third on that side"),
        pytest.param((178, 1, 178), [NEAR_HIGH, None, NEAR_HIGH], id="with one between"),
        pytest.param((178, 178, 178), [NEAR_HIGH] * 3, id="all three"),
        pytest.param((178, -1, 178), [None] * 3, id="the third on the other side"),
        pytest.param((178, 0, 178), [None] * 3, id="the third on the mean"),
        pytest.param((178, 1, 1, 178), [None] * 4, id="two of four"),
        pytest.param((177, 178, 1), [None] * 3, id="one only nearly near"),
        pytest.param((-178, -178, -1), [NEAR_LOW, NEAR_LOW, None], id="low"),
        pytest.param((178, 178), [None] * 2, id="two points are not three"),
        pytest.param((266, 266, 1), [NEAR_HIGH, NEAR_HIGH, None], id="on the limit is near, not outside"),
    ],
)
def test_two_of_three_near_a_limit_on_one_side(values, expected):
    assert found(*values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((267, 178, 1), [ABOVE, None, None], id="outside and one near: not two near"),
        pytest.param((178, 267, 178), [NEAR_HIGH, ABOVE, NEAR_HIGH], id="near on both sides of it"),
    ],
)
def test_a_point_outside_is_not_counted_as_near(values, expected):
    """Decided: the package, not the "Making data count" tool since November 2023 (docs/decisions/0010)."""
    assert found(*values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((1, 2, 1, 2, 1, 2), [None] * 6, id="six above"),
        pytest.param((1, 2, 1, 2, 1, 2, 1), [OVER] * 7, id="seven above"),
        pytest.param((-1, -2, -1, -2, -1, -2, -1), [UNDER] * 7, id="seven below"),
        pytest.param((1, 2, 1, 0, 1, 2, 1, 2), [None] * 8, id="one on the mean breaks it"),
        pytest.param((-1, 1, 2, 1, 2, 1, 2, 1, -1), [None, *[OVER] * 7, None], id="only the run itself"),
        pytest.param((0,) * 7, [None] * 7, id="seven on the mean"),
    ],
)
def test_a_shift_is_seven_in_a_row_on_one_side_of_the_mean(values, expected):
    assert found(*values) == expected


@pytest.mark.parametrize(
    ("values", "place", "signal"),
    [
        pytest.param((1, 2, 3, 4, 5, 6, 267), 6, ABOVE, id="outside before trend"),
        pytest.param((1, 2, 3, 4, 5, 178, 179), 6, UP, id="trend before two of three"),
        pytest.param((2, 1, 2, 1, 2, 178, 179), 6, NEAR_HIGH, id="two of three before shift"),
        pytest.param((2, 1, 2, 1, 2, 178, 179), 0, OVER, id="shift where nothing else"),
        pytest.param((-270, -3, -2, -1, 0, 1, 2), 0, BELOW, id="outside low within a rising trend"),
    ],
)
def test_the_first_rule_that_holds_wins(values, place, signal):
    assert found(*values)[place] == signal


def test_nothing_is_found_of_nothing():
    assert found() == []
