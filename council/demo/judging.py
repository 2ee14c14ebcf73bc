"""Judges the returns of the past in their order, each by what stood beside it on the day it was handed in."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from council.demo.targets import Targets
from performance.figures.assessment import Assessment, Entry, assess
from performance.figures.context import SAME_SEASON_DAYS, Before, RatingContext
from performance.models import Indicator, IndicatorDefinition, Period, RatingRule, Revision

RECENT = 8


def breaks_in_series() -> dict[int, list[datetime.date]]:
    """By indicator, the days on which a new definition broke its series."""
    found: defaultdict[int, list[datetime.date]] = defaultdict(list)
    broken = IndicatorDefinition.objects.filter(breaks_series=True, starts_on__isnull=False)
    for indicator, day in broken.values_list("indicator_id", "starts_on"):
        if day is not None:
            found[indicator].append(day)
    return found


@dataclass(frozen=True)
class Stood:
    """A figure that was signed off."""

    period: Period
    revision: Revision
    at: datetime.datetime


@dataclass
class Judge:
    """The targets, the rules and every figure signed off so far."""

    targets: Targets
    rules: list[RatingRule]
    breaks: dict[int, list[datetime.date]]
    """As `breaks_in_series` gives them."""
    stood: defaultdict[int, list[Stood]] = field(default_factory=lambda: defaultdict(list))
    """By indicator, newest first."""

    def assess(
        self, indicator: Indicator, period: Period, entry: Entry, *, at: datetime.datetime
    ) -> Assessment:
        """The entry read and judged as it was then. AssertionError for a value that cannot be read."""
        before = [each for each in self.stood[indicator.pk] if each.at < at and each.period != period]
        broken = [day for day in self.breaks.get(indicator.pk, ()) if day <= period.ends_on]
        alike = [each for each in before if not any(day > each.period.ends_on for day in broken)]
        history = [
            Before(each.period, each.revision, is_comparable=each in alike)
            for each in before
            if each.period.ends_on < period.starts_on
        ]
        assessment = assess(
            RatingContext(
                indicator=indicator,
                period=period,
                target=self.targets.of(indicator.pk, period),
                rule=self.rule_of(indicator, period),
                previous=_apart(alike, period, days=0, from_start=True),
                last_year=_apart(alike, period, days=365),
                recent=[each.revision for each in before[:RECENT]],
                year_target=self.targets.of_year.get((indicator.pk, period.year)),
                earlier=[each for each in history if each.period.year == period.year],
                history=history,
            ),
            entry,
        )
        assert not assessment.problems, (str(indicator), period.name, entry.as_written, assessment.problems)
        return assessment

    def rule_of(self, indicator: Indicator, period: Period) -> RatingRule | None:
        """The newest rule up to the period's year: the indicator's own, else the council's."""
        in_force = [rule for rule in self.rules if rule.year <= period.year]
        own = [rule for rule in in_force if rule.indicator_id == indicator.pk]
        return max(
            own or [rule for rule in in_force if rule.indicator_id is None],
            key=lambda rule: rule.year,
            default=None,
        )

    def sign_off(
        self, indicator: Indicator, period: Period, content: dict[str, Any], at: datetime.datetime
    ) -> None:
        """Lets a figure stand, in place of one that stood for the same period."""
        kept = [each for each in self.stood[indicator.pk] if each.period != period]
        kept.append(Stood(period, Revision(**content), at))
        self.stood[indicator.pk] = sorted(kept, key=lambda each: each.period.ends_on, reverse=True)


def _apart(before: list[Stood], period: Period, *, days: int, from_start: bool = False) -> Revision | None:
    """The figure of the period so many days before this one, within what `rating_contexts` allows."""
    end = period.starts_on if from_start else period.ends_on
    for each in before:
        gap = (end - each.period.ends_on).days - days
        if abs(gap) <= SAME_SEASON_DAYS:
            return each.revision
    return None
