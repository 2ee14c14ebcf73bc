from decimal import Decimal

import pytest

from performance.choices import Direction, TargetBasis, ValueKind
from performance.rules.distance import Aim
from performance.rules.targets import Target, TargetProblem, aim, read_target, resolve

D = Decimal
HIGHER, LOWER, RANGE = Direction.HIGHER, Direction.LOWER, Direction.RANGE
PERCENTAGE = ValueKind.PERCENTAGE


def test_change_without_a_base_cannot_be_resolved_and_says_so():
    target = read_target("+5 points", PERCENTAGE, HIGHER)
    assert resolve(target, D("60")) == D("65")
    with pytest.raises(TargetProblem) as refused:
        resolve(target)
    assert refused.value.sentence == (
        "“+5 points” is a change in points and there is no figure to start from. "
        "Enter the figure it starts from, or the figure to reach"
    )


def test_base_given_later_counts_before_the_one_written_with():
    target = read_target("+5 points", PERCENTAGE, HIGHER, base=D("60"))
    assert (resolve(target), resolve(target, D("61"))) == (D("65"), D("66"))


def test_change_whose_figure_is_kept_needs_no_base():
    kept = Target("+5 points", TargetBasis.POINTS, change=D("5"), value=D("65"))
    assert resolve(kept) == D("65")


def test_range_is_not_one_figure():
    with pytest.raises(TargetProblem):
        resolve(read_target("40 to 60", PERCENTAGE, RANGE))


@pytest.mark.parametrize(
    "direction, wanted",
    [
        pytest.param(HIGHER, Aim(low=D("40")), id="higher minds the lower end"),
        pytest.param(LOWER, Aim(high=D("60")), id="lower minds the upper end"),
        pytest.param(RANGE, Aim(D("40"), D("60")), id="a range minds both"),
    ],
)
def test_aim_has_the_sides_that_matter_to_the_direction(direction, wanted):
    assert aim(Target("40 to 60", TargetBasis.RANGE, low=D("40"), high=D("60")), direction) == wanted
