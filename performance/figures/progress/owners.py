"""Who owes what over all reporting areas, beside what the same posts promised at meetings."""

import datetime
from dataclasses import dataclass

from performance.figures.progress.paper import items_of
from performance.models import ProgressItem, ProgressReport
from performance.rules.progress.counts import OVERLOADED_FROM, owner_counts
from performance.rules.progress.paper import Item
from portfolios.figures.promises import ledger


@dataclass(frozen=True)
class OwnerLine:
    """An owner with the open items of the newest reports, and the promises that are still owed."""

    name: str
    short: str
    post: int | None
    items: int
    joint: int
    undated: int
    overdue: int
    promises: int
    promises_overdue: int
    promises_undated: int

    @property
    def all_told(self) -> int:
        """Open items and promises together."""
        return self.items + self.promises


@dataclass(frozen=True)
class AreaLine:
    """The open items of an area's newest presented report."""

    report: ProgressReport
    open: int
    undated: int
    unowned: int
    waiting: int


@dataclass(frozen=True)
class Owed:
    """All that is open in the newest presented report of each area."""

    owners: list[OwnerLine]
    areas: list[AreaLine]
    owned: int
    """Open items that name somebody; the rest name nobody."""

    @property
    def open(self) -> int:
        return sum(each.open for each in self.areas)

    @property
    def undated(self) -> int:
        return sum(each.undated for each in self.areas)

    @property
    def unowned(self) -> int:
        return sum(each.unowned for each in self.areas)

    @property
    def overloaded(self) -> OwnerLine | None:
        """The owner of half or more of the items that name somebody, once that is a number to speak of."""
        if self.owned < OVERLOADED_FROM:
            return None
        most = max(self.owners, key=lambda each: each.items)
        return most if 2 * most.items >= self.owned else None


def owed(*, on: datetime.date) -> Owed:
    """What is open on the day over all areas, by owner and by area; four queries."""
    reports = list(ProgressReport.objects.newest_presented().select_related("area", "period"))
    rows = list(ProgressItem.objects.filter(report__in=[each.pk for each in reports]).open().for_paper())
    items = items_of(rows)
    by_report: dict[int, list[Item]] = {each.pk: [] for each in reports}
    for row, item in zip(rows, items, strict=True):
        by_report[row.report_id].append(item)
    areas = [_area(report, by_report[report.pk]) for report in reports]
    areas.sort(key=lambda each: each.report.area.name)
    return Owed(_lines(items, on), areas, sum(bool(item.owners) for item in items))


def _area(report: ProgressReport, items: list[Item]) -> AreaLine:
    return AreaLine(
        report,
        open=len(items),
        undated=sum(item.is_undated for item in items),
        unowned=sum(not item.owners for item in items),
        waiting=sum(item.is_waiting for item in items),
    )


def _lines(items: list[Item], on: datetime.date) -> list[OwnerLine]:
    """Those who have items, with their promises; then those who only promised. Who has most comes first."""
    promised = {each.pk: each for each in ledger(on=on).owing if each.pk is not None}
    lines = []
    for each in owner_counts(items, on=on):
        theirs = promised.pop(each.owner.post, None) if each.owner.post else None
        owes = (theirs.outstanding, theirs.overdue, theirs.undated) if theirs else (0, 0, 0)
        counted = (each.items, each.joint, each.undated, each.overdue)
        lines.append(OwnerLine(each.owner.name, each.owner.short, each.owner.post, *counted, *owes))
    for pk, only in promised.items():
        owes = (only.outstanding, only.overdue, only.undated)
        lines.append(OwnerLine(only.title, "", pk, 0, 0, 0, 0, *owes))
    return sorted(lines, key=lambda each: (-each.all_told, each.name))
