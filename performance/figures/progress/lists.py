"""The progress reports as a list, and what an officer may begin next."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from council.dates import Precision
from performance.choices import CLOSED_UPDATES, OPEN_KINDS
from performance.models import Period, ProgressReport, ReportingArea
from portfolios.figures.reach import Reach

OPEN = Q(items__kind__in=OPEN_KINDS) & ~Q(items__update__in=CLOSED_UPDATES)
AWAITED = Q(items__event__isnull=False, items__event__happened_on=None, items__event__did_not_happen=False)
OFFERED = 4
"""So many periods of an area are offered to begin a report for, the newest first."""


def report_rows(*, sees_drafts: bool) -> QuerySet[ProgressReport]:
    """The reports that a reader may read, with `items_count`, `open_count` and `undated_count`; one query."""
    undated = OPEN & Q(items__precision=Precision.NONE.value) & ~AWAITED
    rows = ProgressReport.objects.readable(sees_drafts=sees_drafts).annotate(
        items_count=Count("items", distinct=True),
        open_count=Count("items", filter=OPEN, distinct=True),
        undated_count=Count("items", filter=undated, distinct=True),
    )
    return rows.select_related("area__lead_post", "period").order_by("-period__ends_on", "area__name", "pk")


def areas_of(reach: Reach) -> list[ReportingArea]:
    """The areas whose reports somebody may write; one query."""
    areas = ReportingArea.objects.select_related("lead_post", "cycle")
    return [each for each in areas if reach.may_answer(each.lead_post, None)]


@dataclass
class Beginning:
    """What stands of an area: its draft, or the periods for which its next report can be begun."""

    area: ReportingArea
    draft: ProgressReport | None = None
    last: ProgressReport | None = None
    periods: list[Period] = field(default_factory=list)


def beginnings(areas: Iterable[ReportingArea], *, on: datetime.date) -> list[Beginning]:
    """Of each area what can be begun on the day: periods that have started, after its last report; two queries."""
    found = {area.pk: Beginning(area) for area in areas}
    reports = ProgressReport.objects.filter(area__in=found).select_related("period")
    for report in reports.order_by("period__ends_on"):
        each = found[report.area_id]
        if report.is_presented:
            each.last = report
        else:
            each.draft = report
    cycles = {each.area.cycle_id for each in found.values()}
    periods = list(Period.objects.filter(cycle__in=cycles, starts_on__lte=on).order_by("-ends_on"))
    for each in found.values():
        after = each.last.period.ends_on if each.last else datetime.date.min
        own = [row for row in periods if row.cycle_id == each.area.cycle_id and row.ends_on > after]
        each.periods = own[:OFFERED] if each.draft is None else []
    return list(found.values())
