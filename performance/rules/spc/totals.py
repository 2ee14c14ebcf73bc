"""Running totals taken apart: each period's own figure, for values that count from the start of the year.

The total of a year to date only ever rises, and falls back each April: neither says anything about change.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from performance.choices import ValueKind
from performance.rules.spc.series import Reading, Series

SHARES = (ValueKind.PERCENTAGE, ValueKind.RATIO)
"""Kinds whose running figure is a share: only its counts can be taken apart."""

APART = "Returns count from the start of the year; each period is judged by what it added itself."
NO_TARGET = "The target is for the year so far, and the periods are judged one by one."
WITHOUT_COUNTS = (
    "A share that counts from the start of the year can be taken apart into single periods only where its counts are "
    "known, such as 36 of 80."
)


class TakenApart(NamedTuple):
    """The series period by period, or the sentence that says why it cannot be had."""

    series: Series
    problem: str = ""


def taken_apart(series: Series) -> TakenApart:
    """Each period's own figure. A period whose predecessor in the year has no value has none itself: a gap."""
    is_share = series.kind in SHARES
    if is_share and any(_lacks_counts(each) for each in series.readings):
        return TakenApart(series, WITHOUT_COUNTS)
    own = tuple(_own(series.readings, is_share=is_share, per_cent=series.kind == ValueKind.PERCENTAGE))
    fell = next((each for each in own if _fell(each, series)), None)
    if fell is not None:
        return TakenApart(
            series,
            f"The total for the year so far is lower at {fell.label} than before it, so it is no running total.",
        )
    return TakenApart(replace(series, readings=own, is_cumulative=False))


def _lacks_counts(reading: Reading) -> bool:
    return reading.value is not None and (reading.numerator is None or reading.denominator is None)


def _fell(reading: Reading, series: Series) -> bool:
    """Whether the period took something away from a total that cannot be below nought."""
    return reading.value is not None and reading.value < 0 and series.ends[0] >= 0


def _own(readings: tuple[Reading, ...], *, is_share: bool, per_cent: bool) -> Iterator[Reading]:
    before: Reading | None = None
    for each in readings:
        if each.value is None and not each.is_gap:
            yield each
            continue
        if each.opens_year:
            yield _alone(each)
        elif each.value is None:
            yield each
        elif before is None or before.value is None or before.year != each.year:
            yield _alone(each)._replace(value=None, absent="no total before it in its year", is_gap=True)
        else:
            yield _less(each, before, is_share=is_share, per_cent=per_cent)
        before = each


def _alone(reading: Reading) -> Reading:
    """The reading of a period alone; a target in figures is for the year so far, one of a share holds for both."""
    return reading._replace(target=None, low=None, high=None) if reading.numerator is None else reading


def _less(reading: Reading, before: Reading, *, is_share: bool, per_cent: bool) -> Reading:
    """What the period added to the total before it."""
    if not is_share:
        return reading._replace(target=None, low=None, high=None, value=_added(reading.value, before.value))
    part = _added(reading.numerator, before.numerator)
    whole = _added(reading.denominator, before.denominator)
    if whole <= 0:
        return reading._replace(value=None, absent="nothing was counted", is_gap=True)
    share = part / whole * (100 if per_cent else 1)
    return reading._replace(value=share.quantize(Decimal("0.0001")), numerator=part, denominator=whole)


def _added(after: Decimal | None, before: Decimal | None) -> Decimal:
    return (after or Decimal(0)) - (before or Decimal(0))
