import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import CaseState
from complaints.rules.acceptance import months_before
from complaints.rules.retention import Kept, Lasting, due_from, keeps, keeps_whatever_the_day

CLOSED, REPLIED = CaseState.CLOSED, CaseState.REPLIED


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.shows("D42", "S18")
@pytest.mark.parametrize(
    ("over_on", "months", "due"),
    [
        ("2026-11-27", 72, "2032-11-27"),
        ("2028-02-29", 12, "2029-03-01"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2027-01-31", 1, "2027-03-01"),
        ("2026-08-31", 1, "2026-10-01"),
        ("2026-12-31", 2, "2027-03-01"),
        ("2026-10-31", 1, "2026-12-01"),
        ("2026-11-30", 1, "2026-12-30"),
    ],
)
def test_a_time_is_never_shorter_than_its_months(over_on, months, due):
    assert due_from(day(over_on), months) == day(due)


@pytest.mark.shows("D42")
@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)), st.integers(1, 1200))
def test_the_day_is_the_same_of_the_month_or_the_first_of_the_next(over_on, months):
    due = due_from(over_on, months)

    assert due.day in (over_on.day, 1)
    assert months_before(due, months) >= over_on.replace(day=1)
    assert due >= due_from(over_on - datetime.timedelta(days=1), months)
    if due.day == over_on.day:
        assert months_before(due, months) == over_on


def lasting(**stated):
    usual = {"states": [CLOSED], "over_on": [day("2020-03-02")], "months": [72]}
    return Lasting(**(usual | stated))


@pytest.mark.shows("S18")
@pytest.mark.parametrize(
    ("stated", "on", "kept"),
    [
        ({}, "2026-03-02", None),
        ({}, "2026-03-01", Kept.NOT_YET),
        ({"states": [REPLIED]}, "2036-03-01", Kept.OPEN),
        ({"outstanding": 1}, "2036-03-01", Kept.OWED),
        ({"at_ombudsman": 1}, "2036-03-01", Kept.OMBUDSMAN),
        ({"holds": 1}, "2036-03-01", Kept.HELD),
        ({"months": [None]}, "2036-03-01", Kept.NO_RULE),
        ({"over_on": [None]}, "2036-03-01", Kept.NO_RULE),
    ],
)
def test_what_keeps_a_case(stated, on, kept):
    assert keeps(lasting(**stated), on=day(on)) == kept


@pytest.mark.shows("S18")
def test_a_request_is_kept_as_long_as_the_complaint_that_arose_from_it():
    two = lasting(
        states=[CLOSED, CaseState.WITHDRAWN],
        over_on=[day("2020-03-02"), day("2021-05-04")],
        months=[24, 72],
    )

    assert keeps(two, on=day("2027-05-03")) == Kept.NOT_YET
    assert keeps(two, on=day("2027-05-04")) is None


def test_before_its_time_only_the_day_does_not_count():
    assert keeps_whatever_the_day(lasting(months=[None])) is None
    assert keeps_whatever_the_day(lasting(holds=1)) == Kept.HELD
