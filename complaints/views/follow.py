"""The page on which a customer follows a case, behind its secret link."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from complaints.choices import CaseStep
from complaints.operations.links import case_of

SHOWN = (
    CaseStep.RECEIVED,
    CaseStep.TRIAGED,
    CaseStep.REFUSED,
    CaseStep.ACKNOWLEDGED,
    CaseStep.EXTENDED,
    CaseStep.REPLIED,
    CaseStep.ESCALATED,
    CaseStep.CLOSED,
    CaseStep.WITHDRAWN,
    CaseStep.REOPENED,
)
"""The steps that a customer is told of; what officers note among themselves is not."""


@never_cache
@login_not_required
def follow_case(request: HttpRequest, token: str) -> HttpResponse:
    """How far a case is, to whoever has its link: no name, no address, nothing that officers noted."""
    case = case_of(token)
    if case is None:
        raise Http404("This link is of no case.")
    entries = case.entries.filter(step__in=SHOWN)
    return render(request, "complaints/follow.html", {"case": case, "entries": entries})
