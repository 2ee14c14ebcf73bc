"""Patterns in cases, for everybody signed in: how many and of what, never whose."""

import datetime

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from complaints.figures.patterns import patterns
from complaints.forms.patterns import PatternForm, asked
from complaints.rules.small_numbers import HIDDEN_WORDS
from complaints.tables.patterns import PatternTable
from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import Frequency, financial_year, local_day, spans, year_name
from portfolios.models import Body, Responsibility, Service


def services_of(body: Body | None, *, on: datetime.date) -> set[int] | None:
    """The services that a body answers for, with all below them; None for those of the whole council."""
    if body is None:
        return None
    tops = Responsibility.objects.on(on).filter(body=body).values_list("service", flat=True)
    return Service.objects.ids_below(tops)


@allow(Permission.SEE_CASE_PATTERNS)
def case_patterns(request: SignedInRequest) -> HttpResponseBase:
    """The cases of a year by service: of the whole council, or of the services that one body answers for."""
    today = local_day(timezone.now())
    form = PatternForm(asked(request.GET, day=today), day=today)
    is_read = form.is_valid()
    year, body = form.chosen if is_read else (financial_year(today), None)
    services = services_of(body, on=today)
    span = spans(Frequency.ANNUAL, year=year)[0]
    found = patterns(since=span.start, until=span.end, on=today, services=services)
    page = list_page(
        request,
        queryset=found.lines if is_read else [],
        table_class=PatternTable,
        name="services",
        caption=f"Cases received in {year_name(year)}, by service",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "form": form,
        "year": year_name(year),
        "body": body,
        "hidden": HIDDEN_WORDS,
        "whole": found.whole if is_read else None,
    }
    return render(request, "complaints/patterns.html", context)
