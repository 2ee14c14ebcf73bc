"""Decisions, and the notices of key decisions."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.figures.decisions import decision_page, notice_timing, open_to_call_in
from portfolios.filters.meetings import DecisionFilters, KeyDecisionFilters
from portfolios.models import Decision, KeyDecisionNotice, Procedure
from portfolios.tables.meetings import DecisionTable, KeyDecisionTable


@allow(Permission.SEE_PERFORMANCE)
def decisions(request: SignedInRequest) -> HttpResponseBase:
    """Every decision, and on top those that members can still call in."""
    page = list_page(
        request,
        queryset=Decision.objects.with_decider().with_course().latest_first(),
        table_class=DecisionTable,
        filterset_class=DecisionFilters,
        name="decisions",
        caption="Decisions of the council, its bodies, members and officers",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "title": "Decisions",
        "here": "decisions",
        "unsettled": open_to_call_in(on=local_day(timezone.now())),
    }
    return render(request, "portfolios/meetings_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def decision(request: SignedInRequest, pk: int) -> HttpResponse:
    """A decision: its words and reasons, its call-in with the days counted, and its words compared."""
    rows = Decision.objects.select_related(
        "body", "portfolio", "post", "meeting__body", "report", "recommendation", "notice"
    )
    row = get_object_or_404(rows, pk=pk)
    context = {
        "decision": row,
        "shown": decision_page(
            row, on=local_day(timezone.now()), may_load=may(request.user, Permission.MANAGE_REGISTER)
        ),
        "promises": list(row.promises.select_related("owner")),
        "breadcrumbs": [("Meetings", reverse("meetings")), ("Decisions", reverse("decisions"))],
    }
    return render(request, "portfolios/decision_detail.html", context)


@allow(Permission.SEE_PERFORMANCE)
def key_decisions(request: SignedInRequest) -> HttpResponseBase:
    """The forward plan: each notice of a key decision, and the earliest day it leaves."""
    rows = KeyDecisionNotice.objects.with_terms().with_maker().seen_on(local_day(timezone.now()))
    page = list_page(
        request,
        queryset=rows.select_related("decision"),
        table_class=KeyDecisionTable,
        filterset_class=KeyDecisionFilters,
        name="key decisions",
        caption="Key decisions and the notices of them",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "title": "Key decisions", "here": "key_decisions"}
    return render(request, "portfolios/meetings_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def key_decision(request: SignedInRequest, pk: int) -> HttpResponse:
    """The notice of a key decision: when it may be taken, how that was counted, what its exception needs."""
    row = get_object_or_404(KeyDecisionNotice.objects.select_related("body", "portfolio", "decision"), pk=pk)
    taken = getattr(row, "decision", None)
    procedure = Procedure.objects.in_force(row.published_on)
    today = local_day(timezone.now())
    context = {
        "notice": row,
        "decision": taken,
        "timing": notice_timing(row, taken, procedure, on=today),
        "has_passed": taken is None and row.due_on is not None and row.due_on < today,
        "procedure": procedure,
        "breadcrumbs": [("Meetings", reverse("meetings")), ("Key decisions", reverse("key_decisions"))],
    }
    return render(request, "portfolios/key_decision_detail.html", context)
