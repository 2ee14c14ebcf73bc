"""The frame of a trend: how much of the sheet its labels need, and where its periods and values then are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from council.charts.change import Change
from council.charts.labels import LEADING, Label, LaneLabel, in_lanes, period_labels
from council.charts.lettering import shortened, width
from council.charts.scale import Axis, Scale, axis, brief, finite
from council.charts.series import Series
from council.charts.svg import clean

_EDGE = 8.0
"""Between words and the plot or the edge of the sheet."""
_MOST_LANES = 3


@dataclass(frozen=True)
class Sheet:
    """A size to draw at, in units that are near a pixel on the screen it is for."""

    variant: str
    width: float
    height: float
    letter: float
    """The size of letters."""
    ticks: int
    """About how many steps on the axis."""
    room_at_end: float
    """The most that labels at the right may take."""

    @property
    def leading(self) -> float:
        """From one line of words to the next."""
        return self.letter * LEADING


class KeyLine(NamedTuple):
    """What one kind of mark means."""

    change: Change | None
    """None for the hollow mark of a noted point."""
    words: str


@dataclass(frozen=True)
class Frame:
    """Where things are on the sheet."""

    sheet: Sheet
    left: float
    right: float
    top: float
    bottom: float
    count: int
    """How many periods there are."""
    axis: Axis | None
    """None when there is no number to draw."""
    tick_words: tuple[str, ...]
    periods: tuple[Label, ...]
    breaks: tuple[LaneLabel, ...]
    """The label of each break and of each mark, in order."""
    key: tuple["KeyLine", ...]
    """What marks that are not plain mean."""

    @property
    def band(self) -> float:
        """The width of a period."""
        return (self.right - self.left) / max(self.count, 1)

    def x(self, place: float) -> float:
        """The middle of a period, counted from 0."""
        return self.edge(place + 0.5)

    def edge(self, place: float) -> float:
        """Where a period begins."""
        return self.left + self.band * min(max(place, 0), max(self.count, 1))

    def y(self, value: Decimal) -> float:
        """The height of a value; the ground when there is no axis."""
        if self.axis is None:
            return self.bottom
        return Scale(self.axis.low, self.axis.high, self.bottom, self.top).place(value)

    def lane(self, lane: int) -> float:
        """The baseline of the words of a lane above the plot."""
        return self.sheet.letter + lane * self.sheet.leading


def frame_for(series: Series, sheet: Sheet, ends: Sequence[str]) -> Frame:
    """The frame that leaves room for the labels of the chart; `ends` are the lines wanted at the right."""
    measure = _axis(series, sheet)
    tick_words = _tick_words(measure, sheet) if measure else ()
    count = len(series.points)
    left = _EDGE + max((width(words, sheet.letter) for words in tick_words), default=0)
    at_end = max((width(line, sheet.letter, bold=True) + _EDGE for line in ends), default=0)
    right = sheet.width - _EDGE - at_end
    band = (right - left) / max(count, 1)
    periods = period_labels(
        [clean(point.label) for point in series.points],
        [left + band * (place + 0.5) for place in range(count)],
        sheet.width,
        sheet.letter,
    )
    breaks = in_lanes(
        [(left + band * min(max(before, 0), count), clean(label)) for before, label in series.verticals],
        sheet.width,
        sheet.letter,
        most=_MOST_LANES,
    )
    key = tuple(_key(series, sheet))
    lanes = max((label.lane + 1 for label in breaks if label.words), default=0)
    under = max((len(label.lines) for label in periods), default=0) + (0.25 + len(key) if key else 0)
    return Frame(
        sheet=sheet,
        left=left,
        right=right,
        top=_EDGE + lanes * sheet.leading,
        bottom=sheet.height - _EDGE - under * sheet.leading,
        count=count,
        axis=measure,
        tick_words=tick_words,
        periods=tuple(periods),
        breaks=tuple(breaks),
        key=key,
    )


def _axis(series: Series, sheet: Sheet) -> Axis | None:
    limits = [each for each in series.limits_by_period if each]
    wanted = [
        *(point.value for point in series.points),
        *series.targets,
        *(value for each in limits for value in (each.lower, each.mean, each.upper)),
    ]
    values = [value for value in map(finite, wanted) if value is not None]
    return axis(values, series.shown, from_zero=series.from_zero, about=sheet.ticks) if values else None


def _tick_words(measure: Axis, sheet: Sheet) -> tuple[str, ...]:
    """The numbers beside the grid: in full, or brief where those are too wide; none rather than cut."""
    for ways in (measure.words, [brief(tick) for tick in measure.ticks]):
        said = tuple(clean(words) for words in ways)
        if max(width(words, sheet.letter) for words in said) <= sheet.width * 0.3:
            return said
    return ("",) * len(measure.ticks)


def _key(series: Series, sheet: Sheet) -> Iterator[KeyLine]:
    """A line for each kind of change, and the note itself when all noted points have the same; else where to read."""
    room = sheet.width - 3 * _EDGE
    for change in series.changes:
        yield KeyLine(change, shortened(change.value, room, sheet.letter))
    notes = {clean(point.note) for point in series.points if point.note and point.known is not None}
    if notes:
        only = notes.pop() if len(notes) == 1 else ""
        fits = only and width(only, sheet.letter) <= room
        elsewhere = shortened("see the note in the numbers", room, sheet.letter)
        yield KeyLine(None, only if fits else elsewhere)
