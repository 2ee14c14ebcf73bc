"""A rating rule: what still counts as green and as amber, and what is wrong with a rule that cannot work."""

from dataclasses import dataclass
from decimal import Decimal

from performance.choices import Direction, RuleBasis, TravelEffect, ZeroTarget

MEASURED_IN_PER_CENT = (RuleBasis.PER_CENT_OF_TARGET, RuleBasis.FORECAST)
"""The bases whose tolerances are per cent of the target."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """How a value becomes red, amber or green.

    Tolerances say how far short of the target a value may fall: in per cent of the target's size, or under
    the points basis in the indicator's own unit. On the target is always green. A value exactly on any other
    line gets the better status when `inclusive`, else the worse.
    """

    name: str
    basis: RuleBasis = RuleBasis.PER_CENT_OF_TARGET
    amber_tolerance: Decimal = Decimal(10)
    green_tolerance: Decimal = Decimal(0)
    inclusive: bool = True
    green_at: Decimal | None = None
    """Under fixed thresholds: where green begins, in the indicator's unit."""
    amber_at: Decimal | None = None
    """Under fixed thresholds: where amber begins, in the indicator's unit."""
    zero_target: ZeroTarget = ZeroTarget.ANY_MISS_RED
    """A share of nought is undefined, so under a per cent basis a target of nought has a rule of its own."""
    travel_effect: TravelEffect = TravelEffect.NONE

    def allows(self, short: Decimal, allowed: Decimal) -> bool:
        """Whether falling short by this much is still within what is allowed."""
        return short <= allowed if self.inclusive else short < allowed


@dataclass(frozen=True)
class RuleProblem:
    """Why a rule cannot work, at the field to change."""

    field: str
    sentence: str


def rule_problems(rule: Rule, direction: Direction | None = None) -> list[RuleProblem]:
    """What stops the rule from rating; empty when nothing does. The direction matters to thresholds only."""
    problems = []
    if rule.green_tolerance < 0:
        problems.append(RuleProblem("green_tolerance", "Enter 0 or more for how far short is still green"))
    if rule.amber_tolerance < rule.green_tolerance:
        problems.append(RuleProblem("amber_tolerance", "Amber must reach at least as far as green"))
    if rule.basis == RuleBasis.THRESHOLDS:
        problems += _threshold_problems(rule, direction)
    return problems


def _threshold_problems(rule: Rule, direction: Direction | None) -> list[RuleProblem]:
    if rule.green_at is None:
        return [RuleProblem("green_at", "Enter the figure where green begins")]
    if rule.amber_at is None:
        return [RuleProblem("amber_at", "Enter the figure where amber begins")]
    if direction == Direction.HIGHER and rule.amber_at > rule.green_at:
        return [
            RuleProblem("amber_at", "Higher is better, so amber must begin at or below where green begins")
        ]
    if direction == Direction.LOWER and rule.amber_at < rule.green_at:
        return [
            RuleProblem("amber_at", "Lower is better, so amber must begin at or above where green begins")
        ]
    if direction == Direction.RANGE:
        return [RuleProblem("basis", "Fixed thresholds cannot rate a range. Choose per cent or points")]
    return []
