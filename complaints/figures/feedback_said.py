"""What teams' returns tell beside how many cases there were: how satisfied customers are, thanks passed on, actions."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from complaints.choices import KINDS_ASKED_ABOUT, SATISFIED, CaseKind
from complaints.models import Case, LessonAction, SurveyRequest, Thanks
from complaints.rules.feedback import Counts
from council.dates import long_date
from council.periods import Span
from portfolios.choices import ActionState
from portfolios.models import Action

NAMES = {CaseKind.REQUEST: "requests", CaseKind.COMPLAINT: "complaints"}


def said_by_service(cases: "QuerySet[Case]") -> dict[int | None, Counts]:
    """Of each service how many cases had an answer on how they were handled, and how many customers were satisfied.

    A case counts once, by what was said of its newest ending. One query.
    """
    newer = SurveyRequest.objects.filter(case=OuterRef("case"), pk__gt=OuterRef("pk")).exclude(handling="")
    said = SurveyRequest.objects.filter(case__in=cases, case__kind__in=KINDS_ASKED_ABOUT).exclude(handling="")
    rows = said.exclude(Exists(newer)).order_by().values_list("case__service", "case__kind")
    counted = rows.annotate(said=Count("pk"), content=Count("pk", filter=Q(handling__in=SATISFIED)))
    found: dict[int | None, Counts] = {}
    for service, kind, number, content in counted:
        own = found.setdefault(service, {})
        own |= {f"{NAMES[kind]}_said": number, f"{NAMES[kind]}_satisfied": content}
    return found


def passed_on_by_service(cases: "QuerySet[Case]") -> dict[int | None, int]:
    """Of each service how many compliments reached somebody. One query."""
    reached = cases.filter(Exists(Thanks.objects.filter(case=OuterRef("pk"))), kind=CaseKind.COMPLIMENT)
    return dict(reached.order_by().values_list("service").annotate(Count("pk")))


def actions_of(services: Collection[int], span: Span, *, on: datetime.date) -> list[dict[str, Any]]:
    """The actions of a team, as values: its own and those that its lessons led to, open or done in the quarter."""
    led_to = LessonAction.objects.filter(action=OuterRef("pk"), lesson__service__in=services)
    mine = Action.objects.filter(Q(service__in=services) | Exists(led_to))
    done = Q(state=ActionState.DONE, done_on__gte=span.start, done_on__lte=span.end)
    rows = mine.filter(Q(pk__in=mine.open().values("pk")) | done)
    return [_values(each, on=on) for each in rows.select_related("owner").order_by("due_on", "pk")]


def _values(action: Action, *, on: datetime.date) -> dict[str, Any]:
    day = long_date(action.due_on) if action.due_on else "No day"
    return {
        "pk": action.pk,
        "what": action.what,
        "owner": str(action.owner or "Nobody"),
        "due": action.due_as_written or day,
        "state": action.get_state_display(),
        "is_overdue": action.is_overdue(on=on),
    }
