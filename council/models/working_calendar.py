"""The days that no clock counts, from the rows of the register: one function for every clock of the product."""

import datetime
from dataclasses import dataclass

from django.db.models import BooleanField, Max, Value

from council.dates import long_date
from council.models.bank_holiday import BankHoliday, Division
from council.models.closure_day import ClosureDay
from council.working_days import LOAD_MORE, horizon_warning


@dataclass(frozen=True)
class WorkingCalendar:
    """The bank holidays of one division and the council's own closure days, and how far the former are known."""

    holidays: dict[datetime.date, str]
    """Each day that is not counted, with its name; of two names for one day, the bank holiday's."""
    known_to: datetime.date | None
    """The last bank holiday on record. Closure days do not move it: they say nothing of the holidays after them."""

    known_from: datetime.date | None = None
    """The first bank holiday on record."""

    def warning(
        self, *, since: datetime.date | None, until: datetime.date | None, may_load: bool = False
    ) -> str:
        """A sentence where days were counted that lie beyond the bank holidays on record; "" where none do.

        `since` and `until` are the first and the last day that is counted, None where none is. Whoever may load
        more holidays is told how; everybody else, whom to tell.
        """
        if since is None or until is None:
            return ""
        ask = LOAD_MORE if may_load else "Tell an administrator."
        if self.known_to is None:
            return f"No bank holidays are on record, so the days may be wrong. {ask}"
        told = []
        if until > self.known_to:
            told.append(
                f"Bank holidays are on record only to {long_date(self.known_to)}, and days are counted beyond. {ask}"
            )
        if self.known_from and since.year < self.known_from.year:
            told.append(
                f"No bank holiday before {long_date(self.known_from)} is on record, "
                "so days before it are counted without any."
            )
        return " ".join(told)


def working_calendar(division: str) -> WorkingCalendar:
    """The calendar of one division; one query."""
    holidays = BankHoliday.objects.for_division(division).order_by()
    closed = ClosureDay.objects.order_by()
    rows = list(
        closed.values_list("date", "title", Value(False, BooleanField())).union(
            holidays.values_list("date", "title", Value(True, BooleanField()))
        )
    )
    rows.sort(key=lambda row: bool(row[2]))
    known = [day for day, _, is_bank_holiday in rows if is_bank_holiday]
    return WorkingCalendar(
        {day: title for day, title, _ in rows}, max(known, default=None), min(known, default=None)
    )


def holidays_of(division: str) -> dict[datetime.date, str]:
    """The days that a clock of this division does not count, with their names; one query."""
    return working_calendar(division).holidays


def horizon_warnings(*, on: datetime.date) -> list[str]:
    """A sentence for each division on record whose bank holidays end in under 12 months; one query."""
    last = dict(BankHoliday.objects.order_by().values_list("division").annotate(last=Max("date")))
    if not last:
        return [horizon_warning(None, on) or ""]
    told = ((Division(division).label, horizon_warning(day, on)) for division, day in sorted(last.items()))
    return [f"{label}: {warning}" for label, warning in told if warning]
