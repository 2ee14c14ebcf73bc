"""What was on a meeting, and what is still owed there."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from portfolios.models import Decision, Meeting, Promise, RouteStop


@dataclass(frozen=True)
class MeetingPage:
    """What the page of a meeting shows."""

    stops: list[RouteStop]
    decisions: list[Decision]
    made: list[Promise]
    due: list[Promise]
    before: Meeting | None
    """The meeting of the same body before it, and the one after."""
    after: Meeting | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known to have been on it."""
        return not (self.stops or self.decisions or self.made or self.due)


def listed_meetings() -> QuerySet[Meeting]:
    """Every meeting, the newest on top, with how many reports and decisions it had."""
    return (
        Meeting.objects.select_related("body")
        .annotate(report_count=_count(RouteStop), decision_count=_count(Decision))
        .latest_first()
    )


def _count(model: type[RouteStop] | type[Decision]) -> Coalesce:
    rows = model.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def meeting_page(meeting: Meeting) -> MeetingPage:
    """Everything that was on a meeting; five queries, or four where its day is known only in words."""
    around = (
        list(meeting.body.meetings.exclude(held_on=None).order_by("held_on", "pk")) if meeting.held_on else []
    )
    place = around.index(meeting) if meeting in around else -1
    return MeetingPage(
        list(meeting.stops.select_related("report").order_by("report__subject", "pk")),
        list(meeting.decisions.order_by("pk")),
        list(meeting.promises_made.select_related("owner")),
        list(meeting.promises_due.select_related("owner")),
        around[place - 1] if place > 0 else None,
        around[place + 1] if -1 < place < len(around) - 1 else None,
    )
