import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.rules.small_numbers import FEWEST_SHOWN, hidden, total_is_shown


@pytest.mark.shows("S24")
@pytest.mark.parametrize(
    "counts, told",
    [
        ([0, 5, 9], [False, False, False]),
        ([3, 5, 9], [True, True, False]),
        ([3, 4, 9], [True, True, False]),
        ([3, 0, 0], [True, False, False]),
        ([], []),
    ],
)
def test_what_is_not_shown(counts, told):
    assert hidden(counts) == told


@pytest.mark.parametrize(
    "counts, shown", [([3, 0], False), ([3, 5], True), ([2, 2], False), ([3, 4], True), ([0, 0], True)]
)
def test_when_a_total_may_stand_below(counts, shown):
    assert total_is_shown(counts) is shown


@given(st.lists(st.integers(0, 20), max_size=8))
def test_no_hidden_count_can_be_worked_out_from_the_total(counts):
    told = hidden(counts)

    assert all(told[at] for at, count in enumerate(counts) if 0 < count < FEWEST_SHOWN)
    if total_is_shown(counts):
        assert sum(told) != 1
