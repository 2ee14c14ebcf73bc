"""What an analysis found. Charts, icons, tables and files are drawn from these, and change nothing."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from performance.rules.spc.kinds import Assurance, ShortWord, Side, Signal, Variation
from performance.rules.spc.series import Series, Start

FIRM = 13
"""Points from which limits are firm; below they are on trial."""
FEWEST = 10
"""Points from which there are limits at all; below words stand in for them."""
FEWEST_FOR_WORDS = 3
"""Points from which anything is said: two figures are no more than two figures."""


class Limits(NamedTuple):
    """The limits of one segment, in the indicator's unit, not rounded."""

    number: int
    """How many points they were worked out from."""
    mean: Decimal
    lower: Decimal
    upper: Decimal
    near_lower: Decimal
    near_upper: Decimal
    average_range: Decimal
    """The mean of the moving ranges that were kept."""
    left_out: int
    """How many moving ranges were screened out as too large."""
    shown_lower: Decimal
    shown_upper: Decimal
    """As drawn: never beyond what a value can be. Signals are found by `lower` and `upper`."""

    @property
    def is_trial(self) -> bool:
        return self.number < FIRM


class Segment(NamedTuple):
    """A stretch of the series with limits of its own: `points[first]` to `points[last]`, both in it."""

    first: int
    last: int
    number: int
    """How many of its points have a value."""
    starts: tuple[Start, ...]
    """Why it begins there: rebases, breaks and gaps; none for the first."""
    limits: Limits | None
    why_no_limits: str = ""


class Point(NamedTuple):
    """One period: its figure with what was found of it, or why there is none."""

    label: str
    starts_on: date
    ends_on: date
    value: Decimal | None
    """Of the period alone, also where returns give running totals."""
    absent: str = ""
    segment: int | None = None
    """The place of its segment; None without a value."""
    signal: Signal | None = None
    side: Side | None = None
    variation: Variation | None = None
    """None without a value, or without limits to judge it by."""


class Spc(NamedTuple):
    """What the values say about change. `no_icon_because` is empty exactly where there is a variation."""

    series: Series
    points: tuple[Point, ...] = ()
    segments: tuple[Segment, ...] = ()
    variation: Variation | None = None
    """That of the latest point."""
    assurance: Assurance | None = None
    no_icon_because: str = ""
    no_assurance_because: str = ""
    short: ShortWord | None = None
    """Where the latest segment is too short for limits."""
    target: tuple[Decimal, Decimal] | None = None
    """What the latest point aims at, from and to; the same twice for a single figure."""
    remarks: tuple[str, ...] = ()
    """What a reader must know: gaps, running totals taken apart, what was left out."""

    @property
    def latest(self) -> Point | None:
        """The newest point with a value."""
        return next((each for each in reversed(self.points) if each.value is not None), None)

    @property
    def segment(self) -> Segment | None:
        """The latest segment."""
        return self.segments[-1] if self.segments else None

    @property
    def limits(self) -> Limits | None:
        """Those of the latest segment."""
        return self.segments[-1].limits if self.segments else None

    @property
    def is_trial(self) -> bool:
        """Whether the latest limits rest on too few points to be firm."""
        return self.limits is not None and self.limits.is_trial
