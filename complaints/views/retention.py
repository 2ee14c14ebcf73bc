"""How long cases are kept, for the complaints team: rules, what is due, what is held, and the last runs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from complaints.figures.retention import retention_page
from council.access import Permission, SignedInRequest, allow
from council.periods import local_day


@allow(Permission.SEE_ALL_CASES)
def retention(request: SignedInRequest) -> HttpResponse:
    """Numbers, and the references of what is held; no customer is named."""
    on = local_day(timezone.now())
    return render(
        request, "complaints/retention.html", {"page": retention_page(request.user, on=on), "on": on}
    )
