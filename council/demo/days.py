"""The days of the demo council: which quarter is its newest, its working days and its annual meetings."""

import datetime
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from council.periods import LONDON, Frequency, Span, financial_year, spans
from council.working_days import is_working_day

YEARS = 5
ONE_DAY = datetime.timedelta(days=1)
WEDNESDAY = 2


@dataclass(frozen=True)
class DemoDays:
    """All that follows from the day on which somebody looks."""

    today: datetime.date
    working: tuple[datetime.date, ...]
    """The working days from before the first year to after the last."""

    @classmethod
    def around(cls, today: datetime.date, holidays: Container[datetime.date]) -> "DemoDays":
        """The days around a day, given the bank holidays."""
        start = datetime.date(today.year - YEARS - 3, 1, 1)
        count = (datetime.date(today.year + 3, 1, 1) - start).days
        every = (start + number * ONE_DAY for number in range(count))
        return cls(today, tuple(day for day in every if is_working_day(day, holidays)))

    @cached_property
    def quarters(self) -> tuple[Span, ...]:
        """The quarters that are over, from the year before the demo's first, oldest first."""
        this = financial_year(self.today)
        years = range(this - YEARS - 2, this + 1)
        listed = (span for year in years for span in spans(Frequency.QUARTERLY, year=year))
        return tuple(span for span in listed if span.end < self.today)

    @property
    def newest(self) -> Span:
        """The newest quarter that is over."""
        return self.quarters[-1]

    @property
    def year(self) -> int:
        """The financial year of the newest quarter."""
        return self.newest.year

    @property
    def years(self) -> range:
        """The financial years the council reports on: five before the newest, and that of today."""
        return range(self.year - YEARS, financial_year(self.today) + 1)

    def working_day(self, start: datetime.date, number: int) -> datetime.date:
        """The working day so many after a day; with a number of 0 or below, at or before it."""
        return self.working[bisect_right(self.working, start) - 1 + number]

    def number_of(self, day: datetime.date) -> int:
        """How many working days there were up to and with a day: the difference of two is the time between."""
        return bisect_right(self.working, day)

    def annual_meeting(self, year: int) -> datetime.date:
        """The third Wednesday in May; a week later in the years of local elections, every fourth from 2023."""
        first = datetime.date(year, 5, 1)
        weeks = 3 if year % 4 == 3 else 2
        return first + datetime.timedelta(days=(WEDNESDAY - first.weekday()) % 7 + 7 * weeks)

    def meeting_before(self, years_ago: int) -> datetime.date:
        """The annual meeting so many years before the last one."""
        latest = self.today.year if self.annual_meeting(self.today.year) < self.today else self.today.year - 1
        return self.annual_meeting(latest - years_ago)


def moment(day: datetime.date, part: float) -> datetime.datetime:
    """A time in office hours, from 8.40 to 17.20: `part` from 0 to 1 says how far into the day."""
    opens = datetime.datetime.combine(day, datetime.time(8, 40), LONDON)
    return opens + datetime.timedelta(minutes=int(part * 520))
