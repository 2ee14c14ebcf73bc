"""The direction of travel: since the period before, and since the same period last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.choices import Direction, Travel
from performance.rules.distance import Aim, distance

MARKS: Mapping[Travel, str] = {
    Travel.BETTER: "↗",
    Travel.SAME: "→",
    Travel.WORSE: "↘",
    Travel.UP: "↑",
    Travel.DOWN: "↓",
    Travel.UNKNOWN: "",
}
"""The arrow beside the word; none where nothing can be said."""


@dataclass(frozen=True)
class Travels:
    """Short and long direction of travel of one value."""

    short: Travel
    """Since the period before."""
    long: Travel
    """Since the same period last year."""

    @property
    def words(self) -> str:
        """Such as "Better than the period before; worse than the same period last year."."""
        said = f"{_than(self.short)} the period before; {_than(self.long)} the same period last year."
        return said[0].upper() + said[1:]


def travel(
    now: Decimal | None,
    before: Decimal | None,
    direction: Direction,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Travel:
    """Which way a value went since an earlier one; unknown when either is missing.

    Within a range (`low` to `high`) nearer to the range is better and inside it all is the same. Where neither way
    is better, or the range is not known, only up, down or no change.
    """
    if now is None or before is None:
        return Travel.UNKNOWN
    if direction == Direction.RANGE and low is not None and high is not None:
        aim = Aim(low, high)
        return _gone(distance(before, aim).short, distance(now, aim).short, Travel.BETTER, Travel.WORSE)
    if direction == Direction.HIGHER:
        return _gone(now, before, Travel.BETTER, Travel.WORSE)
    if direction == Direction.LOWER:
        return _gone(before, now, Travel.BETTER, Travel.WORSE)
    return _gone(now, before, Travel.UP, Travel.DOWN)


def travels(
    series: Sequence[Decimal | None],
    periods_a_year: int,
    direction: Direction,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Travels:
    """Both directions of travel of the last value of a series, one value for each period without gaps, oldest first.

    None stands for a period without a value, and for all those before a break in the series.
    """
    now = series[-1] if series else None
    before = series[-2] if len(series) > 1 else None
    last_year = series[-1 - periods_a_year] if len(series) > periods_a_year else None
    return Travels(
        short=travel(now, before, direction, low=low, high=high),
        long=travel(now, last_year, direction, low=low, high=high),
    )


def _gone(more: Decimal, less: Decimal, gained: Travel, lost: Travel) -> Travel:
    if more == less:
        return Travel.SAME
    return gained if more > less else lost


def _than(gone: Travel) -> str:
    return {
        Travel.BETTER: "better than",
        Travel.SAME: "no change from",
        Travel.WORSE: "worse than",
        Travel.UP: "up on",
        Travel.DOWN: "down on",
        Travel.UNKNOWN: "nothing to compare with in",
    }[gone]
