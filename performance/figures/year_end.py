"""The year end of indicators: what the year comes to so far, what it may end at, and the chance of its target."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from council.periods import Frequency, year_name
from performance.choices import NUMERIC_KINDS, Direction, Known, ValueStatus, YearToDate
from performance.figures.as_rules import target_of
from performance.figures.forecasts import counted
from performance.figures.indicator import Record
from performance.figures.shown import shown_forecast
from performance.figures.year_rows import NOUNS, YearRows, year_rows, year_rows_of
from performance.figures.year_words import figure_words_of, rounded_to, target_words_of, value_words_of
from performance.models import Indicator, IndicatorDefinition, Period, Revision, Target
from performance.rules.distance import Aim
from performance.rules.target import TargetProblem, aim
from performance.rules.year_end import (
    Forecast,
    Outlook,
    ToDate,
    disagreement,
    expected,
    outlook,
    year_to_date,
)

NO_FORECAST = "None given"
OF_EACH = "Each period is judged by it, so it is no total for the year. Targets for the periods would tell them apart."


@dataclass(frozen=True)
class ProfileLine:
    """One period of the year: its target where it has one of its own, and its value."""

    period: Period
    target: str
    value: str


@dataclass(frozen=True)
class YearEnd:
    """One indicator's year as at a period, with the words that a page shows."""

    indicator: Indicator
    year: int
    newest: Period
    so_far: ToDate
    forecast: Forecast
    outlook: Outlook
    target: Target | None
    officers: Revision | None
    """The newest return of the year with an officer's forecast."""
    officers_period: Period | None
    profile: list[ProfileLine]
    """The periods of the year; empty where none has a target of its own."""
    latest: Revision | None = None
    """What stands of the newest period of the year that has a return."""
    target_note: str = ""
    """Where the year's target is no figure for the year."""

    @property
    def name(self) -> str:
        """The year in words: "2026/27"."""
        return year_name(self.year)

    @property
    def forecasts_figures(self) -> bool:
        """Whether its values are figures; words are neither added nor carried on."""
        return self.indicator.value_kind in NUMERIC_KINDS

    @property
    def target_words(self) -> str:
        return target_words_of(self.indicator, self.target)

    @property
    def so_far_words(self) -> str:
        """The year to date with its unit; "Not known yet" where nothing is."""
        if not self.forecasts_figures and self.latest:
            return value_words_of(self.indicator, self.latest)
        return self._figure(self.so_far.value) if self.so_far.value is not None else "Not known yet"

    @property
    def how(self) -> str:
        """How the year to date is made, and what is missing."""
        if self.so_far.value is None and self.officers and not self.officers.forecast_as_written:
            return "The values of the year are forecasts for its end, and none of them is counted yet."
        return self.so_far.words

    @property
    def officers_words(self) -> str:
        """What the officer expects, with its unit."""
        revision = self.officers
        if revision is None:
            return NO_FORECAST
        return shown_forecast(self.indicator, revision) or value_words_of(self.indicator, revision)

    @property
    def forecast_words(self) -> str:
        """What the product expects, with its unit; "Cannot be said" where it says nothing."""
        return self._rounded(self.forecast.value) if self.forecast.value is not None else "Cannot be said"

    @property
    def low(self) -> str:
        return self._rounded(self.forecast.low)

    @property
    def high(self) -> str:
        return self._rounded(self.forecast.high)

    @property
    def target_of_newest(self) -> str:
        """The target of the newest period, where the year is profiled; "" elsewhere."""
        return next((line.target for line in self.profile if line.period == self.newest), "")

    @property
    def disagreement(self) -> str:
        """A sentence where officer and product do not agree; "" where they do."""
        return disagreement(
            self.officers_value, self.forecast, says=self.officers_words, low=self.low, high=self.high
        )

    @property
    def officers_value(self) -> Decimal | None:
        """The officer's forecast as a figure: as given beside a value, else a value that is a forecast itself."""
        if self.officers is None or not self.forecasts_figures:
            return None
        return self.officers.forecast_value if self.officers.forecast_as_written else self.officers.value

    def _figure(self, value: Decimal) -> str:
        return figure_words_of(self.indicator, value, self.target.value if self.target else None)

    def _rounded(self, value: Decimal | None) -> str:
        """A forecast is never said more finely than the indicator is."""
        if value is None:
            return ""
        return figure_words_of(self.indicator, rounded_to(value, self.indicator.decimals), None)


