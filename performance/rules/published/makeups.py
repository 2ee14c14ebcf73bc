"""Which numbers of rows a column of rounded percentages can have been worked out from."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from council.rag import whole_percentages

MOST_ROWS = 100
"""Beyond a hundred rows whole percentages fit too many numbers to say anything."""

REACH = 5
"""How many rows more than the table has are tried."""

MOST_LINES = 7


@dataclass(frozen=True)
class MakeUp:
    """Counts, in the order of the percentages, that give them; `methods` are the ways of rounding that do."""

    counts: tuple[int, ...]
    methods: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many rows there would be."""
        return sum(self.counts)


def half_up(share: Fraction) -> int:
    """To the nearest whole number, a half upwards: 12.5 becomes 13."""
    return math.floor(share + Fraction(1, 2))


def _one_by_one(rounded: Callable[[Fraction], int]) -> Callable[[Sequence[int]], list[int]]:
    return lambda counts: [rounded(Fraction(100 * count, sum(counts))) for count in counts]


METHODS: dict[str, Callable[[Sequence[int]], list[int]]] = {
    "half up": _one_by_one(half_up),
    "half to even": _one_by_one(round),
    "largest remainder": whole_percentages,
}
"""The ways in which whole percentages are made from counts that do not add to nought."""


def makeups(per_cents: Sequence[int], *, near: int) -> list[MakeUp]:
    """Every make-up of up to `near` + 5 rows with exactly these whole percentages, nearest total first.

    Empty when none fits, when the table is too long for percentages to tell (over 100 rows), or when there are
    over 7 percentages.
    """
    if not per_cents or near > MOST_ROWS or len(per_cents) > MOST_LINES:
        return []
    found = [makeup for total in range(1, near + REACH + 1) for makeup in _of_total(per_cents, total)]
    return sorted(found, key=lambda makeup: abs(makeup.total - near))


def _of_total(per_cents: Sequence[int], total: int) -> Iterator[MakeUp]:
    """The make-ups of one total: any way of rounding leaves a share within one per cent of the exact one."""
    near_enough = [
        [count for count in range(total + 1) if abs(Fraction(100 * count, total) - per_cent) < 1]
        for per_cent in per_cents
    ]
    for counts in product(*near_enough):
        if sum(counts) == total:
            methods = tuple(name for name, method in METHODS.items() if method(counts) == list(per_cents))
            if methods:
                yield MakeUp(counts, methods)
