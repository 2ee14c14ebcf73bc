"""The definitions of indicators by the day, and where a change of one breaks a series."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.prepared import prepared
from performance.models import Indicator, IndicatorDefinition


@dataclass(frozen=True)
class Definitions:
    """The versions of each indicator's definition, the newest first."""

    by_indicator: Mapping[int, Sequence[IndicatorDefinition]]

    def on(self, indicator_id: int, day: datetime.date | None) -> IndicatorDefinition | None:
        """What counted on the day: the newest version that had begun; without a day, the newest."""
        for each in self.by_indicator.get(indicator_id, ()):
            if day is None or each.starts_on is None or each.starts_on <= day:
                return each
        return None


def definitions_of(indicator: Indicator) -> list[IndicatorDefinition]:
    """The versions of one indicator's definition, the newest first; one query."""
    return _versions(indicator=indicator.pk)


@prepared(indicator=BigIntegerField())
def _versions(*, indicator: Any) -> QuerySet[IndicatorDefinition]:
    return IndicatorDefinition.objects.filter(indicator=indicator)


def definitions(indicator_ids: Collection[int] | None = None) -> Definitions:
    """The definitions of these indicators, or of all; one query."""
    rows = IndicatorDefinition.objects.order_by("indicator", "-number")
    if indicator_ids is not None:
        rows = rows.filter(indicator__in=indicator_ids)
    found: dict[int, list[IndicatorDefinition]] = defaultdict(list)
    for row in rows:
        found[row.indicator_id].append(row)
    return Definitions(found)
