"""From values to places on a drawing, and the round numbers beside its axis. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext
from itertools import islice

# Room for any number that a Decimal can hold: a chart must never fail on a slip of the keyboard.
_WIDE = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
_LEAST_SPAN = Decimal("0.02")
"""Of the largest value: an axis that shows less makes nothing look like something."""
_SHORT_WORDS = ((12, "tn"), (9, "bn"), (6, "m"), (3, "k"))
_LONGEST_FIGURES = 15


def finite(value: Decimal | None) -> Decimal | None:
    """The value, or None for one that cannot be drawn: not known, not a number, or infinite."""
    return value if value is not None and value.is_finite() else None


def plain(value: Decimal) -> str:
    """The value in figures, such as "1,234.5"; in powers of ten beyond fifteen figures."""
    if value and not -6 <= value.adjusted() <= _LONGEST_FIGURES:
        with localcontext(Context(prec=3, Emax=MAX_EMAX, Emin=MIN_EMIN)):
            return f"{(+value).normalize():e}".lower()
    written = f"{value:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def brief(value: Decimal) -> str:
    """The value in as few letters as can be, such as "1.25m"; for where the full words have no room."""
    for power, letters in _SHORT_WORDS:
        if power <= value.adjusted() < power + 3 + (power == 12):
            return f"{plain(value.scaleb(-power))}{letters}"
    if value and not -4 <= value.adjusted() <= 12:
        return f"{value.normalize():.3g}".lower()
    return plain(value)


@dataclass(frozen=True)
class Scale:
    """A straight line from values to places: low is at start, high is at end."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Where the value is, in the drawing's units; never outside start to end."""
        with localcontext(_WIDE):
            along = float((value - self.low) / (self.high - self.low))
        return self.start + min(max(along, 0.0), 1.0) * (self.end - self.start)


@dataclass(frozen=True)
class Axis:
    """The round numbers beside a drawing, lowest first, and the words for each."""

    ticks: tuple[Decimal, ...]
    words: tuple[str, ...]

    @property
    def low(self) -> Decimal:
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        return self.ticks[-1]


def axis(
    values: Sequence[Decimal], shown: Callable[[Decimal], str], *, from_zero: bool = False, about: int = 5
) -> Axis:
    """The axis that holds all the values, with about so many round steps whose words all differ.

    Starts at nought when asked, and when the lowest value is less than half the highest: an axis that starts
    just under the values makes a small change look like a great one. ValueError when there are no values.
    """
    with localcontext(_WIDE):
        low, high = _ends(min(values), max(values), from_zero=from_zero)
        finest = min(0, *(_last_place(value) for value in values))
        for step in islice(_steps((high - low) / about, finest), 12):
            ticks = _ticks(low, high, step)
            words = tuple(shown(tick) for tick in ticks)
            if len(set(words)) == len(words):
                return Axis(ticks, words)
        ticks = _ticks(low, high, next(_steps((high - low) / about, finest)))
        return Axis(ticks, tuple(plain(tick) for tick in ticks))


def _ends(low: Decimal, high: Decimal, *, from_zero: bool) -> tuple[Decimal, Decimal]:
    """The lowest and highest value that the axis must hold, never the same."""
    if from_zero or 0 < low < high / 2 or low / 2 < high < 0:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    size = max(abs(low), abs(high))
    if not size:
        return Decimal(0), Decimal(1)
    if not low or not high:
        return low, high
    # Room below the lowest, so that the line does not lie on the axis; upwards none, as 100% has nothing above it.
    span = max(high - low, size * _LEAST_SPAN)
    return (low - span / 25, high) if high - low == span else (high - span, high)


def _last_place(value: Decimal) -> int:
    """The power of ten of the last figure of the value: -1 for 2.50, 0 for 12 and for 1200."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _steps(least: Decimal, finest: int) -> Iterator[Decimal]:
    """1, 2 and 5 times the powers of ten, from the least on; none finer than the last place of the values."""
    power = max(least.adjusted(), finest)
    while True:
        for leading in (1, 2, 5):
            step = Decimal(leading).scaleb(power)
            if step >= least:
                yield step
        power += 1


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    """The multiples of the step from the last one at or below low to the first at or above high."""
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    count = max(int(last - first), 1)
    ticks = ((first + place) * step for place in range(count + 1))
    return tuple(_in_full(tick) for tick in ticks)


def _in_full(tick: Decimal) -> Decimal:
    """100 for 1E+2, so that words made of it say what a person would write."""
    exponent = tick.as_tuple().exponent
    return (
        tick.quantize(Decimal(1)) if isinstance(exponent, int) and 0 < exponent < _LONGEST_FIGURES else tick
    )
