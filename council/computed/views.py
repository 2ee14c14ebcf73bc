"""Computing a return again, from its own page."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.computed.sources import compute
from council.periods import local_day
from performance.models import Return
from performance.operations.computed import Outcome
from performance.operations.returns import NotReady
from portfolios.models import Tenure


@allow(Permission.SIGN_OFF_RETURNS)
@require_POST
def compute_again(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Counts the value anew; what was handed in or signed off is never changed by it."""
    now = timezone.now()
    rows = Return.objects.select_related("indicator__service", "period")
    row = get_object_or_404(rows, indicator=indicator_pk, period=period_pk)
    if row.indicator.service_id not in Tenure.objects.service_ids_of(request.user, day=local_day(now)):
        raise Http404
    try:
        outcome = compute(row.indicator, row.period, asked_by=request.user, at=now)
    except Conflict:
        messages.warning(
            request, "Somebody saved this return at the same moment. Look at it, then try again."
        )
    except NotReady as problem:
        messages.warning(request, str(problem))
    else:
        if outcome is None:
            messages.warning(request, "Nothing was done: people enter this indicator.")
        elif outcome in (Outcome.DIFFERS, Outcome.KEPT):
            messages.warning(request, outcome.value)
        else:
            messages.success(request, f"Computed again. {outcome.value}")
    return redirect("return", indicator_pk, period_pk)
