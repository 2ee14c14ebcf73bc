"""What control charts are made from: periods, what stands, monthly values, breaks and rebases; four queries."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import CharField, IntegerField, TextField, Value
from django.db.models.functions import Cast

from performance.choices import Known, ValueStatus
from performance.models import Indicator, IndicatorDefinition, MonthlyValue, Period, Rebase, Return
from performance.rules.spc import Cause, Start
from performance.rules.spc.months import Month


class PeriodRow(NamedTuple):
    """One ended period, as far as a series needs it."""

    pk: int
    cycle_id: int
    name: str
    starts_on: datetime.date
    ends_on: datetime.date
    year: int
    due_on: datetime.date
    start_month: int


class StandingRow(NamedTuple):
    """What stands of an indicator for a period."""

    indicator_id: int
    period_id: int
    known: str
    value: Decimal | None
    value_status: str
    numerator: Decimal | None
    denominator: Decimal | None
    target: Decimal | None
    low: Decimal | None
    high: Decimal | None
    rating: str
    at: datetime.datetime

    @property
    def is_measured(self) -> bool:
        """Whether it is a measurement of its period, however sure."""
        stand_ins = (ValueStatus.CARRIED_FORWARD, ValueStatus.FORECAST)
        return self.value is not None and self.value_status not in stand_ins

    @property
    def absent(self) -> str:
        """Why there is nothing measured: "not known", "forecast"."""
        label = Known(self.known).label if self.known != Known.KNOWN else ValueStatus(self.value_status).label
        return "" if self.is_measured else "no value" if label == ValueStatus.ACTUAL.label else label.lower()


class MonthRow(NamedTuple):
    """One row of monthly values: what was entered, and when."""

    month: datetime.date
    at: datetime.datetime
    found: Month | None


@dataclass(frozen=True)
class SpcFacts:
    """All that series of indicators are built from, by cycle and by indicator."""

    periods: Mapping[int, list[PeriodRow]]
    """By cycle, oldest first."""
    standing: Mapping[int, Mapping[int, StandingRow]]
    """By indicator and period."""
    months: Mapping[int, list[MonthRow]]
    """By indicator; within a month the newest last."""
    starts: Mapping[int, list[Start]]


def spc_facts(indicators: Iterable[Indicator], *, until: datetime.date, today: datetime.date) -> SpcFacts:
    """What is known of the indicators for the periods that were over by `until`; four queries for any number."""
    rows = list(indicators)
    ids = [row.pk for row in rows]
    return SpcFacts(
        periods=_periods({row.cycle_id for row in rows}, until=until, today=today),
        standing=_standing(ids, until),
        months=_months(ids, until),
        starts=_starts(ids, until),
    )


def _periods(cycles: set[int], *, until: datetime.date, today: datetime.date) -> dict[int, list[PeriodRow]]:
    found: dict[int, list[PeriodRow]] = defaultdict(list)
    names = ("pk", "cycle", "name", "starts_on", "ends_on", "year", "due_on", "cycle__start_month")
    ended = (
        Period.objects.ended(day=today).filter(cycle__in=cycles, ends_on__lte=until).order_by("ends_on", "pk")
    )
    for row in ended.values_list(*names):
        period = PeriodRow(*row)
        found[period.cycle_id].append(period)
    return found


def _standing(ids: Collection[int], until: datetime.date) -> dict[int, dict[int, StandingRow]]:
    found: dict[int, dict[int, StandingRow]] = defaultdict(dict)
    names = (
        "known", "value", "value_status", "numerator", "denominator", "target_value", "target_low", "target_high",
        "rating", "at",
    )  # fmt: skip
    rows = Return.objects.filter(indicator__in=ids, standing__isnull=False, period__ends_on__lte=until)
    columns = ("indicator", "period", *(f"standing__{name}" for name in names))
    for row in rows.order_by().values_list(*columns):
        each = StandingRow(*row)
        found[each.indicator_id][each.period_id] = each
    return found


def _months(ids: Collection[int], until: datetime.date) -> dict[int, list[MonthRow]]:
    found: dict[int, list[MonthRow]] = defaultdict(list)
    rows = MonthlyValue.objects.filter(indicator__in=ids, month__lte=until).order_by("month", "at", "pk")
    for indicator_id, month, at, value, numerator, denominator in rows.values_list(
        "indicator", "month", "at", "value", "numerator", "denominator"
    ):
        entered = None if value is None else Month(value, numerator, denominator)
        found[indicator_id].append(MonthRow(month, at, entered))
    return found


def _starts(ids: Collection[int], until: datetime.date) -> dict[int, list[Start]]:
    """Breaks and rebases, in one query of two halves."""
    breaks = (
        IndicatorDefinition.objects.filter(indicator__in=ids, breaks_series=True, starts_on__lte=until)
        .annotate(cause=Value(Cause.BREAK.value, CharField()), why=Cast("reason", TextField()))
        .annotate(of=Cast("number", IntegerField()))
        .values_list("indicator", "starts_on", "cause", "of", "why")
    )
    rebases = (
        Rebase.objects.in_force()
        .filter(indicator__in=ids, period__starts_on__lte=until)
        .annotate(cause=Value(Cause.REBASE.value, CharField()), why=Cast("reason", TextField()))
        .annotate(of=Value(0, IntegerField()))
        .values_list("indicator", "period__starts_on", "cause", "of", "why")
    )
    found: dict[int, list[Start]] = defaultdict(list)
    for indicator_id, day, cause, number, why in breaks.order_by().union(rebases.order_by(), all=True):
        if day is not None:
            name = f"Definition {number}" if cause == Cause.BREAK else "The rebase"
            found[indicator_id].append(Start(day, Cause(cause), name, why))
    return found
