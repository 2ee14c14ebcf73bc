"""Challenges beside the figures they doubt."""

from collections.abc import Iterable

from performance.models import Challenge


def challenges_of(indicator_pk: int, *, period_pk: int | None = None) -> list[Challenge]:
    """The challenges of an indicator, or of its return for one period, the newest first; one query."""
    found = Challenge.objects.filter(revision__indicator_return__indicator=indicator_pk)
    if period_pk is not None:
        found = found.filter(revision__indicator_return__period=period_pk)
    return list(
        found.select_related(
            "by__person",
            "answered_by__person",
            "concluded_by__person",
            "revision__indicator_return__indicator",
            "revision__indicator_return__period",
        )
    )


def challenges_waiting(service_ids: Iterable[int]) -> list[Challenge]:
    """The challenges of these services that wait for an answer or an outcome, the oldest first; one query."""
    waiting = Challenge.objects.without_outcome().filter(
        revision__indicator_return__indicator__service__in=service_ids
    )
    return list(
        waiting.select_related(
            "by__person", "revision__indicator_return__indicator", "revision__indicator_return__period"
        ).order_by("at", "pk")
    )
