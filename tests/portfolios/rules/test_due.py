"""What words for a time can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.dates import long_date
from portfolios.choices import DueKind
from portfolios.rules.due import read_due
from portfolios.rules.due_spans import day_after

MADE_ON = date(2017, 5, 9)
DATE, MEETING, EVENT, OPEN = DueKind.DATE, DueKind.MEETING, DueKind.EVENT, DueKind.OPEN


@pytest.mark.shows("S1-10", "S2-12", "S3-15", "S3-19", "S3-22", "S4-13", "S4-18", "F88", "L21", "X-02")
@pytest.mark.parametrize(
    "words, kind, on",
    [
        pytest.param("June committee", MEETING, date(2017, 6, 30), id="a-committee-of-a-month"),
        pytest.param(
            "the June Corporate Policy and Resources Committee", MEETING, date(2017, 6, 30), id="in-full"
        ),
        pytest.param("to the Cabinet at its February meeting", MEETING, date(2018, 2, 28), id="next-year"),
        pytest.param("May meeting", MEETING, date(2017, 5, 31), id="the-month-it-was-promised-in"),
        pytest.param("April meeting", MEETING, date(2018, 4, 30), id="a-month-that-is-over"),
        pytest.param("Cabinet, 5 February 2008", MEETING, date(2008, 2, 5), id="a-meeting-on-a-day"),
        pytest.param("the June 2019 committee", MEETING, date(2019, 6, 30), id="a-month-with-its-year"),
        pytest.param("June", DATE, date(2017, 6, 30), id="a-month-alone"),
        pytest.param("by the end of June", DATE, date(2017, 6, 30), id="the-end-of-a-month"),
        pytest.param("1 May", DATE, date(2018, 5, 1), id="a-day-that-is-over"),
        pytest.param("next meeting", MEETING, None, id="a-meeting-not-named"),
        pytest.param("contract start + 6 months", EVENT, None, id="after-a-contract"),
        pytest.param("six months after the contract starts", EVENT, None, id="after-a-contract-in-words"),
        pytest.param("in six months", DATE, date(2017, 11, 9), id="counted-from-the-promise"),
        pytest.param("6-12 months", DATE, date(2018, 5, 9), id="the-last-of-a-span"),
        pytest.param("within a year", DATE, date(2018, 5, 9), id="a-year"),
        pytest.param("as and when the supporting action plans are developed", OPEN, None, id="as-and-when"),
        pytest.param("when the council may decide", OPEN, None, id="may-is-no-month-here"),
        pytest.param("a future meeting", OPEN, None, id="a-future-meeting"),
        pytest.param("early 2007", DATE, date(2007, 12, 31), id="early-in-a-year"),
        pytest.param("in 2007", DATE, date(2007, 12, 31), id="a-year-alone"),
        pytest.param("Jan 03", DATE, date(2003, 1, 31), id="a-month-of-a-year"),
        pytest.param("April 03", DATE, date(2003, 4, 30), id="april"),
        pytest.param("Sept 03", DATE, date(2003, 9, 30), id="sept"),
        pytest.param("Spring 03", DATE, date(2003, 5, 31), id="a-season"),
        pytest.param("13.1.03", DATE, date(2003, 1, 13), id="a-day"),
        pytest.param("April o3", DATE, date(2003, 4, 30), id="a-letter-for-a-figure"),
        pytest.param("Ongoing", OPEN, None, id="ongoing"),
        pytest.param("ongoing", OPEN, None, id="ongoing-in-small-letters"),
        pytest.param("Quarterly", OPEN, None, id="quarterly"),
        pytest.param("??", OPEN, None, id="question-marks"),
        pytest.param("", OPEN, None, id="nothing"),
        pytest.param("soon", OPEN, None, id="no-time-at-all"),
        pytest.param("x" * 5000, OPEN, None, id="far-too-long"),
    ],
)
def test_words_are_read_for_their_kind_and_last_day(words, kind, on):
    due = read_due(words, made_on=MADE_ON)

    assert (due.kind, due.on) == (kind, on)
    assert due.remark or words == "13.1.03"


@pytest.mark.shows("S3-15")
@pytest.mark.parametrize(
    "words, event, months",
    [
        ("contract start + 6 months", "contract start", 6),
        ("6 months after the contract starts", "contract starts", 6),
        ("within a year of the go-live", "go-live", 12),
    ],
)
def test_a_time_after_an_event_says_which_and_how_long(words, event, months):
    due = read_due(words, made_on=MADE_ON)

    assert (due.event_words, due.months) == (event, months)


@pytest.mark.shows("L21", "X-02")
def test_a_remark_says_how_a_misprint_was_read():
    assert read_due("April o3", made_on=None).remark == (
        "The letter o is read as the figure 0. Taken to mean by 30 April 2003 at the latest."
    )


@pytest.mark.parametrize("words", ["June committee", "in six months"])
def test_without_the_day_of_the_promise_words_that_need_it_ask_for_it(words):
    due = read_due(words, made_on=None)

    assert (due.kind, due.on) == (OPEN, None)
    assert due.remark.startswith("Say on which day it was promised")


@pytest.mark.shows("S3-15")
@pytest.mark.parametrize(
    "happened_on, months, day",
    [
        pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="a-shorter-month"),
        pytest.param(date(2027, 8, 31), 6, date(2028, 2, 29), id="a-leap-year"),
        pytest.param(date(2026, 12, 15), 6, date(2027, 6, 15), id="over-the-year"),
        pytest.param(date(2026, 3, 31), 1, date(2026, 4, 30), id="a-month-of-thirty-days"),
        pytest.param(date(2026, 3, 31), None, date(2026, 3, 31), id="on-the-day-itself"),
    ],
)
def test_months_after_an_event_end_with_their_month(happened_on, months, day):
    assert day_after(happened_on, months) == day


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(0, 60),
)
def test_what_happens_later_is_never_due_earlier(one, other, months):
    first, last = sorted((one, other))

    assert day_after(first, months) <= day_after(last, months)


@given(st.text(max_size=80), st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2190, 1, 1))))
def test_no_words_break_the_reading(words, made_on):
    due = read_due(words, made_on=made_on)

    assert (due.months is not None or due.days is not None) == (due.kind == EVENT)


FRIDAY = date(2026, 11, 27)
HOLIDAYS = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day"}


@pytest.mark.shows("F88", "X-02", "S3-15")
@pytest.mark.parametrize(
    "words, on",
    [
        pytest.param("6 months after 1 June 2026", date(2026, 12, 1), id="months-after-a-day"),
        pytest.param(
            "10 working days after 11 December 2026", date(2026, 12, 29), id="working-days-after-a-day"
        ),
        pytest.param("1 June 2026 + 2 weeks", date(2026, 6, 15), id="a-day-plus-weeks"),
        pytest.param("within 28 days", date(2026, 12, 25), id="days"),
        pytest.param("4 weeks", date(2026, 12, 25), id="weeks"),
        pytest.param("in a fortnight", date(2026, 12, 11), id="a-fortnight"),
        pytest.param("10 working days", date(2026, 12, 11), id="working-days"),
        pytest.param("within 20 working days", date(2026, 12, 29), id="working-days-over-holidays"),
        pytest.param("28 days from today", date(2026, 12, 25), id="from-today"),
        pytest.param("by Christmas", date(2026, 12, 25), id="christmas"),
        pytest.param("before Christmas 2027", date(2027, 12, 25), id="christmas-of-a-year"),
        pytest.param("in the New Year", date(2027, 1, 1), id="new-year"),
        pytest.param("end of the year", date(2026, 12, 31), id="the-end-of-the-year"),
        pytest.param("by the end of the financial year", date(2027, 3, 31), id="the-financial-year"),
        pytest.param("next year", date(2027, 12, 31), id="next-year"),
        pytest.param("next month", date(2026, 12, 31), id="next-month"),
        pytest.param("by the end of the month", date(2026, 11, 30), id="this-month"),
        pytest.param("next week", date(2026, 12, 6), id="next-week"),
        pytest.param("tomorrow", date(2026, 11, 28), id="tomorrow"),
        pytest.param("999 years", date(3025, 11, 27), id="very-long"),
    ],
)
def test_a_time_is_counted_from_the_day_that_it_counts_from(words, on):
    due = read_due(words, made_on=FRIDAY, holidays=HOLIDAYS)

    assert (due.kind, due.on) == (DATE, on)
    assert f"Taken to mean by {long_date(on)} at the latest." in due.remark


@pytest.mark.shows("X-02")
@pytest.mark.parametrize(
    "words, remark",
    [
        ("end of the year", "It is not said which year: read as the calendar year. "),
        ("10 working days", "Weekends, bank holidays and closure days are not counted."),
        (
            "the May meeting of the 2025 council",
            "The year 2025 stands apart from the month, and is read with it.",
        ),
    ],
)
def test_how_a_time_was_meant_is_said(words, remark):
    assert remark in read_due(words, made_on=FRIDAY).remark


@pytest.mark.shows("X-02")
@pytest.mark.parametrize(
    "words, asked",
    [
        (
            "by the end of the municipal year",
            "The municipal year ends with the annual meeting: give its day.",
        ),
        ("next quarter", "It is not said whether the quarter is of the calendar year or the financial year."),
        (
            "5 working days after the go-live",
            "Once that has happened, give the day: it cannot be counted ahead.",
        ),
    ],
)
def test_what_only_somebody_can_say_is_asked(words, asked):
    due = read_due(words, made_on=FRIDAY)

    assert (due.kind, due.on) == (OPEN, None)
    assert asked in due.remark


@pytest.mark.shows("S3-15")
def test_weeks_after_an_event_are_kept_as_days():
    due = read_due("2 weeks after contract start", made_on=FRIDAY)

    assert (due.kind, due.event_words, due.months, due.days) == (EVENT, "contract start", None, 14)
    assert due.remark == "It is due 14 days after “contract start”, whenever that is."


@pytest.mark.parametrize("months, days", [(99999999999, None), (10**30, 5), (None, 10**12), (120, 3660)])
def test_no_number_breaks_the_counting(months, days):
    assert day_after(date(2026, 6, 1), months, days) >= date(2026, 6, 1)
