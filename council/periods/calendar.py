"""Many spans side by side: what is wrong with them as a calendar, and which one is meant."""

from collections.abc import Iterable
from datetime import date
from itertools import accumulate, combinations
from typing import NamedTuple

from council.periods import words
from council.periods.span import Frequency, Span, months_on, spans
from council.periods.words import ONE_DAY
from council.periods.years import MunicipalYear, financial_year, municipal_year


class BothYears(NamedTuple):
    """The same day in both calendars; `municipal` is None where no annual meeting on record began it."""

    quarter: Span
    financial: Span
    municipal: MunicipalYear | None


def both_years(day: date, annual_meetings: Iterable[date]) -> BothYears:
    """One day in both calendars. 10 May 2017 is in 2017/18 by the one, and in 2016/17 by the other."""
    year = financial_year(day)
    quarter = next(span for span in spans(Frequency.QUARTERLY, year=year) if day in span)
    try:
        municipal = municipal_year(day, annual_meetings)
    except ValueError:
        municipal = None
    return BothYears(quarter, spans(Frequency.ANNUAL, year=year)[0], municipal)


def gaps_and_overlaps(listed: Iterable[Span]) -> list[str]:
    """What is wrong with the spans as a calendar, a sentence each: days in two, days in none."""
    ordered = sorted(listed)
    overlaps = [
        f"{earlier.name} and {later.name} both cover {words.days(later.start, min(earlier.end, later.end))}."
        for earlier, later in combinations(ordered, 2)
        if later.start <= earlier.end
    ]
    gaps = [
        f"No period covers {words.days(reached + ONE_DAY, span.start - ONE_DAY)}."
        for reached, span in zip(accumulate((span.end for span in ordered), max), ordered[1:], strict=False)
        if span.start > reached + ONE_DAY
    ]
    return overlaps + gaps


def latest_ended(listed: Iterable[Span], on: date) -> Span | None:
    """The span that ended last before the day; a span is not over on its last day."""
    return max((span for span in listed if span.end < on), key=lambda span: span.end, default=None)


def same_period_last_year(span: Span, listed: Iterable[Span]) -> Span | None:
    """The span of the same days a year before; none where the boundaries have moved, never a near miss."""
    start, following = months_on(span.start, -12), months_on(span.end + ONE_DAY, -12)
    return next((other for other in listed if (other.start, other.end) == (start, following - ONE_DAY)), None)
