import datetime

import pytest
from django.core.exceptions import ValidationError

from council.audit import Conflict, save_versioned
from council.models import BankHoliday
from performance.choices import Step
from performance.models import Period, Return, Revision
from performance.operations.periods import (
    CalendarProblem,
    due_day,
    make_year,
    move_boundary,
    next_of,
    year_of,
)
from tests.factories import CycleFactory, IndicatorFactory

AT = datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def four_monthly(db):
    return CycleFactory(name="Four-monthly", frequency="four_monthly", due_working_days=10)


@pytest.fixture
def made(four_monthly, administrator):
    """April to July, August to November, December to March 2026/27."""
    make_year(year_of(four_monthly, year=2026), by=administrator, why="")
    return list(Period.objects.order_by("starts_on"))


def days():
    return [
        (period.name, str(period.starts_on), str(period.ends_on))
        for period in Period.objects.order_by("starts_on")
    ]


def move(period, to, by, **versions):
    following = next_of(period)
    move_boundary(
        period,
        ends_on=day(to),
        **({"expected": period.version, "expected_next": following and following.version} | versions),
        by=by,
        why="Moved by Cabinet",
    )


@pytest.mark.shows("S2-03")
def test_a_year_of_four_monthly_periods_is_made(made):
    assert days() == [
        ("April to July 2026", "2026-04-01", "2026-07-31"),
        ("August to November 2026", "2026-08-01", "2026-11-30"),
        ("December 2026 to March 2027", "2026-12-01", "2027-03-31"),
    ]


@pytest.mark.shows("S2-03")
def test_boundaries_can_differ_from_one_year_to_the_next(made, four_monthly, administrator):
    starts = [day("2027-04-01"), day("2027-09-01"), day("2028-01-01")]
    later = year_of(four_monthly, year=2027, starts=starts, end=day("2028-03-31"))

    make_year(later, by=administrator, why="")

    assert [each[1:] for each in days()[3:]] == [
        ("2027-04-01", "2027-08-31"),
        ("2027-09-01", "2027-12-31"),
        ("2028-01-01", "2028-03-31"),
    ]


def test_returns_are_due_working_days_after_the_period_that_skip_bank_holidays(four_monthly):
    BankHoliday.objects.create(date=day("2026-08-03"), title="A holiday")

    # Ten working days from Saturday 1 August, without Monday 3 August.
    assert year_of(four_monthly, year=2026)[0].due_on == day("2026-08-17")


@pytest.mark.parametrize(
    "ends_on, working_days, due",
    [
        pytest.param("2026-06-30", 0, "2026-06-30", id="at-once"),
        pytest.param("2026-10-31", 0, "2026-11-02", id="at-once-on-a-saturday"),
        pytest.param("2026-06-30", 1, "2026-07-01", id="next-day"),
        pytest.param("2026-09-30", 15, "2026-10-21", id="three-weeks"),
    ],
)
def test_the_day_returns_are_due(ends_on, working_days, due):
    assert due_day(day(ends_on), working_days, frozenset()) == day(due)


def test_a_year_that_is_made_already_is_refused(made, four_monthly):
    with pytest.raises(CalendarProblem, match="both cover"):
        year_of(four_monthly, year=2026)


def test_a_year_made_twice_at_once_is_made_once(made, four_monthly, administrator):
    again = [Period(cycle=four_monthly, name=p.name, starts_on=p.starts_on, ends_on=p.ends_on,
                    year=p.year, due_on=p.due_on) for p in made]  # fmt: skip

    with pytest.raises(ValidationError, match="already has a period"):
        make_year(again, by=administrator, why="")

    assert Period.objects.count() == 3


def test_custom_periods_need_their_first_days(db):
    with pytest.raises(CalendarProblem, match="need the first day of each one"):
        year_of(CycleFactory(frequency="custom"), year=2026)


