"""An officer's sheet: a quarter of one service to fill in elsewhere, brought back, looked at, and kept as drafts."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.exports import csv_response, xlsx_response
from council.forms import refuse_repeats
from council.periods import local_day
from performance.choices import ImportKind, Step
from performance.forms.imports import AnswersForm, is_too_large
from performance.forms.sheet import SheetForm
from performance.models import ImportBatch, Period
from performance.operations.imports import AlreadyDone, bring, discard, plan_of
from performance.operations.imports.to_fill import returns_to_fill
from performance.rules.importing.plan_file import PLAN_HEADER, plan_rows
from performance.views.grid import find_grid
from performance.views.previewed import answered, answers_form, preview_context
from portfolios.models import Tenure


@allow(Permission.ENTER_RETURNS)
def returns_sheet(request: SignedInRequest, service_pk: int, period_pk: int) -> HttpResponseBase:
    """Where the sheet of a grid is fetched, and brought back filled. Nothing is changed by bringing it.

    The sheet holds the returns of the grid that were not submitted.
    """
    service, period = find_grid(request, service_pk, period_pk)
    if "export" in request.GET:
        return xlsx_response(*returns_to_fill(period, service=service))
    refuse_repeats(request.POST)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        batch = bring(
            ImportKind.RETURNS,
            name=file.name,
            content=file.content,
            sheet=file.sheet,
            settings={"step": Step.DRAFTED, "only": [service.pk, period.pk]},
            by=request.user,
            at=timezone.now(),
        )
        return redirect("sheet_preview", batch.pk)
    grid = reverse("returns_grid", args=[service_pk, period_pk])
    context = {
        "form": form,
        "service": service,
        "period": period,
        "cancel_url": grid,
        "breadcrumbs": [("My returns", reverse("my_returns")), (f"{service}: {period}", grid)],
    }
    status = 413 if form.is_bound and is_too_large(form) else 200
    return render(request, "performance/returns_sheet.html", context, status=status)


@allow(Permission.ENTER_RETURNS)
def sheet_preview(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """What the sheet would change, row by row, and the button that keeps it as drafts."""
    batch = _find(request, pk)
    if batch.applied_at is not None:
        return redirect(_grid_url(batch))
    refuse_repeats(request.POST)
    plan = plan_of(batch, today=local_day(timezone.now()))
    if "export" in request.GET:
        return csv_response(f"what {batch.file_name} does", PLAN_HEADER, plan_rows(plan))
    form = answers_form(request, plan)
    if request.method == "POST" and form.is_valid():
        return _answered(request, batch, form)
    service_pk, period_pk = batch.options["settings"]["only"]
    context = preview_context(batch, plan, form) | {
        "own_sheet": True,
        "discard_url": reverse("sheet_discard", args=[batch.pk]),
        "again_url": reverse("returns_sheet", args=[service_pk, period_pk]),
        "breadcrumbs": [("My returns", reverse("my_returns")), ("The grid", _grid_url(batch))],
    }
    return render(request, "performance/import_preview.html", context)


@allow(Permission.ENTER_RETURNS)
@require_POST
def sheet_discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Throws a sheet away that was not kept."""
    batch = _find(request, pk)
    try:
        discard(batch)
    except AlreadyDone as done:
        messages.warning(request, f"It cannot be thrown away: {done}")
    else:
        messages.success(request, f"{batch.file_name} is thrown away. Nothing was changed.")
    return redirect(_grid_url(batch))


def _answered(request: SignedInRequest, batch: ImportBatch, form: AnswersForm) -> HttpResponse:
    def was_first(done: AlreadyDone) -> HttpResponse:
        messages.warning(request, f"Nothing was done now. {done}")
        return redirect(_grid_url(batch))

    def applied(number: int) -> HttpResponse:
        words = "1 row is" if number == 1 else f"{number} rows are"
        messages.success(request, f"{words} kept as a draft. Look at them below, and submit them.")
        return redirect(_grid_url(batch))

    return answered(request, batch, form, preview="sheet_preview", was_first=was_first, applied=applied)


def _find(request: SignedInRequest, pk: int) -> ImportBatch:
    """A sheet that the reader brought, for a service that is still theirs."""
    rows = ImportBatch.objects.filter(kind=ImportKind.RETURNS, by=request.user)
    batch = get_object_or_404(rows.select_related("by"), pk=pk)
    only = batch.options["settings"].get("only")
    own = Tenure.objects.service_ids_of(request.user, day=local_day(timezone.now()))
    if not only or only[0] not in own or not Period.objects.filter(pk=only[1]).exists():
        raise Http404
    return batch


def _grid_url(batch: ImportBatch) -> str:
    return reverse("returns_grid", args=batch.options["settings"]["only"])
