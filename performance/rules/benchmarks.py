"""A value beside the published figure that the best quarter of councils reach."""

from dataclasses import dataclass
from decimal import Decimal

from performance.choices import Direction, ValueKind
from performance.rules.distance import Aim, distance
from performance.rules.wording import figure_words, gap_words


@dataclass(frozen=True)
class TopQuarter:
    """The published threshold of the top 25%, as imported; never worked out from part of the data."""

    value: Decimal
    """In the indicator's unit; for a level its rank."""
    words: str = ""
    """A level's name."""
    year: str = ""
    """Such as "2000/01"."""
    group: str = ""
    """Whom it compares, such as "unitary councils"."""


@dataclass(frozen=True)
class Comparison:
    """How a value stands against the top quarter."""

    is_in_top: bool | None
    """None when there is nothing to compare, or neither way is better."""
    short: Decimal | None
    """How far it is from the top quarter in the indicator's unit, never below 0; None where `is_in_top` is."""
    sentence: str


def compare(
    value: Decimal | None,
    top: TopQuarter,
    direction: Direction,
    *,
    kind: ValueKind = ValueKind.DECIMAL,
    unit: str = "",
) -> Comparison:
    """Whether the value is in the top quarter, and if not how far short of it. On the threshold is in it.

    A council that does better than the threshold is in the top quarter, however the two figures look side by side.
    """
    threshold = figure_words(top.value, kind, unit, top.words)
    source = ", ".join(filter(None, (top.group, top.year)))
    source = f" ({source})" if source else ""
    if direction not in (Direction.HIGHER, Direction.LOWER):
        return Comparison(None, None, f"Top 25%: {threshold}{source}.")
    reach = f"{threshold}{'' if kind == ValueKind.YES_NO else ' or better'}{source}"
    if value is None:
        return Comparison(None, None, f"There is no value to compare with the top quarter: {reach}.")
    short = distance(value, Aim.at(top.value, top.value, direction)).short
    if not short:
        return Comparison(True, short, f"In the top quarter: {reach}.")
    gap = "" if kind == ValueKind.YES_NO else f" by {gap_words(short, kind, unit)}"
    return Comparison(False, short, f"Short of the top quarter{gap}: {reach}.")
