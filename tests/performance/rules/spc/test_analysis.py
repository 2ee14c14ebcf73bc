from decimal import Decimal

import pytest

from performance.choices import Direction, ValueKind
from performance.rules.spc import Assurance, ShortWord, Signal, Variation, analyse
from tests.performance.rules.spc.quarters import ORDINARY, rebase, series

RISEN = [*ORDINARY, 75]
FALLEN = [*ORDINARY, 25]


@pytest.mark.parametrize(
    ("values", "direction", "variation"),
    [
        pytest.param(ORDINARY, Direction.HIGHER, Variation.COMMON, id="common cause"),
        pytest.param(RISEN, Direction.HIGHER, Variation.IMPROVEMENT_HIGH, id="high, higher is better"),
        pytest.param(FALLEN, Direction.HIGHER, Variation.CONCERN_LOW, id="low, higher is better"),
        pytest.param(RISEN, Direction.LOWER, Variation.CONCERN_HIGH, id="high, lower is better"),
        pytest.param(FALLEN, Direction.LOWER, Variation.IMPROVEMENT_LOW, id="low, lower is better"),
        pytest.param(RISEN, Direction.NEITHER, Variation.NEUTRAL_HIGH, id="high, neither is better"),
        pytest.param(FALLEN, Direction.RANGE, Variation.NEUTRAL_LOW, id="low, a range is best"),
    ],
)
def test_the_variation_is_that_of_the_latest_point(values, direction, variation):
    spc = analyse(series(values, direction=direction))

    assert spc.variation == spc.points[-1].variation == variation
    assert spc.no_icon_because == ""


def test_an_earlier_signal_leaves_the_latest_point_as_it_is():
    spc = analyse(series([75, *ORDINARY]))

    assert spc.points[0].signal == Signal.OUTSIDE
    assert spc.variation == Variation.COMMON


# ORDINARY has limits at 43.17 and 59.54.
@pytest.mark.parametrize(
    ("direction", "aims", "assurance"),
    [
        (Direction.HIGHER, {"target": 60}, Assurance.FAILS),
        (Direction.HIGHER, {"target": 51}, Assurance.HIT_AND_MISS),
        (Direction.HIGHER, {"target": 42}, Assurance.PASSES),
        (Direction.LOWER, {"target": 60}, Assurance.PASSES),
        (Direction.LOWER, {"target": 51}, Assurance.HIT_AND_MISS),
        (Direction.LOWER, {"target": 42}, Assurance.FAILS),
        (Direction.LOWER, {"target": 0}, Assurance.FAILS),
        (Direction.RANGE, {"low": 40, "high": 60}, Assurance.PASSES),
        (Direction.RANGE, {"low": 45, "high": 60}, Assurance.HIT_AND_MISS),
        (Direction.RANGE, {"low": 60, "high": 70}, Assurance.FAILS),
        (Direction.RANGE, {"low": 30, "high": 42}, Assurance.FAILS),
    ],
)
def test_the_assurance_is_where_the_target_lies_to_the_limits(direction, aims, assurance):
    spc = analyse(series(ORDINARY, direction=direction, **aims))

    assert spc.assurance == assurance
    assert spc.no_assurance_because == ""


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
@pytest.mark.parametrize("end", ["lower", "upper"])
def test_a_target_exactly_on_a_limit_is_hit_and_miss(direction, end):
    values = [1, 2] * 8
    limit = getattr(analyse(series(values)).limits, end)

    assert analyse(series(values, direction=direction, target=limit)).assurance == Assurance.HIT_AND_MISS


def test_a_range_that_ends_exactly_on_a_limit_is_hit_and_miss():
    values = [1, 2] * 8
    limits = analyse(series(values)).limits

    spc = analyse(series(values, direction=Direction.RANGE, low=limits.lower, high=10))
    assert spc.assurance == Assurance.HIT_AND_MISS


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({}, "There is no target in figures."),
        (
            {"target": 50, "direction": Direction.NEITHER},
            "Neither way is better, so no target can be relied on or not.",
        ),
        ({"target": 50, "direction": Direction.RANGE}, ""),
    ],
)
def test_without_a_target_or_a_better_way_there_is_no_assurance_and_it_is_said(about, why):
    spc = analyse(series(ORDINARY, **about))

    assert (spc.assurance is None) == bool(why)
    assert spc.no_assurance_because == why


@pytest.mark.shows("F45")
@pytest.mark.parametrize(
    ("number", "has_limits", "is_trial"),
    [(9, False, False), (10, True, True), (12, True, True), (13, True, False)],
)
def test_limits_come_with_ten_points_and_are_on_trial_below_thirteen(number, has_limits, is_trial):
    spc = analyse(series(ORDINARY[:number]))

    assert (spc.limits is not None, spc.is_trial) == (has_limits, is_trial)


