"""What is asked about a value that can be read."""

from decimal import Decimal

import pytest

from performance.choices import ValueKind
from performance.rules.plausibility import doubts


def found(value, *, kind=ValueKind.COUNT, last=None, so_far=None):
    figures = (None if each is None else Decimal(each) for each in (value, last, so_far))
    value, last, so_far = figures
    return doubts(value, kind=kind, unit="", last=last, so_far=so_far)


@pytest.mark.shows("N44")
@pytest.mark.parametrize(
    "value, last, asked",
    [
        pytest.param("460", "46", 1, id="ten-times"),
        pytest.param("459", "46", 0, id="nearly"),
        pytest.param("46", "460", 0, id="a-tenth"),
        pytest.param("46", "0", 0, id="after-nought"),
        pytest.param("46", None, 0, id="nothing-before"),
        pytest.param(None, "46", 0, id="no-value"),
    ],
)
def test_ten_times_the_last_value_is_asked_about(value, last, asked):
    assert len(found(value, last=last)) == asked


@pytest.mark.shows("N43")
@pytest.mark.parametrize("value, asked", [("99", 1), ("100", 0), ("101", 0)])
def test_a_running_total_that_falls_is_asked_about(value, asked):
    assert len(found(value, so_far="100")) == asked


def test_the_sentence_names_the_value_before():
    assert found("460", kind=ValueKind.PERCENTAGE, last="46") == [
        "This is ten times the last value, 46%, or more."
    ]


def test_dates_are_no_amounts():
    assert found("739000", kind=ValueKind.DATE, last="100", so_far="800000") == []
