from decimal import Decimal

import pytest

from performance.choices import ValueKind
from performance.rules.spc import analyse
from performance.rules.spc.limits import whole_numbers, xmr
from tests.performance.rules.spc.quarters import ORDINARY, series

PUBLISHED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""The example that the NHS-R package publishes with its figures."""


def limits_of(values, **more):
    return analyse(series(values, **more.pop("about", {})), **more).limits


@pytest.mark.parametrize(
    ("screened", "upper", "mean", "lower"),
    [
        pytest.param(True, "4.60", "1.94", "-0.72", id="screened"),
        pytest.param(False, "6.95", "1.94", "-3.06", id="unscreened"),
    ],
)
def test_the_published_example_gives_the_published_limits(screened, upper, mean, lower):
    limits = limits_of(PUBLISHED, screened=screened)

    found = [round(each, 2) for each in (limits.upper, limits.mean, limits.lower)]
    assert found == [Decimal(upper), Decimal(mean), Decimal(lower)]


def test_screening_leaves_out_the_two_steps_to_and_from_the_outlier():
    assert limits_of(PUBLISHED).left_out == 2
    assert limits_of(PUBLISHED, screened=False).left_out == 0


@pytest.mark.parametrize(
    ("step", "left_out"),
    [
        pytest.param(3266, 0, id="below 3.267 times the mean"),
        pytest.param(3267, 1, id="exactly 3.267 times"),
        pytest.param(3268, 1, id="above"),
    ],
)
def test_a_moving_range_of_exactly_3_267_average_ones_is_screened_out(step, left_out):
    # Thousand ranges with the sum 1,000,000 would average 1000; here the others make up what the one takes.
    others = 4
    rest = (1000 * (others + 1) - step) // others
    values = [0]
    for each in [step, rest, rest, rest, 1000 * (others + 1) - step - 3 * rest]:
        values.append(values[-1] + each)

    assert xmr(values).left_out == left_out


def test_screening_is_done_once_and_not_again():
    once = xmr([0, 1, 0, 1, 0, 1, 0, 5, 0, 100, 0])

    assert once.left_out == 2
    assert once.range_total == 16


def test_near_limits_are_two_thirds_of_the_way():
    limits = limits_of(ORDINARY)

    assert limits.near_upper - limits.mean == pytest.approx((limits.upper - limits.mean) * 2 / 3)
    assert limits.upper - limits.mean == pytest.approx(limits.average_range * Decimal("2.66"))


def test_limits_may_be_fixed_after_so_many_points():
    fixed, first = limits_of([*ORDINARY, 90, 91, 92], fix_after=14), limits_of(ORDINARY)

    assert (fixed.mean, fixed.upper, fixed.lower, fixed.number) == (
        first.mean,
        first.upper,
        first.lower,
        14,
    )


@pytest.mark.parametrize("fix_after", [0, 1, 2, 9])
def test_limits_fixed_after_too_few_points_are_no_limits(fix_after):
    assert limits_of(ORDINARY, fix_after=fix_after) is None


def test_one_value_has_no_moving_range():
    assert xmr([5]) is None
    assert xmr([]) is None


@pytest.mark.parametrize(
    ("values", "wholes", "places"),
    [
        ([Decimal("1.50"), Decimal(2)], [150, 200], 2),
        ([Decimal("1E+3"), Decimal("0.0001")], [10_000_000, 1], 4),
        ([], [], 0),
    ],
)
def test_figures_are_compared_as_whole_numbers(values, wholes, places):
    assert whole_numbers(values) == (wholes, places)


@pytest.mark.parametrize(
    ("about", "values", "lower", "upper", "clamped"),
    [
        pytest.param(
            {"kind": ValueKind.PERCENTAGE}, [98, 90] * 7, "72.72", "100", True, id="a percentage ends at 100"
        ),
        pytest.param({"kind": ValueKind.PERCENTAGE}, [1, 9] * 7, "0", "26.28", True, id="and at 0"),
        pytest.param({"kind": ValueKind.COUNT}, [1, 9] * 7, "0", "26.28", True, id="a count ends at 0"),
        pytest.param({"kind": ValueKind.MONEY}, [1, 9] * 7, "-16.28", "26.28", False, id="money does not"),
        pytest.param(
            {"kind": ValueKind.MONEY, "minimum": Decimal(-5), "maximum": Decimal(20)},
            [1, 9] * 7,
            "-5",
            "20",
            True,
            id="the ends of the register",
        ),
        pytest.param(
            {"kind": ValueKind.PERCENTAGE}, [104, 96] * 7, "78.72", "104", True, id="never inside the values"
        ),
    ],
)
def test_limits_are_drawn_no_further_than_a_value_can_be(about, values, lower, upper, clamped):
    limits = limits_of(values, about=about)

    assert (limits.shown_lower, limits.shown_upper) == (Decimal(lower), Decimal(upper))
    assert ((limits.shown_lower, limits.shown_upper) != (limits.lower, limits.upper)) == clamped
