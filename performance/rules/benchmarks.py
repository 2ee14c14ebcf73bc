"""A value beside published figures of other councils: quarters, median, mean, a named council, a rank.

Thresholds are taken as published and never worked out from part of the data (Best Value plans compare with other
authorities' previous years; LG Inform cuts quarters as groups of equal count). Which way of cutting a publisher used is
kept beside the figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from performance.choices import BenchmarkKind, Direction, ValueKind
from performance.rules.distance import Aim, distance
from performance.rules.wording import figure_words, gap_words

ORDERED = (Direction.HIGHER, Direction.LOWER)
"""Directions in which one figure is better than another."""
FEWEST_FOR_A_PLACE = 2
"""Named councils from which a place among them says something."""

_RANK = re.compile(r"(\d{1,6})(?:st|nd|rd|th)?\s*(?:of|/|out of)\s*(\d{1,6})", re.IGNORECASE)


class RankProblem(ValueError):
    """A rank that cannot be read; its words say what to do."""


@dataclass(frozen=True)
class Published:
    """A published figure, as imported."""

    value: Decimal
    """In the indicator's unit; for a level its rank."""
    words: str = ""
    """A level's name."""
    year: str = ""
    """Such as "2000/01"."""
    group: str = ""
    """Whom it compares, such as "unitary councils"."""
    kind: BenchmarkKind = BenchmarkKind.TOP_QUARTER
    label: str = ""
    """The name of a named council."""

    @property
    def source(self) -> str:
        """Whom it compares and when, in brackets; "" where neither is known."""
        said = ", ".join(filter(None, (self.group, self.year)))
        return f" ({said})" if said else ""

    @property
    def called(self) -> str:
        """What it is inside a sentence."""
        return _CALLED.get(self.kind) or self.label or "the named council"


_CALLED = {
    BenchmarkKind.TOP_QUARTER: "the top quarter",
    BenchmarkKind.BOTTOM_QUARTER: "the bottom quarter",
    BenchmarkKind.MEDIAN: "the median",
    BenchmarkKind.MEAN: "the mean",
}


@dataclass(frozen=True)
class Comparison:
    """How a value stands against a published figure."""

    is_better: bool | None
    """Whether it reaches the figure; None when there is nothing to compare, or neither way is better."""
    short: Decimal | None
    """How far it falls short, in the indicator's unit, never below 0; None where `is_better` is."""
    sentence: str


def compare(
    value: Decimal | None,
    published: Published,
    direction: Direction,
    *,
    kind: ValueKind = ValueKind.DECIMAL,
    unit: str = "",
    places: int | None = None,
) -> Comparison:
    """Where the value stands beside the figure, and how far from it, with the `places` the value is shown with.

    On the threshold of the top quarter is in it, on that of the bottom quarter is in that. A council that does better
    than a threshold is never told that it falls short, however the two figures look side by side.
    """
    figure = figure_words(published.value, kind, unit, published.words)
    if direction not in ORDERED:
        return Comparison(None, None, f"{_start(published.called)}: {figure}{published.source}.")
    is_threshold = published.kind in (BenchmarkKind.TOP_QUARTER, BenchmarkKind.BOTTOM_QUARTER)
    way = " or worse" if published.kind == BenchmarkKind.BOTTOM_QUARTER else " or better"
    reach = f"{figure}{way if is_threshold and kind != ValueKind.YES_NO else ''}{published.source}"
    if value is None:
        return Comparison(None, None, f"There is no value to compare with {published.called}: {reach}.")
    short = distance(value, Aim.at(published.value, published.value, direction)).short or Decimal(0)
    gap = _gap(_seen_gap(value, published.value, places), kind, unit)
    if is_threshold:
        return _beside_threshold(value, published, short, gap, reach)
    if value == published.value:
        return Comparison(True, short, f"The same as {published.called}: {reach}.")
    word = "Worse" if short else "Better"
    return Comparison(not short, short, f"{word} than {published.called}{gap}: {reach}.")


def _beside_threshold(
    value: Decimal, published: Published, short: Decimal, gap: str, reach: str
) -> Comparison:
    if published.kind == BenchmarkKind.BOTTOM_QUARTER:
        if short or value == published.value:
            return Comparison(False, short, f"In the bottom quarter: {reach}.")
        return Comparison(True, short, f"Clear of the bottom quarter{gap}: {reach}.")
    if not short:
        return Comparison(True, short, f"In the top quarter: {reach}.")
    return Comparison(False, short, f"Short of the top quarter{gap}: {reach}.")


def _seen_gap(value: Decimal, published: Decimal, places: int | None) -> Decimal:
    """The distance as a reader can work it out: from the rounded value, unless rounding hides which one is better.

    Then it has as many places as tell the two apart, four at most.
    """
    gap = abs(value - published)
    if places is None or not gap:
        return gap
    seen = _round(value, places)
    if seen != published and (seen > published) == (value > published):
        return abs(seen - published)
    return next((near for more in range(places, 5) if (near := _round(gap, more))), Decimal(0))


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _gap(gap: Decimal, kind: ValueKind, unit: str) -> str:
    return "" if kind == ValueKind.YES_NO or not gap else f" by {gap_words(gap, kind, unit)}"


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]


def read_rank(text: str) -> tuple[int, int]:
    """The rank and how many there are, from "12 of 45", "12th out of 45" or "12/45". RankProblem otherwise."""
    found = _RANK.fullmatch(text.strip())
    rank, out_of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not found:
        raise RankProblem("Enter the rank and how many there are, such as 12 of 45")
    if not 1 <= rank <= out_of:
        raise RankProblem(f"A rank is between 1 and {out_of}: look at both numbers again")
    return rank, out_of


def rank_sentence(rank: int, out_of: int, *, year: str = "", group: str = "") -> str:
    """The rank in words, with the quarter it is in when the councils are cut into four groups of equal count."""
    source = ", ".join(filter(None, (group, year)))
    said = f"{ordinal(rank)} of {out_of}{f' ({source})' if source else ''}, where 1st is best"
    if out_of < 4:
        return f"{said}."
    quarter = ("first", "second", "third", "last")[(2 * rank - 1) * 2 // out_of]
    return f"{said}: in the {quarter} quarter, cut as four groups of equal count."


def place_among(own: Decimal, others: Sequence[Decimal], direction: Direction) -> str:
    """Our place among named councils, ties sharing the better place; "" where too few or neither way is better."""
    if direction not in ORDERED or len(others) < FEWEST_FOR_A_PLACE:
        return ""
    better = sum(each > own if direction == Direction.HIGHER else each < own for each in others)
    shared = " equal" if own in others else ""
    return f"{ordinal(better + 1)}{shared} of {len(others) + 1}, the best first; equal figures share a place"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
