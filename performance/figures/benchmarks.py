"""An indicator beside other councils: each published figure with our own of its year, and our place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from council.periods import year_name
from performance.choices import BenchmarkKind, Direction, ValueKind
from performance.figures.indicator import PeriodFigure
from performance.models import Benchmark, Indicator
from performance.rules.benchmarks import Published, compare, place_among, rank_sentence


@dataclass(frozen=True)
class BenchmarkShown:
    """One published figure, what it says of us, and whence it is."""

    benchmark: Benchmark
    sentence: str
    own: str
    """Our figure beside it, with its period; "" where there is none."""

    @property
    def heading(self) -> str:
        """What it is and the figure as published: "Top 25%: 85%"; of a named council with the year."""
        return f"{self.benchmark.label}: {self.benchmark.as_written}"


@dataclass(frozen=True)
class Place:
    """Our place among the named councils of one year and group, worked out from the figures entered here."""

    year: str
    group: str
    words: str


@dataclass(frozen=True)
class BesideOthers:
    """All that is published to compare an indicator with, the newest year first."""

    shown: list[BenchmarkShown]
    places: list[Place]


def beside_others(
    indicator: Indicator, benchmarks: Iterable[Benchmark], figures: Sequence[PeriodFigure]
) -> BesideOthers:
    """Each benchmark with our figure of its year, or where that is missing our newest; no query."""
    rows = list(benchmarks)
    shown = [_shown(indicator, each, _own(figures, each.year)) for each in rows]
    return BesideOthers(shown, list(_places(indicator, rows, figures)))


def _own(figures: Sequence[PeriodFigure], year: int) -> PeriodFigure | None:
    """The last figure that stands of the year, else the newest of all."""
    known = [each for each in figures if each.standing and each.standing.value is not None]
    return next((each for each in reversed(known) if each.period.year == year), known[-1] if known else None)


def _shown(indicator: Indicator, row: Benchmark, own: PeriodFigure | None) -> BenchmarkShown:
    year = year_name(row.year)
    if row.rank and row.out_of:
        return BenchmarkShown(row, rank_sentence(row.rank, row.out_of, year=year, group=row.group), "")
    if row.value is None:
        return BenchmarkShown(row, "", "")
    published = Published(
        value=row.value,
        words=row.words,
        year=year,
        group=row.group,
        kind=BenchmarkKind(row.kind),
        label=row.label,
    )
    compared = compare(
        own.standing.value if own and own.standing else None,
        published,
        Direction(indicator.direction),
        kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
    )
    return BenchmarkShown(row, compared.sentence, f"{own.value}, {own.period.name}" if own else "")


def _places(
    indicator: Indicator, rows: Sequence[Benchmark], figures: Sequence[PeriodFigure]
) -> Iterable[Place]:
    """Only beside our own figure of the same year: a place across years would be none."""
    named = [row for row in rows if row.kind == BenchmarkKind.NEIGHBOUR and row.value is not None]
    named.sort(key=lambda row: (-row.year, row.group))
    for (year, group), found in groupby(named, key=lambda row: (row.year, row.group)):
        own = _own(figures, year)
        if own is None or own.standing is None or own.standing.value is None or own.period.year != year:
            continue
        others = [row.value for row in found if row.value is not None]
        words = place_among(own.standing.value, others, Direction(indicator.direction))
        if words:
            yield Place(year_name(year), group, words)
