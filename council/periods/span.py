"""A year cut into the spans that returns are made for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from council.periods import words
from council.periods.words import ONE_DAY
from council.periods.years import financial_year, year_name


class Frequency(StrEnum):
    """How often returns are made."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    FOUR_MONTHLY = "four_monthly"
    HALF_YEARLY = "half_yearly"
    ANNUAL = "annual"
    CUSTOM = "custom"


MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.FOUR_MONTHLY: 4,
    Frequency.HALF_YEARLY: 6,
    Frequency.ANNUAL: 12,
}
PARTS = {
    Frequency.QUARTERLY: ("Quarter 1", "Quarter 2", "Quarter 3", "Quarter 4"),
    Frequency.HALF_YEARLY: ("First half", "Second half"),
    Frequency.ANNUAL: ("",),
}
# Quarters, halves, months and years follow the year's first month; only these have first days of their own.
WITH_OWN_STARTS = (Frequency.FOUR_MONTHLY, Frequency.CUSTOM)


@dataclass(frozen=True, order=True)
class Span:
    """One period: its first and last day, what people call it, and the year it is reported under."""

    start: date
    end: date
    name: str
    year: int

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(
                f"{self.name} ends on {words.day(self.end)}, before it starts on {words.day(self.start)}."
            )

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def dates(self) -> str:
        """The span in days, such as "1 April to 30 June 2026": tells two calendars' spans apart."""
        return words.days(self.start, self.end)


def spans(
    frequency: Frequency | str,
    *,
    year: int,
    start_month: int = 4,
    starts: Sequence[date] | None = None,
    end: date | None = None,
) -> list[Span]:
    """The spans reported under the year that starts in `year`, in order, without gap or overlap.

    `starts` gives the first days of four-monthly or custom spans where the council moved them that year. The
    last span then runs to `end`; without one, for four months, or when custom to the end of the year.
    ValueError, with a sentence, when the days are out of order or lie outside the year.
    """
    frequency = Frequency(frequency)
    if starts is not None:
        return _spans_from(frequency, starts, year=year, start_month=start_month, end=end)
    if frequency is Frequency.CUSTOM:
        raise ValueError("Custom periods need the first day of each one.")
    firsts = [first_of_month(year, start_month + shift) for shift in range(0, 13, MONTHS[frequency])]
    return [
        Span(first, last := following - ONE_DAY, _name(frequency, number, first, last, start_month), year)
        for number, (first, following) in enumerate(pairwise(firsts), start=1)
    ]


def _spans_from(
    frequency: Frequency, starts: Sequence[date], *, year: int, start_month: int, end: date | None
) -> list[Span]:
    if frequency not in WITH_OWN_STARTS:
        raise ValueError("Only four-monthly and custom periods have first days of their own.")
    if not starts:
        raise ValueError("Give the first day of each period.")
    year_start, year_end = first_of_month(year, start_month), first_of_month(year + 1, start_month) - ONE_DAY
    if end is None:
        custom = frequency is Frequency.CUSTOM
        end = year_end if custom else months_on(starts[-1], MONTHS[frequency]) - ONE_DAY
    found = []
    for first, following in pairwise([*starts, end + ONE_DAY]):
        last = following - ONE_DAY
        if last < first:
            raise ValueError(f"A period that starts on {words.day(first)} cannot end on {words.day(last)}.")
        if last < year_start or first > year_end:
            raise ValueError(
                f"{words.days(first, last)} is outside the year {words.days(year_start, year_end)}."
            )
        found.append(Span(first, last, words.months(first, last), year))
    return found


def first_of_month(year: int, month: int) -> date:
    """The first of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def months_on(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day when it is too short."""
    following = first_of_month(day.year, day.month + months + 1)
    return min(first_of_month(day.year, day.month + months) + (day - day.replace(day=1)), following - ONE_DAY)


def _name(frequency: Frequency, number: int, first: date, last: date, start_month: int) -> str:
    if frequency not in PARTS:
        return words.months(first, last)
    part, year = PARTS[frequency][number - 1], financial_year(first, start_month=start_month)
    if start_month in (1, 4):
        return f"{part} {year_name(year) if start_month == 4 else year}".strip()
    # Only the financial year may be called 2026/27: a school's year would be taken for it.
    return f"{f'{part} of the year' if part else 'Year'} from {first_of_month(year, start_month):%B %Y}"
