"""The values of an indicator period by period, with the target they were to meet. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from council.charts.change import Change
from council.charts.figure import ChartTable
from council.charts.scale import finite, plain


@dataclass(frozen=True)
class Point:
    """The value of one period."""

    label: str
    """The period as people write it, such as "Q2 2026/27"."""
    value: Decimal | None
    """None is a gap, drawn as a gap and never as nought."""
    shown: str
    """The value in words, such as "60% estimate"; for a gap the reason, such as "Not known"."""
    note: str = ""
    """What a reader must know of it, such as "estimate"; the mark on the line is then hollow."""
    change: Change | None = None
    """What kind of change it shows, where there are limits to tell it by."""
    change_note: str = ""
    """The same in full, with the rule that tells it, for the numbers."""

    @property
    def known(self) -> Decimal | None:
        """The value, when there is one that can be drawn."""
        return finite(self.value)


@dataclass(frozen=True)
class Limits:
    """What the process does by itself when nothing changes, in the unit of the values."""

    lower: Decimal
    mean: Decimal
    upper: Decimal


@dataclass(frozen=True)
class Series:
    """Values, targets, limits and breaks, with the words of a chart of them.

    ValueError when there are not as many targets, or limits, as points.
    """

    title: str
    summary: str
    """The point of the chart in a sentence, for a reader without the picture."""
    points: Sequence[Point]
    target: Decimal | Sequence[Decimal | None] | None = None
    """One for all periods, or one for each."""
    limits: Limits | Sequence[Limits | None] | None = None
    """One for all periods, or one for each where they were reckoned anew."""
    breaks: Sequence[tuple[int, str]] = ()
    """Where the series cannot be compared across: the place of the first point after it, and the reason."""
    marks: Sequence[tuple[int, str]] = ()
    """What happened in a period and may have changed the values: its place and the words. The line goes on."""
    shown: Callable[[Decimal], str] = plain
    """A target, a limit or a number on the axis in words, such as "95%"."""
    from_zero: bool = False
    """Start the axis at nought however far off the values are."""
    period_word: str = "Period"
    value_word: str = "Value"

    def __post_init__(self) -> None:
        for what, given in (("targets", self.target), ("limits", self.limits)):
            if isinstance(given, Sequence) and len(given) != len(self.points):
                raise ValueError(f"There are {len(self.points)} points and {len(given)} {what}.")

    @property
    def targets(self) -> tuple[Decimal | None, ...]:
        """The target of each period."""
        if isinstance(self.target, Sequence):
            return tuple(self.target)
        return (self.target,) * len(self.points)

    @property
    def limits_by_period(self) -> tuple[Limits | None, ...]:
        """The limits of each period."""
        if isinstance(self.limits, Sequence):
            return tuple(self.limits)
        return (self.limits,) * len(self.points)

    @property
    def verticals(self) -> list[tuple[float, str]]:
        """Breaks at the edge of their period and marks in the middle of theirs, each with its words."""
        return [*self.breaks, *((place + 0.5, label) for place, label in self.marks)]

    @property
    def is_known(self) -> bool:
        """Whether any period has a value."""
        return any(point.known is not None for point in self.points)

    @property
    def changes(self) -> list[Change]:
        """The kinds of change among the points that are not ordinary, each once."""
        shown = {point.change for point in self.points if point.known is not None}
        return [each for each in Change if each in shown and each is not Change.ORDINARY]

    def pieces(self) -> list[list[tuple[int, Decimal]]]:
        """The values that a line may join, with their places: it stops at a gap and at a break."""
        broken = {before for before, _ in self.breaks}
        joined: list[list[tuple[int, Decimal]]] = [[]]
        for place, point in enumerate(self.points):
            if point.known is None or place in broken:
                joined.append([])
            if point.known is not None:
                joined[-1].append((place, point.known))
        return [piece for piece in joined if piece]

    def gaps(self) -> list[tuple[int, int, str]]:
        """Each run of periods without a value : the first, the one after the last, the reason."""
        runs = groupby(
            enumerate(self.points), key=lambda placed: placed[1].shown if placed[1].known is None else None
        )
        found = []
        for reason, run in runs:
            places = [place for place, _ in run]
            if reason is not None:
                found.append((places[0], places[-1] + 1, reason))
        return found

    def table(self) -> ChartTable:
        """The numbers of the chart, a row for each period; a column that would be empty is left out."""
        limits = self.limits_by_period
        columns = {
            "Target": [self._words(target) for target in self.targets],
            "Lower limit": [self._words(each.lower if each else None) for each in limits],
            "Mean": [self._words(each.mean if each else None) for each in limits],
            "Upper limit": [self._words(each.upper if each else None) for each in limits],
            "Change": [point.change_note for point in self.points],
            "Note": [self._note(place) for place in range(len(self.points))],
        }
        kept = {heading: cells for heading, cells in columns.items() if any(cells)}
        if "Target" in kept:
            kept["Target"] = [cell or "No target" for cell in kept["Target"]]
        firsts = [[point.label for point in self.points], [point.shown for point in self.points]]
        return ChartTable(
            caption=self.title,
            columns=(self.period_word, self.value_word, *kept),
            rows=tuple(zip(*firsts, *kept.values(), strict=True)),
            worded=("Change", "Note"),
        )

    def _words(self, value: Decimal | None) -> str:
        return "" if value is None else self.shown(value)

    def _note(self, place: int) -> str:
        broken = [f"Break before this period: {label}" for before, label in self.breaks if before == place]
        marked = [label for at, label in self.marks if at == place]
        return ". ".join([*broken, *marked, *filter(None, [self.points[place].note])])