@pytest.mark.parametrize(
    ("values", "direction", "word"),
    [
        pytest.param([50, 52, 53], Direction.HIGHER, ShortWord.IMPROVED, id="best of three"),
        pytest.param([50, 52, 53], Direction.LOWER, ShortWord.DETERIORATED, id="worst of three"),
        pytest.param([50, 52, 52], Direction.HIGHER, ShortWord.SUSTAINED, id="as good as the best"),
        pytest.param([50, 52, 50], Direction.HIGHER, ShortWord.SUSTAINED, id="as bad as the worst"),
        pytest.param([50, 52, 51], Direction.HIGHER, ShortWord.SUSTAINED, id="between"),
        pytest.param([50, 52, 49], Direction.HIGHER, ShortWord.DETERIORATED, id="below all"),
        pytest.param([50, 52, 53], Direction.NEITHER, ShortWord.ROSE, id="neither way is better"),
        pytest.param([50, 52, 49], Direction.RANGE, ShortWord.FELL, id="a range is best"),
        pytest.param([5] * 9, Direction.HIGHER, ShortWord.SUSTAINED, id="all alike"),
        pytest.param([50, 52], Direction.HIGHER, None, id="two figures"),
        pytest.param([50], Direction.HIGHER, None, id="one"),
    ],
)
def test_a_short_series_gets_a_word_and_no_icon(values, direction, word):
    spc = analyse(series(values, direction=direction, target=10))

    assert spc.short == word
    assert spc.variation is None
    assert spc.assurance is None


def test_the_word_of_a_short_series_looks_no_further_back_than_its_rebase():
    spc = analyse(series([90] * 12 + [50, 51, 52], starts=(rebase(12),)))

    assert spc.short == ShortWord.IMPROVED


@pytest.mark.parametrize(
    ("values", "about", "why"),
    [
        pytest.param([], {}, "No figure has been signed off yet.", id="none"),
        pytest.param(["not known"] * 3, {}, "No figure has been signed off yet.", id="only blanks"),
        pytest.param([5], {}, "1 figure is too few for limits: there are some from 10.", id="one point"),
        pytest.param(
            ORDINARY[:9], {}, "9 figures are too few for limits: there are some from 10.", id="nine"
        ),
        pytest.param(
            [7] * 14, {}, "All 14 figures are the same: there is no variation to judge by.", id="all equal"
        ),
        pytest.param(
            [1] * 8 + [10] + [1] * 8,
            {},
            "Nearly all figures are the same: there is no ordinary variation to judge by.",
            id="all equal but for what is screened out",
        ),
        pytest.param(
            [*ORDINARY, "not known"],
            {"target": 10},
            "Quarter 3 2023/24: not known, so nothing can be said of how it stands now.",
            id="the newest is not known",
        ),
        pytest.param(
            [*ORDINARY, "not known", "no return"],
            {},
            "Quarter 4 2023/24: no return, so nothing can be said of how it stands now.",
            id="the newest two",
        ),
        pytest.param(
            [*ORDINARY, "not known", 50],
            {},
            "1 figure is too few for limits: there are some from 10.",
            id="one figure after a gap",
        ),
    ],
)
def test_bad_input_has_its_words_and_never_an_icon(values, about, why):
    spc = analyse(series(values, **about))

    assert (spc.variation, spc.assurance) == (None, None)
    assert spc.no_icon_because == spc.no_assurance_because == why


@pytest.mark.parametrize("kind", [ValueKind.YES_NO, ValueKind.LEVEL, ValueKind.DATE, ValueKind.MILESTONE])
def test_there_are_no_limits_for_words(kind):
    spc = analyse(series([0, 1] * 8, kind=kind, target=1))

    assert (spc.segments, spc.variation, spc.assurance) == ((), None, None)
    assert spc.no_icon_because.startswith("Limits are for figures.")
    assert len(spc.points) == 16


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([-1, 1] * 7, id="a mean of nought"),
        pytest.param([Decimal("0.0001"), Decimal("99999999999.9999")] * 7, id="the least and the most"),
        pytest.param([0, 1] * 7, id="noughts"),
    ],
)
def test_odd_figures_are_judged_as_any_others(values):
    spc = analyse(series(values, kind=ValueKind.MONEY, target=0))

    assert spc.variation == Variation.COMMON
    assert spc.assurance == Assurance.HIT_AND_MISS


def test_a_long_series_takes_time_in_proportion():
    spc = analyse(series([0, 1, 2, 1] * 1000))

    assert len(spc.points) == 4000
