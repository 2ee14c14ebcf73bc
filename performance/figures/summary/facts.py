"""What the rules draft a summary from: each service's own indicators with all that is known of them as at a quarter."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from council.periods import Span
from performance.choices import NUMERIC_KINDS, Direction
from performance.figures.exceptions import runs_of
from performance.figures.reporting import reporting
from performance.figures.spc import SpcFigure, spc_of_many
from performance.figures.standing import as_at
from performance.figures.summary.now import Standing, figure_from, firm, standing_of
from performance.figures.year_end import YearEnd, year_ends
from performance.models import ExecutiveSummary, Indicator, IndicatorDefinition, Period, Revision
from performance.rules.distance import Aim
from performance.rules.exceptions import NO_RUN, Run
from performance.rules.spc import Assurance
from performance.rules.spc.result import FEWEST_FOR_WORDS
from performance.rules.spc.words import is_outdated
from performance.rules.summary.drafting import Drafted, draft
from performance.rules.summary.service import Measured, ServiceFacts
from portfolios.choices import ServiceLevel
from portfolios.models import Service

YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class _Read:
    """What was read of all indicators at once."""

    stood: Mapping[tuple[int, int], Revision]
    changes: Mapping[int, SpcFigure]
    runs: Mapping[int, Run]
    years: Mapping[int, YearEnd]
    redefined: frozenset[int]
    today: datetime.date


def drafted(summary: ExecutiveSummary, *, today: datetime.date) -> list[Drafted]:
    """The sentences that the rules write of a summary's quarter as things stand; at most 20 queries."""
    services = service_facts(summary.span, body_id=summary.body_id, today=today)
    names = [] if summary.body_id else unmeasured(summary.span)
    return draft(services, without=names)


def service_facts(quarter: Span, *, body_id: int | None, today: datetime.date) -> list[ServiceFacts]:
    """Each service that has indicators of its own as at the quarter; of a body, those that its set tells it of.

    A rating is of the service that the indicator belongs to, never of the directorate above.
    """
    rows = Indicator.objects.active(day=quarter.end).select_related("cycle", "service")
    if body_id is not None:
        told = reporting(quarter).told(body_id)
        rows = rows.filter(pk__in=told.indicator_ids if told else ())
    moment = as_at(quarter, today=today)
    indicators = [each for each in rows if each.cycle_id in moment.periods]
    if not indicators:
        return []
    numeric = [each for each in indicators if each.value_kind in NUMERIC_KINDS]
    read = _Read(
        stood=standing_of(indicators, moment.periods.values()),
        changes=spc_of_many(numeric, until=quarter.end, today=today) if numeric else {},
        runs=runs_of(indicators, until=quarter.end, today=today),
        years=year_ends(indicators, moment.periods),
        redefined=_redefined(indicators, quarter),
        today=today,
    )
    found: dict[int, list[Measured]] = defaultdict(list)
    for each in indicators:
        found[each.service_id].append(_measured(each, moment.periods[each.cycle_id], read))
    names = {each.service_id: each.service.name for each in indicators}
    return [ServiceFacts(pk, names[pk], tuple(measured)) for pk, measured in found.items()]


def unmeasured(quarter: Span) -> list[str]:
    """The services that neither have an indicator themselves nor below or above them, by name; two queries."""
    rows = list(Service.objects.all())
    parents = {each.pk: each.parent_id for each in rows}
    measured = set(
        Indicator.objects.active(day=quarter.end).order_by().values_list("service", flat=True).distinct()
    )
    above = {pk for each in measured for pk in _line(each, parents)}
    return sorted(
        each.name
        for each in rows
        if each.level == ServiceLevel.SERVICE
        and each.pk not in above
        and not measured & set(_line(each.pk, parents))
    )


def _line(pk: int, parents: Mapping[int, int | None]) -> list[int]:
    line = [pk]
    while (above := parents.get(line[-1])) is not None and above not in line:
        line.append(above)
    return line


def _redefined(indicators: list[Indicator], quarter: Span) -> frozenset[int]:
    """Those whose series was broken within the year before the quarter's end; one query."""
    breaks = IndicatorDefinition.objects.filter(
        indicator__in=indicators, breaks_series=True, starts_on__gt=quarter.end - YEAR
    )
    return frozenset(breaks.filter(starts_on__lte=quarter.end).values_list("indicator", flat=True))


def _measured(indicator: Indicator, period: Period, read: _Read) -> Measured:
    revision = read.stood.get((indicator.pk, period.pk))
    change = read.changes.get(indicator.pk)
    spc = firm(change, period)
    variation = spc.variation if spc else None
    assurance = spc.assurance if spc and not is_outdated(spc) else None
    points = [each for each in change.spc.points if each.value is not None] if change else []
    run = read.runs.get(indicator.pk, NO_RUN)
    standing = Standing(revision, change, run, read.years.get(indicator.pk))
    return Measured(
        figure=figure_from(indicator, period, standing, today=read.today),
        lacks_target=_lacks_target(indicator, revision),
        is_better_than_target=revision is not None and _is_better(indicator, revision),
        is_improving=variation is not None and variation.is_improvement,
        is_worsening=variation is not None and variation.is_concern,
        is_always_met=assurance == Assurance.PASSES,
        is_never_met=assurance == Assurance.FAILS,
        run=run,
        is_redefined=indicator.pk in read.redefined,
        is_new=change is not None and len(points) < FEWEST_FOR_WORDS,
    )


def _lacks_target(indicator: Indicator, revision: Revision | None) -> bool:
    return (
        revision is not None and indicator.direction != Direction.NEITHER and not revision.target_as_written
    )


def _is_better(indicator: Indicator, revision: Revision) -> bool:
    """Whether the value lies beyond the side of its target that matters; a range has nothing beyond it."""
    target = revision.target_value
    low = target if revision.target_low is None else revision.target_low
    high = target if revision.target_high is None else revision.target_high
    if revision.value is None or low is None or high is None:
        return False
    aim = Aim.at(low, high, Direction(indicator.direction))
    if aim.low is not None and aim.high is not None:
        return False
    return (aim.low is not None and revision.value > aim.low) or (
        aim.high is not None and revision.value < aim.high
    )
