"""How many have each status, as one bar of counts with the words under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.utils.safestring import SafeString

from council.charts.colours import QUIET
from council.charts.figure import ChartTable, Drawing
from council.charts.lettering import shortened, spread, width, wrapped
from council.charts.looks import LOOKS, block, shape
from council.charts.svg import clean, element, line, text, together
from council.rag import Rag

_LETTER = 14.0
_LEADING = 22.0
_COUNT = 18.0
"""The size of the counts in the bar."""
_BAR = 44.0
_GAP = 2.0
_LEAST = 5.0
"""The least width of a segment, so that one in four hundred is still seen."""
_PLATE = 5.0
"""How far the plate behind a count on stripes reaches beyond it."""
_NEAR = 45.0
_ABOVE = 32.0
"""The height of the counts above the bar with their lines."""
_SHEETS = (("wide", 680.0), ("narrow", 320.0))


@dataclass(frozen=True)
class StatusBar:
    """A distribution of statuses. ValueError for a count below nought."""

    title: str
    segments: Sequence[tuple[Rag, int, str]]
    """Status, how many have it, and its word, in the order of the bar."""
    summary: str = ""
    """The point in a sentence; when empty, the counts in words."""

    def __post_init__(self) -> None:
        if any(count < 0 for _, count, _ in self.segments):
            raise ValueError("A count cannot be below nought.")
        if not self.summary:
            object.__setattr__(self, "summary", self._counts_in_words())

    @property
    def total(self) -> int:
        return sum(count for _, count, _ in self.segments)

    def _counts_in_words(self) -> str:
        said = ", ".join(f"{count:,} {word.lower()}" for _, count, word in self.segments)
        return f"{said}." if self.total else "Nothing to count yet."

    def drawings(self) -> tuple[Drawing, ...]:
        """For a desk and paper, and for a phone."""
        return tuple(_draw(self, variant, across) for variant, across in _SHEETS)

    def table(self) -> ChartTable:
        """A row for each status, those that none has too, and the total."""
        return ChartTable(
            caption=self.title,
            columns=("Status", "Number"),
            rows=tuple((word, f"{count:,}") for _, count, word in self.segments),
            totals=("Total", f"{self.total:,}"),
        )


@dataclass(frozen=True)
class _Segment:
    """A segment in its place along the bar."""

    status: Rag
    count: str
    word: str
    start: float
    width: float

    @property
    def middle(self) -> float:
        return self.start + self.width / 2

    @property
    def count_width(self) -> float:
        """Of the shape and the count, in the bar."""
        return 20 + width(self.count, _COUNT, bold=True)

    @property
    def holds_its_count(self) -> bool:
        return self.count_width + 2 * _PLATE <= self.width

    @property
    def label_width(self) -> float:
        """Of shape, count and word, under the bar."""
        return 18 + width(self.count, _LETTER, bold=True) + 5 + width(self.word, _LETTER)


def _placed(bar: StatusBar, across: float) -> list[_Segment]:
    """The segments along the bar, in proportion but for the least width; none for a count of nought."""
    drawn = [(status, count, word) for status, count, word in bar.segments if count]
    room = across - _GAP * (len(drawn) - 1)
    spare = room - _LEAST * len(drawn)
    widths = [_LEAST + spare * (count / bar.total) for _, count, _ in drawn]
    starts = accumulate(widths[:-1], lambda at, wide: at + wide + _GAP, initial=0.0) if drawn else ()
    return [
        _Segment(status, f"{count:,}", _word(word, across), start, wide)
        for (status, count, word), start, wide in zip(drawn, starts, widths, strict=True)
    ]


def _word(word: str, across: float) -> str:
    return shortened(clean(word), across * 0.6, _LETTER)


def _draw(bar: StatusBar, variant: str, across: float) -> Drawing:
    segments = _placed(bar, across)
    if not segments:
        said = text(
            "Nothing to count yet", across / 2, _BAR / 2 + 5, size=_LETTER, anchor="middle", colour=QUIET
        )
        frame = element("rect", x=0.5, y=0.5, width=across - 1, height=_BAR - 1, fill="none", stroke=QUIET)
        return _with_none(bar, Drawing(variant, across, _BAR, together([frame, said])))
    middles = spread(
        [segment.middle for segment in segments],
        [segment.label_width for segment in segments],
        0,
        across,
        gap=14,
    )
    if middles is not None and _near(segments, middles):
        content, height = _labelled(segments, middles)
    else:
        content, height = _listed(segments, across)
    return _with_none(bar, Drawing(variant, across, height, content))


def _near(segments: Sequence[_Segment], middles: Sequence[float]) -> bool:
    """Whether each label stands by its segment, so that a line between them can be followed."""
    return all(
        abs(middle - segment.middle) <= segment.width / 2 + _NEAR
        for segment, middle in zip(segments, middles, strict=True)
    )


def _labelled(segments: Sequence[_Segment], middles: Sequence[float]) -> tuple[SafeString, float]:
    """Each label under its segment, with a thin line to one that had to move or has no count in the bar."""
    parts = [_in_bar(segment, 0) for segment in segments]
    baseline = _BAR + 28
    for segment, middle in zip(segments, middles, strict=True):
        if not segment.holds_its_count or abs(middle - segment.middle) > segment.width / 2:
            parts.append(line(segment.middle, _BAR + 1, middle, baseline - _LETTER, QUIET))
        parts.append(_label(segment, middle - segment.label_width / 2, baseline))
    return together(parts), baseline + 6


def _listed(segments: Sequence[_Segment], across: float) -> tuple[SafeString, float]:
    """The labels in rows under the bar; the counts that do not fit in it stand above their segments."""
    small = [segment for segment in segments if not segment.holds_its_count]
    above = spread(
        [segment.middle for segment in small], [_above_width(segment) for segment in small], 0, across, gap=6
    )
    top = _ABOVE if small and above is not None else 0.0
    parts = [_in_bar(segment, top) for segment in segments]
    for segment, middle in zip(small, above or (), strict=False):
        parts.append(_above(segment, middle))
        parts.append(line(middle, 18, segment.middle, top - 1, QUIET))
    x, baseline = 0.0, top + _BAR + 24
    for segment in segments:
        if x and x + segment.label_width > across:
            x, baseline = 0.0, baseline + _LEADING
        parts.append(_label(segment, x, baseline))
        x += segment.label_width + 16
    return together(parts), baseline + 6


def _in_bar(segment: _Segment, top: float) -> SafeString:
    """The block, with shape and count in it when it can hold them."""
    parts = [block(segment.status, segment.start, top, segment.width, _BAR)]
    if segment.holds_its_count:
        look = LOOKS[segment.status]
        start = segment.middle - segment.count_width / 2
        middle = top + _BAR / 2
        if look.stripes:
            plate = {
                "x": start - _PLATE,
                "y": middle - 13,
                "width": segment.count_width + 2 * _PLATE,
                "height": 26,
                "rx": 3,
            }
            parts.append(element("rect", fill=look.fill, **plate))
        parts.append(shape(segment.status, start + 7, middle, 13, look.ink))
        parts.append(text(segment.count, start + 20, middle + 6.5, size=_COUNT, colour=look.ink, bold=True))
    return together(parts)


def _above_width(segment: _Segment) -> float:
    return 16 + width(segment.count, _LETTER, bold=True)


def _above(segment: _Segment, middle: float) -> SafeString:
    start = middle - _above_width(segment) / 2
    return together(
        [
            shape(segment.status, start + 6, 9, 11),
            text(segment.count, start + 16, 14, size=_LETTER, bold=True),
        ]
    )


def _label(segment: _Segment, x: float, baseline: float) -> SafeString:
    """Shape, count and word."""
    said = together([element("tspan", segment.count, font_weight="bold"), f" {segment.word}"])
    return together(
        [shape(segment.status, x + 6, baseline - 5, 12), text(said, x + 17, baseline, size=_LETTER)]
    )


def _with_none(bar: StatusBar, drawing: Drawing) -> Drawing:
    """The drawing with a line that says which statuses none has."""
    words = ", ".join(clean(word) for _, count, word in bar.segments if not count)
    if not words or not bar.total:
        return drawing
    lines = wrapped(f"None: {words}", drawing.width, _LETTER, most=4)
    said = [
        text(said, 0, drawing.height + _LEADING * (row + 1) - 6, size=_LETTER, colour=QUIET)
        for row, said in enumerate(lines)
    ]
    return Drawing(
        drawing.variant,
        drawing.width,
        drawing.height + _LEADING * len(lines),
        together([drawing.content, *said]),
    )
