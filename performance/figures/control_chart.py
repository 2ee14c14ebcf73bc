"""The control chart of an indicator: its values with mean and limits, what kind of change each point shows, and why
limits start anew."""

from collections.abc import Iterator, Mapping

from council import charts
from council.charts import TrendChart
from performance.choices import ValueKind
from performance.figures.change_shown import CHANGES
from performance.figures.spc import SpcFigure
from performance.rules.spc import Cause, Limits, Point, Series, Spc
from performance.rules.spc.words import rounded_limit, rule_words, shown_point
from performance.rules.wording import figure_words

SHOWN = 24
SHOWN_MONTHS = 36
LABELS = {Cause.REBASE: "New limits", Cause.BREAK: "{name}", Cause.GAP: "After a gap"}


def control_chart(figure: SpcFigure, *, title: str, notes: Mapping[str, str]) -> TrendChart | None:
    """The newest points as a control chart; None where no stretch of the series has limits.

    `notes` say of periods, by name, how sure their figure is: "estimate".
    """
    spc = figure.spc
    if not any(segment.limits for segment in spc.segments):
        return None
    kind, first = ValueKind(spc.series.kind), max(len(spc.points) - most_of(figure), 0)
    limits = _limits(spc)
    return TrendChart(
        title=title,
        summary=figure.words.councillor,
        points=[_point(each, spc, notes) for each in spc.points[first:]],
        target=[each.target for each in spc.series.readings[first:]],
        limits=limits[first:],
        breaks=list(_breaks(spc, first)),
        shown=lambda value: figure_words(value, kind, spc.series.unit),
        period_word="Month" if figure.is_monthly else "Period",
    )


def most_of(figure: SpcFigure) -> int:
    """How many points its chart shows at most."""
    return SHOWN_MONTHS if figure.is_monthly else SHOWN


def _point(point: Point, spc: Spc, notes: Mapping[str, str]) -> charts.Point:
    if point.value is None:
        return charts.Point(point.label, None, f"{point.absent[:1].upper()}{point.absent[1:]}")
    rule = rule_words(point)
    limits = None if point.segment is None else spc.segments[point.segment].limits
    words = point.variation.words if point.variation else ""
    return charts.Point(
        label=point.label,
        value=point.value,
        shown=shown_point(point.value, spc.series, limits),
        note=notes.get(point.label, ""),
        change=CHANGES[point.variation] if point.variation else None,
        change_note=f"{words}: {rule}" if rule else words,
    )


def _limits(spc: Spc) -> list[charts.Limits | None]:
    """For each point the limits of its stretch as drawn, also where a value is left out of it."""
    found: list[charts.Limits | None] = [None] * len(spc.points)
    for segment in spc.segments:
        if segment.limits:
            drawn = _drawn(segment.limits, spc.series)
            found[segment.first : segment.last + 1] = [drawn] * (segment.last + 1 - segment.first)
    return found


def _drawn(limits: Limits, series: Series) -> charts.Limits:
    return charts.Limits(
        lower=rounded_limit(limits.shown_lower, series),
        mean=rounded_limit(limits.mean, series),
        upper=rounded_limit(limits.shown_upper, series),
    )


def _breaks(spc: Spc, first: int) -> Iterator[tuple[int, str]]:
    """Where a person or a definition had limits start anew, with the reason; a gap shows by itself."""
    for segment in spc.segments:
        said = [
            f"{LABELS[each.cause].format(name=each.name)}{f': {each.why}' if each.why else ''}"
            for each in segment.starts
            if each.cause != Cause.GAP
        ]
        if said and segment.first > first:
            yield segment.first - first, "; ".join(said)
