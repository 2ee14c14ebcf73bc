"""Where annual figures come from: the last publication of a year, and year tables as papers printed them."""

import datetime
from collections.abc import Sequence

from council.models import User
from performance.choices import Known, Step, ValueKind, ValueStatus
from performance.models import AnnualFigure, Indicator, Period, PublishedRow, PublishedTable, Return, Revision
from performance.operations.annual_figures import Declared, Printed, record_figures
from performance.rules.annual_figures import closes_year, speaks_for_year
from performance.rules.published.columns import Layout
from performance.rules.published.headings import Role
from performance.rules.published.table import read_table
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value

LONGEST = 200
"""As much of a cell as can be a figure; the rest is prose."""


def record_publication(
    period: Period, returns: Sequence[Return], *, by: User, at: datetime.datetime
) -> list[AnnualFigure]:
    """The annual figures among what is published for a period: of those whose last return speaks for the year.

    A value that was published before and corrected since carries its declaration: who reopened it, and why.
    """
    cycle = period.cycle
    later = Period.objects.filter(cycle=cycle, year=period.year, ends_on__gt=period.ends_on)
    if not closes_year(
        cycle.frequency,
        ends_on=period.ends_on,
        year=period.year,
        start_month=cycle.start_month,
        has_later_period=later.exists(),
    ):
        return []
    speaking = [
        row
        for row in returns
        if row.latest
        and row.latest.known == Known.KNOWN
        and speaks_for_year(
            cycle.frequency, kind=row.indicator.value_kind, is_cumulative=row.indicator.is_cumulative
        )
    ]
    reopened = _reopened([row.pk for row in speaking])
    printed = [_published(row, period, reopened.get(row.pk)) for row in speaking]
    return record_figures(printed, by=by, at=at)


def _reopened(return_ids: Sequence[int]) -> dict[int, Declared]:
    rows = Revision.objects.filter(indicator_return__in=return_ids, step=Step.REOPENED).order_by("number")
    return {
        row.indicator_return_id: Declared(str(row.by or ""), row.reason)
        for row in rows.select_related("by")
        if row.by and row.reason
    }


def _published(row: Return, period: Period, declared: Declared | None) -> Printed:
    latest = row.latest
    assert latest is not None
    return Printed(
        row.indicator,
        period.year,
        latest.as_written,
        latest.value,
        f"Published returns of {period.name}",
        status=ValueStatus(latest.value_status),
        revision=latest,
        declared=declared,
    )


def record_table(
    table: PublishedTable, rows: Sequence[PublishedRow], *, by: User | None, at: datetime.datetime
) -> list[AnnualFigure]:
    """The annual figures that a published year table prints: of its own year, and of the earlier ones beside it."""
    read = read_table([table.columns, *(row.cells for row in rows)], rule=table.rule).table
    if read is None:
        return []
    printed = []
    for row, line in zip(rows, read.rows, strict=True):
        cells = [(each.year, each.written, each.value_status) for each in line.earlier]
        cells.append((read.year, line.outturn, _outturn_status(read.layout)))
        for year, written, status in cells:
            value = _read(written, row.indicator)
            if value is not None:
                printed.append(
                    Printed(
                        row.indicator, year, written, value.value, table.title, status=status, table=table
                    )
                )
    return record_figures(printed, by=by, at=at)


def _outturn_status(layout: Layout) -> ValueStatus:
    column = layout.column(Role.OUTTURN)
    return (column.value_status if column else None) or ValueStatus.FORECAST


def _read(written: str, indicator: Indicator) -> ReadValue | None:
    """The value of a cell that holds one, None where it holds none: blank, not known, or not to be read."""
    if not written or len(written) > LONGEST or read_known(written) != Known.KNOWN:
        return None
    try:
        return read_value(
            written, kind=ValueKind(indicator.value_kind), levels=indicator.level_names, unit=indicator.unit
        )
    except ValueProblem:
        return None
