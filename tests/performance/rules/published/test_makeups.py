import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rag import whole_percentages
from performance.rules.published.makeups import METHODS, makeups

COUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=4).filter(any)


@pytest.mark.shows("S2-21")
def test_printed_percentages_fit_14_green_of_16_however_rounded():
    best = makeups([0, 6, 88, 6], near=16)[0]

    assert (best.counts, best.total) == ((0, 1, 14, 1), 16)
    assert best.methods == ("half up", "half to even", "largest remainder")


@pytest.mark.shows("S2-21")
def test_every_make_up_near_the_table_is_found():
    assert [makeup.counts for makeup in makeups([0, 6, 88, 6], near=16)] == [(0, 1, 14, 1), (0, 1, 15, 1)]


@pytest.mark.parametrize(
    "per_cents, counts, methods",
    [
        pytest.param([12, 88], (1, 7), ("half to even",), id="12.5 to the even 12"),
        pytest.param([13, 88], (1, 7), ("half up",), id="12.5 and 87.5 both upwards"),
        pytest.param([13, 87], (1, 7), ("largest remainder",), id="12.5 and 87.5 to add to 100"),
    ],
)
def test_way_of_rounding_is_told(per_cents, counts, methods):
    found = [(makeup.counts, makeup.methods) for makeup in makeups(per_cents, near=8)]

    assert (counts, methods) in found


@pytest.mark.parametrize(
    "per_cents, near",
    [
        pytest.param([50, 51], 16, id="percentages of nothing"),
        pytest.param([50, 10], 16, id="percentages that stop short"),
        pytest.param([50, 50], 101, id="a table too long to tell"),
        pytest.param([12] * 8, 16, id="too many lines"),
        pytest.param([], 16, id="no lines"),
    ],
)
def test_no_make_up_is_made_up(per_cents, near):
    assert makeups(per_cents, near=near) == []


@given(COUNTS)
def test_rows_own_make_up_is_always_found_first(counts):
    fits = makeups(whole_percentages(counts), near=sum(counts))

    assert tuple(counts) in [makeup.counts for makeup in fits]
    assert fits[0].total == sum(counts)


@given(COUNTS, st.integers(1, 20))
def test_every_make_up_gives_the_percentages(counts, near):
    per_cents = whole_percentages(counts)

    for makeup in makeups(per_cents, near=near):
        assert all(METHODS[method](makeup.counts) == per_cents for method in makeup.methods)
