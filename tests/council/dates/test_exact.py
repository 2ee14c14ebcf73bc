from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.dates import DateProblem, long_date, read_date, short_date, span

EXAMPLE = "Enter a date, such as 7 April 2026"
FOUR_FIGURES = "Enter the year with four figures, such as 2026"
SANE_YEARS = "Enter a year between 1900 and 2199"
NO_DAY = "Enter the day as well, such as 7 April 2026"
NO_YEAR = "Enter the year as well, such as 7 April 2026"
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.shows("D1", "D4", "D8", "D10", "D12")
@pytest.mark.parametrize(
    "typed, day",
    [
        ("1 April 2026", date(2026, 4, 1)),
        ("1 Apr 2026", date(2026, 4, 1)),
        ("1 APRIL 2026", date(2026, 4, 1)),
        ("1 Apr. 2026", date(2026, 4, 1)),
        ("1 Sept 2026", date(2026, 9, 1)),
        ("1st April 2026", date(2026, 4, 1)),
        ("22nd of April, 2026", date(2026, 4, 22)),
        ("the 3rd of May 2026", date(2026, 5, 3)),
        ("1apr2026", date(2026, 4, 1)),
        ("April 1, 2026", date(2026, 4, 1)),
        ("Wednesday 1 April 2026", date(2026, 4, 1)),
        ("Weds 1 April 2026", date(2026, 4, 1)),
        ("wed, 1 apr 2026", date(2026, 4, 1)),
        ("01/04/2026", date(2026, 4, 1)),
        ("03/04/2026", date(2026, 4, 3)),
        ("3/4/2026", date(2026, 4, 3)),
        ("13/1/2003", date(2003, 1, 13)),
        ("13.1.2003", date(2003, 1, 13)),
        ("13-1-2003", date(2003, 1, 13)),
        ("13–1–2003", date(2003, 1, 13)),
        ("13 1 2003", date(2003, 1, 13)),
        (" 4 04 2026 ", date(2026, 4, 4)),
        ("04 Apr 2026", date(2026, 4, 4)),
        ("2026-04-01", date(2026, 4, 1)),
        ("2026/4/1", date(2026, 4, 1)),
        ("2026-04-01 00:00:00", date(2026, 4, 1)),
        ("2026-04-01T00:00", date(2026, 4, 1)),
        ("01/04/2026 00:00", date(2026, 4, 1)),
        ("29/02/2028", date(2028, 2, 29)),
        ("31 December 2199", date(2199, 12, 31)),
        ("1/1/1900", date(1900, 1, 1)),
        ("０１/０４/２０２６", date(2026, 4, 1)),
        ("٠١/٠٤/٢٠٢٦", date(2026, 4, 1)),
        ("\ufeff1 April 2026\u200b", date(2026, 4, 1)),
        ("1\u00a0April\u00a02026", date(2026, 4, 1)),
    ],
    ids=ascii,
)
def test_a_date_is_read_day_first(typed, day):
    assert read_date(typed) == day


@pytest.mark.shows("D2", "D6", "D9", "D11", "D13")
@pytest.mark.parametrize(
    "typed, sentence",
    [
        ("29/02/2026", "February 2026 has 28 days"),
        ("30 Feb 2028", "February 2028 has 29 days"),
        ("31/4/2026", "April 2026 has 30 days"),
        ("0/4/2026", "April 2026 has 30 days"),
        ("32 Dec 2026", "December 2026 has 31 days"),
        ("04/13/2026", "There is no month 13: enter the day first, such as 13 April 2026"),
        ("1/13/2026", "There is no month 13: enter the day first, such as 13 January 2026"),
        ("13/13/2026", "There is no month 13: enter the day first, such as 7 April 2026"),
        ("1/0/2026", "There is no month 0: enter the day first, such as 7 April 2026"),
        ("01/04/26", FOUR_FIGURES),
        ("1 April 26", FOUR_FIGURES),
        ("1 April 6", FOUR_FIGURES),
        ("1/4/202", FOUR_FIGURES),
        ("01/04/68", "Enter the year with four figures, such as 1968"),
        ("1/1/0000", SANE_YEARS),
        ("1/1/0001", SANE_YEARS),
        ("1/1/1899", SANE_YEARS),
        ("1/1/2200", SANE_YEARS),
        ("1/1/9999", SANE_YEARS),
        ("1/1/10000", SANE_YEARS),
        ("April 2026", NO_DAY),
        ("04/2026", NO_DAY),
        ("1 April", NO_YEAR),
        ("1/4", NO_YEAR),
        ("Monday 1 April 2026", "1 April 2026 is a Wednesday: check the day or the date"),
        ("46000", EXAMPLE),
        ("20260401", EXAMPLE),
        ("", EXAMPLE),
        ("  ", EXAMPLE),
        ("today", EXAMPLE),
        ("TBC", EXAMPLE),
        ("??", EXAMPLE),
        ("1 Foo 2026", EXAMPLE),
        ("1 Ma 2026", EXAMPLE),
        ("1 April May", EXAMPLE),
        ("April May 2026", EXAMPLE),
        ("1 2 3 4", EXAMPLE),
        ("-1/4/2026", EXAMPLE),
        ("1/4/2026 12:30", EXAMPLE),
        ("1\x004 2026", EXAMPLE),
        ("1\n4\n2026", EXAMPLE),
        ("\ud8001/4/2026", EXAMPLE),
        ("½/4/2026", EXAMPLE),
        ("9" * 5000, EXAMPLE),
        ("1 April 2026 " * 100_000, EXAMPLE),
    ],
    ids=lambda value: ascii(value[:30]),
)
def test_what_is_no_full_date_is_refused_with_what_to_type(typed, sentence):
    with pytest.raises(DateProblem) as refused:
        read_date(typed)

    assert refused.value.sentence == sentence


def test_a_date_is_shown_day_month_year():
    assert long_date(date(2005, 4, 7)) == "7 April 2005"
    assert short_date(date(2005, 4, 7)) == "7 Apr 2005"


@pytest.mark.parametrize(
    "start, end, words",
    [
        pytest.param(date(2026, 4, 1), date(2026, 6, 30), "1 April to 30 June 2026", id="months of a year"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 30), "1 to 30 April 2026", id="days of a month"),
        pytest.param(date(2026, 4, 1), date(2027, 3, 31), "1 April 2026 to 31 March 2027", id="two years"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 1), "1 April 2026", id="one day"),
    ],
)
def test_a_span_says_month_and_year_once(start, end, words):
    assert span(start, end) == words


def test_a_span_that_ends_before_it_starts_is_a_mistake():
    with pytest.raises(ValueError, match="ends before it starts"):
        span(date(2026, 4, 2), date(2026, 4, 1))


@pytest.mark.shows("R1")
@given(st.text(max_size=80) | st.text("0123456789/.- aprilmond", max_size=30))
def test_any_text_is_a_date_or_a_sentence(text):
    try:
        read = read_date(text)
    except DateProblem as problem:
        read = problem.sentence

    assert isinstance(read, date) or len(read) > 10


@pytest.mark.shows("D4", "D8")
@given(DAYS, st.sampled_from([long_date, short_date, date.isoformat, "{0.day}/{0.month}/{0.year}".format]))
def test_a_date_that_was_shown_is_read_again(day, shown):
    assert read_date(shown(day)) == day


@given(DAYS, st.text(" \t\u00a0\u200b", max_size=8))
def test_blanks_around_a_date_change_nothing(day, blanks):
    assert read_date(blanks + long_date(day) + blanks) == day
