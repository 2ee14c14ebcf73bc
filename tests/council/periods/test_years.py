import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.periods import both_years, financial_year, local_day, municipal_year, read_year, year_name

BRITISH_SUMMER_TIME = timezone(timedelta(hours=1))
MEETINGS = [date(2016, 5, 12), date(2017, 5, 25), date(2018, 5, 24)]


@pytest.mark.shows("D21", "F22")
@pytest.mark.parametrize(
    "day, year, quarter",
    [
        pytest.param(date(2027, 2, 1), 2026, "Quarter 4 2026/27", id="February 2027"),
        pytest.param(date(2027, 3, 31), 2026, "Quarter 4 2026/27", id="last day"),
        pytest.param(date(2027, 4, 1), 2027, "Quarter 1 2027/28", id="first day"),
        pytest.param(date(2028, 2, 29), 2027, "Quarter 4 2027/28", id="29 February"),
        pytest.param(date(2000, 1, 1), 1999, "Quarter 4 1999/2000", id="turn of the century"),
    ],
)
def test_financial_year_starts_in_april(day, year, quarter):
    assert financial_year(day) == year
    assert both_years(day, []).quarter.name == quarter


def test_a_calendar_year_is_its_own_year():
    assert financial_year(date(2026, 1, 1), start_month=1) == 2026
    assert financial_year(date(2026, 8, 31), start_month=9) == 2025


@pytest.mark.parametrize(
    "year, name", [(2026, "2026/27"), (2002, "2002/03"), (1999, "1999/2000"), (2009, "2009/10")]
)
def test_year_name_as_people_write_it(year, name):
    assert year_name(year) == name


@given(year=st.integers(1900, 2199))
def test_a_year_is_read_back_from_its_name(year):
    assert read_year(year_name(year)) == year


@pytest.mark.parametrize(
    "text, year",
    [
        pytest.param("2002/3", 2002, id="one digit"),
        pytest.param("2002/03", 2002, id="two digits"),
        pytest.param("2026-27", 2026, id="hyphen"),
        pytest.param("2026–27", 2026, id="dash"),
        pytest.param("2026/2027", 2026, id="four digits"),
        pytest.param(" 2026 / 27 ", 2026, id="spaces"),
        pytest.param("２０２６／２７", 2026, id="full-width digits"),
        pytest.param("1999/00", 1999, id="1999/00"),
    ],
)
def test_read_year_reads_what_people_type(text, year):
    assert read_year(text) == year


@pytest.mark.shows("D11")
@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("", "Enter a year such as 2026/27.", id="nothing"),
        pytest.param("2026", "Enter a year such as 2026/27.", id="which of the two"),
        pytest.param("02/03", "Enter a year such as 2026/27.", id="could be 2 March"),
        pytest.param("2026/027", "Enter a year such as 2026/27.", id="three digits"),
        pytest.param("٢٠٢٦/٢٧", "Enter a year such as 2026/27.", id="Arabic digits"),
        pytest.param("2026/27\0", "Enter a year such as 2026/27.", id="NUL"),
        pytest.param(
            "2026/28", "2026/28 is not one year. Enter 2026/27, or the year you mean.", id="two years"
        ),
        pytest.param("0000/1", "Enter a year from 1900/01 to 2199/2200.", id="year nought"),
        pytest.param("9999/10000", "Enter a year such as 2026/27.", id="five digits"),
        pytest.param("9998/99", "Enter a year from 1900/01 to 2199/2200.", id="far future"),
    ],
)
def test_read_year_says_what_to_type(text, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        read_year(text)


@pytest.mark.shows("S1-21", "F22")
@pytest.mark.parametrize(
    "day, expected",
    [
        pytest.param(
            date(2017, 5, 25), (date(2017, 5, 25), date(2018, 5, 23), "2017/18"), id="the meeting's day"
        ),
        pytest.param(
            date(2017, 5, 24), (date(2016, 5, 12), date(2017, 5, 24), "2016/17"), id="the day before"
        ),
        pytest.param(date(2019, 4, 30), (date(2018, 5, 24), None, "2018/19"), id="next meeting not fixed"),
    ],
)
def test_municipal_year_runs_from_annual_meeting_to_annual_meeting(day, expected):
    assert municipal_year(day, MEETINGS) == expected


@pytest.mark.parametrize(
    "day, sentence",
    [
        pytest.param(
            date(2016, 5, 11),
            "No annual meeting is recorded on or before 11 May 2016.",
            id="before the first",
        ),
        pytest.param(
            date(2019, 7, 1),
            "No annual meeting is recorded between 24 May 2018 and 1 July 2019.",
            id="one is missing",
        ),
    ],
)
def test_municipal_year_is_not_guessed(day, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        municipal_year(day, MEETINGS)
    assert both_years(day, MEETINGS).municipal is None


@pytest.mark.parametrize(
    "moment, day",
    [
        pytest.param(
            datetime(2026, 3, 31, 22, 30, tzinfo=UTC),
            date(2026, 3, 31),
            marks=pytest.mark.shows("D15"),
            id="31 March 23:30 in London",
        ),
        pytest.param(
            datetime(2026, 3, 31, 23, 0, tzinfo=UTC), date(2026, 4, 1), id="midnight in summer time"
        ),
        pytest.param(
            datetime(2026, 7, 1, 0, 30, tzinfo=BRITISH_SUMMER_TIME),
            date(2026, 7, 1),
            marks=pytest.mark.shows("D16"),
            id="1 July 00:30, still June in UTC",
        ),
        pytest.param(
            datetime(2026, 9, 30, 22, 59, tzinfo=UTC), date(2026, 9, 30), id="last minute of a quarter"
        ),
        pytest.param(
            datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
            date(2027, 10, 31),
            id="first 01:30 on 31 October 2027",
        ),
        pytest.param(
            datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
            date(2027, 10, 31),
            id="second 01:30 on 31 October 2027",
        ),
        pytest.param(
            datetime(2032, 10, 31, 23, 59, tzinfo=UTC),
            date(2032, 10, 31),
            id="a day of 25 hours ends in October",
        ),
        pytest.param(datetime(2028, 2, 29, 23, 59, tzinfo=UTC), date(2028, 2, 29), id="29 February"),
    ],
)
def test_local_day_is_the_day_in_london(moment, day):
    assert local_day(moment) == day


def test_local_day_refuses_a_moment_without_a_zone():
    with pytest.raises(ValueError, match="without a time zone"):
        local_day(datetime(2026, 3, 31, 23, 30))
