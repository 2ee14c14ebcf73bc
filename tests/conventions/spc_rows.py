"""Rebases and monthly values, for the council of `scene`."""

from datetime import date
from decimal import Decimal

from council.models import User
from performance.models import Indicator, MonthlyValue, Period, Rebase
from performance.operations.rebases import rebase_limits
from tests.performance import lives


def rebased(indicator: Indicator, period: Period, lead: User) -> Rebase:
    """Limits that start anew at the period, with a monthly value in it."""
    month = period.starts_on
    MonthlyValue.objects.create(
        indicator=indicator, month=month, as_written="84", value=Decimal(84), by=lead, at=lives.AT
    )
    why = "A second crew started"
    return rebase_limits(indicator, period=period, reason=why, by=lead, at=lives.AT, on=date(2026, 10, 12))
