"""Builds how often returns are made, and the periods of each year with the days they are due."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from itertools import count

from council.demo.days import DemoDays
from council.demo.plan import ANNUAL, FOUR_MONTHLY, HALF_YEARLY, MONTHLY, QUARTERLY, TERMS
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from council.periods import Frequency, Span, spans
from performance.models import Cycle, Period

CYCLES: tuple[tuple[str, Frequency, int], ...] = (
    # name, how often, working days until returns are due
    (MONTHLY, Frequency.MONTHLY, 8),
    (QUARTERLY, Frequency.QUARTERLY, 15),
    (FOUR_MONTHLY, Frequency.FOUR_MONTHLY, 20),
    (HALF_YEARLY, Frequency.HALF_YEARLY, 15),
    (ANNUAL, Frequency.ANNUAL, 30),
    (TERMS, Frequency.CUSTOM, 15),
)
FOUR_MONTHS_MOVED = 2
"""So many years before the newest, four-monthly periods moved from May to April, to end with the year."""

TERM_NAMES = ("Summer term", "Autumn term", "Spring term")


@dataclass(frozen=True)
class DemoPeriod:
    """A period with its place in the demo's time."""

    row: Period
    age: int
    """How many periods of its cycle ended after it: 0 is the newest that has ended, -1 the running one."""
    part: int
    """Its place in its year, from 0."""


@dataclass(frozen=True)
class Periods:
    """All periods by the name of their cycle, oldest first."""

    cycles: dict[str, Cycle]
    by_cycle: dict[str, list[DemoPeriod]]

    def newest_year(self, cycle: str) -> int:
        """The financial year of the newest period of the cycle that has ended."""
        return next(period.row.year for period in self.by_cycle[cycle] if period.age == 0)

    def ended(self) -> list[tuple[str, DemoPeriod]]:
        """Every period that is over with its cycle's name, in the order in which they ended."""
        over = [(name, each) for name, listed in self.by_cycle.items() for each in listed if each.age >= 0]
        return sorted(over, key=lambda pair: (pair[1].row.ends_on, pair[0]))


def build_periods(register: Register) -> Periods:
    """The cycles and their periods for every year of the demo."""
    days, admin, when = register.days, register.admin, register.set_up_at
    rows = [
        Cycle(name=name, frequency=frequency, due_working_days=due_in) for name, frequency, due_in in CYCLES
    ]
    cycles = {cycle.name: cycle for cycle in add(rows, by=admin, at=when, why=SET_UP)}
    periods = [
        _period(days, cycle, span)
        for cycle in cycles.values()
        for year in days.years
        for span in cut(cycle.name, Frequency(cycle.frequency), year=year, newest=days.year)
    ]
    add(periods, by=admin, at=when, why=SET_UP)
    return Periods(cycles, {name: _placed(days, periods, cycle) for name, cycle in cycles.items()})


def cut(cycle: str, frequency: Frequency, *, year: int, newest: int) -> list[Span]:
    """The spans of a cycle in a year; `newest` is the newest year, from which the moved ones are counted."""
    if cycle == TERMS:
        starts = [datetime.date(year, 4, 1), datetime.date(year, 9, 1), datetime.date(year + 1, 1, 1)]
        terms = spans(frequency, year=year, starts=starts)
        return [
            Span(term.start, term.end, f"{name} {term.start.year}", year)
            for term, name in zip(terms, TERM_NAMES, strict=True)
        ]
    if frequency is Frequency.FOUR_MONTHLY and year < newest - FOUR_MONTHS_MOVED:
        starts = [datetime.date(year, 5, 1), datetime.date(year, 9, 1), datetime.date(year + 1, 1, 1)]
        return spans(frequency, year=year, starts=starts)
    if frequency is Frequency.FOUR_MONTHLY and year == newest - FOUR_MONTHS_MOVED:
        starts = [datetime.date(year, 5, 1), datetime.date(year, 8, 1), datetime.date(year, 12, 1)]
        return spans(frequency, year=year, starts=starts)
    return spans(frequency, year=year)


def _period(days: DemoDays, cycle: Cycle, span: Span) -> Period:
    return Period(
        cycle=cycle,
        name=span.name,
        starts_on=span.start,
        ends_on=span.end,
        year=span.year,
        due_on=days.working_day(span.end, cycle.due_working_days),
    )


def _placed(days: DemoDays, periods: list[Period], cycle: Cycle) -> list[DemoPeriod]:
    """The cycle's periods, oldest first, each with its age and its part of the year."""
    own = sorted((row for row in periods if row.cycle_id == cycle.pk), key=lambda row: row.ends_on)
    ended = sum(row.ends_on < days.today for row in own)
    parts: defaultdict[int, count] = defaultdict(count)
    return [DemoPeriod(row, ended - 1 - place, next(parts[row.year])) for place, row in enumerate(own)]
