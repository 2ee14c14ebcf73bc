"""Reads a date day first, as it is written in Britain, and shows it: 7 April 2005."""

import re
from calendar import monthrange
from datetime import date

from council.text import plain_figures

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EARLIEST_YEAR = 1900
LATEST_YEAR = 2199
# A year of two figures is one of 1950 to 2049. Only words of old papers are read so, never a date in force.
PIVOT = 50
LONGEST = 60
EXAMPLE = "Enter a date, such as 7 April 2026"
_MIDNIGHT = re.compile(r"[ t]+00:00(?::00)?$")
_IDLE = frozenset(["st", "nd", "rd", "th", "of", "the"])


class DateProblem(ValueError):
    """A text that is not one date; `sentence` says what to type."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_date(text: str) -> date:
    """The date in `text`: "1 April 2026", "1 Apr 2026", "01/04/2026", "13.1.2003" or "2026-04-01".

    Day first, unless the year stands first; the year in four figures, 1900 to 2199; a weekday has to be
    right. Three boxes are read as "day month year". Raises `DateProblem` for anything else, however long.
    """
    pieces, weekday = date_pieces(text)
    day = _dated(pieces)
    if weekday not in (None, day.weekday()):
        raise DateProblem(f"{long_date(day)} is a {_DAYS[day.weekday()]}: check the day or the date")
    return day


def date_pieces(text: str) -> tuple[list[str], int | None]:
    """The figures and words of a date in small letters, and its weekday (Monday 0) where it names one.

    Separators, "st", "of" and a spreadsheet's midnight are left out.
    """
    text = text.strip()
    plain = plain_figures(text).plain.casefold() if len(text) <= LONGEST else ""
    plain = _MIDNIGHT.sub("", plain)
    if not re.fullmatch(r"[0-9a-z][0-9a-z ,./-]*", plain):
        raise DateProblem(EXAMPLE)
    pieces = [piece for piece in re.findall("[0-9]+|[a-z]+", plain) if piece not in _IDLE]
    weekdays = [number for piece in pieces if (number := _weekday(piece)) is not None]
    return [piece for piece in pieces if _weekday(piece) is None], weekdays[0] if weekdays else None


def _dated(pieces: list[str]) -> date:
    """The date of its pieces, in the order that they leave no doubt about."""
    kinds = ["word" if piece.isalpha() else "year" if len(piece) > 2 else "figure" for piece in pieces]
    match kinds:
        case ["figure", _, _] | ["year", "word", "figure"] | ["year", "figure", "figure"]:
            first, month, last = pieces
            day, year = (last, first) if kinds[0] == "year" else (first, last)
        case ["word", "figure", "year"]:
            month, day, year = pieces
        case ["word" | "figure", "year"]:
            raise DateProblem("Enter the day as well, such as 7 April 2026")
        case ["figure", "word"] | ["figure", "figure"]:
            raise DateProblem("Enter the year as well, such as 7 April 2026")
        case _:
            raise DateProblem(EXAMPLE)
    return day_of(day, month, whole_year(year))


def whole_year(text: str) -> int:
    """A year in four figures, within the years that are kept; else `DateProblem`."""
    if not text.isdigit():
        raise DateProblem(EXAMPLE)
    if len(text) < 4:
        raise DateProblem(
            f"Enter the year with four figures, such as {short_year(text) if len(text) == 2 else 2026}"
        )
    if len(text) > 4 or not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise DateProblem(f"Enter a year between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return int(text)


def short_year(text: str) -> int:
    """The year that its last two figures stand for: 03 is 2003, 97 is 1997 (see `PIVOT`)."""
    last = int(text[-2:])
    return last + (2000 if last < PIVOT else 1900)


def day_of(day: str, month: str, year: int) -> date:
    """The date of a day and month as written; `DateProblem` when the calendar has none such."""
    number = month_number(month)
    if not day.isdigit() or len(day) > 2 or number is None:
        raise DateProblem(EXAMPLE)
    if not 1 <= number <= 12:
        other = int(day)
        turned = 1 <= other <= 12 and 1 <= number <= monthrange(year, other)[1]
        example = f"{number} {MONTHS[other - 1]} {year}" if turned else "7 April 2026"
        raise DateProblem(f"There is no month {number}: enter the day first, such as {example}")
    length = monthrange(year, number)[1]
    if not 1 <= int(day) <= length:
        raise DateProblem(f"{MONTHS[number - 1]} {year} has {length} days")
    return date(year, number, int(day))


def month_number(text: str) -> int | None:
    """The number of a month as written: "4", "04", "Apr", "April"; 13 for "13"; None for another word."""
    if text.isdigit():
        return int(text) if len(text) <= 2 else None
    names = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(text)]
    return names[0] if len(text) >= 3 and names else None


def _weekday(text: str) -> int | None:
    """The number of a weekday as written ("Wed", "Weds", "Wednesday"), Monday 0; None for another word."""
    names = [n for n, name in enumerate(_DAYS) if name.casefold().startswith(text.removesuffix("s"))]
    return names[0] if len(text) >= 3 and names else None


def long_date(day: date) -> str:
    """7 April 2005."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """7 Apr 2005."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def span(start: date, end: date) -> str:
    """From the first day to the last, saying month and year once: "1 April to 30 June 2026"."""
    if start > end:
        raise ValueError(f"A span ends before it starts: {start} to {end}")
    if start == end:
        return long_date(start)
    if start.year != end.year:
        return f"{long_date(start)} to {long_date(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} to {long_date(end)}"
    return f"{start.day} to {long_date(end)}"
