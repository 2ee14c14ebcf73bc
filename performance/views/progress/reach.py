"""Which progress reports a reader reaches: others are not there for them."""

from django.http import Http404
from django.utils import timezone

from council.access import Permission, SignedInRequest, may
from council.periods import local_day
from performance.figures.progress.discarded import Discarded, discarded_draft, discarded_with
from performance.models import ProgressItem, ProgressReport, ReportingArea
from portfolios.figures.reach import reach_of


class WasDiscarded(Http404):
    """The draft is there no more. Carries what became of it."""

    def __init__(self, gone: Discarded) -> None:
        super().__init__(f"This draft was discarded by {gone.by}: {gone.why.rstrip('.')}.")
        self.gone = gone


def may_write(request: SignedInRequest, report: ProgressReport) -> bool:
    """Whether the reader writes the reports of this area: its lead post's holder, and officers of the service."""
    return _may_write_of(request, report.area)


def _may_write_of(request: SignedInRequest, area: ReportingArea) -> bool:
    if not may(request.user, Permission.WRITE_PROGRESS):
        return False
    return reach_of(request.user, day=local_day(timezone.now())).may_answer(area.lead_post, None)


def own_report(request: SignedInRequest, pk: int) -> ProgressReport:
    """A report that the reader writes; of any other there is no such page. WasDiscarded where it was one of theirs."""
    report = ProgressReport.objects.with_named().filter(pk=pk).first()
    if report is None:
        raise _missing(request, discarded_draft(pk))
    if not may_write(request, report):
        raise Http404
    return report


def own_item(request: SignedInRequest, pk: int) -> ProgressItem:
    """An item of a report that the reader writes; of any other there is no such page. WasDiscarded as above."""
    rows = ProgressItem.objects.select_related("heading", "event", "carried_from", "report__area__lead_post")
    item = rows.select_related("report__period").filter(pk=pk).first()
    if item is None:
        raise _missing(request, discarded_with(pk))
    if not may_write(request, item.report):
        raise Http404
    return item


def _missing(request: SignedInRequest, found: tuple[Discarded, ReportingArea] | None) -> Http404:
    return WasDiscarded(found[0]) if found and _may_write_of(request, found[1]) else Http404()
