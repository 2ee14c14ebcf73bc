"""The remits of all portfolios on a day, and remits on two days beside each other."""

import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.periods import local_day
from portfolios.figures.remit_changes import days_of_change
from portfolios.figures.remit_compare import compared, two_days
from portfolios.figures.remit_page import all_remits
from portfolios.figures.remits import RemitRegister, remit_register
from portfolios.forms.remits import TwoDaysForm
from portfolios.models import Portfolio

ONE_DAY = datetime.timedelta(days=1)


@allow(Permission.SEE_PERFORMANCE)
def remits(request: SignedInRequest) -> HttpResponse:
    """The scheme of portfolios on a day, to read or to print; with a second day, what changed between."""
    form = TwoDaysForm(request.GET, today=local_day(timezone.now()))
    context: dict[str, object] = {
        "form": form,
        "day": form.day,
        "breadcrumbs": [("Portfolios", reverse("portfolios"))],
    }
    if form.day and form.other:
        register = remit_register()
        days = two_days(register, form.day, form.other)
        found = compared(register, days, Portfolio.objects.all())
        context |= {
            "days": days,
            "changed": [each for each in found if each.is_changed],
            "same": [each for each in found if not each.is_changed],
        }
    elif form.day:
        context["remits"] = all_remits(remit_register(), Portfolio.objects.all(), on=form.day)
    return render(request, "portfolios/remit_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def compare_remit(request: SignedInRequest, pk: int) -> HttpResponse:
    """One portfolio's remit on two days; without a second day, beside what it was before its last change."""
    row = get_object_or_404(Portfolio, pk=pk)
    today = local_day(timezone.now())
    register = remit_register()
    given = request.GET.copy()
    form = TwoDaysForm(given, today=today)
    if form.day and not form.other:
        given["beside"] = _before_last_change(register, pk, form.day).isoformat()
        form = TwoDaysForm(given, today=today)
    name = register.on(form.day or today).remits.of(pk).name or row.name
    context: dict[str, object] = {
        "form": form,
        "portfolio": row,
        "name": name,
        "breadcrumbs": [("Portfolios", reverse("portfolios")), (name, row.get_absolute_url())],
    }
    if form.day and form.other:
        days = two_days(register, form.day, form.other)
        context |= {"days": days, "compared": next(iter(compared(register, days, [row])), None)}
    return render(request, "portfolios/remit_compare.html", context)


def _before_last_change(register: RemitRegister, portfolio: int, day: datetime.date) -> datetime.date:
    """The day before the remit last changed, as seen from a day."""
    changes = days_of_change(register, portfolio, today=day)
    return next((each.day_before for each in changes if not each.is_ahead), day - ONE_DAY)
