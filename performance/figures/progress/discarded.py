"""Drafts of progress reports that were discarded: of which area and period, who, when and why."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from performance.models import ProgressItem, ProgressReport, ReportingArea

GONE = "-"
"""What the history calls a row that was taken away."""
REASON = "Discarded: "
SHOWN = 10


@dataclass(frozen=True)
class Discarded:
    """One draft that is there no more."""

    area: str
    period: str
    by: str
    at: datetime.datetime
    why: str


def discarded_of(areas: Iterable[ReportingArea]) -> list[Discarded]:
    """The newest drafts of these areas that were discarded, the newest first; one query."""
    rows = _rows().filter(area__in=[each.pk for each in areas])
    return [_discarded(row) for row in rows[:SHOWN]]


def discarded_draft(pk: int) -> tuple[Discarded, ReportingArea] | None:
    """What became of a draft that is there no more, with its area; None where there never was one."""
    row = _rows().select_related("area__lead_post").filter(id=pk).first()
    return (_discarded(row), row.area) if row else None


def discarded_with(item_pk: int) -> tuple[Discarded, ReportingArea] | None:
    """The same of the draft that an item went with."""
    history: Any = ProgressItem.history
    gone = history.filter(id=item_pk, history_type=GONE, history_change_reason__startswith=REASON)
    report = gone.values_list("report_id", flat=True).first()
    return discarded_draft(report) if report else None


def _rows() -> QuerySet[Any]:
    history: Any = ProgressReport.history
    rows: QuerySet[Any] = history.filter(history_type=GONE, history_change_reason__startswith=REASON)
    return rows.select_related("area", "period", "history_user").order_by("-history_date", "-history_id")


def _discarded(row: Any) -> Discarded:
    return Discarded(
        area=str(row.area),
        period=str(row.period),
        by=str(row.history_user or "somebody who is not known"),
        at=row.history_date,
        why=row.history_change_reason.removeprefix(REASON),
    )
