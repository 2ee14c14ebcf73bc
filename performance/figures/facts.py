"""What dashboards are made from, read as cheaply as can be.

A revision never changes (docs/decisions/0002), nothing that stood is taken away, and what takes its place has a higher
id. So of the same returns their number and the sum of the ids of what stands grow with every change: where both are
the same, so is every figure, and the revisions need not be read to know it.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, Count, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from council.prepared import prepared
from performance.figures.lines import Figure, Figures, IndicatorRow
from performance.figures.spc_facts import Of, PeriodRow, StartRow, start_rows, starts_of
from performance.figures.standing import AsAt, own_return, waiting_target
from performance.models import Indicator, MonthlyValue, Return

# The columns of `IndicatorRow` and, after its keys, of `Figure`.
INDICATOR = (
    "pk",
    "reference",
    "title",
    "service",
    "cycle",
    "starts_on",
    "ends_on",
    "value_kind",
    "unit",
    "decimals",
    "owner__title",
    "owner__abbreviation",
    "waiting",
    "direction",
    "minimum",
    "maximum",
    "is_cumulative",
    "takes_monthly_values",
)
TAKES_MONTHS = INDICATOR.index("takes_monthly_values")
FIGURE = (
    "rating",
    "rule_rating",
    "known",
    "value",
    "as_written",
    "target_value",
    "target_as_written",
    "comment_resolved",
    "forecast_value",
    "forecast_as_written",
)
KEPT = 16
"""The questions of so many quarters and scopes are kept by a process, those asked last."""


@dataclass(frozen=True)
class Facts:
    """What is known of a scope as at a quarter. Equal facts have the same figures, whenever they are read."""

    now: AsAt
    period_ids: frozenset[int]
    service_ids: frozenset[int] | None
    """None for the whole council."""
    indicators: tuple[tuple[Any, ...], ...]
    """As in `IndicatorRow`, with those that are reported at other times."""
    standing: tuple[int, int]
    """How many revisions stand for any period up to the quarter's end, and the sum of their ids."""
    months: tuple[int, int]
    """The same of monthly values, which are only ever added to."""
    starts: tuple[StartRow, ...]
    """Where limits start anew: breaks in definition, and rebases in force."""
    periods: tuple[PeriodRow, ...]
    """Every period up to the quarter's end."""

    @property
    def rows(self) -> list[IndicatorRow]:
        return [IndicatorRow(*row) for row in self.indicators]

    @property
    def of(self) -> Of:
        """The indicators in scope, as a look-up."""
        return _of(self.service_ids)


def facts(
    now: AsAt,
    period_ids: frozenset[int],
    service_ids: frozenset[int] | None,
    periods: tuple[PeriodRow, ...],
    *,
    later: frozenset[int],
) -> Facts:
    """The facts; three queries. `later` are the ids of all periods that are not among `periods`."""
    rows = tuple(_indicators(now, service_ids))
    until, takes_months = now.quarter.end, any(row[TAKES_MONTHS] for row in rows)
    counted = {what: (number, ids) for what, number, ids in _counted(service_ids, later, until, takes_months)}
    return Facts(
        now=now,
        period_ids=period_ids,
        service_ids=service_ids,
        indicators=rows,
        standing=counted.get("standing", (0, 0)),
        months=counted.get("months", (0, 0)),
        starts=start_rows(_starts(service_ids, until)),
        periods=periods,
    )


def _of(service_ids: frozenset[int] | None) -> Of:
    return {} if service_ids is None else {"indicator__service__in": service_ids}


def figures(period_ids: frozenset[int], service_ids: frozenset[int] | None) -> Figures:
    """What stands for these periods; one query."""
    columns = ("indicator", "period", *_figure("standing"))
    rows = _standing(service_ids).filter(period__in=period_ids).values_list(*columns)
    return {(row[0], row[1]): Figure(*row) for row in rows}


def _figure(path: str) -> list[str]:
    return [f"{path}__{name}" for name in FIGURE]


@prepared(most=KEPT)
def _indicators(now: AsAt, service_ids: frozenset[int] | None) -> QuerySet[Indicator, tuple[Any, ...]]:
    """Every indicator of the scope, in the order of the references, with the target that waits for its figure."""
    scope = Indicator.objects.all()
    if service_ids is not None:
        scope = scope.of_services(set(service_ids))
    waiting = Case(When(now__standing=None, then=waiting_target(now)), output_field=CharField())
    asked = scope.annotate(now=own_return(now)).annotate(waiting=Coalesce(waiting, Value("")))
    return asked.values_list(*INDICATOR)


@prepared(most=KEPT)
def _counted(
    service_ids: frozenset[int] | None,
    later: frozenset[int],
    until: datetime.date,
    takes_months: bool,
) -> QuerySet[Any]:
    """What stands, and where it matters what was entered for months: how many, and the sum of their ids."""
    # Nearly every period is past: to leave out the others reads the table once, in the order that it lies in.
    of, returns = _of(service_ids), _standing(service_ids)
    stood = _sums(returns.exclude(period__in=later) if later else returns, "standing", "standing")
    if not takes_months:
        return stood
    months = MonthlyValue.objects.filter(**of, month__lte=until).order_by()
    return stood.union(_sums(months, "months", "pk"), all=True)


@prepared(most=KEPT)
def _starts(service_ids: frozenset[int] | None, until: datetime.date) -> QuerySet[Any]:
    return starts_of(_of(service_ids), until)


def _sums(rows: QuerySet[Any], what: str, name: str) -> QuerySet[Any]:
    ids = Sum(name, output_field=BigIntegerField(), default=0)
    named = rows.annotate(what=Value(what, CharField())).values("what")
    counted: QuerySet[Any] = named.annotate(number=Count(name), ids=ids)
    return counted.values_list("what", "number", "ids")


def _standing(service_ids: frozenset[int] | None) -> QuerySet[Return, Return]:
    """The returns of which something stands."""
    rows = Return.objects.filter(standing__isnull=False).order_by()
    return rows if service_ids is None else rows.filter(indicator__service__in=service_ids)
