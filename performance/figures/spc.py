"""Whether the change in an indicator is real, for one or for hundreds: what charts, icons, tables and files draw from.

`spc_of(...)` and `spc_of_many(...)` answer with `SpcFigure`: `.spc` holds every point with its segment, limits, signal
and variation; `.words` says it; `.disagreements` sets it beside the rating. Four queries, whatever the number.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from council.rag import Rag
from performance.figures.indicator import Record
from performance.figures.spc_facts import SpcFacts, months_of, period_row, spc_facts, standing_rows
from performance.figures.spc_series import Measured, series_of
from performance.models import Indicator
from performance.rules.spc import (
    Disagreement,
    Series,
    Spc,
    SpcWords,
    Start,
    analyse,
    disagreements,
    in_words,
)


@dataclass(frozen=True)
class SpcFigure:
    """One indicator: what its values say about change, beside the rating that stands."""

    series: Series
    spc: Spc
    is_monthly: bool
    """Whether the points are months, under returns for longer periods."""
    rating: Rag | None
    """Of the newest period that stands; None where none does."""
    rated_period: str
    """The name of that period."""
    rated_until: datetime.date | None
    """Its last day."""

    @cached_property
    def words(self) -> SpcWords:
        return in_words(self.spc)

    @cached_property
    def disagreements(self) -> list[Disagreement]:
        """Where rating and values say different things; none where they do not speak of the same period."""
        return disagreements(self.rating, self.spc) if self.is_of_rated_period else []

    @property
    def is_of_rated_period(self) -> bool:
        """Whether the newest measurement is of the period that the rating is of."""
        latest = self.spc.latest
        return latest is not None and self.rated_until is not None and latest.ends_on >= self.rated_until

    def with_start(self, start: Start) -> Spc:
        """What the values would say if the limits started anew at one day more."""
        return analyse(replace(self.series, starts=(*self.series.starts, start)))


def spc_of(indicator: Indicator, *, today: datetime.date) -> SpcFigure:
    """The indicator as it stands; four queries."""
    return spc_of_many([indicator], until=today, today=today)[indicator.pk]


def spc_of_record(record: Record, *, starts: Sequence[Start], today: datetime.date) -> SpcFigure:
    """The indicator by the record that its page has read, and where limits start anew.

    One query where it takes months, and none elsewhere.
    """
    indicator = record.indicator
    taking = {"indicator__in": [indicator.pk]} if indicator.takes_monthly_values else None
    facts = SpcFacts(
        periods={
            indicator.cycle_id: [period_row(each, indicator.cycle) for each in record.ended(today=today)]
        },
        standing={indicator.pk: standing_rows(record.returns.values())},
        months=months_of(taking, today) if taking else {},
        starts={indicator.pk: list(starts)},
    )
    return spc_from(indicator, facts, today=today)


def spc_of_many(
    indicators: Iterable[Indicator], *, until: datetime.date, today: datetime.date
) -> dict[int, SpcFigure]:
    """Each of the indicators by its id, as at the end of `until`; four queries however many there are.

    `today` tells what is late from what is not due yet.
    """
    rows = list(indicators)
    facts = spc_facts(rows, until=until, today=today)
    return {row.pk: spc_from(row, facts, today=today) for row in rows}


def spc_from(indicator: Measured, facts: SpcFacts, *, today: datetime.date) -> SpcFigure:
    """The indicator by facts that were read already; no query."""
    series, is_monthly = series_of(indicator, facts, today=today)
    standing = facts.standing.get(indicator.pk, {})
    rated = next(
        (each for each in reversed(facts.periods.get(indicator.cycle_id, [])) if each.pk in standing), None
    )
    return SpcFigure(
        series=series,
        spc=analyse(series),
        is_monthly=is_monthly,
        rating=Rag(standing[rated.pk].rating) if rated else None,
        rated_period=rated.name if rated else "",
        rated_until=rated.ends_on if rated else None,
    )
