"""What a year may end at by its own figures, and the range it will end in eight times out of ten.

The methods are the plain ones of the trade (Hyndman and Athanasopoulos, "Forecasting: principles and practice"): the
whole years before with this year's pace, or without one, this year's pace carried on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from council.numbers.question import Quantity, Question
from performance.choices import NUMERIC_KINDS, YearToDate
from performance.rules.distance import exactly
from performance.rules.year_end.carried_on import carried_on
from performance.rules.year_end.spread import EIGHT_IN_TEN, NOT_VARIED, TOO_FEW_FOR_RANGE, spread_of
from performance.rules.year_end.to_date import year_to_date
from performance.rules.year_end.year import Counted, Year, added

ONLY_FIGURES = "The product forecasts figures only, and this is said in words."
OUTTURN = "The year is complete: this is its outturn."
TOO_FEW = "One value is too few to forecast from: it takes two at least."


@dataclass(frozen=True)
class Forecast:
    """What a year may end at, in the indicator's unit; None where nothing can be said, and `words` say why."""

    value: Decimal | None
    words: str
    """The method, a sentence."""
    low: Decimal | None = None
    high: Decimal | None = None
    """The ends of the range that eight of ten years like this end in; None without one."""
    range_words: str = ""
    """Why there is no range, or where it was cut."""
    spread: Decimal | None = None
    """One standard deviation of the outturn about the forecast."""
    floor: Decimal | None = None
    """What is counted already, where nothing can be taken away again."""
    is_outturn: bool = False
    """Whether the year is complete, so that nothing is left to forecast."""


def expected(
    years: Sequence[Year], how: Counted, *, minimum: Decimal | None = None, maximum: Decimal | None = None
) -> Forecast:
    """The forecast for the last of the years, which stand in their order without gaps.

    Values from before a break in the series are to be left out. `minimum` and `maximum` are what one value may be.
    """
    this = years[-1]
    so_far = year_to_date(this, how)
    if so_far.value is not None and is_outturn(this, how):
        return Forecast(so_far.value, OUTTURN, is_outturn=True)
    if how.kind not in NUMERIC_KINDS:
        return Forecast(None, ONLY_FIGURES)
    if so_far.value is None:
        return Forecast(None, so_far.words)
    if sum(value is not None for year in years for value in year.values) < 2:
        return Forecast(None, TOO_FEW)
    carried = carried_on(years, how, so_far)
    if carried.value is None:
        return Forecast(None, carried.words)
    found = Forecast(carried.value, carried.words, floor=_floor(years, how, so_far.value))
    ranged = _with_range(found, spread_of(years, how, carried))
    return _within(ranged, how, minimum, maximum, so_far.value)


def is_outturn(year: Year, how: Counted) -> bool:
    """Whether nothing of the year is left to come: all values are known, or where it is the latest, the last is."""
    if how.way == YearToDate.LATEST:
        return bool(year.parts) and year.parts[-1].value is not None
    return year.is_complete


def _floor(years: Sequence[Year], how: Counted, so_far: Decimal) -> Decimal | None:
    """What is counted so far, where a year adds up and no period ever took away."""
    if not how.adds_up:
        return None
    steps = [step for year in years for step in added(year.values, is_cumulative=how.is_cumulative)]
    return so_far if all(step is None or step >= 0 for step in steps) else None


def _with_range(found: Forecast, spread: Decimal | None) -> Forecast:
    if spread is None:
        return replace(found, range_words=TOO_FEW_FOR_RANGE)
    if spread == 0:
        return replace(found, range_words=NOT_VARIED)
    assert found.value is not None
    with exactly():
        reach = EIGHT_IN_TEN * spread
        return replace(found, low=found.value - reach, high=found.value + reach, spread=spread)


def _within(
    found: Forecast, how: Counted, minimum: Decimal | None, maximum: Decimal | None, so_far: Decimal
) -> Forecast:
    """The forecast and its range cut at what can be: what is counted already, and the ends of the scale."""
    least, most = _ends(how, minimum, maximum)
    words = [found.range_words]
    if found.floor is not None:
        least = max(so_far, least) if least is not None else so_far
    low, high = _cut(found.low, least, most), _cut(found.high, least, most)
    if found.low is not None and low is not None and low > found.low:
        counted = least == found.floor
        words.append(
            "The range begins at what is counted already."
            if counted
            else "The range begins at the least it can be."
        )
    if found.high is not None and high is not None and high < found.high:
        words.append("The range ends at the most it can be.")
    value = _cut(found.value, least, most)
    return replace(found, value=value, low=low, high=high, range_words=" ".join(filter(None, words)))


def _ends(
    how: Counted, minimum: Decimal | None, maximum: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a year can come to, of the kind unless the register says others.

    A sum goes beyond what one value may be.
    """
    if how.way == YearToDate.SUM:
        return None, None
    asked = Question(Quantity(str(how.kind)), minimum=minimum, maximum=maximum)
    least, most = asked.lowest, asked.highest
    return least if least.is_finite() else None, most if most.is_finite() else None


def _cut(value: Decimal | None, least: Decimal | None, most: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    if least is not None and value < least:
        return least
    return most if most is not None and value > most else value
