"""The numbers behind a control chart, a row for each point: for the table on the page and for files."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from council.numbers import without_noughts
from performance.rules.spc import Cause, Limits, Point, Segment, Series, Spc, Start
from performance.rules.spc.words import (
    clamped_words,
    kept_limit,
    rule_words,
    shown,
    shown_point,
    trial_words,
)

CAUSES = {Cause.REBASE: "Limits start anew", Cause.BREAK: "Break in series", Cause.GAP: "After a gap"}


class NumberRow(NamedTuple):
    """One point with the mean and the limits it is judged by, in words."""

    label: str
    value: str
    """The figure, or why there is none."""
    mean: str
    lower: str
    upper: str
    found: str
    """The rule that fired; "" for ordinary variation, or where nothing is judged."""
    variation: str
    starts: list[str]
    """Why limits start anew here, a sentence each."""

    @property
    def is_special(self) -> bool:
        return bool(self.found)


def number_rows(spc: Spc) -> list[NumberRow]:
    """Every point, oldest first."""
    return [_row(spc, place, point) for place, point in enumerate(spc.points)]


def _row(spc: Spc, place: int, point: Point) -> NumberRow:
    segment = None if point.segment is None else spc.segments[point.segment]
    limits = segment.limits if segment else None
    mean, lower, upper = _limits(limits, spc.series)
    found = rule_words(point)
    return NumberRow(
        label=point.label,
        value=_value(point.value, spc.series, limits) or f"{point.absent[:1].upper()}{point.absent[1:]}",
        mean=mean,
        lower=lower,
        upper=upper,
        found=f"{found[:1].upper()}{found[1:]}",
        variation=point.variation.words if point.variation else "",
        starts=_starts(segment, place),
    )


def _value(value: Decimal | None, series: Series, limits: Limits | None) -> str:
    return "" if value is None else shown_point(value, series, limits)


def _limits(limits: Limits | None, series: Series) -> tuple[str, str, str]:
    if limits is None:
        return "", "", ""
    mean, low, high = (shown(each, series) for each in (limits.mean, limits.shown_lower, limits.shown_upper))
    return mean, low, high


def _starts(segment: Segment | None, place: int) -> list[str]:
    if segment is None or segment.first != place:
        return []
    said = [start_words(each) for each in segment.starts]
    if said and segment.limits and trial_words(segment.limits):
        said.append(f"From here {trial_words(segment.limits)}.")
    return said


def start_words(start: Start) -> str:
    """Why limits start anew at a point, in one sentence."""
    why = f": {start.why}" if start.why else ""
    name = f", {start.name}" if start.cause == Cause.BREAK else ""
    return f"{CAUSES[start.cause]}{name}{why}".rstrip(".") + "."


FILE_HEADINGS = (
    "Period",
    "From",
    "To",
    "Value",
    "Why there is no value",
    "Target",
    "Lower limit",
    "Mean",
    "Upper limit",
    "Clamped limits",
    "Figures behind the limits",
    "Trial limits",
    "Signal",
    "Variation",
    "Why limits start anew",
)


def file_rows(spc: Spc) -> Iterator[tuple[object, ...]]:
    """Every point for a file, oldest first, under `FILE_HEADINGS`; figures as figures."""
    for place, point in enumerate(spc.points):
        segment = None if point.segment is None else spc.segments[point.segment]
        limits = segment.limits if segment else None
        target = spc.series.readings[place].target
        found = rule_words(point)
        yield (
            point.label,
            point.starts_on,
            point.ends_on,
            None if point.value is None else without_noughts(point.value),
            f"{point.absent[:1].upper()}{point.absent[1:]}" or None,
            None if target is None else without_noughts(target),
            *_limits_as_figures(limits, spc.series),
            f"{found[:1].upper()}{found[1:]}" or None,
            point.variation.words if point.variation else None,
            " ".join(_starts(segment, place)) or None,
        )


def _limits_as_figures(limits: Limits | None, series: Series) -> tuple[object, ...]:
    if limits is None:
        return (None,) * 6
    shown_ones = (limits.shown_lower, limits.mean, limits.shown_upper)
    figures = (without_noughts(kept_limit(each)) for each in shown_ones)
    clamped = clamped_words(series, limits) or None
    return *figures, clamped, limits.number, "Yes" if limits.is_trial else "No"
