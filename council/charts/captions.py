"""The words of a trend. They are drawn last, so that no line runs through them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from council.charts.change import change_mark
from council.charts.colours import GAP, PAPER, QUIET, TARGET, VALUES
from council.charts.frame import Frame, Sheet
from council.charts.labels import Label, beside, lines_at_end
from council.charts.lettering import width
from council.charts.scale import finite
from council.charts.series import Series
from council.charts.svg import clean, element, line, text, together


@dataclass(frozen=True)
class End:
    """Words at the right that name a line."""

    name: str
    """Empty for the values, which are what the chart is about."""
    shown: str
    at: Decimal
    """The value at which the line ends."""
    colour: str
    bold: bool = False

    def lines(self, sheet: Sheet) -> tuple[str, ...]:
        """The name and the value on as many lines as they need; without the value where it has no room."""
        full = lines_at_end(f"{self.name} {self.shown}".strip(), sheet.room_at_end, sheet.letter)
        return full or lines_at_end(self.name, sheet.room_at_end, sheet.letter)


def ends(series: Series) -> list[End]:
    """What each line is, the most important first."""
    found = []
    last = len(series.points) - 1
    if series.points and (latest := series.points[-1].known) is not None:
        found.append(End("", clean(series.points[-1].shown), latest, VALUES, bold=True))
    targets = [(place, at) for place, at in enumerate(map(finite, series.targets)) if at is not None]
    if targets:
        place, at = targets[-1]
        name = "Target" if place == last else "Last target"
        found.append(End(name, clean(series.shown(at)), at, TARGET))
    if known := [each for each in series.limits_by_period if each]:
        limits = (
            ("Mean", known[-1].mean),
            ("Upper limit", known[-1].upper),
            ("Lower limit", known[-1].lower),
        )
        found += [End(name, clean(series.shown(at)), at, QUIET) for name, at in limits]
    return [end for end in found if end.at.is_finite()]


def draw(series: Series, frame: Frame, named: Sequence[End]) -> Iterator[SafeString]:
    """All the words on the sheet."""
    yield from _ticks(frame)
    yield from _periods(frame)
    yield from _gaps(series, frame)
    yield from _ends(frame, named)
    yield from _breaks(frame)
    yield from _key(frame)
    if not series.is_known:
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        yield text("No figures yet", *middle, size=frame.sheet.letter, anchor="middle", colour=QUIET)


def _ticks(frame: Frame) -> Iterator[SafeString]:
    size = frame.sheet.letter
    said = (
        [
            text(words, frame.left - 6, frame.y(tick) + size * 0.35)
            for tick, words in zip(frame.axis.ticks, frame.tick_words, strict=True)
            if words
        ]
        if frame.axis
        else []
    )
    if said:
        yield element("g", *said, font_size=size, text_anchor="end")


def _periods(frame: Frame) -> Iterator[SafeString]:
    size = frame.sheet.letter
    said = [
        text(words, label.x, frame.bottom + frame.sheet.leading * (row + 1) + 4)
        for label in frame.periods
        for row, words in enumerate(label.lines)
        if words
    ]
    if said:
        yield element("g", *said, font_size=size, text_anchor="middle")


def _gaps(series: Series, frame: Frame) -> Iterator[SafeString]:
    """Why there is no value: along the band, or up it when it is narrow; in the table only where two would meet."""
    size, last = frame.sheet.letter, 0.0
    for start, end, reason in series.gaps():
        said = clean(reason)
        left, right = frame.edge(start), frame.edge(end)
        middle, long = (left + right) / 2, width(said, size)
        if not series.is_known or not said:
            continue
        if long + 8 <= right - left:
            words = text(said, middle, frame.bottom - 8, size=size, anchor="middle", colour=QUIET)
        elif middle - last >= size + 2 and long + 8 <= frame.bottom - frame.top:
            last = middle
            words = text(said, middle + size * 0.35, frame.bottom - 6, size=size, colour=QUIET, turned=True)
        else:
            continue
        yield element("g", words, stroke=GAP, stroke_width=3, paint_order="stroke")


def _ends(frame: Frame, named: Sequence[End]) -> Iterator[SafeString]:
    """The names of the lines, with a thin line to those that had to move away from theirs."""
    sheet = frame.sheet
    fitting = [(end, end.lines(sheet)) for end in named]
    fitting = [(end, lines) for end, lines in fitting if lines]
    placed = beside(
        [(lines, frame.y(end.at)) for end, lines in fitting],
        frame.right + 10,
        frame.top - sheet.leading / 2,
        frame.bottom + sheet.leading / 2,
        sheet.letter,
    )
    for (end, _), label in zip(fitting, placed, strict=True):
        if label.lines:
            yield _end(end, label, frame)


def _end(end: End, label: Label, frame: Frame) -> SafeString:
    sheet = frame.sheet
    middle = label.y - sheet.letter * 0.35 + (len(label.lines) - 1) * sheet.leading / 2
    parts = [
        text(
            words, label.x, label.y + row * sheet.leading, size=sheet.letter, colour=end.colour, bold=end.bold
        )
        for row, words in enumerate(label.lines)
    ]
    if abs(middle - label.at) > sheet.letter / 2:
        parts.append(line(frame.right + 1, label.at, label.x - 2, middle, end.colour))
    return together(parts)


def _breaks(frame: Frame) -> Iterator[SafeString]:
    """The reason of each break above the plot, on white so that no other vertical runs through it."""
    size = frame.sheet.letter
    for label in frame.breaks:
        if label.words:
            y = frame.lane(label.lane)
            long = width(label.words, size)
            yield element("rect", x=label.start, y=y - size + 1, width=long, height=size + 2, fill=PAPER)
            yield text(label.words, label.start, y, size=size)


def _key(frame: Frame) -> Iterator[SafeString]:
    """What marks that are not plain mean, a line each."""
    size = frame.sheet.letter
    for row, (change, words) in enumerate(reversed(frame.key)):
        y = frame.sheet.height - 8 - row * frame.sheet.leading
        x, middle = frame.left + 6, y - size * 0.35
        if change is None:
            yield element("circle", cx=x, cy=middle, r=3.5, fill=PAPER, stroke=VALUES, stroke_width=2)
        else:
            yield change_mark(change, x, middle, 4)
        yield text(words, x + 10, y, size=size, colour=QUIET)
