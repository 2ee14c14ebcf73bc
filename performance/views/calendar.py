"""The reporting calendar."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day
from performance.figures.calendar import calendar_lines
from performance.tables import CalendarTable


@allow(Permission.SEE_PERFORMANCE)
def calendar(request: SignedInRequest) -> HttpResponseBase:
    """Every period of about two years: what it covers, when its returns are due, and the years it lies in."""
    page = list_page(
        request,
        queryset=calendar_lines(today=local_day(timezone.now())),
        table_class=CalendarTable,
        name="periods",
        caption="Periods, when their returns are due, and both kinds of year",
        per_page=100,
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "breadcrumbs": [("Dashboard", reverse("dashboard"))]}
    return render(request, "performance/calendar.html", context)
