"""Annual complaints reports for everybody, without signing in: what was presented, with responses and errata."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from complaints.models import AnnualComplaintsReport
from complaints.views.annual_paper import shown_paper
from complaints.views.open_to_all import open_to_all
from council.periods import LAST_YEAR, local_day


@open_to_all
def published_reports(request: HttpRequest) -> HttpResponse:
    """Every annual report that was presented, the newest first."""
    rows = AnnualComplaintsReport.objects.presented()
    return render(request, "complaints/published_reports.html", {"rows": rows})


@open_to_all
def published_report(request: HttpRequest, year: int) -> HttpResponse:
    """One report as it was presented."""
    rows = AnnualComplaintsReport.objects.presented().with_paper()
    row = rows.filter(year=year).first() if year <= LAST_YEAR else None
    if row is None:
        raise Http404("There is no published report of that year.")
    context = {
        **shown_paper(row, on=local_day(timezone.now())),
        "breadcrumbs": [("Complaints reports", reverse("published_reports"))],
    }
    return render(request, "complaints/published_report.html", context)
