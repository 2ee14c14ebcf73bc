"""The year end in columns of a file: what the year comes to so far, what it may end at, and the chance of that."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from council.numbers import without_noughts
from council.tables import Column
from performance.figures.year_end import YearEnd
from performance.figures.year_words import rounded_to
from performance.rules.importing.kinds import YEAR_END_HEADINGS
from performance.tables.facts import fact_columns


def _figure(found: YearEnd, value: Decimal | None) -> object:
    """A forecast as a figure, no finer than the indicator is."""
    return None if value is None else without_noughts(rounded_to(value, found.indicator.decimals))


def _target(found: YearEnd) -> object:
    target = found.target
    return without_noughts(target.value) if target and target.value is not None else found.target_words


def _so_far(found: YearEnd) -> object:
    value = found.so_far.value
    return found.so_far_words if value is None or not found.forecasts_figures else without_noughts(value)


def _officers(found: YearEnd) -> object:
    value = found.officers_value
    return found.officers_words if value is None else without_noughts(value)


def _suggested(found: YearEnd) -> object:
    value = _figure(found, found.forecast.value)
    return found.forecast_words if value is None else value


CELLS: tuple[Callable[[YearEnd], object], ...] = (
    _target,
    _so_far,
    lambda found: found.how,
    _officers,
    _suggested,
    lambda found: _figure(found, found.forecast.low),
    lambda found: _figure(found, found.forecast.high),
    lambda found: " ".join(filter(None, (found.forecast.words, found.forecast.range_words))),
    lambda found: str(found.outlook.chance.label),
)
"""What stands under each of the headings."""


def year_end_columns(known: Mapping[int, YearEnd]) -> list[tuple[str, Column]]:
    """The columns for a file's `extra_columns`."""
    return fact_columns("year_end", YEAR_END_HEADINGS, CELLS, known)
