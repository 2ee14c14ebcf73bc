"""Until when a decision can be called in, and when it may be carried out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.working_days import is_working_day
from portfolios.choices import CallInOutcome
from portfolios.rules.call_in import Called, CallInTerms, Standing, Taken, window

TERMS = CallInTerms()
HOLIDAYS = {
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
    date(2026, 5, 4): "Early May bank holiday",
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
}
CLOSED = HOLIDAYS | {date(2026, 12, day): "Council closed" for day in (29, 30, 31)}
UPHELD, BACK = CallInOutcome.UPHELD, CallInOutcome.REFERRED_BACK
DECIDED, PUBLISHED = date(2026, 10, 14), date(2026, 10, 16)
"""A Wednesday and the Friday after it; the window is then over on Friday 23 October."""
DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2027, 12, 31))


def standing(*call_ins: Called, on: date = date(2026, 10, 20), **changes):
    taken = Taken(**{"decided_on": DECIDED, "published_on": PUBLISHED, "call_ins": call_ins, **changes})
    return window(taken, on=on, terms=TERMS, holidays=HOLIDAYS)


@pytest.mark.parametrize(
    "published, ends, from_day, holidays",
    [
        pytest.param(date(2026, 10, 16), date(2026, 10, 23), date(2026, 10, 26), HOLIDAYS, id="plain-weeks"),
        pytest.param(date(2026, 10, 19), date(2026, 10, 26), date(2026, 10, 27), HOLIDAYS, id="on-a-monday"),
        pytest.param(date(2026, 3, 27), date(2026, 4, 7), date(2026, 4, 8), HOLIDAYS, id="easter"),
        pytest.param(date(2026, 4, 27), date(2026, 5, 5), date(2026, 5, 6), HOLIDAYS, id="early-may"),
        pytest.param(date(2026, 12, 18), date(2026, 12, 29), date(2026, 12, 30), HOLIDAYS, id="christmas"),
        pytest.param(date(2026, 12, 18), date(2027, 1, 1), date(2027, 1, 4), CLOSED, id="closure-days"),
        pytest.param(
            date(2026, 10, 17), date(2026, 10, 23), date(2026, 10, 26), HOLIDAYS, id="on-a-saturday"
        ),
    ],
)
@pytest.mark.shows("F86", "F63")
def test_the_window_is_counted_in_working_days(published, ends, from_day, holidays):
    taken = Taken(decided_on=published, published_on=published)

    found = window(taken, on=published, terms=TERMS, holidays=holidays)

    assert (found.ends_on, found.implement_from) == (ends, from_day)
    assert sum(day.counted for day in found.calling) == 5
    assert found.calling[-1].date == ends


@pytest.mark.shows("F63", "L14")
def test_the_days_are_shown_with_why_they_did_not_count():
    found = window(
        Taken(date(2026, 12, 17), date(2026, 12, 18)), on=date(2026, 12, 18), terms=TERMS, holidays=HOLIDAYS
    )

    assert [(line.date.day, line.why) for line in found.calling if not line.counted] == [
        (18, "The first day, not counted"),
        (19, "Saturday"),
        (20, "Sunday"),
        (25, "Christmas Day"),
        (26, "Saturday"),
        (27, "Sunday"),
        (28, "Boxing Day (substitute day)"),
    ]


@pytest.mark.parametrize(
    "on, state",
    [
        pytest.param(PUBLISHED, Standing.OPEN, id="the-day-it-is-published"),
        pytest.param(date(2026, 10, 23), Standing.OPEN, id="the-last-day"),
        pytest.param(date(2026, 10, 24), Standing.CLEAR, id="the-day-after"),
    ],
)
@pytest.mark.shows("F86")
def test_the_window_is_open_through_its_last_day(on, state):
    found = standing(on=on)

    assert found.standing == state
    assert found.implement_from == date(2026, 10, 26)


@pytest.mark.parametrize(
    "call_in, state, from_day, told",
    [
        pytest.param(Called(date(2026, 10, 23)), Standing.SUSPENDED, None, [], id="on-the-last-day"),
        pytest.param(
            Called(date(2026, 10, 24)), Standing.CLEAR, date(2026, 10, 26), ["called_in_on"], id="too-late"
        ),
        pytest.param(
            Called(date(2026, 10, 20), UPHELD, date(2026, 11, 2)),
            Standing.CLEAR,
            date(2026, 11, 2),
            [],
            id="left",
        ),
        pytest.param(
            Called(date(2026, 10, 19), UPHELD, date(2026, 10, 21)),
            Standing.CLEAR,
            date(2026, 10, 26),
            [],
            id="heard-inside-the-window",
        ),
        pytest.param(
            Called(date(2026, 10, 20), BACK, date(2026, 11, 2)), Standing.REFERRED_BACK, None, [], id="back"
        ),
        pytest.param(
            Called(date(2026, 10, 20), CallInOutcome.RECONSIDERED, date(2026, 11, 10)),
            Standing.CLEAR,
            date(2026, 11, 10),
            [],
            id="reconsidered",
        ),
        pytest.param(
            Called(date(2026, 10, 20), CallInOutcome.WITHDRAWN),
            Standing.CLEAR,
            date(2026, 10, 26),
            [],
            id="withdrawn",
        ),
    ],
)
@pytest.mark.shows("F86")
def test_a_call_in_suspends_until_it_was_heard(call_in, state, from_day, told):
    found = standing(call_in, on=date(2026, 11, 3))

    assert (found.standing, found.implement_from) == (state, from_day)
    assert [each.field for each in found.problems] == told


def test_one_call_in_that_waits_suspends_whatever_became_of_another():
    found = standing(Called(date(2026, 10, 20), UPHELD, date(2026, 10, 22)), Called(date(2026, 10, 23)))

    assert found.standing == Standing.SUSPENDED


def test_a_call_in_is_to_be_heard_in_ten_working_days():
    found = standing(Called(date(2026, 10, 20)), on=date(2026, 11, 3))
    late = standing(Called(date(2026, 10, 20)), on=date(2026, 11, 4))

    assert found.hearing_by == date(2026, 11, 3)
    assert not found.problems
    assert [each.sentence for each in late.problems] == [
        "Scrutiny was to hear the call-in by 3 November 2026 and has not."
    ]


@pytest.mark.parametrize(
    "changes, state, from_day",
    [
        pytest.param({"is_urgent": True}, Standing.URGENT, DECIDED, id="urgent"),
        pytest.param({"can_be_called_in": False}, Standing.DOES_NOT_APPLY, DECIDED, id="not-the-executives"),
        pytest.param({"has_effect": False}, Standing.NOTHING, None, id="deferred"),
        pytest.param({"published_on": None}, Standing.NOT_PUBLISHED, None, id="not-published"),
        pytest.param(
            {"published_on": None, "decided_on": None}, Standing.NOT_PUBLISHED, None, id="words-only"
        ),
    ],
)
@pytest.mark.shows("F86", "S4-21")
def test_what_is_exempt_or_not_published_has_no_window(changes, state, from_day):
    found = standing(**changes)

    assert (found.standing, found.implement_from, found.ends_on) == (state, from_day, None)


@pytest.mark.parametrize(
    "published, on, late",
    [
        pytest.param(date(2026, 10, 16), date(2026, 10, 16), False, id="on-the-second-day"),
        pytest.param(date(2026, 10, 19), date(2026, 10, 19), True, id="on-the-third"),
        pytest.param(None, date(2026, 10, 16), False, id="not-yet-and-not-due"),
        pytest.param(None, date(2026, 10, 17), True, id="not-yet-and-overdue"),
    ],
)
def test_publishing_late_is_told(published, on, late):
    found = standing(on=on, published_on=published)

    assert found.publish_by == date(2026, 10, 16)
    assert [each.field for each in found.problems] == ["published_on"] * late


@given(published=DAYS, n=st.integers(min_value=1, max_value=30), on=DAYS)
def test_nothing_is_carried_out_inside_the_window_or_on_a_day_that_does_not_count(published, n, on):
    found = window(Taken(published, published), on=on, terms=CallInTerms(call_in_days=n), holidays=CLOSED)

    assert found.implement_from > found.ends_on > published
    assert is_working_day(found.implement_from, CLOSED)
    assert sum(line.counted for line in found.calling) == n
    assert (found.standing == Standing.OPEN) == (on <= found.ends_on)
