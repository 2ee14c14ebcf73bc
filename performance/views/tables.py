"""Published year tables beside our own rule, and the list of all returns."""

from functools import partial
from typing import Any

from django.db.models import Count
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import local_day, year_name
from performance.figures.definitions import definitions
from performance.figures.published_tables import table_figures
from performance.figures.returns_list import returns_for
from performance.filters import ReturnFilters
from performance.models import Period, PublishedTable
from performance.rules.importing.year_tables import MOST_ROWS
from performance.tables import PublishedRowTable, PublishedTableList, ReturnFile, ReturnTable
from portfolios.figures.structure import structure
from portfolios.models import Tenure


@allow(Permission.SEE_PERFORMANCE)
def published_tables(request: SignedInRequest) -> HttpResponseBase:
    """The year tables that papers printed, the newest first."""
    page = list_page(
        request,
        queryset=PublishedTable.objects.annotate(number_of_rows=Count("rows")).order_by(
            "-year", "title", "pk"
        ),
        table_class=PublishedTableList,
        name="published tables",
        caption="Year tables as papers printed them, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    may_import = may(request.user, Permission.IMPORT_FILES)
    return render(request, "performance/published_table_list.html", {"list": page, "may_import": may_import})


@allow(Permission.SEE_PERFORMANCE)
def published_table(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """One table cell by cell as printed; each rating by our rule beside it, and what is odd."""
    table = get_object_or_404(PublishedTable.objects.select_related("by"), pk=pk)
    figures = table_figures(table)
    page = list_page(
        request,
        queryset=figures.lines,
        table_class=partial(  # type: ignore[arg-type]
            PublishedRowTable,
            headings=table.columns,
            places={column.role: column.index for column in figures.read.layout.columns},
            as_file="export" in request.GET,
        ),
        name=table.title,
        caption=f"{table.title}: every row as printed, our rule beside it",
        per_page=MOST_ROWS,
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "table": table,
        "year": year_name(table.year),
        "figures": figures,
        "differing": _differing(figures.differing, len(figures.lines)),
        "breadcrumbs": [("Published tables", reverse("published_tables"))],
    }
    return render(request, "performance/published_table_detail.html", context)


def _differing(number: int, rows: int) -> str:
    """How many ratings our rule gives otherwise."""
    if not number:
        return "Our rule gives every row the same status."
    return f"Our rule gives {number} of {rows} rows another status; beside each stands why."


@allow(Permission.SEE_PERFORMANCE)
def returns_list(request: SignedInRequest) -> HttpResponseBase:
    """Every return that the reader may see, to be filtered, sorted and downloaded."""
    today = local_day(timezone.now())
    tree = structure(day=today, reader=request.user)
    own: set[int] = set()
    if may(request.user, Permission.ENTER_RETURNS):
        own = tree.below(Tenure.objects.tops_of(request.user, day=today))
    periods = (
        Period.objects.filter(returns__isnull=False)
        .distinct()
        .select_related("cycle")
        .order_by("-ends_on", "pk")
    )
    _carry(request, structure=tree, periods=list(periods))
    page = list_page(
        request,
        queryset=returns_for(own).order_by(
            "-period__ends_on", "indicator__reference", "indicator__title", "pk"
        ),
        table_class=_file() if "export" in request.GET else ReturnTable,
        filterset_class=ReturnFilters,
        name="returns",
        caption="Returns, the newest period first",
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "performance/returns_list.html", {"list": page})


def _file() -> Any:
    return partial(ReturnFile, definitions=definitions())


def _carry(request: Any, **what: object) -> None:
    """Hands the filters what the view has read already, so that it is read once."""
    for name, value in what.items():
        setattr(request, name, value)
