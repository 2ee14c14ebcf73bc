"""The registry of annual figures: what documents printed, what changed, and what nobody declared."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from performance.choices import FigureChange
from performance.figures.annual_figures import change_words, figures_of, registry, undeclared
from performance.filters import AnnualFigureFilters
from performance.forms.annual_figures import AnnualFigureForm, DeclareForm
from performance.models import AnnualFigure, Indicator
from performance.operations.annual_figures import (
    AlreadyDeclared,
    NothingToDeclare,
    declare_change,
    record_figures,
)
from performance.tables import AnnualFigureFile, AnnualFigureTable, UndeclaredTable
from portfolios.models import Tenure


@allow(Permission.SEE_PERFORMANCE)
def annual_figures(request: SignedInRequest) -> HttpResponseBase:
    """Every annual figure that a document printed, the newest year first."""
    read: Any = request
    years = AnnualFigure.objects.order_by("-year").values_list("year", flat=True).distinct()
    read.years = list(years)
    page = list_page(
        request,
        queryset=registry(),
        table_class=AnnualFigureFile if "export" in request.GET else AnnualFigureTable,
        filterset_class=AnnualFigureFilters,
        name="annual figures",
        caption="Annual figures as documents printed them",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "breadcrumbs": [("Dashboard", reverse("dashboard"))]}
    return render(request, "performance/annual_figure_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def annual_figures_check(request: SignedInRequest) -> HttpResponseBase:
    """Figures that changed without being declared."""
    page = list_page(
        request,
        queryset=undeclared(),
        table_class=UndeclaredTable,
        name="undeclared changes",
        caption="Figures that changed without being declared",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "breadcrumbs": [("Annual figures", reverse("annual_figures"))]}
    return render(request, "performance/annual_figure_check.html", context)


@allow(Permission.SEE_PERFORMANCE)
def annual_figures_of(request: SignedInRequest, pk: int) -> HttpResponse:
    """The annual figures of one indicator: each year, each document, and every change with who declared it."""
    row = get_object_or_404(Indicator.objects.select_related("service"), pk=pk)
    context = {
        "indicator": row,
        "years": figures_of(row),
        "may_declare": _may_declare(request, row),
        "breadcrumbs": [("Annual figures", reverse("annual_figures")), (str(row), row.get_absolute_url())],
    }
    return render(request, "performance/annual_figures_of.html", context)


@allow(Permission.DECLARE_CHANGES)
def annual_figure_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enters a figure that a report printed; where it changes one, the page says so."""
    refuse_repeats(request.POST)
    row = get_object_or_404(Indicator.objects.select_related("service"), pk=pk)
    if not _may_declare(request, row):
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = AnnualFigureForm(data, indicator=row, today=local_day(timezone.now()))
    if form.is_valid():
        try:
            added = record_figures([form.printed()], by=request.user, at=timezone.now())
        except Conflict:
            form.add_error(
                None, "Somebody else entered a figure for that year at this moment. Send it again."
            )
        else:
            messages.success(
                request, _said(added[0] if added else None, declared=bool(form.cleaned_data["who"]))
            )
            return redirect("annual_figures_of", pk)
    return _form(request, "performance/annual_figure_form.html", form, row)


@allow(Permission.DECLARE_CHANGES)
def annual_figure_declare(request: SignedInRequest, pk: int) -> HttpResponse:
    """Says who changed a figure, and why."""
    refuse_repeats(request.POST)
    figures = AnnualFigure.objects.select_related("indicator__service", "before", "declaration")
    figure = get_object_or_404(figures, pk=pk, change=FigureChange.CHANGED)
    if not _may_declare(request, figure.indicator):
        raise Http404
    form = DeclareForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            declare_change(figure, **form.cleaned_data, by=request.user, at=timezone.now())
        except (AlreadyDeclared, NothingToDeclare):
            form.add_error(None, "Somebody has declared this change already. It stands beside the figure.")
        else:
            messages.success(request, "The change is declared. It stands beside the figure for good.")
            return redirect(figure)
    more = {"figure": figure, "words": change_words(figure)}
    return _form(request, "performance/annual_figure_declare.html", form, figure.indicator, **more)


def _may_declare(request: SignedInRequest, row: Indicator) -> bool:
    """Administrators may of every indicator, lead officers of their own services'."""
    if not may(request.user, Permission.DECLARE_CHANGES):
        return False
    if may(request.user, Permission.MANAGE_REGISTER):
        return True
    own = Tenure.objects.service_ids_of(request.user, day=local_day(timezone.now()))
    return row.service_id in own


def _said(figure: AnnualFigure | None, *, declared: bool) -> str:
    if figure is None:
        return "That document's figure is in the registry already. Nothing was added."
    if figure.change == FigureChange.EARLIER:
        return "The figure is in the registry, below those of later documents."
    if figure.change != FigureChange.CHANGED:
        return "The figure is in the registry."
    if declared:
        return "The figure is in the registry, with the change declared."
    return "The figure is in the registry. It changes one printed before, and nobody has declared that yet."


def _form(
    request: SignedInRequest, template: str, form: object, row: Indicator, **more: object
) -> HttpResponse:
    url = reverse("annual_figures_of", args=[row.pk])
    context = {
        "form": form,
        "indicator": row,
        "cancel_url": url,
        "breadcrumbs": [("Annual figures", reverse("annual_figures")), (str(row), url)],
        **more,
    }
    return render(request, template, context)
