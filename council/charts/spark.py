"""A trend so small that it stands in a row of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from council.charts.colours import PAPER, TARGET, VALUES
from council.charts.figure import ChartTable
from council.charts.scale import Scale, finite, plain
from council.charts.svg import clean, element, number

_WIDTH, _HEIGHT, _EDGE = 110.0, 28.0, 5.0


@dataclass(frozen=True)
class Sparkline:
    """The values of an indicator, oldest first, its latest marked, its target dashed."""

    values: Sequence[Decimal | None]
    """None is a gap."""
    target: Decimal | None
    title: str
    """What a reader without the picture must know, such as "Calls: 91%, 88%, not known, 95%; target 90%"."""

    def svg(self) -> SafeString:
        """The whole SVG. It has no ids, so that there may be any number on a page."""
        known = [finite(value) for value in self.values]
        target = finite(self.target)
        scale = _scale([value for value in [*known, target] if value is not None])
        step = (_WIDTH - 2 * _EDGE) / max(len(known) - 1, 1)
        places = [
            None if value is None else (_EDGE + step * place, scale.place(value))
            for place, value in enumerate(known)
        ]
        return element(
            "svg",
            element("title", clean(self.title)),
            *_target(target, scale),
            *_values(places),
            class_="sparkline",
            role="img",
            width=_WIDTH,
            height=_HEIGHT,
            viewBox=f"0 0 {number(_WIDTH)} {number(_HEIGHT)}",
            fill="none",
        )

    def table(self) -> ChartTable:
        """A row for each value, named by how long ago it was."""
        ago = range(len(self.values) - 1, -1, -1)
        return ChartTable(
            caption=self.title,
            columns=("Period", "Value", "Target"),
            rows=tuple(
                (_ago(periods), "Not known" if value is None else plain(value), _target_words(self.target))
                for periods, value in zip(ago, self.values, strict=True)
            ),
        )


def _scale(values: Sequence[Decimal]) -> Scale:
    """The lowest value at the foot, the highest at the top; all in the middle when they are the same."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if low == high:
        size = abs(low) or Decimal(1)
        low, high = low - size, high + size
    return Scale(low, high, _HEIGHT - _EDGE, _EDGE)


def _target(target: Decimal | None, scale: Scale) -> list[SafeString]:
    if target is None:
        return []
    way = f"M0 {number(scale.place(target))}H{number(_WIDTH)}"
    return [element("path", d=way, stroke=TARGET, stroke_dasharray="4 3")]


def _values(places: Sequence[tuple[float, float] | None]) -> list[SafeString]:
    """The line, and the mark of its last point: hollow when there are gaps after it."""
    way, joined = "", False
    for place, after in zip(places, [*places[1:], None], strict=False):
        if place is not None:
            way += f"{'L' if joined else 'M'}{number(place[0])} {number(place[1])}"
            # A point alone is a short dash: a path of one point draws nothing.
            way += "m-1.5 0h3" if not joined and after is None else ""
        joined = place is not None
    last = next((place for place in reversed(places) if place is not None), None)
    if last is None:
        return []
    is_latest = places[-1] is not None
    return [
        element(
            "path", d=way, stroke=VALUES, stroke_width=2, stroke_linejoin="round", stroke_linecap="round"
        ),
        element("circle", cx=last[0], cy=last[1], r=3.5, fill=VALUES if is_latest else PAPER, stroke=VALUES),
    ]


def _ago(periods: int) -> str:
    if not periods:
        return "Latest"
    return "1 period before" if periods == 1 else f"{periods} periods before"


def _target_words(target: Decimal | None) -> str:
    return "No target" if target is None else plain(target)
