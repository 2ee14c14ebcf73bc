"""Indicator sets to read: the list, one set, and what changed from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.tables import ListRows, Table
from performance.choices import ReportLevel
from performance.figures import set_changes, set_page
from performance.figures.set_changes import Happening
from performance.figures.sets import problems_in, set_before, sets_for_list, validity_of
from performance.filters import SetFilters
from performance.models import IndicatorSet
from performance.tables import ChangeFile, ChangeTable, SetLineFile, SetLineTable, SetTable
from portfolios.models import Body

MOST_ROWS = 1000


@dataclass(frozen=True)
class Section:
    """The rows of one kind as a table of their own."""

    anchor: str
    heading: str
    count: int
    table: Table


@allow(Permission.SEE_PERFORMANCE)
def indicator_sets(request: SignedInRequest) -> HttpResponseBase:
    """The sets of all bodies: what each is told of in which year."""
    read: Any = request
    bodies = Body.objects.filter(indicator_sets__isnull=False).distinct()
    read.bodies = [(str(pk), name) for pk, name in bodies.values_list("pk", "name")]
    page = list_page(
        request,
        queryset=sets_for_list(),
        table_class=SetTable,
        filterset_class=SetFilters,
        name="indicator sets",
        caption="What each body is told of, the newest year first",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "may_keep": may(request.user, Permission.KEEP_SETS),
        "may_register": may(request.user, Permission.MANAGE_REGISTER),
        "breadcrumbs": [("Dashboard", reverse("dashboard"))],
    }
    return render(request, "performance/set_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def indicator_set(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """One set: from when it is used in both calendars, and every indicator by its level, with its newest figure."""
    row = find_set(pk)
    before = set_before(row)
    lines = set_page.report_lines(row, before)
    page = list_page(
        request,
        queryset=lines,
        table_class=SetLineFile if "export" in request.GET else SetLineTable,
        name="indicators",
        caption=f"Indicators of the set: {row}",
        per_page=MOST_ROWS,
    )
    if not isinstance(page, ListPage):
        return page
    may_keep = may(request.user, Permission.KEEP_SETS)
    standing = [each.line for each in lines]
    context = {
        "set": row,
        "before": before,
        "validity": validity_of(row),
        "counts": set_page.counted(lines),
        "list": page,
        "sections": _by_level(page),
        "may_keep": may_keep,
        "problems": problems_in(standing, follows_another=before is not None)
        if may_keep and not row.is_adopted
        else [],
        "dashboard_url": f"{reverse('dashboard')}?body={row.body_id}",
        "breadcrumbs": [("Indicator sets", reverse("indicator_sets"))],
    }
    return render(request, "performance/set_detail.html", context)


@allow(Permission.SEE_PERFORMANCE)
def indicator_set_changes(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """What left the members' report, why, who was consulted, and its newest value anyway; what came and what moved."""
    row = find_set(pk)
    before = set_before(row)
    lines = set_changes.set_changes(row, before)
    page = list_page(
        request,
        queryset=lines,
        table_class=ChangeFile if "export" in request.GET else ChangeTable,
        name="changes",
        caption=f"What changed: {row}",
        per_page=MOST_ROWS,
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "set": row,
        "before": before,
        "words": set_changes.counted(lines),
        "validity": validity_of(row),
        "list": page,
        "sections": _by_happening(page),
        "breadcrumbs": [("Indicator sets", reverse("indicator_sets")), (str(row), row.get_absolute_url())],
    }
    return render(request, "performance/set_changes.html", context)


def find_set(pk: int) -> IndicatorSet:
    """The set with its body and its decision, or no such page."""
    rows = IndicatorSet.objects.select_related("body", "decision")
    return get_object_or_404(rows, pk=pk)


def _by_level(page: ListPage) -> list[Section]:
    """A table for what nobody decided on, and for each level, sorted as the address says."""
    levels: list[tuple[ReportLevel | None, str]] = [
        (None, "Not decided yet"),
        (ReportLevel.COMMITTEE, "In the members' report"),
        (ReportLevel.TEAM, "Kept by the team"),
        (ReportLevel.NONE, "Not reported"),
    ]
    found = []
    for level, heading in levels:
        own = [each for each in page.rows if each.line.level == level]
        anchor = level.value if level else "undecided"
        hidden = () if any(each.reason for each in own) else ("why",)
        found.append(_section(anchor, heading, own, page, SetLineTable, hidden))
    return [each for each in found if each.count]


def _by_happening(page: ListPage) -> list[Section]:
    """A table for each sort of change."""
    found = []
    for each in Happening:
        own = [line for line in page.rows if line.happening is each]
        in_register = each in (Happening.NEW, Happening.ENDED)
        hidden = ("why",) if in_register else ()
        found.append(_section(each.name.lower(), each.value, own, page, ChangeTable, hidden))
    return [each for each in found if each.count]


def _section(
    anchor: str,
    heading: str,
    rows: Sequence[object],
    page: ListPage,
    table_class: type[Table],
    hidden: tuple[str, ...],
) -> Section:
    caption = format_html("{}: {}", heading, len(rows))
    table = table_class(ListRows(list(rows)), caption=caption, exclude=hidden)
    table.sort_url = page.table.sort_url
    table.order_by = [each for each in page.table.order_by or () if each.removeprefix("-") not in hidden]
    return Section(anchor, heading, len(rows), table)
