"""What is analysed: the figures of one indicator in order of time, and where its limits start anew."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from council.numbers.question import Quantity, Question
from performance.choices import NUMERIC_KINDS, Direction, ValueKind
from performance.rules.spc.kinds import Cause


class Reading(NamedTuple):
    """One period of the series: its figure, or why there is none."""

    label: str
    """Such as "Quarter 2 2026/27"."""
    starts_on: datetime.date
    ends_on: datetime.date
    value: Decimal | None = None
    """In the indicator's unit."""
    absent: str = ""
    """Why there is no value: "not known", "no return", "not due", "carried forward", "forecast"."""
    is_gap: bool = False
    """Whether a value ought to be there. What was not due, or is no new measurement, leaves no gap."""
    year: int = 0
    """The year it is reported under; asked for only of running totals."""
    opens_year: bool = False
    """Whether it is the first period of its year; asked for only of running totals."""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    """The two ends of a target that is a range."""


class Start(NamedTuple):
    """A day from which limits start anew, with its reason in words."""

    day: datetime.date
    cause: Cause
    name: str
    """Such as "Rebase", "Definition 2"."""
    why: str = ""


@dataclass(frozen=True)
class Series:
    """The figures of one indicator, oldest first, with all that is known of how to read them."""

    readings: tuple[Reading, ...]
    direction: Direction = Direction.HIGHER
    kind: ValueKind = ValueKind.DECIMAL
    starts: tuple[Start, ...] = ()
    unit: str = ""
    decimals: int = 0
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    is_cumulative: bool = False
    no_target_because: str = ""
    """Why its readings have no target to be held against, where the indicator may have one."""

    @property
    def is_numeric(self) -> bool:
        return self.kind in NUMERIC_KINDS

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest value there can be, those of the kind unless the register says others."""
        asked = Question(Quantity(str(self.kind)), minimum=self.minimum, maximum=self.maximum)
        return asked.lowest, asked.highest
