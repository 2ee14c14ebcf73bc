"""Shares of cases that stand for how the council does: each a number of a number, over some days and services.

They are told apart here and not made into percentages: who reports them does that, with both numbers kept.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from complaints.choices import (
    FOUND_FOR_THE_CUSTOMER,
    SATISFIED,
    STAGE_ONE,
    STAGE_TWO,
    WERE_ASKED,
    Asked,
    CaseKind,
    CaseState,
    CaseStep,
    ClockKind,
)
from complaints.figures.asked_cases import told_of
from complaints.models import Case, CaseEntry, Clock, PointAnswer

Services = Collection[int] | None


@dataclass(frozen=True)
class CaseShare:
    """So many of so many, and how many of them are still open or were left out."""

    number: int
    of: int
    still_open: int = 0


@dataclass(frozen=True)
class SatisfiedShare:
    """How many of those who answered are satisfied, and how many ended, were asked and answered at all."""

    number: int
    of: int
    ended: int
    asked: int
    answered: int


def complaints_answered_in_time(
    since: datetime.date, until: datetime.date, services: Services = None
) -> CaseShare:
    """Stage 1 replies to complaints due in the days; those open and late are in what the share is of. One query."""
    clocks = Clock.objects.filter(case__kind=CaseKind.COMPLAINT, stage=STAGE_ONE, kind=ClockKind.REPLY)
    return _in_time(clocks, since, until, services)


def acknowledged_in_time(since: datetime.date, until: datetime.date, services: Services = None) -> CaseShare:
    """Acknowledgements of every kind of case and of both stages due in the days. One query."""
    return _in_time(Clock.objects.filter(kind=ClockKind.ACKNOWLEDGEMENT), since, until, services)


def _in_time(
    clocks: "QuerySet[Clock]", since: datetime.date, until: datetime.date, services: Services
) -> CaseShare:
    rows = clocks.filter(called_off_on=None, due_on__gte=since, due_on__lte=until)
    rows = rows if services is None else rows.filter(case__service__in=services)
    found = rows.aggregate(
        done=Count("pk", filter=Q(done_on__lte=F("due_on"))),
        of=Count("pk"),
        open=Count("pk", filter=Q(done_on=None)),
    )
    return CaseShare(found["done"], found["of"], found["open"])


def complaints_upheld(since: datetime.date, until: datetime.date, services: Services = None) -> CaseShare:
    """Complaints closed in the days, and those upheld at least in part at the stage at which they ended. One query."""
    found_so = PointAnswer.objects.filter(
        point__case=OuterRef("pk"), stage=OuterRef("stage"), finding__in=FOUND_FOR_THE_CUSTOMER
    )
    rows = Case.objects.filter(
        kind=CaseKind.COMPLAINT, state=CaseState.CLOSED, closed_on__gte=since, closed_on__lte=until
    )
    rows = rows if services is None else rows.filter(service__in=services)
    found = rows.aggregate(upheld=Count("pk", filter=Q(Exists(found_so))), of=Count("pk"))
    return CaseShare(found["upheld"], found["of"])


def complaints_taken_further(
    since: datetime.date, until: datetime.date, services: Services = None
) -> CaseShare:
    """Complaints first replied to at stage 1 in the days, and those taken to stage 2 by now. One query."""
    replies = CaseEntry.objects.filter(case=OuterRef("pk"), step=CaseStep.REPLIED, stage=STAGE_ONE)
    first = replies.order_by("number").values("at__date")[:1]
    rows = Case.objects.filter(kind=CaseKind.COMPLAINT).annotate(answered_on=first)
    rows = rows.filter(answered_on__gte=since, answered_on__lte=until)
    rows = rows if services is None else rows.filter(service__in=services)
    found = rows.aggregate(further=Count("pk", filter=Q(stage=STAGE_TWO)), of=Count("pk"))
    return CaseShare(found["further"], found["of"])


def satisfied_with(
    question: str, since: datetime.date, until: datetime.date, services: Services = None
) -> SatisfiedShare:
    """Of those whose request or complaint ended in the days and who answered the question; two queries.

    `question` is "handling" or "outcome".
    """
    told = told_of(since, until, on=until, services=services)
    said = [(getattr(each, question), each.number) for each in told if getattr(each, question)]
    return SatisfiedShare(
        number=sum(number for value, number in said if value in SATISFIED),
        of=sum(number for _, number in said),
        ended=sum(each.number for each in told),
        asked=sum(each.number for each in told if each.asked in WERE_ASKED),
        answered=sum(each.number for each in told if each.asked == Asked.ANSWERED),
    )
