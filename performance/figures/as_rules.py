"""Targets and rating rules of the register, as the rules take them."""

from performance.choices import RuleBasis, TargetBasis, TravelEffect, ZeroTarget
from performance.models import RatingRule
from performance.models import Target as TargetRow
from performance.rules.conventions import DEFAULT_RULE
from performance.rules.rule import Rule
from performance.rules.target import Target


def target_of(row: TargetRow | None) -> Target | None:
    """A target row as the rules take it."""
    if row is None:
        return None
    return Target(
        as_written=row.as_written,
        basis=TargetBasis(row.basis),
        value=row.value,
        low=row.low,
        high=row.high,
        words=row.words,
        change=row.change,
        base=row.base,
    )


def rule_of(row: RatingRule | None) -> Rule:
    """A rule row as the rules take it; without one the usual rule, amber down to 90% of the target."""
    if row is None:
        return DEFAULT_RULE
    return Rule(
        name=row.name,
        basis=RuleBasis(row.basis),
        amber_tolerance=row.amber_tolerance,
        green_tolerance=row.green_tolerance,
        inclusive=row.inclusive,
        green_at=row.green_at,
        amber_at=row.amber_at,
        zero_target=ZeroTarget(row.zero_target),
        travel_effect=TravelEffect(row.travel_effect),
    )
