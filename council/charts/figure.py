"""What every chart has: a title, a summary that says its point, its drawings, and its numbers as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s
from typing import Protocol

from django.utils.safestring import SafeString

from council.charts.colours import INK
from council.charts.svg import clean, element


@dataclass(frozen=True)
class ChartTable:
    """The numbers of a chart; the first cell of a row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    """A last row that adds the others; empty when they do not add."""
    worded: tuple[str, ...] = ()
    """The columns after the first that hold sentences and not numbers."""

    @property
    def head(self) -> list[tuple[str, bool]]:
        """Each column, and whether it holds numbers."""
        return [
            (column, bool(place) and column not in self.worded) for place, column in enumerate(self.columns)
        ]

    @property
    def body(self) -> list[tuple[str, list[tuple[str, bool]]]]:
        """Each row: its heading, then its cells, and whether each is in a column of numbers."""
        return [self._marked(row) for row in self.rows]

    @property
    def foot(self) -> list[tuple[str, list[tuple[str, bool]]]]:
        """The row of totals, as those of the body; none when there is none."""
        return [self._marked(self.totals)] if self.totals else []

    def _marked(self, row: tuple[str, ...]) -> tuple[str, list[tuple[str, bool]]]:
        numbers = [is_number for _, is_number in self.head]
        return row[0], list(zip(row[1:], numbers[1:], strict=True))


@dataclass(frozen=True)
class Drawing:
    """One drawing of a chart, before it has a name on the page."""

    variant: str
    """ "wide", "narrow" or "small": the room it is drawn for."""
    width: float
    height: float
    content: SafeString


class Figure(Protocol):
    """A chart that a page can show with its numbers."""

    @property
    def title(self) -> str: ...

    @property
    def summary(self) -> str:
        """The point of the chart: what a reader without the picture must know."""

    def drawings(self) -> tuple[Drawing, ...]: ...

    def table(self) -> ChartTable: ...


def name_of(figure: Figure, drawings: Iterable[Drawing]) -> str:
    """A name for the ids of the figure, the same each time it is drawn the same."""
    said = "\n".join([figure.title, figure.summary, *(drawing.content for drawing in drawings)])
    return f"chart-{blake2s(said.encode(), digest_size=5).hexdigest()}"


def svg(figure: Figure, drawing: Drawing, name: str) -> SafeString:
    """The whole SVG of a drawing; `name` begins its ids and must not be used twice on a page."""
    name = f"{name}-{drawing.variant}"
    return element(
        "svg",
        element("title", clean(figure.title), id=f"{name}-title"),
        element("desc", clean(figure.summary), id=f"{name}-summary"),
        drawing.content,
        class_=f"chart-svg chart-{drawing.variant}",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-summary",
        viewBox=f"0 0 {drawing.width:g} {drawing.height:g}",
        fill=INK,
    )
