"""Which way a value went since the period before: totals that run through a year are compared by what was added."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from performance.choices import NUMERIC_KINDS, Direction, Known, Travel, ValueStatus
from performance.figures.context import Before, RatingContext, just_before
from performance.models import Indicator, Period, Revision
from performance.rules.travel import travel
from performance.rules.year_end.year import ADDED_UP

SAY_NOTHING_OF_THE_PERIOD = (ValueStatus.FORECAST, ValueStatus.CARRIED_FORWARD)


def short_travel(
    context: RatingContext,
    value: Decimal | None,
    value_status: str,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Travel:
    """The short direction of travel; of what counts from the start of the year, by what each period added to it.

    A running share or mean adds nothing that could be compared, so of it nothing can be said. A range holds for the
    total and not for what is added, which then only goes up or down.
    """
    indicator = context.indicator
    direction = Direction(indicator.direction)
    if not _is_running_total(indicator):
        before = context.previous.value if context.previous else None
        return travel(value, before, direction, low=low, high=high)
    last = just_before(context.history, context.period)
    if indicator.value_kind not in ADDED_UP or last is None or value_status in SAY_NOTHING_OF_THE_PERIOD:
        return Travel.UNKNOWN
    added_before = _added(_counted(last.revision), last.period, context.history)
    return travel(_added(value, context.period, context.history), added_before, direction)


def _is_running_total(indicator: Indicator) -> bool:
    return indicator.is_cumulative and indicator.value_kind in NUMERIC_KINDS


def _added(value: Decimal | None, period: Period, history: Sequence[Before]) -> Decimal | None:
    """What a period added to the total of its year; None where the total before it is not known."""
    if value is None or _opens_the_year(period):
        return value
    before = just_before(history, period)
    if before is None:
        return None
    if before.period.year != period.year:
        return value
    total = _counted(before.revision)
    return None if total is None else value - total


def _counted(revision: Revision) -> Decimal | None:
    """The total that a revision says of its own period."""
    is_known = revision.known == Known.KNOWN and revision.value_status not in SAY_NOTHING_OF_THE_PERIOD
    return revision.value if is_known else None


def _opens_the_year(period: Period) -> bool:
    """Whether the period is the first of its financial year."""
    return period.starts_on == datetime.date(period.year, 4, 1)
