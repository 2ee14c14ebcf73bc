"""The stretches of time a council reports by: financial and municipal years, quarters, four months, months.

Pure: plain dates in and out, no clock. A span's end is its last day. A financial year goes by the year it
starts in: 2026 stands for 2026/27. Two calendars run side by side, the financial year from 1 April and the
municipal year from the council's annual meeting, mostly in May, and neither is ever read for the other.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199


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
            raise ValueError(f"{self.name} ends on {_day(self.end)}, before it starts on {_day(self.start)}.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def dates(self) -> str:
        """The span in days, such as "1 April to 30 June 2026": tells two calendars' spans apart."""
        return _days(self.start, self.end)


class MunicipalYear(NamedTuple):
    """From one annual meeting to the day before the next; `end` is None until the next one is fixed."""

    start: date
    end: date | None
    name: str


class BothYears(NamedTuple):
    """The same day in both calendars; `municipal` is None where no annual meeting on record began it."""

    quarter: Span
    financial: Span
    municipal: MunicipalYear | None


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
    firsts = [_month(year, start_month + shift) for shift in range(0, 13, MONTHS[frequency])]
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
    year_start, year_end = _month(year, start_month), _month(year + 1, start_month) - ONE_DAY
    if end is None:
        custom = frequency is Frequency.CUSTOM
        end = year_end if custom else _months_on(starts[-1], MONTHS[frequency]) - ONE_DAY
    found = []
    for first, following in pairwise([*starts, end + ONE_DAY]):
        last = following - ONE_DAY
        if last < first:
            raise ValueError(f"A period that starts on {_day(first)} cannot end on {_day(last)}.")
        if last < year_start or first > year_end:
            raise ValueError(f"{_days(first, last)} is outside the year {_days(year_start, year_end)}.")
        found.append(Span(first, last, _months(first, last), year))
    return found


def financial_year(day: date, *, start_month: int = 4) -> int:
    """The year in which the day's financial year starts: 31 March 2027 lies in 2026, 1 April 2027 in 2027."""
    return day.year if day.month >= start_month else day.year - 1


def year_name(year: int) -> str:
    """2026 as "2026/27"; 1999 as "1999/2000", as people write it."""
    ending = year + 1
    return f"{year}/{ending}" if ending % 100 == 0 else f"{year}/{ending % 100:02}"


def read_year(text: str) -> int:
    """The year typed as "2002/3", "2002/03", "2026-27" or "2026/2027". ValueError, with a sentence."""
    typed = unicodedata.normalize("NFKC", text).strip()
    match = re.fullmatch(r"([0-9]{4}) ?[/\-–] ?([0-9]{1,4})", typed)
    if not match or len(match[2]) == 3:
        raise ValueError("Enter a year such as 2026/27.")
    year, ending = int(match[1]), match[2]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Enter a year from {year_name(FIRST_YEAR)} to {year_name(LAST_YEAR)}.")
    if not str(year + 1).endswith(ending):
        raise ValueError(f"{match[0]} is not one year. Enter {year_name(year)}, or the year you mean.")
    return year


def municipal_year(day: date, annual_meetings: Iterable[date]) -> MunicipalYear:
    """The municipal year of the day: from the annual meeting on or before it, to the day before the next.

    ValueError when the meeting that began it is not on record: one is due each year, between March and June
    at the latest after elections (Local Government Act 1972, Schedule 12, paragraph 1).
    """
    meetings = list(annual_meetings)
    begun = max((meeting for meeting in meetings if meeting <= day), default=None)
    if begun is None:
        raise ValueError(f"No annual meeting is recorded on or before {_day(day)}.")
    following = min((meeting for meeting in meetings if meeting > day), default=None)
    if following is None and day > date(begun.year + 1, 6, 30):
        raise ValueError(f"No annual meeting is recorded between {_day(begun)} and {_day(day)}.")
    return MunicipalYear(begun, following - ONE_DAY if following else None, year_name(begun.year))


def both_years(day: date, annual_meetings: Iterable[date]) -> BothYears:
    """One day in both calendars. 10 May 2017 is in 2017/18 by the one, and in 2016/17 by the other."""
    year = financial_year(day)
    quarter = next(span for span in spans(Frequency.QUARTERLY, year=year) if day in span)
    try:
        municipal = municipal_year(day, annual_meetings)
    except ValueError:
        municipal = None
    return BothYears(quarter, spans(Frequency.ANNUAL, year=year)[0], municipal)


def gaps_and_overlaps(listed: Iterable[Span]) -> list[str]:
    """What is wrong with the spans as a calendar, a sentence each: days in two, days in none."""
    ordered = sorted(listed)
    overlaps = [
        f"{earlier.name} and {later.name} both cover {_days(later.start, min(earlier.end, later.end))}."
        for earlier, later in combinations(ordered, 2)
        if later.start <= earlier.end
    ]
    gaps = [
        f"No period covers {_days(reached + ONE_DAY, span.start - ONE_DAY)}."
        for reached, span in zip(accumulate((span.end for span in ordered), max), ordered[1:], strict=False)
        if span.start > reached + ONE_DAY
    ]
    return overlaps + gaps


def latest_ended(listed: Iterable[Span], on: date) -> Span | None:
    """The span that ended last before the day; a span is not over on its last day."""
    return max((span for span in listed if span.end < on), key=lambda span: span.end, default=None)


def same_period_last_year(span: Span, listed: Iterable[Span]) -> Span | None:
    """The span of the same days a year before; none where the boundaries have moved, never a near miss."""
    start, following = _months_on(span.start, -12), _months_on(span.end + ONE_DAY, -12)
    return next((other for other in listed if (other.start, other.end) == (start, following - ONE_DAY)), None)


def local_day(moment: datetime) -> date:
    """The day in London at that moment: 23:30 in UTC on 30 June is 1 July. ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone has no day.")
    return moment.astimezone(LONDON).date()


def _month(year: int, month: int) -> date:
    """The first of a month; month 13 is January of the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _months_on(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day when it is too short."""
    following = _month(day.year, day.month + months + 1)
    return min(_month(day.year, day.month + months) + timedelta(days=day.day - 1), following - ONE_DAY)


def _name(frequency: Frequency, number: int, first: date, last: date, start_month: int) -> str:
    if frequency not in PARTS:
        return _months(first, last)
    part, year = PARTS[frequency][number - 1], financial_year(first, start_month=start_month)
    if start_month in (1, 4):
        return f"{part} {year_name(year) if start_month == 4 else year}".strip()
    # Only the financial year may be called 2026/27: a school's year would be taken for it.
    return f"{f'{part} of the year' if part else 'Year'} from {_month(year, start_month):%B %Y}"


def _months(first: date, last: date) -> str:
    """Whole months by name ("April to July 2026"), anything else by its days."""
    if first.day != 1 or (last + ONE_DAY).day != 1:
        return _days(first, last)
    return _from_to(f"{first:%B}", f"{last:%B}", first.year, last.year)


def _days(first: date, last: date) -> str:
    return _from_to(f"{first.day} {first:%B}", f"{last.day} {last:%B}", first.year, last.year)


def _from_to(first: str, last: str, first_year: int, last_year: int) -> str:
    """Says a month and a year once where they are the same."""
    if first_year != last_year:
        return f"{first} {first_year} to {last} {last_year}"
    return f"{last} {last_year}" if first == last else f"{first} to {last} {last_year}"


def _day(day: date) -> str:
    return _days(day, day)
