"""How many of the returns that were due within some days were submitted by their due date."""

import datetime
from collections import Counter
from dataclasses import dataclass

from council.periods import local_day
from performance.choices import STANDING
from performance.models import Indicator, Period, Return


@dataclass(frozen=True)
class OnTime:
    """The returns due within some days; each stands in one number."""

    on_time: int
    late: int
    never: int
    """Not submitted to this day."""
    without_day: int
    """Brought in by a file as figures that stood already: nobody knows when they were submitted."""

    @property
    def due(self) -> int:
        """All of which it can be said whether they came in time."""
        return self.on_time + self.late + self.never


def returned_on_time(
    starts_on: datetime.date, ends_on: datetime.date, *, service_ids: set[int] | None = None
) -> OnTime:
    """Of the returns due from one day to another, with both, how many were submitted in time; three queries.

    Of all services, or of the given ones. Computed indicators are left out: nobody submits them.
    """
    periods = list(Period.objects.filter(due_on__range=(starts_on, ends_on)))
    rows = Indicator.objects.filter(computed_from="", cycle__in={each.cycle_id for each in periods})
    indicators = list(rows if service_ids is None else rows.of_services(service_ids))
    returns = Return.objects.filter(period__in=periods, indicator__in=indicators)
    by_key = {(row.indicator_id, row.period_id): row for row in returns}
    counted = Counter(
        _how(by_key.get((indicator.pk, period.pk)), period)
        for period in periods
        for indicator in indicators
        if indicator.cycle_id == period.cycle_id and indicator.is_on(period.ends_on)
    )
    return OnTime(counted["on_time"], counted["late"], counted["never"], counted["without_day"])


def _how(row: Return | None, period: Period) -> str:
    if row is None or (row.first_submitted_at is None and row.step not in STANDING):
        return "never"
    if row.first_submitted_at is None:
        return "without_day"
    return "on_time" if local_day(row.first_submitted_at) <= period.due_on else "late"
