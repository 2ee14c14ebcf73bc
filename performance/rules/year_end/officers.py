"""What an officer expects of the year, beside what is counted so far and what the figures suggest."""

from decimal import Decimal

from performance.choices import NUMERIC_KINDS, Direction, RuleBasis, ValueKind
from performance.rules.wording import figure_words
from performance.rules.year_end.expected import Forecast

WITHOUT_FORECAST = (ValueKind.MILESTONE,)
"""A milestone's words say themselves what is expected of it."""


def speaks_beside(kind: str, *, ends_the_year: bool) -> bool:
    """Whether a return may carry a forecast for the year end: not once the year is over, and not for a milestone."""
    return not ends_the_year and kind not in WITHOUT_FORECAST


def is_missed(*, basis: RuleBasis, direction: Direction, has_target: bool, has_forecast: bool) -> bool:
    """Whether a forecast is wanting: the rule rates it, there is a target to rate it by, and there is none."""
    rates = basis == RuleBasis.FORECAST and direction != Direction.NEITHER
    return rates and has_target and not has_forecast


def forecast_doubts(
    forecast: Decimal | None, *, kind: ValueKind, unit: str, so_far: Decimal | None
) -> list[str]:
    """What is odd about an officer's forecast; `so_far` is what is counted already, where the year adds up."""
    if forecast is None or so_far is None or forecast >= so_far or kind not in NUMERIC_KINDS:
        return []
    below, counted = figure_words(forecast, kind, unit), figure_words(so_far, kind, unit)
    return [f"The year-end forecast of {below} is less than the {counted} counted so far."]


def disagreement(officers: Decimal | None, forecast: Forecast, *, says: str, low: str, high: str) -> str:
    """A sentence where an officer expects what lies outside the product's range; "" where the two agree.

    `says`, `low` and `high` are the officer's forecast and the ends of the range as the page shows them.
    """
    if officers is None or forecast.low is None or forecast.high is None:
        return ""
    if forecast.low <= officers <= forecast.high:
        return ""
    side = "less" if officers < forecast.low else "more"
    return (
        f"The two disagree: the service expects {says}, which is {side} than the figures so far suggest, {low} to "
        f"{high}. One of them knows something the other does not."
    )
