"""One indicator over time: its values with targets and ratings, its breaks, and what it says in two sentences."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.charts import Point, TrendChart
from council.prepared import prepared
from council.rag import Rag
from performance.choices import NUMERIC_KINDS, Travel, ValueKind, ValueStatus
from performance.figures.corrections import Correction, corrections
from performance.figures.published_blanks import BLANK, blank_years
from performance.figures.shown import rated_forecast, shown_target, shown_value
from performance.models import Indicator, IndicatorDefinition, Period, Return, Revision, Target
from performance.rules.published.sentences import listed
from performance.rules.travel import Travels
from performance.rules.wording import figure_words

CHART_PERIODS = 24
LATE_NAMED = 3


@dataclass(frozen=True)
class PeriodFigure:
    """One period of the indicator: the figure that stands, or why there is none."""

    period: Period
    row: Return | None
    standing: Revision | None
    value: str
    target: str
    rating: Rag
    corrections: list[str]
    """What was published before and why it changed, a sentence each."""
    forecast: str = ""
    """The forecast for the year end that the rating is of; "" where the value itself is rated."""

    @property
    def status_word(self) -> str:
        """The value status when it is not a plain actual: "estimate", "carried forward"."""
        if self.standing is None or self.standing.value_status == ValueStatus.ACTUAL:
            return ""
        return str(ValueStatus(self.standing.value_status).label).lower()


@dataclass(frozen=True)
class Record:
    """All periods of an indicator's cycle, oldest first, with its returns and targets: what its page is made from."""

    indicator: Indicator
    periods: list[Period]
    """Those to come among them."""
    returns: dict[int, Return]
    """By period, each with its revisions."""
    targets: Mapping[tuple[int, int | None], Target]
    """By year and period; without a period those of the whole year."""

    def aim(self, period: Period) -> Target | None:
        """What the period aims at: the target of the period itself, else that of its year."""
        own = self.targets.get((period.year, period.pk))
        return own or self.targets.get((period.year, None))

    def ended(self, *, today: datetime.date) -> list[Period]:
        """The periods that were over before the day. The twin of `Period.objects.ended`."""
        return [period for period in self.periods if period.ends_on < today]


def record_of(indicator: Indicator) -> Record:
    """The record of the indicator; three queries."""
    return Record(
        indicator,
        _periods(cycle=indicator.cycle_id),
        {row.period_id: row for row in _returns(indicator=indicator.pk)},
        {(each.year, each.period_id): each for each in _targets(indicator=indicator.pk)},
    )


@prepared(cycle=BigIntegerField())
def _periods(*, cycle: Any) -> QuerySet[Period]:
    return Period.objects.filter(cycle=cycle).order_by("ends_on", "pk")


@prepared(indicator=BigIntegerField())
def _returns(*, indicator: Any) -> QuerySet[Return]:
    rows = Return.objects.filter(indicator=indicator).order_by()
    return rows.select_related("standing__rule", "published", "latest")


@prepared(indicator=BigIntegerField())
def _targets(*, indicator: Any) -> QuerySet[Target]:
    return Target.objects.filter(indicator=indicator).order_by("pk")


def period_figures(record: Record, *, today: datetime.date) -> list[PeriodFigure]:
    """Every ended period of the indicator's cycle while it was reported, oldest first; two queries at most."""
    indicator, rows = record.indicator, record.returns
    kept = [
        period for period in record.ended(today=today) if indicator.is_on(period.ends_on) or period.pk in rows
    ]
    corrected = corrections(indicator)
    blanks = blank_years(indicator) if any(period.pk not in rows for period in kept) else set()
    first = next((place for place, period in enumerate(kept) if period.pk in rows), len(kept))
    return [
        _blank(record, period)
        if period.pk not in rows and period.year in blanks
        else _figure(record, period, corrected, today=today)
        for period in kept[first:]
    ]


def _aim(record: Record, period: Period) -> str:
    indicator, aim = record.indicator, record.aim(period)
    return shown_target(
        value=aim.value if aim else None,
        as_written=aim.as_written if aim else "",
        kind=indicator.value_kind,
        unit=indicator.unit,
        decimals=indicator.decimals,
    )


