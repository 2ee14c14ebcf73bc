"""What a value is judged by: its target, its rule and the values before it."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from performance.choices import RuleBasis
from performance.models import Indicator, IndicatorDefinition, Period, RatingRule, Return, Revision, Target

SAME_SEASON_DAYS = 20


@dataclass(frozen=True)
class RatingContext:
    """All that stands beside one indicator's value in one period."""

    indicator: Indicator
    period: Period
    target: Target | None = None
    rule: RatingRule | None = None
    previous: Revision | None = None
    last_year: Revision | None = None
    so_far: Revision | None = None
    """The value before this one, where it is of the same year."""
    recent: list[Revision] = field(default_factory=list)
    year_target: Target | None = None
    """The target of the whole year, where the period may have one of its own."""
    earlier: "Sequence[Before]" = ()
    """What stands of the periods before it in its year, newest first."""
    history: "Sequence[Before]" = ()
    """What stands of the two years before it, newest first."""

    @property
    def is_rated_on_forecast(self) -> bool:
        """Whether the rule rates what the year is expected to end at."""
        return self.rule is not None and self.rule.basis == RuleBasis.FORECAST

    @property
    def judged_by(self) -> Target | None:
        """The target that counts: the year's for a rule on the forecast, else the period's own before the year's."""
        return self.year_target if self.is_rated_on_forecast else self.target


class Before(NamedTuple):
    """A figure that stood before."""

    period: Period
    revision: Revision
    is_comparable: bool
    """Whether no new definition has broken the series since."""


def rating_contexts(indicators: Iterable[Indicator], period: Period) -> dict[int, RatingContext]:
    """The context of each indicator in the period, by indicator id; three queries however many there are."""
    rows = list(indicators)
    targets, year_targets = _targets(rows, period)
    own_rules, council_rule = _rules(rows, period)
    before = _standing_before(rows, period)
    contexts = {}
    for indicator in rows:
        history = before.get(indicator.pk, [])
        earlier = [each for each in history if each.period.year == period.year]
        contexts[indicator.pk] = RatingContext(
            indicator=indicator,
            period=period,
            target=targets.get(indicator.pk),
            rule=own_rules.get(indicator.pk, council_rule),
            previous=_previous(history, period),
            last_year=_last_year(history, period),
            so_far=_previous(earlier, period),
            recent=[each.revision for each in history[:8]],
            year_target=year_targets.get(indicator.pk),
            earlier=earlier,
            history=history,
        )
    return contexts


def with_before(context: RatingContext, before: Sequence[Before]) -> RatingContext:
    """The context with figures that will stand before its own, newest first, in place of older ones."""
    if not before:
        return context
    period = context.period
    of_the_year = [each for each in before if each.period.year == period.year]
    return replace(
        context,
        previous=_previous(before, period) or context.previous,
        last_year=_last_year(before, period) or context.last_year,
        so_far=_previous(of_the_year, period) or context.so_far,
        recent=[*(each.revision for each in before), *context.recent][:8],
        earlier=[*of_the_year, *_others(context.earlier, of_the_year)],
        history=[*before, *_others(context.history, before)],
    )


def _others(stood: Sequence[Before], new: Sequence[Before]) -> list[Before]:
    """Those of periods that no new one is of."""
    periods = {each.period for each in new}
    return [each for each in stood if each.period not in periods]


def _targets(indicators: list[Indicator], period: Period) -> tuple[dict[int, Target], dict[int, Target]]:
    """The target of the period itself where the year is profiled, else that of its year; and that of the year."""
    found = Target.objects.filter(
        Q(period=period) | Q(period=None, year=period.year), indicator__in=indicators
    )
    own: dict[int, Target] = {}
    of_year: dict[int, Target] = {}
    for target in found:
        (of_year if target.period_id is None else own)[target.indicator_id] = target
    return of_year | own, of_year


def _rules(indicators: list[Indicator], period: Period) -> tuple[dict[int, RatingRule], RatingRule | None]:
    """The newest rule up to the period's year: each indicator's own, and the council's."""
    own: dict[int, RatingRule] = {}
    council_rule = None
    rules = RatingRule.objects.filter(Q(indicator=None) | Q(indicator__in=indicators), year__lte=period.year)
    for rule in rules.order_by("year"):
        if rule.indicator_id is None:
            council_rule = rule
        else:
            own[rule.indicator_id] = rule
    return own, council_rule


def _standing_before(indicators: list[Indicator], period: Period) -> dict[int, list[Before]]:
    """Each indicator's signed-off values of the two years before the period, newest first."""
    since = period.starts_on - datetime.timedelta(days=2 * 366)
    rows = (
        Return.objects.filter(
            indicator__in=indicators,
            standing__isnull=False,
            period__ends_on__lt=period.starts_on,
            period__ends_on__gte=since,
        )
        .annotate(is_across_a_break=Exists(_breaks_until(period)))
        .select_related("period", "standing")
        .order_by("-period__ends_on")
    )
    history: dict[int, list[Before]] = {}
    for row in rows:
        if row.standing is not None:
            history.setdefault(row.indicator_id, []).append(
                Before(row.period, row.standing, is_comparable=not row.is_across_a_break)
            )
    return history


def _breaks_until(period: Period) -> QuerySet[IndicatorDefinition]:
    """For a return before the period: the definitions that broke its series since."""
    return IndicatorDefinition.objects.filter(
        indicator=OuterRef("indicator"),
        breaks_series=True,
        starts_on__gt=OuterRef("period__ends_on"),
        starts_on__lte=period.ends_on,
    )


def just_before(history: Sequence[Before], period: Period) -> Before | None:
    """What stands of the period just before, not of one longer ago: a gap is not a comparison, nor is a break."""
    for each in history:
        before = each.period
        days = (period.starts_on - before.ends_on).days
        if each.is_comparable and before.cycle_id == period.cycle_id and 0 < days <= SAME_SEASON_DAYS:
            return each
    return None


def _previous(history: Sequence[Before], period: Period) -> Revision | None:
    """The value of the period just before."""
    found = just_before(history, period)
    return found.revision if found else None


def _last_year(history: Sequence[Before], period: Period) -> Revision | None:
    """The value of the same period a year before."""
    for before, revision, is_comparable in history:
        apart = (period.ends_on - before.ends_on).days
        if is_comparable and before.cycle_id == period.cycle_id and abs(apart - 365) <= SAME_SEASON_DAYS:
            return revision
    return None
