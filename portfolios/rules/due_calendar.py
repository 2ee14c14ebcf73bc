"""Times that a calendar gives without a figure: next month, by Christmas, by the end of the year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from council.dates import long_date
from portfolios.rules.due_spans import day_after

CHRISTMAS = (12, 25)
NEW_YEAR = (1, 1)
FINANCIAL_YEAR_END = (3, 31)

_BY = r"(?:by|before|in|at|on|for|until|during|over)? ?(?:the )?"
_FEAST = re.compile(
    rf"{_BY}(?P<feast>christmas|xmas|new year(?:'s day)?)(?: day)?,?(?: (?P<year>[0-9]{{4}}))?"
)
_SPAN_NAMED = re.compile(
    rf"{_BY}(?P<end>(?:early|mid|late|end of|beginning of|start of)[ -])?(?:the )?"
    r"(?P<which>next|this|the|current|coming|following)? ?(?P<kind>calendar|financial|municipal|council|civic)?"
    r" ?(?P<unit>week|month|quarter|year)"
)
_DAYS = {"today": 0, "tomorrow": 1, "the end of today": 0}


@dataclass(frozen=True)
class CalendarTime:
    """The last day that such words can mean, and how they were read; no day where only somebody can say."""

    on: date | None
    remark: str


def in_the_calendar(said: str, *, made_on: date | None) -> CalendarTime | None:
    """What plain small-letter words mean, counted from the day of the promise; None for other words."""
    feast, named = _FEAST.fullmatch(said), _SPAN_NAMED.fullmatch(said)
    days = _DAYS.get(said.removeprefix("by "))
    if not (feast or days is not None or (named and (named["end"] or named["which"]))):
        return None
    if feast and feast["year"]:
        return CalendarTime(date(int(feast["year"]) or 1, *_day_of(feast)), "A feast is read as its day.")
    if made_on is None:
        return CalendarTime(None, "Say on which day it was promised: the words count from there.")
    if feast:
        return CalendarTime(_first_such(_day_of(feast), made_on), "Read as the first after the promise.")
    if named:
        return _end_of(named, made_on)
    return CalendarTime(day_after(made_on, 0, days), f"Counted from the promise on {long_date(made_on)}.")


def _day_of(feast: re.Match[str]) -> tuple[int, int]:
    return NEW_YEAR if feast["feast"].startswith("new") else CHRISTMAS


def _first_such(day: tuple[int, int], made_on: date) -> date:
    this_year = date(made_on.year, *day)
    return this_year if this_year >= made_on else date(made_on.year + 1, *day)


def _end_of(named: re.Match[str], made_on: date) -> CalendarTime:
    """The last day of a week, month or year: of the one that the promise was made in, or the one after."""
    is_next = named["which"] in ("next", "coming", "following")
    counted = f"Counted from the promise on {long_date(made_on)}."
    if named["unit"] == "week":
        sunday = made_on + timedelta(days=6 - made_on.weekday() + (7 if is_next else 0))
        return CalendarTime(sunday, counted)
    if named["unit"] == "month":
        return CalendarTime(_month_end(day_after(made_on.replace(day=1), int(is_next))), counted)
    return _year_end(named["kind"] or "", made_on, is_next=is_next) if named["unit"] == "year" else _quarter()


def _year_end(kind: str, made_on: date, *, is_next: bool) -> CalendarTime:
    """The last day of the year; the words alone do not say which year is meant, so the remark does."""
    calendar = date(made_on.year + is_next, 12, 31)
    financial = _first_such(FINANCIAL_YEAR_END, made_on)
    financial = financial.replace(year=financial.year + is_next)
    if kind == "financial":
        return CalendarTime(financial, "The financial year ends in March.")
    if kind == "calendar":
        return CalendarTime(calendar, "The calendar year ends in December.")
    if kind:
        return CalendarTime(None, f"The {kind} year ends with the annual meeting: give its day.")
    asked = f"If the financial year is meant, give {long_date(financial)} as the day."
    return CalendarTime(calendar, f"It is not said which year: read as the calendar year. {asked}")


def _quarter() -> CalendarTime:
    return CalendarTime(
        None, "It is not said whether the quarter is of the calendar year or the financial year."
    )


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