def _blank(record: Record, period: Period) -> PeriodFigure:
    """A year of which a published table printed nothing: no return was due, so none is late."""
    return PeriodFigure(period, None, None, BLANK, _aim(record, period), Rag.NOT_DUE, [])


def _figure(
    record: Record,
    period: Period,
    corrected: dict[int, list[Correction]],
    *,
    today: datetime.date,
) -> PeriodFigure:
    row = record.returns.get(period.pk)
    standing = row.standing if row else None
    late = Rag.LATE if period.due_on < today else Rag.NOT_DUE
    value, judged_by = shown_of(record.indicator, standing)
    return PeriodFigure(
        period=period,
        row=row,
        standing=standing,
        value=value,
        target=judged_by if standing else _aim(record, period),
        rating=Rag(standing.rating) if standing else late,
        corrections=[each.words for each in corrected.get(row.pk, [])] if row else [],
        forecast=rated_forecast(record.indicator, standing),
    )


def trend_chart(
    indicator: Indicator, figures: list[PeriodFigure], definitions: list[IndicatorDefinition]
) -> TrendChart | None:
    """The values as a chart, with targets and breaks; None for words and for an empty series."""
    if indicator.value_kind not in NUMERIC_KINDS:
        return None
    shown = figures[-CHART_PERIODS:]
    if not any(figure.standing and figure.standing.value is not None for figure in shown):
        return None
    kind = ValueKind(indicator.value_kind)
    return TrendChart(
        title=str(indicator),
        summary=meaning(indicator, figures),
        points=[
            Point(
                label=figure.period.name,
                value=figure.standing.value if figure.standing else None,
                shown=figure.value if figure.standing else figure.rating.word,
                note=figure.status_word,
            )
            for figure in shown
        ],
        target=[figure.standing.target_value if figure.standing else None for figure in shown],
        breaks=_breaks(shown, definitions),
        shown=lambda value: figure_words(value, kind, indicator.unit),
    )


def _breaks(figures: list[PeriodFigure], definitions: list[IndicatorDefinition]) -> list[tuple[int, str]]:
    """Where a new definition broke the series, by the place of the first period after it."""
    found = []
    for definition in definitions:
        if not definition.breaks_series or definition.starts_on is None:
            continue
        after = [place for place, each in enumerate(figures) if each.period.ends_on >= definition.starts_on]
        if after and after[0] > 0:
            found.append((after[0], f"Definition {definition.number}"))
    return sorted(found)


def meaning(indicator: Indicator, figures: list[PeriodFigure]) -> str:
    """What the figures say in two sentences: how it stands, and which way it goes."""
    latest = next((figure for figure in reversed(figures) if figure.standing), None)
    if latest is None or latest.standing is None:
        return "Nothing has been signed off yet."
    said = f"{latest.period.name}: {latest.value}"
    if latest.forecast:
        said += f", and {latest.forecast} expected for the year,"
    if latest.standing.target_as_written:
        said += f" against a target of {latest.target}"
    travels = Travels(Travel(latest.standing.travel_short), Travel(latest.standing.travel_long))
    return f"{said}, {latest.rating.word.lower()}. {travels.words}"


def late_words(figures: list[PeriodFigure]) -> str:
    """Which periods are late since the newest figure that stands: "Quarter 2 2026/27 is late"; "" where none is."""
    since = list(takewhile(lambda figure: figure.standing is None, reversed(figures)))
    late = [figure.period.name for figure in reversed(since) if figure.rating == Rag.LATE]
    if len(late) > LATE_NAMED:
        return f"{len(late)} periods are late, the newest {late[-1]}"
    return f"{listed(late)} {'is' if len(late) == 1 else 'are'} late" if late else ""


def shown_of(indicator: Indicator, revision: Revision | None) -> tuple[str, str]:
    """The value and the target of a revision as a page shows them."""
    kind, unit, decimals = indicator.value_kind, indicator.unit, indicator.decimals
    if revision is None:
        return shown_value(known=None, value=None, as_written="", kind=kind), "No target"
    value = shown_value(
        known=revision.known,
        value=revision.value,
        as_written=revision.as_written,
        kind=kind,
        unit=unit,
        decimals=decimals,
        target=revision.target_value,
    )
    target = shown_target(
        value=revision.target_value,
        as_written=revision.target_as_written,
        kind=kind,
        unit=unit,
        decimals=decimals,
    )
    return value, target
