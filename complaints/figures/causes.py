"""Complaints by the cause of what went wrong: when they came in, and what was done about that cause.

The newest answer of a point names its cause. A case counts once for each cause, in the month in which it was received.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from complaints.choices import CaseKind
from complaints.models import Case, Cause, LessonAction, PointAnswer
from complaints.models.case import IS_OPEN
from portfolios.models import Action

Month = tuple[int, int]
"""A year and a month of it."""


def _standing() -> QuerySet[PointAnswer]:
    """The newest answer of each point."""
    same = PointAnswer.objects.filter(point=OuterRef("point")).order_by("-stage", "-at", "-pk")
    return PointAnswer.objects.annotate(newest=Subquery(same.values("pk")[:1])).filter(pk=F("newest"))


def received_by_cause(*, since: datetime.date, until: datetime.date) -> dict[int, Counter[Month]]:
    """By cause how many complaints were received in each month, from one day up to another; one query."""
    rows = (
        _standing()
        .filter(
            point__case__kind=CaseKind.COMPLAINT,
            point__case__received_on__gte=since,
            point__case__received_on__lte=until,
        )
        .exclude(cause=None)
        .order_by()
    )
    found: dict[int, Counter[Month]] = {}
    cases = set(rows.values_list("cause_id", "point__case_id", "point__case__received_on"))
    for cause_id, _, day in cases:
        found.setdefault(cause_id or 0, Counter())[day.year, day.month] += 1
    return found


def unanswered_share(*, since: datetime.date, until: datetime.date) -> dict[Month, Fraction]:
    """By month which share of the complaints received in it nobody has answered yet, so that they have no cause.

    One query.
    """
    rows = Case.objects.filter(kind=CaseKind.COMPLAINT, received_on__gte=since, received_on__lte=until)
    counted = (
        rows.order_by()
        .values_list("received_on")
        .annotate(every=Count("pk"), waiting=Count("pk", filter=IS_OPEN & Q(replied_on=None)))
    )
    every: Counter[Month] = Counter()
    waiting: Counter[Month] = Counter()
    for day, all_of_day, waiting_of_day in counted:
        every[day.year, day.month] += all_of_day
        waiting[day.year, day.month] += waiting_of_day
    return {month: Fraction(waiting[month], number) for month, number in every.items()}


def first_complaint() -> datetime.date | None:
    """The day of the first complaint on record, before which months without any say nothing; one query."""
    first = (
        Case.objects.filter(kind=CaseKind.COMPLAINT)
        .order_by("received_at")
        .values_list("received_on", flat=True)
    )
    return first.first()


def actions_done(cause: Cause) -> list[Action]:
    """The actions done that follow from lessons of a cause, each once, the first done first; one query."""
    links = LessonAction.objects.filter(lesson__cause=cause).values("action")
    return list(Action.objects.filter(pk__in=links).exclude(done_on=None).order_by("done_on", "pk"))


def lessons_by_cause() -> tuple[Counter[int], Counter[int]]:
    """How many lessons there are of each cause, and how many actions that follow from them are done; two queries."""
    lessons = Counter(Cause.objects.filter(lessons__isnull=False).order_by().values_list("pk", flat=True))
    links = LessonAction.objects.exclude(lesson__cause=None).exclude(action__done_on=None).order_by()
    done: Iterable[tuple[int, int]] = links.values_list("lesson__cause_id", "action_id").distinct()
    return lessons, Counter(cause_id for cause_id, _ in done)
