"""One service, one body."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.periods import local_day
from portfolios.figures.lines import ServiceLine, people_by_post, service_lines
from portfolios.models import Body, Seat, Service


@allow(Permission.SEE_PERFORMANCE)
def service(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who manages a service, which portfolio answers for it, and what stands below it."""
    day = local_day(timezone.now())
    row = get_object_or_404(Service, pk=pk)
    lines = service_lines(day=day)
    line = next(each for each in lines if each.service.pk == row.pk)
    below = [each for each in lines if each.service.parent_id == row.pk]
    return render(
        request,
        "portfolios/service_detail.html",
        {
            "line": line,
            "below": below,
            "posts": row.posts.order_by("title"),
            "thread": thread_of_service(line),
            "breadcrumbs": [("Services", reverse("services"))],
        },
    )


def thread_of_service(line: ServiceLine) -> list[dict[str, object]]:
    """The portfolio that answers for a service, or the gap, as the thread under a title."""
    if not line.portfolios:
        return [{"text": "no portfolio answers for this", "missing": True}]
    return [{"text": each.name, "url": each.get_absolute_url()} for each in line.portfolios]


@allow(Permission.SEE_PERFORMANCE)
def body(request: SignedInRequest, pk: int) -> HttpResponse:
    """A body, its other names and who sits on it today."""
    day = local_day(timezone.now())
    row = get_object_or_404(Body, pk=pk)
    people = people_by_post(day=day)
    seats = [
        {
            "role": seat.get_role_display(),
            "who": seat.person.name if seat.person else str(seat.post),
            "holder": ", ".join(people.get(seat.post_id, [])) if seat.post_id else "",
            "since": seat.starts_on,
        }
        for seat in Seat.objects.on(day).filter(body=row).select_related("person", "post")
    ]
    return render(
        request,
        "portfolios/body_detail.html",
        {
            "body": row,
            "other_names": row.other_names.all(),
            "seats": seats,
            "breadcrumbs": [("Bodies", reverse("bodies"))],
        },
    )
