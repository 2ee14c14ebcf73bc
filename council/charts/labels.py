"""Where the labels of a trend go, so that none meets another and none is cut. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from council.charts.lettering import folded, shortened, spread, width, wrapped

LEADING = 1.2
"""The height of a line of words, in letter sizes."""
_BETWEEN = 10.0
"""The least room between two labels side by side."""

_SPACED = 1.12
"""How much longer words may be than reckoned where a reader sets the letters apart."""


@dataclass(frozen=True)
class Label:
    """Words in their place: lines one under the other, each with its middle, start or end at x."""

    lines: tuple[str, ...]
    x: float
    y: float
    """The baseline of the first line."""
    at: float
    """What it labels: along the axis under the plot, up the sheet beside it."""


_EVERY = (1, 2, 4, 8, 12, 24, 48)


def period_labels(labels: Sequence[str], places: Sequence[float], across: float, size: float) -> list[Label]:
    """The labels under the axis, their middles at x and the first baseline at 0.

    As many as have room, on one line or two, evenly chosen; the last period always has its label.
    """
    for every in _evenly(labels):
        chosen = range((len(labels) - 1) % every, len(labels), every)
        for fold in (False, True):
            lines = [folded(labels[place]) if fold else (labels[place],) for place in chosen]
            placed = _side_by_side(lines, [places[place] for place in chosen], across, size)
            if placed is not None:
                return placed
    last = [(shortened(label, across, size),) for label in labels[-1:]]
    return _side_by_side(last, places[-1:], across, size) or []


def _evenly(labels: Sequence[str]) -> list[int]:
    """Every how many labels to try, best first: Q4, Q4, Q4 reads better than Q2, Q4, Q2, and Q2, Q1, Q4 worst."""
    if not labels:
        return []
    firsts = [label.split(" ")[0] for label in labels]
    alike = [every for every in _EVERY if every <= 4 or len(set(firsts[::-1][::every])) == 1]
    return alike + [every for every in _EVERY if every not in alike]


def _side_by_side(
    labels: Sequence[tuple[str, ...]], places: Sequence[float], across: float, size: float
) -> list[Label] | None:
    """The labels at their places, moved in from the edges; None when two would meet or one is too wide."""
    widths = [max(width(line, size) for line in lines) for lines in labels]
    if max(widths, default=0) > across:
        return None
    middles = [
        min(max(place, wide / 2), across - wide / 2) for place, wide in zip(places, widths, strict=True)
    ]
    edges = [(middle - wide / 2, middle + wide / 2) for middle, wide in zip(middles, widths, strict=True)]
    if any(after[0] - before[1] < _BETWEEN for before, after in pairwise(edges)):
        return None
    return [Label(lines, middle, 0, at) for lines, middle, at in zip(labels, middles, places, strict=True)]


def lines_at_end(said: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The words on as many lines as the room asks for, up to three.

    None when they do not fit: a number cut short would be another number.
    """
    lines = wrapped(said, room, size, most=3)
    return lines if " ".join(lines) == said and all(width(x, size, bold=bold) <= room for x in lines) else ()


def beside(
    labels: Sequence[tuple[tuple[str, ...], float]], x: float, top: float, bottom: float, size: float
) -> list[Label]:
    """Labels at the right of the plot, the most important first, each as near its height as may be.

    Those that no longer fit are dropped, the least important first; a dropped one comes back with no lines.
    """
    for kept in range(len(labels), 0, -1):
        heights = [len(lines) * size * LEADING for lines, _ in labels[:kept]]
        middles = spread([at for _, at in labels[:kept]], heights, top, bottom, gap=2)
        if middles is not None:
            placed = [
                Label(lines, x, middle - height / 2 + size * 0.95, at)
                for (lines, at), middle, height in zip(labels, middles, heights, strict=False)
            ]
            return placed + [Label((), x, at, at) for _, at in labels[kept:]]
    return [Label((), x, at, at) for _, at in labels]


@dataclass(frozen=True)
class LaneLabel:
    """Words above the plot that belong to a vertical."""

    words: str
    """Empty when there was no lane left for them."""
    start: float
    lane: int


def in_lanes(
    labels: Sequence[tuple[float, str]], across: float, size: float, *, most: int
) -> list[LaneLabel]:
    """Labels that start at their verticals, or end at the edge, each in the first lane with room."""
    lanes: list[list[tuple[float, float]]] = []
    placed = []
    for at, said in labels:
        said = shortened(said, across * 0.7, size)
        long = width(said, size)
        start = max(min(at, across - long * _SPACED), 0.0)
        free = next(
            (lane for lane, taken in enumerate(lanes) if all(_apart(start, long, other) for other in taken)),
            len(lanes),
        )
        if free == most:
            placed.append(LaneLabel("", start, 0))
            continue
        if free == len(lanes):
            lanes.append([])
        lanes[free].append((start, long))
        placed.append(LaneLabel(said, start, free))
    return placed


def _apart(start: float, long: float, other: tuple[float, float]) -> bool:
    return start + long + _BETWEEN <= other[0] or other[0] + other[1] + _BETWEEN <= start
