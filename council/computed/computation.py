"""What a source is at the roof: its words, how it is counted, and where its records are listed."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from performance.models import Indicator, Period
from performance.rules.computed import Counted, Over, Source
from portfolios.models import Service

Count = Callable[[datetime.date, datetime.date, set[int] | None], Counted]
"""Counts from one day to another, with both, for the given services or for the whole council."""


@dataclass(frozen=True)
class Computation:
    """A source with the function that counts it."""

    source: Source
    count: Count

    def of(self, indicator: Indicator, period: Period) -> Counted:
        """The count for an indicator and period: of the whole council, or of its service and all below it."""
        services = None if indicator.is_council_wide else Service.objects.ids_below([indicator.service_id])
        return self.count(period.starts_on, period.ends_on, services)


def listed(*parts: tuple[int, str, str]) -> str:
    """Sentences for what was counted apart: of each a number, the words for one, the words for more."""
    return " ".join(f"{number} {one if number == 1 else more}." for number, one, more in parts if number)


def due_within(over: Over) -> str:
    """What the address of a list of records says of the days of a figure."""
    return f"due_from={over.starts_on:%d/%m/%Y}&due_to={over.ends_on:%d/%m/%Y}"
