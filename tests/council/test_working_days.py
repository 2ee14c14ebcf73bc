from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.working_days import (
    add_working_days,
    clear_days,
    counted_days,
    horizon_warning,
    is_working_day,
    next_working_day,
    working_day_on_or_after,
)

# England and Wales, written out from GOV.UK's list and not from the package that loads the table.
ENGLAND = {
    date(2025, 12, 25): "Christmas Day",
    date(2025, 12, 26): "Boxing Day",
    date(2026, 1, 1): "New Year's Day",
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
    date(2026, 5, 4): "Early May bank holiday",
    date(2026, 5, 25): "Spring bank holiday",
    date(2026, 8, 31): "Summer bank holiday",
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
    date(2027, 1, 1): "New Year's Day",
}
SCOTLAND = {
    date(2026, 1, 1): "New Year's Day",
    date(2026, 1, 2): "2nd January",
    date(2026, 4, 3): "Good Friday",
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
}
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
HOLIDAYS = st.sets(DAYS, max_size=60)
COUNTS = st.integers(1, 120)


@pytest.mark.shows("D32")
@pytest.mark.parametrize(
    "start, n, due",
    [
        pytest.param(date(2025, 12, 19), 5, date(2025, 12, 30), id="acknowledge over Christmas"),
        pytest.param(date(2025, 12, 30), 10, date(2026, 1, 14), id="answer over New Year"),
        pytest.param(date(2026, 1, 14), 10, date(2026, 1, 28), id="extended, no holiday"),
        pytest.param(date(2026, 3, 27), 5, date(2026, 4, 7), id="acknowledge over Easter"),
        pytest.param(date(2026, 4, 7), 10, date(2026, 4, 21), id="answer after Easter"),
        pytest.param(date(2026, 4, 21), 10, date(2026, 5, 6), id="extended over the May holiday"),
        pytest.param(date(2026, 12, 21), 5, date(2026, 12, 30), id="over a substitute Boxing Day"),
        pytest.param(date(2026, 12, 18), 10, date(2027, 1, 6), id="over Christmas and New Year"),
        pytest.param(date(2028, 2, 28), 1, date(2028, 2, 29), id="29 February counts"),
    ],
)
def test_working_days_skip_weekends_and_bank_holidays(start, n, due):
    assert add_working_days(start, n, ENGLAND) == due


@pytest.mark.shows("D33")
def test_each_division_counts_by_its_own_holidays():
    assert add_working_days(date(2026, 4, 2), 1, ENGLAND) == date(2026, 4, 7)
    assert add_working_days(date(2026, 4, 2), 1, SCOTLAND) == date(2026, 4, 6)


def test_a_holiday_announced_later_moves_the_deadline():
    announced = {**ENGLAND, date(2026, 6, 15): "Announced in May"}

    assert add_working_days(date(2026, 6, 8), 5, ENGLAND) == date(2026, 6, 15)
    assert add_working_days(date(2026, 6, 8), 5, announced) == date(2026, 6, 16)


def test_friday_night_and_saturday_morning_are_due_on_the_same_day():
    friday, saturday = date(2026, 6, 5), date(2026, 6, 6)

    assert add_working_days(friday, 5, ENGLAND) == add_working_days(saturday, 5, ENGLAND) == date(2026, 6, 12)


@given(start=DAYS, n=COUNTS, holidays=HOLIDAYS)
def test_a_deadline_is_a_working_day_after_the_start(start, n, holidays):
    due = add_working_days(start, n, holidays)

    assert due > start
    assert is_working_day(due, holidays)


@given(start=DAYS, n=COUNTS, holidays=HOLIDAYS)
def test_one_more_working_day_is_the_next_one(start, n, holidays):
    assert add_working_days(start, n + 1, holidays) == next_working_day(
        add_working_days(start, n, holidays), holidays
    )


@given(start=DAYS, n=COUNTS, holidays=HOLIDAYS)
def test_the_days_shown_are_the_days_counted(start, n, holidays):
    shown = counted_days(start, n, holidays)

    assert [line.date for line in shown] == [start + timedelta(days=place) for place in range(len(shown))]
    assert sum(line.counted for line in shown) == n
    assert shown[-1].date == add_working_days(start, n, holidays)


