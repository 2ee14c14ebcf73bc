"""Control limits start anew by a person's decision: the page, and the page that takes one back."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, Role, SignedInRequest, allow, may
from council.audit import Conflict
from council.periods import local_day
from performance.choices import NUMERIC_KINDS
from performance.figures.rebases import Prospect, periods_to_choose, prospect, rebases_of
from performance.figures.spc import SpcFigure, spc_of
from performance.forms.rebases import RebaseForm, WithdrawRebaseForm
from performance.models import Indicator, Rebase
from performance.operations.rebases import AlreadyWithdrawn, problems_of, rebase_limits, withdraw_rebase
from performance.operations.returns import NotReady
from performance.rules.readiness import Problem
from portfolios.figures.structure import Structure
from portfolios.models import Tenure

if TYPE_CHECKING:
    from council.models import User


def may_rebase(user: "User", indicator: Indicator, tree: Structure | None = None) -> bool:
    """Whether the reader is an administrator, or lead officer of the indicator's service; `tree` spares a query."""
    if not may(user, Permission.REBASE_LIMITS) or indicator.value_kind not in NUMERIC_KINDS:
        return False
    if user.role == Role.ADMINISTRATOR:
        return True
    day = local_day(timezone.now())
    if tree:
        return indicator.service_id in tree.below(Tenure.objects.tops_of(user, day=day))
    return indicator.service_id in Tenure.objects.service_ids_of(user, day=day)


@allow(Permission.REBASE_LIMITS)
def rebase(request: SignedInRequest, pk: int) -> HttpResponse:
    """Has limits start anew; the new ones are shown before they are saved. Below stand all rebases, with reasons."""
    indicator = get_object_or_404(Indicator.objects.select_related("service", "cycle"), pk=pk)
    if not may_rebase(request.user, indicator):
        raise Http404
    today = local_day(timezone.now())
    figure = spc_of(indicator, today=today)
    periods = periods_to_choose(indicator, figure, today=today)
    data = request.POST if request.method == "POST" else None
    form = RebaseForm(data, periods=periods)
    shown = None
    if data is not None and form.is_valid():
        if "save" in data and form.was_seen and _is_saved(request, form, indicator):
            messages.success(
                request, f"The limits start anew at {form.chosen.name}. Your reason stands beside the chart."
            )
            return redirect("indicator", pk)
        shown = _shown(form, indicator, figure)
    return _page(request, indicator, form, figure, shown)


def _is_saved(request: SignedInRequest, form: RebaseForm, indicator: Indicator) -> bool:
    """Saves the rebase, or says on the form what speaks against it."""
    now = timezone.now()
    try:
        rebase_limits(
            indicator,
            period=form.chosen,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=now,
            on=local_day(now),
        )
    except NotReady as problem:
        _say(form, problem.problems)
        return False
    return True


def _shown(form: RebaseForm, indicator: Indicator, figure: SpcFigure) -> Prospect | None:
    """What the limits would become; None where something speaks against it, which the form then says."""
    reason, today = form.cleaned_data["reason"], local_day(timezone.now())
    if form.errors:
        return None
    if problems := problems_of(indicator, form.chosen, reason=reason, on=today):
        _say(form, problems)
        return None
    form.mark_seen()
    return prospect(figure, form.chosen, reason)


def _say(form: RebaseForm, problems: list[Problem]) -> None:
    for each in problems:
        form.add_error(each.field, each.sentence)


def _page(
    request: SignedInRequest,
    indicator: Indicator,
    form: RebaseForm,
    figure: SpcFigure,
    shown: Prospect | None,
) -> HttpResponse:
    context = {
        "indicator": indicator,
        "form": form,
        "figure": figure,
        "shown": shown,
        "rebases": rebases_of(indicator),
        "cancel_url": indicator.get_absolute_url(),
        "breadcrumbs": _breadcrumbs(indicator),
    }
    return render(request, "performance/rebase_form.html", context)


@allow(Permission.REBASE_LIMITS)
def withdraw(request: SignedInRequest, pk: int, rebase_pk: int) -> HttpResponse:
    """Takes a rebase back, saying why."""
    rows = Rebase.objects.select_related("indicator", "period", "by__person")
    row = get_object_or_404(rows, pk=rebase_pk, indicator__pk=pk)
    if not may_rebase(request.user, row.indicator):
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = WithdrawRebaseForm(data, version=row.version)
    if data is not None and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            withdraw_rebase(
                row, reason=reason, expected=form.expected_version, by=request.user, at=timezone.now()
            )
        except (Conflict, AlreadyWithdrawn):
            row = rows.get(pk=rebase_pk)
            form.add_error(None, "Somebody else has withdrawn it already. Nothing is left to do.")
        else:
            messages.success(request, "The rebase is withdrawn; it stays on record with both reasons.")
            return redirect("rebase", pk)
    context = {
        "row": row,
        "form": form,
        "cancel_url": reverse("rebase", args=[pk]),
        "breadcrumbs": [*_breadcrumbs(row.indicator), ("New limits", reverse("rebase", args=[pk]))],
    }
    return render(request, "performance/rebase_withdraw.html", context)


def _breadcrumbs(indicator: Indicator) -> list[tuple[str, str]]:
    return [("Indicators", reverse("indicators")), (str(indicator), indicator.get_absolute_url())]
