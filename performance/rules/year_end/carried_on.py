"""A year carried on to its end: as whole years before it went from here, or as this year went so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.choices import YearToDate
from performance.rules.distance import exactly
from performance.rules.year_end.to_date import ToDate, mean, weighted
from performance.rules.year_end.year import Counted, Part, Year

TELLING_SHARE = Decimal("0.5")
"""So much of what evenly spread periods would have brought by now must have come in whole years to tell a pace by."""
SHARE_WITHOUT_YEAR = (
    "A share that counts from the start of the year can only be carried on as a whole year before it went, and none "
    "is there to compare with."
)


@dataclass(frozen=True)
class Carried:
    """Where a year ends if it goes on so; None with the reason where it cannot be carried on."""

    value: Decimal | None
    words: str
    done: int = 0
    """How many periods speak in it."""
    left: int = 0
    """How many are still open."""
    years: int = 0
    """How many whole years before it follows."""


def carried_on(years: Sequence[Year], how: Counted, so_far: ToDate) -> Carried:
    """The last of the years carried on; something of it is known."""
    this = years[-1]
    places = _places(this, how)
    before = [year for year in years[:-1] if year.is_complete and len(year.parts) == len(this.parts)]
    assert so_far.value is not None
    done = places[-1] + 1 if how.way == YearToDate.LATEST else len(places)
    left = len(this.parts) - done
    if how.adds_up:
        if before:
            value, at = _as_then(so_far.value, before, places, done, how)
            words = f"The rest of the year as it was {_when(before)}, {at}."
            return Carried(value, words, done, left, len(before))
        with exactly():
            value = so_far.value / done * len(this.parts)
        return Carried(value, "This year’s pace so far, carried on to the end of the year.", done, left)
    if not before and how.is_cumulative:
        return Carried(None, SHARE_WITHOUT_YEAR)
    what = "The latest value" if how.way == YearToDate.LATEST else "The mean so far"
    if not before:
        return Carried(so_far.value, f"{what}, taken to stay as it is.", done, left)
    moved = mean([_moved(year, places, this, how) for year in before])
    words = f"{what}, moved as far as it still moved from here to the end of the year {_when(before)}."
    return Carried(so_far.value + moved, words, done, left, len(before))


def _when(before: Sequence[Year]) -> str:
    """Which years it follows: "in 2025/26", "on average in 4 whole years to 2025/26"."""
    newest = before[-1].name
    return f"in {newest}" if len(before) == 1 else f"on average in {len(before)} whole years to {newest}"


def _places(year: Year, how: Counted) -> list[int]:
    """The places of the periods that the year to date speaks of."""
    known = [place for place, value in enumerate(year.values[: year.ended]) if value is not None]
    return known[-1:] if how.way == YearToDate.LATEST else known


def _as_then(
    so_far: Decimal, before: Sequence[Year], places: Sequence[int], done: int, how: Counted
) -> tuple[Decimal, str]:
    """A sum that goes on as whole years did from where they stood by now, and at what pace.

    Where little of those years had come by now, a pace would be made of chance: then the rest is taken as it was.
    """
    by_now, in_all = Decimal(0), Decimal(0)
    for year in before:
        then = [value for value in year.values if value is not None]
        by_now += sum((then[place] for place in places), Decimal(0))
        in_all += then[-1] if how.is_cumulative else sum(then, Decimal(0))
    with exactly():
        usual = in_all * done / len(before[0].parts)
        if by_now > 0 and in_all >= by_now >= usual * TELLING_SHARE:
            return so_far * in_all / by_now, "at this year’s pace"
        return so_far + (in_all - by_now) / len(before), "too little coming so early to tell a pace by"


def _moved(before: Year, places: Sequence[int], this: Year, how: Counted) -> Decimal:
    """How far the mean or the latest value of a whole year still moved from the same periods to its end."""
    by_now = [before.parts[place] for place in places]
    counts = how.way == YearToDate.WEIGHTED and all(
        part.has_counts for part in [*before.parts, *(this.parts[place] for place in places)]
    )
    in_all = before.parts[-1:] if how.way == YearToDate.LATEST else before.parts
    return _figure(in_all, how, counts=counts) - _figure(by_now, how, counts=counts)


def _figure(parts: Sequence[Part], how: Counted, *, counts: bool) -> Decimal:
    """The parts as one figure; all are known."""
    if counts:
        return weighted(parts, how.kind)[0]
    return mean([part.value for part in parts if part.value is not None])
