"""The share of promises kept."""

import datetime

from django.urls import reverse

from council.computed.computation import Computation, due_within, listed
from performance.rules.computed import Counted, Over, Source
from portfolios.figures.kept import kept_of_due


def _records(over: Over) -> str:
    return f"{reverse('promises')}?{due_within(over)}" if over.service_id is None else ""


def _count(starts_on: datetime.date, ends_on: datetime.date, service_ids: set[int] | None) -> Counted:
    found = kept_of_due(starts_on, ends_on, service_ids=service_ids)
    aside = listed(
        (
            found.part_kept,
            "was kept in part, and is not counted as kept",
            "were kept in part, and are not counted as kept",
        ),
        (
            found.released,
            "more is left out, for its owner was released",
            "more are left out, for their owners were released",
        ),
    )
    return Counted(found.kept, found.due, aside)


PROMISES_KEPT = Computation(
    Source(
        key="promises_kept",
        title="Share of promises kept",
        query=(
            "A promise counts in the period in which its day falls, and as kept once that was said with what shows it, "
            "also where it was kept late. A promise without a day is due in no period."
        ),
        numerator="Kept by now",
        denominator="Promises due",
        nothing="No promise was due in the period, so there is nothing to take a share of.",
        records=_records,
    ),
    _count,
)