@given(start=DAYS, n=COUNTS, holidays=HOLIDAYS, extra=DAYS)
def test_another_holiday_never_brings_a_deadline_forward(start, n, holidays, extra):
    assert add_working_days(start, n, holidays | {extra}) >= add_working_days(start, n, holidays)


@pytest.mark.shows("D31")
def test_counted_days_say_why_each_day_does_or_does_not_count():
    assert counted_days(date(2026, 4, 2), 2, ENGLAND) == [
        (date(2026, 4, 2), False, "The first day, not counted"),
        (date(2026, 4, 3), False, "Good Friday"),
        (date(2026, 4, 4), False, "Saturday"),
        (date(2026, 4, 5), False, "Sunday"),
        (date(2026, 4, 6), False, "Easter Monday"),
        (date(2026, 4, 7), True, "Day 1"),
        (date(2026, 4, 8), True, "Day 2"),
    ]


def test_a_holiday_without_a_title_is_a_bank_holiday():
    assert counted_days(date(2026, 4, 2), 1, {date(2026, 4, 3)})[1].why == "Bank holiday"


@pytest.mark.parametrize("n", [0, -1])
def test_no_days_is_no_deadline(n):
    with pytest.raises(ValueError, match="must be at least 1"):
        add_working_days(date(2026, 4, 2), n, ENGLAND)


@pytest.mark.shows("D31")
@pytest.mark.parametrize(
    "day, after, on_or_after",
    [
        pytest.param(date(2026, 6, 3), date(2026, 6, 4), date(2026, 6, 3), id="Wednesday"),
        pytest.param(date(2026, 6, 5), date(2026, 6, 8), date(2026, 6, 5), id="Friday"),
        pytest.param(date(2026, 6, 6), date(2026, 6, 8), date(2026, 6, 8), id="Saturday"),
        pytest.param(date(2026, 4, 3), date(2026, 4, 7), date(2026, 4, 7), id="Good Friday"),
    ],
)
def test_next_working_day_and_working_day_on_or_after(day, after, on_or_after):
    assert next_working_day(day, ENGLAND) == after
    assert working_day_on_or_after(day, ENGLAND) == on_or_after


@pytest.mark.parametrize(
    "notice, n, earliest",
    [
        pytest.param(date(2026, 11, 2), 28, date(2026, 12, 1), id="key decision"),
        pytest.param(date(2028, 2, 1), 28, date(2028, 3, 1), id="leap year"),
        pytest.param(date(2026, 6, 1), 5, date(2026, 6, 7), id="weekends count"),
        pytest.param(date(2026, 6, 1), 0, date(2026, 6, 2), id="none between"),
    ],
)
def test_clear_days_leave_out_both_ends(notice, n, earliest):
    assert clear_days(notice, n) == earliest


def test_clear_days_cannot_be_fewer_than_none():
    with pytest.raises(ValueError, match="-1 clear days"):
        clear_days(date(2026, 11, 2), -1)


@pytest.mark.shows("F61")
@pytest.mark.parametrize(
    "last, today, warns",
    [
        pytest.param(date(2027, 12, 28), date(2026, 12, 28), False, id="exactly a year"),
        pytest.param(date(2027, 12, 28), date(2026, 12, 29), True, id="a day under"),
        pytest.param(date(2029, 2, 28), date(2028, 2, 29), True, id="29 February, a day under"),
        pytest.param(date(2029, 3, 1), date(2028, 2, 29), False, id="29 February, a year"),
        pytest.param(date(2020, 1, 1), date(2026, 1, 1), True, id="long past"),
    ],
)
def test_calendar_that_ends_in_under_a_year_is_alarmed(last, today, warns):
    assert (horizon_warning(last, today) is not None) == warns


@pytest.mark.shows("F61")
def test_horizon_warning_says_what_to_do():
    assert horizon_warning(date(2026, 12, 28), date(2026, 6, 1)) == (
        "Bank holidays are on record only to 28 December 2026, under 12 months ahead. "
        "Load more with the command load_bank_holidays."
    )
    assert horizon_warning(None, date(2026, 6, 1)) == (
        "No bank holidays are on record, so deadlines will be wrong. "
        "Load more with the command load_bank_holidays."
    )
