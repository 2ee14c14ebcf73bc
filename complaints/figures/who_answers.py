"""Who answers for the service that a case is about: the thread under its title."""

import datetime

from django.urls import reverse

from complaints.figures.officers import line_of
from portfolios.choices import Aspect
from portfolios.figures.names import portfolio_of
from portfolios.models import Responsibility, Service


def thread_of(service: Service | None, *, day: datetime.date) -> list[dict[str, object]]:
    """The service, the portfolios and the bodies that answer for it on the day, or the gaps; two queries."""
    if service is None:
        return [{"text": "no service is named yet", "missing": True}]
    line = line_of(service)
    near = Responsibility.objects.with_portfolio_named_on(day).on(day).filter(service__in=line)
    by_aspect: dict[str, tuple[int, list[Responsibility]]] = {}
    for row in near.select_related("body", "post"):
        place = line.index(row.service_id)
        nearest, rows = by_aspect.setdefault(row.aspect, (place, []))
        if place < nearest:
            by_aspect[row.aspect] = (place, [row])
        elif place == nearest:
            rows.append(row)
    answering = [row for aspect in Aspect for row in by_aspect.get(aspect, (0, []))[1]]
    strands: list[dict[str, object]] = [{"text": service.name, "url": service.get_absolute_url()}]
    portfolios = {row.portfolio_id: portfolio_of(row) for row in answering if row.portfolio_id}
    strands += [
        {"text": each.name, "url": reverse("portfolio", args=[each.pk])} for each in portfolios.values()
    ]
    if not portfolios:
        strands.append({"text": "no portfolio answers for this", "missing": True})
    bodies = {row.body_id: row.body for row in answering if row.body}
    strands += [{"text": each.name, "url": each.get_absolute_url()} for each in bodies.values()]
    return strands
