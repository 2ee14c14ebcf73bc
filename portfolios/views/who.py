"""Who is responsible for a service, on any day."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.dates import long_date
from council.periods import local_day
from portfolios.figures.findings import unclear
from portfolios.figures.remits import remit_register
from portfolios.figures.responsible import Answers, answers
from portfolios.figures.who_search import found_answering
from portfolios.forms.who import WhoForm
from portfolios.models import Finding
from portfolios.rules.responsibility import ServiceAnswers
from portfolios.rules.sought import Sought


@dataclass(frozen=True)
class Found:
    """A service that was looked for, what stands below it and was not found itself, and what was found unclear."""

    service: ServiceAnswers
    below: list[ServiceAnswers]
    findings: list[Finding] = field(default_factory=list)


@allow(Permission.SEE_PERFORMANCE)
def who(request: SignedInRequest) -> HttpResponse:
    """Who answers for each aspect of the services looked for; without words to look for, of all services."""
    form = WhoForm(request.GET, today=local_day(timezone.now()))
    context: dict[str, object] = {"form": form, "day": form.day, "sought": form.sought}
    if form.day:
        register = remit_register()
        read = answers(day=form.day, register=register)
        sought = Sought.of(form.sought)
        found = _found(read, sought, form.day)
        answering = found_answering(read, register, sought) if sought.words else []
        heading = _heading(len(found), form.sought, form.day)
        context |= {"found": found, "answering": answering, "tops": read.by_top(), "heading": heading}
    return render(request, "portfolios/who.html", context)


def _found(read: Answers, sought: Sought, day: datetime.date) -> list[Found]:
    named = read.found(sought)
    findings: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in unclear(day=day) if named else ():
        findings[finding.service_id].append(finding)
    told = {each.pk for each in named}
    return [
        Found(each, [below for below in read.below(each.pk) if below.pk not in told], findings[each.pk])
        for each in named
    ]


def _heading(count: int, sought: str, day: datetime.date) -> str:
    if not sought:
        return f"All services on {long_date(day)}"
    if not count:
        return f"No service is called “{sought}”"
    return f"{count} {'service' if count == 1 else 'services'} on {long_date(day)}"
