from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import Timeliness
from complaints.rules.clocks import (
    Pause,
    beyond_the_cap,
    due_day,
    left_in_words,
    timeliness,
    working_days_left,
    working_of,
)

ENGLAND = {
    date(2025, 12, 25): "Christmas Day",
    date(2025, 12, 26): "Boxing Day",
    date(2026, 1, 1): "New Year’s Day",
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
    date(2026, 5, 4): "Early May bank holiday",
}
SCOTLAND = {
    date(2025, 12, 25): "Christmas Day",
    date(2025, 12, 26): "Boxing Day",
    date(2026, 1, 1): "New Year’s Day",
    date(2026, 1, 2): "2 January",
    date(2026, 4, 3): "Good Friday",
    date(2026, 5, 4): "Early May bank holiday",
}
VECTORS = [
    # Computed and checked in the rules of the trade: received, acknowledged by, replied by, extended to.
    pytest.param(ENGLAND, "2025-12-19", "2025-12-30", "2026-01-14", "2026-01-28", id="england-christmas"),
    pytest.param(ENGLAND, "2026-03-27", "2026-04-07", "2026-04-21", "2026-05-06", id="england-easter"),
    pytest.param(SCOTLAND, "2025-12-19", "2025-12-30", "2026-01-15", "2026-01-29", id="scotland-christmas"),
    pytest.param(SCOTLAND, "2026-03-27", "2026-04-06", "2026-04-20", "2026-05-05", id="scotland-easter"),
]


@pytest.mark.shows("F60", "S20")
@pytest.mark.parametrize("holidays, received, acknowledged, replied, extended", VECTORS)
def test_days_of_the_code(holidays, received, acknowledged, replied, extended):
    start = date.fromisoformat(received)
    first = due_day(start, 5, holidays)

    assert first == date.fromisoformat(acknowledged)
    assert due_day(first, 10, holidays) == date.fromisoformat(replied)
    assert due_day(first, 20, holidays) == date.fromisoformat(extended)


@pytest.mark.shows("F63", "D35")
def test_the_working_names_each_day_and_why_it_is_not_counted():
    lines = working_of(
        date(2025, 12, 24), 2, ENGLAND, [Pause(date(2025, 12, 29), date(2025, 12, 29), "Asked")]
    )

    assert [(line.date.day, line.why) for line in lines] == [
        (24, "The first day, not counted"),
        (25, "Christmas Day"),
        (26, "Boxing Day"),
        (27, "Saturday"),
        (28, "Sunday"),
        (29, "Paused: Asked"),
        (30, "Day 1"),
        (31, "Day 2"),
    ]


def test_holidays_without_titles_are_skipped_too():
    assert due_day(date(2025, 12, 24), 1, {date(2025, 12, 25)}) == date(2025, 12, 26)
    assert working_of(date(2025, 12, 24), 1, {date(2025, 12, 25)})[1].why == "Bank holiday"


def test_nobody_can_tell_the_day_while_a_clock_is_paused():
    assert due_day(date(2026, 1, 5), 10, {}, [Pause(date(2026, 1, 7), None, "Waiting for papers")]) is None


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    st.integers(1, 30),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_a_pause_never_brings_a_day_nearer(start, days, begins, lasts):
    begin = date.fromordinal(start.toordinal() + 1 + begins)
    pause = Pause(begin, date.fromordinal(begin.toordinal() + lasts), "Asked")

    assert due_day(start, days, ENGLAND, [pause]) >= due_day(start, days, ENGLAND)


@given(st.dates(date(2025, 12, 1), date(2026, 6, 1)), st.integers(1, 40))
def test_the_days_left_on_the_first_day_are_those_that_were_given(start, days):
    assert working_days_left(start, due_day(start, days, ENGLAND), ENGLAND) == days


@pytest.mark.parametrize(
    "day, words",
    [
        ("2026-01-05", "7 working days left"),
        ("2026-01-13", "1 working day left"),
        ("2026-01-14", "due today"),
        ("2026-01-15", "1 working day late"),
        ("2026-01-17", "2 working days late"),
        ("2026-01-19", "3 working days late"),
    ],
)
def test_how_long_is_left_in_words(day, words):
    assert left_in_words(date.fromisoformat(day), date(2026, 1, 14), ENGLAND) == words


@pytest.mark.shows("F70")
@pytest.mark.parametrize(
    "due, done, expected",
    [
        ("2026-01-14", "2026-01-14", Timeliness.DONE_IN_TIME),
        ("2026-01-14", "2026-01-15", Timeliness.DONE_LATE),
        ("2026-01-14", None, Timeliness.OPEN_LATE),
        ("2026-01-20", None, Timeliness.OPEN_IN_TIME),
        (None, None, Timeliness.OPEN_IN_TIME),
        # What is done later was still open on the day that is asked about.
        ("2026-01-14", "2026-01-21", Timeliness.OPEN_LATE),
    ],
)
def test_four_ways_a_clock_can_stand(due, done, expected):
    days = [date.fromisoformat(day) if day else None for day in (due, done)]

    assert timeliness(due=days[0], done=days[1], on=date(2026, 1, 20)) == expected


@pytest.mark.shows("F62")
@pytest.mark.parametrize(
    "asked, had, longest, told",
    [
        (10, 0, 10, ""),
        (11, 0, 10, "at most 10 working days"),
        (1, 9, 10, ""),
        (2, 9, 10, "at most 1 working day:"),
        (1, 10, 10, "used up"),
        (0, 0, 10, "at least 1"),
        (1, 0, 0, "allows no extension"),
    ],
)
def test_an_extension_keeps_within_the_cap(asked, had, longest, told):
    sentence = beyond_the_cap(asked, had=had, longest=longest)

    assert told in sentence
    assert bool(sentence) == bool(told)
