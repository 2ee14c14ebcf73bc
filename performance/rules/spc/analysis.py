"""The one way in: a series, and what it says about change."""

from collections.abc import Sequence
from decimal import Decimal

from performance.choices import Direction
from performance.rules.spc import signals as special
from performance.rules.spc.kinds import Assurance, Cause, ShortWord, Side, Variation
from performance.rules.spc.limits import Xmr, figure, whole_numbers, xmr
from performance.rules.spc.result import FEWEST, FEWEST_FOR_WORDS, Limits, Point, Segment, Spc
from performance.rules.spc.segments import Cut, cut
from performance.rules.spc.series import Reading, Series
from performance.rules.spc.totals import APART, NO_TARGET, SHARES, taken_apart

NOT_FIGURES = "Limits are for figures. Yes or no, levels, dates and milestones have no ordinary variation."
NO_TARGET_SET = "There is no target in figures."
NO_BETTER = "Neither way is better, so no target can be relied on or not."
_FOUND = {
    (Direction.HIGHER, Side.HIGH): Variation.IMPROVEMENT_HIGH,
    (Direction.HIGHER, Side.LOW): Variation.CONCERN_LOW,
    (Direction.LOWER, Side.HIGH): Variation.CONCERN_HIGH,
    (Direction.LOWER, Side.LOW): Variation.IMPROVEMENT_LOW,
}
_NEUTRAL = {Side.HIGH: Variation.NEUTRAL_HIGH, Side.LOW: Variation.NEUTRAL_LOW}


def analyse(series: Series, *, screened: bool = True, fix_after: int | None = None) -> Spc:
    """What the series says about change, for any series: what cannot be said is a sentence, never an error.

    `screened` leaves out moving ranges that are too large, once; `fix_after` takes each segment's limits from so many
    of its first points. Time grows with the number of readings, no faster.
    """
    if not series.is_numeric:
        return _without(series, NOT_FIGURES)
    remarks: list[str] = []
    is_total = series.is_cumulative
    if is_total:
        apart = taken_apart(series)
        if apart.problem:
            return _without(series, apart.problem)
        series, remarks = apart.series, [APART]
    cuts = cut(series.readings, series.starts)
    points = [
        Point(each.label, each.starts_on, each.ends_on, each.value, each.absent) for each in series.readings
    ]
    segments = [
        _segment(series, points, each, number, screened=screened, fix_after=fix_after)
        for number, each in enumerate(cuts.cuts)
    ]
    remarks += [*_left_out(series.readings), *_gaps(segments), *cuts.remarks]
    found = Spc(series, tuple(points), tuple(segments), remarks=tuple(remarks))
    return _concluded(found, is_total=is_total and series.kind not in SHARES)


def _without(series: Series, problem: str) -> Spc:
    """No more than the figures, and why."""
    points = (
        Point(each.label, each.starts_on, each.ends_on, each.value, each.absent) for each in series.readings
    )
    return Spc(series, tuple(points), no_icon_because=problem, no_assurance_because=problem)


def _segment(
    series: Series, points: list[Point], cut: Cut, number: int, *, screened: bool, fix_after: int | None
) -> Segment:
    """The limits of one segment, and what is found of each of its points, which is written to `points`."""
    values = [value for each in cut.places if (value := points[each].value) is not None]
    wholes, places = whole_numbers(values)
    measure = xmr(wholes, screened=screened, fix_after=fix_after)
    problem = _no_limits(wholes, measure)
    limits = _limits(series, measure, places, values) if measure and not problem else None
    found = special.signals(wholes, measure) if measure and limits else [None] * len(wholes)
    for place, each in zip(cut.places, found, strict=True):
        signal, side = each or (None, None)
        points[place] = points[place]._replace(
            segment=number,
            signal=signal,
            side=side,
            variation=variation_of(side, series.direction) if limits else None,
        )
    return Segment(cut.places[0], cut.places[-1], len(values), cut.starts, limits, problem)


def _no_limits(values: Sequence[int], measure: Xmr | None) -> str:
    if measure is None or measure.number < FEWEST:
        count = min(len(values), 1) if measure is None else measure.number
        figures = f"{count} figure{' is' if count == 1 else 's are'}"
        return f"{figures} too few for limits: there are some from {FEWEST}."
    if min(values) == max(values):
        return f"All {len(values)} figures are the same: there is no variation to judge by."
    if measure.is_flat:
        return "Nearly all figures are the same: there is no ordinary variation to judge by."
    return ""


