"""The two years of a council: financial from 1 April, municipal from the annual meeting."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from council.periods import words
from council.periods.words import ONE_DAY

LONDON = ZoneInfo("Europe/London")
FIRST_YEAR, LAST_YEAR = 1900, 2199


class MunicipalYear(NamedTuple):
    """From one annual meeting to the day before the next; `end` is None until the next one is fixed."""

    start: date
    end: date | None
    name: str


def local_day(moment: datetime) -> date:
    """The day in London at that moment: 23:30 in UTC on 30 June is 1 July. ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone has no day.")
    return moment.astimezone(LONDON).date()


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
        raise ValueError(f"No annual meeting is recorded on or before {words.day(day)}.")
    following = min((meeting for meeting in meetings if meeting > day), default=None)
    if following is None and day > date(begun.year + 1, 6, 30):
        raise ValueError(f"No annual meeting is recorded between {words.day(begun)} and {words.day(day)}.")
    return MunicipalYear(begun, following - ONE_DAY if following else None, year_name(begun.year))
