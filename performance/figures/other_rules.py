"""What the other common rules would say of a figure that stands, beside the rule it was rated by."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from council.rag import RATED, Rag
from performance.choices import (
    NUMERIC_KINDS,
    Direction,
    RuleBasis,
    TargetBasis,
    Travel,
    ValueKind,
    ValueStatus,
    YearToDate,
)
from performance.figures.as_rules import rule_of, target_of
from performance.figures.forecasts import NEARLY_A_YEAR_DAYS, counted, ends_the_year
from performance.figures.indicator import Record
from performance.models import Indicator, Period, Revision
from performance.rules.conventions import COMMON_RULES
from performance.rules.rating import under_other_rules
from performance.rules.target import Target

PART_AGAINST_WHOLE = "Not comparable: the value is of part of a year and the target of the whole."
YEAR_AGAINST_EACH = "Not comparable: the forecast is of the year and the target of each period."


@dataclass(frozen=True)
class OtherRating:
    """One of the other common rules, and what it would say."""

    name: str
    rule_words: str
    rating: Rag
    why: str
    differs: bool
    """Whether it is a rating, and another than that of the rule in use."""


def other_ratings(record: Record, standing: Revision, period: Period) -> list[OtherRating]:
    """The figure by each common rule that is not the one in use; none for words, or without a figure or a target.

    A rule on the value holds it against what was due by the period, a rule on the forecast against the year's target.
    """
    indicator = record.indicator
    if standing.value is None or indicator.value_kind not in NUMERIC_KINDS or not standing.target_as_written:
        return []
    if indicator.direction == Direction.NEITHER:
        return []
    used = Rag(standing.rule_rating)
    found = []
    for common in COMMON_RULES:
        on_forecast = common.basis == RuleBasis.FORECAST
        held = _of_year(record, standing, period) if on_forecast else _of_period(record, standing, period)
        others = under_other_rules(
            standing.value,
            held.target,
            Direction(indicator.direction),
            rule_of(standing.rule),
            rules=[common],
            kind=ValueKind(indicator.value_kind),
            unit=indicator.unit,
            decimals=indicator.decimals,
            forecast=held.figure if on_forecast else None,
            travel_long=Travel(standing.travel_long),
        )
        for rule, judged in others:
            status, why = (Rag.NOT_RATED, held.apart) if held.apart else (judged.status, judged.why)
            differs = status in RATED and status != used
            found.append(OtherRating(rule.name, judged.rule_words, status, why, differs))
    return found


def others_in_words(others: Sequence[OtherRating]) -> str:
    """Such as "2 of 4 would rate it otherwise"."""
    if not others:
        return ""
    differing = sum(each.differs for each in others)
    return f"{differing or 'none'} of {len(others)} would rate it otherwise"


@dataclass(frozen=True)
class _Held:
    """A figure and what it is held against."""

    figure: Decimal | None
    target: Target | None
    apart: str = ""
    """Why the two cannot be compared; "" where they can."""


def _of_period(record: Record, standing: Revision, period: Period) -> _Held:
    """The value against what was due by its period. A rule on the forecast has kept the target of the year."""
    judged_by = _kept(standing)
    if not _is_on_forecast(standing) or _is_of_whole_year(record.indicator, standing, period):
        return _Held(standing.value, judged_by)
    own = record.targets.get((period.year, period.pk))
    if own is not None:
        return _Held(standing.value, target_of(own))
    is_part = counted(record.indicator, ()).adds_up or record.indicator.is_cumulative
    return _Held(standing.value, judged_by, PART_AGAINST_WHOLE if is_part else "")


def _of_year(record: Record, standing: Revision, period: Period) -> _Held:
    """What the year is expected to end at, or did, against the target of the year where there is one."""
    if standing.forecast_as_written:
        figure = standing.forecast_value
    else:
        figure = standing.value if _is_of_whole_year(record.indicator, standing, period) else None
    year = record.targets.get((period.year, None))
    if _is_on_forecast(standing) or year is None:
        return _Held(figure, _kept(standing))
    is_of_each = counted(record.indicator, ()).way == YearToDate.SUM and not any(
        of_year == period.year and of_period is not None for of_year, of_period in record.targets
    )
    return _Held(figure, target_of(year), YEAR_AGAINST_EACH if figure is not None and is_of_each else "")


def _is_of_whole_year(indicator: Indicator, standing: Revision, period: Period) -> bool:
    """Whether the value is the year's: a forecast of it, or at its end what is no part of a sum or a mean."""
    if standing.value_status == ValueStatus.FORECAST:
        return True
    if standing.value_status == ValueStatus.ESTIMATE and not standing.forecast_as_written:
        return True
    is_latest = counted(indicator, ()).way == YearToDate.LATEST
    is_one = (period.ends_on - period.starts_on).days >= NEARLY_A_YEAR_DAYS
    return ends_the_year(period) and (is_latest or is_one)


def _is_on_forecast(standing: Revision) -> bool:
    return standing.rule is not None and standing.rule.basis == RuleBasis.FORECAST


def _kept(standing: Revision) -> Target:
    """The target that the figure was judged by, as it was then."""
    is_range = standing.target_low is not None
    return Target(
        as_written=standing.target_as_written,
        basis=TargetBasis.RANGE if is_range else TargetBasis.ABSOLUTE,
        value=standing.target_value,
        low=standing.target_low,
        high=standing.target_high,
    )
