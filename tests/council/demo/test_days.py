"""The days of the demo council, for whatever day it is looked at."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.demo.chance import one_of, share, spread
from council.demo.cycles import CYCLES, cut
from council.demo.days import DemoDays, moment
from council.periods import gaps_and_overlaps, local_day

GOOD_FRIDAY = datetime.date(2026, 4, 3)
any_day = st.dates(datetime.date(2025, 1, 1), datetime.date(2035, 12, 31))


@pytest.mark.parametrize(
    "today, newest, years",
    [
        pytest.param((2026, 11, 22), "Quarter 2 2026/27", (2021, 2026), id="november"),
        pytest.param((2027, 3, 31), "Quarter 3 2026/27", (2021, 2026), id="last-day-of-a-year"),
        pytest.param((2027, 4, 1), "Quarter 4 2026/27", (2021, 2027), id="first-day-of-a-year"),
        pytest.param((2028, 2, 29), "Quarter 3 2027/28", (2022, 2027), id="leap-day"),
    ],
)
def test_the_newest_quarter_is_the_last_that_is_over(today, newest, years):
    days = DemoDays.around(datetime.date(*today), set())

    assert days.newest.name == newest
    assert (days.years[0], days.years[-1]) == years


def test_working_days_are_counted_as_deadlines_are():
    days = DemoDays.around(datetime.date(2026, 11, 22), {GOOD_FRIDAY})

    assert days.working_day(datetime.date(2026, 4, 1), 2) == datetime.date(2026, 4, 6)
    assert days.working_day(datetime.date(2026, 4, 5), 0) == datetime.date(2026, 4, 2)
    assert days.number_of(datetime.date(2026, 4, 6)) - days.number_of(datetime.date(2026, 4, 2)) == 1


@given(any_day)
def test_the_last_annual_meeting_lies_within_fifty_four_weeks(today):
    days = DemoDays.around(today, set())

    assert 0 < (today - days.meeting_before(0)).days <= 54 * 7
    assert days.meeting_before(0).weekday() == 2
    assert days.meeting_before(0).month == 5


@pytest.mark.parametrize("cycle, frequency", [(name, frequency) for name, frequency, _ in CYCLES])
@pytest.mark.parametrize("newest", [2024, 2027])
def test_periods_of_a_cycle_leave_no_day_out(cycle, frequency, newest):
    years = range(newest - 5, newest + 1)
    listed = [span for year in years for span in cut(cycle, frequency, year=year, newest=newest)]

    assert gaps_and_overlaps(listed) == []


@given(any_day, st.floats(0, 0.999))
def test_things_happen_in_office_hours(day, part):
    at = moment(day, part)

    assert local_day(at) == day
    assert datetime.time(8, 40) <= at.time() <= datetime.time(17, 20)


def test_chance_depends_on_nothing_but_the_words():
    assert share("bins", 2026) == pytest.approx(0.7, abs=0.7)
    assert share("bins", 2026) == share("bins", 2026)
    assert share("bins", 2026) != share("bins", 2027)


@given(st.text())
def test_chance_stays_within_its_ends(word):
    assert 0 <= share(word) < 1
    assert -1 <= spread(word) < 1
    assert one_of(("a", "b", "c"), word) in ("a", "b", "c")
