"""Which progress reports a reader reaches: others are not there for them."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from council.access import Permission, SignedInRequest, may
from council.periods import local_day
from performance.models import ProgressItem, ProgressReport
from portfolios.figures.reach import reach_of


def may_write(request: SignedInRequest, report: ProgressReport) -> bool:
    """Whether the reader writes the reports of this area: its lead post's holder, and officers of the service."""
    if not may(request.user, Permission.WRITE_PROGRESS):
        return False
    return reach_of(request.user, day=local_day(timezone.now())).may_answer(report.area.lead_post, None)


def own_report(request: SignedInRequest, pk: int) -> ProgressReport:
    """A report that the reader writes; of any other there is no such page."""
    report = get_object_or_404(ProgressReport.objects.with_named(), pk=pk)
    if not may_write(request, report):
        raise Http404
    return report


def own_item(request: SignedInRequest, pk: int) -> ProgressItem:
    """An item of a report that the reader writes; of any other there is no such page."""
    rows = ProgressItem.objects.select_related("heading", "event", "carried_from", "report__area__lead_post")
    item = get_object_or_404(rows.select_related("report__period"), pk=pk)
    if not may_write(request, item.report):
        raise Http404
    return item
