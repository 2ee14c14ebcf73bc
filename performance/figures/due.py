"""What returns are owed: for each indicator and each period that has ended, how far the return has come."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from council.periods import local_day
from performance.choices import AWAITING_SIGN_OFF, DONE, Step
from performance.models import Indicator, Period, Return
from portfolios.models import Service

LOOK_BACK_DAYS = 400


@dataclass(frozen=True)
class ServiceDue:
    """One service's returns for one period: a line of "My returns"."""

    service: Service
    period: Period
    expected: int
    started: int
    submitted: int
    signed_off: int
    sent_back: int
    submitted_late: int
    is_late: bool

    @property
    def missing(self) -> int:
        """Returns not yet submitted."""
        return self.expected - self.submitted

    @property
    def is_done(self) -> bool:
        return self.missing == 0

    @property
    def awaiting_sign_off(self) -> int:
        """Submitted, and waiting for a lead officer."""
        return self.submitted - self.signed_off


class Begun(NamedTuple):
    """A return as far as it is counted."""

    indicator_id: int
    period_id: int
    step: str
    first_submitted_at: datetime.datetime | None
    asked_step: str | None
    """What was done last beside drafting: a draft since then has not answered it."""


def due_of_services(service_ids: set[int], *, day: datetime.date) -> list[ServiceDue]:
    """What the given services owe for every period that ended in the last thirteen months, late first, then by date.

    Three queries however many returns there are.
    """
    indicators = list(Indicator.objects.of_services(service_ids).select_related("service"))
    since = day - datetime.timedelta(days=LOOK_BACK_DAYS)
    periods = list(Period.objects.ended(day=day).filter(ends_on__gt=since).order_by("due_on", "pk"))
    returns = Return.objects.filter(indicator__service__in=service_ids, period__in=periods).with_asked()
    begun = map(Begun._make, returns.order_by().values_list(*Begun._fields))
    by_key = {(row.indicator_id, row.period_id): row for row in begun}
    lines = []
    for period in periods:
        for service, expected in _by_service(indicators, period).items():
            rows = [by_key.get((indicator.pk, period.pk)) for indicator in expected]
            lines.append(_line(service, period, rows, day=day))
    return sorted(lines, key=lambda line: (line.is_done, line.period.due_on, line.service.name))


def _by_service(indicators: list[Indicator], period: Period) -> dict[Service, list[Indicator]]:
    expected: dict[Service, list[Indicator]] = {}
    for indicator in indicators:
        if indicator.cycle_id == period.cycle_id and indicator.is_on(period.ends_on):
            expected.setdefault(indicator.service, []).append(indicator)
    return expected


def _line(service: Service, period: Period, rows: list[Begun | None], *, day: datetime.date) -> ServiceDue:
    begun = [row for row in rows if row is not None]
    done = [row for row in begun if row.step in DONE]
    return ServiceDue(
        service=service,
        period=period,
        expected=len(rows),
        started=len(begun),
        submitted=len(done),
        signed_off=sum(row.step not in AWAITING_SIGN_OFF for row in done),
        sent_back=sum(row.asked_step == Step.SENT_BACK for row in begun),
        submitted_late=sum(_was_late(row, period) for row in done),
        is_late=len(done) < len(rows) and period.due_on < day,
    )


def _was_late(row: Begun, period: Period) -> bool:
    return row.first_submitted_at is not None and local_day(row.first_submitted_at) > period.due_on
