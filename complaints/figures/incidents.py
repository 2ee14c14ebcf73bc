"""Incidents that a case may be one of, and what stands on the page of one."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from complaints.choices import OPEN_STATES
from complaints.figures.officers import line_of
from complaints.models import Case, Incident, IncidentTelling
from complaints.models.case import CaseQuerySet
from council.access import Permission, may
from council.models import User
from portfolios.models import Tenure

BEFORE, AFTER = datetime.timedelta(days=31), datetime.timedelta(days=7)
"""How long before and after a case came in an incident may have begun that it is told of."""
OFFERED = 20
MOST_RECENT = 200
"""Incidents of the whole council that are looked through for those of the reader's services."""
LONG_OVER = datetime.timedelta(days=31)


@dataclass(frozen=True)
class IncidentPage:
    """An incident as one reader sees it."""

    cases: list[Case]
    """Those that the reader may see, the newest first."""
    in_all: int
    tellings: list[IncidentTelling]
    still_open: int
    """Of those that the reader may see."""

    @property
    def others(self) -> int:
        """Cases that are others' to see."""
        return self.in_all - len(self.cases)


def incident_page(incident: Incident, seen: CaseQuerySet) -> IncidentPage:
    """The page of an incident, of the cases that the reader may see; three queries."""
    cases = list(seen.filter(incident=incident).with_people().order_by("-received_at", "-pk"))
    tellings = list(incident.tellings.select_related("by"))
    still_open = sum(each.state in OPEN_STATES for each in cases)
    return IncidentPage(cases, incident.cases.count(), tellings, still_open)


def incidents_offered(case: Case, user: User, *, on: datetime.date) -> list[Incident]:
    """Those that a case may be one of: of its service and going on first, then those nearest in time.

    Of the reader's own services, and of the case's with those above it; at most three queries.
    """
    line = line_of(case.service)
    near = Q(began_on__gte=case.received_on - BEFORE, began_on__lte=case.received_on + AFTER)
    mine = Incident.objects.visible_to(user, day=on).values("pk")
    found = Incident.objects.filter(Q(service__in=line) | Q(pk__in=mine)).select_related("service")
    rows = found.filter(near | Q(pk__in=Incident.objects.going_on(on=on).values("pk")))

    def nearness(row: Incident) -> tuple[bool, bool, int, int]:
        days = abs((row.began_on - case.received_on).days)
        return (not row.is_going_on(on=on), row.service_id not in line, days, row.pk)

    return sorted(rows, key=nearness)[:OFFERED]


def incidents_going_on(case: Case, *, on: datetime.date) -> list[Incident]:
    """Those of the case's service that have begun and are not over; of every service where none is named. One query."""
    rows = Incident.objects.going_on(on=on)
    return list((rows.filter(service=case.service_id) if case.service_id else rows)[:3])


def incidents_to_join(user: User, *, on: datetime.date) -> list[Incident]:
    """Those of the user's services that go on, or were over not long ago.

    One query where there is none, at most three where there are.
    """
    recent = Q(over_on=None) | Q(over_on__gt=on - LONG_OVER)
    rows = list(Incident.objects.filter(recent)[:MOST_RECENT])
    if not rows or may(user, Permission.SEE_ALL_CASES):
        return rows[:OFFERED]
    own = Tenure.objects.service_ids_of(user, day=on)
    return [each for each in rows if each.service_id in own][:OFFERED]
