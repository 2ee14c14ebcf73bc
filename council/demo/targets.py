"""Builds the targets of every year, read from what was written as they would be from a form."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from council.demo.catalogue import Measured, broke_on
from council.demo.course import When, rounded, when, written
from council.demo.cycles import DemoPeriod, Periods
from council.demo.days import DemoDays, moment
from council.demo.plan import DemoIndicator
from council.demo.register import Register
from council.demo.rows import add
from performance.choices import Direction, ValueKind
from performance.models import Period
from performance.models import Target as TargetRow
from performance.rules.targets import read_target
from performance.rules.values import read_value
from performance.rules.wording import plain


@dataclass(frozen=True)
class Targets:
    """Every target, by indicator and by year or period."""

    of_year: dict[tuple[int, int], TargetRow]
    of_period: dict[tuple[int, int], TargetRow]

    def of(self, indicator_id: int, period: Period) -> TargetRow | None:
        """The target of the period itself where the year is profiled, else that of its year."""
        return self.of_period.get((indicator_id, period.pk)) or self.of_year.get((indicator_id, period.year))


def build_targets(register: Register, periods: Periods, measured: list[Measured]) -> Targets:
    """Set each March for the year that follows, with the budget."""
    days = register.days
    for year in days.years:
        rows = [row for one in measured for row in _of_year(days, periods, one, year)]
        set_on = days.working_day(datetime.date(year, 4, 1), -8)
        add(rows, by=register.admin, at=moment(set_on, 0.6), why="Set with the budget.")
    found = list(TargetRow.objects.all())
    return Targets(
        {(row.indicator_id, row.year): row for row in found if row.period_id is None},
        {(row.indicator_id, row.period_id): row for row in found if row.period_id is not None},
    )


def _of_year(days: DemoDays, periods: Periods, one: Measured, year: int) -> Iterator[TargetRow]:
    """The year's target and, where it is profiled, one for each of its periods."""
    plan, years_ago = one.plan, periods.newest_year(one.plan.cycle) - year
    own = [each for each in periods.by_cycle[plan.cycle] if each.row.year == year]
    if not any(one.row.is_on(each.row.ends_on) for each in own):
        return
    text = text_of(plan, years_ago, year)
    if text:
        base = _base(days, periods, plan, own[0]) if plan.aim.change else None
        yield _row(one, year, text, base=base)
    for each, figure in zip(own, _profile(plan, years_ago), strict=False):
        yield _row(one, year, _shaped(plan, figure), period=each.row)


def text_of(plan: DemoIndicator, years_ago: int, year: int) -> str:
    """The year's target as written; empty when there was none. Below 0 `years_ago` is the running year."""
    if plan.aims:
        said = plan.aims[min(max(years_ago, 0), len(plan.aims) - 1)]
        return said.format(year=year, next=year + 1)
    if plan.aim.change or not plan.aim.figure:
        return plan.aim.change
    return _shaped(plan, _figure(plan, years_ago))


def _figure(plan: DemoIndicator, years_ago: int) -> Decimal:
    newest, step = Decimal(plan.aim.figure.replace(",", "")), Decimal(plan.aim.step.replace(",", ""))
    return newest - step * years_ago


def _profile(plan: DemoIndicator, years_ago: int) -> list[Decimal]:
    """The figure for each period of a profiled year."""
    if plan.aim.points:
        figure = _figure(plan, years_ago)
        return [figure + Decimal(each.replace(",", "")) for each in plan.aim.points]
    return [rounded(_figure(plan, years_ago) * Decimal(each), plan.decimals) for each in plan.aim.shares]


def _shaped(plan: DemoIndicator, figure: Decimal) -> str:
    money = plan.kind == ValueKind.MONEY
    return plan.aim.shape.format(f"{figure:,}" if money else plain(figure))


def _base(days: DemoDays, periods: Periods, plan: DemoIndicator, first: DemoPeriod) -> Decimal:
    """Where a change starts: the last value of the year before."""
    listed = periods.by_cycle[plan.cycle]
    place = listed.index(first)
    before = _before(days, plan, first) if place == 0 else place_in_time(days, listed[place - 1])
    read = read_value(written(plan, [before]), kind=plan.kind, unit=plan.unit)
    assert read.value is not None
    return read.value


def place_in_time(days: DemoDays, period: DemoPeriod) -> When:
    """A period as the course of a figure takes it."""
    row = period.row
    return when(row.ends_on, age=period.age, part=period.part, year=row.year, newest_end=days.newest.end)


def _before(days: DemoDays, plan: DemoIndicator, first: DemoPeriod) -> When:
    """The period before the first one that the demo has."""
    ended = first.row.starts_on - datetime.timedelta(days=1)
    return when(ended, age=first.age + 1, part=0, year=first.row.year - 1, newest_end=days.newest.end)


def _row(
    one: Measured, year: int, text: str, *, period: Period | None = None, base: Decimal | None = None
) -> TargetRow:
    plan = one.plan
    target = read_target(
        text,
        plan.kind,
        Direction(plan.direction),
        decimals=plan.decimals,
        levels=plan.levels,
        minimum=one.row.minimum,
        maximum=one.row.maximum,
        base=base,
        unit=plan.unit,
    )
    assert target is not None
    return TargetRow(
        indicator=one.row,
        year=year,
        period=period,
        as_written=target.as_written,
        basis=target.basis,
        change=target.change,
        base=target.base,
        value=target.value,
        low=target.low,
        high=target.high,
        words=target.words,
    )


def counts_by_old_definition(one: Measured, newest_year: int, ends_on: datetime.date) -> bool:
    """Whether a period was still counted by the definition before the newest."""
    broke = broke_on(one.plan.definition[-1], newest_year)
    return broke is not None and ends_on < broke
