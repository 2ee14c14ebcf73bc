"""Reasons with the places that an indicator is shown with: as short as they can be, and still true."""

from decimal import Decimal

import pytest

from performance.choices import Direction, ValueKind
from performance.rules.rating import DEFAULT_RULE, rate
from tests.performance.rules.aims import THRESHOLDS, figure

D = Decimal


def why(value, target, decimals, rule=DEFAULT_RULE):
    kind = ValueKind.PERCENTAGE
    return rate(D(value), figure(target), Direction.HIGHER, rule, kind=kind, decimals=decimals).why


@pytest.mark.shows("N37")
@pytest.mark.parametrize(
    "value, target, decimals, said",
    [
        pytest.param("89.0909", "90", 1, "89.1% is 0.9 points short of the target of 90%.", id="a-share"),
        pytest.param("70.5", "80", 0, "70.5% is 9.5 points short of the target of 80%.", id="one-place"),
        pytest.param("94.9996", "95", 0, "94.9996% is 0.0004 points short of the target of 95%.", id="hair"),
        pytest.param("80.9996", "90", 0, "80.9996% is 9.0004 points short of the target", id="hair-of-red"),
        pytest.param("70.6667", "70.5", 0, "70.7% is better than the target of 70.5%.", id="as-its-target"),
    ],
)
def test_a_reason_is_rounded_where_it_still_explains(value, target, decimals, said):
    assert why(value, target, decimals).startswith(said)


def test_a_threshold_is_not_rounded_onto():
    assert why("89.9996", "0", 0, THRESHOLDS).startswith("89.9996%")


def test_without_places_a_reason_keeps_every_digit():
    assert why("89.0909", "90", None).startswith("89.0909% is 0.9091 points short")
