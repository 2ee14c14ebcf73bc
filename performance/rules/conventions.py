"""Rating conventions that councils are known to use, so that one can be read against another."""

from decimal import Decimal

from performance.choices import RuleBasis, TravelEffect
from performance.rules.rule import Rule

DEFAULT_RULE = Rule(name="Amber down to 90% of the target")
"""The one that gives back the printed table of 2002/03, but for a row whose outturn was not known."""

FIVE_PER_CENT = Rule(name="Amber down to 95% of the target", amber_tolerance=Decimal(5))

TEN_PER_CENT_TRAVEL_COUNTS = Rule(
    name="Ten per cent, travel counts",
    green_tolerance=Decimal(10),
    amber_tolerance=Decimal(10),
    travel_effect=TravelEffect.HELD_IS_AMBER,
)
"""Green within ten per cent; further off amber if held or better than the same period last year, else red."""

GREEN_FROM_90_AMBER_FROM_70 = Rule(
    name="Green from 90%, amber from 70% of the target",
    green_tolerance=Decimal(10),
    amber_tolerance=Decimal(30),
)
"""As used for progress against what was expected by now."""

YEAR_END_FORECAST = Rule(name="Forecast for the year end", basis=RuleBasis.FORECAST)
"""Rates what the year is expected to end at, not what has been reached so far."""

COMMON_RULES = (
    DEFAULT_RULE,
    FIVE_PER_CENT,
    TEN_PER_CENT_TRAVEL_COUNTS,
    GREEN_FROM_90_AMBER_FROM_70,
    YEAR_END_FORECAST,
)
