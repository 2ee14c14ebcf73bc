"""Targets and rules that the tests of ratings share."""

from decimal import Decimal

from performance.choices import RuleBasis, TargetBasis
from performance.rules.rating import Rule
from performance.rules.target import Target

BOUNDARY_NOT_INCLUDED = Rule(name="Boundary not included", inclusive=False)
FIVE_POINTS = Rule(
    name="Five points", basis=RuleBasis.POINTS, amber_tolerance=Decimal(5), green_tolerance=Decimal(2)
)
THRESHOLDS = Rule(name="90 and 70", basis=RuleBasis.THRESHOLDS, green_at=Decimal(90), amber_at=Decimal(70))


def figure(value):
    """A figure to reach."""
    return Target(str(value), TargetBasis.ABSOLUTE, value=Decimal(value))


def span(low, high):
    """Two figures to stay between."""
    return Target(f"{low} to {high}", TargetBasis.RANGE, low=Decimal(low), high=Decimal(high))


def words(text, rank=None):
    """Words to reach, with their rank when they have one."""
    return Target(text, TargetBasis.WORDS, words=text, value=None if rank is None else Decimal(rank))
