"""The papers of the scene: reports with all that hangs on them, decisions with call-ins, notices."""

from datetime import date, timedelta

from council.models import ClosureDay
from portfolios.choices import ImplicationAnswer, ImplicationHead
from portfolios.models import Body, Decision, KeyDecisionNotice, Meeting, Report
from tests.factories import MeetingFactory, PostFactory
from tests.factories.decisions import (
    CallInFactory,
    DecisionFactory,
    ImplicationFactory,
    KeyDecisionNoticeFactory,
    ProcedureFactory,
    RecommendationFactory,
    ReportFactory,
    RouteStopFactory,
)
from tests.factories.promises import AwaitedEventFactory, PromiseFactory


def build_papers(rows: int, body: Body) -> tuple[Meeting, Report, Decision, KeyDecisionNotice]:
    """So many papers, all before one meeting, and all that hangs on the first of them."""
    ClosureDay.objects.create(date=date(2026, 12, 29), title="Council closed")
    ProcedureFactory()
    Body.objects.filter(pk=body.pk).update(kind="executive")
    body.refresh_from_db()
    meeting = MeetingFactory(body=body, held_on=date(2026, 10, 7))
    event = AwaitedEventFactory(name="The bid is won", happened_on=date(2026, 10, 1))
    first = ReportFactory(author=PostFactory(), agenda_words="To consider the Waste Strategy.")
    decided = _decision(0, first, meeting, body)
    for number in range(rows):
        report = ReportFactory(dated_on=date(2026, 9, 1) + timedelta(days=number), author=PostFactory())
        RouteStopFactory(report=report, number=1, body=body, meeting=meeting)
        RouteStopFactory(report=first, number=number + 1, body=body, meeting=meeting)
        recommendation = RecommendationFactory(
            report=first, number=str(number + 2), body_words="all plans, in full", portfolio=None
        )
        DecisionFactory(report=first, recommendation=recommendation, body=body, meeting=meeting)
        ImplicationFactory(
            report=first,
            head=ImplicationHead.values[number % 7],
            answer=ImplicationAnswer.CONDITIONAL,
            event=event,
        )
        PromiseFactory(report=first, decision=decided, meeting=meeting, due_meeting=meeting, to_body=body)
        CallInFactory(decision=decided, called_in_on=date(2026, 10, 9))
        _decision(number + 1, report, meeting, body)
    return meeting, first, decided, KeyDecisionNotice.objects.earliest("pk")


def _decision(number: int, report: Report, meeting: Meeting, body: Body) -> Decision:
    """A key decision on the report, published and open to call-in on the day of the scene."""
    notice = KeyDecisionNoticeFactory(
        published_on=date(2026, 9, 1) + timedelta(days=number), due_on=date(2026, 12, 1), body=body
    )
    row = DecisionFactory(
        report=report,
        meeting=meeting,
        body=body,
        decided_on=meeting.held_on,
        published_on=date(2026, 10, 8),
        notice=notice,
        summary="Approved the plan.",
    )
    if number:
        CallInFactory(decision=row, called_in_on=date(2026, 10, 9))
    return row
