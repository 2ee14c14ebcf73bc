"""XmR limits: the mean of the values, and as far to both sides as their moving ranges allow.

Values are taken as whole numbers (ten-thousandths, say) and compared as such, so that what lies exactly on a limit
is found to lie exactly on it.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

LIMIT = (266, 100)
"""Limits lie 2.66 average moving ranges from the mean: three sigma, as sigma is a moving range / 1.128."""
SCREEN = (3267, 1000)
"""A moving range of 3.267 average ones or more is no ordinary one."""

_COMMON = 300
"""Over which 2.66 and two thirds of it are both whole."""


class Xmr(NamedTuple):
    """Mean and average moving range as exact fractions of whole numbers."""

    total: int
    number: int
    range_total: int
    range_count: int
    left_out: int

    @property
    def is_flat(self) -> bool:
        """Whether there is no ordinary variation to judge by."""
        return self.range_total == 0

    @property
    def scale(self) -> int:
        """What a value is multiplied by before it is compared with `centre`, `reach` and `near`."""
        return _COMMON * self.number * self.range_count

    @property
    def centre(self) -> int:
        return _COMMON * self.range_count * self.total

    @property
    def reach(self) -> int:
        """How far the limits lie from the centre."""
        return LIMIT[0] * _COMMON // LIMIT[1] * self.number * self.range_total

    @property
    def near(self) -> int:
        """Two thirds of it: 1.7733 average moving ranges."""
        return self.reach * 2 // 3


def xmr(values: Sequence[int], *, screened: bool = True, fix_after: int | None = None) -> Xmr | None:
    """Mean and moving ranges of the values, or of the first `fix_after` of them; None for fewer than two.

    Screening leaves out, once, each moving range that is 3.267 times their mean or more.
    """
    fixed = values if fix_after is None else values[:fix_after]
    ranges = [abs(after - before) for before, after in pairwise(fixed)]
    if not ranges:
        return None
    kept, total = ranges, sum(ranges)
    if screened and total:
        over, under = SCREEN
        kept = [each for each in ranges if under * len(ranges) * each < over * total]
    return Xmr(sum(fixed), len(fixed), sum(kept), len(kept), len(ranges) - len(kept))


def whole_numbers(values: Sequence[Decimal]) -> tuple[list[int], int]:
    """The values as whole numbers, and by how many decimal places they were moved."""
    places = max((-int(each.as_tuple().exponent) for each in values), default=0)
    places = max(places, 0)
    return [int(each.scaleb(places)) for each in values], places


def figure(whole: int, part: int, places: int) -> Decimal:
    """The fraction as a figure in the indicator's unit."""
    return (Decimal(whole) / part).scaleb(-places)
