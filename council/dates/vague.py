"""Dates as old papers wrote them: "Jan 03", "Spring 03", "Ongoing", "??", "April o3".

The words are kept; beside them stand how precise they are and the first and last day they can mean. Nothing
is repaired without a remark that says so.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from council.dates.exact import MONTHS, DateProblem, date_pieces, day_of, month_number, short_year
from council.text import plain_figures

LONGEST = 60
# Two years further apart than this are no span: "2026-06" is a month, "2003-05" three years.
LONGEST_SPAN = 20


class Precision(StrEnum):
    """How much of a date the words tell."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    RECURRING = "recurring"
    NONE = "none"


@dataclass(frozen=True)
class VagueDate:
    """Words for a time, as written, and the first and last day that they can mean; None where they mean none.

    `remark` is a sentence on how the words were read, "" where they leave no question.
    """

    as_written: str
    precision: Precision
    earliest: date | None = None
    latest: date | None = None
    remark: str = ""


_RECURRING = re.compile(
    r"on-?going|continu(?:ous|al)(?:ly)?|(?:every|each|per) (?:day|week|month|quarter|year)|annual(?:ly)?"
    r"|daily|(?:bi-?)?(?:weekly|fortnightly|monthly|quarterly|yearly)|half-yearly|termly|regular(?:ly)?"
)
# The months that a season begins in, as the Met Office counts them; winter runs into the next year.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_HEDGES = re.compile(
    r"((?:(?:by|before|from|after|at|in)[ -]+)?(?:the[ -]+)?"
    r"(?:(?:end|middle|beginning|start)(?:[ -]+of)?|early|mid|late)"
    r"|by|before|from|after|during|in|around|about)[ -]+"
)
_YEAR = r"'?([0-9]{2}|[0-9]{4})"
_YEARS = re.compile(r"([0-9]{4}|[0-9]{2}) ?[/-] ?([0-9]{1,2}|[0-9]{4})")
_QUARTER = re.compile(r"(?:q|qtr|quarter) ?([1-4]),?(?: of)? (.+)")
_SEASON = re.compile(
    rf"(spring|summer|autumn|winter),?(?: of)?[ -]+{_YEAR}(?: ?[/-] ?([0-9]{{1,2}}|[0-9]{{4}}))?"
)
_MONTH = re.compile(
    rf"(?P<word>[a-z]+)[.,]?[ /-]*{_YEAR}|([0-9]{{1,2}})[/.-]([0-9]{{4}})|([0-9]{{4}})-([0-9]{{2}})"
)
_LETTER_O = re.compile(r"\b(?=[o0-9]*[0-9])[0-9o]*o[0-9o]*\b")


def read_vague_date(text: str) -> VagueDate:
    """What words for a time can mean; never raises, because the words are history.

    A year of two figures is one of 1950 to 2049. Seasons are whole months, spring from March; quarters are those
    of a financial year written as one ("Q2 2003/04"). The letter o among figures is read as 0, with a remark.
    """
    plain = " ".join(plain_figures(text).plain.casefold().split()) if len(text) <= LONGEST else "x"
    plain = plain.replace("’", "'")
    mended = _LETTER_O.sub(lambda found: found[0].replace("o", "0"), plain)
    hedge = _HEDGES.match(mended)
    read = _read(mended[hedge.end() :] if hedge else mended)
    remarks = [read.remark]
    if read.earliest and mended != plain:
        remarks.insert(0, "The letter o is read as the figure 0.")
    if read.earliest and hedge:
        remarks.append(f'"{hedge[1].capitalize()}" is kept in words only.')
    return replace(read, as_written=text, remark=" ".join(filter(None, remarks)))


def _read(plain: str) -> VagueDate:
    if not re.search("[a-z0-9]", plain):
        return VagueDate("", Precision.NONE, remark="No date is given." if plain else "")
    if _RECURRING.fullmatch(plain):
        return VagueDate("", Precision.RECURRING)
    for reader in (_years, _quarter, _season, _month, _day):
        if read := reader(plain):
            return read
    return VagueDate("", Precision.NONE, remark="No date can be made out.")


