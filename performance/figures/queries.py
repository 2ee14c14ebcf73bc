"""What members asked about figures, and the figure that a question is about."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Prefetch, QuerySet

from council.prepared import prepared
from council.rag import Rag
from performance.figures.indicator import shown_of
from performance.models import FigureQuery, Indicator, Period, Return
from portfolios.models import Answer


@dataclass(frozen=True)
class Figure:
    """An indicator's figure for a period as it stands: what a reader sees when asking."""

    indicator: Indicator
    period: Period
    value: str
    target: str
    rating: Rag

    @property
    def words(self) -> str:
        """ "75 against 60, red"; "No return yet, late"."""
        against = f" against {self.target}" if self.target != "No target" else ""
        return f"{self.value}{against}, {self.rating.word.lower()}"


def figure_of(indicator: Indicator, period: Period, *, day: datetime.date) -> Figure:
    """The figure that stands; one query. What is not signed off is no figure yet."""
    row = Return.objects.filter(indicator=indicator, period=period).select_related("standing").first()
    standing = row.standing if row else None
    value, target = shown_of(indicator, standing)
    late = Rag.LATE if period.due_on < day else Rag.NOT_DUE
    return Figure(indicator, period, value, target, Rag(standing.rating) if standing else late)


def asked_about(indicator: Indicator) -> list[FigureQuery]:
    """What was asked about the indicator, the newest period first, with the answers; two queries."""
    return _asked_about(indicator=indicator.pk)


@prepared(indicator=BigIntegerField())
def _asked_about(*, indicator: Any) -> QuerySet[FigureQuery]:
    rows = FigureQuery.objects.filter(indicator=indicator).select_related(
        "period", "query__owner", "query__asked_by"
    )
    given = Prefetch("query__answers", Answer.objects.select_related("by"), "given")
    return rows.prefetch_related(given).order_by("-period__ends_on", "-query__asked_at")
