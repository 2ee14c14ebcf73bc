"""How long after a day something is due: months, days or working days, as words have them and as they are counted."""

import datetime
import re
from collections.abc import Container
from dataclasses import dataclass

from council.periods.span import months_on
from council.working_days import add_working_days

MOST_MONTHS = 120
"""Nobody is held to a promise for longer than ten years."""
MOST_DAYS = 366 * 10
LAST_DAY = datetime.date.max
"""Where a day lies after all that a calendar has."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# Of "6-12 months" the last is what the words can mean.
SPAN = (
    rf"(?:[0-9]{{1,3}} ?(?:-|–|to) ?)?(?P<count>[0-9]{{1,3}}|an?|{'|'.join(_NUMBERS)})"
    r" (?:(?P<work>working|business)[ -]|calendar )?(?P<unit>day|week|fortnight|month|year)s?'?"
)
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_WORKING_DAYS_OF = {"day": 1, "week": 5, "fortnight": 10}
_COUNTS_WORKING_DAYS = re.compile(r"\b(?:working|business)[ -](?:day|week|fortnight)", re.IGNORECASE)


@dataclass(frozen=True)
class DueSpan:
    """So many months, or days, or working days; one of the three."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def after(self, day: datetime.date, holidays: Container[datetime.date] = ()) -> datetime.date:
        """The last day of the span that begins on the day, which is not counted; never raises."""
        if self.working_days:
            try:
                return add_working_days(day, self.working_days, holidays)
            except OverflowError:
                return LAST_DAY
        return day_after(day, self.months, self.days)

    def __str__(self) -> str:
        if self.working_days:
            return _counted(self.working_days, "working day")
        return span_in_words(self.months, self.days)


def span_of(found: re.Match[str]) -> DueSpan:
    """The span that words matched by `SPAN` have."""
    count, unit = found["count"], found["unit"]
    number = 1 if count in ("a", "an") else int(count) if count.isdigit() else _NUMBERS.index(count) + 1
    if found["work"] and unit in _WORKING_DAYS_OF:
        return DueSpan(working_days=number * _WORKING_DAYS_OF[unit])
    if unit in _DAYS_OF:
        return DueSpan(days=number * _DAYS_OF[unit])
    return DueSpan(months=number * (12 if unit == "year" else 1))


def counts_working_days(words: str) -> bool:
    """Whether the words can only be read by a calendar of working days."""
    return _COUNTS_WORKING_DAYS.search(words) is not None


def day_after(happened_on: datetime.date, months: int | None, days: int | None = None) -> datetime.date:
    """The day so many months and days after an event; never raises, but ends with the calendar.

    It is the same day of the month, or the last day of a shorter month: six months after 31 August 2026 is
    28 February 2027.
    """
    try:
        return months_on(happened_on, months or 0) + datetime.timedelta(days=days or 0)
    except (ValueError, OverflowError):
        return LAST_DAY


def span_in_words(months: int | None, days: int | None = None) -> str:
    """1 month, 6 months, 14 days; "" for none."""
    told = [_counted(months, "month")] if months else []
    told += [_counted(days, "day")] if days else []
    return " and ".join(told)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
