"""Where limits start anew: at a rebase, at a break in the definition, and after a gap."""

from collections.abc import Sequence
from typing import NamedTuple

from performance.rules.spc.kinds import Cause
from performance.rules.spc.series import Reading, Start


class Cut(NamedTuple):
    """One segment by the places of its readings that have a value."""

    places: list[int]
    starts: tuple[Start, ...]


class CutSeries(NamedTuple):
    """The segments, oldest first, and what a reader must know of how they were cut."""

    cuts: list[Cut]
    remarks: list[str]


def cut(readings: Sequence[Reading], starts: Sequence[Start]) -> CutSeries:
    """The segments of a series, in one pass. A start counts from the first value whose period ends on it or later.

    A start at or before the first value, or after the last, changes no limits; it is said.
    """
    waiting, remarks = sorted(starts, key=lambda each: each.day), []
    cuts: list[Cut] = []
    gap: Reading | None = None
    due = 0
    for place, reading in enumerate(readings):
        if reading.value is None:
            gap = gap or (reading if reading.is_gap else None)
            continue
        begun = due
        while due < len(waiting) and waiting[due].day <= reading.ends_on:
            due += 1
        here = waiting[begun:due]
        if not cuts:
            remarks += [_before_first(each) for each in here if each.cause == Cause.REBASE]
            cuts.append(Cut([place], ()))
        elif here or gap:
            remarks += [each for each in (_inside(start, reading) for start in here) if each]
            cuts.append(Cut([place], (*here, *([_after(gap, reading)] if gap else []))))
        else:
            cuts[-1].places.append(place)
        gap = None
    remarks += [_after_last(each) for each in waiting[due:]]
    return CutSeries(cuts, remarks)


def _after(gap: Reading, reading: Reading) -> Start:
    return Start(reading.starts_on, Cause.GAP, "Gap", f"{gap.label}: {gap.absent}")


def _before_first(start: Start) -> str:
    return f"{start.name} changes nothing: it is at or before the first figure."


def _after_last(start: Start) -> str:
    return f"{start.name} has no figure after it yet, so the limits are still those from before it."


def _inside(start: Start, reading: Reading) -> str:
    """That a period holds both definitions, where a new one began in the midst of it."""
    if start.cause != Cause.BREAK or start.day <= reading.starts_on:
        return ""
    return f"{start.name} began in the midst of {reading.label}: that figure mixes both definitions."
