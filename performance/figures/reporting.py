"""What each body is told of as at a quarter, by the set it adopted; and what only the teams keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from council.periods import Span
from council.prepared import prepared
from performance.choices import ReportLevel
from performance.models import IndicatorSet, SetEntry
from performance.rules.indicator_sets import used_from

KEPT_BY_TEAM = "kept by the team"


@dataclass(frozen=True)
class Told:
    """What one body is told of: its set, and the indicators in its report."""

    body_id: int
    body_name: str
    set_id: int
    year: int
    first_quarter: int
    indicator_ids: frozenset[int]

    @property
    def since(self) -> Span:
        """The quarter from which the set is used."""
        return used_from(self.year, self.first_quarter)


@dataclass(frozen=True)
class Reporting:
    """The bodies with a set that covers the quarter, by id, and the indicators that members see no more."""

    bodies: Mapping[int, Told]
    kept_by_team: frozenset[int]
    """At the level of the team in some body's set, and in no body's report."""

    def words_of(self, indicator_id: int) -> list[str]:
        """Who is told of an indicator: the bodies' names, or that the team keeps it; empty where no set says."""
        names = [each.body_name for each in self.bodies.values() if indicator_id in each.indicator_ids]
        return names or ([KEPT_BY_TEAM] if indicator_id in self.kept_by_team else [])

    def told(self, body_id: int | None) -> Told | None:
        """What the body is told of; None where no set of its covers the quarter."""
        return self.bodies.get(body_id) if body_id else None


def reporting(quarter: Span) -> Reporting:
    """What bodies are told of as at the quarter; one query.

    A set covers the quarters from the one it is first used for until the body's next set is. A body without one
    is not among them: nothing is hidden for its sake.
    """
    found: dict[tuple[int, str, int, int, int], dict[int, str]] = {}
    for body, name, pk, year, first, indicator, level in _entries(quarter):
        found.setdefault((body, name, pk, year, first), {})[indicator] = level
    told = {key[0]: Told(*key, _at(levels, ReportLevel.COMMITTEE)) for key, levels in found.items()}
    kept = frozenset().union(*(_at(levels, ReportLevel.TEAM) for levels in found.values()))
    return Reporting(told, kept - frozenset().union(*(each.indicator_ids for each in told.values())))


@prepared(most=8)
def _entries(quarter: Span) -> QuerySet[SetEntry, Any]:
    """What the sets that cover the quarter say of indicators."""
    own = IndicatorSet.objects.adopted().begun(quarter).filter(body=OuterRef("indicator_set__body"))
    covering = Subquery(own.order_by("-year").values("pk")[:1])
    return (
        SetEntry.objects.newest()
        .filter(indicator_set=covering)
        .order_by("indicator_set__body__name", "indicator_set")
        .values_list(
            "indicator_set__body",
            "indicator_set__body__name",
            "indicator_set",
            "indicator_set__year",
            "indicator_set__first_quarter",
            "indicator",
            "level",
        )
    )


def _at(levels: Mapping[int, str], level: ReportLevel) -> frozenset[int]:
    return frozenset(pk for pk, each in levels.items() if each == level)
