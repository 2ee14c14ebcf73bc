"""Years as councils write them: 2000/01, 2002/3, 2003-5, 2002_03, 02/03."""

import re
from dataclasses import dataclass

from council.dates.exact import short_year

LONGEST_SPAN = 5

_LONG = re.compile(r"(?<![\d/.])((?:19|20)\d\d)(?:\s?([/_\-–])\s?(\d{4}|\d{1,2}))?(?![\d/])")
_SHORT = re.compile(r"(?<![\d/.])(\d\d)([/\-])(\d\d)(?![\d/.])")


@dataclass(frozen=True)
class WrittenYear:
    """A year, or a span of years, as it stands in a text.

    `start` and `end` are calendar years: 2002/03 starts in 2002 and ends in 2003. `style` tells one way of
    writing from another: the separator and how many figures follow it ("/2" for 2002/03, "/1" for 2002/3), and
    "" for a single year.
    """

    as_written: str
    start: int
    end: int
    style: str


def years_in(text: str) -> list[WrittenYear]:
    """Every year and span of years in a text, in its order. A text without any gives an empty list."""
    written = (_written(match, int(match[1])) for match in _LONG.finditer(text))
    return [year for year in written if year]


def heading_year(heading: str) -> WrittenYear | None:
    """The year that a heading names, or None; in a heading "02/03" is a year too, and cannot be a date."""
    for year in years_in(heading):
        return year
    for match in _SHORT.finditer(heading):
        short = _written(match, short_year(match[1]))
        if short and short.end == short.start + 1:
            return short
    return None


def _written(match: re.Match[str], start: int) -> WrittenYear | None:
    separator, tail = match[2], match[3]
    if not tail:
        return WrittenYear(match[0], start, start, "")
    end = _end(start, tail)
    if not start < end <= start + LONGEST_SPAN:
        return None
    return WrittenYear(match[0], start, end, f"{separator}{len(tail)}")


def _end(start: int, tail: str) -> int:
    """The year that the figures after the separator stand for: the next one that ends in them."""
    base: int = 10 ** len(tail)
    end = start - start % base + int(tail)
    return end if end > start else end + base