def _years(plain: str) -> VagueDate | None:
    """One year (2003), a financial year (2003/4, 2003-04) or the years from a first to a last (2003-5)."""
    if re.fullmatch("[0-9]{4}", plain):
        return _within(Precision.YEAR, (int(plain), 1), (int(plain), 12))
    found = _YEARS.fullmatch(plain)
    if found is None:
        return None
    first, last = int(found[1]), _last_year(found[1], found[2])
    if last == first + 1:
        return _within(Precision.YEAR, (first, 4), (last, 3), "Read as the financial year, April to March.")
    if not first < last <= first + LONGEST_SPAN:
        return None
    return _within(Precision.YEAR, (first, 1), (last, 12), f"Read as the years {first} to {last}.")


def _last_year(first: str, last: str) -> int:
    """The last year of a span of which only the last figures are written: 2003/4, 1999/00."""
    year = int(first[: len(first) - len(last)] + last)
    return year if year >= int(first) else year + 10 ** len(last)


def _quarter(plain: str) -> VagueDate | None:
    """A quarter of a financial year; of "Q2 2003" it is not said whose second quarter, so no days are read."""
    found = _QUARTER.fullmatch(plain)
    if found is None:
        return None
    years = _YEARS.fullmatch(found[2])
    if years is None:
        remark = "It is not said whether the quarter is of the calendar year or the financial year."
        return VagueDate("", Precision.QUARTER, remark=remark) if re.fullmatch(_YEAR, found[2]) else None
    first = _full_year(years[1])
    if _last_year(str(first), years[2]) != first + 1:
        return None
    year, month = (first + 1, 1) if found[1] == "4" else (first, 3 * int(found[1]) + 1)
    return _within(Precision.QUARTER, (year, month), (year, month + 2))


def _season(plain: str) -> VagueDate | None:
    """A season of a year; "Winter 03" and "Winter 03/04" are the winter that begins in December 2003."""
    found = _SEASON.fullmatch(plain)
    if found is None:
        return None
    name, year, start = found[1].capitalize(), _full_year(found[2]), _SEASONS[found[1]]
    if start != 12 and not found[3]:
        words = f"{name} is read as {MONTHS[start - 1]} to {MONTHS[start + 1]}."
        return _within(Precision.SEASON, (year, start), (year, start + 2), words)
    if start != 12 or (found[3] and _last_year(str(year), found[3]) != year + 1):
        return None
    words = f"{name} is read as December {year} to February {year + 1}."
    return _within(Precision.SEASON, (year, 12), (year + 1, 2), words)


def _month(plain: str) -> VagueDate | None:
    """A month of a year: Jan 03, Mar-03, April '03, December 2002, 04/2003, 2026-06."""
    found = _MONTH.fullmatch(plain)
    if found is None:
        return None
    month = month_number(found["word"] or found[3] or found[6])
    year = _full_year(found[2] or found[4] or found[5])
    return _within(Precision.MONTH, (year, month), (year, month)) if month and month <= 12 else None


def _day(plain: str) -> VagueDate | None:
    """One day: 13.1.03, 13/1/2003, 1 April 03. A day that its month does not have is remarked on."""
    try:
        pieces = date_pieces(plain.replace("'", ""))[0]
    except DateProblem:
        return None
    if len(pieces) != 3:
        return None
    day, month, year = pieces if len(pieces[0]) < 4 else reversed(pieces)
    if not year.isdigit() or len(year) not in (2, 4) or not 1800 <= _full_year(year) <= 2199:
        return None
    number = month_number(month) or 13
    if number > 12 or not day.isdigit() or len(day) > 2:
        return None
    try:
        read = day_of(day, month, _full_year(year))
    except DateProblem as problem:
        return VagueDate("", Precision.NONE, remark=f"{problem.sentence}.")
    return VagueDate("", Precision.DAY, read, read)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else short_year(text)


def _within(
    precision: Precision, first: tuple[int, int], last: tuple[int, int], remark: str = ""
) -> VagueDate | None:
    """From the first day of the month `first` (year, month) to the last day of the month `last`."""
    if not 1800 <= first[0] <= last[0] <= 2199:
        return None
    return VagueDate("", precision, date(*first, 1), date(*last, monthrange(*last)[1]), remark)
