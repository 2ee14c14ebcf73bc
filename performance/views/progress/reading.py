"""Progress reports to read: the list, one report, and who owes what over all of them."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.lists import EXPORTS, ListPage, list_page
from council.periods import local_day
from performance.figures.progress.discarded import discarded_of
from performance.figures.progress.lists import areas_of, beginnings, report_rows
from performance.figures.progress.owners import owed
from performance.figures.progress.paper import happened_since, paper_for_readers
from performance.filters import ProgressReportFilters
from performance.models import ProgressReport
from performance.rules.progress.counts import count
from performance.rules.progress.file import HEADER, item_lines
from performance.rules.progress.paper import Item, Paper
from performance.tables.progress import OwnerTable, ProgressReportTable
from performance.views.progress.reach import may_write
from portfolios.figures.reach import reach_of

LIST = "Progress reports"


@allow(Permission.SEE_PERFORMANCE)
def progress_reports(request: SignedInRequest) -> HttpResponseBase:
    """Every progress report that the reader may read, and for officers what they may begin."""
    today = local_day(timezone.now())
    writes = may(request.user, Permission.WRITE_PROGRESS)
    rows = report_rows(sees_drafts=writes)
    named = ProgressReport.objects.readable(sees_drafts=writes).values_list(
        "area", "area__name", "period", "period__name", "period__ends_on"
    )
    read: Any = request
    found = list(named.order_by("area__name", "-period__ends_on"))
    read.areas = list({str(pk): name for pk, name, *_ in found}.items())
    newest_first = sorted(found, key=lambda each: each[4], reverse=True)
    read.periods = list({str(pk): name for _, _, pk, name, _ in newest_first}.items())
    page = list_page(
        request,
        queryset=rows,
        table_class=ProgressReportTable,
        filterset_class=ProgressReportFilters,
        name="progress reports",
        caption="What each area said of its progress, the newest period first",
    )
    if not isinstance(page, ListPage):
        return page
    own = areas_of(reach_of(request.user, day=today)) if writes else []
    context = {
        "list": page,
        "own": beginnings(own, on=today) if own else [],
        "discarded": discarded_of(own) if own else [],
        "breadcrumbs": [("Dashboard", reverse("dashboard"))],
    }
    return render(request, "performance/progress_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def progress_report(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """One report as a paper to read; a draft is there for officers only."""
    writes = may(request.user, Permission.WRITE_PROGRESS)
    readable = ProgressReport.objects.readable(sees_drafts=writes)
    report = get_object_or_404(readable.with_named().select_related("paper"), pk=pk)
    today = local_day(timezone.now())
    paper = paper_for_readers(report, on=today)
    export = EXPORTS.get(request.GET.get("export", ""))
    if export:
        return export(f"progress {report}", HEADER, item_lines(paper))
    context = {
        "report": report,
        "paper": paper,
        "counts": count(paper, on=report.dated_on or today),
        "since": happened_since(paper) if report.is_presented else [],
        "named": posts_named(paper),
        "errata": list(report.errata.select_related("by")),
        "may_write": may_write(request, report),
        "breadcrumbs": [(LIST, reverse("progress_reports"))],
    }
    return render(request, "performance/progress_report.html", context)


def posts_named(paper: Paper) -> list[tuple[str, str, str]]:
    """What the initials in a report stand for: short, in full, and who held the post then; by the short."""
    found = {
        owner.short: (owner.short, owner.name, owner.held_by or "vacant")
        for item in paper.items
        for owner in item.owners
        if owner.short
    }
    words = {each for item in paper.items for each in _unknown(item)}
    return sorted([*found.values(), *((each, "no post of the register", "not known") for each in words)])


def _unknown(item: Item) -> list[str]:
    return [owner.name for owner in item.owners if owner.post is None]


@allow(Permission.SEE_PERFORMANCE)
def progress_owners(request: SignedInRequest) -> HttpResponseBase:
    """Who owes what over all areas, beside the promises that the same posts owe."""
    found = owed(on=local_day(timezone.now()))
    page = list_page(
        request,
        queryset=found.owners,
        table_class=OwnerTable,
        name="owners",
        caption="Open items of the newest report of each area, and promises still owed, by owner",
        per_page=100,
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "owed": found, "breadcrumbs": [(LIST, reverse("progress_reports"))]}
    return render(request, "performance/progress_owners.html", context)
