"""Series for control limits of months, under returns for longer periods."""

from datetime import UTC, date, datetime

import pytest

from performance.choices import ValueKind
from performance.figures.spc_series import months_between
from performance.rules.spc import Assurance
from tests.factories import CycleFactory, PeriodFactory
from tests.performance.figures.test_spc import of, targeted
from tests.performance.histories import STEADY, month_of, with_history

SIGNED = datetime(2026, 9, 30, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def monthly(values, months_back=None, **more):
    """An indicator with four quarters of returns, and a value for each of the last months."""
    indicator = with_history(targeted(takes_monthly_values=True, **more), [70, 71, 72, 73])
    months = months_between(date(2025, 10, 1), date(2026, 9, 30))[-len(values) :]
    for month, value in zip(months, values, strict=True):
        if value is not None:
            month_of(indicator, month, value, at=SIGNED.replace(year=2025))
    return indicator


def test_ten_months_in_a_row_take_the_place_of_the_quarters():
    figure = of(monthly(STEADY[:10]))

    assert figure.is_monthly
    assert [int(point.value) for point in figure.spc.points] == STEADY[:10]
    assert figure.spc.latest.label == "September 2026"
    assert figure.words.trial == "trial limits (n=10)"


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(STEADY[:9], id="nine months"),
        pytest.param([*STEADY[:5], None, *STEADY[:6]], id="with one missing in the midst"),
        pytest.param([*STEADY[:11], None], id="not to the newest figure"),
    ],
)
def test_too_few_months_in_a_row_leave_the_quarters(values):
    figure = of(monthly(values))

    assert not figure.is_monthly
    assert len(figure.spc.points) == 4


def test_months_of_shares_are_held_against_the_target_and_months_of_counts_are_not():
    share, count = of(monthly(STEADY[:12])), of(monthly(STEADY[:12], value_kind=ValueKind.COUNT))

    assert share.spc.assurance == Assurance.FAILS
    assert count.spc.assurance is None
    assert count.words.target == (
        "The target is for the whole period of a return, and its months are judged one by one."
    )


def test_months_count_as_they_stood_when_their_return_was_signed_off():
    indicator = monthly(STEADY[:12])
    after = datetime(2026, 10, 8, tzinfo=UTC)
    month_of(indicator, date(2026, 9, 1), 40, at=after, reason="Counted again")

    assert of(indicator).spc.latest.value == STEADY[11]


def test_a_corrected_month_counts_once_its_return_is_signed_off_again():
    indicator = monthly(STEADY[:12])
    month_of(indicator, date(2026, 9, 1), 40, at=SIGNED.replace(hour=8), reason="Counted again")

    assert of(indicator).spc.latest.value == 40


def test_months_of_a_quarter_without_a_return_do_not_count():
    indicator = with_history(targeted(takes_monthly_values=True), [*[70] * 3, "no return"])
    for month, value in zip(months_between(date(2025, 10, 1), date(2026, 9, 30)), STEADY, strict=False):
        month_of(indicator, month, value, at=SIGNED.replace(year=2025))

    assert not of(indicator).is_monthly


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), ["July", "August", "September"]),
        (date(2026, 12, 1), date(2027, 2, 28), ["December", "January", "February"]),
        (date(2026, 7, 15), date(2026, 9, 29), ["August"]),
        (date(2026, 7, 2), date(2026, 7, 30), []),
    ],
)
def test_the_months_of_a_period_are_those_wholly_in_it(first, last, months):
    assert [f"{month:%B}" for month in months_between(first, last)] == months


def test_months_of_other_cycles_are_those_of_their_periods():
    cycle = CycleFactory(name="Half-yearly", frequency="half_yearly")
    indicator = targeted(cycle=cycle, takes_monthly_values=True)
    PeriodFactory(
        cycle=cycle, name="First half", starts_on=date(2026, 4, 1), ends_on=date(2026, 9, 30), year=2026
    )

    assert of(indicator).spc.points == ()
