"""What the figures of an indicator were, and how officers wrote them down."""

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from council.demo.chance import share, spread
from council.demo.plan import Course, DemoIndicator
from performance.choices import ValueKind

QUARTER_DAYS = 91.31
QUARTERS = 20
BARE = 0.2
"""The share of percentages that officers write without their sign."""


@dataclass(frozen=True)
class When:
    """The period a figure is for."""

    ends_on: datetime.date
    age: int
    part: int
    quarters_back: float
    """From the end of the newest quarter; below 0 after it."""
    year: int

    @property
    def quarter(self) -> int:
        """The quarter of the financial year it ends in, from 0."""
        return (self.ends_on.month - 4) % 12 // 3


def when(ends_on: datetime.date, *, age: int, part: int, year: int, newest_end: datetime.date) -> When:
    """The period that ended on a day."""
    return When(ends_on, age, part, (newest_end - ends_on).days / QUARTER_DAYS, year)


def written(indicator: DemoIndicator, periods: list[When], *, old_definition: bool = False) -> str:
    """The value as the officer wrote it; `periods` are those of the year up to the one meant, the last."""
    at = periods[-1]
    if indicator.says:
        said = indicator.says[min(at.age, len(indicator.says) - 1)]
        return said.format(year=at.year, next=at.year + 1)
    assert indicator.course is not None
    adding = periods if indicator.adds_up and indicator.kind == ValueKind.COUNT else [at]
    # Each period is rounded before it is added, as whole trees and homes are counted.
    figure = sum(round(value_at(indicator, indicator.course, each), indicator.decimals) for each in adding)
    if old_definition:
        figure += indicator.course.old_definition
    return _said(indicator, figure, at)


def value_at(indicator: DemoIndicator, course: Course, at: When) -> float:
    """The course at one period, not yet rounded."""
    per_quarter = (course.now - course.then) / QUARTERS
    trend = course.now - per_quarter * at.quarters_back
    chance = course.swing * spread(indicator.key, at.ends_on)
    return trend + course.season[at.quarter] + course.bumps.get(at.age, 0) + chance


def rounded(figure: float | Decimal, decimals: int) -> Decimal:
    """To so many places, halves away from nought."""
    return Decimal(str(figure)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _said(indicator: DemoIndicator, figure: float, at: When) -> str:
    if indicator.kind == ValueKind.PERCENTAGE:
        return _percentage(indicator, min(max(figure, 0), 100), at)
    value = rounded(figure if indicator.lowest else max(figure, 0), indicator.decimals)
    if indicator.kind == ValueKind.MONEY and not indicator.unit:
        return f"£{value:,}"
    return f"{value:,}"


def _percentage(indicator: DemoIndicator, figure: float, at: When) -> str:
    """A share with its counts ("22 of 25") where those are known, else a figure."""
    usual = indicator.course.out_of if indicator.course else 0
    if usual:
        whole = round(usual * (0.85 + 0.3 * share("whole", indicator.key, at.ends_on)))
        return f"{round(whole * figure / 100)} of {whole}"
    sign = "" if share("sign", indicator.key, at.ends_on) < BARE else "%"
    return f"{rounded(figure, indicator.decimals)}{sign}"
