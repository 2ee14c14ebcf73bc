"""One case, for those who may see it: what was said, its clocks, and what was done."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.answers import shown_points
from complaints.figures.clock_page import clocks_of
from complaints.models import Case
from complaints.operations.looks import keep_look
from council.access import Permission, SignedInRequest, allow
from council.periods import local_day


@allow(Permission.HANDLE_CASES)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The case, to whoever may see it; the look is kept."""
    row = find_case(request, reference)
    now = timezone.now()
    keep_look(request.user, LookKind.CASE, at=now, case=row, customer=row.customer)
    context = {
        "case": row,
        "clocks": clocks_of(row, on=local_day(now)),
        "points": shown_points(row),
        "files": row.attachments.filter(removed_at=None),
        "entries": row.entries.select_related("by"),
    }
    return render(request, "complaints/case_detail.html", context)


def find_case(request: SignedInRequest, reference: str) -> Case:
    """The case of the reference, where the reader may see it; 404 alike for what is not theirs and not there."""
    seen = Case.objects.visible_to(request.user, day=local_day(timezone.now())).with_people()
    row = seen.filter(reference=reference).first()
    if row is None:
        raise Http404("There is no such case, or it is not yours to see.")
    return row
