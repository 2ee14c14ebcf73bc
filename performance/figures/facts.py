"""What dashboards are made from, read as cheaply as can be.

A revision never changes (docs/decisions/0002), nothing that stood is taken away, and what takes its place has a higher
id. So of the same returns their number and the sum of the ids of what stands grow with every change: where both are
the same, so is every figure, and the revisions need not be read to know it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, Count, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from performance.figures.lines import Figure, Figures, IndicatorRow
from performance.figures.standing import AsAt, own_return, waiting_target
from performance.models import Indicator, Return

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
)
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
    """How many revisions stand for any of the periods, and the sum of their ids."""

    @property
    def rows(self) -> list[IndicatorRow]:
        return [IndicatorRow(*row) for row in self.indicators]


def facts(now: AsAt, period_ids: frozenset[int], service_ids: frozenset[int] | None) -> Facts:
    """The facts; two queries."""
    indicators = tuple(_indicators(now, service_ids).values_list(*INDICATOR))
    standing = _returns(period_ids, service_ids).aggregate(
        number=Count("standing"), ids=Sum("standing_id", output_field=BigIntegerField(), default=0)
    )
    return Facts(now, period_ids, service_ids, indicators, (standing["number"], standing["ids"]))


def figures(period_ids: frozenset[int], service_ids: frozenset[int] | None) -> Figures:
    """What stands for these periods; one query."""
    columns = ("indicator", "period", *_figure("standing"))
    rows = _returns(period_ids, service_ids).values_list(*columns)
    return {(row[0], row[1]): Figure(*row) for row in rows}


def rows_and_figures(
    now: AsAt, before: AsAt, service_ids: frozenset[int] | None
) -> tuple[list[IndicatorRow], Figures]:
    """The indicators of a scope with what stands of each as at two quarters; one query."""
    joined = _indicators(now, service_ids).annotate(then=own_return(before))
    columns = (*INDICATOR, *_figure("now__standing"), *_figure("then__standing"))
    rows, stood = [], {}
    for said in joined.values_list(*columns):
        row = IndicatorRow(*said[: len(INDICATOR)])
        rows.append(row)
        figures_of_row = said[len(INDICATOR) :]
        for moment, figure in ((now, figures_of_row[: len(FIGURE)]), (before, figures_of_row[len(FIGURE) :])):
            period = moment.periods.get(row.cycle_id)
            if period and figure[0] is not None:
                stood[row.pk, period.pk] = Figure(row.pk, period.pk, *figure)
    return rows, stood


def _figure(path: str) -> list[str]:
    return [f"{path}__{name}" for name in FIGURE]


# The questions are kept, not their answers: to put one into SQL takes longer than to answer it.


@lru_cache(maxsize=KEPT)
def _indicators(now: AsAt, service_ids: frozenset[int] | None) -> QuerySet[Indicator, Indicator]:
    """Every indicator of the scope, in the order of the references, with the target that waits for its figure."""
    scope = Indicator.objects.all()
    if service_ids is not None:
        scope = scope.of_services(set(service_ids))
    waiting = Case(When(now__standing=None, then=waiting_target(now)), output_field=CharField())
    return scope.annotate(now=own_return(now)).annotate(waiting=Coalesce(waiting, Value("")))


@lru_cache(maxsize=KEPT)
def _returns(period_ids: frozenset[int], service_ids: frozenset[int] | None) -> QuerySet[Return, Return]:
    """The returns of these periods of which something stands."""
    rows = Return.objects.filter(period__in=period_ids, standing__isnull=False).order_by()
    return rows if service_ids is None else rows.filter(indicator__service__in=service_ids)
