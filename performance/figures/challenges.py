"""Challenges beside the figures they doubt."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.prepared import prepared
from performance.models import Challenge

NAMED = (
    "by__person",
    "answered_by__person",
    "concluded_by__person",
    "revision__indicator_return__indicator",
    "revision__indicator_return__period",
)


def challenges_of(indicator_pk: int, *, period_pk: int | None = None) -> list[Challenge]:
    """The challenges of an indicator, or of its return for one period, the newest first; one query."""
    if period_pk is None:
        return _of_indicator(indicator=indicator_pk)
    return _of_return(indicator=indicator_pk, period=period_pk)


@prepared(indicator=BigIntegerField())
def _of_indicator(*, indicator: Any) -> QuerySet[Challenge]:
    found = Challenge.objects.filter(revision__indicator_return__indicator=indicator)
    return found.select_related(*NAMED)


@prepared(indicator=BigIntegerField(), period=BigIntegerField())
def _of_return(*, indicator: Any, period: Any) -> QuerySet[Challenge]:
    found = Challenge.objects.filter(
        revision__indicator_return__indicator=indicator, revision__indicator_return__period=period
    )
    return found.select_related(*NAMED)


def challenges_waiting(service_ids: Iterable[int]) -> list[Challenge]:
    """The challenges of these services that wait for an answer or an outcome, the oldest first; one query."""
    return _waiting(frozenset(service_ids))


@prepared(most=16)
def _waiting(service_ids: frozenset[int]) -> QuerySet[Challenge]:
    waiting = Challenge.objects.without_outcome().filter(
        revision__indicator_return__indicator__service__in=service_ids
    )
    return waiting.select_related(
        "by__person", "revision__indicator_return__indicator", "revision__indicator_return__period"
    ).order_by("at", "pk")
