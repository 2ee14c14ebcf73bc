"""What teams tell of a quarter: who returns, what their services counted, and who has not returned.

Every case is counted once, in the quarter it was received, in the return of one team; those of no service, or of a
service that nobody manages, are told apart.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery

from complaints.choices import FOUND_FOR_THE_CUSTOMER, STAGE_ONE, CaseKind, CaseState, ClockKind
from complaints.figures.feedback_said import passed_on_by_service, said_by_service
from complaints.figures.patterns import NOT_PLACED, counted_by_service
from complaints.figures.timeliness import FourWay, four_ways_by_service
from complaints.models import Case, Clock, PointAnswer
from complaints.rules.feedback import Counts, ServiceFeedback, added, whose_return
from council.periods import Span
from portfolios.models import Service

NO_SERVICE = 0
"""The key of cases that have no service yet."""


@dataclass(frozen=True)
class Teams:
    """The services that make returns, by key, with the one whose return tells of each service."""

    teams: dict[int, Service]
    whose: dict[int, int | None]

    def below(self, team: int) -> set[int]:
        """The services that the return of a team tells of, itself among them."""
        return {service for service, at in self.whose.items() if at == team}


def teams_now() -> Teams:
    """Who makes returns: every service that a post manages. One query."""
    services = list(Service.objects.select_related("manager"))
    managed = {each.pk: each for each in services if each.manager_id is not None}
    return Teams(managed, whose_return({each.pk: each.parent_id for each in services}, managed))


def feedback_by_service(span: Span, *, on: datetime.date) -> dict[int, ServiceFeedback]:
    """What each service counted of the cases received in a quarter, as it stands on the day; eight queries.

    A service of which nothing came in is left out; `NO_SERVICE` holds what has none.
    """
    cases = Case.objects.filter(received_on__gte=span.start, received_on__lte=span.end)
    counts: dict[int, Counts] = {pk or NO_SERVICE: dict(own) for pk, own in counted_by_service(cases).items()}
    refused = cases.filter(kind=CaseKind.COMPLAINT, state=CaseState.REFUSED).values_list("service", flat=True)
    for pk in refused.order_by():
        own = counts[pk or NO_SERVICE]
        own["not_accepted"] = own.get("not_accepted", 0) + 1
    for kind, name in ((CaseKind.REQUEST, "requests"), (CaseKind.COMPLAINT, "complaints")):
        clocks = Clock.objects.filter(case__in=cases, case__kind=kind, stage=STAGE_ONE, kind=ClockKind.REPLY)
        for service, ways in four_ways_by_service(clocks, on=on).items():
            counts[service or NO_SERVICE] |= _timely(name, ways)
    for service, said in said_by_service(cases).items():
        counts[service or NO_SERVICE] |= said
    for service, number in passed_on_by_service(cases).items():
        counts[service or NO_SERVICE]["passed_on"] = number
    causes = _causes(cases)
    names = dict(Service.objects.filter(pk__in=counts).values_list("pk", "name"))
    return {
        pk: ServiceFeedback(pk, names.get(pk, NOT_PLACED), added([own]), causes.get(pk, {}))
        for pk, own in counts.items()
    }


def _timely(name: str, ways: FourWay) -> Counts:
    return {
        f"{name}_in_time": ways.done_in_time,
        f"{name}_late": ways.done_late,
        f"{name}_open_late": ways.open_late,
    }


def _causes(cases: Iterable[Case]) -> dict[int, Counts]:
    """Of each service, how many complaints were upheld for each cause; one case counts once for a cause."""
    newest = PointAnswer.objects.filter(point=OuterRef("point")).order_by("-stage", "-pk").values("pk")[:1]
    found = PointAnswer.objects.filter(
        Q(pk=Subquery(newest)),
        point__case__in=cases,
        point__case__kind=CaseKind.COMPLAINT,
        finding__in=FOUND_FOR_THE_CUSTOMER,
        cause__isnull=False,
    )
    rows = found.order_by().values_list("point__case__service", "cause__name", "point__case").distinct()
    counts: dict[int, Counts] = {}
    for service, cause, _ in rows:
        own = counts.setdefault(service or NO_SERVICE, {})
        own[cause] = own.get(cause, 0) + 1
    return counts


def of_team(found: dict[int, ServiceFeedback], services: Collection[int]) -> list[ServiceFeedback]:
    """What the services of one team counted, by name."""
    own = [found[pk] for pk in services if pk in found]
    return sorted(own, key=lambda each: each.name.casefold())
