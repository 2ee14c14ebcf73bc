"""An indicator's figures as a series for control limits: of its returned periods, or of its months."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple, Protocol

from council.periods.span import first_of_month
from performance.choices import Direction, Known, ValueKind, ValueStatus
from performance.figures.spc_facts import MonthRow, PeriodRow, SpcFacts, StandingRow
from performance.rules.spc import Reading, Series
from performance.rules.spc.months import ENOUGH, NO_TARGET_FOR_MONTHS, SUMS, Month

NO_GAP = (
    Known.NOT_DUE.label.lower(),
    ValueStatus.CARRIED_FORWARD.label.lower(),
    ValueStatus.FORECAST.label.lower(),
)
"""Reasons for having no value of a period that leave no gap: nothing was to be measured, or nothing was."""


class Measured(Protocol):
    """What a series asks of its indicator: the model, or the row of a dashboard."""

    @property
    def pk(self) -> int: ...
    @property
    def cycle_id(self) -> int: ...
    @property
    def value_kind(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def decimals(self) -> int: ...
    @property
    def minimum(self) -> Decimal | None: ...
    @property
    def maximum(self) -> Decimal | None: ...
    @property
    def is_cumulative(self) -> bool: ...
    @property
    def takes_monthly_values(self) -> bool: ...
    def is_on(self, day: datetime.date) -> bool: ...


def series_of(indicator: Measured, facts: SpcFacts, *, today: datetime.date) -> tuple[Series, bool]:
    """The series, and whether it is one of months.

    Months take the place of periods when there are ten in a row, up to the newest figure that stands.
    """
    periods = _periods(indicator, facts, today=today)
    if indicator.takes_monthly_values:
        months = tuple(_monthly(indicator, periods, facts.months.get(indicator.pk, ())))
        if _is_enough(months):
            is_sum = indicator.value_kind in SUMS or indicator.is_cumulative
            why = NO_TARGET_FOR_MONTHS if is_sum else ""
            return _series(indicator, facts, months, no_target_because=why), True
    readings = tuple(_returned(periods))
    return _series(indicator, facts, readings, is_cumulative=indicator.is_cumulative), False


def _series(
    indicator: Measured,
    facts: SpcFacts,
    readings: tuple[Reading, ...],
    *,
    is_cumulative: bool = False,
    no_target_because: str = "",
) -> Series:
    return Series(
        readings=readings,
        direction=Direction(indicator.direction),
        kind=ValueKind(indicator.value_kind),
        starts=tuple(facts.starts.get(indicator.pk, ())),
        unit=indicator.unit,
        decimals=indicator.decimals,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        is_cumulative=is_cumulative,
        no_target_because=no_target_because,
    )


class _Period(NamedTuple):
    """An ended period with what stands for it."""

    row: PeriodRow
    standing: StandingRow | None
    opens_year: bool


def _periods(indicator: Measured, facts: SpcFacts, *, today: datetime.date) -> list[_Period]:
    """The ended periods from the first that has a figure; one that is not due yet and has none is left out."""
    standing = facts.standing.get(indicator.pk, {})
    found: list[_Period] = []
    before: PeriodRow | None = None
    for period in facts.periods.get(indicator.cycle_id, ()):
        opens = period.starts_on.month == period.start_month if before is None else before.year != period.year
        before = period
        row = standing.get(period.pk)
        is_due = period.due_on < today and indicator.is_on(period.ends_on)
        if row is not None or (found and is_due):
            found.append(_Period(period, row, opens))
    return found


def _returned(periods: Sequence[_Period]) -> Iterator[Reading]:
    for period, row, opens in periods:
        absent = row.absent if row else "no return"
        yield Reading(
            label=period.name,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
            value=row.value if row and row.is_measured else None,
            absent=absent,
            is_gap=bool(absent) and absent not in NO_GAP,
            year=period.year,
            opens_year=opens,
            numerator=row.numerator if row else None,
            denominator=row.denominator if row else None,
            target=row.target if row else None,
            low=row.low if row else None,
            high=row.high if row else None,
        )


def _monthly(
    indicator: Measured,
    periods: Sequence[_Period],
    rows: Sequence[MonthRow],
) -> Iterator[Reading]:
    """The months of the periods, from the first that has a value, as they stood when their return was signed off."""
    by_month: dict[datetime.date, list[MonthRow]] = {}
    for each in rows:
        by_month.setdefault(each.month, []).append(each)
    has_begun = False
    for period, row, _ in periods:
        for month in months_between(period.starts_on, period.ends_on):
            found = _as_signed_off(by_month.get(month, ()), row)
            has_begun = has_begun or found is not None
            if has_begun:
                yield _month(indicator, month, found, row)


def _as_signed_off(rows: Sequence[MonthRow], standing: StandingRow | None) -> Month | None:
    if standing is None:
        return None
    counted = (each.found for each in reversed(rows) if each.is_history or each.at <= standing.at)
    return next(counted, None)


def _month(
    indicator: Measured, month: datetime.date, found: Month | None, row: StandingRow | None
) -> Reading:
    absent = "" if found else "no monthly value" if row else "no return"
    if not found and row and row.known == Known.NOT_DUE:
        absent = row.absent
    has_target = row is not None and indicator.value_kind not in SUMS and not indicator.is_cumulative
    return Reading(
        label=f"{month:%B %Y}",
        starts_on=month,
        ends_on=first_of_month(month.year, month.month + 1) - datetime.timedelta(days=1),
        value=found.value if found else None,
        absent=absent,
        is_gap=bool(absent) and absent not in NO_GAP,
        numerator=found.numerator if found else None,
        denominator=found.denominator if found else None,
        target=row.target if row and has_target else None,
        low=row.low if row and has_target else None,
        high=row.high if row and has_target else None,
    )


def _is_enough(months: Sequence[Reading]) -> bool:
    """Whether the newest months, back to the first gap, have values enough."""
    run = takewhile(lambda each: not each.is_gap, reversed(months))
    return sum(each.value is not None for each in run) >= ENOUGH


def months_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first days of the months that lie wholly within the days from first to last."""
    month = first if first.day == 1 else first_of_month(first.year, first.month + 1)
    found = []
    while (following := first_of_month(month.year, month.month + 1)) <= last + datetime.timedelta(days=1):
        found.append(month)
        month = following
    return found
