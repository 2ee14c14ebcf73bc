"""Reports: the words that were put to bodies, their way, and what came of them."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.figures.reports import report_page
from portfolios.filters.meetings import ReportFilters
from portfolios.models import Report
from portfolios.tables.meetings import ReportTable


@allow(Permission.SEE_PERFORMANCE)
def reports(request: SignedInRequest) -> HttpResponseBase:
    """Every report, with the body at the end of its route."""
    page = list_page(
        request,
        queryset=Report.objects.with_last_stop().select_related("author", "lead_member").latest_first(),
        table_class=ReportTable,
        filterset_class=ReportFilters,
        name="reports",
        caption="Reports and where they go",
    )
    if not isinstance(page, ListPage):
        return page
    return render(
        request, "portfolios/meetings_list.html", {"list": page, "title": "Reports", "here": "reports"}
    )


@allow(Permission.SEE_PERFORMANCE)
def report(request: SignedInRequest, pk: int) -> HttpResponse:
    """A report with its route, its recommendations beside the decisions, and its implications."""
    row = get_object_or_404(Report.objects.select_related("author", "lead_member"), pk=pk)
    context = {
        "report": row,
        "shown": report_page(row, on=local_day(timezone.now())),
        "stops": list(row.stops.select_related("body", "meeting__body")),
        "promises": list(row.promises.select_related("owner")),
        "queries": list(row.queries.for_list(on=local_day(timezone.now()))),
        "may_ask": may(request.user, Permission.ASK_QUERIES),
        "breadcrumbs": [("Meetings", reverse("meetings")), ("Reports", reverse("reports"))],
    }
    return render(request, "portfolios/report_detail.html", context)
