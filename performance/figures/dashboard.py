"""The figures of a dashboard: how many stand where as at a quarter, what changed, and what needs attention.

Everything is derived from rows; nothing is typed. The number of queries does not grow with the indicators.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F

from council.periods import Span
from council.rag import RATED, Rag, RagSummary
from performance.figures.shown import shown_target, shown_value
from performance.figures.standing import AsAt, target_in_words, with_standing
from performance.models import Indicator, Period, Return

QUARTERS_BACK = 5
YEAR_DAYS = 366


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator as at the quarter, and how it stood a quarter before."""

    pk: int
    reference: str
    title: str
    service_id: int
    status: Rag
    before: Rag
    value: str
    target: str
    value_status: str
    rule_status: Rag
    """The rating by the rule alone, where a person set another."""
    period_id: int | None
    return_id: int | None

    @property
    def name(self) -> str:
        return f"{self.reference} {self.title}".strip()

    @property
    def is_overridden(self) -> bool:
        """Whether a person gave another rating than the rule."""
        return self.status != self.rule_status

    @property
    def turned_red(self) -> bool:
        return self.status == Rag.RED and self.before in (Rag.GREEN, Rag.AMBER)

    @property
    def recovered(self) -> bool:
        """Green now, and amber or red the quarter before."""
        return self.status == Rag.GREEN and self.before in (Rag.RED, Rag.AMBER)

    @property
    def has_changed(self) -> bool:
        """Rated in both quarters, and not alike."""
        return self.status != self.before and self.status in RATED and self.before in RATED


@dataclass(frozen=True)
class Moments:
    """The quarter asked for and those before it, newest first, each with the periods that answer for it."""

    now: AsAt
    earlier: list[AsAt]

    @property
    def before(self) -> AsAt:
        return self.earlier[0]

    @property
    def periods(self) -> dict[int, Period]:
        """The periods of the quarter asked for, by id."""
        return {period.pk: period for period in self.now.periods.values()}


def moments(quarters: list[Span], *, today: datetime.date) -> Moments:
    """The moments of the quarters, newest first; one query for all of them."""
    first, last = quarters[-1].end - datetime.timedelta(days=YEAR_DAYS), quarters[0].end
    periods = list(
        Period.objects.filter(ends_on__gt=first, ends_on__lte=last)
        .select_related("cycle")
        .order_by("ends_on")
    )
    found = [AsAt(quarter, today, _answering(periods, quarter.end)) for quarter in quarters]
    return Moments(found[0], found[1:])


def _answering(periods: Iterable[Period], day: datetime.date) -> dict[int, Period]:
    since = day - datetime.timedelta(days=YEAR_DAYS)
    return {period.cycle_id: period for period in periods if since < period.ends_on <= day}


def indicator_lines(when: Moments, *, service_ids: set[int] | None = None) -> list[IndicatorLine]:
    """Every indicator in scope as at the quarter; one query."""
    scope = Indicator.objects.all() if service_ids is None else Indicator.objects.of_services(service_ids)
    joined = with_standing(with_standing(scope, when.now), when.before, name="then")
    rows = joined.annotate(target_words=target_in_words(when.now)).values_list(
        "pk",
        "reference",
        "title",
        "service_id",
        "now_status",
        "then_status",
        "value_kind",
        "unit",
        "decimals",
        "now__standing__known",
        "now__standing__value",
        "now__standing__as_written",
        "now__standing__target_value",
        "target_words",
        "now__standing__value_status",
        "now__standing__rule_rating",
        "now__period_id",
        "now__id",
    )
    return [_line(*row) for row in rows]


def _line(
    pk: int,
    reference: str,
    title: str,
    service_id: int,
    status: str,
    before: str,
    kind: str,
    unit: str,
    decimals: int,
    known: str | None,
    value: Decimal | None,
    as_written: str | None,
    target: Decimal | None,
    target_as_written: str | None,
    value_status: str | None,
    rule_rating: str | None,
    period_id: int | None,
    return_id: int | None,
) -> IndicatorLine:
    return IndicatorLine(
        pk=pk,
        reference=reference,
        title=title,
        service_id=service_id,
        status=Rag(status),
        before=Rag(before),
        value=shown_value(
            known=known,
            value=value,
            as_written=as_written or "",
            kind=kind,
            unit=unit,
            decimals=decimals,
            target=target,
        ),
        target=shown_target(
            value=target, as_written=target_as_written or "", kind=kind, unit=unit, decimals=decimals
        ),
        value_status=value_status or "",
        rule_status=Rag(rule_rating or status),
        period_id=period_id,
        return_id=return_id,
    )


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


def status_history(
    when: Moments, *, service_ids: set[int] | None = None
) -> list[tuple[Span, Mapping[Rag, int]]]:
    """For each quarter how many signed-off figures had each status, oldest first; one query."""
    quarters = [*reversed(when.earlier), when.now]
    wanted = {pk for quarter in quarters for pk in quarter.period_ids}
    rows = Return.objects.filter(period__in=wanted, standing__isnull=False)
    rows = rows.filter(indicator__cycle=F("period__cycle"))
    if service_ids is not None:
        rows = rows.filter(indicator__service__in=service_ids)
    keys = ("period", "standing__rating", "indicator__starts_on", "indicator__ends_on")
    counted = list(rows.values_list(*keys).annotate(number=Count("pk")).order_by())
    return [(each.quarter, _counts(counted, each)) for each in quarters]


def _counts(counted: Iterable[tuple[Any, ...]], moment: AsAt) -> Counter[Rag]:
    """The ratings of the moment's periods, without indicators that were not reported on its last day."""
    day, periods, counts = moment.quarter.end, set(moment.period_ids), Counter[Rag]()
    for period_id, rating, starts_on, ends_on, number in counted:
        is_reported = (starts_on is None or starts_on <= day) and (ends_on is None or day <= ends_on)
        if period_id in periods and is_reported:
            counts[Rag(rating)] += number
    return counts
