"""How a figure, and the gap between two figures, is said in a sentence."""

import datetime
from decimal import ROUND_HALF_UP, Decimal

from council.dates import long_date
from council.numbers import format_number
from performance.choices import NUMERIC_KINDS, ValueKind

STORED_PLACES = 4
"""Decimal places that a figure is kept with."""


def rounded_beside(value: Decimal, target: Decimal | None, decimals: int) -> Decimal:
    """The value to so many decimal places, or as many more as it takes to stay on its own side of the target.

    So 94.96 against 95 is never read as 95 beside a rating that says it fell short.
    """
    for places in range(decimals, STORED_PLACES):
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if target is None or (rounded > target) - (rounded < target) == (value > target) - (value < target):
            return rounded
    return value


def plain(value: Decimal) -> str:
    """The number with thousands commas and every decimal that counts: 94.9500 is "94.95", 1E+3 is "1,000"."""
    written = f"{value:,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def figure_words(value: Decimal, kind: ValueKind, unit: str = "", words: str = "") -> str:
    """A value of the kind as a sentence says it: "43%", "£1,234.50", "10 days", "31 March 2003".

    Numbers to four decimal places, which is all that is kept. Words are used as they are for a level; without
    them a level is said by its number.
    """
    if kind in NUMERIC_KINDS:
        return format_number(value, quantity=str(kind), decimals=0, unit=unit)
    if kind == ValueKind.YES_NO:
        return "Yes" if value else "No"
    if kind == ValueKind.DATE:
        return long_date(datetime.date.fromordinal(int(value)))
    return words or f"Level {plain(value)}"


def gap_words(gap: Decimal, kind: ValueKind, unit: str = "") -> str:
    """A distance between two values of the kind, without sign: "5 points", "£500", "20 days", "1 level"."""
    nouns = {ValueKind.PERCENTAGE: "point", ValueKind.DATE: "day", ValueKind.LEVEL: "level"}
    if kind in nouns:
        return f"{plain(gap)} {nouns[kind]}{'' if gap == 1 else 's'}"
    return figure_words(gap, kind, unit)


def gap_unit(kind: ValueKind, unit: str = "") -> str:
    """What a distance between two values is measured in: "points", "days", "levels" or the unit."""
    units = {ValueKind.PERCENTAGE: "points", ValueKind.DATE: "days", ValueKind.LEVEL: "levels"}
    return units.get(kind, unit or ("£" if kind == ValueKind.MONEY else ""))
