"""What returns are owed: for each indicator and each period that has ended, how far the return has come."""

import datetime
from dataclasses import dataclass

from council.periods import local_day
from performance.choices import AWAITING_SIGN_OFF, DONE, Step
from performance.figures.owed import Begun, Owed, owed
from performance.models import Indicator, Period
from portfolios.models import Service


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


def due_of_services(
    service_ids: set[int], *, day: datetime.date, read: Owed | None = None
) -> list[ServiceDue]:
    """What the given services owe for every period that ended in the last thirteen months, late first, then by date.

    Three queries however many returns there are, and none where what they owe was `read` before.
    """
    owing = read or owed(service_ids, day=day)
    lines = []
    for period in owing.periods:
        for service, expected in _by_service(owing.indicators, period).items():
            rows = [owing.begun.get((indicator.pk, period.pk)) for indicator in expected]
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
