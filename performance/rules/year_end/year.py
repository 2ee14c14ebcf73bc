"""A year as its parts, and how an indicator's values make a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.choices import ValueKind, YearToDate

ADDED_UP = (ValueKind.COUNT, ValueKind.MONEY, ValueKind.DECIMAL)
"""The kinds of which a value from the start of the year can be parted into what each period added."""


@dataclass(frozen=True)
class Part:
    """One period of a year with its value in the indicator's unit; None where none is known or it is to come."""

    name: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def has_counts(self) -> bool:
        """Whether it says what share of what number its value is."""
        return self.numerator is not None and bool(self.denominator)


@dataclass(frozen=True)
class Year:
    """A year with a part for each of its periods, in their order; the first `ended` of them are over."""

    parts: tuple[Part, ...]
    ended: int
    name: str = ""
    """Such as "2025/26"."""

    @property
    def values(self) -> list[Decimal | None]:
        """The value of each period, in their order."""
        return [part.value for part in self.parts]

    @property
    def is_complete(self) -> bool:
        """Whether the value of every period is known."""
        return bool(self.parts) and all(part.value is not None for part in self.parts)


@dataclass(frozen=True)
class Counted:
    """How an indicator's values make a year."""

    kind: ValueKind
    method: YearToDate
    is_cumulative: bool = False
    """Whether each value includes the periods of the year before it. Then the latest is the year to date."""
    noun: str = "period"
    """What one period is called: "quarter", "month"."""

    @property
    def is_whole(self) -> bool:
        """Whether each value is the year's own, so that nothing is put together."""
        return self.noun == "year"

    @property
    def way(self) -> YearToDate:
        """The method in use."""
        return YearToDate.LATEST if self.is_cumulative else YearToDate(self.method)

    @property
    def adds_up(self) -> bool:
        """Whether the year is the sum of what its periods add."""
        if self.is_cumulative:
            return self.kind in ADDED_UP
        return self.way == YearToDate.SUM

    def number(self, count: int) -> str:
        """So many periods: "1 quarter", "3 quarters"."""
        return f"{count} {self.noun}{'' if count == 1 else 's'}"


def usual_method(kind: str, *, is_cumulative: bool, has_counts: bool = False) -> YearToDate:
    """How values of a kind mostly make a year; an administrator may say otherwise.

    Counts and sums of money add up. Shares are weighted where their numerators and denominators are kept.
    """
    if is_cumulative:
        return YearToDate.LATEST
    if kind == ValueKind.PERCENTAGE:
        return YearToDate.WEIGHTED if has_counts else YearToDate.MEAN
    if kind in (ValueKind.COUNT, ValueKind.MONEY):
        return YearToDate.SUM
    if kind in (ValueKind.DECIMAL, ValueKind.RATIO, ValueKind.DURATION):
        return YearToDate.MEAN
    return YearToDate.LATEST


def added(values: Sequence[Decimal | None], *, is_cumulative: bool) -> list[Decimal | None]:
    """What each period added: its value, or what it has over the period before it. None where that is not known."""
    if not is_cumulative:
        return list(values)
    before: list[Decimal | None] = [Decimal(0), *values[:-1]]
    return [
        now - then if now is not None and then is not None else None
        for now, then in zip(values, before, strict=True)
    ]
