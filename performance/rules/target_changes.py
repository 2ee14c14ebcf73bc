"""Targets that are a change from a base, and the question when a change can mean two things."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from council.numbers import plain_number, read_number
from performance.choices import TargetBasis, ValueKind
from performance.rules.target import Target, TargetProblem, changed
from performance.rules.target_phrases import Change
from performance.rules.target_question import TargetQuestion
from performance.rules.wording import figure_words, gap_words, plain


@dataclass(frozen=True)
class Reading:
    """One of the things that an ambiguous target can mean."""

    target: Target
    meaning: str
    """Such as "65% (5 points more than 60%)", or "5 points more" while the base is not known."""
    write: str
    """What to type for this meaning: "+5 points"."""


class AmbiguousTarget(TargetProblem):
    """A target that can mean two things, such as "+5%" of a percentage; the person who enters it says which."""

    def __init__(self, as_written: str, readings: Sequence[Reading]) -> None:
        self.readings = tuple(readings)
        meanings = " or ".join(reading.meaning for reading in readings)
        writing = " or ".join(f"“{reading.write}”" for reading in readings)
        super().__init__(f"“{as_written}” can mean {meanings}: enter {writing}", as_written)


def read_changed(asked: TargetQuestion, change: Change) -> Target:
    """The target that a change sets. AmbiguousTarget when its measure, or its being a change, is not plain."""
    if change.measure == "points":
        return _in_range(asked, _in_points(asked, change))
    if change.measure == "per cent" or (change.measure == "%" and asked.kind != ValueKind.PERCENTAGE):
        return _in_range(asked, _in_per_cent(asked, change))
    readings = [_points_reading(asked, change)]
    if asked.kind == ValueKind.PERCENTAGE:
        readings.append(_per_cent_reading(asked, change))
    if change.is_signed and (figure := _as_figure(asked, change)) is not None:
        readings.append(_figure_reading(asked, figure))
    if len(readings) > 1:
        raise AmbiguousTarget(asked.written, readings)
    return _in_range(asked, readings[0].target)


def _in_points(asked: TargetQuestion, change: Change) -> Target:
    return _target(asked, TargetBasis.POINTS, asked.change(change.figure), change)


def _in_per_cent(asked: TargetQuestion, change: Change) -> Target:
    size = read_number(change.figure, quantity="decimal", minimum=Decimal(0)).value
    return _target(asked, TargetBasis.PER_CENT, size, change)


def _target(asked: TargetQuestion, basis: TargetBasis, size: Decimal, change: Change) -> Target:
    signed = size if change.is_more else -size
    figure = None if asked.base is None else changed(asked.base, signed, basis)
    return Target(asked.written, basis, value=figure, change=signed, base=asked.base)


def _points_reading(asked: TargetQuestion, change: Change) -> Reading:
    target = _in_points(asked, change)
    gap = gap_words(abs(target.change or Decimal(0)), asked.kind, asked.unit)
    if asked.kind == ValueKind.PERCENTAGE:
        write = f"{'+' if change.is_more else '-'}{change.figure} points"
    else:
        write = f"{'up' if change.is_more else 'down'} by {change.figure}"
    return Reading(target, _meaning(asked, target, gap, change), write)


def _per_cent_reading(asked: TargetQuestion, change: Change) -> Reading:
    target = _in_per_cent(asked, change)
    size = f"{plain(abs(target.change or Decimal(0)))} per cent"
    sign = "+" if change.is_more else "-"
    return Reading(target, _meaning(asked, target, size, change), f"{sign}{size}")


def _figure_reading(asked: TargetQuestion, figure: Decimal) -> Reading:
    target = Target(asked.written, TargetBasis.ABSOLUTE, value=figure)
    said = figure_words(figure, asked.kind, asked.unit)
    return Reading(target, f"the figure {said}", f"exactly {plain_number(figure)}")


def _as_figure(asked: TargetQuestion, change: Change) -> Decimal | None:
    """The figure to reach, were the sign not meant for a change; None where it cannot be meant so.

    Nobody writes a plus before a percentage to reach, and a minus only fits where values go below nought.
    """
    if change.is_more and asked.kind == ValueKind.PERCENTAGE:
        return None
    size = asked.change(change.figure)
    figure = size if change.is_more else -size
    return figure if asked.lowest <= figure <= asked.highest else None


def _meaning(asked: TargetQuestion, target: Target, size: str, change: Change) -> str:
    way = "more" if change.is_more else "less"
    if asked.base is None or target.value is None:
        return f"{size} {way}"
    base, figure = (figure_words(value, asked.kind, asked.unit) for value in (asked.base, target.value))
    return f"{figure} ({size} {way} than {base})"


def _in_range(asked: TargetQuestion, target: Target) -> Target:
    """The target, once its figure is known to be one that the indicator can have."""
    if target.value is None or asked.lowest <= target.value <= asked.highest:
        return target
    figure = figure_words(target.value, asked.kind, asked.unit)
    raise TargetProblem(
        f"“{asked.written}” comes to {figure}, which this indicator cannot reach", asked.written
    )