def _limits(series: Series, measure: Xmr, places: int, values: Sequence[Decimal]) -> Limits:
    def at(away: int) -> Decimal:
        return figure(measure.centre + away, measure.scale, places)

    lower, upper = at(-measure.reach), at(measure.reach)
    lowest, highest = series.ends
    # What was let in beyond its ends before they were set shows that they are none.
    lowest, highest = min(lowest, *values), max(highest, *values)
    return Limits(
        number=measure.number,
        mean=at(0),
        lower=lower,
        upper=upper,
        near_lower=at(-measure.near),
        near_upper=at(measure.near),
        average_range=figure(measure.range_total, measure.range_count, places),
        left_out=measure.left_out,
        shown_lower=max(lower, lowest),
        shown_upper=min(upper, highest),
    )


def variation_of(side: Side | None, direction: Direction) -> Variation:
    """The kind of variation of a signal to one side, by the direction that is better."""
    if side is None:
        return Variation.COMMON
    return _FOUND.get((direction, side), _NEUTRAL[side])


def _left_out(readings: Sequence[Reading]) -> list[str]:
    """That some figures are no measurements of their period."""
    kinds = ("carried forward", "forecast")
    number = sum(each.value is None and each.absent in kinds for each in readings)
    if not number:
        return []
    one = number == 1
    return [
        f"{number} figure{' was' if one else 's were'} carried forward or forecast and {'is' if one else 'are'} left "
        "out: nothing was measured."
    ]


def _gaps(segments: Sequence[Segment]) -> list[str]:
    """From which gap on the newest limits are worked out."""
    gaps = [start for segment in segments for start in segment.starts if start.cause == Cause.GAP]
    return [f"A series must have no gaps, so limits start anew after one ({gaps[-1].why})."] if gaps else []


def _concluded(found: Spc, *, is_total: bool) -> Spc:
    """With what holds of the latest point: its variation, the assurance, or why neither can be had."""
    series, latest, segment = found.series, found.latest, found.segment
    if latest is None or segment is None:
        problem = "No figure has been signed off yet."
        return found._replace(no_icon_because=problem, no_assurance_because=problem)
    after = [each for each in series.readings[segment.last + 1 :] if each.is_gap]
    if after:
        problem = f"{after[-1].label}: {after[-1].absent}, so nothing can be said of how it stands now."
        return found._replace(no_icon_because=problem, no_assurance_because=problem)
    target = None if is_total else _target(series.readings[segment.last])
    found = found._replace(target=target)
    if segment.limits is None:
        word = _short(found, segment)
        problem = segment.why_no_limits
        return found._replace(short=word, no_icon_because=problem, no_assurance_because=problem)
    assurance = assurance_of(segment.limits, target, series.direction)
    why = "" if assurance else NO_TARGET if is_total else series.no_target_because or NO_TARGET_SET
    if series.direction == Direction.NEITHER:
        why = NO_BETTER
    return found._replace(variation=latest.variation, assurance=assurance, no_assurance_because=why)


def _target(reading: Reading) -> tuple[Decimal, Decimal] | None:
    if reading.low is not None and reading.high is not None:
        return reading.low, reading.high
    return None if reading.target is None else (reading.target, reading.target)


def assurance_of(
    limits: Limits, target: tuple[Decimal, Decimal] | None, direction: Direction
) -> Assurance | None:
    """Whether the process will meet its target as it is; None without one, or where neither way is better.

    A target exactly on a limit is hit and miss. Within a range is best: the limits must both lie inside it.
    """
    if target is None or direction == Direction.NEITHER:
        return None
    low, high = target
    if direction == Direction.RANGE:
        inside = low < limits.lower and limits.upper < high
        outside = limits.upper < low or limits.lower > high
    else:
        above, below = low > limits.upper, high < limits.lower
        inside, outside = (below, above) if direction == Direction.HIGHER else (above, below)
    if inside:
        return Assurance.PASSES
    return Assurance.FAILS if outside else Assurance.HIT_AND_MISS


def _short(found: Spc, segment: Segment) -> ShortWord | None:
    """The newest value against all those before it in its segment: beyond every one of them, or not."""
    if not FEWEST_FOR_WORDS <= segment.number < FEWEST:
        return None
    values = [each.value for each in found.points[segment.first : segment.last + 1] if each.value is not None]
    now, before = values[-1], values[:-1]
    if min(before) <= now <= max(before):
        return ShortWord.SUSTAINED
    rose, direction = now > max(before), found.series.direction
    if direction not in (Direction.HIGHER, Direction.LOWER):
        return ShortWord.ROSE if rose else ShortWord.FELL
    return ShortWord.IMPROVED if rose == (direction == Direction.HIGHER) else ShortWord.DETERIORATED
