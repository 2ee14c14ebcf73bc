"""What others observed from outside, in their own words."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.figures.findings import is_answered
from portfolios.filters.findings import FindingFilters
from portfolios.models import Amendment, Finding
from portfolios.tables.responsibility import FindingTable


@allow(Permission.SEE_PERFORMANCE)
def findings(request: SignedInRequest) -> HttpResponseBase:
    """Every finding, the newest first."""
    page = list_page(
        request,
        queryset=Finding.objects.select_related("service"),
        table_class=FindingTable,
        filterset_class=FindingFilters,
        name="findings",
        caption="What inspectors, auditors and advisers observed",
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "portfolios/finding_list.html", {"list": page})


@allow(Permission.SEE_PERFORMANCE)
def finding(request: SignedInRequest, pk: int) -> HttpResponse:
    """One finding: its words, whether the final report has come, and the amendments it prompted."""
    row = get_object_or_404(Finding.objects.select_related("service", "body"), pk=pk)
    return render(
        request,
        "portfolios/finding_detail.html",
        {
            "finding": row,
            "is_answered": is_answered(row, day=local_day(timezone.now())),
            "amendments": Amendment.objects.filter(finding=row).select_related("portfolio"),
            "breadcrumbs": [("Findings", reverse("findings"))],
        },
    )