def year_ends(indicators: Iterable[Indicator], newest: Mapping[int, Period]) -> dict[int, YearEnd]:
    """The year end of each indicator whose cycle has a newest period, by indicator id.

    Five queries however many there are. The indicators come with their cycles.
    """
    rows = [each for each in indicators if each.cycle_id in newest]
    if not rows:
        return {}
    known = year_rows(rows, newest)
    return {each.pk: _year_end(each, known) for each in rows}


def year_end_of(
    record: Record, definitions: Iterable[IndicatorDefinition], newest: Period | None
) -> YearEnd | None:
    """The year end of one indicator by what its page has read; one query. None without a newest period."""
    if newest is None:
        return None
    return _year_end(record.indicator, year_rows_of(record, definitions, newest))


def _year_end(indicator: Indicator, known: YearRows) -> YearEnd:
    newest = known.newest[indicator.cycle_id]
    years = known.years_of(indicator)
    noun = NOUNS.get(Frequency(indicator.cycle.frequency), "period")
    how = counted(indicator, years[-1].parts, noun=noun)
    forecast = expected(years, how, minimum=indicator.minimum, maximum=indicator.maximum)
    target = known.year_targets.get((indicator.pk, newest.year))
    profile = _profile(indicator, known, newest)
    is_sum = how.way == YearToDate.SUM and len(years[-1].parts) > 1
    # Each period is judged by the year's target although the year is their sum.
    is_of_each = is_sum and not profile and not known.is_rated_on_forecast(indicator, newest.year)
    seen = outlook(forecast, _aim(target, indicator), Direction(indicator.direction))
    if target and is_of_each and indicator.direction != Direction.NEITHER:
        seen = Outlook(seen.chance.UNKNOWN, f"The target is not one for the year. {OF_EACH}")
    period, officers = _officers(indicator, known, newest)
    return YearEnd(
        indicator=indicator,
        year=newest.year,
        newest=newest,
        so_far=year_to_date(years[-1], how),
        forecast=forecast,
        outlook=seen,
        target=target,
        officers=officers,
        officers_period=period,
        profile=profile,
        latest=next(filter(None, (stood for _, stood in _of_year(indicator, known, newest))), None),
        target_note=OF_EACH if target and is_of_each else "",
    )


def _profile(indicator: Indicator, known: YearRows, newest: Period) -> list[ProfileLine]:
    periods = known.periods.get((indicator.cycle_id, newest.year), [])
    if not any((indicator.pk, period.pk) in known.period_targets for period in periods):
        return []
    return [
        ProfileLine(
            period,
            target_words_of(indicator, known.period_targets.get((indicator.pk, period.pk))),
            value_words_of(indicator, known.standing.get((indicator.pk, period.pk))),
        )
        for period in periods
    ]


def _officers(indicator: Indicator, known: YearRows, newest: Period) -> tuple[Period | None, Revision | None]:
    """The newest forecast of the year: given beside a value, or a value that is one."""
    for period, found in _of_year(indicator, known, newest):
        if found and (found.forecast_as_written or _is_forecast(found)):
            return period, found
    return None, None


def _of_year(
    indicator: Indicator, known: YearRows, newest: Period
) -> Iterator[tuple[Period, Revision | None]]:
    """The periods of the year with what stands of each, newest first."""
    for period in reversed(known.periods.get((indicator.cycle_id, newest.year), [])):
        yield period, known.standing.get((indicator.pk, period.pk))


def _is_forecast(revision: Revision) -> bool:
    return revision.known == Known.KNOWN and revision.value_status == ValueStatus.FORECAST


def _aim(target: Target | None, indicator: Indicator) -> Aim:
    """What the year should end at; open on both sides where there is no target in a figure."""
    found = target_of(target)
    if found is None:
        return Aim()
    try:
        return aim(found, Direction(indicator.direction))
    except TargetProblem:
        return Aim()
