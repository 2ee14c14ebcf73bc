"""How each indicator stands as at the end of a quarter: the figure that was signed off, or an honest blank."""

import datetime
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True, eq=False)
class AsAt:
    """The quarter a dashboard speaks of, and for each cycle the period that answers for it.

    Two are equal when they say the same in every word, so that a query made for one may serve the other.
    """

    quarter: Span
    today: datetime.date
    periods: dict[int, Period]

    @cached_property
    def _said(self) -> tuple[object, ...]:
        answers = (
            (cycle, each.pk, each.name, each.starts_on, each.ends_on, each.year, each.due_on)
            for cycle, each in self.periods.items()
        )
        return self.quarter, self.today, *answers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AsAt) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

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


def own_return(moment: AsAt) -> FilteredRelation:
    """An indicator's return for the period of its own cycle: one whose frequency changed has returns in two."""
    # An empty condition would leave out every indicator: where no period answers, this names one that cannot be.
    own = Q(returns__period=0)
    for cycle, period in moment.periods.items():
        own |= Q(cycle=cycle, returns__period=period.pk)
    return FilteredRelation("returns", condition=own)


def with_standing(indicators: IndicatorQuerySet, moment: AsAt, *, name: str = "now") -> IndicatorQuerySet:
    """The indicators with the return of their period joined as `name`, and `<name>_status` beside it.

    A return that was never signed off counts as late once it is overdue and as not due until then. What a
    service has drafted or submitted is not shown: nothing counts before it is signed off.
    """
    status = Case(
        When(**{f"{name}__standing__isnull": False}, then=F(f"{name}__standing__rating")),
        When(cycle__in=moment.overdue_cycles, then=Value(Rag.LATE.value)),
        default=Value(Rag.NOT_DUE.value),
        output_field=CharField(),
    )
    active = indicators.active(day=moment.quarter.end).annotate(**{name: own_return(moment)})
    return active.annotate(**{f"{name}_status": status})


def target_in_words(moment: AsAt, *, name: str = "now") -> Coalesce:
    """The target a standing figure was judged by, as written; where none stands, the one that waits for it.

    Only rows without a figure are looked up.
    """
    return Coalesce(F(f"{name}__standing__target_as_written"), waiting_target(moment), Value(""))


def waiting_target(moment: AsAt) -> Case:
    """The target of the quarter as written: that of the period itself counts before the year's."""
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
    return Case(*answers, output_field=CharField())
