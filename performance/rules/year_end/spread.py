"""How far a year may end from its forecast, from how far its periods have moved so far.

The mean of the moving ranges over 1.128 stands for one standard deviation of a period, as on an XmR chart, whose
limits at 2.66 mean moving ranges are three of them. Wheeler holds limits useful from five or six values on.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from performance.choices import YearToDate
from performance.rules.distance import exactly
from performance.rules.year_end.carried_on import Carried
from performance.rules.year_end.year import Counted, Year, added

RANGES_TO_DEVIATION = Decimal("1.128")
LEAST_RANGES = 5
"""Moving ranges that a range needs: those of six values without a gap."""
TOO_FEW_FOR_RANGE = "There are too few values for a range: it takes six, one after another."
NOT_VARIED = "The values have not varied so far, so nothing tells how far from this the year may end."


def spread_of(years: Sequence[Year], how: Counted, carried: Carried) -> Decimal | None:
    """One standard deviation of the outturn about where the year was carried on to; None where too little is known."""
    one = _of_one_period(years, how, follows=carried.years)
    if one is None:
        return None
    left, done = Decimal(carried.left), Decimal(carried.done)
    with exactly():
        if how.adds_up:
            return one * (left + left * left / done).sqrt()
        if how.way == YearToDate.LATEST:
            return one * (2 * left).sqrt()
        return one * (left + left * left / done).sqrt() / (left + done)


def _of_one_period(years: Sequence[Year], how: Counted, *, follows: int) -> Decimal | None:
    """One standard deviation of a period about what is expected of it, after so many whole years.

    After years before it, it is had from the differences between the same periods of two years, which hold the
    chance of both. Where these are too few, from the values themselves, which hold the seasons too and so are wider.
    What is expected after n years is itself uncertain by one nth.
    """
    steps = [added(year.values, is_cumulative=how.is_cumulative and how.adds_up) for year in years]
    with exactly():
        if follows:
            known = 1 + Decimal(1) / follows
            apart = _deviation(_since_last_year(steps))
            if apart is not None:
                return apart * (known / 2).sqrt()
            if how.is_cumulative and not how.adds_up:
                return None
        one = _deviation([step for year in steps for step in year])
        return one * known.sqrt() if one is not None and follows else one


def _since_last_year(years: Sequence[Sequence[Decimal | None]]) -> list[Decimal | None]:
    """The difference of each period from the same one a year before; None where either is not known."""
    return [
        now - then if now is not None and then is not None else None
        for earlier, later in pairwise(years)
        for then, now in zip(earlier, later, strict=False)
    ]


def _deviation(series: Sequence[Decimal | None]) -> Decimal | None:
    """The mean moving range over 1.128; None for fewer than five ranges."""
    ranges = list(_ranges(series))
    if len(ranges) < LEAST_RANGES:
        return None
    with exactly():
        return sum(ranges, Decimal(0)) / len(ranges) / RANGES_TO_DEVIATION


def _ranges(series: Sequence[Decimal | None]) -> Iterator[Decimal]:
    """How far each value lies from the one just before it; a gap has none."""
    for before, now in pairwise(series):
        if before is not None and now is not None:
            yield abs(now - before)
