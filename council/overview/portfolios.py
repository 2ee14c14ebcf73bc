"""A portfolio with its remit, its holder, its services and how they do: who is responsible beside how it is going."""

import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.models import User
from council.periods import local_day
from performance.figures.board import indicator_lines
from performance.figures.dashboard import moments, summary_of
from performance.figures.parts import by_service
from performance.figures.standing import quarter_key, quarters_ended
from portfolios.figures.appointments import timeline
from portfolios.figures.remit_page import remit_page
from portfolios.figures.remits import remit_register
from portfolios.figures.responsible import answers
from portfolios.figures.structure import structure
from portfolios.forms.who import DayForm
from portfolios.rules.responsibility import Answering


@allow(Permission.SEE_PERFORMANCE)
def portfolio(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who holds it, its remit on a day and what changes it, what it answers for, and how each service stands."""
    today = local_day(timezone.now())
    form = DayForm(request.GET, today=today)
    day = form.day or today
    register = remit_register()
    read = answers(day=day, register=register)
    if pk not in read.portfolios:
        raise Http404
    then = read.portfolios[pk]
    remit = remit_page(register, then.row, on=day, today=today)
    return render(
        request,
        "council/portfolio_detail.html",
        {
            "form": form,
            "portfolio": then.row,
            "name": then.name,
            "remit": remit,
            "aliases": then.row.aliases.on(day),
            "spells": timeline(then.appointments, day=day),
            "answers_for": read.answered_by(Answering.PORTFOLIO, pk),
            "doing": _doing(pk, request.user, today) if remit.is_today and remit.shown.is_there else None,
            "may_draft": may(request.user, Permission.DRAFT_AMENDMENTS),
            "breadcrumbs": [("Portfolios", reverse("portfolios"))],
        },
    )


def _doing(pk: int, reader: User, today: datetime.date) -> dict[str, object]:
    """How the services of the portfolio do today."""
    tree = structure(day=today, reader=reader)
    when = moments(quarters_ended(today)[:2], today=today)
    lines = indicator_lines(when, service_ids=tree.services_of([pk]))
    return {
        "quarter": when.now.quarter,
        "summary": summary_of(lines),
        "parts": by_service(lines, tree),
        "dashboard_url": f"{reverse('dashboard')}?at={quarter_key(when.now.quarter)}&portfolio={pk}",
    }
