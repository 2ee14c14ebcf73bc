"""Annual figures: which return speaks for a year, and what a later document does to a figure printed before."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from council.dates import long_date
from council.periods import Frequency, year_name
from council.periods.span import first_of_month
from council.periods.words import ONE_DAY
from performance.choices import NOT_FINAL, NUMERIC_KINDS, FigureChange, ValueKind, ValueStatus


@dataclass(frozen=True)
class PrintedFigure:
    """A figure as a document printed it; `value` is None where it is words."""

    as_written: str
    value: Decimal | None
    status: ValueStatus
    printed_on: date | None = None
    """The date of the document, where it is known."""


def change_of(before: PrintedFigure | None, after: PrintedFigure) -> FigureChange:
    """What a document does to the figure printed before it; of one that is older than the newest, nothing.

    An estimate, a forecast or a provisional figure says that another is to come: to take its place is to make it
    final. To change any other is a change that has to be declared.
    """
    if before is None:
        return FigureChange.FIRST
    if before.printed_on and after.printed_on and after.printed_on < before.printed_on:
        return FigureChange.EARLIER
    if _says(before) == _says(after):
        return FigureChange.SAME
    return FigureChange.FIRMED if before.status in NOT_FINAL else FigureChange.CHANGED


def _says(figure: PrintedFigure) -> Decimal | str:
    return " ".join(figure.as_written.casefold().split()) if figure.value is None else figure.value


def future_problem(year: int, *, current: int) -> str:
    """What speaks against a figure for a year later than the next; "" where nothing does."""
    if year <= current + 1:
        return ""
    return f"{year_name(year)} is too far ahead. Enter a year up to {year_name(current + 1)}"


def unended_problem(year: int | None, status: str | None, *, current: int) -> str:
    """What speaks against calling the figure of a year actual: that the year has not ended; "" where nothing does."""
    if year is None or year < current or status != ValueStatus.ACTUAL:
        return ""
    return f"{year_name(year)} has not ended, so its figure cannot be actual. Choose forecast, estimate or provisional"


def date_problem(day: date | None, *, today: date) -> str:
    """What speaks against the date of a document: that it is still to come; "" where nothing does."""
    if day is None or day <= today:
        return ""
    return f"{long_date(day)} is still to come. Enter the figure once the document is out"


def too_early_problem(year: int | None, status: str | None, day: date | None) -> str:
    """What speaks against an actual figure in a document from before the year's end; "" where nothing does."""
    if year is None or day is None or status != ValueStatus.ACTUAL or day > date(year + 1, 3, 31):
        return ""
    said = f"{long_date(day)} is before {year_name(year)} ended, so its figure cannot have been actual"
    return f"{said}. Choose forecast, estimate or provisional, or put the date right"


def closes_year(
    frequency: str, *, ends_on: date, year: int, start_month: int, has_later_period: bool
) -> bool:
    """Whether a period is the last of its year. Custom periods need not reach the year's end; all others do."""
    if has_later_period:
        return False
    year_end = first_of_month(year + 1, start_month) - ONE_DAY
    return frequency == Frequency.CUSTOM or ends_on >= year_end


def speaks_for_year(frequency: str, *, kind: str, is_cumulative: bool) -> bool:
    """Whether the value of a year's last period is the figure of the whole year.

    That of an annual return is; so is one that counts from the start of the year, and a state in words. The last
    quarter's percentage is not: the year's would have to be worked out from all four.
    """
    return frequency == Frequency.ANNUAL or is_cumulative or ValueKind(kind) not in NUMERIC_KINDS
