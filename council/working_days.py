"""Deadlines in working days and clear days, counted so that a person can check them.

Pure: the holidays are handed in, as any container of dates: a division's bank holidays, and the council's own
closure days where it has any. The day after the start is day 1, as the Ombudsman and the courts count.
"""

from collections.abc import Container, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LOAD_MORE = "Load more with the command load_bank_holidays."


class CountedDay(NamedTuple):
    """One line of the working: a day, whether it counts, and why in words."""

    date: date
    counted: bool
    why: str


def is_working_day(day: date, holidays: Container[date]) -> bool:
    """Monday to Friday, and not a holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def add_working_days(start: date, n: int, holidays: Container[date]) -> date:
    """The nth working day after `start`, the day after which is the first that can count.

    Ten working days after Friday 19 December 2025 is Wednesday 7 January 2026 in England and Wales.
    ValueError when `n` is not at least 1.
    """
    return _counted(start, n, holidays)[-1].date


def counted_days(start: date, n: int, holidays: Container[date]) -> list[CountedDay]:
    """How `add_working_days` came to its day: the start, then each day up to it.

    Where `holidays` maps dates to titles, the title is the reason that a holiday is not counted.
    """
    return [CountedDay(start, False, "The first day, not counted"), *_counted(start, n, holidays)]


def _counted(start: date, n: int, holidays: Container[date]) -> list[CountedDay]:
    if n < 1:
        raise ValueError(f"{n} working days is not a time to count: it must be at least 1.")
    lines: list[CountedDay] = []
    number = 0
    for day in _days_after(start):
        counted = is_working_day(day, holidays)
        number += counted
        lines.append(CountedDay(day, counted, f"Day {number}" if counted else _why_not(day, holidays)))
        if number == n:
            break
    return lines


def _why_not(day: date, holidays: Container[date]) -> str:
    if day not in holidays:
        return f"{day:%A}"
    return holidays[day] if isinstance(holidays, Mapping) else "Bank holiday"


def _days_after(day: date) -> Iterator[date]:
    while True:
        day += ONE_DAY
        yield day


def next_working_day(day: date, holidays: Container[date]) -> date:
    """The first working day after the day itself."""
    return add_working_days(day, 1, holidays)


def working_day_on_or_after(day: date, holidays: Container[date]) -> date:
    """The day itself when it is a working day, else the next: where a time in calendar days runs out."""
    return day if is_working_day(day, holidays) else next_working_day(day, holidays)


def clear_days(start: date, n: int) -> date:
    """The earliest day that has `n` clear days, weekends and all, between it and `start`.

    Neither the day of the notice nor the day of the decision counts: 28 clear days from notice on 2 November
    2026 leave 1 December 2026 (Local Authorities (Executive Arrangements) (Meetings and Access to
    Information) (England) Regulations 2012, SI 2012/2089, regulation 9).
    ValueError when `n` is less than nought.
    """
    if n < 0:
        raise ValueError(f"{n} clear days is not a time to count.")
    return start + timedelta(days=n + 1)


def horizon_warning(last: date | None, today: date) -> str | None:
    """A sentence when the holidays on record end in under 12 months: deadlines beyond would be wrong."""
    if last is None:
        return f"No bank holidays are on record, so deadlines will be wrong. {LOAD_MORE}"
    if last >= _year_after(today):
        return None
    when = f"{last.day} {last:%B %Y}"
    return f"Bank holidays are on record only to {when}, under 12 months ahead. {LOAD_MORE}"


def _year_after(day: date) -> date:
    """The same day next year; for 29 February, 1 March."""
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else date(day.year + 1, 3, 1)
