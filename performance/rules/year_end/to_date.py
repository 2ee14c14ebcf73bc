"""What a year comes to so far: the sum, the latest, the mean, or the mean weighted by denominator."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.choices import ValueKind, YearToDate
from performance.rules.distance import exactly
from performance.rules.published.sentences import listed
from performance.rules.wording import plain
from performance.rules.year_end.year import Counted, Part, Year

NOTHING = "Nothing of the year is known yet."
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class ToDate:
    """A year so far: its figure in the indicator's unit, None where nothing is known, and how it came about."""

    value: Decimal | None
    known: int
    """How many periods are in it."""
    words: str
    """The method and what is missing: "The sum of 2 of 3 quarters; quarter 2 2026/27 is not known."."""


def year_to_date(year: Year, how: Counted) -> ToDate:
    """The year so far by the indicator's method, from the periods that are over and known."""
    over = year.parts[: year.ended]
    known = [part for part in over if part.value is not None]
    if not known:
        return ToDate(None, 0, NOTHING)
    if how.is_whole:
        return ToDate(known[0].value, 1, _counts_alone(known[0]))
    if how.way == YearToDate.LATEST:
        return _latest(over, known[-1], how)
    count = f"{len(known)} of {how.number(len(over))}" if len(known) < len(over) else how.number(len(over))
    value, words = _together(known, how, count)
    return ToDate(value, len(known), f"{words}{_missing(over)}.")


def _counts_alone(part: Part) -> str:
    """What share a year of one part is: "54 of 72."; "" where its value is just a figure, of which no method speaks."""
    return f"{weighted([part], ValueKind.PERCENTAGE)[1]}." if part.has_counts else ""


def _together(known: Sequence[Part], how: Counted, count: str) -> tuple[Decimal, str]:
    """The known values as one, and how."""
    values = [part.value for part in known if part.value is not None]
    if how.way == YearToDate.SUM:
        return sum(values, Decimal(0)), f"The sum of {count}"
    bare = [part.name for part in known if not part.has_counts]
    if how.way == YearToDate.WEIGHTED and not bare:
        value, counts = weighted(known, how.kind)
        return value, f"{counts}, all of {count} together"
    words = f"The mean of {count}"
    if how.way == YearToDate.WEIGHTED:
        words += f", not weighted because {listed(bare)} {_has(bare)} no numerator and denominator"
    return mean(values), words


def weighted(parts: Sequence[Part], kind: ValueKind) -> tuple[Decimal, str]:
    """The sum of the numerators over the sum of the denominators, and both in words: "54 of 72"."""
    above = sum((part.numerator or Decimal(0) for part in parts), Decimal(0))
    below = sum((part.denominator or Decimal(0) for part in parts), Decimal(0))
    with exactly():
        value = above / below * (HUNDRED if kind == ValueKind.PERCENTAGE else 1)
    return value, f"{plain(above)} of {plain(below)}"


def mean(values: Sequence[Decimal]) -> Decimal:
    """The plain mean of values, of which there is one at least."""
    with exactly():
        return sum(values, Decimal(0)) / len(values)


def _latest(over: Sequence[Part], newest: Part, how: Counted) -> ToDate:
    place = over.index(newest) + 1
    said = (
        "Counted from the start of the year to the end of"
        if how.is_cumulative
        else "The latest value, that of"
    )
    return ToDate(newest.value, place, f"{said} {newest.name}{_missing(over[place:])}.")


def _missing(parts: Sequence[Part]) -> str:
    names = [part.name for part in parts if part.value is None]
    return f"; {listed(names)} {'is' if len(names) == 1 else 'are'} not known" if names else ""


def _has(names: Sequence[str]) -> str:
    return "has" if len(names) == 1 else "have"
