"""The share of returns that came in time."""

import datetime

from django.urls import reverse

from council.computed.computation import Computation, due_within, listed
from performance.figures.on_time import returned_on_time
from performance.rules.computed import Counted, Over, Source


def _records(over: Over) -> str:
    service = f"&service={over.service_id}" if over.service_id else ""
    return f"{reverse('returns_list')}?{due_within(over)}{service}"


def _count(starts_on: datetime.date, ends_on: datetime.date, service_ids: set[int] | None) -> Counted:
    found = returned_on_time(starts_on, ends_on, service_ids=service_ids)
    aside = listed(
        (found.late, "came late", "came late"),
        (found.never, "has not come at all", "have not come at all"),
        (
            found.without_day,
            "more is left out: a file brought it, and nobody knows when it was submitted",
            "more are left out: a file brought them, and nobody knows when they were submitted",
        ),
    )
    return Counted(found.on_time, found.due, aside)


RETURNS_ON_TIME = Computation(
    Source(
        key="returns_on_time",
        title="Share of returns made on time",
        query=(
            "A return counts in the period in which it fell due, and as on time when it was first submitted by its due "
            "date. Computed indicators are left out, since nobody submits them."
        ),
        numerator="Submitted by their due dates",
        denominator="Returns due",
        nothing="No return was due in the period, so there is nothing to take a share of.",
        records=_records,
    ),
    _count,
)
