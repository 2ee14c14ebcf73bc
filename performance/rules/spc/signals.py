"""The four special-cause rules, in their order, each in one pass along the values of a segment."""

from collections.abc import Sequence
from itertools import pairwise

from performance.rules.spc.kinds import Side, Signal
from performance.rules.spc.limits import Xmr

RUN = 7
"""Points of a trend or a shift."""

Found = tuple[Signal, Side] | None


def signals(values: Sequence[int], limits: Xmr) -> list[Found]:
    """For each value the first rule that makes it special cause, and which way; None for ordinary variation.

    Source: NHS "Making data count", as in the NHS-R package: outside the limits; seven points each strictly higher
    or lower; two of three near a limit, on one side; seven points on one side of the mean.
    """
    scale, centre = limits.scale, limits.centre
    away = [scale * value - centre for value in values]
    sides = [(each > 0) - (each < 0) for each in away]
    outside = [abs(each) > limits.reach for each in away]
    near = [abs(each) > limits.near and not out for each, out in zip(away, outside, strict=True)]
    trend, close, shift = _trends(values), _two_of_three(near, sides), _shifts(sides)
    return [
        (Signal.OUTSIDE, Side(side))
        if out
        else (Signal.TREND, Side(rise))
        if rise
        else (Signal.TWO_OF_THREE, Side(side))
        if is_close
        else (Signal.SHIFT, Side(side))
        if is_shift
        else None
        for out, rise, is_close, is_shift, side in zip(outside, trend, close, shift, sides, strict=True)
    ]


def _trends(values: Sequence[int]) -> list[int]:
    """1 for each point of seven or more strictly rising ones, -1 for falling; at a turn the later run counts."""
    found = [0] * len(values)
    steps = [(after > before) - (after < before) for before, after in pairwise(values)]
    for first, last, way in _runs(steps):
        if way and last - first + 1 >= RUN - 1:
            found[first : last + 2] = [way] * (last - first + 2)
    return found


def _shifts(sides: Sequence[int]) -> list[bool]:
    """Whether each point is one of seven or more on one side; a point on the mean is on neither."""
    found = [False] * len(sides)
    for first, last, side in _runs(sides):
        if side and last - first + 1 >= RUN:
            found[first : last + 1] = [True] * (last - first + 1)
    return found


def _two_of_three(near: Sequence[bool], sides: Sequence[int]) -> list[bool]:
    """Whether each point is near a limit and one of two such in three that lie on one side of the mean."""
    found = [False] * len(near)
    for first in range(len(near) - 2):
        window = slice(first, first + 3)
        if sum(near[window]) >= 2 and abs(sum(sides[window])) == 3:
            for place in range(first, first + 3):
                found[place] = found[place] or near[place]
    return found


def _runs(marks: Sequence[int]) -> list[tuple[int, int, int]]:
    """The stretches of equal marks: first place, last place and the mark."""
    runs: list[tuple[int, int, int]] = []
    first = 0
    for place, mark in enumerate(marks):
        if place + 1 == len(marks) or marks[place + 1] != mark:
            runs.append((first, place, mark))
            first = place + 1
    return runs
