"""How a figure, and the gap between two figures, is said in a sentence."""

import datetime
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from council.dates import long_date
from council.numbers import format_number
from performance.choices import NUMERIC_KINDS, Known, ValueKind, ValueStatus

STORED_PLACES = 4
"""Decimal places that a figure is kept with."""


def rounded_beside(value: Decimal, target: Decimal | None, decimals: int) -> Decimal:
    """The value to so many decimal places, or as many more as it takes to stay on its own side of the target.

    So 94.96 against 95 is never read as 95 beside a rating that says it fell short.
    """
    return rounded_among(value, () if target is None else (target,), decimals)


def rounded_among(value: Decimal, lines: Sequence[Decimal], decimals: int) -> Decimal:
    """As `rounded_beside`, beside several lines; with no fewer places than the first of them, the target, has.

    A figure with one decimal place is shown whole: 70.5 is nobody's 71.
    """
    least = max(decimals, _places(lines[0])) if lines else decimals
    return rounded_at(value, lines, least) if _places(value) > 1 else value


def rounded_at(value: Decimal, lines: Sequence[Decimal], decimals: int) -> Decimal:
    """The value to so many decimal places, or as many more as it takes to stay on its own side of each of the lines."""
    if _places(value) <= decimals:
        return value
    for places in range(decimals, STORED_PLACES):
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if all((rounded > line) - (rounded < line) == (value > line) - (value < line) for line in lines):
            return rounded
    return value


def _places(value: Decimal) -> int:
    """How many decimal places count, of the four that are kept: 1 of 70.5000."""
    written = f"{value:f}".partition(".")[2].rstrip("0")
    return min(len(written), STORED_PLACES)


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


def sure_words(*, known: str, value_status: str, carried_from: str = "") -> str:
    """How sure a value is, where it is not simply actual: "estimate"; "carried forward, last measured March 2026"."""
    if known != Known.KNOWN or value_status == ValueStatus.ACTUAL:
        return ""
    measured = f", last measured {carried_from}" if carried_from else ""
    return f"{ValueStatus(value_status).label.lower()}{measured}"


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
