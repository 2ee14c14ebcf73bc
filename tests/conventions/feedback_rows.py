"""Feedback returns for the council of `scene`: one handed in, teams that have not returned, and two reports."""

import datetime

from complaints.figures.feedback_return import told_now
from complaints.models.feedback_return import quarter_of
from complaints.operations.feedback_reports import begin_report, present_report, write_report
from complaints.operations.feedback_returns import NOT_BEGUN, draft_return, hand_in_return
from council.models import User
from portfolios.models import Body, Service
from tests.factories import PostFactory, ServiceFactory

AT = datetime.datetime(2026, 10, 9, 9, 0, tzinfo=datetime.UTC)
WORDS = dict.fromkeys(("requests", "complaints", "compliments", "actions"), "Nothing new.")


def returned(rows: int, body: Body, service: Service, users: dict[str, User]) -> dict[str, object]:
    """The service's return of quarter 1, as many drafts of other teams, the report of it, and a draft of the next."""
    service.manager = PostFactory(title="Waste manager", service=service)
    service.save(update_fields=["manager"])
    by = {"by": users["lead officer"], "at": AT}
    how = {"year": 2026, "quarter": 1, "words": WORDS, "expected": NOT_BEGUN, **by}
    hand_in_return(service, figures=told_now(service, quarter_of(2026, 1), on=AT.date()).values, **how)
    for number in range(rows):
        team = ServiceFactory(name=f"Crew {number}", manager=PostFactory(title=f"Head of crew {number}"))
        draft_return(team, **how)
    report = begin_report(year=2026, quarter=1, body=body, **by)
    report = write_report(
        report, summary="All is well.", chief_executive="", expected=report.version, by=by["by"]
    )
    report = present_report(report, expected=report.version, dated_on=AT.date(), **by)
    return {"feedback": report, "feedback_draft": begin_report(year=2026, quarter=2, body=body, **by)}
