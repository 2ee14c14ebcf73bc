"""The figures that items of progress reports repeat in words: which one is meant, and what it is by now."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from performance.figures.indicator import shown_of
from performance.models import Indicator, Period, Return


class FigureShown(NamedTuple):
    """A signed-off figure of a period, as a page shows it."""

    period: Period
    words: str


def newest_figure(indicator: Indicator, *, until: datetime.date) -> FigureShown | None:
    """The newest figure that stands for a period over by the day; one query."""
    rows = Return.objects.filter(indicator=indicator, standing__isnull=False, period__ends_on__lte=until)
    row = rows.select_related("standing", "period").order_by("-period__ends_on", "-pk").first()
    return FigureShown(row.period, shown_of(indicator, row.standing)[0]) if row else None


def figures_by_now(keys: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
    """What stands by now, by the ids of indicator and period; one query, or none for no figure."""
    wanted = set(keys)
    if not wanted:
        return {}
    indicators, periods = {pk for pk, _ in wanted}, {pk for _, pk in wanted}
    rows = Return.objects.filter(indicator__in=indicators, period__in=periods, standing__isnull=False)
    return {
        (row.indicator_id, row.period_id): shown_of(row.indicator, row.standing)[0]
        for row in rows.select_related("indicator", "standing")
        if (row.indicator_id, row.period_id) in wanted
    }
