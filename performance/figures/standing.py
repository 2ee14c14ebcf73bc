"""How each indicator stands as at the end of a quarter: the figure that was signed off, or an honest blank."""

import datetime
from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from council.periods import Frequency, Span, financial_year, spans
from council.rag import Rag
from performance.models import Indicator, IndicatorQuerySet, Period, Target

QUARTERS_OFFERED = 20


def quarters_ended(day: datetime.date) -> list[Span]:
    """The quarters that were over before the day, newest first: what a dashboard can be asked for."""
    year = financial_year(day)
    years = range(year - QUARTERS_OFFERED // 4, year + 1)
    quarters = [span for each in years for span in spans(Frequency.QUARTERLY, year=each)]
    return [span for span in reversed(quarters) if span.end < day][:QUARTERS_OFFERED]


def quarter_key(quarter: Span) -> str:
    """A quarter as an address writes it: "2026-q2"."""
    return f"{quarter.year}-q{(quarter.start.month - 4) % 12 // 3 + 1}"


@dataclass(frozen=True)
class AsAt:
    """The quarter a dashboard speaks of, and for each cycle the period that answers for it."""

    quarter: Span
    today: datetime.date
    periods: dict[int, Period]

    @property
    def period_ids(self) -> list[int]:
        return [period.pk for period in self.periods.values()]

    @property
    def overdue_cycles(self) -> list[int]:
        """The cycles whose period's returns were due before today: what is missing there is late."""
        return [cycle for cycle, period in self.periods.items() if period.due_on < self.today]

    def period_of(self, indicator: Indicator) -> Period | None:
        """The period that answers for the indicator; None when its cycle has none that has ended."""
        return self.periods.get(indicator.cycle_id)


def as_at(quarter: Span, *, today: datetime.date) -> AsAt:
    """The moment for a quarter; one query. An annual figure goes on speaking until its next year ends."""
    return AsAt(quarter, today, Period.objects.latest_by_cycle(day=quarter.end))


def with_standing(indicators: IndicatorQuerySet, moment: AsAt, *, name: str = "now") -> IndicatorQuerySet:
    """The indicators with the return of their period joined as `name`, and `<name>_status` beside it.

    A return that was never signed off counts as late once it is overdue and as not due until then. What a
    service has drafted or submitted is not shown: nothing counts before it is signed off.
    """
    # Its own cycle's period only: an indicator whose frequency changed has returns in two of the periods. An
    # empty condition would leave out every indicator, so where no period answers it names one that cannot be.
    own = Q(returns__period=0)
    for cycle, period in moment.periods.items():
        own |= Q(cycle=cycle, returns__period=period.pk)
    joined = FilteredRelation("returns", condition=own)
    status = Case(
        When(**{f"{name}__standing__isnull": False}, then=F(f"{name}__standing__rating")),
        When(cycle__in=moment.overdue_cycles, then=Value(Rag.LATE.value)),
        default=Value(Rag.NOT_DUE.value),
        output_field=CharField(),
    )
    active = indicators.active(day=moment.quarter.end).annotate(**{name: joined})
    return active.annotate(**{f"{name}_status": status})


def target_in_words(moment: AsAt, *, name: str = "now") -> Coalesce:
    """The target a standing figure was judged by, as written; where none stands, the one that waits for it.

    A target of the period itself counts before the year's. Only rows without a figure are looked up.
    """
    waiting = Target.objects.filter(indicator=OuterRef("pk"))
    answers = [
        When(
            cycle=cycle,
            then=Subquery(
                waiting.filter(Q(period=period) | Q(period=None, year=period.year))
                .order_by(F("period").asc(nulls_last=True))
                .values("as_written")[:1]
            ),
        )
        for cycle, period in moment.periods.items()
    ]
    return Coalesce(
        F(f"{name}__standing__target_as_written"), Case(*answers, output_field=CharField()), Value("")
    )
