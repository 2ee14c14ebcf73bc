"""Rebases and monthly values, for the council of `scene`."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from council.models import User
from performance.models import MonthlyValue, Period, Rebase, Return
from performance.operations.rebases import rebase_limits
from tests.performance import lives


def rebased(rows: Sequence[Return], period: Period, lead: User) -> Rebase:
    """Of every return's indicator: limits that start anew at the period, with a monthly value in it; the first."""
    found = []
    for row in rows:
        MonthlyValue.objects.create(
            indicator=row.indicator,
            month=period.starts_on,
            as_written="84",
            value=Decimal(84),
            by=lead,
            at=lives.AT,
        )
        why = {"reason": "A second crew started", "by": lead, "at": lives.AT, "on": date(2026, 10, 12)}
        found.append(rebase_limits(row.indicator, period=period, **why))
    return found[0]
