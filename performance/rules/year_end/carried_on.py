"""A year carried on to its end: as the year before went from here, or as this year went so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.choices import YearToDate
from performance.rules.distance import exactly
from performance.rules.year_end.to_date import ToDate, mean, weighted
from performance.rules.year_end.year import Counted, Part, Year

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
    is_seasonal: bool = False
    """Whether it follows the year before."""


def carried_on(years: Sequence[Year], how: Counted, so_far: ToDate) -> Carried:
    """The last of the years carried on; something of it is known."""
    this = years[-1]
    places = _places(this, how)
    before = years[-2] if len(years) > 1 else None
    if before is not None and not (before.is_complete and len(before.parts) == len(this.parts)):
        before = None
    assert so_far.value is not None
    done = places[-1] + 1 if how.way == YearToDate.LATEST else len(places)
    left = len(this.parts) - done
    if how.adds_up:
        value, words, follows = _sum(so_far.value, done, len(this.parts), before, places, how)
    elif before is None and how.is_cumulative:
        return Carried(None, SHARE_WITHOUT_YEAR)
    else:
        value, words, follows = _moved(so_far.value, before, places, this, how)
    return Carried(value, words, done, left, follows)


def _places(year: Year, how: Counted) -> list[int]:
    """The places of the periods that the year to date speaks of."""
    known = [place for place, value in enumerate(year.values[: year.ended]) if value is not None]
    return known[-1:] if how.way == YearToDate.LATEST else known


def _sum(
    so_far: Decimal, done: int, whole: int, before: Year | None, places: Sequence[int], how: Counted
) -> tuple[Decimal, str, bool]:
    """A sum at this year's pace: of the year before where there is one, else of this year alone."""
    with exactly():
        if before is not None:
            then = [value for value in before.values if value is not None]
            by_now = sum((then[place] for place in places), Decimal(0))
            in_all = then[-1] if how.is_cumulative else sum(then, Decimal(0))
            if by_now > 0 and in_all >= by_now:
                words = f"The rest of the year as it was in {before.name}, at this year’s pace."
                return so_far * in_all / by_now, words, True
        return so_far / done * whole, "This year’s pace so far, carried on to the end of the year.", False


def _moved(
    so_far: Decimal, before: Year | None, places: Sequence[int], this: Year, how: Counted
) -> tuple[Decimal, str, bool]:
    """A mean or a latest value, moved as far as it still moved the year before; else left where it is."""
    is_latest = how.way == YearToDate.LATEST
    what = "The latest value" if is_latest else "The mean so far"
    if before is None:
        return so_far, f"{what}, taken to stay as it is.", False
    by_now = [before.parts[place] for place in places]
    counts = how.way == YearToDate.WEIGHTED and all(
        part.has_counts for part in [*before.parts, *(this.parts[place] for place in places)]
    )
    in_all = before.parts[-1:] if is_latest else before.parts
    moved = _figure(in_all, how, counts=counts) - _figure(by_now, how, counts=counts)
    return (
        so_far + moved,
        f"{what}, moved as far as it still moved from here to the end of {before.name}.",
        True,
    )


def _figure(parts: Sequence[Part], how: Counted, *, counts: bool) -> Decimal:
    """The parts as one figure; all are known."""
    if counts:
        return weighted(parts, how.kind)[0]
    return mean([part.value for part in parts if part.value is not None])
