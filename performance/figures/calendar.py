"""The reporting calendar: each period with its days, its due date, and the two years it lies in."""

import datetime
from dataclasses import dataclass

from council.dates import span
from council.periods import both_years
from performance.models import MunicipalYear, Period

SHOWN_DAYS = 400


@dataclass(frozen=True)
class CalendarLine:
    """One period, in the financial year and the municipal year of its last day."""

    period: Period
    municipal_year: str
    state: str

    @property
    def name(self) -> str:
        return self.period.name

    @property
    def days(self) -> str:
        return span(self.period.starts_on, self.period.ends_on)


def calendar_lines(*, today: datetime.date) -> list[CalendarLine]:
    """The periods of about a year back and a year on, the newest first; two queries."""
    reach = datetime.timedelta(days=SHOWN_DAYS)
    meetings = list(MunicipalYear.objects.values_list("starts_on", flat=True))
    periods = Period.objects.filter(ends_on__gt=today - reach, starts_on__lt=today + reach)
    return [
        CalendarLine(
            period,
            municipal.name if (municipal := both_years(period.ends_on, meetings).municipal) else "",
            _state(period, today),
        )
        for period in periods.select_related("cycle").order_by("-ends_on", "cycle__name", "pk")
    ]


def _state(period: Period, today: datetime.date) -> str:
    if period.ends_on >= today:
        return "Not over yet"
    return "Returns open" if period.due_on >= today else "Past its date"
