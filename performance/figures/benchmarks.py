"""An indicator beside other councils: each published figure with our own of its year, and our place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.periods import Frequency, year_name
from council.prepared import prepared
from performance.choices import NUMERIC_KINDS, BenchmarkKind, Direction, ValueKind, YearToDate
from performance.figures.annual_figures import YearFigures
from performance.figures.forecasts import counted, ends_the_year, part_of
from performance.figures.indicator import PeriodFigure
from performance.figures.year_rows import NOUNS
from performance.figures.year_words import figure_words_of, rounded_to
from performance.models import Benchmark, Indicator
from performance.rules.benchmarks import Published, compare, place_among, rank_sentence
from performance.rules.year_end import Year, year_to_date


@dataclass(frozen=True)
class OwnFigure:
    """Our figure of a year."""

    value: Decimal
    words: str
    """The figure with how it is made and its year."""
    is_whole: bool
    """Whether it is of the whole year."""
    places: int | None = None
    """The places it is shown with where it was worked out; None where it is shown as it was printed or returned."""


@dataclass(frozen=True)
class BenchmarkShown:
    """One published figure, what it says of us, and whence it is."""

    benchmark: Benchmark
    sentence: str
    own: str
    """Our figure beside it, with its year; "" where there is none."""

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


def benchmarks_of(indicator: Indicator) -> list[Benchmark]:
    """What was published of others beside the indicator, the newest year first; one query."""
    return _benchmarks(indicator=indicator.pk)


@prepared(indicator=BigIntegerField())
def _benchmarks(*, indicator: Any) -> QuerySet[Benchmark]:
    return Benchmark.objects.filter(indicator=indicator)


def beside_others(
    indicator: Indicator,
    benchmarks: Iterable[Benchmark],
    figures: Sequence[PeriodFigure],
    printed: Iterable[YearFigures] = (),
) -> BesideOthers:
    """Each benchmark with our figure of its year, or where there is none of our newest year; no query.

    A threshold for a year is never held against a quarter: ours is the annual figure that was printed, else what the
    year's periods come to by the indicator's own method.
    """
    rows, own = list(benchmarks), _own_years(indicator, figures, printed)
    shown = [_shown(indicator, each, _nearest(own, each.year)) for each in rows]
    return BesideOthers(shown, list(_places(indicator, rows, own)))


def _own_years(
    indicator: Indicator, figures: Sequence[PeriodFigure], printed: Iterable[YearFigures]
) -> dict[int, OwnFigure]:
    """Our figure of each year that has one, the oldest first."""
    own = {}
    for year, of_year in groupby(figures, key=lambda each: each.period.year):
        if found := _own_of(indicator, year, list(of_year)):
            own[year] = found
    for each in printed:
        figure = each.newest.figure
        if figure.value is not None:
            words = f"{each.newest.shown}, as printed for {each.year_name}"
            own[each.year] = OwnFigure(figure.value, words, is_whole=True)
    return dict(sorted(own.items()))


def _own_of(indicator: Indicator, year: int, figures: list[PeriodFigure]) -> OwnFigure | None:
    """What the periods of a year come to; a sum that lacks some of them is no figure of the year."""
    if indicator.value_kind not in NUMERIC_KINDS:
        return _own_in_words(year, figures)
    parts = tuple(part_of(each.period.name, each.standing) for each in figures)
    frequency = Frequency(indicator.cycle.frequency)
    how = counted(indicator, parts, noun=NOUNS.get(frequency, "period"))
    so_far = year_to_date(Year(parts, len(parts)), how)
    if so_far.value is None:
        return None
    last = figures[-1].period
    is_whole = ends_the_year(last) and (
        how.way == YearToDate.LATEST or all(part.value is not None for part in parts)
    )
    if how.adds_up and not is_whole:
        return None
    places = max(indicator.decimals, 1) if how.way != YearToDate.LATEST else None
    value = so_far.value if places is None else rounded_to(so_far.value, places)
    words = figure_words_of(indicator, value, None)
    if len(parts) > 1 and how.way != YearToDate.LATEST:
        words += f", {so_far.words[:1].lower()}{so_far.words[1:].rstrip('.')}"
    return OwnFigure(
        so_far.value, f"{words}, {year_name(year)}{'' if is_whole else ' so far'}", is_whole, places
    )


def _own_in_words(year: int, figures: list[PeriodFigure]) -> OwnFigure | None:
    """Levels, dates and answers are not added or averaged: the newest of the year is its own."""
    for each in reversed(figures):
        if each.standing and each.standing.value is not None:
            whole = ends_the_year(each.period)
            return OwnFigure(
                each.standing.value, f"{each.value}, {year_name(year)}{'' if whole else ' so far'}", whole
            )
    return None


def _nearest(own: Mapping[int, OwnFigure], year: int) -> OwnFigure | None:
    """That of the year, else of the newest whole year, else the newest of all."""
    whole = [each for each in own.values() if each.is_whole]
    newest = whole[-1:] or list(own.values())[-1:]
    return own.get(year) or (newest[0] if newest else None)


def _shown(indicator: Indicator, row: Benchmark, own: OwnFigure | None) -> BenchmarkShown:
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
        own.value if own else None,
        published,
        Direction(indicator.direction),
        kind=ValueKind(indicator.value_kind),
        unit=indicator.unit,
        places=own.places if own else None,
    )
    return BenchmarkShown(row, compared.sentence, own.words if own else "")


def _places(indicator: Indicator, rows: Sequence[Benchmark], own: Mapping[int, OwnFigure]) -> Iterable[Place]:
    """Only beside our own figure of the same whole year: a place across years would be none."""
    named = [row for row in rows if row.kind == BenchmarkKind.NEIGHBOUR and row.value is not None]
    named.sort(key=lambda row: (-row.year, row.group))
    for (year, group), found in groupby(named, key=lambda row: (row.year, row.group)):
        ours = own.get(year)
        if ours is None or not ours.is_whole:
            continue
        others = [row.value for row in found if row.value is not None]
        if words := place_among(ours.value, others, Direction(indicator.direction)):
            yield Place(year_name(year), group, words)
