"""The figures that sentences of a summary rest on, as they stand: what those pinned are compared with."""

import datetime
from collections.abc import Iterable, Mapping

from council.rag import Rag
from performance.choices import NUMERIC_KINDS
from performance.figures.indicator import shown_of
from performance.figures.shown import rated_forecast
from performance.figures.spc import SpcFigure, spc_of_many
from performance.models import Indicator, Period, Return, Revision
from performance.rules.spc import Spc
from performance.rules.summary.figure import Figure

Now = Mapping[tuple[int, int], Figure]
"""By indicator and period."""


def figures_now(
    keys: Iterable[tuple[int, int]], *, until: datetime.date, today: datetime.date
) -> dict[tuple[int, int], Figure]:
    """Each figure by the ids of its indicator and period, as it stands; seven queries, or none for no figure.

    Real change is told as at the end of `until`, the last day of the summary's quarter.
    """
    wanted = set(keys)
    if not wanted:
        return {}
    indicators = Indicator.objects.select_related("cycle").in_bulk({pk for pk, _ in wanted})
    periods = Period.objects.in_bulk({pk for _, pk in wanted})
    stood = standing_of(indicators.values(), periods.values())
    numeric = [each for each in indicators.values() if each.value_kind in NUMERIC_KINDS]
    changes = spc_of_many(numeric, until=until, today=today) if numeric else {}
    return {
        (pk, period): figure_from(
            indicators[pk], periods[period], stood.get((pk, period)), changes.get(pk), today=today
        )
        for pk, period in wanted
    }


def standing_of(
    indicators: Iterable[Indicator], periods: Iterable[Period]
) -> dict[tuple[int, int], Revision]:
    """What stands, by the ids of indicator and period; one query."""
    rows = Return.objects.filter(
        indicator__in=list(indicators), period__in=list(periods), standing__isnull=False
    )
    found = rows.order_by().select_related("standing__rule")
    return {(row.indicator_id, row.period_id): row.standing for row in found if row.standing is not None}


def figure_from(
    indicator: Indicator,
    period: Period,
    revision: Revision | None,
    change: SpcFigure | None,
    *,
    today: datetime.date,
) -> Figure:
    """One figure in words, from what stands."""
    value, target = shown_of(indicator, revision)
    late = Rag.LATE if period.due_on < today else Rag.NOT_DUE
    spc = firm(change, period)
    return Figure(
        indicator=indicator.pk,
        name=str(indicator),
        period=period.pk,
        period_name=period.name,
        value=value,
        target=target,
        rating=Rag(revision.rating) if revision else late,
        variation=spc.variation.words if spc and spc.variation else "",
        forecast=rated_forecast(indicator, revision),
    )


def firm(change: SpcFigure | None, period: Period) -> Spc | None:
    """What the values say of change where that may be claimed: by firm limits, and of the period itself."""
    if change is None or change.spc.variation is None or change.spc.is_trial:
        return None
    latest = change.spc.latest
    return change.spc if latest is not None and latest.ends_on >= period.ends_on else None
