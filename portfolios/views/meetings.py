"""Meetings, and what is to be looked at again."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.figures.meetings import listed_meetings, meeting_page
from portfolios.filters.meetings import MeetingFilters
from portfolios.models import Implication, Meeting
from portfolios.tables.meetings import AwakeTable, MeetingTable


@allow(Permission.SEE_PERFORMANCE)
def meetings(request: SignedInRequest) -> HttpResponseBase:
    """Every meeting, past and ahead."""
    read: Any = request
    read.today = local_day(timezone.now())
    page = list_page(
        request,
        queryset=listed_meetings(),
        table_class=MeetingTable,
        filterset_class=MeetingFilters,
        name="meetings",
        caption="Meetings of the council and its bodies",
    )
    if not isinstance(page, ListPage):
        return page
    awake = Implication.objects.awake(on=read.today).count()
    context = {"list": page, "title": "Meetings", "here": "meetings", "awake": awake}
    return render(request, "portfolios/meetings_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was on a meeting: reports, decisions, and the promises made and due there."""
    row = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    context = {
        "meeting": row,
        "shown": meeting_page(row),
        "is_ahead": row.held_on is not None and row.held_on >= local_day(timezone.now()),
        "breadcrumbs": [("Meetings", reverse("meetings"))],
    }
    return render(request, "portfolios/meeting_detail.html", context)


@allow(Permission.SEE_PERFORMANCE)
def awake(request: SignedInRequest) -> HttpResponseBase:
    """Implications that slept until something happened, which has happened now."""
    today = local_day(timezone.now())
    page = list_page(
        request,
        queryset=Implication.objects.awake(on=today)
        .select_related("report", "event")
        .order_by("event__happened_on", "pk"),
        table_class=AwakeTable,
        name="implications",
        caption="Implications whose condition has come true, the oldest first",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "title": "To look at again", "here": "awake"}
    return render(request, "portfolios/awake_list.html", context)
