"""Laws that hold of every series."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from council.rag import Rag
from performance.choices import Direction, ValueKind
from performance.rules.spc import Assurance, Side, Variation, analyse, disagreements, in_words
from tests.performance.rules.spc.quarters import rebase, series

FIGURES = st.decimals(min_value=-1000, max_value=1000, places=2)
# Few different values make runs, ties and values on the mean likely.
SERIES = st.lists(FIGURES, min_size=10, max_size=30) | st.lists(
    st.integers(min_value=0, max_value=4), min_size=10, max_size=30
)
ANYTHING = st.lists(FIGURES | st.sampled_from(["not known", "not due", "forecast"]), max_size=40)
DIRECTIONS = st.sampled_from(list(Direction))
OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
MIRRORED = {
    Variation.COMMON: Variation.COMMON,
    Variation.IMPROVEMENT_HIGH: Variation.IMPROVEMENT_LOW,
    Variation.IMPROVEMENT_LOW: Variation.IMPROVEMENT_HIGH,
    Variation.CONCERN_HIGH: Variation.CONCERN_LOW,
    Variation.CONCERN_LOW: Variation.CONCERN_HIGH,
    Variation.NEUTRAL_HIGH: Variation.NEUTRAL_LOW,
    Variation.NEUTRAL_LOW: Variation.NEUTRAL_HIGH,
    None: None,
}


def found(spc):
    return [(point.signal, point.side, point.variation) for point in spc.points]


@given(SERIES, FIGURES, DIRECTIONS)
def test_the_same_added_to_every_value_moves_the_limits_and_no_signal(values, more, direction):
    plain = analyse(series(values, direction=direction))
    moved = analyse(series([each + more for each in values], direction=direction))

    assert found(moved) == found(plain)
    if plain.limits:
        assert moved.limits.upper - plain.limits.upper == pytest.approx(more, abs=Decimal("1e-15"))
        assert moved.limits.lower - plain.limits.lower == pytest.approx(more, abs=Decimal("1e-15"))


@given(SERIES, st.integers(min_value=1, max_value=1000))
def test_other_units_move_no_signal(values, times):
    assert found(analyse(series([each * times for each in values]))) == found(analyse(series(values)))


@given(SERIES, DIRECTIONS, FIGURES)
def test_in_the_mirror_high_is_low_and_better_stays_better(values, direction, target):
    plain = analyse(series(values, direction=direction, target=target))
    mirrored = analyse(
        series([-each for each in values], direction=OPPOSITE.get(direction, direction), target=-target)
    )

    assert [
        (signal, side and Side(-side), MIRRORED[variation]) for signal, side, variation in found(plain)
    ] == found(mirrored)
    assert mirrored.assurance == plain.assurance


@given(SERIES, SERIES, SERIES)
def test_what_is_found_in_a_segment_depends_on_no_other(first, other, second):
    def second_half(before):
        spc = analyse(series([*before, *second], starts=(rebase(len(before)),)))
        return found(spc)[len(before) :], spc.limits, spc.variation

    assert second_half(first) == second_half(other)


@given(st.lists(st.integers(min_value=0, max_value=100), min_size=10, max_size=30), DIRECTIONS, FIGURES)
def test_drawing_a_limit_nearer_changes_nothing_that_was_found(values, direction, target):
    money = series(values, kind=ValueKind.MONEY, direction=direction, target=target)
    clamped, free = analyse(replace(money, kind=ValueKind.PERCENTAGE)), analyse(money)

    assert found(clamped) == found(free)
    assert (clamped.variation, clamped.assurance) == (free.variation, free.assurance)
    if clamped.limits:
        assert clamped.limits.shown_lower >= 0
        assert clamped.limits.shown_upper <= 100


@given(SERIES)
def test_screening_never_widens_the_limits(values):
    screened, plain = analyse(series(values)).limits, analyse(series(values), screened=False).limits

    assume(screened and plain)
    assert screened.upper <= plain.upper


@given(ANYTHING, DIRECTIONS, st.sampled_from(list(ValueKind)), st.booleans(), st.lists(st.integers(-2, 42)))
def test_every_series_gets_an_answer_in_words(values, direction, kind, is_cumulative, starts):
    spc = analyse(
        series(
            values,
            direction=direction,
            kind=kind,
            target=5,
            is_cumulative=is_cumulative,
            starts=tuple(rebase(each) for each in starts),
        )
    )

    assert bool(spc.no_icon_because) == (spc.variation is None)
    assert bool(spc.no_assurance_because) == (spc.assurance is None)
    assert in_words(spc).councillor.endswith(".")
    assert len(spc.points) == len(values)
    assert all(point.segment is not None for point in spc.points if point.value is not None and spc.segments)


@given(SERIES, st.sampled_from(list(Rag)))
def test_a_target_is_never_called_both_out_of_reach_and_always_reached(values, rating):
    spc = analyse(series(values, target=2))
    named = " ".join(each.name for each in disagreements(rating, spc))

    assert not ("never" in named and "always" in named)
    assert ("always" in named) <= (spc.assurance == Assurance.PASSES)
