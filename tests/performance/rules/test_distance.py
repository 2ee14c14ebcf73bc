from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.rules.distance import Aim, Distance, distance, per_cent_of, share_of

D = Decimal
STORED = st.decimals(min_value=D("0.0001"), max_value=D("99999999999.9999"), places=4)
LINES = st.decimals(min_value=0, max_value=200, places=4)


@pytest.mark.parametrize(
    "value, wanted, expected",
    [
        pytest.param(
            "3", Aim(low=D("5")), Distance(D("2"), D("5"), is_below=True), id="short of the low side"
        ),
        pytest.param("7", Aim(low=D("5")), Distance(D("0"), D("5"), is_below=False), id="past the low side"),
        pytest.param(
            "7", Aim(high=D("5")), Distance(D("2"), D("5"), is_below=False), id="over the high side"
        ),
        pytest.param("3", Aim(D("4"), D("6")), Distance(D("1"), D("4"), is_below=True), id="below both"),
        pytest.param("9", Aim(D("4"), D("6")), Distance(D("3"), D("6"), is_below=False), id="above both"),
        pytest.param("5", Aim(D("4"), D("6")), Distance(D("0"), D("6"), is_below=False), id="between"),
    ],
)
def test_distance_is_from_the_nearer_side(value, wanted, expected):
    assert distance(D(value), wanted) == expected


def test_aim_without_a_side_has_no_distance():
    with pytest.raises(ValueError, match="at least one side"):
        distance(D("1"), Aim())


def test_share_is_of_the_size_whatever_the_sign():
    assert share_of(D("-50"), D("10")) == D("5")


@pytest.mark.shows("N37")
@pytest.mark.parametrize(
    "short, size, rounded",
    [
        pytest.param("5", "65", "7.7", id="one decimal is enough"),
        pytest.param("10.04", "100", "10.04", id="past the line"),
        pytest.param("9.96", "100", "9.96", id="within the line"),
        pytest.param("10", "100", "10.0", id="on the line"),
        pytest.param("0.0001", "99999999999.9999", "0.0000000000001", id="hardly short at all"),
    ],
)
def test_shortfall_is_shown_with_the_decimals_that_decide(short, size, rounded):
    assert f"{per_cent_of(D(short), D(size), (D('10'),)):f}" == rounded


@pytest.mark.shows("N37")
@given(STORED, STORED, LINES)
def test_rounded_shortfall_stays_on_its_side_of_every_line(short, size, line):
    rounded = per_cent_of(short, size, (line,))
    assert rounded > 0
    assert (rounded > line) == (100 * short > line * size)
    assert (rounded < line) == (100 * short < line * size)
