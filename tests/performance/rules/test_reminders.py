"""Which reminders a return calls for: to the working day, and with what to do next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.working_days import is_working_day
from performance.choices import ReminderKind
from performance.rules.reminders import (
    Patience,
    ReturnState,
    carried_run,
    is_due_soon,
    reminders_of,
    working_days_between,
)

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28)}
DUE = date(2026, 10, 21)


USUAL = Patience()


def kinds(state, *, on, patience=USUAL, holidays=()):
    return [each.kind.value for each in reminders_of(state, patience, on=on, holidays=holidays)]


@pytest.mark.shows("F31")
@pytest.mark.parametrize(
    "due_on, first",
    [
        pytest.param(date(2026, 10, 21), date(2026, 10, 14), id="a-week-with-its-weekend"),
        pytest.param(date(2026, 12, 30), date(2026, 12, 21), id="christmas-and-its-substitute-day"),
        pytest.param(date(2026, 10, 26), date(2026, 10, 19), id="monday"),
    ],
)
def test_due_soon_begins_five_working_days_before_and_skips_holidays(due_on, first):
    soon = [
        is_due_soon(due_on, on=day, working_days=5, holidays=CHRISTMAS)
        for day in (first - timedelta(days=1), first, due_on, due_on + timedelta(days=1))
    ]

    # The day before Monday is a Sunday, after which there are as many working days as after the Friday.
    assert soon == [False, True, True, False]


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(1, 20),
    st.sets(st.integers(0, 60), max_size=9),
)
def test_due_soon_is_when_no_more_working_days_are_left_than_the_council_sets(on, working_days, closed):
    holidays = {on + timedelta(days=number) for number in closed}
    due_on = on + timedelta(days=17)
    soon = is_due_soon(due_on, on=on, working_days=working_days, holidays=holidays)

    left = working_days_between(on, due_on, holidays)
    assert soon == (left < working_days or (left == working_days and is_working_day(due_on, holidays)))


@pytest.mark.shows("F31")
@pytest.mark.parametrize(
    "state, on, expected",
    [
        pytest.param(ReturnState(due_on=DUE), date(2026, 10, 5), [], id="not-yet"),
        pytest.param(ReturnState(due_on=DUE), date(2026, 10, 15), ["due_soon"], id="soon"),
        pytest.param(ReturnState(due_on=DUE), DUE, ["due_soon"], id="today"),
        pytest.param(ReturnState(due_on=DUE), date(2026, 10, 22), ["late"], id="late"),
        pytest.param(ReturnState(due_on=DUE, is_in=True), date(2026, 10, 22), [], id="in"),
        pytest.param(
            ReturnState(due_on=DUE, touched_on=date(2026, 10, 2)), date(2026, 10, 11), [], id="nine-days"
        ),
        pytest.param(
            ReturnState(due_on=DUE, touched_on=date(2026, 10, 2)),
            date(2026, 10, 12),
            ["not_updated"],
            id="ten-days",
        ),
        pytest.param(
            ReturnState(due_on=DUE, is_in=True, touched_on=date(2026, 10, 2)),
            date(2026, 11, 12),
            [],
            id="an-old-draft-that-was-handed-in",
        ),
        pytest.param(
            ReturnState(due_on=DUE, is_in=True, carried=1, carried_since="Quarter 2"), DUE, [], id="once"
        ),
        pytest.param(
            ReturnState(due_on=DUE, is_in=True, carried=2, carried_since="Quarter 1"),
            DUE,
            ["not_updated"],
            id="carried-twice-running-though-handed-in",
        ),
        pytest.param(
            ReturnState(due_on=DUE, is_in=True, owner="Head of Waste", was_updated_by_owner=False),
            DUE,
            ["never_updated"],
            id="phantom-owner",
        ),
        pytest.param(
            ReturnState(due_on=DUE, is_in=True, owner="", was_updated_by_owner=False), DUE, [], id="vacant"
        ),
        pytest.param(
            ReturnState(
                due_on=DUE, owner="Head of Waste", was_ever_reported=False, was_updated_by_owner=False
            ),
            date(2026, 10, 5),
            [],
            id="nobody-has-made-an-entry-yet",
        ),
    ],
)
def test_what_a_return_calls_for(state, on, expected):
    assert kinds(state, on=on) == expected


@pytest.mark.shows("F31")
def test_each_reminder_says_what_to_do_next():
    state = ReturnState(
        due_on=DUE,
        touched_on=date(2026, 10, 1),
        carried=3,
        carried_since="Quarter 4 2025/26",
        owner="Head of Waste",
        was_updated_by_owner=False,
    )

    assert [
        each.sentence for each in reminders_of(state, Patience(), on=date(2026, 10, 16), holidays=())
    ] == [
        "It is due on 21 October 2026, 3 working days from now. Enter the value and submit it.",
        "Its draft has not been touched since 1 October 2026. Complete it and submit it.",
        "Its value has been carried forward since Quarter 4 2025/26, for 3 periods. "
        "Measure it anew, or say in the comment when it will be measured.",
        "No holder of the post Head of Waste has ever made an entry for it. "
        "Look at the newest figure and its comment, or ask an administrator to name the right owner.",
    ]


@pytest.mark.shows("F31")
def test_a_council_sets_how_early_it_reminds():
    patience = Patience(working_days_before=1, untouched_days=3, carried_periods=4)
    state = ReturnState(due_on=DUE, touched_on=date(2026, 10, 14), carried=3, carried_since="Quarter 4")

    assert kinds(state, on=date(2026, 10, 16), patience=patience) == []
    assert kinds(state, on=date(2026, 10, 20), patience=patience) == ["due_soon", "not_updated"]
    assert ReminderKind.DUE_SOON.label == "Due soon"


@pytest.mark.parametrize(
    "carried, run",
    [
        pytest.param({5, 4, 3}, [5, 4, 3], id="up-to-the-newest"),
        pytest.param({4, 3}, [4, 3], id="the-newest-is-not-in-yet"),
        pytest.param({5, 3}, [5], id="measured-in-between"),
        pytest.param({3, 2}, [], id="measured-since"),
        pytest.param(set(), [], id="never"),
    ],
)
def test_a_run_of_values_carried_forward_goes_back_from_the_newest(carried, run):
    assert carried_run([5, 4, 3, 2, 1], carried) == run


@pytest.mark.parametrize("on", [date(2026, 10, 20), date(2026, 10, 22)], ids=["soon", "late"])
def test_of_a_computed_value_only_the_comment_is_asked_for(on):
    (said,) = reminders_of(ReturnState(due_on=DUE, is_computed=True), USUAL, on=on, holidays=())

    assert said.sentence.endswith(
        "Its value is computed: say in the comment what happens next, and submit it."
    )
