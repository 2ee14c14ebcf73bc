"""What the other common rules would say of a figure that stands, beside the rule it was rated by."""

from collections.abc import Sequence
from dataclasses import dataclass

from council.rag import RATED, Rag
from performance.choices import NUMERIC_KINDS, Direction, TargetBasis, Travel, ValueKind, ValueStatus
from performance.figures.as_rules import rule_of
from performance.figures.forecasts import speaks_for_the_year_end
from performance.models import Indicator, Period, Revision
from performance.rules.rating import under_other_rules
from performance.rules.target import Target


@dataclass(frozen=True)
class OtherRating:
    """One of the other common rules, and what it would say."""

    name: str
    rule_words: str
    rating: Rag
    why: str
    differs: bool
    """Whether it is a rating, and another than that of the rule in use."""


def other_ratings(indicator: Indicator, standing: Revision, period: Period) -> list[OtherRating]:
    """The figure by each common rule that is not the one in use; none for words, or without a figure or a target."""
    if standing.value is None or indicator.value_kind not in NUMERIC_KINDS or not standing.target_as_written:
        return []
    if indicator.direction == Direction.NEITHER:
        return []
    is_of_the_year = speaks_for_the_year_end(period, ValueStatus(standing.value_status))
    others = under_other_rules(
        standing.value,
        _target(standing),
        Direction(indicator.direction),
        rule_of(standing.rule),
        kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
        decimals=indicator.decimals,
        forecast=standing.value if is_of_the_year else None,
        travel_long=Travel(standing.travel_long),
    )
    used = Rag(standing.rule_rating)
    return [
        OtherRating(
            rule.name,
            judged.rule_words,
            judged.status,
            judged.why,
            judged.status in RATED and judged.status != used,
        )
        for rule, judged in others
    ]


def others_in_words(others: Sequence[OtherRating]) -> str:
    """Such as "2 of 4 would rate it otherwise"."""
    if not others:
        return ""
    differing = sum(each.differs for each in others)
    return f"{differing or 'none'} of {len(others)} would rate it otherwise"


def _target(standing: Revision) -> Target:
    """The target that the figure was judged by, as it was then."""
    is_range = standing.target_low is not None
    return Target(
        as_written=standing.target_as_written,
        basis=TargetBasis.RANGE if is_range else TargetBasis.ABSOLUTE,
        value=standing.target_value,
        low=standing.target_low,
        high=standing.target_high,
    )
