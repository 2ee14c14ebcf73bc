"""The figures of a dashboard: how many stand where as at a quarter, what changed, and what needs attention.

Everything is derived from rows; nothing is typed. The number of queries does not grow with the indicators.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import F, QuerySet

from council.periods import Span
from council.prepared import prepared
from council.rag import Rag, RagSummary
from performance.figures.lines import Figures, IndicatorLine, IndicatorRow, status_of
from performance.figures.spc_facts import PeriodRow
from performance.figures.standing import AsAt
from performance.models import Period

QUARTERS_BACK = 5
YEAR = datetime.timedelta(days=366)
PERIODS_SHOWN = 8
LOOK_BACK = 4 * YEAR
"""A sparkline shows so many periods of an indicator's cycle, none longer ago than this."""


@dataclass(frozen=True)
class Moments:
    """The quarter asked for and those before it, newest first, each with the periods that answer for it."""

    now: AsAt
    earlier: tuple[AsAt, ...]
    recent: tuple[tuple[int, tuple[int, ...]], ...]
    """For each cycle the ids of its last periods up to the quarter's end, oldest first."""
    periods: tuple[PeriodRow, ...] = ()
    """Every period that was over by the quarter's end, oldest first: what tells ordinary from real change."""
    later: frozenset[int] = field(default=frozenset(), compare=False)
    """The ids of all other periods."""

    @property
    def before(self) -> AsAt:
        return self.earlier[0]

    @property
    def period_ids(self) -> frozenset[int]:
        """Every period that has a part in the dashboard."""
        answering = {pk for moment in (self.now, *self.earlier) for pk in moment.period_ids}
        return frozenset(answering.union(*(periods for _, periods in self.recent)))


def moments(quarters: list[Span], *, today: datetime.date) -> Moments:
    """The moments of the quarters, newest first; one query for all of them."""
    last = quarters[0].end
    known = _periods()
    periods = [period for period in known if period.ends_on <= last]
    found = [AsAt(quarter, today, _answering(periods, quarter.end)) for quarter in quarters]
    recent: dict[int, list[int]] = {}
    for period in periods:
        if period.ends_on > last - LOOK_BACK:
            recent.setdefault(period.cycle_id, []).append(period.pk)
    shown = tuple((cycle, tuple(ids[-PERIODS_SHOWN:])) for cycle, ids in recent.items())
    later = frozenset(period.pk for period in known if period.ends_on > last)
    return Moments(found[0], tuple(found[1:]), shown, tuple(map(_row, periods)), later)


@prepared()
def _periods() -> QuerySet[Period]:
    return Period.objects.annotate(start_month=F("cycle__start_month")).order_by("ends_on", "pk")


def _row(period: Period) -> PeriodRow:
    return PeriodRow(
        period.pk,
        period.cycle_id,
        period.name,
        period.starts_on,
        period.ends_on,
        period.year,
        period.due_on,
        period.start_month,  # type: ignore[attr-defined]
    )


def _answering(periods: Iterable[Period], day: datetime.date) -> dict[int, Period]:
    return {period.cycle_id: period for period in periods if day - YEAR < period.ends_on <= day}


def summary_of(lines: Iterable[IndicatorLine]) -> RagSummary:
    """How many have each status."""
    return RagSummary.of(Counter(line.status for line in lines))


@dataclass(frozen=True)
class Overrides:
    """How many ratings a person set, and what the rules alone would have counted."""

    number: int
    by_rule: RagSummary

    @property
    def words(self) -> str:
        """Such as "2 ratings were set by a person. By the rules alone 30 of 38 would be on target."."""
        if not self.number:
            return ""
        were = "rating was" if self.number == 1 else "ratings were"
        green = self.by_rule.row(Rag.GREEN).number
        return (
            f"{self.number} {were} set by a person. "
            f"By the rules alone {green} of {self.by_rule.total} would be on target."
        )


def overrides_of(lines: list[IndicatorLine]) -> Overrides:
    """The ratings that a person set, counted beside those of the rules."""
    return Overrides(
        number=sum(line.is_overridden for line in lines),
        by_rule=RagSummary.of(Counter(line.rule_status for line in lines)),
    )


def history_of(
    rows: list[IndicatorRow], stood: Figures, when: Moments
) -> list[tuple[Span, Mapping[Rag, int]]]:
    """For each quarter how many had each status, oldest first; late ones are not known, as in its summary."""
    return [(each.quarter, _counts(rows, stood, each)) for each in (*reversed(when.earlier), when.now)]


def _counts(rows: list[IndicatorRow], stood: Figures, moment: AsAt) -> Mapping[Rag, int]:
    reported = (row for row in rows if row.is_on(moment.quarter.end))
    summary = RagSummary.of(Counter(status_of(row, stood, moment) for row in reported))
    return {share.status: share.number for share in summary.rows if share.number}
