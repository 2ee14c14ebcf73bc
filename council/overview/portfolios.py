"""A portfolio with its holder, its services and how they are doing: who is responsible beside how it is going."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.periods import local_day
from performance.figures.dashboard import indicator_lines, moments, summary_of
from performance.figures.parts import by_service
from performance.figures.standing import quarter_key, quarters_ended
from portfolios.figures.structure import structure
from portfolios.models import Portfolio


@allow(Permission.SEE_PERFORMANCE)
def portfolio(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who holds it and since when, what it answers for, and how each service stands."""
    today = local_day(timezone.now())
    row = get_object_or_404(Portfolio, pk=pk)
    appointments = list(row.appointments.select_related("person").order_by("-starts_on"))
    tree = structure(day=today, reader=request.user)
    services = tree.services_of([row.pk])
    when = moments(quarters_ended(today)[:2], today=today)
    lines = indicator_lines(when, service_ids=services)
    return render(
        request,
        "council/portfolio_detail.html",
        {
            "portfolio": row,
            "holders": [each for each in appointments if each.is_on(today)],
            "earlier": [each for each in appointments if not each.is_on(today)],
            "services": [tree.services[pk] for pk in sorted(services, key=lambda pk: tree.services[pk].name)],
            "quarter": when.now.quarter,
            "summary": summary_of(lines),
            "parts": by_service(lines, tree),
            "dashboard_url": f"{reverse('dashboard')}?at={quarter_key(when.now.quarter)}&portfolio={row.pk}",
            "breadcrumbs": [("Portfolios", reverse("portfolios"))],
        },
    )
