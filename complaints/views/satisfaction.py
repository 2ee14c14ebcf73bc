"""How satisfied customers are, for everybody signed in; and for who handles cases, those who did not answer."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.asked_cases import unanswered_cases
from complaints.figures.satisfaction import satisfaction
from complaints.forms.patterns import SatisfactionForm, asked
from complaints.models import Case, Survey
from complaints.operations.looks import keep_look
from complaints.rules.small_numbers import HIDDEN_WORDS
from complaints.tables.satisfaction import SatisfactionTable
from complaints.views.patterns import services_of
from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import Frequency, financial_year, local_day, spans

MOST = 20
"""How many of those who did not answer are listed, those whose time is over first."""


@allow(Permission.SEE_CASE_PATTERNS)
def case_satisfaction(request: SignedInRequest) -> HttpResponseBase:
    """The cases that ended in a year or a quarter: who was asked, who answered, and how satisfied they are."""
    now = timezone.now()
    today = local_day(now)
    form = SatisfactionForm(asked(request.GET, day=today), day=today)
    is_read = form.is_valid()
    body = form.chosen[1] if is_read else None
    span = form.span if is_read else spans(Frequency.ANNUAL, year=financial_year(today))[0]
    services = services_of(body, on=today)
    found = satisfaction(span.start, span.end, on=today, services=services)
    page = list_page(
        request,
        queryset=found.lines if is_read else [],
        table_class=SatisfactionTable,
        name="services",
        caption=f"Requests and complaints that ended in {span.name}, by service",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    silent = []
    if is_read and may(request.user, Permission.HANDLE_CASES):
        seen = Case.objects.visible_to(request.user, day=today)
        seen = seen if services is None else seen.filter(service__in=services)
        silent = unanswered_cases(seen, span.start, span.end, on=today, most=MOST)
        if silent:
            keep_look(request.user, LookKind.LIST, at=now)
    context = {
        "list": page,
        "form": form,
        "span": span.name,
        "body": body,
        "hidden": HIDDEN_WORDS,
        "found": found if is_read else None,
        "silent": silent,
        "handles": may(request.user, Permission.HANDLE_CASES),
        "survey": Survey.objects.live_on(today),
    }
    return render(request, "complaints/satisfaction.html", context)
