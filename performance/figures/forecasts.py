"""What a return says of its year: the officer's forecast, the year so far, and what a rule on the forecast rates."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from council.rag import RATED
from performance.choices import Direction, Known, RuleBasis, ValueKind, ValueStatus, YearToDate
from performance.figures.context import RatingContext
from performance.models import Indicator, Period, Revision
from performance.rules.judgement import Judgement
from performance.rules.readiness import Problem
from performance.rules.values import ReadValue, ValueProblem, read_value
from performance.rules.year_end import (
    Counted,
    Part,
    ToDate,
    Year,
    forecast_doubts,
    is_missed,
    speaks_beside,
    usual_method,
    year_to_date,
)

NEARLY_A_YEAR_DAYS = 345
NO_TARGET = "There is no target for the year, and the rule rates the forecast for the year by it."


@dataclass(frozen=True)
class YearView:
    """The year as one return sees it."""

    so_far: ToDate
    forecast: ReadValue | None = None
    """The officer's forecast as read."""
    rated: Decimal | None = None
    """The figure for the year that a rule on the forecast rates; None where there is none."""
    words: str = ""
    """Its normal form, where it is a forecast in words."""
    is_on_forecast: bool = False
    """Whether the rule rates the forecast for the year."""
    is_over: bool = False
    """Whether the period ends the year, so that the figure is the outturn."""
    has_target: bool = True
    is_missed: bool = False
    """Whether the rule rates a forecast and there is none."""
    doubts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def said(self, judgement: Judgement) -> Judgement:
        """The judgement, saying where it rests on the figure for the year, or what is missing for that."""
        if not self.is_on_forecast:
            return judgement
        if judgement.status in RATED:
            what = "outturn of the year" if self.is_over else "forecast for the year"
            return replace(judgement, why=f"Rated on the {what}: {judgement.why}")
        if not self.has_target:
            return replace(judgement, why=NO_TARGET)
        if self.is_over and self.rated is None and self.so_far.known:
            return replace(judgement, why=f"The figure for the year is not complete. {self.so_far.words}")
        return judgement


def year_view(
    context: RatingContext, read: ReadValue | None, value_status: str, forecast_as_written: str
) -> YearView:
    """What the return says of its year; `read` is its value, None where it has none."""
    forecast, problems = _read_forecast(context, forecast_as_written)
    parts = year_parts(context, read, value_status)
    how = counted(context.indicator, parts)
    so_far = year_to_date(Year(tuple(parts), len(parts)), how)
    is_over = ends_the_year(context.period)
    direction = Direction(context.indicator.direction)
    view = YearView(
        so_far=so_far,
        forecast=forecast,
        is_on_forecast=context.is_rated_on_forecast and direction != Direction.NEITHER,
        is_over=is_over,
        has_target=context.year_target is not None,
        doubts=_doubts(context, forecast, so_far, how),
        problems=problems,
    )
    if read is None:
        return view
    if is_over:
        return replace(view, rated=_outturn(context, read, so_far, how))
    if forecast is not None:
        return _with(replace(view, rated=forecast.value, words=forecast.words), context, has_forecast=True)
    stands_for_it = speaks_for_the_year_end(context.period, ValueStatus(value_status))
    rated = read.value if stands_for_it else None
    return _with(replace(view, rated=rated), context, has_forecast=stands_for_it or bool(forecast_as_written))


def _with(view: YearView, context: RatingContext, *, has_forecast: bool) -> YearView:
    """The view, saying whether a forecast is wanting."""
    missed = speaks_beside(context.indicator.value_kind, ends_the_year=view.is_over) and is_missed(
        basis=RuleBasis(context.rule.basis) if context.rule else RuleBasis.PER_CENT_OF_TARGET,
        direction=Direction(context.indicator.direction),
        has_target=view.has_target,
        has_forecast=has_forecast,
    )
    return replace(view, is_missed=missed)


def _read_forecast(context: RatingContext, text: str) -> tuple[ReadValue | None, list[Problem]]:
    """The officer's forecast, read as a value of the indicator is; a problem with its sentence where it is none."""
    if not text:
        return None, []
    indicator = context.indicator
    adds_up = counted(indicator, ()).way == YearToDate.SUM
    try:
        read = read_value(
            text,
            kind=ValueKind(indicator.value_kind),
            levels=indicator.level_names,
            minimum=indicator.minimum,
            # A sum goes beyond the most that one value may be.
            maximum=None if adds_up else indicator.maximum,
            unit=indicator.unit,
        )
    except ValueProblem as problem:
        return None, [Problem("forecast_as_written", problem.sentence)]
    return read, []


def _doubts(context: RatingContext, forecast: ReadValue | None, so_far: ToDate, how: Counted) -> list[str]:
    counts_up = how.adds_up or context.indicator.is_cumulative
    return forecast_doubts(
        forecast.value if forecast else None,
        kind=how.kind,
        unit=context.indicator.unit,
        so_far=so_far.value if counts_up else None,
    )


def _outturn(context: RatingContext, read: ReadValue, so_far: ToDate, how: Counted) -> Decimal | None:
    """The figure for the year in its last period; None where a period of it is missing."""
    if how.way == YearToDate.LATEST:
        return read.value
    stood = [each for each in context.earlier if each.is_comparable and counts(each.revision)]
    periods = [context.period, *(each.period for each in stood)]
    days = sum((period.ends_on - period.starts_on).days + 1 for period in periods)
    return so_far.value if days >= NEARLY_A_YEAR_DAYS else None


def year_parts(context: RatingContext, read: ReadValue | None, value_status: str) -> list[Part]:
    """The periods of the year up to the return's own, oldest first. A value that is a forecast is none of a period."""
    earlier = [
        part_of(each.period.name, each.revision if each.is_comparable else None)
        for each in reversed(context.earlier)
    ]
    name = context.period.name
    if read is None or value_status == ValueStatus.FORECAST:
        return [*earlier, Part(name)]
    return [*earlier, Part(name, read.value, read.numerator, read.denominator)]


def part_of(name: str, revision: Revision | None) -> Part:
    """A period with what stands for it."""
    if revision is None or not counts(revision):
        return Part(name)
    return Part(name, revision.value, revision.numerator, revision.denominator)


def counts(revision: Revision) -> bool:
    """Whether a revision says what its own period came to: it has a value, and no forecast for the year end."""
    is_forecast = revision.value_status == ValueStatus.FORECAST
    return revision.known == Known.KNOWN and revision.value is not None and not is_forecast


def counted(indicator: Indicator, parts: Sequence[Part], *, noun: str = "period") -> Counted:
    """How the indicator's values make a year: as the register says, or as is usual for its kind."""
    known = [part for part in parts if part.value is not None]
    usual = usual_method(
        indicator.value_kind,
        is_cumulative=indicator.is_cumulative,
        has_counts=bool(known) and all(part.has_counts for part in known),
    )
    method = YearToDate(indicator.year_to_date) if indicator.year_to_date else usual
    return Counted(ValueKind(indicator.value_kind), method, indicator.is_cumulative, noun)


def ends_the_year(period: Period) -> bool:
    """Whether the period is the last of its financial year."""
    return period.ends_on >= datetime.date(period.year + 1, 3, 31)


def speaks_for_the_year_end(period: Period, value_status: ValueStatus) -> bool:
    """Whether a value of the period is a forecast or an estimate of the outturn, or the outturn itself."""
    return ends_the_year(period) or value_status in (ValueStatus.FORECAST, ValueStatus.ESTIMATE)
