"""Asking about a figure, from the page of its indicator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from council.periods import local_day
from performance.figures.queries import asked_about, figure_of
from performance.models import Indicator, Period
from performance.operations.queries import ask_about_figure
from portfolios.figures.answer_times import answer_time
from portfolios.forms.queries import QuestionForm
from portfolios.operations.queries import owner_of_service
from portfolios.views.queries import what_happens_next


@allow(Permission.ASK_QUERIES)
def figure_ask(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """Asks about an indicator's figure for a period. What was asked about it before stands above the form."""
    today = local_day(timezone.now())
    near = Indicator.objects.select_related("owner", "service__manager", "service__parent__manager")
    indicator = get_object_or_404(near, pk=indicator_pk)
    period = get_object_or_404(Period.objects.ended(day=today), pk=period_pk, cycle=indicator.cycle_id)
    figure = figure_of(indicator, period, day=today)
    refuse_repeats(request.POST)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        query = ask_about_figure(
            figure, said["question"], by=request.user, at=timezone.now(), sent_as=said["sent_as"]
        )
        messages.success(request, what_happens_next(query))
        return redirect(query)
    context = {
        "form": form,
        "figure": figure,
        "owner": indicator.owner or owner_of_service(indicator.service),
        "time": answer_time(today),
        "before": asked_about(indicator),
        "cancel_url": indicator.get_absolute_url(),
        "breadcrumbs": [
            ("Indicators", reverse("indicators")),
            (str(indicator), indicator.get_absolute_url()),
        ],
    }
    return render(request, "performance/figure_ask.html", context)
