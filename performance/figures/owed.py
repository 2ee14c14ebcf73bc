"""What is read of returns to say what is owed and what calls for a reminder, so that a page with both reads it once."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from performance.models import Indicator, Period, Return, Revision

LOOK_BACK_DAYS = 400
LONGEST_RUN_DAYS = 5 * 366


class Begun(NamedTuple):
    """A return as far as it is counted."""

    indicator_id: int
    period_id: int
    step: str
    first_submitted_at: datetime.datetime | None
    touched_at: datetime.datetime | None
    """When its newest words were saved."""
    asked_step: str | None
    """What was done last beside drafting: a draft since then has not answered it."""


@dataclass(frozen=True)
class Owed:
    """The indicators of some services with the periods that have ended and the returns begun for them."""

    indicators: list[Indicator]
    """By service and reference, with service, owner and cycle, `was_reported` and `was_updated_by_owner`."""
    ended: Mapping[int, list[Period]]
    """By cycle the periods of some years, the newest first."""
    begun: Mapping[tuple[int, int], Begun]
    """By indicator and period."""
    since: datetime.date

    @property
    def periods(self) -> list[Period]:
        """The periods of the last thirteen months, the first due first."""
        return sorted(_since(self.since, self.ended), key=lambda each: (each.due_on, each.pk))

    def asked_for(self, day: datetime.date) -> dict[int, list[Period]]:
        """By cycle the newest period, unless it is long ago, and any before it whose returns are not due yet."""
        return _asked_for(self.ended, self.since, day)


def owed(service_ids: set[int] | None, *, day: datetime.date, only_newest: bool = False) -> Owed:
    """What the services owe on the day, or all services; three queries.

    `only_newest` reads the returns of no other periods than `asked_for`.
    """
    since, ended = day - datetime.timedelta(days=LOOK_BACK_DAYS), _ended(day)
    newest = (period for each in _asked_for(ended, since, day).values() for period in each)
    periods = list(newest if only_newest else _since(since, ended))
    rows = of_services(Return.objects.with_asked(), service_ids).filter(period__in=periods)
    found = map(Begun._make, rows.annotate(touched_at=F("latest__at")).values_list(*Begun._fields))
    begun = {(each.indicator_id, each.period_id): each for each in found}
    return Owed(list(_indicators(service_ids)), ended, begun, since)


def of_services(returns: QuerySet[Return], service_ids: set[int] | None) -> QuerySet[Return]:
    """Those of the services, or of all, in no order."""
    rows = returns.order_by()
    return rows if service_ids is None else rows.filter(indicator__service__in=service_ids)


def _since(since: datetime.date, ended: Mapping[int, list[Period]]) -> Iterable[Period]:
    return (period for each in ended.values() for period in each if period.ends_on > since)


def _asked_for(
    ended: Mapping[int, list[Period]], since: datetime.date, day: datetime.date
) -> dict[int, list[Period]]:
    return {
        cycle: [
            each
            for place, each in enumerate(periods)
            if each.ends_on > since and (not place or each.due_on >= day)
        ]
        for cycle, periods in ended.items()
    }


def _ended(day: datetime.date) -> dict[int, list[Period]]:
    since = day - datetime.timedelta(days=LONGEST_RUN_DAYS)
    found: dict[int, list[Period]] = defaultdict(list)
    for period in Period.objects.ended(day=day).filter(ends_on__gt=since).order_by("-ends_on", "pk"):
        found[period.cycle_id].append(period)
    return dict(found)


def _indicators(service_ids: set[int] | None) -> Iterable[Indicator]:
    rows = Indicator.objects.all() if service_ids is None else Indicator.objects.of_services(service_ids)
    entries = Revision.objects.filter(indicator_return__indicator=OuterRef("pk"))
    owners = entries.filter(
        by__person__tenures__post=Coalesce(OuterRef("owner"), OuterRef("service__manager"))
    )
    return (
        rows.select_related("service", "owner", "cycle")
        .annotate(was_reported=Exists(entries), was_updated_by_owner=Exists(owners))
        .order_by("service__name", "reference", "title", "pk")
    )
