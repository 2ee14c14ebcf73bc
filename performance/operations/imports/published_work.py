"""Writing a published year table: its cells as they stand, and what the register gains from them."""

import datetime
from dataclasses import dataclass, field

from council.audit import add_versioned, save_versioned
from council.models import User
from performance.choices import Step
from performance.models import (
    Benchmark,
    Indicator,
    Period,
    PublishedRow,
    PublishedTable,
    Target,
    TypedSummaryLine,
)
from performance.operations.annual_sources import record_table
from performance.operations.imports.history import add_all
from performance.operations.imports.return_work import ReturnWork


@dataclass
class PublishedWork:
    """Everything that one table brings; nothing but its summary, or nothing at all, when it is in already."""

    table: PublishedTable | None = None
    """The table to add, or the one that is there and gains its summary."""
    periods: list[Period] = field(default_factory=list)
    new_indicators: list[Indicator] = field(default_factory=list)
    prolonged: list[Indicator] = field(default_factory=list)
    """Indicators that were over before the table's year ends, and count as reported until then."""
    targets: list[Target] = field(default_factory=list)
    benchmarks: list[Benchmark] = field(default_factory=list)
    returns: ReturnWork = field(default_factory=lambda: ReturnWork(Step.PUBLISHED))
    rows: list[PublishedRow] = field(default_factory=list)
    typed: list[TypedSummaryLine] = field(default_factory=list)

    def write(self, *, by: User | None, at: datetime.datetime, why: str) -> None:
        """Writes it all, what others point to first."""
        table = self.table
        if table is None:
            return
        for period in self.periods:
            add_versioned(period, by=by, why=why)
        for indicator in self.prolonged:
            save_versioned(indicator, expected=indicator.version, by=by, why=why, update_fields=["ends_on"])
        add_all(self.new_indicators, Indicator, by=by, at=at, why=why)
        add_all(self.targets, Target, by=by, at=at, why=why)
        add_all(self.benchmarks, Benchmark, by=by, at=at, why=why)
        self.returns.write(by=by, at=at, why=why)
        is_new = table.pk is None
        if is_new:
            table.by, table.at = by, at
            table.save(force_insert=True)
        for row in self.rows:
            row.table = table
        for line in self.typed:
            line.table = table
        PublishedRow.objects.bulk_create(self.rows, batch_size=500)
        TypedSummaryLine.objects.bulk_create(self.typed)
        if is_new:
            record_table(table, self.rows, by=by, at=at)
