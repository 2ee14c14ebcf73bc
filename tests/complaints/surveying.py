"""A survey, cases that have ended, and their customers as tests need them."""

import datetime

from complaints.choices import CaseKind, RefusalGround
from complaints.models import Survey, SurveyRequest
from complaints.operations.answering import reply
from complaints.operations.asking import ask_customers
from complaints.operations.links import token_of
from complaints.operations.triaging import refuse
from tests.complaints.lives import accepted, at, day, replied
from tests.factories.complaints import case

ASKED_ON = "2026-10-16"
"""Two days after the replies of `lives`."""


def survey(**stated):
    usual = {"name": "How did we do?", "starts_on": datetime.date(2026, 4, 1)}
    row = Survey(**(usual | stated))
    row.full_clean()
    row.save()
    return row


def ask(on=ASKED_ON):
    return ask_customers(on=day(on), at=at(on))


def request_replied(by, service, **stated):
    row = accepted(case(kind=CaseKind.REQUEST, **stated), by, service, number="1.2")
    return reply(row, "Done.", expected=row.version, on=day("2026-10-14"), by=by, at=at("2026-10-14"))


def refused(by, service, **stated):
    row = case(service=service, **stated)
    return refuse(
        row, expected=row.version, ground=RefusalGround.OTHER, why="Not ours.", by=by, at=at("2026-10-14")
    )


def asked_about(by, service, make=replied):
    """A case whose customer was asked, with the request."""
    if Survey.objects.count() == 0:
        survey()
    row = make(by, service)
    ask()
    row.refresh_from_db()
    return row, SurveyRequest.objects.get(case=row)


def page(request):
    return f"/how-did-we-do/{token_of(request.link_nonce)}/"
