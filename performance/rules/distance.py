"""How far a value lies outside what was aimed at, exactly."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import count

from performance.choices import Direction

DIGITS = 80
"""Enough for any product of stored figures (15 digits each): nothing is rounded before it is judged."""

STORED = Decimal("0.0001")
"""Figures are kept to four decimal places."""

NOUGHT = Decimal(0)


@contextmanager
def exactly() -> Iterator[None]:
    """Arithmetic inside keeps every digit."""
    with localcontext(prec=DIGITS):
        yield


@dataclass(frozen=True)
class Aim:
    """What a value should be: at least `low`, at most `high`; None leaves that side open."""

    low: Decimal | None = None
    high: Decimal | None = None

    @classmethod
    def at(cls, low: Decimal, high: Decimal, direction: Direction) -> "Aim":
        """The sides that matter: the low one when higher is better, the high one when lower is, else both."""
        if direction == Direction.HIGHER:
            return cls(low=low)
        if direction == Direction.LOWER:
            return cls(high=high)
        return cls(low=low, high=high)


@dataclass(frozen=True)
class Distance:
    """How far a value lies beyond the nearer side of an aim; both are exact."""

    short: Decimal
    """Never below 0; 0 when the aim is met."""
    edge: Decimal
    """The side of the aim it was measured from."""
    is_below: bool
    """Whether the value lies under that side; meaningless when the aim is met."""


def distance(value: Decimal, aim: Aim) -> Distance:
    """From the value to the nearer side of the aim. ValueError for an aim that is open on both sides."""
    with exactly():
        if aim.low is not None and (value < aim.low or aim.high is None):
            return Distance(short=max(aim.low - value, NOUGHT), edge=aim.low, is_below=value < aim.low)
        if aim.high is not None:
            return Distance(short=max(value - aim.high, NOUGHT), edge=aim.high, is_below=False)
    raise ValueError("An aim needs at least one side.")


def share_of(size: Decimal, per_cent: Decimal) -> Decimal:
    """So many per cent of the size of a figure, without sign."""
    with exactly():
        return abs(size) * per_cent / 100


def per_cent_of(short: Decimal, size: Decimal, lines: tuple[Decimal, ...]) -> Decimal:
    """The shortfall in per cent of a figure other than nought, rounded for reading.

    To one decimal place, or as many more as it takes to stay on its own side of nought and of each line:
    10.04% is never shown as 10.0% beside a rule that stops at 10%.
    """
    with exactly():
        exact = 100 * short / abs(size)
        roundings = (exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) for places in count(1))
        return next(
            rounded
            for rounded in roundings
            if all(_side(rounded, line) == _side(exact, line) for line in (NOUGHT, *lines))
        )


def _side(value: Decimal, line: Decimal) -> int:
    return (value > line) - (value < line)
