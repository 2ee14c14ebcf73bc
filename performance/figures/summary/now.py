"""The figures that sentences of a summary rest on, as they stand: what those pinned are compared with."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from council.rag import Rag
from performance.choices import NUMERIC_KINDS, Chance
from performance.figures.exceptions import runs_of
from performance.figures.indicator import shown_of
from performance.figures.shown import rated_forecast
from performance.figures.spc import SpcFigure, spc_of_many
from performance.figures.year_end import YearEnd, year_ends
from performance.models import Indicator, Period, Return, Revision
from performance.rules.exceptions import NO_RUN, Run
from performance.rules.spc import Spc
from performance.rules.summary.figure import Figure

MISSES = {
    Chance.UNLIKELY: "the year is unlikely to meet",
    Chance.VERY_UNLIKELY: "the year is very unlikely to meet",
    Chance.NOT_MET: "the year can no longer meet",
}

Now = Mapping[tuple[int, int], Figure]
"""By indicator and period."""


def figures_now(
    keys: Iterable[tuple[int, int]], *, until: datetime.date, today: datetime.date
) -> dict[tuple[int, int], Figure]:
    """Each figure by the ids of its indicator and period, as it stands; fourteen queries, or none for no figure.

    Real change, runs and the year are told as at the end of `until`, the last day of the summary's quarter.
    """
    wanted = set(keys)
    if not wanted:
        return {}
    indicators = Indicator.objects.select_related("cycle").in_bulk({pk for pk, _ in wanted})
    periods = Period.objects.in_bulk({pk for _, pk in wanted})
    stood = standing_of(indicators.values(), periods.values())
    numeric = [each for each in indicators.values() if each.value_kind in NUMERIC_KINDS]
    changes = spc_of_many(numeric, until=until, today=today) if numeric else {}
    runs = runs_of(indicators.values(), until=until, today=today)
    newest = {each.cycle_id: each for each in sorted(periods.values(), key=lambda each: each.ends_on)}
    years = year_ends(indicators.values(), newest)
    found = {}
    for pk, period in wanted:
        standing = Standing(stood.get((pk, period)), changes.get(pk), runs.get(pk, NO_RUN), years.get(pk))
        found[pk, period] = figure_from(indicators[pk], periods[period], standing, today=today)
    return found


def standing_of(
    indicators: Iterable[Indicator], periods: Iterable[Period]
) -> dict[tuple[int, int], Revision]:
    """What stands, by the ids of indicator and period; one query."""
    rows = Return.objects.filter(
        indicator__in=list(indicators), period__in=list(periods), standing__isnull=False
    )
    found = rows.order_by().select_related("standing__rule")
    return {(row.indicator_id, row.period_id): row.standing for row in found if row.standing is not None}


@dataclass(frozen=True)
class Standing:
    """What stands of one indicator: its figure, and what its values and its year say."""

    revision: Revision | None
    change: SpcFigure | None
    run: Run
    year: YearEnd | None


def figure_from(indicator: Indicator, period: Period, standing: Standing, *, today: datetime.date) -> Figure:
    """One figure in words, from what stands."""
    revision = standing.revision
    value, target = shown_of(indicator, revision)
    late = Rag.LATE if period.due_on < today else Rag.NOT_DUE
    spc = firm(standing.change, period)
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
        running=standing.run.words,
        year_miss=_year_miss(standing.year, target),
    )


def _year_miss(year: YearEnd | None, target: str) -> str:
    """What is said of a year that will hardly end at its target; of one that is over the rating speaks."""
    if year is None or year.forecast.is_outturn or year.outlook.chance not in MISSES:
        return ""
    is_same = year.target_words == target
    return f"{MISSES[year.outlook.chance]} {'it' if is_same else f'its target of {year.target_words}'}"


def firm(change: SpcFigure | None, period: Period) -> Spc | None:
    """What the values say of change where that may be claimed: by firm limits, and of the period itself."""
    if change is None or change.spc.variation is None or change.spc.is_trial:
        return None
    latest = change.spc.latest
    return change.spc if latest is not None and latest.ends_on >= period.ends_on else None
