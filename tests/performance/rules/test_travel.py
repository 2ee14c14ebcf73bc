from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.choices import Direction, Travel
from performance.rules.travel import MARKS, Travels, travel, travels

D = Decimal
FIGURES = st.decimals(min_value=-(10**6), max_value=10**6, places=4)
TURNED = {Travel.BETTER: Travel.WORSE, Travel.WORSE: Travel.BETTER, Travel.SAME: Travel.SAME}


@pytest.mark.shows("F41", "F17")
@pytest.mark.parametrize(
    "now, before, direction, gone",
    [
        pytest.param("60", "55", Direction.HIGHER, Travel.BETTER, id="higher is better, up"),
        pytest.param("55", "60", Direction.HIGHER, Travel.WORSE, id="higher is better, down"),
        pytest.param("60", "60.0000", Direction.HIGHER, Travel.SAME, id="the same figure"),
        pytest.param("60", "55", Direction.LOWER, Travel.WORSE, id="lower is better, up"),
        pytest.param("55", "60", Direction.LOWER, Travel.BETTER, id="lower is better, down"),
        pytest.param("60", "55", Direction.NEITHER, Travel.UP, id="neither, up"),
        pytest.param("55", "60", Direction.NEITHER, Travel.DOWN, id="neither, down"),
        pytest.param("55", "55", Direction.NEITHER, Travel.SAME, id="neither, the same"),
        pytest.param("60", "55", Direction.RANGE, Travel.UP, id="a range that is not known"),
    ],
)
def test_direction_of_travel(now, before, direction, gone):
    assert travel(D(now), D(before), direction) == gone


@pytest.mark.shows("F41")
@pytest.mark.parametrize(
    "now, before, gone",
    [
        pytest.param("65", "70", Travel.BETTER, id="nearer from above"),
        pytest.param("38", "30", Travel.BETTER, id="nearer from below"),
        pytest.param("30", "38", Travel.WORSE, id="further below"),
        pytest.param("50", "61", Travel.BETTER, id="into the range"),
        pytest.param("61", "50", Travel.WORSE, id="out of the range"),
        pytest.param("41", "59", Travel.SAME, id="within it all is the same"),
        pytest.param("35", "65", Travel.SAME, id="as far on the other side"),
    ],
)
def test_nearer_to_the_range_is_better(now, before, gone):
    assert travel(D(now), D(before), Direction.RANGE, low=D("40"), high=D("60")) == gone


@pytest.mark.shows("N54")
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("now, before", [(None, D("1")), (D("1"), None), (None, None)])
def test_nothing_can_be_said_without_both_values(now, before, direction):
    assert travel(now, before, direction) == Travel.UNKNOWN


@pytest.mark.shows("N54")
def test_arrow_is_left_out_where_nothing_can_be_said():
    assert MARKS[Travel.UNKNOWN] == ""
    assert len({MARKS[gone] for gone in Travel}) == len(Travel)


@pytest.mark.shows("F41")
def test_short_is_the_period_before_and_long_the_same_period_last_year():
    quarters = [D("50"), D("70"), D("70"), D("70"), D("60")]
    assert travels(quarters, 4, Direction.HIGHER) == Travels(short=Travel.WORSE, long=Travel.BETTER)


@pytest.mark.shows("F41", "N54")
@pytest.mark.parametrize(
    "series, gone",
    [
        pytest.param([], Travels(Travel.UNKNOWN, Travel.UNKNOWN), id="no value"),
        pytest.param([D("1")], Travels(Travel.UNKNOWN, Travel.UNKNOWN), id="one value"),
        pytest.param([D("1"), D("2")], Travels(Travel.BETTER, Travel.UNKNOWN), id="no last year"),
        pytest.param(
            [D("1"), None, None, None, D("2")], Travels(Travel.UNKNOWN, Travel.BETTER), id="a gap before"
        ),
        pytest.param([None, None, None, D("3"), D("2")], Travels(Travel.WORSE, Travel.UNKNOWN), id="a break"),
        pytest.param(
            [D("1"), D("1"), D("1"), D("1"), None], Travels(Travel.UNKNOWN, Travel.UNKNOWN), id="none now"
        ),
    ],
)
def test_travel_of_a_series_is_that_of_its_last_value(series, gone):
    assert travels(series, 4, Direction.HIGHER) == gone


def test_travel_of_a_yearly_series_is_short_and_long_at_once():
    assert travels([D("1"), D("2")], 1, Direction.HIGHER) == Travels(Travel.BETTER, Travel.BETTER)


@pytest.mark.shows("F41")
def test_both_directions_read_as_a_sentence():
    said = Travels(short=Travel.BETTER, long=Travel.UNKNOWN).words
    assert said == "Better than the period before; nothing to compare with in the same period last year."


@given(FIGURES, FIGURES, st.sampled_from([Direction.HIGHER, Direction.LOWER]))
def test_there_and_back_is_the_other_way(now, before, direction):
    assert travel(before, now, direction) == TURNED[travel(now, before, direction)]


@given(FIGURES, FIGURES)
def test_what_is_better_one_way_is_worse_the_other(now, before):
    assert travel(now, before, Direction.LOWER) == TURNED[travel(now, before, Direction.HIGHER)]
