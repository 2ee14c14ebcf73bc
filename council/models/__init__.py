"""The ground's own rows: who may sign in, what carries a version or is only added to, the holidays that clocks skip."""

from council.models.append_only import AppendOnly, AppendOnlyQuerySet, HistoryFixedError
from council.models.bank_holiday import BankHoliday
from council.models.closure_day import ClosureDay
from council.models.user import User
from council.models.versioned import Versioned
from council.models.working_calendar import (
    WorkingCalendar,
    holidays_of,
    horizon_warnings,
    working_calendar,
)

__all__ = [
    "AppendOnly",
    "AppendOnlyQuerySet",
    "BankHoliday",
    "ClosureDay",
    "HistoryFixedError",
    "User",
    "Versioned",
    "WorkingCalendar",
    "holidays_of",
    "horizon_warnings",
    "working_calendar",
]
