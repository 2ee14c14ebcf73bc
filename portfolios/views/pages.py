"""One service."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.periods import local_day
from portfolios.figures.findings import unclear
from portfolios.figures.remits import remit_register
from portfolios.figures.responsible import answers
from portfolios.forms.who import DayForm
from portfolios.rules.responsibility import ServiceAnswers


@allow(Permission.SEE_PERFORMANCE)
def service(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who answers for a service on a day and who manages it, what stands below it, and what was found unclear."""
    form = DayForm(request.GET, today=local_day(timezone.now()))
    day = form.day or form.today
    read = answers(day=day, register=remit_register())
    if pk not in read.services:
        raise Http404
    row, line = read.rows[pk], read.services[pk]
    return render(
        request,
        "portfolios/service_detail.html",
        {
            "form": form,
            "day": day,
            "service": row,
            "line": line,
            "people": ", ".join(read.people.get(row.manager_id or 0, [])),
            "below": [each for each in read.services.values() if each.above[-1:] == (pk,)],
            "posts": row.posts.order_by("title"),
            "may_ask": may(request.user, Permission.ASK_QUERIES),
            "findings": unclear(day=day).filter(service=row),
            "thread": _thread(line),
            "breadcrumbs": [("Services", reverse("services"))],
        },
    )


def _thread(line: ServiceAnswers) -> list[dict[str, object]]:
    """The portfolios that answer for a service, or the gap, as the thread under a title."""
    answering = {who.pk: who for aspect in line.aspects for who in aspect.portfolios}
    if not answering:
        return [{"text": "no portfolio answers for this", "missing": True}]
    return [{"text": who.name, "url": who.url} for who in answering.values()]
