"""How likely it is that a year ends at its target or better, in words.

The words and their edges are those of the Intergovernmental Panel on Climate Change (guidance note on uncertainty,
2010): very likely from 90 in 100, likely from 66, about as likely as not to 33, unlikely below, very unlikely to 10.
"""

from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

from performance.choices import Chance, Direction
from performance.rules.distance import Aim, distance
from performance.rules.year_end.expected import Forecast

EDGES = ((Chance.VERY_LIKELY, 0.90), (Chance.LIKELY, 0.66), (Chance.EVEN, 0.33))
"""Each word with the chance it begins at."""
VERY_UNLIKELY_TO = 0.10
NEITHER = "This is for information: neither higher nor lower is better."
NO_TARGET = "There is no target for the year in a figure."


@dataclass(frozen=True)
class Outlook:
    """The chance in a word, and the sentence why."""

    chance: Chance
    why: str


def outlook(forecast: Forecast, aim: Aim, direction: Direction) -> Outlook:
    """The chance that the year ends within the aim. An aim open on both sides stands for having no target."""
    if direction == Direction.NEITHER:
        return Outlook(Chance.UNKNOWN, NEITHER)
    if aim.low is None and aim.high is None:
        return Outlook(Chance.UNKNOWN, NO_TARGET)
    if forecast.value is None:
        return Outlook(Chance.UNKNOWN, forecast.words)
    if forecast.is_outturn:
        is_met = distance(forecast.value, aim).short == 0
        return Outlook(Chance.MET if is_met else Chance.NOT_MET, "The year is complete.")
    settled = _settled(forecast.floor, aim)
    if settled is not None:
        return settled
    if not forecast.spread:
        return Outlook(Chance.UNKNOWN, forecast.range_words)
    return Outlook(
        _word(_share(forecast.value, forecast.spread, aim)), "By the product’s forecast and its range."
    )


def _settled(floor: Decimal | None, aim: Aim) -> Outlook | None:
    """What is certain already, because what was counted cannot be taken away."""
    if floor is None:
        return None
    if aim.high is not None:
        is_past = floor > aim.high
        return Outlook(Chance.NOT_MET, "More is counted already than the target allows.") if is_past else None
    if aim.low is not None and floor >= aim.low:
        return Outlook(Chance.MET, "As much is counted already as the target asks for.")
    return None


def _share(value: Decimal, spread: Decimal, aim: Aim) -> float:
    """The share of outcomes within the aim, were they spread about the forecast by the normal distribution."""
    below = 1.0 if aim.high is None else _below(aim.high, value, spread)
    return below - (0.0 if aim.low is None else _below(aim.low, value, spread))


def _below(edge: Decimal, value: Decimal, spread: Decimal) -> float:
    return NormalDist().cdf(float((edge - value) / spread))


def _word(share: float) -> Chance:
    for word, least in EDGES:
        if share >= least:
            return word
    return Chance.UNLIKELY if share > VERY_UNLIKELY_TO else Chance.VERY_UNLIKELY
