"""A body with who sits on it, and what it is told of: its indicator sets beside how these indicators do."""

import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.periods import local_day
from performance.figures.board import indicator_lines
from performance.figures.dashboard import moments, summary_of
from performance.figures.reporting import reporting
from performance.figures.standing import quarter_key, quarters_ended
from performance.models import IndicatorSet
from portfolios.figures.lines import people_by_post
from portfolios.models import Body, Seat


@allow(Permission.SEE_PERFORMANCE)
def body(request: SignedInRequest, pk: int) -> HttpResponse:
    """A body, its other names, who sits on it today, and the indicators that it is told of."""
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
        "council/body_detail.html",
        {
            "body": row,
            "other_names": row.other_names.all(),
            "seats": seats,
            "sets": IndicatorSet.objects.filter(body=row).order_by("-year"),
            "doing": _doing(row, day),
            "breadcrumbs": [("Bodies", reverse("bodies"))],
        },
    )


def _doing(row: Body, today: datetime.date) -> dict[str, object] | None:
    """How the indicators do that the body is told of; None where no set of its covers the newest quarter."""
    quarters = quarters_ended(today)[:2]
    told = reporting(quarters[0]).told(row.pk)
    if told is None:
        return None
    lines = [
        line for line in indicator_lines(moments(quarters, today=today)) if line.pk in told.indicator_ids
    ]
    return {
        "quarter": quarters[0],
        "told": told,
        "lines": lines,
        "summary": summary_of(lines),
        "dashboard_url": f"{reverse('dashboard')}?at={quarter_key(quarters[0])}&body={row.pk}",
    }
