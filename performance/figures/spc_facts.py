"""What control charts are made from: periods, what stands, monthly values, breaks and rebases; four queries."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import CharField, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from performance.choices import Known, ValueStatus
from performance.models import Cycle, Indicator, IndicatorDefinition, MonthlyValue, Period, Rebase, Return
from performance.rules.spc import Cause, Start
from performance.rules.spc.months import Month

Of = Mapping[str, Collection[int]]
"""Which indicators: a look-up of what belongs to one, such as `{"indicator__service__in": ids}`; empty for all."""


STANDING_COLUMNS = (
    "known", "value", "value_status", "numerator", "denominator", "target_value", "target_low", "target_high",
    "rating", "at",
)  # fmt: skip
"""What is read of a revision, in the order of `StandingRow`."""


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
    is_history: bool = False


class StartRow(NamedTuple):
    """Where limits of an indicator start anew, as the database holds it."""

    indicator_id: int
    day: datetime.date
    cause: str
    number: int
    """Of the definition; 0 for a rebase."""
    why: str

    @property
    def start(self) -> Start:
        name = f"Definition {self.number}" if self.cause == Cause.BREAK else "The rebase"
        return Start(self.day, Cause(self.cause), name, self.why)


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
    of = {"indicator__in": [row.pk for row in rows]}
    ended = Period.objects.ended(day=today).filter(
        cycle__in={row.cycle_id for row in rows}, ends_on__lte=until
    )
    names = ("pk", "cycle", "name", "starts_on", "ends_on", "year", "due_on", "cycle__start_month")
    return SpcFacts(
        periods=by_cycle(PeriodRow(*row) for row in ended.order_by("ends_on", "pk").values_list(*names)),
        standing=standing_of(of, until),
        months=months_of(of, until),
        starts=by_indicator(start_rows(starts_of(of, until))),
    )


def period_row(period: Period, cycle: Cycle) -> PeriodRow:
    """The row of a period that is there already; no query."""
    return PeriodRow(
        period.pk, cycle.pk, period.name, period.starts_on, period.ends_on, period.year, period.due_on,
        cycle.start_month,
    )  # fmt: skip


def by_cycle(periods: Iterable[PeriodRow]) -> dict[int, list[PeriodRow]]:
    """The periods of each cycle, in the order given."""
    found: dict[int, list[PeriodRow]] = defaultdict(list)
    for period in periods:
        found[period.cycle_id].append(period)
    return found


def standing_of(of: Of, until: datetime.date) -> dict[int, dict[int, StandingRow]]:
    """What stands, by indicator and period; one query."""
    found: dict[int, dict[int, StandingRow]] = defaultdict(dict)
    columns = ("indicator", "period", *(f"standing__{name}" for name in STANDING_COLUMNS))
    for row in standing_returns(of, until).values_list(*columns).iterator(chunk_size=1000):
        each = StandingRow(*row)
        found[each.indicator_id][each.period_id] = each
    return found


def standing_rows(returns: Iterable[Return]) -> dict[int, StandingRow]:
    """The same of returns that are there already with their revisions, by period; no query."""
    return {
        row.period_id: StandingRow(
            row.indicator_id, row.period_id, *(getattr(row.standing, name) for name in STANDING_COLUMNS)
        )
        for row in returns
        if row.standing is not None
    }


def standing_returns(of: Of, until: datetime.date) -> QuerySet[Return]:
    """The returns of which something stands, for periods that were over by then."""
    rows = Return.objects.filter(**of, standing__isnull=False, period__ends_on__lte=until)
    return rows.order_by()


def months_of(of: Of, until: datetime.date) -> dict[int, list[MonthRow]]:
    """What was entered for months, by indicator; one query."""
    found: dict[int, list[MonthRow]] = defaultdict(list)
    rows = MonthlyValue.objects.filter(**of, month__lte=until).order_by("month", "at", "pk")
    for indicator_id, month, at, is_history, value, numerator, denominator in rows.values_list(
        "indicator", "month", "at", "is_history", "value", "numerator", "denominator"
    ):
        entered = None if value is None else Month(value, numerator, denominator)
        found[indicator_id].append(MonthRow(month, at, entered, is_history))
    return found


def starts_of(of: Of, until: datetime.date) -> QuerySet[Any]:
    """Breaks and rebases as a query of two halves, for `start_rows`."""
    breaks = (
        IndicatorDefinition.objects.filter(**of, breaks_series=True, starts_on__lte=until)
        .annotate(cause=Value(Cause.BREAK.value, CharField()), why=Cast("reason", TextField()))
        .annotate(of=Cast("number", IntegerField()))
        .values_list("indicator", "starts_on", "cause", "of", "why")
    )
    rebases = (
        Rebase.objects.in_force()
        .filter(**of, period__starts_on__lte=until)
        .annotate(cause=Value(Cause.REBASE.value, CharField()), why=Cast("reason", TextField()))
        .annotate(of=Value(0, IntegerField()))
        .values_list("indicator", "period__starts_on", "cause", "of", "why")
    )
    return breaks.order_by().union(rebases.order_by(), all=True)


def start_rows(rows: Iterable[Any]) -> tuple[StartRow, ...]:
    """Breaks and rebases in an order of their own; one query."""
    found = (StartRow(pk, day, cause, number, why) for pk, day, cause, number, why in rows if day is not None)
    return tuple(sorted(found))


def by_indicator(rows: Iterable[StartRow]) -> dict[int, list[Start]]:
    """Where limits start anew, by indicator."""
    found: dict[int, list[Start]] = defaultdict(list)
    for row in rows:
        found[row.indicator_id].append(row.start)
    return found


def break_start(definition: IndicatorDefinition) -> Start | None:
    """Where a definition that is there already starts limits anew; None where it breaks nothing."""
    if not definition.breaks_series or definition.starts_on is None:
        return None
    return StartRow(
        definition.indicator_id, definition.starts_on, Cause.BREAK, definition.number, definition.reason
    ).start


def rebase_start(rebase: Rebase) -> Start:
    """The same of a rebase in force, with its period."""
    return StartRow(rebase.indicator_id, rebase.period.starts_on, Cause.REBASE, 0, rebase.reason).start
