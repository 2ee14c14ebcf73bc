"""What waits for a lead officer, and what waits to be published."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.periods import local_day
from performance.choices import AWAITING_SIGN_OFF, Step
from performance.figures.challenges import challenges_waiting
from performance.figures.indicator import shown_of
from performance.figures.publishing import left_out, periods_to_publish
from performance.forms.sign_off import ChosenReturnsForm
from performance.models import Period, Return
from performance.operations.returns import NotAllowedYet, NotReady, publish_period, sign_off
from performance.views.work import work_tabs
from portfolios.models import Tenure


@allow(Permission.SIGN_OFF_RETURNS)
def sign_off_list(request: SignedInRequest) -> HttpResponse:
    """The submitted returns of the lead officer's services: tick what is right, open what is not."""
    day = local_day(timezone.now())
    mine = Tenure.objects.service_ids_of(request.user, day=day)
    rows = list(
        Return.objects.for_grid()
        .filter(step__in=AWAITING_SIGN_OFF, indicator__service__in=mine)
        .select_related("indicator__service", "latest__by")
        .order_by("period__ends_on", "indicator__service__name", "indicator__reference", "pk")
    )
    offered = {f"{row.pk}:{row.version}": row for row in rows}
    form = ChosenReturnsForm(request.POST if request.method == "POST" else None, offered=list(offered))
    if request.method == "POST" and form.is_valid():
        done = _sign_off_all(request, form, {row.pk: row for row in rows})
        if done:
            messages.success(request, f"{done} signed off. They count on the dashboards now.")
            return redirect("sign_off")
    context = {
        "tabs": work_tabs(request, "sign_off"),
        "form": form,
        "rows": [
            (
                key,
                row,
                shown_of(row.indicator, row.latest),
                row.latest is not None and row.latest.by == request.user,
            )
            for key, row in offered.items()
        ],
        "ticked": set(form.sent),
        "challenges": challenges_waiting(mine),
    }
    return render(request, "performance/sign_off_list.html", context)


def _sign_off_all(request: SignedInRequest, form: ChosenReturnsForm, rows: dict[int, Return]) -> int:
    """Signs off all that were ticked or none; answers how many, 0 with the reason on the form."""
    chosen = form.cleaned_data["chosen"]
    try:
        with transaction.atomic():
            for pk, version in chosen:
                sign_off(rows[pk], expected=version, by=request.user, at=timezone.now())
    except Conflict:
        form.add_error(
            "chosen", "Somebody changed one of these meanwhile. Nothing was signed off; look again."
        )
    except (NotAllowedYet, NotReady) as problem:
        form.add_error("chosen", f"{rows[pk].indicator}: {problem} Nothing was signed off.")
    else:
        return len(chosen)
    return 0


@allow(Permission.PUBLISH_RETURNS)
def publishing(request: SignedInRequest) -> HttpResponse:
    """Each period with what is signed off and not yet published."""
    day = local_day(timezone.now())
    periods = periods_to_publish(day=day)
    context = {
        "tabs": work_tabs(request, "publishing"),
        "periods": periods,
        "waiting": [each for each in periods if each.waits],
        "others": [each for each in periods if not each.waits],
    }
    return render(request, "performance/publishing.html", context)


@allow(Permission.PUBLISH_RETURNS)
def publish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Names what is left out and asks once more, then publishes what is signed off in the period."""
    period = get_object_or_404(Period, pk=pk)
    waiting = Return.objects.filter(period=period, step=Step.SIGNED_OFF).count()
    if request.method == "POST":
        try:
            number = publish_period(period, by=request.user, at=timezone.now())
        except Conflict:
            messages.warning(
                request, "Somebody was changing a return of this period. Nothing was published; try again."
            )
        else:
            messages.success(
                request, f"{number} published for {period.name}. Their values are kept from now on."
            )
        return redirect("publishing")
    context = {"period": period, "waiting": waiting, "left_out": left_out(period)}
    return render(request, "performance/publish_confirm.html", context)
