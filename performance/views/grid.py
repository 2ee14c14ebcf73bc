"""The grid in which a service's returns for a period are entered with the keyboard."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from council.periods import local_day
from council.signed_out import forget_typed, mark_of, typed_before
from performance.models import Period
from performance.views.grid_rows import Row, hand_in, offer, rows_of, save
from portfolios.models import Service, Tenure


@allow(Permission.ENTER_RETURNS)
def returns_grid(request: SignedInRequest, service_pk: int, period_pk: int) -> HttpResponse:
    """The grid; without script one Save at its foot keeps every row that can be read, whatever the others hold."""
    service, period = find_grid(request, service_pk, period_pk)
    refuse_repeats(request.POST)
    typed = typed_before(request) if request.method != "POST" else None
    rows = rows_of(service, period, request.POST if request.method == "POST" else typed)
    if typed:
        offer(rows)
    if request.method == "POST":
        forget_typed(request)
        if "discard" in request.POST:
            return redirect("returns_grid", service_pk, period_pk)
        save(rows, by=request.user, at=timezone.now())
        if "submit" in request.POST:
            hand_in(rows, by=request.user, at=timezone.now())
        if not any(row.form.errors or row.conflict or row.newer for row in rows):
            messages.success(request, _said(rows))
            return redirect("returns_grid", service_pk, period_pk)
        _say_what_was_done(request, rows)
    return _page(request, service, period, rows)


@allow(Permission.ENTER_RETURNS)
@require_POST
def grid_row(request: SignedInRequest, service_pk: int, period_pk: int, indicator_pk: int) -> HttpResponse:
    """Saves one row as it is left, for the page's script: its mark, its rating-to-be and its version as JSON."""
    service, period = find_grid(request, service_pk, period_pk)
    rows = rows_of(service, period, request.POST)
    row = next((each for each in rows if each.line.indicator.pk == indicator_pk), None)
    if row is None or not row.form.is_bound:
        raise Http404
    save([row], above=rows, by=request.user, at=timezone.now())
    row.judge()
    return JsonResponse(
        {
            "version": row.line.version if row.saved else row.form["version"].value(),
            "saved": row.saved,
            "rating": _part("rating", row),
            "notice": _part("notice", row),
            "mark": render_to_string("performance/parts/grid_mark.html", {"row": row, "now": timezone.now()}),
            "conflict": _part("conflict", row),
            "errors": {
                name: render_to_string(
                    "django/forms/errors/list/ul.html", {"errors": errors, "error_class": "errorlist"}
                )
                for name, errors in row.form.errors.items()
            },
        }
    )


def _part(name: str, row: Row) -> str:
    return render_to_string(f"performance/parts/grid_{name}.html", {"row": row})


def find_grid(request: SignedInRequest, service_pk: int, period_pk: int) -> tuple[Service, Period]:
    """The service, when it is the reader's, and the period, when it is over."""
    day = local_day(timezone.now())
    if service_pk not in Tenure.objects.service_ids_of(request.user, day=day):
        raise Http404
    periods = Period.objects.ended(day=day).select_related("cycle")
    return get_object_or_404(Service, pk=service_pk), get_object_or_404(periods, pk=period_pk)


def _say_what_was_done(request: SignedInRequest, rows: Sequence[Row]) -> None:
    if any(row.saved or row.submitted for row in rows):
        messages.info(request, _said(rows))
    if newer := [str(row.line.indicator) for row in rows if row.newer]:
        messages.warning(
            request, f"Somebody else saved meanwhile; look before you submit: {', '.join(newer)}."
        )


def _said(rows: Sequence[Row]) -> str:
    submitted, saved = sum(row.submitted for row in rows), sum(row.saved for row in rows)
    if submitted:
        return f"{submitted} submitted. A lead officer signs them off next."
    if saved:
        return f"{saved} saved as a draft. Submit them when they are complete."
    return "Nothing was changed, so nothing was saved."


def _page(request: SignedInRequest, service: Service, period: Period, rows: list[Row]) -> HttpResponse:
    for row in rows:
        row.judge()
    context = {
        "service": service,
        "period": period,
        "rows": rows,
        "typed_by": mark_of(request),
        "forecasts": any(row.line.takes_forecast for row in rows),
        "waits": any(row.waits for row in rows),
        "problems": [problem for row in rows for problem in row.form.problems()],
        "is_late": period.due_on < local_day(timezone.now()) and any(row.line.is_editable for row in rows),
        "can_save": any(row.line.is_editable for row in rows),
        "breadcrumbs": [("My returns", reverse("my_returns"))],
    }
    return render(request, "performance/returns_grid.html", context)
