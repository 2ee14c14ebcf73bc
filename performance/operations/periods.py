"""The calendar of a cycle: a year's periods made at once, and a boundary moved between two of them.

Boundaries move between years: four-monthly periods have ended in April, August and December, and in July,
November and March. A day belongs to one period of a cycle, and to no more than one.
"""

import datetime
from collections.abc import Container, Iterable, Sequence
from itertools import combinations

from django.db import transaction

from council.audit import Conflict, add_versioned, save_versioned
from council.dates import long_date, span
from council.models import User, holidays_of
from council.models.bank_holiday import Division
from council.periods import Span, gaps_and_overlaps, spans
from council.periods.words import ONE_DAY, months
from council.working_days import add_working_days, working_day_on_or_after
from performance.models import Cycle, Period


class CalendarProblem(ValueError):
    """Why the calendar cannot be so, a sentence each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


def year_of(
    cycle: Cycle,
    *,
    year: int,
    starts: Sequence[datetime.date] | None = None,
    end: datetime.date | None = None,
) -> list[Period]:
    """The periods of a year as they would be made, with the days returns are due; nothing is saved.

    `starts` and `end` say where four-monthly or custom periods begin, and where the last ends, when the council
    moved them. Raises CalendarProblem when a day would lie in two periods of the cycle.
    """
    try:
        wanted = spans(cycle.frequency, year=year, start_month=cycle.start_month, starts=starts, end=end)
    except ValueError as problem:
        raise CalendarProblem([str(problem)]) from problem
    there = [as_span(period) for period in cycle.periods.all()]
    _refuse_overlaps([*there, *wanted])
    holidays = holidays_of(Division.ENGLAND_AND_WALES)
    return [
        Period(
            cycle=cycle,
            name=each.name,
            starts_on=each.start,
            ends_on=each.end,
            year=each.year,
            due_on=due_day(each.end, cycle.due_working_days, holidays),
        )
        for each in wanted
    ]


def refuse_overlaps_with(
    cycle: Cycle, starts_on: datetime.date, ends_on: datetime.date, year: int, *, name: str
) -> None:
    """Raises CalendarProblem when a new period would share days with one that the cycle has."""
    there = [as_span(period) for period in cycle.periods.all()]
    _refuse_overlaps([*there, Span(starts_on, ends_on, name or "The new period", year)])


@transaction.atomic
def make_year(periods: Iterable[Period], *, by: User, why: str) -> None:
    """Makes the periods that `year_of` showed, all or none. Raises ValidationError when one is there already."""
    for period in periods:
        add_versioned(period, by=by, why=why)


@transaction.atomic
def move_boundary(
    period: Period, *, ends_on: datetime.date, expected: int, expected_next: int | None, by: User, why: str
) -> None:
    """Moves the last day of a period, and with it the first day of the one that follows.

    The day returns are due moves too, and a name that only said the months. `expected` and `expected_next` are
    the versions that were read; the second is None when no period follows. Raises CalendarProblem when days
    would be lost or counted twice or when values for the old dates are signed off already, and Conflict when
    somebody was first.
    """
    following = next_of(period)
    if following is None and expected_next is not None:
        raise Conflict(None)
    _refuse_move(period, following, ends_on)
    _place(period, period.starts_on, ends_on)
    holidays = holidays_of(Division.ENGLAND_AND_WALES)
    period.due_on = due_day(ends_on, period.cycle.due_working_days, holidays)
    save_versioned(period, expected=expected, by=by, why=why)
    if following is not None:
        _place(following, ends_on + ONE_DAY, following.ends_on)
        save_versioned(following, expected=expected_next or 0, by=by, why=why)
    _refuse_overlaps(as_span(each) for each in period.cycle.periods.all())


def next_of(period: Period) -> Period | None:
    """The period of the same cycle that begins the day after this one ends."""
    found: Period | None = period.cycle.periods.filter(starts_on=period.ends_on + ONE_DAY).first()
    return found


def due_day(ends_on: datetime.date, working_days: int, holidays: Container[datetime.date]) -> datetime.date:
    """The day returns are due: so many working days after the period ends; with none, the next working day."""
    if working_days == 0:
        return working_day_on_or_after(ends_on, holidays)
    return add_working_days(ends_on, working_days, holidays)


def as_span(period: Period) -> Span:
    """The period as plain dates."""
    return Span(period.starts_on, period.ends_on, period.name, period.year)


def _place(period: Period, starts_on: datetime.date, ends_on: datetime.date) -> None:
    """Gives the period its days, and new words where its name was only its months."""
    if period.name == months(period.starts_on, period.ends_on):
        period.name = months(starts_on, ends_on)
    period.starts_on, period.ends_on = starts_on, ends_on


def _refuse_move(period: Period, following: Period | None, ends_on: datetime.date) -> None:
    if ends_on < period.starts_on:
        raise CalendarProblem(
            [f"{period} begins on {long_date(period.starts_on)}, so it cannot end before that."]
        )
    if following is not None and ends_on >= following.ends_on:
        raise CalendarProblem(
            [f"Nothing would be left of {following}, which ends on {long_date(following.ends_on)}."]
        )
    for each in filter(None, (period, following)):
        signed_off = each.returns.filter(standing__isnull=False).count()
        if signed_off:
            raise CalendarProblem([_held_fast(each, signed_off)])


def _held_fast(period: Period, signed_off: int) -> str:
    returns = "1 return is" if signed_off == 1 else f"{signed_off} returns are"
    days = span(period.starts_on, period.ends_on)
    return f"{returns} signed off for {period} as {days}, so its days can no longer move."


def _refuse_overlaps(listed: Iterable[Span]) -> None:
    """Days in two periods. Days in none are no fault: the years around may not have been made yet."""
    pairs = combinations(sorted(listed), 2)
    overlapping = [pair for pair in pairs if pair[1].start <= pair[0].end]
    if overlapping:
        raise CalendarProblem([sentence for pair in overlapping for sentence in gaps_and_overlaps(pair)])
