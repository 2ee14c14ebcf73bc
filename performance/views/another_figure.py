"""Giving another figure than the product computed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day
from performance.choices import EDITABLE
from performance.figures.assessment import Entry, assess
from performance.figures.context import rating_contexts
from performance.forms.another_figure import AnotherFigureForm
from performance.models import Indicator, Period, Return
from performance.operations.returns import NOT_YET_BEGUN, NotAllowedYet, NotReady, save_draft
from portfolios.models import Tenure

WHY = "Why the computed figure is not right"


@allow(Permission.ENTER_RETURNS)
def another_figure(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Keeps a person's figure as a draft with its reason; the computed one stays in the history."""
    now = timezone.now()
    own = Tenure.objects.service_ids_of(request.user, day=local_day(now))
    indicator = get_object_or_404(
        Indicator.objects.of_services(own).select_related("service", "cycle"), pk=indicator_pk
    )
    period = get_object_or_404(
        Period.objects.ended(day=local_day(now)), pk=period_pk, cycle=indicator.cycle_id
    )
    if not indicator.computed_from:
        raise Http404
    row = Return.objects.filter(indicator=indicator, period=period).select_related("latest").first()
    if row is not None and row.step not in EDITABLE:
        messages.warning(request, f"Nothing was done: this return is now “{row.get_step_display()}”.")
        return redirect("return", indicator_pk, period_pk)
    refuse_repeats(request.POST)
    form = AnotherFigureForm(
        request.POST if request.method == "POST" else None,
        label=WHY,
        version=row.version if row else NOT_YET_BEGUN,
    )
    if form.is_valid() and _keep(request, form, indicator, period):
        messages.success(
            request, "Your figure is kept as a draft, with your reason. Submit it when it is complete."
        )
        return redirect("returns_grid", indicator.service_id, period_pk)
    context = {
        "form": form,
        "indicator": indicator,
        "period": period,
        "latest": row.latest if row else None,
        "cancel_url": reverse("returns_grid", args=[indicator.service_id, period_pk]),
        "breadcrumbs": [
            ("My returns", reverse("my_returns")),
            (str(indicator), indicator.get_absolute_url()),
        ],
    }
    return render(request, "performance/another_figure.html", context)


def _keep(request: SignedInRequest, form: AnotherFigureForm, indicator: Indicator, period: Period) -> bool:
    """Saves the draft; False with the reason on the form."""
    said = form.cleaned_data
    entry = Entry(as_written=said["as_written"], comment=said["comment"])
    assessment = assess(rating_contexts([indicator], period)[indicator.pk], entry)
    expected, reason = form.expected_version, said["reason"]
    try:
        save_draft(assessment, expected=expected, by=request.user, at=timezone.now(), reason=reason)
    except NotReady as problem:
        for each in problem.problems:
            form.add_error(each.field if each.field in form.fields else None, each.sentence)
    except Conflict:
        form.add_error(
            None, "Somebody else saved this return first. Open the grid and look at it, then decide."
        )
    except NotAllowedYet as problem:
        form.add_error(None, str(problem))
    else:
        return True
    return False
