from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.charts.scale import Scale, axis, brief, finite, plain

VALUES = st.lists(st.decimals(allow_nan=False, allow_infinity=False), min_size=1, max_size=60)


def numbers(text: str) -> list[Decimal]:
    return [Decimal(part) for part in text.split()]


@pytest.mark.parametrize(
    "values, ticks",
    [
        pytest.param("68 88", "65 70 75 80 85 90", id="tens-and-fives"),
        pytest.param("3 10", "0 2 4 6 8 10", id="low-under-half-of-high-starts-at-nought"),
        pytest.param("-10 -3", "-10 -8 -6 -4 -2 0", id="negatives-end-at-nought"),
        pytest.param("-900000 400000", "-1000000 -500000 0 500000", id="across-nought"),
        pytest.param("0 0 0", "0 1", id="all-nought"),
        pytest.param("1", "0 1", id="one-whole-number-has-whole-steps"),
        pytest.param("60 60", "58 59 60", id="all-the-same"),
        pytest.param("-5 -5", "-6 -5", id="all-the-same-and-negative"),
        pytest.param("100 98", "97 98 99 100", id="a-hundred-per-cent-has-nothing-above-it"),
        pytest.param("99.95 99.96", "97.5 98.0 98.5 99.0 99.5 100.0", id="a-hair-is-not-a-mountain"),
        pytest.param("0.12 0.31", "0.0 0.1 0.2 0.3 0.4", id="tenths"),
        pytest.param("1E+15 4E+15", "0 1E+15 2E+15 3E+15 4E+15", id="huge"),
    ],
)
def test_axis_has_round_steps(values, ticks):
    assert axis(numbers(values), plain).ticks == tuple(numbers(ticks))


def test_axis_starts_at_nought_when_asked():
    assert axis(numbers("88 95"), plain, from_zero=True).ticks[0] == 0


def test_axis_takes_longer_steps_when_the_words_would_repeat():
    measure = axis(numbers("90.1 92.4"), lambda value: f"{value:.0f}%")

    assert measure.words == ("90%", "91%", "92%", "93%")


def test_words_of_a_tick_never_show_an_exponent_that_a_person_would_not_write():
    assert axis(numbers("0 500"), str).words == ("0", "100", "200", "300", "400", "500")


@given(VALUES)
def test_axis_holds_every_value_with_words_that_differ(values):
    measure = axis(values, plain)

    assert measure.ticks[0] <= min(values)
    assert max(values) <= measure.ticks[-1]
    assert 2 <= len(measure.ticks) <= 12
    assert list(measure.ticks) == sorted(set(measure.ticks))
    assert len(set(measure.words)) == len(measure.words)


@given(VALUES)
def test_scale_keeps_the_order_of_values_and_stays_between_its_ends(values):
    measure = axis(values, plain)
    scale = Scale(measure.ticks[0], measure.ticks[-1], 200, 10)

    places = [scale.place(value) for value in sorted(values)]

    assert places == sorted(places, reverse=True)
    assert all(10 <= place <= 200 for place in places)


@pytest.mark.parametrize(
    "value, words",
    [
        pytest.param("1234.50", "1,234.5", id="trailing-nought"),
        pytest.param("100", "100", id="noughts-before-the-point"),
        pytest.param("1E+2", "100", id="exponent"),
        pytest.param("-0.25", "-0.25", id="negative"),
        pytest.param("0", "0", id="nought"),
        pytest.param("1.5E+20", "1.5e+20", id="beyond-figures"),
    ],
)
def test_plain_words_of_a_number(value, words):
    assert plain(Decimal(value)) == words


@pytest.mark.parametrize(
    "value, words",
    [
        pytest.param("500", "500", id="hundreds-in-full"),
        pytest.param("1500", "1.5k", id="thousands"),
        pytest.param("-1250000", "-1.25m", id="millions"),
        pytest.param("12000000000", "12bn", id="thousand-millions"),
        pytest.param("4000000000000", "4tn", id="million-millions"),
        pytest.param("0.5", "0.5", id="parts"),
        pytest.param("0", "0", id="nought"),
    ],
)
def test_brief_words_of_a_number(value, words):
    assert brief(Decimal(value)) == words


@pytest.mark.parametrize("value", [None, Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_no_number_cannot_be_drawn(value):
    assert finite(value) is None
