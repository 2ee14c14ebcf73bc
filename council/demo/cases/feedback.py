"""What teams of the demo council told of two quarters, and the report that a committee was given of the first."""

import datetime
from typing import Any

from complaints.choices import FeedbackPart
from complaints.figures.feedback_report import standings
from complaints.figures.feedback_return import told_by_team
from complaints.forms.feedback import number_in_year, quarters_until
from complaints.operations.feedback_reports import begin_report, present_report, write_report
from complaints.operations.feedback_returns import NOT_BEGUN, draft_return, hand_in_return
from council.demo.chance import share
from council.demo.days import moment
from council.demo.register import Register
from council.periods import Span
from portfolios.models import Responsibility

ACTIONS = "Every action of last quarter is under way; none is late."
ADDED = {
    FeedbackPart.REQUESTS: "Most wanted to know when, so we now say the day when we confirm a request.",
    FeedbackPart.COMPLAINTS: "What people wanted most was an answer before they had to ask again.",
    FeedbackPart.COMPLIMENTS: "Read out at the team meeting and passed on to those who were named.",
}
SUMMARY = (
    "People told us of the same few things: being kept waiting, and not being told. Teams now say a day when they "
    "confirm a request, and ring before it passes."
)
CHIEF_EXECUTIVE = (
    "Thank you to everybody who told us. Each complaint was read, and each of these teams has acted."
)


def build_feedback(register: Register) -> None:
    """The returns of the two newest quarters that are over, the older ones all in; and one body's report."""
    over = [each for each in quarters_until(register.days.today) if each.end < register.days.today][:2]
    newest, before = over[0], over[1]
    _returns(register, before, share_in=1.0)
    _returns(register, newest, share_in=0.6)
    first = Responsibility.objects.exclude(body=None).order_by("pk").select_related("body").first()
    if first is None or first.body is None:
        return
    by, at = register.users["lead"], moment(before.end + datetime.timedelta(days=30), 0.5)
    report = begin_report(year=before.year, quarter=number_in_year(before), body=first.body, by=by, at=at)
    report = write_report(
        report, summary=SUMMARY, chief_executive=CHIEF_EXECUTIVE, expected=report.version, by=by
    )
    present_report(report, expected=report.version, dated_on=at.date(), by=by, at=at)
    begin_report(
        year=newest.year, quarter=number_in_year(newest), body=None, by=by, at=moment(newest.end, 0.9)
    )


def _returns(register: Register, span: Span, *, share_in: float) -> None:
    """Those teams that owe a return hand it in, or have begun it."""
    day = span.end + datetime.timedelta(days=12)
    owing = [each.service for each in standings(span, quarter=number_in_year(span), on=day) if each.is_owed]
    for pk, figures in told_by_team(owing, span, on=day).items():
        service = next(each for each in owing if each.pk == pk)
        how: dict[str, Any] = {
            "year": span.year,
            "quarter": number_in_year(span),
            "words": {part: _worded(part, said) for part, said in figures.drafted.items()},
            "expected": NOT_BEGUN,
            "by": register.users["officer"],
            "at": moment(day, 0.4),
        }
        turn = share("feedback", service.name, span.name)
        if turn < share_in:
            hand_in_return(service, figures=figures.values, **how)
        elif turn < share_in + 0.2:
            draft_return(service, **how)


def _worded(part: str, drafted: str) -> str:
    """What the figures say, and what the team adds."""
    return f"{drafted} {ADDED.get(FeedbackPart(part), ACTIONS)}".strip()
