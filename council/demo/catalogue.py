"""Builds the indicators with their definitions, the benchmarks and the rating rules."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from council.demo.cycles import Periods
from council.demo.days import DemoDays, moment
from council.demo.indicators import INDICATORS
from council.demo.plan import DemoIndicator, OwnRule, Wording
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from performance.choices import BenchmarkKind, RuleBasis
from performance.models import Benchmark, Indicator, IndicatorDefinition, RatingRule
from performance.rules.benchmarks import read_rank
from performance.rules.values import read_value
from portfolios.models import Post, Service

STRICT_YEAR = 3
"""So many years before the newest the council tried a stricter rule, for one year."""


@dataclass(frozen=True)
class Measured:
    """An indicator of the demo beside its row."""

    plan: DemoIndicator
    row: Indicator


def build_indicators(register: Register, periods: Periods) -> list[Measured]:
    """Every indicator, with its definitions and benchmarks, in the order in which grids show them."""
    admin, when = register.admin, register.set_up_at
    rows = [_indicator(register, periods, plan) for plan in INDICATORS]
    add(rows, by=admin, at=when, why=SET_UP)
    measured = [Measured(plan, row) for plan, row in zip(INDICATORS, rows, strict=True)]
    add(
        (each for one in measured for each in _definitions(one, periods.newest_year(one.plan.cycle))),
        by=admin,
        at=when,
    )
    add(
        (each for one in measured for each in _benchmarks(one, register.days.year)),
        by=admin,
        at=when,
        why="From the national tables.",
    )
    return sorted(measured, key=lambda one: (one.row.reference, one.row.title))


def _indicator(register: Register, periods: Periods, plan: DemoIndicator) -> Indicator:
    newest = periods.newest_year(plan.cycle)
    begun, ended = plan.begun_years_ago, plan.ended_years_ago
    service: Service = register.services[plan.service]
    owner: Post = register.posts[plan.owner]
    return Indicator(
        service=service,
        owner=owner,
        reference=plan.reference,
        reference_kind=plan.given_by,
        title=plan.title,
        value_kind=plan.kind,
        unit=plan.unit,
        decimals=plan.decimals,
        direction=plan.direction,
        levels="\n".join(plan.levels),
        minimum=None if plan.lowest is None else Decimal(plan.lowest),
        maximum=None if plan.highest is None else Decimal(plan.highest),
        is_cumulative=plan.adds_up,
        year_to_date=plan.year_to_date or "",
        cycle=periods.cycles[plan.cycle],
        takes_monthly_values=plan.by_month,
        starts_on=None if begun is None else datetime.date(newest - begun, 4, 1),
        ends_on=None if ended is None else datetime.date(newest + 1 - ended, 3, 31),
    )


def broke_on(wording: Wording, newest_year: int) -> datetime.date | None:
    """The day from which a definition counts; None for one that always did."""
    return None if wording.years_ago is None else datetime.date(newest_year - wording.years_ago, 4, 1)


def _definitions(one: Measured, newest_year: int) -> Iterator[IndicatorDefinition]:
    for number, wording in enumerate(one.plan.definition, start=1):
        yield IndicatorDefinition(
            indicator=one.row,
            number=number,
            wording=wording.says,
            numerator=wording.numerator,
            denominator=wording.denominator,
            source=wording.source,
            starts_on=broke_on(wording, newest_year),
            breaks_series=wording.breaks,
            reason=wording.why,
        )


def _benchmarks(one: Measured, year: int) -> Iterator[Benchmark]:
    for compared in one.plan.compared:
        row = Benchmark(
            indicator=one.row,
            year=year - compared.years_ago,
            kind=compared.kind,
            label=compared.label,
            group=compared.group,
            as_written=compared.figure,
            method=compared.method,
            source=compared.source,
        )
        if compared.kind == BenchmarkKind.RANK:
            row.rank, row.out_of = read_rank(compared.figure)
        else:
            read = read_value(
                compared.figure, kind=one.plan.kind, levels=list(one.plan.levels), unit=one.plan.unit
            )
            row.value, row.words = read.value, read.words
        yield row


def build_rules(register: Register, measured: list[Measured]) -> list[RatingRule]:
    """The council's rule, the year in which it was another, and each indicator's own."""
    rules = [
        *_council_rules(register.days),
        *(_own_rule(register.days, one) for one in measured if one.plan.rule),
    ]
    for rule in rules:
        in_force_from = moment(register.days.working_day(datetime.date(rule.year, 4, 1), -10), 0.4)
        add([rule], by=register.admin, at=in_force_from, why=rule.reason)
    return rules


def _council_rules(days: DemoDays) -> list[RatingRule]:
    usual = "Amber down to 90% of the target"
    return [
        RatingRule(
            name=usual, year=days.years.start, reason="Agreed by the Cabinet with the performance framework."
        ),
        RatingRule(
            name="Amber down to 95% of the target",
            year=days.year - STRICT_YEAR,
            amber_tolerance=Decimal(5),
            reason="Tried for a year at the wish of the Overview and Scrutiny Committee.",
        ),
        RatingRule(
            name=usual,
            year=days.year - STRICT_YEAR + 1,
            reason="Back to 90%: most of the new reds were differences that chance makes.",
        ),
    ]


def _own_rule(days: DemoDays, one: Measured) -> RatingRule:
    rule = one.plan.rule
    assert isinstance(rule, OwnRule)
    thresholds = rule.basis == RuleBasis.THRESHOLDS
    return RatingRule(
        name=rule.name,
        indicator=one.row,
        year=days.year - rule.years_ago,
        basis=rule.basis,
        green_tolerance=Decimal(rule.green),
        amber_tolerance=Decimal(rule.amber),
        inclusive=rule.inclusive,
        green_at=Decimal(rule.green_at) if thresholds and rule.green_at else None,
        amber_at=Decimal(rule.amber_at) if thresholds and rule.amber_at else None,
        zero_target=rule.zero_target,
        travel_effect=rule.travel,
        reason=rule.why,
    )
