"""One return: what it says, who did what, and the steps that may follow."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.periods import local_day
from performance.choices import STANDING, Step
from performance.figures.challenges import challenges_of
from performance.figures.computed import instead_of_computed, records_url, recount_remark, source_of
from performance.figures.indicator import shown_of
from performance.figures.months import months_beside
from performance.figures.rated_on import rated_on
from performance.figures.shown import shown_forecast
from performance.forms.sign_off import OverrideForm, ReasonForm, SignOffForm
from performance.models import Return
from performance.operations.returns import (
    NotAllowedYet,
    NotReady,
    override_rating,
    reopen,
    send_back,
    sign_off,
)
from performance.rules.readiness import Problem, override_problems
from performance.rules.steps import may_follow
from performance.views.challenges import challenge_url
from portfolios.models import Tenure


@allow(Permission.SEE_PERFORMANCE)
def one_return(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """What a return says and has said. Drafts and what waits for sign-off are shown to the service's own officers."""
    row = _find(indicator_pk, period_pk)
    is_own = _is_own(request, row)
    return _page(request, row, _forms(request, row, is_own=is_own), is_own=is_own)


@allow(Permission.SIGN_OFF_RETURNS)
@require_POST
def sign_off_return(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Makes the return stand."""
    return _step(request, indicator_pk, period_pk, "sign_off", sign_off, "It is signed off and counts now.")


@allow(Permission.SIGN_OFF_RETURNS)
@require_POST
def send_back_return(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Gives the return back to its officer."""
    return _step(
        request, indicator_pk, period_pk, "send_back", send_back, "It is back with the officer to correct."
    )


@allow(Permission.OVERRIDE_RATINGS)
@require_POST
def override_return(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Gives the return another rating than the rule does."""
    said = "Your rating counts now; the rule's is kept beside it with your reason."
    return _step(request, indicator_pk, period_pk, "override", override_rating, said)


@allow(Permission.SIGN_OFF_RETURNS)
@require_POST
def reopen_return(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Lets the return be corrected; what stands goes on standing meanwhile."""
    said = "It is open for correction. The old value stands until the new one is signed off."
    return _step(request, indicator_pk, period_pk, "reopen", reopen, said)


def _find(indicator_pk: int, period_pk: int) -> Return:
    rows = Return.objects.for_grid().select_related("indicator__service", "indicator__cycle")
    return get_object_or_404(rows, indicator__pk=indicator_pk, period__pk=period_pk)


def _is_own(request: SignedInRequest, row: Return) -> bool:
    """Whether the return is of a service that the reader, an officer, works for."""
    if not may(request.user, Permission.ENTER_RETURNS):
        return False
    day = local_day(timezone.now())
    return row.indicator.service_id in Tenure.objects.service_ids_of(request.user, day=day)


def _waits_for_another(request: SignedInRequest, row: Return) -> bool:
    """Whether the reader submitted it, so that another lead officer signs it off."""
    return row.step == Step.SUBMITTED and row.latest is not None and row.latest.by_id == request.user.pk


def _without_value(row: Return) -> list[Problem]:
    """Why the rating cannot be overridden, where the return says that there is no value."""
    return override_problems(known=row.latest.known) if row.latest else []


def _forms(request: SignedInRequest, row: Return, *, is_own: bool, sent: str = "") -> dict[str, Any]:
    """The steps that this reader may take from where the return stands, each with its form; `sent` is bound."""
    if not (is_own and may(request.user, Permission.SIGN_OFF_RETURNS)):
        return {}
    kinds: dict[str, tuple[Step, Callable[..., Any], dict[str, str]]] = {
        "sign_off": (Step.SIGNED_OFF, SignOffForm, {}),
        "send_back": (Step.SENT_BACK, ReasonForm, {"label": "What the officer should put right"}),
        "override": (Step.SIGNED_OFF, OverrideForm, {"label": "Why the rule’s rating is not right here"}),
        "reopen": (Step.REOPENED, ReasonForm, {"label": "Why it must be corrected"}),
    }
    if row.step != Step.SUBMITTED:
        del kinds["sign_off"]
    if _without_value(row):
        del kinds["override"]
    return {
        name: form(
            request.POST if name == sent else None, version=row.version, auto_id=f"{name}_%s", **options
        )
        for name, (step, form, options) in kinds.items()
        if may_follow(row.step, step)
    }


def _step(
    request: SignedInRequest,
    indicator_pk: int,
    period_pk: int,
    name: str,
    verb: Callable[..., None],
    said: str,
) -> HttpResponse:
    row = _find(indicator_pk, period_pk)
    if not _is_own(request, row):
        raise Http404
    forms = _forms(request, row, is_own=True, sent=name)
    form = forms.get(name)
    if form is None:
        problems = _without_value(row) if name == "override" else []
        why = problems[0].sentence if problems else f"This return is now “{row.get_step_display()}”."
        messages.warning(request, f"Nothing was done: {why[:1].lower()}{why[1:]}")
        return redirect("return", indicator_pk, period_pk)
    if not form.is_valid():
        return _page(request, row, forms, is_own=True, failed=form)
    answers = {key: value for key, value in form.cleaned_data.items() if key != "version"}
    try:
        verb(row, expected=form.expected_version, by=request.user, at=timezone.now(), **answers)
    except Conflict:
        form.add_error(None, "Somebody else changed this return first. Look at it again below, then decide.")
    except (NotAllowedYet, NotReady) as problem:
        form.add_error(None, str(problem))
    else:
        messages.success(request, said)
        return redirect("return", indicator_pk, period_pk)
    return _page(request, _find(indicator_pk, period_pk), forms, is_own=True, failed=form)


def _page(
    request: SignedInRequest,
    row: Return,
    forms: dict[str, Any],
    *,
    is_own: bool,
    failed: object | None = None,
) -> HttpResponse:
    revisions = list(row.revisions.select_related("by").order_by("-number"))
    instead = instead_of_computed(row.indicator, revisions)
    steps = revisions if is_own else []
    if not is_own:
        revisions = [each for each in revisions if each.step in (*STANDING, Step.REOPENED)]
    current, signed = row.latest if is_own else row.standing, row.standing.at if row.standing else None
    context = {
        "row": row,
        "current": current,
        "shown": shown_of(row.indicator, current),
        "months": months_beside(row, current, until=None if is_own else signed) if current else None,
        "forecast": shown_forecast(row.indicator, current),
        "rated_on": rated_on(row, current, steps),
        "stands": shown_of(row.indicator, row.standing)[0],
        "history": [(each, shown_of(row.indicator, each)) for each in revisions],
        "is_own": is_own,
        "forms": forms,
        "instead": instead if current and not current.computed_words else "",
        "recount": recount_remark(row) if is_own else "",
        "records_url": records_url(row.indicator, row.period),
        "may_compute": is_own and may(request.user, Permission.SIGN_OFF_RETURNS) and source_of(row.indicator),
        "waits_for_another": _waits_for_another(request, row),
        "failed": failed,
        "challenges": challenges_of(row.indicator_id, period_pk=row.period_id),
        "challenge_url": challenge_url(request.user, row),
        "may_answer": may(request.user, Permission.ANSWER_CHALLENGES) and is_own,
        "breadcrumbs": [
            ("Indicators", reverse("indicators")),
            (str(row.indicator), row.indicator.get_absolute_url()),
        ],
    }
    return render(request, "performance/return_detail.html", context)
