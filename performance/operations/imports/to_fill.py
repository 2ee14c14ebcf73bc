"""Files to fill in and bring back: the register's indicators, a year's targets or months, a period's missing returns.

Brought back as they are, they change nothing: what is there already is the same, and a blank cell leaves things be.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from council.periods import year_name
from performance.choices import DONE, STANDING, ValueKind
from performance.figures.context import rating_contexts
from performance.figures.indicator import shown_of
from performance.figures.months import months_of, takes_months
from performance.models import Indicator, Period, Return, Target
from performance.operations.imports.indicator_cells import shown
from performance.operations.imports.register import Register
from performance.rules.importing.kinds import INDICATOR_COLUMNS
from portfolios.models import Service

Rows = Iterable[list[object]]


class ToFill(NamedTuple):
    """A file: its name, its headings and its rows."""

    name: str
    header: list[str]
    rows: Rows


def indicators_to_fill() -> ToFill:
    """Every indicator with every column that can be imported."""
    register = Register()
    header = [column.heading for column in INDICATOR_COLUMNS]
    rows = (
        [_cell(each, column.name, register) for column in INDICATOR_COLUMNS]
        for each in register.indicators.values()
    )
    return ToFill("indicators to fill in", header, rows)


def targets_to_fill(year: int) -> ToFill:
    """A line for each indicator's target of a year, and one for each of a period in it."""
    register = Register()
    targets = (
        Target.objects.filter(year=year).select_related("period").order_by("indicator", "period__starts_on")
    )
    by_indicator: dict[int, list[Target]] = {}
    for target in targets:
        by_indicator.setdefault(target.indicator_id, []).append(target)
    header = ["Reference", "Indicator", "Service", "Kind", "Unit", "Year", "Period", "Target"]

    def rows() -> Iterator[list[object]]:
        for pk, indicator in register.indicators.items():
            of_year = by_indicator.get(pk, [])
            if not any(target.period is None for target in of_year):
                of_year = [Target(indicator=indicator, year=year), *of_year]
            for target in of_year:
                period = target.period.name if target.period else ""
                kind = str(ValueKind(indicator.value_kind).label)
                yield [
                    *_named(indicator, register),
                    kind,
                    indicator.unit,
                    year_name(year),
                    period,
                    target.as_written,
                ]

    return ToFill(f"targets {year_name(year)} to fill in", header, rows())


def returns_to_fill(period: Period, *, service: Service | None = None) -> ToFill:
    """A line for each return of the period that has not been submitted, its last value and its target beside it.

    Of all services, or of one. Without those that the product computes.
    """
    register = Register()
    done = set(Return.objects.filter(period=period, step__in=DONE).values_list("indicator_id", flat=True))
    missing = [
        each
        for each in register.indicators.values()
        if each.cycle_id == period.cycle_id
        and each.is_on(period.ends_on)
        and each.pk not in done
        and not each.computed_from
        and (service is None or each.service_id == service.pk)
    ]
    contexts = rating_contexts(missing, period)
    header = ["Reference", "Indicator", "Service", "Unit", "Last value", "Target", "Period"]
    header += ["Value", "Value is", "Last measured", "Year-end forecast", "Comment"]
    rows = (
        [
            *_named(each, register),
            each.unit,
            shown_of(each, contexts[each.pk].recent[0])[0] if contexts[each.pk].recent else "",
            target.as_written if (target := contexts[each.pk].target) else "",
            period.name,
            *[""] * 5,
        ]
        for each in missing
    )
    whose = f" {service.name}" if service else ""
    return ToFill(f"returns{whose} {period.name} to fill in", header, rows)


def months_to_fill(year: int) -> ToFill:
    """A line for each month of a year's returns that stand, of indicators that take months, with what is there."""
    register = Register()
    header = ["Reference", "Indicator", "Service", "Unit", "Month", "Value"]
    taking = [each for each in register.indicators.values() if takes_months(each)]
    periods = Period.objects.filter(year=year, cycle__in={each.cycle_id for each in taking})
    rows: list[list[object]] = []
    for period in periods.order_by("starts_on", "pk"):
        of_cycle = [each for each in taking if each.cycle_id == period.cycle_id]
        stand = set(
            Return.objects.filter(period=period, step__in=STANDING).values_list("indicator_id", flat=True)
        )
        months = months_of([each for each in of_cycle if each.pk in stand], period)
        for pk, lines in months.items():
            named = [*_named(register.indicators[pk], register), register.indicators[pk].unit]
            rows += [[*named, each.label, each.as_written] for each in lines]
    return ToFill(f"monthly values {year_name(year)} to fill in", header, rows)


def _cell(indicator: Indicator, name: str, register: Register) -> object:
    if name == "service":
        return register.called(indicator.service)
    if name == "owner":
        return register.called_post(indicator.owner)
    return shown(name, getattr(indicator, name))


def _named(indicator: Indicator, register: Register) -> list[object]:
    return [indicator.reference, indicator.title, register.called(indicator.service)]
