"""A trend chart: values as a line, their target dashed, breaks in the series as labelled verticals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.safestring import SafeString

from council.charts import captions
from council.charts.change import CHANGE_COLOURS, ORDINARY, Change, change_mark
from council.charts.colours import FAINT, GAP, INK, PAPER, QUIET, TARGET, VALUES
from council.charts.figure import Drawing
from council.charts.frame import Frame, Sheet, frame_for
from council.charts.scale import finite
from council.charts.series import Point, Series
from council.charts.svg import clean, element, line, number, together

WIDE = Sheet("wide", width=680, height=300, letter=14, ticks=5, room_at_end=150)
NARROW = Sheet("narrow", width=320, height=270, letter=14, ticks=4, room_at_end=70)

DASHED = "7 4"
DOTTED = "1.5 4"
_ROOM_FOR_MARKS = 7.0
"""The least width of a period, in the drawing's units, at which each point has its mark."""


@dataclass(frozen=True)
class TrendChart(Series):
    """A series as a line chart. Lines differ by dash as well as colour, and each is named at its end."""

    def drawings(self) -> tuple[Drawing, ...]:
        """For a desk and paper, and for a phone."""
        return tuple(draw(self, sheet) for sheet in (WIDE, NARROW))


def draw(series: Series, sheet: Sheet) -> Drawing:
    """The series on a sheet of that size."""
    ends = captions.ends(series)
    frame = frame_for(series, sheet, [line for end in ends for line in end.lines(sheet)])
    content = [
        *_gaps(series, frame),
        *_grid(frame),
        *_limits(series, frame),
        *_target(series, frame),
        *_breaks(series, frame),
        *_values(series, frame),
        *captions.draw(series, frame, ends),
    ]
    return Drawing(sheet.variant, sheet.width, sheet.height, together(content))


def _grid(frame: Frame) -> Iterator[SafeString]:
    """A line for each number on the axis; the ground, at nought or else the lowest, is darker."""
    ticks = frame.axis.ticks if frame.axis else ()
    ground = frame.y(Decimal(0)) if ticks and ticks[0] <= 0 <= ticks[-1] else frame.bottom
    for tick in ticks:
        if (y := frame.y(tick)) != ground:
            yield line(frame.left, y, frame.right, y, FAINT)
    yield line(frame.left, ground, frame.right, ground, QUIET)
    for label in frame.periods:
        yield line(label.at, frame.bottom, label.at, frame.bottom + 4, QUIET)


def _gaps(series: Series, frame: Frame) -> Iterator[SafeString]:
    """A pale band over each run of periods that have no value."""
    height = frame.bottom - frame.top
    for start, end, _ in series.gaps():
        left = frame.edge(start)
        yield element("rect", x=left, y=frame.top, width=frame.edge(end) - left, height=height, fill=GAP)


def _target(series: Series, frame: Frame) -> Iterator[SafeString]:
    if way := _steps(series.targets, frame):
        yield element("path", d=way, fill="none", stroke=TARGET, stroke_width=2, stroke_dasharray=DASHED)


def _limits(series: Series, frame: Frame) -> Iterator[SafeString]:
    limits = series.limits_by_period
    for values, dash in (
        ([each.lower if each else None for each in limits], DOTTED),
        ([each.mean if each else None for each in limits], None),
        ([each.upper if each else None for each in limits], DOTTED),
    ):
        if way := _steps(values, frame, are_joined=False):
            yield element("path", d=way, fill="none", stroke=QUIET, stroke_width=1.5, stroke_dasharray=dash)


def _steps(values: Sequence[Decimal | None], frame: Frame, *, are_joined: bool = True) -> str:
    """The path of a line that is level over each period and steps, or starts anew, where the value changes."""
    way = ""
    joined = False
    for value, run in groupby(enumerate(map(finite, values)), key=lambda placed: placed[1]):
        places = [place for place, _ in run]
        if value is not None:
            y = number(frame.y(value))
            way += f"V{y}" if joined else f"M{number(frame.edge(places[0]))} {y}"
            way += f"H{number(frame.edge(places[-1] + 1))}"
        joined = are_joined and value is not None
    return way


def _breaks(series: Series, frame: Frame) -> Iterator[SafeString]:
    for (before, _), label in zip(series.verticals, frame.breaks, strict=True):
        x = frame.edge(before)
        top = frame.lane(label.lane) + 4 if label.words else frame.top
        yield line(x, top, x, frame.bottom, INK, stroke_dasharray="2 3")


def _values(series: Series, frame: Frame) -> Iterator[SafeString]:
    last = len(series.points) - 1
    colour = ORDINARY if any(point.change for point in series.points) else VALUES
    way, marks = "", []
    for piece in series.pieces():
        for place, value in piece:
            x, y = frame.x(place), frame.y(value)
            way += f"{'M' if place == piece[0][0] else 'L'}{number(x)} {number(y)}"
            if place == last or len(piece) == 1 or frame.band >= _ROOM_FOR_MARKS:
                marks.append(_mark(series.points[place], x, y, frame, is_last=place == last))
    if way:
        yield element("path", d=way, fill="none", stroke=colour, stroke_width=2.5, stroke_linejoin="round")
    yield from marks


def _mark(point: Point, x: float, y: float, frame: Frame, *, is_last: bool) -> SafeString:
    """The mark of a point: larger for the latest, hollow when there is something to say of it."""
    said = ". ".join(filter(None, [f"{point.label}: {point.shown}", point.change_note]))
    tip = [element("title", clean(said))] if frame.sheet.variant == "wide" else []
    size = 5 if is_last else min(max(frame.band / 4, 2), 3.5)
    if point.change and not point.note:
        is_ordinary = point.change is Change.ORDINARY
        return change_mark(point.change, x, y, size if is_ordinary else max(size, 4), *tip)
    return element(
        "circle",
        *tip,
        cx=x,
        cy=y,
        r=size,
        fill=PAPER if point.note else VALUES,
        stroke=(CHANGE_COLOURS[point.change] if point.change else VALUES) if point.note else None,
        stroke_width=2 if point.note else None,
    )
