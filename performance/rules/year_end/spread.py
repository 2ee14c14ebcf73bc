"""How far a year may end from its forecast, from how far its periods have moved so far.

The mean of the moving ranges over 1.128 stands for one standard deviation of a period, as on an XmR chart, whose
limits at 2.66 mean moving ranges are three of them. Wheeler holds limits useful from five or six values on. How far
the same method missed whole years before at the same point of them makes it wider, and never narrower.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from performance.choices import YearToDate
from performance.rules.distance import exactly
from performance.rules.year_end.carried_on import Carried, carried_on
from performance.rules.year_end.to_date import year_to_date
from performance.rules.year_end.year import Counted, Part, Year, added

RANGES_TO_DEVIATION = Decimal("1.128")
LEAST_RANGES = 5
"""Moving ranges that a range needs: those of six values without a gap."""
TOO_FEW_FOR_RANGE = "There are too few values for a range: it takes six, one after another."
EIGHT_IN_TEN = Decimal("1.2816")
"""So many standard deviations to either side hold eight of ten outcomes."""
NOT_VARIED = "The values have not varied so far, so nothing tells how far from this the year may end."


def spread_of(years: Sequence[Year], how: Counted, carried: Carried) -> Decimal | None:
    """One standard deviation of the outturn about where the year was carried on to; None where too little is known.

    The range of eight in ten that is made of it reaches as far as the method ever missed at this point of a year.
    """
    one = _of_one_period(years, how, follows=carried.years)
    if one is None:
        return None
    with exactly():
        missed = max(past_misses(years, how), default=Decimal(0)) / EIGHT_IN_TEN
        return max(_of_the_rest(one, how, carried), missed)


def _of_the_rest(one: Decimal, how: Counted, carried: Carried) -> Decimal:
    """One standard deviation of the outturn, from that of one period and how many are left."""
    left, done = Decimal(carried.left), Decimal(carried.done)
    if how.adds_up:
        return one * (left + left * left / done).sqrt()
    if how.way == YearToDate.LATEST:
        return one * (2 * left).sqrt()
    return one * (left + left * left / done).sqrt() / (left + done)


def past_misses(years: Sequence[Year], how: Counted) -> list[Decimal]:
    """How far the method missed each whole year, told from the same periods of it and the years before it.

    The first whole year is left out: nothing was there to carry it on by.
    """
    this = years[-1]
    known = {place for place, value in enumerate(this.values[: this.ended]) if value is not None}
    whole = [year for year in years[:-1] if year.is_complete and len(year.parts) == len(this.parts)]
    misses = []
    for number, year in enumerate(whole[1:], start=1):
        parts = tuple(part if place in known else Part(part.name) for place, part in enumerate(year.parts))
        then = Year(parts, this.ended, year.name)
        told = carried_on([*whole[:number], then], how, year_to_date(then, how)).value
        came = year_to_date(year, how).value
        if told is not None and came is not None:
            misses.append(abs(came - told))
    return misses


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
