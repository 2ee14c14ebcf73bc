"""The one list function: filter, sort, page, export; two queries however many rows there are.

    def indicator_list(request):
        page = list_page(request, queryset=..., table_class=IndicatorTable, filterset_class=IndicatorFilters,
                         name="indicators", caption="Indicators of the council")
        if not isinstance(page, ListPage):
            return page
        return render(request, "performance/indicator_list.html", {"list": page})

The address says everything: `?sort=-name&page=2&export=csv` beside the filters. What it says wrong never fails: an
unknown sort or export is ignored, a page past the end is the last one, and a filter that cannot be used shows its
sentence above an empty list, on the page even where a file was asked for: a file could not say what is wrong.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase

from council.exports import csv_response, xlsx_response
from council.filters import ChosenWord, FilterForm, FilterSet, address, chosen_words, pairs
from council.tables import ListRows, QuerysetRows, Table

EXPORTS: Mapping[str, Callable[..., HttpResponseBase]] = {"csv": csv_response, "xlsx": xlsx_response}


class PageLink(NamedTuple):
    """One step of the pagination; without an address it is the page shown, or a gap."""

    text: str
    url: str
    current: bool


class Download(NamedTuple):
    """The whole filtered list as a file."""

    text: str
    url: str


@dataclass(frozen=True)
class ListPage:
    """One page of a list with all that its templates show; `extra` is the caller's own."""

    table: Table
    filterset: FilterSet | None
    rows: Any
    """All the filtered rows, unpaged: what a summary above the list counts."""
    count: int
    name: str
    heading: str
    """Such as "38 indicators"."""
    span: str
    """Such as "51 to 100 of 380"; empty where one page holds all."""
    chosen: list[ChosenWord]
    clear_url: str
    kept: list[tuple[str, str]]
    """What the filter form sends along: the sort, and whatever else the address says."""
    pages: list[PageLink]
    previous_url: str
    next_url: str
    downloads: list[Download]
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def form(self) -> FilterForm | None:
        """The filters, for the form and for the error summary."""
        return self.filterset.form if self.filterset else None

    @property
    def has_problems(self) -> bool:
        """Whether a filter cannot be used."""
        return self.form is not None and not self.form.is_valid()


def list_page(
    request: HttpRequest,
    *,
    queryset: QuerySet | Sequence[object],
    table_class: type[Table],
    filterset_class: type[FilterSet] | None = None,
    name: str,
    caption: str,
    per_page: int = 50,
    singular: str = "",
    extra: Mapping[str, object] | None = None,
) -> ListPage | HttpResponseBase:
    """The page of the list that the address asks for, or the file.

    `queryset` may also be a list of dataclasses, without filters. Its order is the list's own until a heading is
    clicked, with the primary key last, so that no row is met on two pages. `name` is the plural noun ("indicators"),
    which heads the list and names the file; `singular` is needed where it is more than the plural without its s.
    """
    filterset = filterset_class(request.GET, queryset=queryset, request=request) if filterset_class else None
    table = table_class(_rows(queryset, filterset), caption=caption)
    _sort(table, request)
    export = EXPORTS.get(request.GET.get("export", ""))
    if export and not (filterset and filterset.errors):
        header = [str(column.header) for column in table.export_columns()]
        return export(name, header, table.export_rows(_all_records(table)))
    table.paginate(per_page=per_page)
    table.page = table.paginator.page(_page_number(request, table.paginator))
    return _list_page(
        request, table, filterset, name, _counted(table.paginator.count, name, singular), extra or {}
    )


def _list_page(
    request: HttpRequest,
    table: Table,
    filterset: FilterSet | None,
    name: str,
    heading: str,
    extra: Mapping[str, object],
) -> ListPage:
    shown, count = table.page, table.paginator.count
    form = filterset.form if filterset else None
    filters = {name for each in form.fields for name in form.names_of(each)} if form else set()
    return ListPage(
        table=table,
        filterset=filterset,
        rows=table.data.data,
        count=count,
        name=name,
        heading=heading,
        span=f"{shown.start_index():,} to {shown.end_index():,} of {count:,}"
        if shown.has_other_pages()
        else "",
        chosen=chosen_words(filterset, request) if filterset else [],
        clear_url=address(request, without=filters),
        kept=pairs(request, "page", "export", *filters),
        pages=_page_links(request, table),
        previous_url=address(request, page=str(shown.number - 1)) if shown.has_previous() else "",
        next_url=address(request, page=str(shown.number + 1)) if shown.has_next() else "",
        downloads=[Download(f"Download {each.upper()}", address(request, export=each)) for each in EXPORTS],
        extra=extra,
    )


def _counted(count: int, name: str, singular: str) -> str:
    if count == 1:
        one = singular or (f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s"))
        return f"1 {one}"
    return f"{count:,} {name}" if count else f"No {name}"


def _page_number(request: HttpRequest, paginator: Paginator) -> int:
    try:
        asked = int(request.GET.get("page", 1))
    except ValueError:
        return 1
    return min(max(asked, 1), paginator.num_pages)


def _page_links(request: HttpRequest, table: Table) -> list[PageLink]:
    if table.paginator.num_pages == 1:
        return []
    here = table.page.number
    return [
        PageLink(str(number), address(request, page=str(number)), number == here)
        if isinstance(number, int)
        else PageLink(str(number), "", False)
        for number in table.paginator.get_elided_page_range(here, on_each_side=2, on_ends=1)
    ]


def _sort(table: Table, request: HttpRequest) -> None:
    """Sorts by the column that the address names, if there is one and it sorts."""
    table.sort_url = lambda alias: address(request, sort=alias)
    asked = request.GET.get("sort", "")
    column = table.columns.columns.get(asked.removeprefix("-"))
    if column is not None and column.visible and column.orderable:
        table.order_by = [asked]


def _rows(source: QuerySet | Sequence[object], filterset: FilterSet | None) -> QuerysetRows | ListRows:
    if filterset is not None:
        return QuerysetRows(filterset.qs if filterset.is_valid() else filterset.queryset.none())
    return QuerysetRows(source) if isinstance(source, QuerySet) else ListRows(list(source))


def _all_records(table: Table) -> Iterable[object]:
    """Every filtered row; of a table in the database, a thousand at a time."""
    rows = table.data.data
    return rows.iterator(chunk_size=1000) if isinstance(rows, QuerySet) else rows
