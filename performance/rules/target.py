"""What was promised: a target as written, and the figure it comes to."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from performance.choices import Direction, TargetBasis
from performance.rules.distance import STORED, Aim, exactly

RELATIVE = (TargetBasis.POINTS, TargetBasis.PER_CENT)
"""Targets that are a change from a base."""


class TargetProblem(ValueError):
    """A target that cannot be read or worked out, with the sentence that says what to do."""

    def __init__(self, sentence: str, as_written: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.as_written = as_written


@dataclass(frozen=True)
class Target:
    """What the council means to reach in a year or a period."""

    as_written: str
    basis: TargetBasis
    value: Decimal | None = None
    """The figure to reach, or the rank of the words; None for a range and for a change without a base."""
    low: Decimal | None = None
    high: Decimal | None = None
    """The two ends of a range."""
    words: str = ""
    """The normal form of a target in words: "Yes", "Level 2", "2003-03-31"."""
    change: Decimal | None = None
    """For a relative target: 5 for "+5 points", -10 for "-10 per cent"."""
    base: Decimal | None = None
    """What a relative target starts from, in the indicator's unit."""
    notice: str = ""
    """What the person who wrote it should be told about how it was read."""


def resolve(target: Target, base: Decimal | None = None) -> Decimal:
    """The figure to reach, in the indicator's unit, to four decimal places.

    A base given here counts before the one the target was written with. TargetProblem for a change without a
    base, a range, and words that have no order.
    """
    if target.basis in RELATIVE and target.change is not None:
        start = base if base is not None else target.base
        if start is not None:
            return changed(start, target.change, target.basis)
        if target.value is None:
            raise TargetProblem(_without_base(target), target.as_written)
    if target.value is None:
        raise TargetProblem(f"“{target.as_written}” is not one figure", target.as_written)
    return target.value


def changed(base: Decimal, change: Decimal, basis: TargetBasis) -> Decimal:
    """The base with a change in points or in per cent of its size: 60 and +5 give 65, or 63."""
    with exactly():
        figure = base + (change if basis == TargetBasis.POINTS else abs(base) * change / 100)
        return figure if _fits(figure) else figure.quantize(STORED, ROUND_HALF_UP)


def aim(target: Target, direction: Direction, base: Decimal | None = None) -> Aim:
    """What a value should be, for the direction. TargetProblem as for `resolve`."""
    if target.low is not None and target.high is not None:
        return Aim.at(target.low, target.high, direction)
    figure = resolve(target, base)
    return Aim.at(figure, figure, direction)


def _fits(figure: Decimal) -> bool:
    exponent = figure.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -4


def _without_base(target: Target) -> str:
    measure = "points" if target.basis == TargetBasis.POINTS else "per cent"
    return (
        f"“{target.as_written}” is a change in {measure} and there is no figure to start from. "
        "Enter the figure it starts from, or the figure to reach"
    )
