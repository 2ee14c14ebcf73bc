"""The rows that year-end figures are made from, read at once for however many indicators."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, IntegerField, Q, QuerySet

from council.periods import Frequency, spans, year_name
from council.prepared import prepared
from performance.choices import RuleBasis
from performance.figures.forecasts import part_of
from performance.figures.indicator import Record
from performance.models import (
    Indicator,
    IndicatorDefinition,
    Period,
    RatingRule,
    Return,
    Revision,
    Target,
)
from performance.rules.year_end import Part, Year

YEARS_BACK = 5
"""So many years before the one in hand say how far a year moves."""
READ = ("known", "value", "as_written", "value_status", "numerator", "denominator")
READ_OF_FORECAST = ("forecast_as_written", "forecast_value", "target_value")
NOUNS = {Frequency.MONTHLY: "month", Frequency.QUARTERLY: "quarter", Frequency.ANNUAL: "year"}


@dataclass(frozen=True)
class YearRows:
    """What the register and the returns hold for some indicators, each as at a period of its cycle."""

    newest: Mapping[int, Period]
    """By cycle, the newest period that counts."""
    periods: Mapping[tuple[int, int], list[Period]]
    """By cycle and year, in their order."""
    year_targets: Mapping[tuple[int, int], Target]
    """By indicator and year."""
    period_targets: Mapping[tuple[int, int], Target]
    """By indicator and period."""
    standing: Mapping[tuple[int, int], Revision]
    """By indicator and period, of the periods up to the newest."""
    breaks: Mapping[int, list[IndicatorDefinition]]
    """By indicator, the definitions that broke its series."""
    on_forecast: Mapping[tuple[int | None, int], bool]
    """By indicator (None for the council) and year, whether its rule from then on rates the forecast."""

    def is_rated_on_forecast(self, indicator: Indicator, year: int) -> bool:
        """Whether the rule in force in the year rates what the year is expected to end at."""
        own = [from_year for pk, from_year in self.on_forecast if pk == indicator.pk and from_year <= year]
        council = [from_year for pk, from_year in self.on_forecast if pk is None and from_year <= year]
        if own:
            return self.on_forecast[indicator.pk, max(own)]
        return bool(council) and self.on_forecast[None, max(council)]

    def years_of(self, indicator: Indicator) -> list[Year]:
        """The years of the indicator, oldest first, without what came before a break in its series."""
        newest = self.newest[indicator.cycle_id]
        days = [each.starts_on for each in self.breaks.get(indicator.pk, []) if each.starts_on]
        began = max((day for day in days if day <= newest.ends_on), default=None)
        years = []
        for year in range(newest.year - YEARS_BACK, newest.year + 1):
            periods = self.periods.get((indicator.cycle_id, year), [])
            parts = [
                part_of(
                    period.name,
                    None
                    if began and period.ends_on < began
                    else self.standing.get((indicator.pk, period.pk)),
                )
                for period in periods
            ]
            ended = sum(period.ends_on <= newest.ends_on for period in periods)
            years.append(Year(_whole(indicator, year, periods, parts), ended, year_name(year)))
        return years


def _whole(indicator: Indicator, year: int, periods: list[Period], parts: list[Part]) -> tuple[Part, ...]:
    """The parts with those of the year that the calendar has no periods for yet."""
    cycle = indicator.cycle
    if cycle.frequency == Frequency.CUSTOM:
        return tuple(parts)
    wanted = spans(cycle.frequency, year=year, start_month=cycle.start_month)
    if len(parts) >= len(wanted):
        return tuple(parts)
    placed = [(period.starts_on, part) for period, part in zip(periods, parts, strict=True)]
    placed += [
        (span.start, Part(span.name))
        for span in wanted
        if not any(period.starts_on <= span.end and span.start <= period.ends_on for period in periods)
    ]
    return tuple(part for _, part in sorted(placed, key=lambda each: each[0]))


def year_rows(indicators: Iterable[Indicator], newest: Mapping[int, Period]) -> YearRows:
    """The rows of these indicators, of which each cycle has a newest period; five queries."""
    rows = list(indicators)
    years = [period.year for period in newest.values()]
    first, last = min(years) - YEARS_BACK, max(years)
    periods: dict[tuple[int, int], list[Period]] = defaultdict(list)
    listed = Period.objects.filter(cycle__in=newest, year__gte=first, year__lte=last).order_by("starts_on")
    for period in listed:
        periods[period.cycle_id, period.year].append(period)
    of_year, of_period = _targets(rows, years)
    return YearRows(
        newest=newest,
        periods=periods,
        year_targets=of_year,
        period_targets=of_period,
        standing=_standing(rows, newest, first),
        breaks=_breaks(rows),
        on_forecast=_rules(rows, last),
    )


def year_rows_of(record: Record, definitions: Iterable[IndicatorDefinition], newest: Period) -> YearRows:
    """The same rows of one indicator, from the record and the definitions that its page has read; one query."""
    indicator, first = record.indicator, newest.year - YEARS_BACK
    periods: dict[tuple[int, int], list[Period]] = defaultdict(list)
    for period in sorted(record.periods, key=lambda each: each.starts_on):
        if first <= period.year <= newest.year:
            periods[indicator.cycle_id, period.year].append(period)
    counting = {each.pk for each in record.periods if each.year >= first and each.ends_on <= newest.ends_on}
    breaks = sorted((each for each in definitions if each.breaks_series), key=lambda each: each.number)
    return YearRows(
        newest={indicator.cycle_id: newest},
        periods=periods,
        year_targets={
            (indicator.pk, year): each
            for (year, period_pk), each in record.targets.items()
            if year == newest.year and period_pk is None
        },
        period_targets={
            (indicator.pk, period_pk): each
            for (year, period_pk), each in record.targets.items()
            if year == newest.year and period_pk is not None
        },
        standing={
            (indicator.pk, pk): row.standing
            for pk, row in record.returns.items()
            if row.standing is not None and pk in counting
        },
        breaks={indicator.pk: breaks},
        on_forecast=_by_basis(_rules_of(indicator=indicator.pk, last=newest.year)),
    )


def _targets(
    rows: list[Indicator], years: list[int]
) -> tuple[dict[tuple[int, int], Target], dict[tuple[int, int], Target]]:
    of_year: dict[tuple[int, int], Target] = {}
    of_period: dict[tuple[int, int], Target] = {}
    for target in Target.objects.filter(indicator__in=rows, year__in=set(years)):
        if target.period_id is None:
            of_year[target.indicator_id, target.year] = target
        else:
            of_period[target.indicator_id, target.period_id] = target
    return of_year, of_period


def _standing(
    rows: list[Indicator], newest: Mapping[int, Period], first: int
) -> dict[tuple[int, int], Revision]:
    """What stands of the periods that count, with no more of it than is needed."""
    fields = [f"standing__{name}" for name in (*READ, *READ_OF_FORECAST)]
    found = (
        Return.objects.filter(indicator__in=rows, standing__isnull=False, period__year__gte=first)
        .select_related("standing", "period")
        .only("indicator", "period__ends_on", "period__cycle", *fields)
        .order_by("period__ends_on")
    )
    return {
        (row.indicator_id, row.period_id): row.standing
        for row in found
        if row.standing is not None
        and row.period.cycle_id in newest
        and row.period.ends_on <= newest[row.period.cycle_id].ends_on
    }


def _breaks(rows: list[Indicator]) -> dict[int, list[IndicatorDefinition]]:
    breaks: dict[int, list[IndicatorDefinition]] = defaultdict(list)
    for each in IndicatorDefinition.objects.filter(indicator__in=rows, breaks_series=True).order_by("number"):
        breaks[each.indicator_id].append(each)
    return breaks


def _rules(rows: list[Indicator], last: int) -> dict[tuple[int | None, int], bool]:
    return _by_basis(_ruled(Q(indicator__in=rows), last))


@prepared(indicator=BigIntegerField(), last=IntegerField())
def _rules_of(*, indicator: Any, last: Any) -> QuerySet[RatingRule, Any]:
    return _ruled(Q(indicator=indicator), last)


def _ruled(own: Q, last: Any) -> QuerySet[RatingRule, Any]:
    """The rules of indicators and of the council up to a year, the oldest first."""
    rules = RatingRule.objects.filter(own | Q(indicator=None), year__lte=last).order_by("year")
    return rules.values_list("indicator_id", "year", "basis")


def _by_basis(rules: Iterable[Any]) -> dict[tuple[int | None, int], bool]:
    return {(indicator, year): basis == RuleBasis.FORECAST for indicator, year, basis in rules}
