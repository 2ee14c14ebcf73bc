"""Files to fill in and bring back."""

import datetime

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.exports import csv_response, xlsx_response
from council.periods import financial_year, local_day
from performance.choices import ImportKind
from performance.forms.to_fill import ToFillForm
from performance.models import Period
from performance.operations.imports.to_fill import (
    indicators_to_fill,
    months_to_fill,
    returns_to_fill,
    targets_to_fill,
)

DAYS_BACK = datetime.timedelta(days=400)
YEARS_BACK = 5


@allow(Permission.IMPORT_FILES)
def import_file_to_fill(request: SignedInRequest) -> HttpResponseBase:
    """A file to fill in and bring back; without a choice, what there is to choose.

    Periods that have not ended are not offered: no return of theirs would be taken.
    """
    today = local_day(timezone.now())
    periods = list(
        Period.objects.ended(day=today)
        .filter(ends_on__gt=today - DAYS_BACK)
        .select_related("cycle")
        .order_by("-ends_on", "cycle__name", "pk")
    )
    year = financial_year(today)
    form = ToFillForm(request.GET or None, periods=periods, years=range(year + 1, year - YEARS_BACK, -1))
    if not form.is_bound or not form.is_valid():
        crumbs = [("Imports", reverse("imports"))]
        return render(request, "performance/import_to_fill.html", {"form": form, "breadcrumbs": crumbs})
    chosen = form.cleaned_data
    if chosen["kind"] == ImportKind.INDICATORS:
        file = indicators_to_fill()
    elif chosen["kind"] == ImportKind.TARGETS:
        file = targets_to_fill(chosen["year"])
    elif chosen["kind"] == ImportKind.MONTHS:
        file = months_to_fill(chosen["year"])
    else:
        file = returns_to_fill(next(each for each in periods if each.pk == chosen["period"]))
    respond = xlsx_response if chosen["format"] == "xlsx" else csv_response
    return respond(*file)