@pytest.mark.shows("S2-03")
@pytest.mark.parametrize("to", ["2026-08-31", "2026-06-30"], ids=["later", "earlier"])
def test_a_boundary_moves_in_one_step_and_no_day_is_lost(made, administrator, to):
    move(made[0], to, administrator)

    first, second = Period.objects.order_by("starts_on")[:2]
    assert (first.ends_on, second.starts_on) == (day(to), day(to) + datetime.timedelta(days=1))


def test_a_name_that_only_said_the_months_says_the_new_ones(made, administrator):
    move(made[0], "2026-08-31", administrator)

    assert [name for name, *_ in days()[:2]] == ["April to August 2026", "September to November 2026"]


def test_a_name_that_says_more_is_kept(made, administrator):
    Period.objects.filter(pk=made[0].pk).update(name="First third")
    made[0].refresh_from_db()

    move(made[0], "2026-08-31", administrator)

    assert days()[0][0] == "First third"


def test_the_day_returns_are_due_moves_too(made, administrator):
    move(made[0], "2026-08-31", administrator)

    assert Period.objects.get(pk=made[0].pk).due_on == day("2026-09-14")


def test_both_periods_remember_who_and_why(made, administrator):
    move(made[0], "2026-08-31", administrator)

    for period in made[:2]:
        record = period.history.latest()
        assert (record.history_user, record.history_change_reason) == (administrator, "Moved by Cabinet")


def test_the_end_of_the_last_period_moves_alone(made, administrator):
    move(made[2], "2027-04-30", administrator)

    assert days()[2][2] == "2027-04-30"


@pytest.mark.parametrize(
    "which, to, sentence",
    [
        pytest.param(0, "2026-03-31", "so it cannot end before that", id="before-it-begins"),
        pytest.param(0, "2026-11-30", "Nothing would be left of August to November 2026", id="swallows"),
        pytest.param(0, "2027-01-31", "Nothing would be left of August to November 2026", id="beyond"),
    ],
)
def test_a_move_that_loses_or_doubles_days_is_refused(made, administrator, which, to, sentence):
    before = days()

    with pytest.raises(CalendarProblem, match=sentence):
        move(made[which], to, administrator)

    assert days() == before


def test_a_move_over_a_gap_into_a_later_period_is_refused(made, administrator):
    made[1].delete()
    before = days()

    with pytest.raises(CalendarProblem, match="both cover"):
        move(made[0], "2026-12-31", administrator)

    assert days() == before


@pytest.mark.parametrize("which", [0, 1], ids=["the-period", "the-one-after"])
def test_days_that_signed_off_values_stand_for_do_not_move(made, administrator, which):
    row = Return.objects.create(
        indicator=IndicatorFactory(cycle=made[0].cycle), period=made[which], step=Step.SIGNED_OFF
    )
    row.standing = Revision.objects.create(
        indicator_return=row, number=1, step=Step.SIGNED_OFF, at=AT, rule_rating="green", rating="green"
    )
    row.save()

    with pytest.raises(CalendarProblem, match="1 return is signed off for .*, so its days"):
        move(made[0], "2026-08-31", administrator)


@pytest.mark.shows("D4")
@pytest.mark.parametrize("which", [0, 1], ids=["the-period", "the-one-after"])
def test_a_move_from_stale_days_is_a_conflict_and_moves_nothing(made, administrator, which):
    read = [period.version for period in made[:2]]
    there = Period.objects.get(pk=made[which].pk)
    save_versioned(there, expected=there.version, by=None)
    before = days()

    with pytest.raises(Conflict):
        move(made[0], "2026-08-31", administrator, expected=read[0], expected_next=read[1])

    assert days() == before


@pytest.mark.shows("D4")
def test_a_move_is_a_conflict_when_the_next_period_came_or_went_meanwhile(made, administrator):
    with pytest.raises(Conflict):
        move(made[0], "2026-08-31", administrator, expected_next=None)
    with pytest.raises(Conflict):
        move(made[2], "2027-04-30", administrator, expected_next=1)
